import ArabicText
import Claims
import Gazetteer
import Geometry

/// A place phrase on its way to a location: its scenes, and what its names were resolved to.
struct ReadPhrase: Sendable {
  var phrase: PlacePhrase
  /// One for each anchor, in order.
  var scenes: [Scene]
  /// The candidates of each anchor.
  var candidates: [[Candidate]]
  /// What each anchor was resolved to; empty before the first resolution.
  var resolutions: [Resolution] = []
  /// Whether candidates beyond the exact ones were looked for.
  var isWidened: [Bool]

  init(_ phrase: PlacePhrase, atlas: Atlas) {
    self.phrase = phrase
    let frames = Frame.frames(of: phrase.context, atlas: atlas)
    scenes = phrase.anchors.map { Scene(of: $0, in: phrase, frames: frames, atlas: atlas) }
    candidates = phrase.anchors.map { atlas.candidates(of: $0) }
    isWidened = phrase.anchors.map { _ in false }
    for i in scenes.indices where candidates[i].count != 1 || frames.isEmpty {
      scenes[i].seeSurroundings(of: phrase, atlas: atlas)
    }
  }

  /// Whether the rest of the report could still change the choice.
  var isOpen: Bool {
    resolutions.isEmpty || resolutions.contains { ($0.chosen?.confidence ?? 0) < 0.97 }
  }

  /// Resolves every anchor, each beside the others; looks farther than the exact names where those
  /// are none or speak against the context.
  mutating func resolve(atlas: Atlas) {
    seeCompanions(atlas: atlas)
    weigh(atlas: atlas)
    for i in candidates.indices where !isWidened[i] && isContradicted(i, atlas: atlas) {
      isWidened[i] = true
      if candidates[i].count == 1 { scenes[i].seeSurroundings(of: phrase, atlas: atlas) }
      candidates[i] += atlas.widerCandidates(of: phrase.anchors[i], in: scenes[i])
    }
    if isWidened.contains(true) {
      seeCompanions(atlas: atlas)
      weigh(atlas: atlas)
    }
    if candidates.count > 1 { settleTogether(atlas: atlas) }
  }

  private mutating func weigh(atlas: Atlas) {
    resolutions = zip(candidates, scenes).map { Resolution(of: $0, in: $1, atlas: atlas) }
  }

  /// Whether no candidate fits what the sentence says of its area and its kind.
  private func isContradicted(_ i: Int, atlas: Atlas) -> Bool {
    // A road leads out of any area: a known name needs no other reading.
    if phrase.relation == .road, !candidates[i].isEmpty { return false }
    guard let best = resolutions[i].ranked.first, best.score >= 0 else { return true }
    if isStrange(best.candidate, in: scenes[i], atlas: atlas) { return true }
    return Reason.insideNamedArea.weigh(best.candidate, scenes[i], atlas) < -0.4
      || Reason.typeNoun.weigh(best.candidate, scenes[i], atlas) <= -0.5
  }

  /// Whether a place has nothing to do with a report that is about one part of the country: it may
  /// be the exact homonym of a name that is spelled otherwise there.
  private func isStrange(_ candidate: Candidate, in scene: Scene, atlas: Atlas) -> Bool {
    scene.frames.isEmpty && scene.companions.isEmpty && atlas[candidate.place].importance < 40
      && scene.governorates.values.contains { $0 > 0.5 }
      && Reason.sameGovernorateAsReport.weigh(candidate, scene, atlas) == 0
      && Reason.nearestToSurroundings.weigh(candidate, scene, atlas) < 0.6
  }

  /// Shows each anchor where the others may lie.
  private mutating func seeCompanions(atlas: Atlas) {
    guard candidates.count > 1 else { return }
    let landmarks = candidates.indices.map { i -> [Landmark] in
      // By what is known without companions: the frames and the names.
      var scene = scenes[i]
      scene.companions = []
      let ranked = Resolution(of: candidates[i], in: scene, atlas: atlas).ranked
      return ranked.prefix(12).compactMap { ranked in
        guard atlas[ranked.candidate.place].kind.isLocal else { return nil }
        return atlas[ranked.candidate.place].point.map {
          Landmark(place: ranked.candidate.place, point: $0, weight: ranked.confidence)
        }
      }
    }
    for i in scenes.indices {
      scenes[i].companions = landmarks.indices.filter { $0 != i }.map { landmarks[$0] }
    }
  }

  /// Settles the anchors one on the other: the surest first, the others beside it.
  private mutating func settleTogether(atlas: Atlas) {
    func landmark(_ i: Int) -> Landmark? {
      guard let place = resolutions[i].chosen?.candidate.place, atlas[place].kind.isLocal,
        let point = atlas[place].point
      else { return nil }
      return Landmark(place: place, point: point, weight: 1)
    }
    let order = resolutions.indices.sorted {
      let (a, b) = (
        resolutions[$0].ranked.first?.confidence ?? 0, resolutions[$1].ranked.first?.confidence ?? 0
      )
      return a != b ? a > b : $0 < $1
    }
    for i in order.dropFirst() {
      scenes[i].companions = order.prefix { $0 != i }.compactMap { landmark($0).map { [$0] } }
      resolutions[i] = Resolution(of: candidates[i], in: scenes[i], atlas: atlas)
    }
  }
}
