import Evaluation
import Testing

/// The heaviest one-to-one assignment.
struct AssignmentTests {
  @Test(arguments: 0..<400)
  func `it weighs as much as the best of all assignments`(seed: Int) {
    var numbers = Numbers(seed: UInt64(seed))
    let rows = numbers.next(below: 6)
    let columns = numbers.next(below: 6)
    // Few distinct weights, so that ties and impossible pairs are common.
    let top = [2, 5, 1000][seed % 3]
    let weights = (0..<rows).map { _ in (0..<columns).map { _ in numbers.next(below: top) } }

    let assignment = heaviestAssignment(weights)

    #expect(assignment.count == rows)
    let used = assignment.compactMap { $0 }
    #expect(Set(used).count == used.count, "a column is used twice")
    let weight = assignment.enumerated().reduce(0) { sum, entry in
      sum + (entry.element.map { weights[entry.offset][$0] } ?? 0)
    }
    #expect(weight == heaviest(weights, from: 0, without: []))
    for (row, column) in assignment.enumerated() {
      if let column { #expect(weights[row][column] > 0, "an impossible pair is given") }
    }
  }

  @Test func `the greedy choice gives way to the better sum`() {
    #expect(heaviestAssignment([[10, 9], [9, 1]]) == [1, 0])
  }

  @Test func `rows beyond the columns stay alone`() {
    #expect(heaviestAssignment([[3], [7], [5]]) == [nil, 0, nil])
  }

  @Test func `nothing to pair with leaves everybody alone`() {
    #expect(heaviestAssignment([]) == [])
    #expect(heaviestAssignment([[], []]) == [nil, nil])
    #expect(heaviestAssignment([[0, 0], [0, 0]]) == [nil, nil])
  }

  /// Tries every assignment.
  private func heaviest(_ weights: [[Int]], from row: Int, without used: Set<Int>) -> Int {
    guard row < weights.count else { return 0 }
    var best = heaviest(weights, from: row + 1, without: used)
    for column in weights[row].indices where !used.contains(column) {
      let rest = heaviest(weights, from: row + 1, without: used.union([column]))
      best = max(best, weights[row][column] + rest)
    }
    return best
  }
}

/// A repeatable series of numbers: SplitMix64.
private struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
