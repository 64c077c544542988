import Claims
import Geocoding

/// Which claims of one report tell which of its gold operations.
package struct ReportMatch: Sendable {
  /// A gold operation and the claim that tells it, by their indexes.
  package struct Pair: Hashable, Sendable {
    package var gold: Int
    package var claim: Int
    package var score: PairScore
  }

  /// The pairs, in the order of the gold.
  package var pairs: [Pair] = []
  /// Gold operations that no claim tells, without those that may be left out.
  package var missed: [Int] = []
  /// Claims that tell no gold operation.
  package var falseAlarms: [Int] = []
  /// Claims that are neither right nor wrong: further places of an operation that was found, and
  /// operations that may be given or left out.
  package var uncounted: [Int] = []

  /// Matches one to one, so that the scores of the pairs add up to the most.
  package init(
    of claims: [LocatedClaim], with gold: [GoldOperation], knowing facts: PlaceFacts
  ) {
    let scores = gold.map { operation in
      claims.map { PairScore(of: $0, against: operation, knowing: facts) }
    }
    let weights = scores.map { row in
      row.map { $0.admitsPair ? Int(($0.total * 1_000_000).rounded()) : 0 }
    }
    var isFree = claims.map { _ in true }
    for (g, matched) in heaviestAssignment(weights).enumerated() {
      guard let c = matched else {
        if !gold[g].isAmbiguous { missed.append(g) }
        continue
      }
      isFree[c] = false
      if gold[g].isAmbiguous {
        uncounted.append(c)
      } else {
        pairs.append(Pair(gold: g, claim: c, score: scores[g][c]))
      }
    }
    for c in claims.indices where isFree[c] {
      // Its operation is matched already, else the two would have been paired.
      let isAbsorbed = gold.indices.contains { g in
        gold[g].hasSeveralPlaces && scores[g][c].admitsPair && scores[g][c].place > 0
      }
      if isAbsorbed { uncounted.append(c) } else { falseAlarms.append(c) }
    }
    uncounted.sort()
  }
}
