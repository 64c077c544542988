import Geocoding

/// Links claims of the same event.
///
/// Every claim is compared with those that lie near it in time and space, best agreement first;
/// two groups are joined unless some claim of one contradicts some claim of the other. The result
/// does not depend on the order of the claims.
///
/// - Parameters:
///   - claims: The claims, as they come.
///   - ranks: The place of each claim in the order of ids; below zero for one that does not count.
/// - Returns: The groups of claims.
/// - Complexity: Near-linear: a claim meets those of its governorate within a day of its own, and
///   without a day those within ten kilometres or so of the same month, or with the same words or
///   figures. Claims that repeat each other word for word count once.
func links(between claims: [ClaimPointer], ranks: [Int32]) -> Bundles {
  let profiles = DistinctProfiles(of: claims, ranks: ranks)
  var groups = Groups(of: profiles)
  candidatePairs(among: profiles).forEach(ranks: profiles.ranks) { groups.join($0, $1) }
  return groups.claims(count: claims.count)
}

/// Pairs that agree well enough.
private func candidatePairs(among profiles: DistinctProfiles) -> Pairs {
  var pairs = Pairs(among: profiles.count)
  func consider(_ one: Int32, _ oneOutline: Outline, _ other: Int32, _ otherOutline: Outline) {
    guard oneOutline.mayAgree(with: otherOutline) else { return }
    let isFirst = profiles.ranks[Int(one)] < profiles.ranks[Int(other)]
    let (a, b) = isFirst ? (one, other) : (other, one)
    let mayShare = oneOutline.mayShareReport(with: otherOutline)
    guard let weight = profiles.weight(Int(a), Int(b), mayShareReport: mayShare) else { return }
    pairs.add(a, b, weight: weight)
  }

  var days = DayNeighbours()
  let dated = DayNeighbours.order(of: profiles.all)
  var outlines: [Outline] = []
  outlines.reserveCapacity(dated.count)
  for (position, profile) in dated.enumerated() {
    profiles.lookAhead(in: dated, at: position)
    let own = profiles.outline(of: Int(profile))
    outlines.append(own)
    days.add(profiles.all[Int(profile)]) { consider(dated[$0], outlines[$0], profile, own) }
  }

  var cells = CellNeighbours(of: profiles.all)
  let undated = cells.undatedProfiles
  outlines.removeAll(keepingCapacity: true)
  for (position, profile) in undated.enumerated() {
    profiles.lookAhead(in: undated, at: position)
    outlines.append(profiles.outline(of: Int(profile)))
  }
  // Who meets several meets them one after the other.
  var own: (profile: Int32, outline: Outline)?
  cells.forEachPair(among: profiles.all) { profile, met in
    if own?.profile != profile { own = (profile, profiles.outline(of: Int(profile))) }
    if let own { consider(undated[met], outlines[met], profile, own.outline) }
  }

  return pairs
}

/// Profiles and how they are joined so far.
private struct Groups {
  private let profiles: DistinctProfiles
  /// The group that each profile is in: the number of its profile of the lowest rank.
  private var group: [Int32]
  /// Another profile of the same group; one after the other they lead round it.
  private var next: [Int32]
  /// Pairs of groups of which is known that they cannot be joined; they only grow.
  private var refused: Set<UInt64> = []

  /// Takes each profile as a group of its own.
  init(of profiles: DistinctProfiles) {
    self.profiles = profiles
    group = (0..<Int32(profiles.count)).map { $0 }
    next = group
  }

  /// Joins the groups of two profiles that agree, unless a claim of one contradicts a claim of the
  /// other.
  mutating func join(_ a: Int32, _ b: Int32) {
    var (keep, drop) = (group[Int(a)], group[Int(b)])
    if keep == drop { return }
    if profiles.ranks[Int(keep)] > profiles.ranks[Int(drop)] { swap(&keep, &drop) }
    // Of two that stand alone is known that they agree.
    if next[Int(keep)] != keep || next[Int(drop)] != drop {
      let groups = UInt64(keep) << 32 | UInt64(drop)
      if refused.contains(groups) { return }
      if !canBeJoined(keep, drop) {
        refused.insert(groups)
        return
      }
    }
    var member = drop
    repeat {
      group[Int(member)] = keep
      member = next[Int(member)]
    } while member != drop
    next.swapAt(Int(keep), Int(drop))
  }

  /// True when no profile of a group contradicts one of another.
  private func canBeJoined(_ keep: Int32, _ drop: Int32) -> Bool {
    var a = keep
    repeat {
      var b = drop
      repeat {
        if !profiles.canBeOne(Int(a), Int(b)) { return false }
        b = next[Int(b)]
      } while b != drop
      a = next[Int(a)]
    } while a != keep
    return true
  }

  /// The claims of each group.
  func claims(count: Int) -> Bundles {
    var numbers = [Int32](repeating: -1, count: profiles.count)
    var groupOfClaim = [Int32](repeating: -1, count: count)
    var found: Int32 = 0
    for profile in 0..<profiles.count {
      let first = Int(group[profile])
      if numbers[first] < 0 {
        numbers[first] = found
        found += 1
      }
      for claim in profiles.claims[profile] { groupOfClaim[Int(claim)] = numbers[first] }
    }
    return Bundles(groupOfClaim, count: Int(found))
  }
}
