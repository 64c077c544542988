import Claims
import Geocoding
import Mentions
import Reports

extension Operation {
  /// Tells of one event what its claims say together.
  ///
  /// Claims that deny the event add nothing but their own text, unless all of them deny it.
  ///
  /// - Parameter claims: At least one claim, the founding claim first.
  init(merging claims: [LocatedClaim], id: String) {
    let telling = told(claims)
    self.id = id
    type = telling.map(\.claim.type).min { ($0.rank, $0.rawValue) < ($1.rank, $1.rawValue) }!
    status = telling.map(\.claim.status).min { $0.rank < $1.rank }!
    date = bestDate(of: telling)
    time = bestTime(of: telling, on: date)
    location = bestLocation(of: telling)
    actors = unitedActors(of: telling)
    means = unique(telling.flatMap(\.claim.means))
    targets = unique(telling.flatMap(\.claim.targets))
    killed = united(telling.map(\.claim.killed))
    wounded = united(telling.map(\.claim.wounded))
    detained = united(telling.map(\.claim.detained))
    freed = united(telling.map(\.claim.freed))
    casualties = unitedCasualties(of: telling)
    self.claims = claims
  }
}

/// The claims that tell of an event, and not that it did not happen, unless all do.
func told(_ claims: [LocatedClaim]) -> [LocatedClaim] {
  if claims.allSatisfy({ $0.claim.status != .denied }) { return claims }
  let affirming = claims.filter { $0.claim.status != .denied }
  return affirming.isEmpty ? claims : affirming
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
func bestDate(of claims: [LocatedClaim]) -> EventDate? {
  if claims.count == 1 { return claims[0].claim.date }
  var best: (date: EventDate, score: (Int, Int))?
  let dates = claims.compactMap(\.claim.date)
  let completed = unique(dates.flatMap { date in dates.compactMap { date.completed(by: $0) } })
  for date in unique(dates + completed) {
    let count = Set(claims.filter { $0.claim.date == date }.map(\.report.id)).count
    let score = (date.span, -count)
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
private func bestTime(of claims: [LocatedClaim], on date: EventDate?) -> String? {
  claims.lazy.filter { $0.claim.date == date }.compactMap(\.claim.time).first
    ?? claims.lazy.compactMap(\.claim.time).first
}

/// The finest location that is more likely right than wrong, then the surest, then the narrowest.
private func bestLocation(of claims: [LocatedClaim]) -> Location? {
  func score(_ location: Location) -> (Int, Int, Double, Double) {
    (
      location.confidence >= 0.5 ? 0 : 1, location.precision.coarseness, -location.confidence,
      location.radius ?? .infinity
    )
  }
  if claims.count == 1 { return claims[0].location }
  let locations = claims.compactMap(\.location)
  guard var best = locations.first else { return nil }
  for location in locations.dropFirst() where score(location) < score(best) { best = location }
  return best
}

/// Everybody who takes part, each once, in the role that most reports give.
private func unitedActors(of claims: [LocatedClaim]) -> [ClaimActor] {
  if claims.count == 1, claims[0].claim.actors.count < 2 { return claims[0].claim.actors }
  let roles: [ClaimActor.Role] = [.initiator, .partner, .target]
  var order: [String] = []
  var mentions: [String: [ClaimActor]] = [:]
  for actor in claims.lazy.flatMap(\.claim.actors) {
    if mentions[actor.key] == nil { order.append(actor.key) }
    mentions[actor.key, default: []].append(actor)
  }
  let united = order.compactMap { key -> ClaimActor? in
    guard let all = mentions[key], var actor = all.first else { return nil }
    let counts = roles.map { role in all.count { $0.role == role } }
    let most = counts.max() ?? 0
    actor.role = roles[counts.firstIndex(of: most) ?? 0]
    return actor
  }
  return roles.flatMap { role in united.filter { $0.role == role } }
}

/// The range that holds all counts, or nil when nobody counts.
private func united(_ counts: [CountRange?]) -> CountRange? {
  counts.reduce(nil) { sum, count in
    guard let count else { return sum }
    return sum.map { $0.united(with: count) } ?? count
  }
}

/// Counts by group and by whoever gives them, each once, with the range that holds all claims.
private func unitedCasualties(of claims: [LocatedClaim]) -> [CasualtyCount] {
  var all: [CasualtyCount] = []
  for count in claims.lazy.flatMap(\.claim.casualties) {
    let same = all.firstIndex {
      $0.kind == count.kind && $0.group == count.group && $0.attributedTo == count.attributedTo
    }
    if let same {
      all[same].count = all[same].count.united(with: count.count)
    } else {
      all.append(count)
    }
  }
  return all
}

/// The elements in their order, each once.
private func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
  if elements.count < 2 { return elements }
  var seen: Set<Element> = []
  return elements.filter { seen.insert($0).inserted }
}
