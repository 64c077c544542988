/// A text taken apart: its tokens in order, with the folded letters of each.
public struct Tokens: ~Copyable, Sendable {
  public private(set) var list: PlainList<Token>
  /// The folded letters of all tokens, one after the other.
  public private(set) var letters: PlainList<Letter>

  public init() {
    list = PlainList()
    letters = PlainList()
  }

  /// Takes UTF-8 apart and reads each word against a vocabulary.
  ///
  /// Tokens tile the text but for blanks: every byte range maps back exactly. Words that were
  /// broken with a star or a spaced tatweel against filters are put together again, and so are a
  /// clitic and its word with a blank between; where the blank before ال lacks, words are parted.
  public init(_ text: UnsafeBufferPointer<UInt8>, vocabulary: Vocabulary) {
    self.init()
    read(text, vocabulary: vocabulary)
  }

  public init(_ text: [UInt8], vocabulary: Vocabulary) {
    self.init()
    text.withUnsafeBufferPointer { read($0, vocabulary: vocabulary) }
  }

  public init(_ text: String, vocabulary: Vocabulary) {
    self.init(Array(text.utf8), vocabulary: vocabulary)
  }

  /// Takes UTF-8 apart and reads each word against a frozen table, with a memory of that table's.
  public init(_ text: [UInt8], table: borrowing PhraseTable, memory: WordMemory?) {
    guard let memory else {
      self.init(text, vocabulary: table.vocabulary)
      return
    }
    self.init()
    memory.makeRoom()
    text.withUnsafeBufferPointer { text in
      reserve(text.count)
      Folding.withTables { tables in
        table.vocabulary.withCells { vocabulary in
          _ = table.withCells { table in
            read(text, tables) { letters, token in
              guard letters.count <= WordKey.capacity else {
                token.readings = Readings(of: letters, vocabulary: vocabulary)
                return
              }
              let key = WordKey(letters.baseAddress!, count: letters.count)
              token.entry = memory.index(of: key, vocabulary, table)
              token.readings =
                token.entry >= 0
                ? memory.entries[Int(token.entry)].readings
                : Readings(of: key, vocabulary: vocabulary)
            }
          }
        }
      }
    }
  }

  /// Reads a further text in place of the present one, with the memory that is there.
  public mutating func read(_ text: UnsafeBufferPointer<UInt8>, vocabulary: Vocabulary) {
    list.cut(to: 0)
    letters.cut(to: 0)
    reserve(text.count)
    Folding.withTables { tables in
      vocabulary.withCells { vocabulary in
        read(text, tables) { letters, token in
          token.readings = Readings(of: letters, vocabulary: vocabulary)
        }
      }
    }
  }

  private mutating func reserve(_ byteCount: Int) {
    list.reserve(byteCount / 7)
    // No scalar folds to more letters than it has bytes, but for ligatures: four for three bytes. A
    // word's key is read sixteen at a time.
    letters.reserve(byteCount + byteCount / 3 + WordKey.capacity)
  }

