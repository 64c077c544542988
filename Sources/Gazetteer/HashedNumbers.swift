import ArabicText

/// Numbers filed under the hashes of letters; the caller compares the letters themselves.
struct HashedNumbers: Sendable {
  /// A hash in the upper half, its number plus one below, at the hash's place or, where that is
  /// taken, soon after; 0 is free.
  private var slots: [UInt64]
  private let mask: Int

  /// Makes room for so many numbers.
  init(count: Int) {
    var size = 64
    while size < 2 * count { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
  }

  /// Files a number under letters.
  mutating func add(_ number: Int, under letters: ArraySlice<Letter>) {
    let hash = HashedNumbers.hash(letters)
    var slot = Int(hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = hash << 32 | UInt64(number + 1)
  }

  /// Visits the numbers filed under letters with the same hash, in the order they were added.
  @inline(__always)
  func visit(_ letters: [Letter], _ body: (Int) -> Void) {
    let hash = HashedNumbers.hash(letters[...])
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash { body(Int(slots[slot] & 0xFFFF_FFFF) - 1) }
      slot = (slot + 1) & mask
    }
  }

  /// FNV-1a, folded to 32 bits.
  private static func hash(_ letters: ArraySlice<Letter>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for letter in letters { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01b3 }
    return (hash ^ hash >> 32) & 0xFFFF_FFFF
  }
}
