import Claims
import Geocoding
import Mentions
import Reports

/// What several claims of one event say together.
///
/// Claims that deny the event add nothing, unless all of them deny it.
final class UnitedClaims: Sendable {
  let type: OperationType
  let status: ClaimStatus
  let date: EventDate?
  let time: String?
  let location: Location?
  let actors: [ClaimActor]
  let means: [String]
  let targets: [String]
  let killed: CountRange?
  let wounded: CountRange?
  let detained: CountRange?
  let freed: CountRange?
  let casualties: [CasualtyCount]

  /// Unites the claims that tell of an event.
  ///
  /// - Parameter date: The day on which they agree.
  init(of telling: ClaimGroup, on date: EventDate?) {
    type = telling.lazy.map { $0.pointee.claim.type }.min {
      ($0.rank, $0.rawValue) < ($1.rank, $1.rawValue)
    }!
    status = telling.lazy.map { $0.pointee.claim.status }.min { $0.rank < $1.rank }!
    self.date = date
    time = bestTime(of: telling, on: date)
    location = bestLocation(of: telling)
    actors = unitedActors(of: telling)
    means = unique(telling.flatMap { $0.pointee.claim.means })
    targets = unique(telling.flatMap { $0.pointee.claim.targets })
    killed = unitedCount(of: telling) { $0.pointee.claim.killed }
    wounded = unitedCount(of: telling) { $0.pointee.claim.wounded }
    detained = unitedCount(of: telling) { $0.pointee.claim.detained }
    freed = unitedCount(of: telling) { $0.pointee.claim.freed }
    casualties = unitedCasualties(of: telling)
  }
}

extension ClaimStatus {
  /// What stands when claims differ: news before history before what did not come about.
  fileprivate var rank: Int {
    switch self {
    case .reported: 0
    case .historical: 1
    case .foiled: 2
    case .planned: 3
    case .denied: 4
    }
  }
}

/// The most precise day; of several the one that most reports give, then the founding claim's.
///
/// A day without a year takes its year from a claim that knows no more than the month or year.
func bestDate(of claims: ClaimGroup) -> EventDate? {
  let founding = claims[claims.startIndex].pointee.claim.date
  if claims.allSatisfy({ $0.pointee.claim.date == founding }) { return founding }
  var best: (date: EventDate, score: (Int, Int))?
  let dates = unique(claims.compactMap { $0.pointee.claim.date })
  let completed = dates.flatMap { date in dates.compactMap { date.completed(by: $0) } }
  for date in unique(dates + completed) {
    let saying = claims.lazy.filter { $0.pointee.claim.date == date }
    let score = (date.span, -Set(saying.map { $0.pointee.report.id }).count)
    if best == nil || score < best!.score { best = (date, score) }
  }
  return best?.date
}

extension EventDate {
  /// How many days the date leaves open; a date without a year is vaguer than any with one, but a
  /// day is still told from a month.
  fileprivate var span: Int {
    switch self {
    case .yearlessDay: 1000
    case .yearlessInterval: 1010
    case .yearlessMonth: 1030
    default: bounds.map { $0.upperBound.number - $0.lowerBound.number + 1 } ?? 1000
    }
  }

  /// The date with the year of another one, when this lacks it and the other leaves only one.
  fileprivate func completed(by other: EventDate) -> EventDate? {
    guard case .yearlessDay(let month, let day) = self, let bounds = other.bounds else {
      return nil
    }
    let years = bounds.lowerBound.parts.year...bounds.upperBound.parts.year
    let days = years.compactMap { CalendarDay(year: $0, month: month, day: day) }
      .filter { bounds.contains($0) }
    return days.count == 1 ? .day(days[0]) : nil
  }
}

/// The clock time of a claim that gives the chosen day, else of any.
private func bestTime(of claims: ClaimGroup, on date: EventDate?) -> String? {
  claims.first { $0.pointee.claim.time != nil && $0.pointee.claim.date == date }?.pointee.claim.time
    ?? claims.first { $0.pointee.claim.time != nil }?.pointee.claim.time
}

