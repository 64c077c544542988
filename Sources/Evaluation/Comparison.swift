import Claims
import Geocoding
import Geometry
import Mentions

/// A gold operation beside the claim that found it, field by field.
struct Comparison {
  private let claim: LocatedClaim
  private let gold: GoldOperation
  private let score: PairScore
  private let facts: PlaceFacts
  /// How far the two points lie apart, nil when one is missing.
  let kilometres: Double?
  /// The fields that came out wrong, in the order that they were compared.
  private(set) var misses: [Miss] = []

  init(
    of claim: LocatedClaim, with gold: GoldOperation, score: PairScore, knowing facts: PlaceFacts
  ) {
    self.claim = claim
    self.gold = gold
    self.score = score
    self.facts = facts
    if let a = claim.location?.point, let b = gold.point {
      kilometres = a.kilometres(to: b)
    } else {
      kilometres = nil
    }
  }

  /// Compares every field, counts it, and keeps what is wrong.
  mutating func add(to figures: inout MatchedFigures) {
    addKind(to: &figures)
    addPlace(to: &figures)
    addDistance(to: &figures.distance)
    addDate(to: &figures)
    add(.killed, gold.killed, claim.claim.killed, to: &figures.killed)
    add(.wounded, gold.wounded, claim.claim.wounded, to: &figures.wounded)
    add(.detained, gold.detained, claim.claim.detained, to: &figures.detained)
    add(.freed, gold.freed, claim.claim.freed, to: &figures.freed)
    addActors(to: &figures.actors)
  }

  private mutating func note(
    _ field: Miss.Field, _ category: String, gold wanted: String, claimed: String
  ) {
    misses.append(
      Miss(
        field: field, category: category, report: claim.report.id, gold: wanted, claimed: claimed,
        excerpt: beginning(of: gold.evidence)))
  }

  private mutating func note(change field: Miss.Field, from wanted: String, to claimed: String) {
    note(
      field, "wrong \(field.rawValue): \(wanted) → \(claimed)", gold: wanted, claimed: claimed)
  }

  // MARK: What

  private mutating func addKind(to figures: inout MatchedFigures) {
    let status = claim.claim.status
    figures.status.count(gold.accepts(status))
    if !gold.accepts(status) {
      note(change: .status, from: gold.status.rawValue, to: status.rawValue)
    }
    let type = claim.claim.type
    figures.type.count(gold.accepts(type))
    if !gold.accepts(type) { note(change: .type, from: gold.type.rawValue, to: type.rawValue) }
  }

  // MARK: Where

  private mutating func addPlace(to figures: inout MatchedFigures) {
    let relation = claim.location?.relation ?? claim.claim.place?.relation
    figures.relation.count(relation == gold.relation)
    if relation != gold.relation {
      note(change: .relation, from: gold.relation.rawValue, to: relation?.rawValue ?? "none")
    }

    let precision = claim.location?.precision
    let isSameClass = precision?.category == gold.precision.category
    figures.precision.count(precision == gold.precision)
    figures.precisionClass.count(isSameClass)
    if !isSameClass {
      note(change: .precision, from: gold.precision.rawValue, to: precision?.rawValue ?? "none")
    }

    let claimed = claim.governorates
    if !gold.governorates.isEmpty {
      let wanted = Set(gold.governorates)
      figures.governorate.count(claimed == wanted)
      figures.governorateWithin.count(!claimed.isEmpty && claimed.isSubset(of: wanted))
      if claimed != wanted {
        let how =
          claimed.isEmpty
          ? "none" : claimed.isDisjoint(with: wanted) ? "another" : "not the same set"
        note(
          .governorate, "wrong governorate: \(how)", gold: list(wanted.sorted()),
          claimed: list(claimed.sorted()))
      }
    }

    if let location = claim.location, !location.places.isEmpty {
      figures.calibration.count(location.confidence, score.place == 1)
    }

    let isSameCode = gold.hasExactly(claim.codes)
    if let isSameCode { figures.code.count(isSameCode) }
    if score.place < 1 {
      note(.place, "wrong place: \(howFar)", gold: goldPlace, claimed: claimedPlace)
    } else if isSameCode == false {
      note(.code, "right place by another code", gold: goldPlace, claimed: claimedPlace)
    }
  }

  private var howFar: String {
    guard claim.location?.point != nil else { return "none given" }
    guard let kilometres else { return "gold has no point" }
    return kilometres > 25 ? "over 25 km off" : "up to 25 km off"
  }

  private var goldPlace: String {
    let point = gold.point.map { " at \(degrees($0))" } ?? ""
    return "\(gold.relation.rawValue) \(gold.placeText) \(list(gold.codes))\(point)"
  }

  private var claimedPlace: String {
    guard let location = claim.location else { return claim.placeText ?? "none" }
    let point = location.point.map { " at \(degrees($0))" } ?? ""
    let distance = kilometres.map { ", \(tenths($0)) km off" } ?? ""
    return
      "\(location.relation.rawValue) \(location.text) \(list(claim.codes))\(point)\(distance)"
  }

