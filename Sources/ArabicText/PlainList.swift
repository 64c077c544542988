/// A growing list of plain values: one block of memory, no reference counts, no copies.
///
/// What the readers make of a text lives in these. Adding is a store, looking is a load with its
/// bounds checked, and who holds the list owns the memory. Meant for values without references.
///
/// ```swift
/// var numbers = PlainList<Int32>()
/// numbers.append(7)
/// numbers[0]  // 7
/// ```
public struct PlainList<Element>: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<Element>
  @usableFromInline var capacity: Int
  @usableFromInline var filled: Int

  /// Makes an empty list with room for a number of elements; without room it takes no memory.
  @inlinable
  public init(capacity: Int = 0) {
    self.capacity = capacity
    // Nobody reads or writes where there is no room.
    base =
      capacity > 0
      ? .allocate(capacity: capacity)
      : UnsafeMutablePointer(bitPattern: MemoryLayout<Element>.alignment)!
    filled = 0
  }

  /// Makes a list of the same element over and over.
  @inlinable
  public init(repeating element: Element, count: Int) {
    self.init(capacity: count)
    base.initialize(repeating: element, count: count)
    filled = count
  }

  @inlinable
  deinit {
    base.deinitialize(count: filled)
    if capacity > 0 { base.deallocate() }
  }

  /// How many elements there are.
  @inlinable
  public var count: Int {
    @inline(__always) get { filled }
  }

  @inlinable
  public var isEmpty: Bool {
    @inline(__always) get { filled == 0 }
  }

  @inlinable
  public var indices: Range<Int> {
    @inline(__always) get { 0..<filled }
  }

  /// An element; an index that is out of bounds stops the program.
  @inlinable
  public subscript(_ i: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: i) < UInt(bitPattern: filled))
      return base[i]
    }
    @inline(__always) set {
      precondition(UInt(bitPattern: i) < UInt(bitPattern: filled))
      base[i] = newValue
    }
  }

  /// The last element.
  @inlinable
  public var last: Element? {
    @inline(__always) get { filled == 0 ? nil : base[filled - 1] }
  }

  /// The first element.
  @inlinable
  public var first: Element? {
    @inline(__always) get { filled == 0 ? nil : base[0] }
  }

  /// Adds an element at the end.
  @inlinable @inline(__always)
  public mutating func append(_ element: Element) {
    if filled == capacity { grow(to: max(capacity * 2, 16)) }
    (base + filled).initialize(to: element)
    filled += 1
  }

  /// Adds none, one or both of two elements: both are written, and so many are kept.
  @inlinable @inline(__always)
  public mutating func append(_ count: Int, of first: Element, _ second: Element)
  where Element: BitwiseCopyable {
    precondition(UInt(bitPattern: count) <= 2)
    if filled &+ 2 > capacity { grow(to: max(capacity * 2, 16)) }
    (base + filled).initialize(to: first)
    (base + filled + 1).initialize(to: second)
    filled &+= count
  }

  /// Takes the last elements away until a number is left.
  @inlinable
  public mutating func cut(to count: Int) {
    precondition(count >= 0 && count <= filled)
    (base + count).deinitialize(count: filled - count)
    filled = count
  }

  /// Hands out the memory, for a body to write behind the last element; `fill(to:)` tells how far.
  @inlinable @inline(__always)
  mutating func withRoom<Result>(_ body: (UnsafeMutablePointer<Element>) -> Result) -> Result {
    body(base)
  }

  /// Counts in what was written behind the last element, at most as much as there is room.
  @inlinable @inline(__always)
  mutating func fill(to count: Int) {
    precondition(count >= filled && count <= capacity)
    filled = count
  }

  /// Puts the same element over and over in the place of all that there is.
  @inlinable
  public mutating func refill(with element: Element, count: Int) {
    cut(to: 0)
    reserve(count)
    base.initialize(repeating: element, count: count)
    filled = count
  }

  /// Makes room, so that so many elements fit without moving.
  @inlinable
  public mutating func reserve(_ count: Int) {
    if count > capacity { grow(to: count) }
  }

  /// Moves to a larger block; seldom enough that those who add need not hold it.
  @usableFromInline @inline(never)
  mutating func grow(to size: Int) {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: size)
    larger.moveInitialize(from: base, count: filled)
    if capacity > 0 { base.deallocate() }
    base = larger
    capacity = size
  }

  /// The elements as an array.
  public var array: [Element] { (0..<filled).map { self[$0] } }

  /// Hands the elements to a body, side by side in memory.
  @inlinable
  public borrowing func withElements<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result {
    try body(UnsafeBufferPointer(start: base, count: filled))
  }

  /// Hands the elements to a body that may change them in their places.
  @inlinable
  public mutating func withMutableElements<Result>(
    _ body: (UnsafeMutableBufferPointer<Element>) throws -> Result
  ) rethrows -> Result {
    try body(UnsafeMutableBufferPointer(start: base, count: filled))
  }

  /// Puts an element before another; those behind it move on.
  public mutating func insert(_ element: Element, at i: Int) {
    precondition(i >= 0 && i <= filled)
    append(element)
    for j in stride(from: filled - 1, to: i, by: -1) { base[j] = base[j - 1] }
    base[i] = element
  }

  /// The index of the first element of a sorted list that a test holds for; the count when for none.
  ///
  /// - Parameter isBehind: False for the elements at the front, true for all behind them.
  @inlinable
  public func firstIndex(where isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, filled)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(base[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension PlainList: @unchecked Sendable where Element: Sendable {}
