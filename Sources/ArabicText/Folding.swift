/// Folds spelling, so that words that readers take for the same compare equal.
///
/// Each fold is one small table row below: hamza carriers lose their hamza, ta marbuta becomes ha,
/// alef maqsura becomes ya, vowel marks and tatweel vanish, Persian letters and presentation forms
/// become the Arabic letters they stand for, and all digits become ASCII. A composed letter is
/// never decomposed first, so a hamza that stands alone survives.
public enum Folding {
  /// Folds a text's letters; whatever is no letter or digit is left out.
  public static func folded(_ text: some StringProtocol) -> [Letter] {
    folded(Array(text.utf8)[...])
  }

  /// Folds UTF-8; whatever is no letter or digit is left out.
  public static func folded(_ utf8: ArraySlice<UInt8>) -> [Letter] {
    var letters: [Letter] = []
    letters.reserveCapacity(utf8.count / 2 + 1)
    utf8.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count {
        let scalar = Scalar.next(in: bytes, at: i)
        appendFolded(scalar.value, to: &letters)
        i += scalar.length
      }
    }
    return letters
  }

  /// Folds a text into words: a list of folded words, cut at everything that is no letter.
  public static func words(_ text: some StringProtocol) -> [[Letter]] {
    words(Array(text.utf8)[...])
  }

  /// Folds UTF-8 into words, cut at everything that is no letter or digit.
  public static func words(_ utf8: ArraySlice<UInt8>) -> [[Letter]] {
    var words = FoldedWords()
    words.read(utf8)
    return (0..<words.count).map { Array(words[$0]) }
  }

  /// Writes folded letters as readable text; the inverse of folding for text that is folded.
  public static func text(_ letters: some Sequence<Letter>) -> String {
    var scalars = String.UnicodeScalarView()
    for letter in letters {
      let value = letter.isArabicLetter ? UInt32(letter) - 0x80 + 0x621 : UInt32(letter)
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }

  /// Arabic letters make no word with Latin letters or digits; "M4" is one word.
  @inline(__always)
  static func partsWord(_ last: Letter?, _ letter: Letter) -> Bool {
    guard let last, letter > FoldedScalar.mark else { return false }
    if last.isDigit != letter.isDigit { return last.isDigit || last.isArabicLetter }
    return last.isArabicLetter != letter.isArabicLetter
  }

  @inline(__always)
  static func appendFolded(_ scalar: UInt32, to letters: inout [Letter]) {
    let letter = fold(scalar)
    if letter > FoldedScalar.mark { letters.append(letter) }
    var rest = restOfLigature(scalar)
    while rest > 0 {
      letters.append(Letter(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// The letter that a scalar folds to, or one of `FoldedScalar`'s signs.
  @inline(__always)
  static func fold(_ scalar: UInt32) -> Letter {
    if scalar < 0x80 { return ascii[Int(scalar)] }
    if scalar >= 0x600 && scalar < 0x700 { return arabic[Int(scalar) - 0x600] }
    return rare(scalar)
  }

  /// Folds a letter that is kept as it is written: U+0621...U+064A as 0x80...0xA9.
  static func fold(written letter: Letter) -> Letter {
    letter.isArabicLetter ? arabic[Int(letter) - 0x80 + 0x21] : letter
  }

  /// Reads the plain Arabic letters that come next, eight at a time, without folding them.
  ///
  /// - Parameters:
  ///   - letters: Has room for eight letters more than were written.
  ///   - count: How many letters have been written.
  /// - Returns: The offset behind them; plain letters may follow near the end of the text.
  @inline(__always)
  static func readLetters(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int,
    into letters: UnsafeMutablePointer<Letter>, _ count: inout Int
  ) -> Int {
    guard let base = bytes.baseAddress else { return start }
    var i = start
    while i &+ 16 <= bytes.count {
      let pairs = UnsafeRawPointer(base + i).loadUnaligned(as: SIMD8<UInt16>.self)
      // D8 or D9 and a byte that goes on, and the letters that they stand for. What is compared is
      // compared by adding: bit 15 tells.
      let shape = (pairs & 0xC0FE) ^ 0x80D8
      let isOther = (shape &+ 0x7FFF) | shape
      // Counted from U+0621; U+0641...U+064A come closer by 16, and what stands between the two rows of
      // letters, U+063B...U+0640, stays above both as what is no letter does.
      let place = (pairs &>> 8) &+ ((pairs & 1) &<< 6) &- 0xA1
      let isAbove = place &- ((place & 0x20) &>> 1) &+ (0x8000 - 0x1A)
      let isNone = (isOther | place | isAbove) &>> 15
      let letter = place &+ 0x80
      let ends = unsafeBitCast(SIMD8<UInt8>(truncatingIfNeeded: isNone), to: UInt64.self)
      UnsafeMutableRawPointer(letters + count).storeBytes(
        of: SIMD8<UInt8>(truncatingIfNeeded: letter), as: SIMD8<UInt8>.self)
      let read = UInt64(littleEndian: ends).trailingZeroBitCount &>> 3
      count &+= read
      i &+= read &* 2
      if read < 8 { break }
    }
    return i
  }

  /// The tables of the common scalars, held for the folding of many letters.
  struct Tables {
    fileprivate let ascii: UnsafeBufferPointer<Letter>
    fileprivate let arabic: UnsafeBufferPointer<Letter>

    /// The letter that a scalar folds to, or one of `FoldedScalar`'s signs.
    @inline(__always)
    func fold(_ scalar: UInt32) -> Letter {
      if scalar >= 0x600 && scalar < 0x700 { return arabic[Int(scalar) - 0x600] }
      return scalar < 0x80 ? ascii[Int(scalar)] : rare(scalar)
    }

    /// Folds a letter that is kept as it is written.
    @inline(__always)
    func fold(written letter: Letter) -> Letter {
      letter.isArabicLetter ? arabic[Int(letter) - 0x80 + 0x21] : letter
    }

    /// What a two-byte scalar of U+0600...U+06FF folds to; nil for everything else.
    @inline(__always)
    private func arabic(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Letter? {
      guard i + 1 < bytes.count, bytes[i] & 0xFC == 0xD8, bytes[i + 1] & 0xC0 == 0x80 else {
        return nil
      }
      return arabic[Int(bytes[i] & 3) << 6 | Int(bytes[i + 1] & 0x3F)]
    }

    /// Whether an Arabic letter of two bytes stands at an offset.
    @inline(__always)
    func isArabicLetter(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
      arabic(bytes, at: i)?.isArabicLetter ?? false
    }

    /// Whether a sign of the Arabic block stands at an offset that ends a word: "،", "؟".
    @inline(__always)
    func isNoLetter(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
      arabic(bytes, at: i) == FoldedScalar.none
    }

    /// Folds the Arabic letters and marks that come next, two bytes each; gives the offset behind
    /// them.
    ///
    /// - Parameters:
    ///   - letters: Room for one letter more than what was written, for each two bytes.
    ///   - count: How many letters have been written.
    @inline(__always)
    func foldRun(
      _ bytes: UnsafeBufferPointer<UInt8>, from start: Int,
      into letters: UnsafeMutablePointer<Letter>, _ count: inout Int
    ) -> Int {
      guard let base = bytes.baseAddress else { return start }
      let end = bytes.count &- 1
      var i = start
      var written = count
      while i < end {
        // Both bytes at once: the lead bytes of U+0600...U+06FF, and what goes on.
        let pair = UInt16(
          littleEndian: UnsafeRawPointer(base + i).loadUnaligned(as: UInt16.self))
        guard pair & 0xC0FC == 0x80D8 else { break }
        let letter = arabic[Int((pair & 3) << 6 | (pair >> 8) & 0x3F)]
        if letter.isArabicLetter {
          letters[written] = letter
          written &+= 1
        } else if letter != FoldedScalar.mark {
          break
        }
        i &+= 2
      }
      count = written
      return i
    }
  }

  /// Holds the tables while a body folds letters.
  @inline(__always)
  static func withTables<Result>(_ body: (Tables) -> Result) -> Result {
    ascii.withUnsafeBufferPointer { ascii in
      arabic.withUnsafeBufferPointer { arabic in body(Tables(ascii: ascii, arabic: arabic)) }
    }
  }

  private static func rare(_ scalar: UInt32) -> Letter {
    switch scalar {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: FoldedScalar.mark
    case 0xC0...0x24F: latin(scalar)
    case 0x300...0x36F, 0x8D3...0x8FF: FoldedScalar.mark
    case 0x750...0x77F: supplement(scalar)
    case 0x1E00...0x1EFF: latin(scalar)
    case 0xFB50...0xFBE9, 0xFE70...0xFEFC: presentationForm(scalar)
    case 0xFBEA...0xFDFC: ligature(scalar)
    case 0xFF10...0xFF19: Letter(scalar - 0xFF10 + 0x30)
    default: FoldedScalar.none
    }
  }

  // MARK: Tables

  private static let ascii: [Letter] = (0..<128).map { (code: UInt8) in
    switch code {
    case 0x30...0x39, 0x61...0x7A: code
    case 0x41...0x5A: code + 32
    default: FoldedScalar.none
    }
  }

  private static let arabic: [Letter] = (0..<256).map { (offset: UInt32) in
    let scalar = offset + 0x600
    if let digit = arabicDigit(scalar) { return digit }
    if isVowelMarkOrTatweel(scalar) { return FoldedScalar.mark }
    if let letter = persianLetter(scalar) { return letter }
    guard (0x621...0x63A).contains(scalar) || (0x641...0x64A).contains(scalar) else {
      return scalar == 0x671 ? .alef : FoldedScalar.none
    }
    return withoutHamza(scalar) ?? taMarbutaAsHa(scalar) ?? alefMaqsuraAsYa(scalar)
      ?? Letter(scalar - 0x621 + 0x80)
  }

  /// أ إ آ → ا, ؤ → و, ئ → ي; a hamza on the line stays.
  static func withoutHamza(_ scalar: UInt32) -> Letter? {
    switch scalar {
    case 0x622, 0x623, 0x625: .alef
    case 0x624: .waw
    case 0x626: .yeh
    default: nil
    }
  }

  /// ة → ه.
  static func taMarbutaAsHa(_ scalar: UInt32) -> Letter? { scalar == 0x629 ? .heh : nil }

  /// ى → ي.
  static func alefMaqsuraAsYa(_ scalar: UInt32) -> Letter? { scalar == 0x649 ? .yeh : nil }

  /// Harakat, tanwin, shadda, sukun, superscript alef, Quranic marks and tatweel.
  static func isVowelMarkOrTatweel(_ scalar: UInt32) -> Bool {
    scalar == 0x640 || scalar == 0x670 || (0x64B...0x65F).contains(scalar)
      || (0x610...0x61A).contains(scalar) || (0x6D6...0x6ED).contains(scalar) || scalar == 0x61C
  }

  /// Arabic-Indic ٠…٩ and Persian ۰…۹.
  static func arabicDigit(_ scalar: UInt32) -> Letter? {
    switch scalar {
    case 0x660...0x669: Letter(scalar - 0x660 + 0x30)
    case 0x6F0...0x6F9: Letter(scalar - 0x6F0 + 0x30)
    default: nil
    }
  }

  /// Letters of Persian, Kurdish and Urdu keyboards, as the Arabic letters they stand for.
  static func persianLetter(_ scalar: UInt32) -> Letter? {
    switch scalar {
    case 0x67E: .beh  // peh
    case 0x686: 0x8B  // tcheh → jeem
    case 0x698: 0x91  // jeh → zain
    case 0x6A4: .feh  // veh
    case 0x6A9, 0x6AA, 0x6AF, 0x6AD: .kaf  // keheh, gaf
    case 0x6B5: .lam  // Kurdish ll
    case 0x6BA: .noon
    case 0x6BE, 0x6C0, 0x6C1, 0x6C2, 0x6D5, 0x6C3: .heh
    case 0x6C4...0x6CB: .waw
    case 0x6CC, 0x6CD, 0x6CE, 0x6D0, 0x6D2, 0x6D3, 0x678: .yeh
    case 0x672, 0x673, 0x675: .alef
    case 0x679: 0x89
    case 0x688: 0x8E
    case 0x691, 0x695: 0x90
    default: nil
    }
  }

  /// Letters of the Arabic Supplement block that Kurdish texts use.
  private static func supplement(_ scalar: UInt32) -> Letter {
    scalar == 0x763 || scalar == 0x764 ? .kaf : FoldedScalar.none
  }

  /// Latin letters with marks, as the ASCII letter below the marks.
  private static func latin(_ scalar: UInt32) -> Letter {
    switch scalar {
    case 0xC0...0x17F: latinBases[Int(scalar) - 0xC0]
    case 0x1E0C...0x1E11: UInt8(ascii: "d")
    case 0x1E20, 0x1E21: UInt8(ascii: "g")
    case 0x1E22...0x1E2B, 0x1E96: UInt8(ascii: "h")
    case 0x1E60...0x1E69: UInt8(ascii: "s")
    case 0x1E6A...0x1E71, 0x1E97: UInt8(ascii: "t")
    case 0x1E90...0x1E95: UInt8(ascii: "z")
    default: FoldedScalar.none
    }
  }

  /// The base letters of U+00C0...U+017F in their order; `*` where there is none.
  private static let latinBases: [Letter] = Array(
    """
    aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll\
    nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
    """.utf8
  ).map { $0 == UInt8(ascii: "*") ? FoldedScalar.none : $0 }

  /// The letters of the presentation form blocks, four shapes a letter as Unicode lists them.
  private static func presentationForm(_ scalar: UInt32) -> Letter {
    switch scalar {
    case 0xFE70...0xFE7F: return FoldedScalar.mark
    case 0xFE80: return .hamza
    case 0xFE81...0xFE84: return .alef
    case 0xFE85, 0xFE86: return .waw
    case 0xFE87, 0xFE88: return .alef
    case 0xFE89...0xFE8C: return .yeh
    case 0xFE8D, 0xFE8E: return .alef
    case 0xFE8F...0xFE92: return .beh
    case 0xFE93, 0xFE94: return .heh
    case 0xFE95...0xFEA8:  // teh, theh, jeem, hah, khah: four shapes each
      return Letter(0x89 + (scalar - 0xFE95) / 4)
    case 0xFEA9...0xFEB0:  // dal, thal, reh, zain: two shapes each
      return Letter(0x8E + (scalar - 0xFEA9) / 2)
    case 0xFEB1...0xFED0:  // seen … ghain: four shapes each
      return Letter(0x92 + (scalar - 0xFEB1) / 4)
    case 0xFED1...0xFEEC:  // feh … heh: four shapes each
      return Letter(0xA0 + (scalar - 0xFED1) / 4)
    case 0xFEED, 0xFEEE: return .waw
    case 0xFEEF...0xFEF4: return .yeh
    case 0xFEF5...0xFEFC: return .lam
    case 0xFB50, 0xFB51: return .alef
    case 0xFB56...0xFB59: return .beh
    case 0xFB66...0xFB69: return .teh
    case 0xFB6A...0xFB6D: return .feh
    case 0xFB7A...0xFB7D: return 0x8B
    case 0xFB88, 0xFB89: return 0x8E
    case 0xFB8A, 0xFB8B: return 0x91
    case 0xFB8C, 0xFB8D: return 0x90
    case 0xFB8E...0xFB95, 0xFBD3...0xFBD6: return .kaf
    case 0xFB9E, 0xFB9F: return .noon
    case 0xFBA4...0xFBAD: return .heh
    case 0xFBD7...0xFBE3: return .waw
    case 0xFBAE...0xFBB1, 0xFBE4...0xFBE9: return .yeh
    default: return FoldedScalar.none
    }
  }
}
