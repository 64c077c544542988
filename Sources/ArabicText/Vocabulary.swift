/// The words that somebody wants to find: folded letters to small integers, and back.
///
/// An open-addressing hash table over one letter buffer: no object and no string per word.
public struct Vocabulary: Sendable {
  private var letters: [Letter] = []
  private var starts: [Int32] = [0]
  private var slots: [Slot]
  private var mask: Int

  /// A word's place in the hash table; the number is -1 in an empty one.
  fileprivate struct Slot {
    var hash: UInt32 = 0
    var number: Int32 = -1
  }

  /// Makes an empty vocabulary with room for a number of words.
  public init(capacity: Int = 1024) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    mask = size - 1
    starts.reserveCapacity(capacity + 1)
    letters.reserveCapacity(capacity * 6)
  }

  /// How many words there are; their numbers are 0..<count.
  public var count: Int { starts.count - 1 }

  /// Adds a folded word, or finds it; gives its number.
  @discardableResult
  public mutating func insert(_ word: some Collection<Letter>) -> Int32 {
    let contiguous: Int32? = word.withContiguousStorageIfAvailable { insert(letters: $0) }
    return contiguous ?? Array(word).withUnsafeBufferPointer { insert(letters: $0) }
  }

  private mutating func insert(letters word: UnsafeBufferPointer<Letter>) -> Int32 {
    let hash = Self.hash(word)
    var slot = Int(hash) & mask
    while slots[slot].number >= 0 {
      if slots[slot].hash == hash, matches(slots[slot].number, word) { return slots[slot].number }
      slot = (slot + 1) & mask
    }
    let number = Int32(count)
    slots[slot] = Slot(hash: hash, number: number)
    letters.append(contentsOf: word)
    starts.append(Int32(letters.count))
    if count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    let old = slots
    mask = slots.count * 2 - 1
    slots = Array(repeating: Slot(), count: mask + 1)
    for word in old where word.number >= 0 {
      var slot = Int(word.hash) & mask
      while slots[slot].number >= 0 { slot = (slot + 1) & mask }
      slots[slot] = word
    }
  }

  /// The tables, held for the looking up of many words.
  @usableFromInline
  struct Cells {
    fileprivate let letters: UnsafePointer<Letter>
    fileprivate let starts: UnsafePointer<Int32>
    fileprivate let slots: UnsafePointer<Slot>
    fileprivate let mask: Int

    /// The number of a folded word, or -1 when the vocabulary does not have it.
    @inline(__always)
    func number(of word: UnsafeBufferPointer<Letter>) -> Int32 {
      let hash = Vocabulary.hash(word)
      var slot = Int(hash) & mask
      while true {
        let here = slots[slot]
        if here.number < 0 { return -1 }
        if here.hash == hash, matches(here.number, word) { return here.number }
        slot = (slot + 1) & mask
      }
    }

    @inline(__always)
    private func matches(_ number: Int32, _ word: UnsafeBufferPointer<Letter>) -> Bool {
      let start = Int(starts[Int(number)])
      guard Int(starts[Int(number) + 1]) - start == word.count else { return false }
      for i in 0..<word.count where letters[start + i] != word[i] { return false }
      return true
    }
  }

  /// Holds the tables while a body looks up words.
  @inline(__always)
  func withCells<Result>(_ body: (Cells) -> Result) -> Result {
    letters.withUnsafeBufferPointer { letters in
      starts.withUnsafeBufferPointer { starts in
        slots.withUnsafeBufferPointer { slots in
          body(
            Cells(
              letters: letters.baseAddress!, starts: starts.baseAddress!,
              slots: slots.baseAddress!, mask: mask))
        }
      }
    }
  }

  /// The number of a folded word, or -1 when the vocabulary does not have it.
  public func number(of word: UnsafeBufferPointer<Letter>) -> Int32 {
    withCells { $0.number(of: word) }
  }

  /// The number of a folded word, or -1 when the vocabulary does not have it.
  public func number(of word: [Letter]) -> Int32 {
    word.withUnsafeBufferPointer { number(of: $0) }
  }

  /// The letters of a word.
  public func letters(of number: Int32) -> ArraySlice<Letter> {
    letters[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])]
  }

  @inline(__always)
  private func matches(_ number: Int32, _ word: UnsafeBufferPointer<Letter>) -> Bool {
    let start = Int(starts[Int(number)])
    let length = Int(starts[Int(number) + 1]) - start
    guard length == word.count else { return false }
    for i in 0..<length where letters[start + i] != word[i] { return false }
    return true
  }

  /// FNV-1a over the letters, its high half folded in.
  @inline(__always)
  static func hash(_ word: UnsafeBufferPointer<Letter>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for letter in word { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
