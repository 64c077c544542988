/// Numbers in bundles, which lie one behind the other.
struct Bundles {
  /// Where each bundle begins, and behind the last one the end.
  private var starts: [Int32]
  private var items: [Int32]

  /// Puts the numbers from 0 on into bundles.
  ///
  /// - Parameters:
  ///   - bundles: The bundle of each number; below zero for a number that is in none.
  ///   - count: How many bundles there are.
  ///   - value: What is put into the bundle for a number.
  init(_ bundles: [Int32], count: Int, value: (Int) -> Int32 = { Int32($0) }) {
    starts = Array(repeating: 0, count: count + 1)
    for bundle in bundles where bundle >= 0 { starts[Int(bundle) + 1] += 1 }
    for bundle in 0..<count { starts[bundle + 1] += starts[bundle] }
    items = Array(repeating: 0, count: Int(starts[count]))
    var next = starts
    for (number, bundle) in bundles.enumerated() where bundle >= 0 {
      items[Int(next[Int(bundle)])] = value(number)
      next[Int(bundle)] += 1
    }
  }

  /// How many bundles there are.
  var count: Int { starts.count - 1 }

  /// The indices of the numbers of a bundle.
  @inline(__always)
  private func range(_ bundle: Int) -> Range<Int> { Int(starts[bundle])..<Int(starts[bundle + 1]) }

  subscript(bundle: Int) -> ArraySlice<Int32> { items[range(bundle)] }

  /// Puts the numbers of each bundle in order.
  mutating func sort(by isBefore: (Int32, Int32) -> Bool = { $0 < $1 }) {
    for bundle in 0..<count {
      let range = range(bundle)
      if range.count < 2 { continue }
      items.withUnsafeMutableBufferPointer {
        var bundle = UnsafeMutableBufferPointer(rebasing: $0[range])
        bundle.sort(by: isBefore)
      }
    }
  }

  /// True when two bundles, both in order, have a number in common.
  func meet(_ a: Int, _ b: Int) -> Bool {
    let (few, many) = range(a).count < range(b).count ? (range(a), range(b)) : (range(b), range(a))
    return few.contains { hasSorted(items[$0], in: many) }
  }

  private func hasSorted(_ number: Int32, in range: Range<Int>) -> Bool {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if items[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && items[low] == number
  }
}