  /// Takes a text apart, then looks its words up one right after the other: each look goes to memory
  /// that is far away, and a processor waits for many of them at once if nothing stands between.
  @inline(__always)
  private mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, _ tables: Folding.Tables,
    _ lookUp: (UnsafeBufferPointer<Letter>, inout Token) -> Void
  ) {
    takeApart(text, tables)
    let letters = UnsafeBufferPointer(start: letters.base, count: letters.count)
    list.withMutableElements { list in
      for i in list.indices where list[i].kind == .word || list[i].kind == .number {
        lookUp(.init(rebasing: letters[list[i].lettersRange]), &list[i])
      }
    }
    partWords(text, tables, lookUp)
  }

  private mutating func takeApart(_ text: UnsafeBufferPointer<UInt8>, _ tables: Folding.Tables) {
    var i = 0
    var lastEnd = -1
    // A word of one letter may be a clitic that stands alone.
    var isBehindLetter = false
    while i < text.count {
      // A blank, the commonest byte of all.
      if text[i] == 0x20 {
        i += 1
        continue
      }
      let firstLetter = letters.count
      let plainEnd = readPlainWord(text, from: i, tables)
      if let end = plainEnd, !isBehindLetter {
        // Most words: nothing before or behind them belongs to them.
        list.append(
          Token(
            start: Int32(i), end: Int32(end), kind: .word, isGlued: i == lastEnd,
            lettersStart: Int32(firstLetter), lettersCount: Int32(letters.count - firstLetter)))
        isBehindLetter = letters.count - firstLetter == 1
        lastEnd = end
        i = end
        continue
      }
      var token = Token(start: Int32(i), end: 0, kind: .word, lettersStart: Int32(firstLetter))
      let end = plainEnd ?? readAnything(text, from: i, into: &token, tables)
      if token.kind == .word || token.kind == .number {
        guard end > i else {
          // A mark or a blank that is none of a word's.
          i += Scalar.next(in: text, at: i).length
          continue
        }
        token.lettersCount = Int32(letters.count) - token.lettersStart
        if isBehindLetter, token.kind == .word, token.lettersCount > 1 { takeClitic(into: &token) }
      }
      let isApart = Int(token.start) == i
      if isApart { token.isGlued = i == lastEnd }
      i = end
      token.end = Int32(i)
      lastEnd = i
      if isBehindLetter, isApart { noteDetachedClitic(&token) }
      isBehindLetter = token.lettersCount == 1 && token.kind == .word
      list.append(token)
    }
  }

  /// Reads a word of Arabic letters that ends at a blank or an ordinary mark, as most words do;
  /// gives the offset behind it, or nil when there is more to it.
  @inline(__always)
  private mutating func readPlainWord(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ tables: Folding.Tables
  ) -> Int? {
    guard tables.isArabicLetter(text, at: start) else { return nil }
    var count = letters.count
    let end = letters.withRoom { tables.foldRun(text, from: start, into: $0, &count) }
    if end < text.count {
      let next = text[end]
      let isPlain =
        next < 0x80
        ? next != UInt8(ascii: "*") && !Self.endsInTatweel(text, end)
        : tables.isNoLetter(text, at: end)
      guard isPlain else { return nil }
    }
    letters.fill(to: count)
    return end
  }

  /// Reads whatever stands at an offset; gives the offset behind it, the same for what is blank.
  private mutating func readAnything(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, into token: inout Token,
    _ tables: Folding.Tables
  ) -> Int {
    let scalar = Scalar.next(in: text, at: start)
    let letter = tables.fold(scalar.value)
    if letter == FoldedScalar.mark { return start }
    if letter.isDigit {
      let end = Self.readNumber(text, from: start, into: &token)
      appendDigits(of: token.value)
      return end
    }
    if letter > FoldedScalar.mark { return readWord(text, from: start, tables) }
    var end = start + scalar.length
    switch scalar.value {
    case 0x0A, 0x0D, 0x2028, 0x2029: token.kind = .lineBreak
    case _ where Mark.isBlank(scalar.value): return start
    default:
      token.kind = .punctuation
      token.mark = Mark(scalar.value)
      if scalar.value == 0x2E, end < text.count, text[end] == 0x2E {
        token.mark = .ellipsis
        while end < text.count, text[end] == 0x2E { end += 1 }
      } else if scalar.value == 0x2E, start > 0, Self.isDigit(text, before: start),
        Self.digitCount(text, from: end) > 0
      {
        token.mark = .point
      }
    }
    return end
  }

  /// "قرية الكبر و بلدة الجزرة": a clitic and its word with a blank between are one token, read as
  /// if they were written together.
  private mutating func takeClitic(into token: inout Token) {
    let last = list[list.count - 1]
    guard Clitics(letter: letters[Int(last.lettersStart)]) != nil,
      letters[Int(token.lettersStart)].isArabicLetter
    else { return }
    token.start = last.start
    token.lettersStart = last.lettersStart
    token.lettersCount += 1
    token.isGlued = last.isGlued
    token.detachedClitics = last.detachedClitics
    list.cut(to: list.count - 1)
  }

  /// Parts the unknown words that are two known ones, the second with ال: "بلدةالكسرة",
  /// "فجرالاثنين".
  @inline(__always)
  private mutating func partWords(
    _ text: UnsafeBufferPointer<UInt8>, _ tables: Folding.Tables,
    _ lookUp: (UnsafeBufferPointer<Letter>, inout Token) -> Void
  ) {
    var i = 0
    while i < list.count {
      let token = list[i]
      if token.kind == .word, token.readings.count == 0, token.lettersCount >= 6,
        let (first, second) = parts(of: token, text, tables, lookUp)
      {
        list[i] = first
        list.insert(second, at: i + 1)
      }
      i += 1
    }
  }

  /// The two known words that an unknown one is made of, the second with ال; nil where it is not.
  @inline(never)
  private func parts(
    of token: Token, _ text: UnsafeBufferPointer<UInt8>, _ tables: Folding.Tables,
    _ lookUp: (UnsafeBufferPointer<Letter>, inout Token) -> Void
  ) -> (Token, Token)? {
    let start = Int(token.lettersStart)
    for cut in 2...Int(token.lettersCount) - 4
    where letters[start + cut] == .alef && letters[start + cut + 1] == .lam {
      var first = token
      first.lettersCount = Int32(cut)
      var second = Token(
        start: 0, end: token.end, kind: .word, isGlued: true, lettersStart: Int32(start + cut),
        lettersCount: token.lettersCount - Int32(cut))
      letters.withElements {
        lookUp(.init(rebasing: $0[first.lettersRange]), &first)
        lookUp(.init(rebasing: $0[second.lettersRange]), &second)
      }
      guard first.readings.count > 0, second.readings.count > 0,
        second.readings[0].clitics.isEmpty,
        let end = Self.offset(ofLetter: cut, text, from: Int(token.start), tables)
      else { continue }
      first.end = Int32(end)
      second.start = Int32(end)
      return (first, second)
    }
    return nil
  }

  /// Where a word's letter stands in the text, counted from 0; nil when it is half of a ligature.
  private static func offset(
    ofLetter number: Int, _ text: UnsafeBufferPointer<UInt8>, from start: Int,
    _ tables: Folding.Tables
  ) -> Int? {
    var i = start
    var count = 0
    while i < text.count {
      let scalar = Scalar.next(in: text, at: i)
      let letter = tables.fold(scalar.value)
      if letter > FoldedScalar.mark {
        if count == number { return i }
        count += 1
        var rest = Folding.restOfLigature(scalar.value)
        while rest > 0 {
          count += 1
          rest >>= 8
        }
        if count > number { return nil }
      }
      i += scalar.length
    }
    return nil
  }

  /// "و 15", "لـ”التحالف”": a single letter belongs to the number or the quotation behind it.
  private mutating func noteDetachedClitic(_ token: inout Token) {
    let last = list[list.count - 1]
    guard token.kind == .word || token.kind == .number || token.mark == .quote else { return }
    guard let clitic = Clitics(letter: letters[Int(last.lettersStart)]) else { return }
    list[list.count - 1].isDetachedClitic = true
    if token.kind != .punctuation { token.detachedClitics = clitic.union(last.detachedClitics) }
  }

  /// Reads the letters of a word; gives the offset behind it.
  private mutating func readWord(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ tables: Folding.Tables
  ) -> Int {
    var i = start
    var end = start
    let lettersStart = letters.count
    while i < text.count {
      if letters.count == lettersStart || letters[letters.count - 1].isArabicLetter {
        var count = letters.count
        i = letters.withRoom { tables.foldRun(text, from: i, into: $0, &count) }
        letters.fill(to: count)
        if i > end { end = i }
        // Most words end at a blank.
        if i == text.count || text[i] == 0x20 && !Self.endsInTatweel(text, i) { break }
      }
      let scalar = Scalar.next(in: text, at: i)
      let letter = tables.fold(scalar.value)
      if letter == FoldedScalar.none {
        guard i > start, let next = Self.endOfBreak(text, at: i, tables) else { break }
        i = next
        continue
      }
      if letter > FoldedScalar.mark {
        if letters.count > lettersStart {
          let last = letters[letters.count - 1]
          // "M4" is one word; "الـ55" is a word and a number; Arabic and Latin letters are two words.
          if letter.isArabicLetter != last.isArabicLetter { break }
        } else if letter.isDigit {
          break
        }
        letters.append(letter)
        var rest = Folding.restOfLigature(scalar.value)
        while rest > 0 {
          letters.append(Letter(truncatingIfNeeded: rest))
          rest >>= 8
        }
      }
      i += scalar.length
      end = i
    }
    return end
  }

  /// The offset behind what breaks a word against filters; nil where the word ends instead.
  ///
  /// Stars between two letters do, "الإره**ابي", and a sign or two between two tatweels, "قتـ ـلى",
  /// "مـ.ـقتل".
  private static func endOfBreak(
    _ text: UnsafeBufferPointer<UInt8>, at start: Int, _ tables: Folding.Tables
  ) -> Int? {
    let isOpened = endsInTatweel(text, start)
    var i = start
    var isStars = true
    while i < text.count, i - start < 4 {
      let scalar = Scalar.next(in: text, at: i)
      if scalar.value == 0x640 { return i > start && isOpened ? i : nil }
      switch scalar.value {
      case 0x2A: break
      case 0x20, 0xA0, 0x2E, 0x5F, 0x2D, 0x2F, 0x5C, 0x7C, 0x2B, 0x7E, 0x27: isStars = false
      default: return i > start && isStars && tables.fold(scalar.value).isArabicLetter ? i : nil
      }
      i += scalar.length
    }
    return nil
  }

  private static func endsInTatweel(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    i >= 2 && text[i - 2] == 0xD9 && text[i - 1] == 0x80
  }

  /// Reads digits with their separators; gives the offset behind them.
  private static func readNumber(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, into token: inout Token
  ) -> Int {
    token.kind = .number
    var i = start
    var end = start
    var value = 0
    var isFraction = false
    var isGroupedByPoints = false
    while i < text.count {
      let scalar = Scalar.next(in: text, at: i)
      let letter = Folding.fold(scalar.value)
      if letter.isDigit {
        if !isFraction { value = min(value * 10 + Int(letter) - 48, Int(Int32.max)) }
        i += scalar.length
        end = i
        continue
      }
      // A separator counts when digits follow: three behind a comma, any behind a point. Two
      // points make no number: "3.4.2021".
      let isComma = scalar.value == 0x2C || scalar.value == 0x66C || scalar.value == 0x60C
      let isPoint = scalar.value == 0x2E || scalar.value == 0x66B
      guard isComma || isPoint, !isFraction else { break }
      let digits = digitCount(text, from: i + scalar.length)
      if isComma && scalar.value != 0x60C && digits == 3 {
        i += scalar.length
      } else if isPoint && digits == 3 && (value < 1000 || isGroupedByPoints) {
        isGroupedByPoints = true
        i += scalar.length
      } else if isPoint && digits > 0 && !isBetweenPoints(text, start, i) {
        isFraction = true
        i += scalar.length
      } else {
        break
      }
    }
    token.value = Int32(value)
    return end
  }

  /// Whether the point at an offset has another one of its kind next to it, with digits between.
  private static func isBetweenPoints(
    _ text: UnsafeBufferPointer<UInt8>, _ number: Int, _ point: Int
  ) -> Bool {
    guard text[point] == 0x2E else { return false }
    if number > 1, text[number - 1] == 0x2E, isDigit(text, before: number - 1) { return true }
    var i = point + 1
    while i < text.count {
      let scalar = Scalar.next(in: text, at: i)
      guard Folding.fold(scalar.value).isDigit else {
        return scalar.value == 0x2E && digitCount(text, from: i + 1) > 0
      }
      i += scalar.length
    }
    return false
  }

  /// Whether a digit of any script ends right before an offset.
  private static func isDigit(_ text: UnsafeBufferPointer<UInt8>, before end: Int) -> Bool {
    var i = end - 1
    while i > 0, text[i] & 0xC0 == 0x80 { i -= 1 }
    return i >= 0 && Folding.fold(Scalar.next(in: text, at: i).value).isDigit
  }

  /// Keeps a number's digits as its letters, so that phrases may hold numbers.
  private mutating func appendDigits(of value: Int32) {
    let start = letters.count
    var rest = value
    repeat {
      letters.append(Letter(rest % 10) + 0x30)
      rest /= 10
    } while rest > 0
    var (i, j) = (start, letters.count - 1)
    while i < j {
      (letters[i], letters[j]) = (letters[j], letters[i])
      i += 1
      j -= 1
    }
  }

  private static func digitCount(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var i = start
    var count = 0
    while i < text.count, count < 4 {
      let scalar = Scalar.next(in: text, at: i)
      guard Folding.fold(scalar.value).isDigit else { break }
      count += 1
      i += scalar.length
    }
    return count
  }
}

