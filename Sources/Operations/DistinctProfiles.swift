import Geocoding

/// The profiles of some claims, those that are alike once.
final class DistinctProfiles {
  let all: [Profile]
  /// The claims that have each profile.
  let claims: Bundles
  /// For each profile the first rank that a claim of it has.
  let ranks: [Int32]
  /// The report of each profile's claims; below zero when there are several.
  private let report: [Int32]
  /// The reports of the claims that have each profile, ascending.
  private let reports: Bundles
  /// Where the profiles' lists lie.
  private let store = NumberStore()

  /// Makes claims ready for comparison.
  ///
  /// - Parameters:
  ///   - claims: The claims. They are looked at in the order in which they lie in memory.
  ///   - ranks: The place of each claim in the order of ids; below zero for one that does not count.
  init(of claims: [ClaimPointer], ranks claimRanks: [Int32]) {
    var numbering = Numbering(in: store)
    var wordings = Wordings(count: claims.count)
    var twins = Twins()
    var all: [Profile] = []
    var ranks: [Int32] = []
    // Room that is not used costs nothing.
    all.reserveCapacity(claims.count)
    ranks.reserveCapacity(claims.count)
    var profileOfClaim = [Int32](repeating: -1, count: claims.count)
    var reportOfClaim = [Int32](repeating: -1, count: claims.count)
    var preview = Preview(of: claims)
    for claim in claims.indices {
      let words = preview.words(of: claim, wordings)
      if claimRanks[claim] < 0 { continue }
      let profile = Profile(
        of: claims[claim], wording: words.map { wordings.number(of: $0) }, numbering: &numbering)
      let number = twins.number(of: profile, among: &all)
      if number == ranks.count {
        ranks.append(claimRanks[claim])
      } else {
        ranks[number] = min(ranks[number], claimRanks[claim])
      }
      profileOfClaim[claim] = Int32(number)
      reportOfClaim[claim] = numbering.number(ofReport: claims[claim].pointee.report.id)
    }
    self.claims = Bundles(profileOfClaim, count: all.count)
    var reports = Bundles(profileOfClaim, count: all.count) { reportOfClaim[$0] }
    reports.sort()
    report = all.indices.map { profile in
      let reports = reports[profile]
      return reports.first == reports.last ? reports[reports.startIndex] : -1
    }
    self.reports = reports
    self.ranks = ranks
    self.all = all
  }

  var count: Int { all.count }

  /// What tells at a glance that a profile cannot be one event with another.
  func outline(of profile: Int) -> Outline {
    Outline(of: all[profile], in: report[profile])
  }

  /// True when some report tells of both profiles.
  private func shareReport(_ a: Int, _ b: Int) -> Bool {
    if report[a] >= 0, report[b] >= 0 { return report[a] == report[b] }
    return reports.meet(a, b)
  }

  /// Looks at profiles eight at a time before their turn in some order: they lie all over the memory, and
  /// come together when they are asked for together.
  @inline(__always)
  func lookAhead(in order: [Int32], at position: Int) {
    guard position % 8 == 0 else { return }
    var seen = 0
    for next in min(order.count, position + 8)..<min(order.count, position + 16) {
      seen |= all[Int(order[next])].look()
    }
    precondition(seen >= 0)
  }

  /// How well two profiles agree, or nil when they do not tell of one event.
  ///
  /// - Parameter mayShareReport: False when it is known that no report tells of both.
  func weight(_ a: Int, _ b: Int, mayShareReport: Bool) -> Int? {
    if mayShareReport, shareReport(a, b) {
      return all[a].repeats(all[b]) ? 2 * Agreement.threshold : nil
    }
    guard let agreement = all[a].agreement(with: all[b]), agreement.isSameEvent else { return nil }
    return agreement.weight
  }

  /// True when nothing keeps two profiles from being one event by way of others.
  func canBeOne(_ a: Int, _ b: Int) -> Bool {
    if shareReport(a, b) { return all[a].repeats(all[b]) }
    guard let agreement = all[a].agreement(with: all[b]) else { return false }
    return agreement.isSameEvent || !agreement.hasDoubt
  }
}

/// The profiles met so far, to find those that are alike; only those with words can be.
private struct Twins {
  /// The first profile of each wording; most wordings have no other.
  private var firstOfWording: [Int32] = []
  /// All others with a wording.
  private var known = NumbersByHash()
  /// For each profile, whether the day of publication is none of what is compared.
  private var isUndated: [Bool] = []

  /// The number of the profile that is like one; adds it to the profiles where there is none.
  ///
  /// What says nothing in words is like nothing else. Of what is told as past the first day of
  /// publication is kept: what the first report tells as past was past by then.
  mutating func number(of profile: Profile, among all: inout [Profile]) -> Int {
    guard let wording = profile.wording.map({ Int($0) }) else {
      all.append(profile)
      isUndated.append(false)
      return all.count - 1
    }
    let key = profile.isBackground ? profile.undated : profile
    if wording == firstOfWording.count {
      firstOfWording.append(Int32(all.count))
    } else {
      var like: Int? = Int(firstOfWording[wording])
      if let first = like, !all[first].isLike(key, undated: isUndated[first]) {
        let hash = key.hash
        like = known.number(hash) { all[$0].isLike(key, undated: isUndated[$0]) }
        if like == nil { known.insert(all.count, hash) }
      }
      if let like {
        if let day = profile.time.published {
          all[like].time.published = min(day, all[like].time.published ?? day)
        }
        return like
      }
    }
    all.append(profile)
    isUndated.append(key.time.published == nil)
    return all.count - 1
  }
}

extension Profile {
  /// True when the profile, perhaps without its day of publication, is the other one.
  fileprivate func isLike(_ other: Profile, undated: Bool) -> Bool {
    if !undated { return self == other }
    var profile = self
    profile.time.published = nil
    return profile == other
  }
}
