/// The words that somebody wants to find: folded letters to small integers, and back.
///
/// An open-addressing hash table whose keys are the words themselves, packed into numbers; a bitmap
/// before it turns away most words that are not there. No object and no string per word.
public struct Vocabulary: Sendable {
  private var letters: [Letter] = []
  private var starts: [Int32] = [0]
  private var slots: [Slot]
  private var mask: Int
  /// One bit per hash of a word that is there.
  private var filter: [UInt64]
  /// The words that are too long for a key.
  private var longWords: [[Letter]: Int32] = [:]

  /// A word's place in the hash table; the number is -1 in an empty one.
  fileprivate struct Slot {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var number: Int32 = -1
    var count: Int32 = 0

    @inline(__always)
    func holds(_ key: WordKey) -> Bool {
      low == key.low && high == key.high && Int(count) == key.count
    }
  }

  /// Makes an empty vocabulary with room for a number of words.
  public init(capacity: Int = 1024) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    mask = size - 1
    filter = Array(repeating: 0, count: Self.filterSize)
    starts.reserveCapacity(capacity + 1)
    letters.reserveCapacity(capacity * 6)
  }

  /// 2^20 bits: with 60,000 words one word in eighteen that is not there passes.
  private static let filterSize = 1 << 14
  fileprivate static let filterMask: UInt64 = 1 << 20 - 1

  /// How many words there are; their numbers are 0..<count.
  public var count: Int { starts.count - 1 }

  /// Adds a folded word, or finds it; gives its number.
  @discardableResult
  public mutating func insert(_ word: some Collection<Letter>) -> Int32 {
    let contiguous: Int32? = word.withContiguousStorageIfAvailable { insert(letters: $0) }
    return contiguous ?? Array(word).withUnsafeBufferPointer { insert(letters: $0) }
  }

  private mutating func insert(letters word: UnsafeBufferPointer<Letter>) -> Int32 {
    guard word.count <= WordKey.capacity else {
      if let number = longWords[Array(word)] { return number }
      longWords[Array(word)] = Int32(count)
      return append(word)
    }
    let key = WordKey(word)
    let hash = key.hash
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].number >= 0 {
      if slots[slot].holds(key) { return slots[slot].number }
      slot = (slot + 1) & mask
    }
    slots[slot] = Slot(
      low: key.low, high: key.high, number: Int32(count), count: Int32(key.count))
    let bit = hash >> 40 & Self.filterMask
    filter[Int(bit >> 6)] |= 1 << (bit & 63)
    let number = append(word)
    if count * 2 > slots.count { grow() }
    return number
  }

  private mutating func append(_ word: UnsafeBufferPointer<Letter>) -> Int32 {
    letters.append(contentsOf: word)
    starts.append(Int32(letters.count))
    return Int32(count - 1)
  }

  private mutating func grow() {
    let old = slots
    mask = slots.count * 2 - 1
    slots = Array(repeating: Slot(), count: mask + 1)
    for word in old where word.number >= 0 {
      var key = WordKey(UnsafeBufferPointer(start: nil, count: 0))
      (key.low, key.high) = (word.low, word.high)
      var slot = Int(truncatingIfNeeded: key.hash) & mask
      while slots[slot].number >= 0 { slot = (slot + 1) & mask }
      slots[slot] = word
    }
  }

  /// The tables, held for the looking up of many words.
  struct Cells {
    fileprivate let slots: UnsafePointer<Slot>
    fileprivate let filter: UnsafePointer<UInt64>
    fileprivate let mask: Int
    fileprivate let longWords: [[Letter]: Int32]

    /// The number of a folded word, or -1 when the vocabulary does not have it.
    @inline(__always)
    func number(of word: WordKey) -> Int32 {
      let hash = word.hash
      let bit = hash >> 40 & Vocabulary.filterMask
      guard filter[Int(bit >> 6)] >> (bit & 63) & 1 != 0 else { return -1 }
      var slot = Int(truncatingIfNeeded: hash) & mask
      while true {
        let here = slots[slot]
        if here.number < 0 { return -1 }
        if here.holds(word) { return here.number }
        slot = (slot + 1) & mask
      }
    }

    /// The number of a folded word with at least sixteen readable bytes from its first on, or -1.
    @inline(__always)
    func number(of word: UnsafeBufferPointer<Letter>) -> Int32 {
      word.count > WordKey.capacity
        ? number(ofLong: word) : number(of: WordKey(word.baseAddress!, count: word.count))
    }

    /// The number of a word that is too long for a key, or -1.
    func number(ofLong word: UnsafeBufferPointer<Letter>) -> Int32 {
      longWords.isEmpty ? -1 : longWords[Array(word)] ?? -1
    }
  }

  /// Holds the tables while a body looks up words.
  @inline(__always)
  func withCells<Result>(_ body: (Cells) -> Result) -> Result {
    slots.withUnsafeBufferPointer { slots in
      filter.withUnsafeBufferPointer { filter in
        body(
          Cells(
            slots: slots.baseAddress!, filter: filter.baseAddress!, mask: mask,
            longWords: longWords))
      }
    }
  }

  /// The number of a folded word, or -1 when the vocabulary does not have it.
  public func number(of word: UnsafeBufferPointer<Letter>) -> Int32 {
    withCells {
      word.count > WordKey.capacity
        ? $0.number(ofLong: word) : $0.number(of: WordKey(word))
    }
  }

  /// The number of a folded word, or -1 when the vocabulary does not have it.
  public func number(of word: [Letter]) -> Int32 {
    word.withUnsafeBufferPointer { number(of: $0) }
  }

  /// The letters of a word.
  public func letters(of number: Int32) -> ArraySlice<Letter> {
    letters[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])]
  }
}
