import ArabicText

/// Numbers filed under the hashes of letters; the caller compares the letters themselves.
struct HashedNumbers: Sendable {
  /// A hash in the upper half, its number plus one below, at the hash's place or, where that is
  /// taken, soon after; 0 is free.
  private var slots: [UInt64]
  private let mask: Int
  /// One bit for each hash that something is filed under, by its upper bits.
  private var filter: [UInt64]

  /// Makes room for so many numbers.
  init(count: Int) {
    var size = 64
    while size < 2 * count { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
    filter = [UInt64](repeating: 0, count: 1 << 13)
  }

  /// Files a number under letters.
  mutating func add(_ number: Int, under letters: LetterHash) {
    let hash = letters.folded
    var slot = Int(hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = hash << 32 | UInt64(number + 1)
    filter[Int(hash >> 19)] |= 1 << (hash >> 13 & 63)
  }

  /// Visits the numbers filed under letters with the same hash, in the order they were added.
  @inline(__always)
  func visit(_ letters: LetterHash, _ body: (Int) -> Void) {
    let hash = letters.folded
    guard filter[Int(hash >> 19)] >> (hash >> 13 & 63) & 1 != 0 else { return }
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash { body(Int(slots[slot] & 0xFFFF_FFFF) - 1) }
      slot = (slot + 1) & mask
    }
  }
}

/// A hash of letters: a sum over the letters, each times a power for its place, so that the hashes of
/// spellings a letter away follow from it.
struct LetterHash {
  private var sum: UInt64 = 0

  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// What the base has to be multiplied with to give 1.
  private static let inverse: UInt64 = {
    // Newton's iteration doubles the bits that are right; an odd number has three to begin with.
    var inverse = base
    for _ in 0..<5 { inverse = inverse &* (2 &- base &* inverse) }
    return inverse
  }()

  init(_ letters: ArraySlice<Letter>) {
    var power: UInt64 = 1
    for letter in letters {
      sum &+= UInt64(letter) &* power
      power = power &* Self.base
    }
  }

  private init(sum: UInt64) { self.sum = sum }

  /// The sum mixed into 32 bits.
  @inline(__always)
  var folded: UInt64 { ((sum ^ sum >> 32) &* 0xD6E8_FEB8_6659_FD93) >> 32 }

  /// More than the spellings that are a letter away.
  static func mostNear(_ letters: [Letter], alphabet: [Letter]) -> Int {
    (letters.count + 1) * (2 * alphabet.count + 2)
  }

  /// Calls a body with the hash of every spelling that is a letter away: with another letter of an
  /// alphabet in the place of one, with two neighbours swapped, with one left out, and with one more.
  ///
  /// - Parameters:
  ///   - changing: Whether letters are replaced, swapped and left out.
  ///   - adding: Whether letters are added.
  @inline(__always)
  static func forEachNear(
    _ letters: [Letter], alphabet: [Letter], changing: Bool, adding: Bool,
    _ body: (LetterHash) -> Void
  ) {
    let whole = LetterHash(letters[...]).sum
    // What stands before an index, and the power of its place.
    var before: UInt64 = 0
    var power: UInt64 = 1
    for index in 0...letters.count {
      let behind = whole &- before
      if adding {
        let moved = before &+ behind &* base
        for letter in alphabet { body(LetterHash(sum: moved &+ UInt64(letter) &* power)) }
      }
      guard index < letters.count else { break }
      let letter = UInt64(letters[index])
      let own = letter &* power
      if changing {
        for other in alphabet where other != letters[index] {
          body(LetterHash(sum: whole &- own &+ UInt64(other) &* power))
        }
        if index + 1 < letters.count {
          let step = UInt64(letters[index + 1]) &- letter
          body(LetterHash(sum: whole &+ step &* power &- step &* power &* base))
        }
        body(LetterHash(sum: before &+ (behind &- own) &* inverse))
      }
      before &+= own
      power = power &* base
    }
  }
}
