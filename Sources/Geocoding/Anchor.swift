import Claims
import Gazetteer
import Geometry

/// A name of a phrase on its way to a place: what it may mean, and how likely each is.
struct Anchor {
  let name: KnownName
  /// Its number among the names of the report.
  let number: Int32
  /// The type noun before it.
  let noun: PlaceNoun?
  /// What the report says around the name.
  private(set) var scene: Scene
  /// What the name may mean, each place once.
  private(set) var candidates: [Candidate]
  /// The weight of every reason for every candidate, one candidate after the other.
  private var weights: [Double]
  /// The candidates with their probabilities, best first; empty before they have been weighed.
  private(set) var ranked: [Ranked] = []
  /// The probability that the name means none of them.
  private(set) var none = 1.0
  /// What follows from all that; nothing before it has been drawn.
  private(set) var conclusion = Conclusion()
  /// Whether candidates beyond the exact ones were looked for.
  private(set) var isWidened = false
  /// How many of the candidates have been weighed by the surroundings as they are.
  private var placed = 0

  struct Ranked: Sendable {
    /// Where it stands among the candidates.
    var position: Int
    var place: Int32
    /// The sum of the reasons' weights.
    var score: Double
    /// The share of the odds, 0...1.
    var confidence: Double
  }

  /// What a name means in the end, and why.
  struct Conclusion: Sendable {
    /// The place that was chosen; nil where nothing was.
    var place: Int32?
    /// Other places of the spot that was chosen.
    var sameSpot: [Int32] = []
    /// The probability that the name means the spot that was chosen; a half where nothing was.
    var confidence = 0.5
    var reasons: [String] = []
  }

  /// The log odds that a name means none of the candidates: a gazetteer lacks places.
  static let noneOfThem = -2.0
  /// How much of what fits about the best candidate would fit a place that the gazetteer lacks just
  /// as well: it too lies where the sentence says, and is of the kind that it says.
  private static let sharedByUnknown = 0.5

  /// - Parameters:
  ///   - noun: The type noun before the name.
  ///   - otherNoun: What the report calls a place of the same name elsewhere, where the phrase does not
  ///     say.
  init(
    _ name: KnownName, number: Int32, behind noun: PlaceNoun?,
    calledElsewhere otherNoun: PlaceNoun?, in phrase: PlacePhrase, frames: [Frame], atlas: Atlas
  ) {
    self.name = name
    self.number = number
    self.noun = noun
    scene = Scene(of: name, behind: otherNoun ?? noun, in: phrase, frames: frames)
    candidates = name.candidates
    weights = []
    addSteadyWeights(of: 0, atlas)
  }

  // MARK: What stands around

  /// Shows where the other names of the phrase may lie, one list for each name.
  mutating func see(companions: [[Landmark]]) { scene.companions = companions }

  /// Shows where the other places of the report may lie.
  mutating func see(surroundings: [Landmark]) {
    scene.surroundings = surroundings
    placed = 0
  }

  /// Tells how much to make of the surroundings.
  mutating func trust(surroundings trust: Double) {
    scene.surroundingsTrust = trust
    placed = 0
  }

  /// Shows what the other phrases of the report say: how strongly for each governorate, where they were
  /// put, and what the same name means elsewhere.
  mutating func see(governorates: [Double], landmarks: [Landmark], settled: Int32?) {
    scene.governorates = governorates
    // Places that are settled count beside the names that stand around, once each.
    let named = scene.surroundings.count
    for i in landmarks.indices {
      var number = 0
      while number < named, scene.surroundings[number].place != landmarks[i].place { number += 1 }
      if number == named { scene.surroundings.append(landmarks[i]) }
    }
    if let settled { scene.settled = settled }
    placed = 0
  }

  // MARK: What is likely

  /// The candidate that was chosen; nil when none is likelier than that none is right.
  var chosen: Ranked? {
    guard let best = ranked.first, best.confidence > none else { return nil }
    return best
  }

