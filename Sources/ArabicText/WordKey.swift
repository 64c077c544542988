/// A folded word of up to sixteen letters as one number: its letters are the number's bytes, the
/// first the lowest.
///
/// To take a letter off the front is a shift, to take some off the end a mask, and to compare two
/// words is to compare two numbers.
struct WordKey: Equatable {
  var low: UInt64
  var high: UInt64
  var count: Int

  /// The longest word that fits.
  static let capacity = 16

  /// The letters of a word, and zeros up to sixteen.
  struct Letters {
    var low: UInt64 = 0
    var high: UInt64 = 0

    /// Writes all sixteen.
    @inline(__always)
    func write(to letters: UnsafeMutablePointer<Letter>) {
      let raw = UnsafeMutableRawPointer(letters)
      raw.storeBytes(of: low, as: UInt64.self)
      raw.storeBytes(of: high, toByteOffset: 8, as: UInt64.self)
    }
  }

  var letters: Letters { Letters(low: low, high: high) }

  init(_ letters: Letters, count: Int) {
    (low, high, self.count) = (letters.low, letters.high, count)
  }

  /// Reads a word's letters.
  ///
  /// - Parameter letters: Points to at least sixteen readable bytes, the word in front.
  @inline(__always)
  init(_ letters: UnsafePointer<Letter>, count: Int) {
    let raw = UnsafeRawPointer(letters)
    low = raw.loadUnaligned(as: UInt64.self)
    high = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    self.count = count
    cut(to: count)
  }

  /// Packs a word that may stand anywhere in memory.
  init(_ word: UnsafeBufferPointer<Letter>) {
    (low, high, count) = (0, 0, word.count)
    for i in 0..<min(word.count, 8) { low |= UInt64(word[i]) << UInt64(8 * i) }
    for i in 8..<max(8, word.count) { high |= UInt64(word[i]) << UInt64(8 * i - 64) }
  }

  /// A letter; 0 behind the last.
  @inline(__always)
  subscript(_ i: Int) -> Letter {
    Letter(truncatingIfNeeded: i < 8 ? low >> UInt64(8 * i) : high >> UInt64(8 * i - 64))
  }

  @inline(__always)
  private mutating func cut(to count: Int) {
    // Shifts by less than 64 need no looking after.
    let bits = UInt64(truncatingIfNeeded: 8 &* count)
    if count > 8 {
      high &= UInt64.max &>> (128 &- bits)
    } else {
      low = count == 0 ? 0 : low & (UInt64.max &>> (64 &- bits))
      high = 0
    }
  }

  /// The word with each letter folded that is kept as it is written.
  var folded: WordKey {
    var word = self
    for i in 0..<count { word = word.replacing(i, with: Folding.fold(written: word[i])) }
    return word
  }

  /// The word without its first letter.
  @inline(__always)
  var dropFirst: WordKey {
    var rest = self
    rest.low = low >> 8 | high << 56
    rest.high = high >> 8
    rest.count -= 1
    return rest
  }

  /// The first letters of the word.
  @inline(__always)
  func prefix(_ count: Int) -> WordKey {
    var front = self
    front.cut(to: count)
    front.count = count
    return front
  }

  /// The word with another letter in the place of one.
  @inline(__always)
  func replacing(_ i: Int, with letter: Letter) -> WordKey {
    var other = self
    if i < 8 {
      other.low = low & ~(0xFF << UInt64(8 * i)) | UInt64(letter) << UInt64(8 * i)
    } else {
      other.high = high & ~(0xFF << UInt64(8 * i - 64)) | UInt64(letter) << UInt64(8 * i - 64)
    }
    return other
  }

  /// The word with another letter behind it; there must be room for it.
  @inline(__always)
  func appending(_ letter: Letter) -> WordKey {
    var longer = replacing(count, with: letter)
    longer.count += 1
    return longer
  }

  /// A multiplicative hash; its upper bits are the good ones.
  @inline(__always)
  var hash: UInt64 {
    let mixed = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ mixed >> 32
  }
}
