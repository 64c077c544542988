/// Ascending numbers from zero on, each once: one or two by themselves, more in a ``NumberStore``.
///
/// They go from hand to hand without being copied or counted, and hold as long as their store.
struct Numbers: RandomAccessCollection, Equatable {
  /// Nothing; or, with the highest bit set, the first number and, in the upper half, the second or
  /// `alone`; or where the numbers lie, behind how many they are.
  private let bits: UInt64

  private static let isInline: UInt64 = 1 << 63
  private static let alone: UInt64 = 0x7FFF_FFFF

  static var none: Numbers { Numbers(bits: 0) }

  private init(bits: UInt64) { self.bits = bits }

  /// Takes one number, or two.
  fileprivate init(_ first: Int32, _ second: Int32?) {
    let upper = second.map { UInt64(UInt32(bitPattern: $0)) } ?? Self.alone
    bits = Self.isInline | upper << 32 | UInt64(UInt32(bitPattern: first))
  }

  /// Takes numbers that lie behind how many they are.
  fileprivate init(at start: UnsafePointer<Int32>) {
    bits = UInt64(UInt(bitPattern: start))
  }

  private var store: UnsafePointer<Int32>? { UnsafePointer(bitPattern: UInt(bits)) }

  var startIndex: Int { 0 }

  var endIndex: Int {
    if bits == 0 { return 0 }
    if bits & Self.isInline == 0 { return Int(store!.pointee) }
    return bits >> 32 & Self.alone == Self.alone ? 1 : 2
  }

  var isEmpty: Bool { bits == 0 }

  subscript(position: Int) -> Int32 {
    precondition(position >= 0 && position < endIndex)
    if bits & Self.isInline == 0 { return store![position + 1] }
    return Int32(truncatingIfNeeded: position == 0 ? bits & 0xFFFF_FFFF : bits >> 32 & Self.alone)
  }

  static func == (a: Numbers, b: Numbers) -> Bool {
    if (a.bits | b.bits) & isInline != 0 || a.bits == 0 || b.bits == 0 { return a.bits == b.bits }
    return a.elementsEqual(b)
  }

  /// True when two lists have a member in common.
  func meets(_ other: Numbers) -> Bool {
    if isEmpty || other.isEmpty { return false }
    return contains { other.contains($0) }
  }
}

/// Where lists of numbers lie, one behind the other, each behind its length.
final class NumberStore {
  private static let blockSize = 1 << 14

  private var blocks: [UnsafeMutableBufferPointer<Int32>] = []
  /// How many numbers the last block holds.
  private var used = 0

  deinit { for block in blocks { block.deallocate() } }

  /// Keeps some numbers, which are ascending and not below zero.
  func keep(_ numbers: [Int32]) -> Numbers {
    if numbers.isEmpty { return .none }
    if numbers.count <= 2, numbers[numbers.count - 1] < Int32.max {
      return Numbers(numbers[0], numbers.count == 2 ? numbers[1] : nil)
    }
    let room = numbers.count + 1
    if blocks.isEmpty || blocks[blocks.count - 1].count - used < room {
      blocks.append(.allocate(capacity: max(Self.blockSize, room)))
      used = 0
    }
    let start = blocks[blocks.count - 1].baseAddress! + used
    start.initialize(to: Int32(numbers.count))
    for i in numbers.indices { (start + i + 1).initialize(to: numbers[i]) }
    used += room
    return Numbers(at: UnsafePointer(start))
  }
}