  /// The weight of a reason for a candidate.
  func weight(of reason: Reason, for ranked: Ranked) -> Double {
    weights[ranked.position * Reason.count + reason.rawValue]
  }

  /// Looks farther than the exact names.
  mutating func widen(atlas: Atlas) {
    isWidened = true
    let first = candidates.count
    for candidate in atlas.widerCandidates(of: name, behind: noun, in: scene) {
      if let i = candidates.firstIndex(where: { $0.place == candidate.place }) {
        candidates[i].takeBetterMatch(of: candidate)
        if i < first {
          weights[i * Reason.count + Reason.nameMatch.rawValue] = candidates[i].match.weight(
            hasNamedArea: !scene.frames.isEmpty)
        }
      } else {
        candidates.append(candidate)
      }
    }
    addSteadyWeights(of: first, atlas)
  }

  /// Weighs the candidates from one on by what the rest of the phrase and of the report cannot change.
  private mutating func addSteadyWeights(of first: Int, _ atlas: Atlas) {
    let missing = candidates.count * Reason.count - weights.count
    weights.reserveCapacity(weights.count + missing)
    for _ in 0..<missing { weights.append(0) }
    for position in first..<candidates.count {
      let candidate = candidates[position]
      let place = atlas[candidate.place]
      let area = scene.areaWeights(of: candidate.place, atlas)
      var nameWeight = candidate.match.weight(hasNamedArea: !scene.frames.isEmpty)
      if case .spelling = candidate.match { nameWeight += name.renown }
      let row = position * Reason.count
      weights[row + Reason.nameMatch.rawValue] = nameWeight
      weights[row + Reason.insideNamedArea.rawValue] = area.inside
      weights[row + Reason.onNamedSide.rawValue] = area.side
      weights[row + Reason.typeNoun.rawValue] = atlas.fit(of: candidate.place, with: scene.noun)
      weights[row + Reason.phraseKind.rawValue] = place.kind.weight(in: scene)
      weights[row + Reason.importance.rawValue] = place.fame
      weights[row + Reason.rowTrust.rawValue] = place.doubt
    }
  }

  /// Weighs every candidate by all reasons, and shares the odds out.
  ///
  /// The order of the candidates makes no difference: ties go to the better known place, then to the
  /// lower index.
  mutating func weigh(heedingCompanions: Bool = true, atlas: Atlas) {
    if ranked.capacity < candidates.count { ranked.reserveCapacity(candidates.count) }
    if ranked.count > 0 { ranked.removeAll(keepingCapacity: true) }
    for position in candidates.indices {
      let place = candidates[position].place
      let row = position * Reason.count
      weights[row + Reason.nearestToCompanions.rawValue] =
        heedingCompanions ? scene.companionWeight(of: place, atlas) : 0
      if position >= placed {
        weights[row + Reason.nearestToSurroundings.rawValue] =
          scene.surroundingsWeight(of: place, atlas)
      }
      weights[row + Reason.sameGovernorateAsReport.rawValue] = scene.governorateWeight(
        of: place, besides: weights[row + Reason.nearestToSurroundings.rawValue], atlas)
      weights[row + Reason.sameNameInReport.rawValue] = scene.settled == place ? 2.5 : 0
      var score = 0.0
      for i in row..<row + Reason.count { score += weights[i] }
      ranked.append(Ranked(position: position, place: place, score: score, confidence: 0))
    }
    placed = candidates.count
    rank(atlas)
    none = shareOdds()
  }

  /// Puts the likeliest candidates first.
  private mutating func rank(_ atlas: Atlas) {
    func isBefore(_ a: Ranked, _ b: Ranked) -> Bool {
      if a.score != b.score { return a.score > b.score }
      let (first, second) = (atlas[a.place].importance, atlas[b.place].importance)
      return first != second ? first > second : a.place < b.place
    }
    // Most names mean few places: each finds its place among those before it.
    if ranked.count > 16 { return ranked.sort(by: isBefore) }
    for i in ranked.indices.dropFirst() {
      let own = ranked[i]
      var position = i
      while position > 0, isBefore(own, ranked[position - 1]) {
        ranked[position] = ranked[position - 1]
        position -= 1
      }
      ranked[position] = own
    }
  }

