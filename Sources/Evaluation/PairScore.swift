import Claims
import Geocoding
import Geometry
import Mentions

/// How well a claim agrees with a gold operation: four parts, each 0...1, and their weighted sum.
package struct PairScore: Hashable, Sendable {
  package var type: Double
  package var place: Double
  package var date: Double
  package var evidence: Double

  /// 0.35 type + 0.35 place + 0.20 date + 0.10 evidence.
  package var total: Double { 0.35 * type + 0.35 * place + 0.20 * date + 0.10 * evidence }

  /// Tells whether the two may be held for the same operation at all.
  package var admitsPair: Bool {
    // Half a millionth of grace, because 0.35 + 0.10 + … are not exact in binary.
    total >= 0.5 - 5e-7 && type > 0 && (place > 0 || evidence >= 0.5)
  }

  /// Scores a claim against a gold operation.
  package init(of claim: LocatedClaim, against gold: GoldOperation, knowing facts: PlaceFacts) {
    type = Self.type(claim.claim.type, gold)
    place = Self.place(claim, gold, facts)
    date = Self.date(claim.claim.date?.edtf, gold.date)
    evidence = sharedWords(gold.evidence, claim.evidence.map(\.text))
  }

  private static func type(_ claimed: OperationType, _ gold: GoldOperation) -> Double {
    if gold.accepts(claimed) { return 1 }
    guard let family = claimed.family, family == gold.type.family else { return 0 }
    return 0.5
  }

  private static func date(_ claimed: String?, _ gold: String?) -> Double {
    guard let claimed, let gold else { return claimed == gold ? 1 : 0.5 }
    guard let a = DateSpan(edtf: claimed), let b = DateSpan(edtf: gold) else {
      return claimed == gold ? 1 : 0
    }
    return switch a.days(to: b) {
    case 0: 1
    case 1: 0.5
    default: 0
    }
  }

  private static func place(
    _ claim: LocatedClaim, _ gold: GoldOperation, _ facts: PlaceFacts
  ) -> Double {
    if claim.meetsCodes(of: gold, knowing: facts) { return 1 }
    let isNamedAlike = claim.isNamedAlike(gold)
    let claimed = claim.location?.point
    guard let point = gold.point else {
      if isNamedAlike { return 1 }
      let inside = [claim.location?.governorate, claimed.flatMap(facts.governorate)]
      return inside.contains { $0.map(gold.governorates.contains) == true } ? 0.5 : 0
    }
    if let claimed {
      let km = claimed.kilometres(to: point)
      let tolerance = gold.tolerance(knowing: facts)
      if km <= tolerance { return 1 }
      if km <= 3 * tolerance { return 0.5 }
    }
    return isNamedAlike ? 0.5 : 0
  }
}

extension OperationType {
  /// The family whose members are half right for each other; nil for the type that has none.
  package var family: Int? {
    switch self {
    case .airborneRaid, .groundRaid, .arrest, .weaponsCache: 0
    case .airStrike, .droneStrike, .shelling: 1
    case .clash, .ambush, .assassination, .ied: 2
    case .other: nil
    }
  }
}

extension GoldOperation {
  package func accepts(_ claimed: OperationType) -> Bool {
    claimed == type || otherTypes.contains(claimed)
  }

  package func accepts(_ claimed: ClaimStatus) -> Bool {
    claimed == status || otherStatuses.contains(claimed)
  }
}

extension LocatedClaim {
  /// The codes of the places that the claim was located at.
  package var codes: [String] { location?.places.map(\.id) ?? [] }

  /// The place phrase of the claim as written, nil when it has none.
  package var placeText: String? { location?.text ?? claim.place?.text }

  /// The codes of all governorates that the claim was located in.
  package var governorates: Set<String> {
    guard let location else { return [] }
    return Set(location.governorates).union(location.governorate.map { [$0] } ?? [])
  }

  /// Tells whether a code of the claim is one of the gold's, or may stand for one of them.
  package func meetsCodes(of gold: GoldOperation, knowing facts: PlaceFacts) -> Bool {
    !facts.widened(gold.codes + gold.otherCodes).isDisjoint(with: codes)
  }

  /// Tells whether the claim's place phrase has the names of the gold's, in whatever order.
  package func isNamedAlike(_ gold: GoldOperation) -> Bool {
    guard let placeText else { return false }
    let parts = ComparedName.parts(of: placeText)
    let names = ComparedName.parts(of: gold.placeText)
    return parts.count == names.count
      && names.allSatisfy { name in parts.contains { name.matches($0) } }
  }
}
