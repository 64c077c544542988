/// Pairs of profiles that may tell of one event, by how well the two agree.
///
/// A pair is one number, made of the ranks of its profiles: so little room keeps millions of them in
/// order without much ado.
struct Pairs {
  /// For each weight its pairs: the second profile's rank above the first one's, which is lower.
  private var byWeight: [[UInt64]] = []

  /// Adds a pair, the ranks of its profiles in order; it may be there already.
  mutating func add(_ ranks: (Int32, Int32), weight: Int) {
    while byWeight.count <= weight { byWeight.append([]) }
    byWeight[weight].append(UInt64(UInt32(ranks.1)) << 32 | UInt64(UInt32(ranks.0)))
  }

  /// Calls a closure with the ranks of each pair, once: the best first; of those that agree as well by
  /// the rank of the second, then of the first.
  consuming func forEach(_ body: (Int, Int) -> Void) {
    while var pairs = byWeight.popLast() {
      pairs.sort()
      var last: UInt64?
      for pair in pairs where pair != last {
        last = pair
        body(Int(pair & 0xFFFF_FFFF), Int(pair >> 32))
      }
    }
  }
}
