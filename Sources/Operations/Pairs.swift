/// Pairs of profiles that may tell of one event, by how well the two agree.
///
/// Whether two profiles are joined hangs only on the pairs by which they hang together. So the pairs
/// are handed out island by island, each from its best pair on: what belongs to an island is looked at
/// while it is near, and not once for each of its pairs among all others.
struct Pairs {
  /// Two profiles and their weight, in eight bytes: a million claims make some millions of pairs.
  private struct Pair: Equatable {
    private let bits: UInt64

    private static let width: UInt64 = 29
    private static let mask: UInt64 = 1 << width - 1

    /// Takes two profiles, the one of the lower rank first.
    init(_ first: Int32, _ second: Int32, weight: Int) {
      precondition(first >> 29 == 0 && second >> 29 == 0 && weight >> 6 == 0)
      bits = UInt64(weight) << (2 * Self.width) | UInt64(second) << Self.width | UInt64(first)
    }

    /// The profile of the lower rank.
    var first: Int32 { Int32(truncatingIfNeeded: bits & Self.mask) }
    var second: Int32 { Int32(truncatingIfNeeded: bits >> Self.width & Self.mask) }
    var weight: Int { Int(bits >> (2 * Self.width)) }
  }

  /// The pairs as they came, in blocks that never move.
  private var blocks: [[Pair]] = []
  private var count = 0
  /// For each profile another one of its island, or itself; one after the other they lead to the same.
  private var towards: [Int32]

  private static let blockSize = 1 << 14

  /// Makes room for the pairs of so many profiles.
  init(among count: Int) { towards = (0..<Int32(count)).map { $0 } }

  /// Adds a pair, the profile of the lower rank first; it may be there already.
  mutating func add(_ first: Int32, _ second: Int32, weight: Int) {
    if count % Self.blockSize == 0 {
      blocks.append([])
      blocks[blocks.count - 1].reserveCapacity(count == 0 ? 64 : Self.blockSize)
    }
    blocks[blocks.count - 1].append(Pair(first, second, weight: weight))
    count += 1
    let (one, other) = (island(of: first), island(of: second))
    // The one that was met first stands for both.
    if one < other { towards[Int(other)] = one } else { towards[Int(one)] = other }
  }

  /// Calls a closure with each pair once: of each island the best first, and of those that agree as well
  /// by the rank of the second profile, then of the first.
  consuming func forEach(ranks: [Int32], _ body: (Int32, Int32) -> Void) {
    var pairs: [Pair] = []
    let ends = putByIsland(into: &pairs)
    pairs.withUnsafeMutableBufferPointer { pairs in
      var start = 0
      for end in ends where Int(end) > start {
        var island = UnsafeMutableBufferPointer(rebasing: pairs[start..<Int(end)])
        start = Int(end)
        if island.count > 1 {
          island.sort { a, b in
            if a.weight != b.weight { return a.weight > b.weight }
            if a.second != b.second { return ranks[Int(a.second)] < ranks[Int(b.second)] }
            return ranks[Int(a.first)] < ranks[Int(b.first)]
          }
        }
        for i in island.indices {
          let pair = island[i]
          let isRepeated = i > 0 && pair == island[i - 1]
          if !isRepeated { body(pair.first, pair.second) }
        }
      }
    }
  }

  /// Puts the pairs of each island side by side, and tells where those of each end.
  private mutating func putByIsland(into pairs: inout [Pair]) -> [Int32] {
    var ends = [Int32](repeating: 0, count: towards.count + 1)
    for block in blocks {
      for pair in block { ends[Int(island(of: pair.first)) + 1] += 1 }
    }
    for i in ends.indices.dropFirst() { ends[i] += ends[i - 1] }
    pairs = Array(repeating: Pair(0, 0, weight: 0), count: count)
    for block in blocks {
      for pair in block {
        let island = Int(island(of: pair.first))
        pairs[Int(ends[island])] = pair
        ends[island] += 1
      }
    }
    ends.removeLast()
    blocks = []
    return ends
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
