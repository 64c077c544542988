/// The words that somebody wants to find: folded letters to small integers, and back.
///
/// An open-addressing hash table over one letter buffer: no object and no string per word.
public struct Vocabulary: Sendable {
  private var letters: [Letter] = []
  private var starts: [Int32] = [0]
  private var slots: [Int32]
  private var mask: Int

  /// Makes an empty vocabulary with room for a number of words.
  public init(capacity: Int = 1024) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
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
    var slot = Self.hash(word) & mask
    while slots[slot] >= 0 {
      if matches(slots[slot], word) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let number = Int32(count)
    slots[slot] = number
    letters.append(contentsOf: word)
    starts.append(Int32(letters.count))
    if count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    mask = slots.count * 2 - 1
    slots = Array(repeating: -1, count: mask + 1)
    for number in 0..<count {
      var slot = letters.withUnsafeBufferPointer { buffer in
        Self.hash(.init(rebasing: buffer[Int(starts[number])..<Int(starts[number + 1])])) & mask
      }
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  /// The number of a folded word, or -1 when the vocabulary does not have it.
  @inline(__always)
  public func number(of word: UnsafeBufferPointer<Letter>) -> Int32 {
    var slot = Self.hash(word) & mask
    while true {
      let number = slots[slot]
      if number < 0 { return -1 }
      if matches(number, word) { return number }
      slot = (slot + 1) & mask
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
  static func hash(_ word: UnsafeBufferPointer<Letter>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for letter in word { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
  }
}