  private func addDistance(to figures: inout DistanceFigures) {
    guard gold.point != nil else { return }
    let km = kilometres ?? .infinity
    figures.withinTolerance.count(km <= gold.tolerance(knowing: facts))
    figures.within1Km.count(km <= 1)
    figures.within5Km.count(km <= 5)
    figures.within25Km.count(km <= 25)
    if let kilometres {
      figures.insideRadius.count(kilometres * 1000 <= claim.location?.radius ?? 0)
    }
  }

  // MARK: When

  private mutating func addDate(to figures: inout MatchedFigures) {
    let claimed = claim.claim.date?.edtf
    let overlaps: Bool
    if let claimed, let wanted = gold.date,
      let a = DateSpan(edtf: claimed), let b = DateSpan(edtf: wanted)
    {
      overlaps = a.overlaps(b)
    } else {
      overlaps = claimed == gold.date
    }
    figures.date.count(claimed == gold.date)
    figures.dateOverlapping.count(overlaps)
    guard claimed != gold.date else { return }
    let how = difference(claimed == nil, gold.date == nil, overlaps)
    note(.date, "wrong date: \(how)", gold: gold.date ?? "none", claimed: claimed ?? "none")
  }

  /// The words for a range that came out wrong.
  private func difference(_ isUnclaimed: Bool, _ isUnstated: Bool, _ overlaps: Bool) -> String {
    isUnclaimed
      ? "none given" : isUnstated ? "gold has none" : overlaps ? "overlapping" : "another"
  }

  // MARK: How many

  private mutating func add(
    _ field: Miss.Field, _ wanted: CountRange?, _ claimed: CountRange?,
    to figures: inout CountFigures
  ) {
    figures.exactOrSilent.count(wanted == claimed)
    guard wanted != nil || claimed != nil else { return }
    var overlaps = false
    if let wanted, let claimed { overlaps = wanted.overlaps(claimed) }
    figures.exact.count(wanted == claimed)
    figures.overlapping.count(overlaps)
    guard wanted != claimed else { return }
    let how = difference(claimed == nil, wanted == nil, overlaps)
    note(
      field, "wrong \(field.rawValue): \(how)", gold: wanted?.words ?? "none",
      claimed: claimed?.words ?? "none")
  }

  // MARK: Who

  private mutating func addActors(to figures: inout Detection) {
    let isOrderFree = gold.type == .clash || gold.type == .other
    let claimed = claim.claim.actors
    let names = claimed.map { ComparedName($0.name) }
    let pairs = heaviestAssignment(
      gold.actors.map { actor in
        let name = ComparedName(actor.name)
        return claimed.indices.map { i in
          let isSameRole =
            actor.role == claimed[i].role
            || isOrderFree && actor.role != .partner && claimed[i].role != .partner
          return isSameRole && name.containsOrIsContained(in: names[i]) ? 1 : 0
        }
      })
    let found = Set(pairs.compactMap { $0 })
    figures.wanted.right += found.count
    figures.wanted.of += gold.actors.count
    figures.given.right += found.count
    figures.given.of += claimed.count
    let wantedText = list(gold.actors.map { "\($0.role.rawValue) \($0.name)" })
    let claimedText = list(claimed.map { "\($0.role.rawValue) \($0.name)" })
    for (actor, pair) in zip(gold.actors, pairs) where pair == nil {
      note(
        .actors, "\(actor.role.rawValue) not read", gold: wantedText, claimed: claimedText)
    }
    for i in claimed.indices where !found.contains(i) {
      note(
        .actors, "\(claimed[i].role.rawValue) too many", gold: wantedText, claimed: claimedText)
    }
  }
}

extension GoldOperation {
  /// Tells whether the codes are the gold's or equally right ones; nil when the gold has no code
  /// of its own, because then no code or one of another gazetteer is right as well.
  package func hasExactly(_ claimed: [String]) -> Bool? {
    let (first, others, claimed) = (Set(codes), Set(otherCodes), Set(claimed))
    guard !first.isEmpty else { return nil }
    guard !claimed.isEmpty, claimed.isSubset(of: first.union(others)) else { return false }
    return claimed == first || !claimed.isDisjoint(with: others)
  }
}

extension Precision {
  /// The precision with village, town and city taken for one.
  package var category: Precision { self == .village || self == .city ? .town : self }
}

extension CountRange {
  /// Tells whether some number lies in both.
  package func overlaps(_ other: CountRange) -> Bool {
    min <= other.max ?? .max && other.min <= max ?? .max
  }

  /// `3`, `3–5`, `3 or more`.
  fileprivate var words: String {
    guard let max else { return "\(min) or more" }
    return min == max ? "\(min)" : "\(min)–\(max)"
  }
}
