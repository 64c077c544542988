/// Ascending numbers, each once, that lie in a ``NumberStore``.
///
/// They go from hand to hand without being copied or counted, and hold as long as their store.
struct Numbers: RandomAccessCollection, Equatable {
  private let start: UnsafePointer<Int32>?
  private let length: Int32

  static var none: Numbers { Numbers(start: nil, length: 0) }

  fileprivate init(start: UnsafePointer<Int32>?, length: Int32) {
    self.start = start
    self.length = length
  }

  var startIndex: Int { 0 }
  var endIndex: Int { Int(length) }

  subscript(position: Int) -> Int32 {
    precondition(position >= 0 && position < length)
    return start![position]
  }

  static func == (a: Numbers, b: Numbers) -> Bool { a.length == b.length && a.elementsEqual(b) }

  /// True when two lists have a member in common.
  func meets(_ other: Numbers) -> Bool { contains { other.contains($0) } }
}

/// Where lists of numbers lie, one behind the other.
final class NumberStore {
  private static let blockSize = 1 << 14

  private var blocks: [UnsafeMutableBufferPointer<Int32>] = []
  /// How many numbers the last block holds.
  private var used = 0

  deinit { for block in blocks { block.deallocate() } }

  /// Keeps some numbers, which are ascending.
  func keep(_ numbers: [Int32]) -> Numbers {
    if numbers.isEmpty { return .none }
    if blocks.isEmpty || blocks[blocks.count - 1].count - used < numbers.count {
      blocks.append(.allocate(capacity: max(Self.blockSize, numbers.count)))
      used = 0
    }
    let start = blocks[blocks.count - 1].baseAddress! + used
    for i in numbers.indices { (start + i).initialize(to: numbers[i]) }
    used += numbers.count
    return Numbers(start: UnsafePointer(start), length: Int32(numbers.count))
  }
}