extension Clitics {
  /// The conjunction or preposition that a single letter is; nil for every other letter.
  init?(letter: Letter) {
    switch letter {
    case .waw: self = .waw
    case .feh: self = .feh
    case .beh: self = .beh
    case .lam: self = .lam
    case .kaf: self = .kaf
    default: return nil
    }
  }
}

extension Mark {
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x2E, 0x6D4, 0x3002, 0xFF0E: self = .fullStop
    case 0x21, 0x3F, 0x61F, 0xFF01, 0xFF1F: self = .question
    case 0x2026: self = .ellipsis
    case 0x2C, 0x60C, 0x66B, 0x3001, 0xFE50, 0xFF0C: self = .comma
    case 0x3B, 0x61B, 0xFF1B: self = .semicolon
    case 0x3A, 0x2236, 0xFE55, 0xFF1A: self = .colon
    case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201F, 0x2032...0x2037, 0x2039, 0x203A, 0x60, 0xB4,
      0x2E8...0x2EE, 0x275B...0x275E, 0x300A...0x300F, 0x301D...0x301F, 0xFF02, 0xFF07:
      self = .quote
    case 0x28, 0x5B, 0x7B, 0xFD3F, 0x3010, 0xFF08, 0xFF3B: self = .openBracket
    case 0x29, 0x5D, 0x7D, 0xFD3E, 0x3011, 0xFF09, 0xFF3D: self = .closeBracket
    case 0x2D, 0x2010...0x2015, 0x2212, 0x2500, 0xFE58, 0xFE63, 0xFF0D: self = .dash
    case 0x2F, 0x5C, 0x2044, 0x2215, 0xFF0F: self = .slash
    case 0x7C, 0xB7, 0x2022, 0x25A0...0x25FF, 0x2190...0x21FF, 0x2043, 0xD7, 0x2794:
      self = .separator
    case 0x23, 0x5F, 0xFF03, 0xFF3F: self = .joiner
    default: self = .other
    }
  }

  /// Tells whether a scalar parts words and is nothing else.
  static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0B, 0x0C, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: scalar < 0x20
    }
  }
}
