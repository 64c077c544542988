import ArabicText

/// The letters that a name holds, whatever their order: one bit each, which letters far apart in code
/// share.
struct LetterSet: Hashable, Sendable {
  private(set) var bits: UInt64 = 0

  init() {}

  init(_ letters: some Sequence<Letter>) {
    for letter in letters { insert(letter) }
  }

  /// The number of a letter's bit.
  @inline(__always)
  static func bit(of letter: Letter) -> Int { Int(letter & 63) }

  @inline(__always)
  mutating func insert(_ letter: Letter) { bits |= 1 << UInt64(letter & 63) }

  /// The letters that another set lacks.
  @inline(__always)
  func subtracting(_ other: LetterSet) -> LetterSet {
    var rest = self
    rest.bits &= ~other.bits
    return rest
  }
}