  /// Gives each candidate its share of the odds, and returns what is left for none of them.
  private mutating func shareOdds() -> Double {
    var fit = 0.0
    if let best = ranked.first {
      let row = best.position * Reason.count
      for reason in Reason.ofContext { fit += weights[row + reason] }
    }
    let noneScore = Self.noneOfThem + 0.5 * name.renown + Self.sharedByUnknown * max(0, fit)
    let top = max(ranked.first?.score ?? noneScore, noneScore)
    func odds(_ score: Double) -> Double { score == top ? 1 : exponential(score - top) }
    let noneOdds = odds(noneScore)
    var sum = noneOdds
    for i in ranked.indices {
      ranked[i].confidence = odds(ranked[i].score)
      sum += ranked[i].confidence
    }
    for i in ranked.indices { ranked[i].confidence /= sum }
    return noneOdds / sum
  }

  /// Whether a candidate means the same spot as the chosen one: it is the same, a part of the same
  /// quarter, or the same place from another source.
  private func isSameSpot(_ other: Ranked, as chosen: Ranked, atlas: Atlas) -> Bool {
    if other.place == chosen.place { return true }
    let (row, place) = (atlas[chosen.place], atlas[other.place])
    guard other.score > chosen.score - 2.5, row.kind.isLocal, place.kind.isLocal,
      let point = row.point, let otherPoint = place.point
    else { return false }
    return point.kilometres(to: otherPoint) < (row.kind == .neighbourhood ? 4 : 2)
  }

  /// Draws the conclusion of what was weighed; nothing is to be weighed after it.
  mutating func conclude(atlas: Atlas) {
    guard let chosen else {
      conclusion = Conclusion(confidence: 0.5, reasons: ["no place of this name fits"])
      return
    }
    var spot: [Int32] = []
    var share = 0.0
    for other in ranked where isSameSpot(other, as: chosen, atlas: atlas) {
      share += other.confidence
      if other.place != chosen.place { spot.append(other.place) }
    }
    conclusion = Conclusion(
      place: chosen.place, sameSpot: spot, confidence: share,
      reasons: reasons(for: chosen, atlas: atlas))
  }

  /// Tells why the chosen candidate was chosen, strongest first: how its name fits, then every
  /// reason that speaks for it.
  private func reasons(for chosen: Ranked, atlas: Atlas) -> [String] {
    let candidate = candidates[chosen.position]
    var texts: [String] = []
    texts.reserveCapacity(6)
    texts.append(Reason.nameMatch.told(of: candidate, named: name.text, in: scene, atlas))
    let row = chosen.position * Reason.count
    var left = reasonsToTell(inRow: row)
    while left != 0 {
      // The strongest of them, of equal ones the first.
      var strongest = left.trailingZeroBitCount
      var others = left & (left - 1)
      while others != 0 {
        let other = others.trailingZeroBitCount
        if weights[row + other] > weights[row + strongest] { strongest = other }
        others &= others - 1
      }
      left &= ~(1 << strongest)
      if let reason = Reason(rawValue: strongest) {
        texts.append(reason.told(of: candidate, named: name.text, in: scene, atlas))
      }
    }
    return texts
  }

  /// The numbers of the reasons that speak for a candidate, all but its name, as the bits of a number.
  private func reasonsToTell(inRow row: Int) -> Int {
    var told = 0
    for number in (Reason.nameMatch.rawValue + 1)..<Reason.count {
      // What every hamlet has some of is told of well known places alone.
      let least = number == Reason.importance.rawValue ? 1 : 0.3
      if weights[row + number] >= least { told |= 1 << number }
    }
    return told
  }
}
