import Claims
import Gazetteer
import Geometry
import Reports

/// A place phrase on its way to a location.
struct ReadPhrase {
  let phrase: PlacePhrase
  /// The areas that the sentence names, nearest first.
  let frames: [Frame]
  /// The names of the phrase, in order.
  var anchors: [Anchor]
  /// The numbers of its names and of those of its context among the names of the report.
  private let own: [Int32]

  init(_ phrase: PlacePhrase, names: inout NamesOfReport, geocoder: Geocoder) {
    var own: [Int32] = []
    own.reserveCapacity(phrase.context.count + phrase.anchors.count)
    for i in phrase.context.indices { own.append(names.number(of: phrase.context[i].place)) }
    for i in phrase.anchors.indices { own.append(names.number(of: phrase.anchors[i])) }
    names.read(around: phrase)
    let frames = Self.frames(of: phrase, own, names, geocoder)
    var anchors: [Anchor] = []
    anchors.reserveCapacity(phrase.anchors.count)
    for number in own[phrase.context.count...] {
      anchors.append(
        Anchor(
          names.known(number), number: number, behind: names[number].noun,
          calledElsewhere: names.noun(of: number, besides: own), in: phrase, frames: frames,
          atlas: geocoder.atlas))
    }
    // A short post names a place or two, and they may lie anywhere.
    let trust = min(1, Double(names.count(besides: own)) / 5)
    for i in anchors.indices {
      anchors[i].trust(surroundings: trust)
      if anchors[i].candidates.count != 1 || frames.isEmpty {
        anchors[i].see(surroundings: names.landmarks(besides: own, unlike: anchors[i].number))
      }
    }
    self.phrase = phrase
    self.frames = frames
    self.anchors = anchors
    self.own = own
  }

  /// The areas that the sentence names, as the report names them first.
  private static func frames(
    of phrase: PlacePhrase, _ own: [Int32], _ names: NamesOfReport, _ geocoder: Geocoder
  ) -> [Frame] {
    if phrase.context.isEmpty { return [] }
    var context: [NamedArea] = []
    context.reserveCapacity(phrase.context.count)
    for i in phrase.context.indices {
      context.append(
        NamedArea(
          name: names[own[i]], direction: phrase.context[i].direction,
          isCountryside: phrase.context[i].isCountryside))
    }
    return geocoder.frames(of: context)
  }

  /// Whether the rest of the report could still change the choice.
  var isOpen: Bool {
    anchors.isEmpty || anchors.indices.contains { (anchors[$0].chosen?.confidence ?? 0) < 0.97 }
  }

  /// Shows a name where the other places of the report may lie.
  private mutating func seeSurroundings(_ i: Int, _ names: inout NamesOfReport) {
    anchors[i].see(surroundings: names.landmarks(besides: own, unlike: anchors[i].number))
  }

  /// Resolves every anchor, each beside the others; looks farther than the exact names where those
  /// are none or speak against the context.
  mutating func resolve(among names: inout NamesOfReport, atlas: Atlas) {
    weigh(atlas: atlas)
    var hasWidened = false
    for i in anchors.indices {
      if !anchors[i].isWidened, isContradicted(i, atlas: atlas) {
        if anchors[i].candidates.count == 1 { seeSurroundings(i, &names) }
        anchors[i].widen(atlas: atlas)
      }
      if anchors[i].isWidened { hasWidened = true }
    }
    if hasWidened { weigh(atlas: atlas) }
    if anchors.count > 1 { settleTogether(atlas: atlas) }
  }

  /// Draws the conclusion for every name: the phrase is read.
  mutating func conclude(atlas: Atlas) {
    for i in anchors.indices { anchors[i].conclude(atlas: atlas) }
  }

  /// Weighs every name; where there are several, each is first shown where the others may lie.
  private mutating func weigh(atlas: Atlas) {
    if anchors.count > 1 {
      var landmarks: [[Landmark]] = []
      landmarks.reserveCapacity(anchors.count)
      for i in anchors.indices {
        // By what is known without companions: the frames and the names.
        anchors[i].weigh(heedingCompanions: false, atlas: atlas)
        landmarks.append(anchors[i].ranked.landmarks(atlas: atlas))
      }
      for i in anchors.indices {
        var others = landmarks
        others.remove(at: i)
        anchors[i].see(companions: others)
      }
    }
    for i in anchors.indices { anchors[i].weigh(atlas: atlas) }
  }

  /// Whether no candidate fits what the sentence says of its area and its kind.
  private func isContradicted(_ i: Int, atlas: Atlas) -> Bool {
    // A road leads out of any area: a known name needs no other reading.
    if phrase.relation == .road, !anchors[i].candidates.isEmpty { return false }
    guard let best = anchors[i].ranked.first, best.score >= 0 else { return true }
    if isStrange(best, of: i, atlas: atlas) { return true }
    return anchors[i].weight(of: .insideNamedArea, for: best) < -0.4
      || anchors[i].weight(of: .typeNoun, for: best) <= -0.5
  }

  /// Whether a place has nothing to do with a report that is about one part of the country: it may
  /// be the exact homonym of a name that is spelled otherwise there.
  private func isStrange(_ best: Anchor.Ranked, of i: Int, atlas: Atlas) -> Bool {
    frames.isEmpty && anchors[i].scene.companions.isEmpty && atlas[best.place].importance < 40
      && anchors[i].scene.governorates.contains { $0 > 0.5 }
      && anchors[i].weight(of: .sameGovernorateAsReport, for: best) == 0
      && anchors[i].weight(of: .nearestToSurroundings, for: best) < 0.6
  }

  /// Settles the anchors one on the other: the surest first, the others beside it.
  private mutating func settleTogether(atlas: Atlas) {
    func landmark(_ i: Int) -> Landmark? {
      guard let place = anchors[i].chosen?.place, atlas[place].kind.isLocal,
        let point = atlas[place].point
      else { return nil }
      return Landmark(place: place, point: point, weight: 1)
    }
    let order = anchors.indices.sorted {
      let (a, b) = (
        anchors[$0].ranked.first?.confidence ?? 0, anchors[$1].ranked.first?.confidence ?? 0
      )
      return a != b ? a > b : $0 < $1
    }
    for i in order.dropFirst() {
      anchors[i].see(
        companions: order.prefix { $0 != i }.compactMap { landmark($0).map { [$0] } })
      anchors[i].weigh(atlas: atlas)
    }
  }
}

extension [Anchor.Ranked] {
  /// Where the likeliest of the candidates lie.
  fileprivate func landmarks(atlas: Atlas) -> [Landmark] {
    var landmarks: [Landmark] = []
    landmarks.reserveCapacity(Swift.min(12, count))
    for ranked in prefix(12) {
      let place = atlas[ranked.place]
      guard place.kind.isLocal, let point = place.point else { continue }
      landmarks.append(Landmark(place: ranked.place, point: point, weight: ranked.confidence))
    }
    return landmarks
  }
}
