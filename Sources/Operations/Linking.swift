import Claims
import Geocoding
import Geometry
import Reports

/// Links claims of the same event.
///
/// Every claim is compared with those that lie near it in time and space, best agreement first;
/// two groups are joined unless some claim of one contradicts some claim of the other. The result
/// does not depend on the order of the claims.
///
/// - Parameters:
///   - claims: The claims, as they come.
///   - order: The claims in canonical order, each id once.
/// - Returns: The groups of claims, each in canonical order, ordered by their first claims.
/// - Complexity: Near-linear: a claim meets those of its governorate within a day of its own, and
///   without a day those within ten kilometres or so of the same month, or with the same words or
///   figures. Claims that repeat each other word for word count once.
func links(between claims: [LocatedClaim], in order: [Int]) -> [[Int]] {
  var numbering = Numbering()
  // In the order in which they lie in memory; in the canonical order every look is far from the last.
  let compared = claims.withUnsafeBufferPointer { claims in
    var wordings = Wordings(count: claims.count)
    return claims.indices.map { i in
      Compared(
        profile: Held(Profile(of: i, in: claims, numbering: &numbering, wordings: &wordings)),
        report: numbering.number(of: claims[i].report.id, .report))
    }
  }
  var groups = Groups()
  var twins = Twins()
  for (index, claim) in order.enumerated() {
    let (profile, report) = (compared[claim].profile, compared[claim].report)
    if let twin = twins.twin(of: profile, elseAdding: groups.profiles.count) {
      groups.add(index, report: report, published: profile.value.time.published, toTwin: twin)
    } else {
      groups.add(index, report: report, profile: profile)
    }
  }
  groups.sortReports()
  for pair in groups.candidatePairs() { groups.join(pair) }
  return groups.members().map { $0.map { order[$0] } }
}

/// A profile that goes from hand to hand without being copied: it has many parts.
private final class Held {
  let value: Profile

  init(_ value: Profile) { self.value = value }
}

/// A claim made ready for comparison, with the number of its report.
private struct Compared {
  var profile: Held
  var report: Int32
}

/// The profiles met so far, to find those that are alike; only those with words can be.
private struct Twins {
  private struct Entry {
    /// What is compared.
    var key: Held
    var profile: Int
    /// The entry with the same hash before this one; -1 for none.
    var previous: Int32
  }

  private var entries: [Entry] = []
  /// The last entry by its hash.
  private var last: [Int: Int32] = [:]

  /// The number of a profile that was met before and is alike; nil, and remembers this one, where there
  /// is none.
  ///
  /// What says nothing in words is like nothing else.
  mutating func twin(of profile: Held, elseAdding number: Int) -> Int? {
    guard profile.value.wording != nil else { return nil }
    let key = profile.value.isBackground ? Held(profile.value.undated) : profile
    let hash = key.value.hashValue
    let first = last[hash] ?? -1
    var other = first
    while other >= 0 {
      let entry = entries[Int(other)]
      if entry.key.value == key.value { return entry.profile }
      other = entry.previous
    }
    last[hash] = Int32(entries.count)
    entries.append(Entry(key: key, profile: number, previous: first))
    return nil
  }
}

/// Two profiles that may tell of one event.
private struct Pair {
  var a: Int
  var b: Int
  var weight: Int
}

/// The profiles and how they are joined so far.
private struct Groups {
  /// Different profiles, in the order of their first claims.
  private(set) var profiles: [Held] = []
  /// The claims that have each profile, and their reports.
  private var claims: [[Int]] = []
  /// The reports of those claims, ascending once all are there.
  private var reports: [[Int32]] = []
  /// What tells at a glance that two profiles cannot be one event.
  private var outlines: [Outline] = []
  /// The group that each profile is in: the number of its first profile.
  private var group: [Int] = []
  /// The profiles of each group, at the number of its first profile.
  private var joined: [[Int]] = []

  mutating func add(_ claim: Int, report: Int32, profile: Held) {
    group.append(profiles.count)
    joined.append([profiles.count])
    profiles.append(profile)
    outlines.append(Outline(of: profile.value, in: report))
    claims.append([claim])
    reports.append([report])
  }

  mutating func add(_ claim: Int, report: Int32, published day: Int?, toTwin twin: Int) {
    // What the first report tells as past was past by then.
    if let day, profiles[twin].value.time.published.map({ day < $0 }) ?? true {
      var profile = profiles[twin].value
      profile.time.published = day
      profiles[twin] = Held(profile)
    }
    claims[twin].append(claim)
    reports[twin].append(report)
    outlines[twin].addReport(report)
  }

  /// Puts the reports of each profile in order, so that two profiles are soon compared.
  mutating func sortReports() {
    for profile in reports.indices where reports[profile].count > 1 { reports[profile].sort() }
  }

  /// Pairs that agree well enough, best first.
  func candidatePairs() -> [Pair] {
    let order = Neighbourhood.order(of: profiles.map(\.value.time))
    let outlines = order.map { self.outlines[$0] }
    var neighbours = Neighbourhood()
    var pairs: [Pair] = []
    for (position, profile) in order.enumerated() {
      let own = outlines[position]
      neighbours.add(profiles[profile].value) { met in
        guard outlines[met].mayAgree(with: own) else { return }
        let (a, b) = (min(order[met], profile), max(order[met], profile))
        if let weight = weight(a, b) { pairs.append(Pair(a: a, b: b, weight: weight)) }
      }
    }
    return pairs.sorted { ($1.weight, $0.b, $0.a) < ($0.weight, $1.b, $1.a) }
  }

  /// Joins the groups of two profiles unless a claim of one contradicts a claim of the other.
  mutating func join(_ pair: Pair) {
    let keep = min(group[pair.a], group[pair.b])
    let drop = max(group[pair.a], group[pair.b])
    if keep == drop { return }
    for a in joined[keep] {
      for b in joined[drop] where !canBeOne(a, b) { return }
    }
    for member in joined[drop] { group[member] = keep }
    joined[keep] += joined[drop]
    joined[drop] = []
  }

  /// The claims of each group.
  func members() -> [[Int]] {
    joined.lazy.filter { !$0.isEmpty }
      .map { $0.flatMap { claims[$0] }.sorted() }
      .sorted { $0[0] < $1[0] }
  }

  /// How well two profiles agree, or nil when they do not tell of one event.
  private func weight(_ a: Int, _ b: Int) -> Int? {
    if shareReport(a, b) {
      return profiles[a].value.repeats(profiles[b].value) ? 2 * Agreement.threshold : nil
    }
    guard let agreement = profiles[a].value.agreement(with: profiles[b].value),
      agreement.isSameEvent
    else {
      return nil
    }
    return agreement.weight
  }

  /// True when nothing keeps two profiles from being one event by way of others.
  private func canBeOne(_ a: Int, _ b: Int) -> Bool {
    if shareReport(a, b) { return profiles[a].value.repeats(profiles[b].value) }
    guard let agreement = profiles[a].value.agreement(with: profiles[b].value) else { return false }
    return agreement.isSameEvent || !agreement.hasDoubt
  }

  private func shareReport(_ a: Int, _ b: Int) -> Bool {
    if let shared = outlines[a].sharesReport(with: outlines[b]) { return shared }
    let (few, many) = reports[a].count < reports[b].count ? (a, b) : (b, a)
    return reports[few].contains { reports[many].hasSorted($0) }
  }
}

extension [Int32] {
  /// True when an ascending list has a number.
  fileprivate func hasSorted(_ number: Int32) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}