/// The finest location that is more likely right than wrong, then the surest, then the narrowest.
private func bestLocation(of claims: ClaimGroup) -> Location? {
  var best: (claim: ClaimPointer, score: (Int, Int, Double, Double))?
  for claim in claims {
    guard let precision = claim.pointee.location?.precision,
      let confidence = claim.pointee.location?.confidence
    else { continue }
    let score = (
      confidence >= 0.5 ? 0 : 1, precision.coarseness, -confidence,
      claim.pointee.location?.radius ?? .infinity
    )
    if best == nil || score < best!.score { best = (claim, score) }
  }
  return best?.claim.pointee.location
}

/// Everybody who takes part, each once, in the role that most reports give.
func unitedActors(of claims: some Collection<ClaimPointer>) -> [ClaimActor] {
  if claims.count == 1, let only = claims.first, areUnited(only) {
    return only.pointee.claim.actors
  }
  var united: [(actor: ClaimActor, roles: RoleCounts)] = []
  for claim in claims {
    for i in claim.pointee.claim.actors.indices {
      let actor = claim.pointee.claim.actors[i]
      if let known = united.firstIndex(where: { $0.actor.isSame(as: actor) }) {
        united[known].roles.add(actor.role)
      } else {
        united.append((actor, RoleCounts(of: actor.role)))
      }
    }
  }
  var actors: [ClaimActor] = []
  actors.reserveCapacity(united.count)
  for role in [ClaimActor.Role.initiator, .partner, .target] {
    for i in united.indices where united[i].roles.most == role {
      united[i].actor.role = role
      actors.append(united[i].actor)
    }
  }
  return actors
}

/// Whether a claim tells of everybody once: initiators, then partners, then targets.
private func areUnited(_ claim: ClaimPointer) -> Bool {
  for i in claim.pointee.claim.actors.indices.dropFirst() {
    if claim.pointee.claim.actors[i].role.order < claim.pointee.claim.actors[i - 1].role.order {
      return false
    }
    for other in 0..<i
    where claim.pointee.claim.actors[other].isSame(as: claim.pointee.claim.actors[i]) {
      return false
    }
  }
  return true
}

extension ClaimActor.Role {
  fileprivate var order: Int {
    switch self {
    case .initiator: 0
    case .partner: 1
    case .target: 2
    }
  }
}

/// How often somebody is told in each role.
private struct RoleCounts {
  private var initiator = 0
  private var partner = 0
  private var target = 0

  init(of role: ClaimActor.Role) { add(role) }

  mutating func add(_ role: ClaimActor.Role) {
    switch role {
    case .initiator: initiator += 1
    case .partner: partner += 1
    case .target: target += 1
    }
  }

  /// The role that is told most; of several the first.
  var most: ClaimActor.Role {
    if initiator >= partner, initiator >= target { return .initiator }
    return partner >= target ? .partner : .target
  }
}

extension ClaimActor {
  /// True for two mentions of one actor: by the id of the table, else by the name.
  fileprivate func isSame(as other: ClaimActor) -> Bool {
    id == other.id && (id != nil || name == other.name)
  }
}

/// The range that holds all counts, or nil when nobody counts.
private func unitedCount(
  of claims: ClaimGroup, _ count: (ClaimPointer) -> CountRange?
) -> CountRange? {
  claims.reduce(nil) { sum, claim in
    guard let count = count(claim) else { return sum }
    return sum.map { $0.united(with: count) } ?? count
  }
}

/// Counts by group and by whoever gives them, each once, with the range that holds all claims.
func unitedCasualties(of claims: some Collection<ClaimPointer>) -> [CasualtyCount] {
  var all: [CasualtyCount] = []
  for claim in claims {
    for count in claim.pointee.claim.casualties {
      let same = all.firstIndex {
        $0.kind == count.kind && $0.group == count.group && $0.attributedTo == count.attributedTo
      }
      if let same {
        all[same].count = all[same].count.united(with: count.count)
      } else {
        all.append(count)
      }
    }
  }
  return all
}

/// The elements in their order, each once.
func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
  if elements.count < 2 { return elements }
  if elements.count <= 8 {
    // So few are sooner compared with each other.
    return elements.indices.filter { !elements[..<$0].contains(elements[$0]) }.map { elements[$0] }
  }
  var seen: Set<Element> = []
  return elements.filter { seen.insert($0).inserted }
}
