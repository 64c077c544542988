/// Pairs of profiles that may tell of one event, by how well the two agree.
///
/// Whether two profiles are joined hangs only on the pairs by which they hang together. So the pairs
/// are handed out island by island, each from its best pair on: what belongs to an island is looked at
/// while it is near, and not once for each of its pairs among all others.
struct Pairs {
  private struct Pair {
    /// The second profile's rank above the first one's, which is lower.
    var ranks: UInt64
    var weight: Int32
    /// One of the profiles.
    var profile: Int32
  }

  private var pairs: [Pair] = []
  /// For each profile another one of its island, or itself; one after the other they lead to the same.
  private var towards: [Int32]

  /// Makes room for the pairs of so many profiles.
  init(among count: Int) { towards = (0..<Int32(count)).map { $0 } }

  /// Adds a pair of profiles with their ranks, the lower first; it may be there already.
  mutating func add(_ profiles: (Int32, Int32), ranks: (Int32, Int32), weight: Int) {
    pairs.append(
      Pair(
        ranks: UInt64(UInt32(ranks.1)) << 32 | UInt64(UInt32(ranks.0)), weight: Int32(weight),
        profile: profiles.0))
    let (one, other) = (island(of: profiles.0), island(of: profiles.1))
    // The one that was met first stands for both.
    if one < other { towards[Int(other)] = one } else { towards[Int(one)] = other }
  }

  /// Calls a closure with the ranks of each pair, once: of each island the best first, and of those that
  /// agree as well by the rank of the second, then of the first.
  consuming func forEach(_ body: (Int, Int) -> Void) {
    var sorted = byIsland()
    var start = 0
    while start < sorted.pairs.count {
      let island = sorted.islands[start]
      var end = start + 1
      while end < sorted.pairs.count, sorted.islands[end] == island { end += 1 }
      if end - start > 1 {
        sorted.pairs[start..<end].sort {
          $0.weight != $1.weight ? $0.weight > $1.weight : $0.ranks < $1.ranks
        }
      }
      var last: UInt64?
      for pair in sorted.pairs[start..<end] where pair.ranks != last {
        last = pair.ranks
        body(Int(pair.ranks & 0xFFFF_FFFF), Int(pair.ranks >> 32))
      }
      start = end
    }
  }

  /// The pairs, those of an island side by side, and the island of each.
  private mutating func byIsland() -> (pairs: [Pair], islands: [Int32]) {
    var islands = [Int32](repeating: 0, count: pairs.count)
    for i in pairs.indices { islands[i] = island(of: pairs[i].profile) }
    let bundles = Bundles(islands, count: towards.count)
    var order: [Int32] = []
    order.reserveCapacity(pairs.count)
    for island in 0..<bundles.count { order += bundles[island] }
    return (order.map { pairs[Int($0)] }, order.map { islands[Int($0)] })
  }

  /// The profile that stands for an island; the way to it gets shorter.
  private mutating func island(of profile: Int32) -> Int32 {
    var profile = profile
    while towards[Int(profile)] != profile {
      towards[Int(profile)] = towards[Int(towards[Int(profile)])]
      profile = towards[Int(profile)]
    }
    return profile
  }
}
