import Gazetteer

/// What a name was resolved to: the candidates with their probabilities, best first.
struct Resolution: Sendable {
  /// Every candidate that was weighed, best first.
  var ranked: [Ranked]
  /// The probability that the name means none of them.
  var none: Double

  struct Ranked: Sendable {
    var candidate: Candidate
    /// The sum of the reasons' weights.
    var score: Double
    /// The share of the odds, 0...1.
    var confidence: Double
  }

  /// The candidate that was chosen; nil when none is likelier than that none is right.
  var chosen: Ranked? {
    guard let best = ranked.first, best.confidence > none else { return nil }
    return best
  }

  /// The log odds that a name means none of the candidates: a gazetteer lacks places.
  static let noneOfThem = -2.0
  /// How much of what fits about the best candidate would fit a place that the gazetteer lacks just
  /// as well: it too lies where the sentence says, and is of the kind that it says.
  private static let sharedByUnknown = 0.5

  /// Weighs every candidate by all reasons, and shares the odds out.
  ///
  /// Candidates of one place count once, by their best match. The order of the candidates makes no
  /// difference: ties go to the better known place, then to the lower index.
  init(of candidates: [Candidate], in scene: Scene, atlas: Atlas) {
    var weighed: [Ranked] = []
    weighed.reserveCapacity(candidates.count)
    for candidate in candidates {
      let score = Reason.all.reduce(0) { $0 + $1.weigh(candidate, scene, atlas) }
      if let i = weighed.firstIndex(where: { $0.candidate.place == candidate.place }) {
        if weighed[i].score < score {
          weighed[i] = Ranked(candidate: candidate, score: score, confidence: 0)
        }
      } else {
        weighed.append(Ranked(candidate: candidate, score: score, confidence: 0))
      }
    }
    weighed.sort {
      if $0.score != $1.score { return $0.score > $1.score }
      let (a, b) = (atlas[$0.candidate.place].importance, atlas[$1.candidate.place].importance)
      return a != b ? a > b : $0.candidate.place < $1.candidate.place
    }
    let fit = weighed.first.map { best in
      Reason.ofContext.reduce(0) { $0 + $1.weigh(best.candidate, scene, atlas) }
    }
    let noneScore = Self.noneOfThem + Self.sharedByUnknown * max(0, fit ?? 0)
    let top = max(weighed.first?.score ?? noneScore, noneScore)
    let odds = weighed.map { exponential($0.score - top) }
    let noneOdds = exponential(noneScore - top)
    let sum = odds.reduce(noneOdds, +)
    for i in weighed.indices { weighed[i].confidence = odds[i] / sum }
    ranked = weighed
    none = noneOdds / sum
  }

  /// The candidates that mean the same spot as the chosen one, itself first: a quarter's parts, a
  /// place that two sources have.
  func sameSpot(atlas: Atlas) -> [Ranked] {
    guard let chosen, let point = atlas[chosen.candidate.place].point,
      atlas[chosen.candidate.place].kind.isLocal
    else { return chosen.map { [$0] } ?? [] }
    let isQuarter = atlas[chosen.candidate.place].kind == .neighbourhood
    return ranked.filter { other in
      let place = atlas[other.candidate.place]
      guard place.kind.isLocal, let otherPoint = place.point, other.score > chosen.score - 2.5
      else { return other.candidate.place == chosen.candidate.place }
      return point.kilometres(to: otherPoint) < (isQuarter ? 4 : 2)
    }
  }

  /// Tells why the chosen candidate was chosen, strongest first: how its name fits, then every
  /// reason that speaks for it.
  func reasons(in scene: Scene, atlas: Atlas) -> [String] {
    guard let chosen else { return [] }
    let told = Reason.all.enumerated().dropFirst().compactMap {
      (position, reason) -> (weight: Double, position: Int, text: String)? in
      let weight = reason.weigh(chosen.candidate, scene, atlas)
      guard weight >= 0.3 else { return nil }
      return (weight, position, reason.tell(chosen.candidate, scene, atlas))
    }
    let ordered = told.sorted {
      $0.weight != $1.weight ? $0.weight > $1.weight : $0.position < $1.position
    }
    return [Reason.nameMatch.tell(chosen.candidate, scene, atlas)] + ordered.map(\.text)
  }
}
