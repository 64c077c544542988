/// A text taken apart: its tokens in order, with the folded letters of each.
public struct Tokens: ~Copyable, Sendable {
  public private(set) var list: PlainList<Token>
  /// The folded letters of all tokens, one after the other.
  public private(set) var letters: PlainList<Letter>
  /// The same, in part as they are written; words are looked up by these.
  private var written: PlainList<Letter>
  /// Of each token the letters as they are written, up to sixteen, to be looked up by.
  private var keys: PlainList<WordKey.Letters>
  /// The indexes of the words that nobody knows and that may be two.
  private var longUnknown: PlainList<Int32>
  /// The readings of the words that are in no memory.
  private var ownReadings: PlainList<Readings>
  /// What was loaded of the words before they were looked up; it means nothing.
  private var asked: UInt64 = 0

  public init() {
    list = PlainList()
    letters = PlainList()
    written = PlainList()
    keys = PlainList()
    longUnknown = PlainList()
    ownReadings = PlainList()
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
    self.init()
    read(text, table: table, memory: memory)
  }

  /// Reads a further text in place of the present one, with a memory of a frozen table's.
  public mutating func read(
    _ text: [UInt8], table: borrowing PhraseTable, memory: WordMemory?
  ) {
    guard let memory else {
      text.withUnsafeBufferPointer { read($0, vocabulary: table.vocabulary) }
      return
    }
    clear()
    memory.makeRoom()
    text.withUnsafeBufferPointer { text in
      reserve(text.count)
      Folding.withTables { tables in
        table.vocabulary.withCells { vocabulary in
          _ = table.withCells { table in
            read(text, tables, { memory.lowLetters(at: $0) }) { letters, key, room, token, own in
              guard token.lettersCount <= WordKey.capacity else {
                Self.lookUp(letters, room, &token, &own, tables, vocabulary)
                return
              }
              let index = memory.index(
                of: key, count: Int(token.lettersCount), from: token.entry, vocabulary, table)
              guard index >= 0 else {
                Self.lookUp(letters, room, &token, &own, tables, vocabulary)
                return
              }
              let entry = memory.entries + Int(index)
              token.entry = index
              token.readingCount = entry.pointee.readingCount
              token.likelyClitics = entry.pointee.likelyClitics
              entry.pointee.folded.write(to: room)
            }
          }
        }
      }
    }
  }

  /// Reads a further text in place of the present one, with the memory that is there.
  public mutating func read(_ text: UnsafeBufferPointer<UInt8>, vocabulary: Vocabulary) {
    clear()
    reserve(text.count)
    Folding.withTables { tables in
      vocabulary.withCells { vocabulary in
        read(text, tables, { _ in 0 }) { letters, _, room, token, own in
          Self.lookUp(letters, room, &token, &own, tables, vocabulary)
        }
      }
    }
  }

  /// Folds a word and looks it up without a memory.
  ///
  /// - Parameters:
  ///   - all: The letters of all words.
  ///   - room: Where the folded letters go, with room for sixteen behind them.
  private static func lookUp(
    _ all: UnsafeBufferPointer<Letter>, _ room: UnsafeMutablePointer<Letter>,
    _ token: inout Token, _ own: inout PlainList<Readings>, _ tables: Folding.Tables,
    _ vocabulary: Vocabulary.Cells
  ) {
    let letters = UnsafeBufferPointer(rebasing: all[token.lettersRange])
    for i in letters.indices { room[i] = tables.fold(written: letters[i]) }
    let folded = UnsafeBufferPointer(start: room, count: letters.count)
    let readings = Readings(of: folded, vocabulary: vocabulary)
    token.entry = Token.isUnread
    token.readingCount = readings.count
    guard readings.count > 0 else { return }
    token.likelyClitics = readings[0].clitics
    token.entry = Token.isUnread - 1 - Int32(own.count)
    own.append(readings)
  }

  /// The vocabulary words that a token may be, the likeliest first.
  ///
  /// - Parameter memory: The one that the tokens were read with, before any other text.
  public borrowing func readings(of token: Token, _ memory: WordMemory? = nil) -> Readings {
    guard token.readingCount > 0 else { return Readings() }
    if token.isRemembered { return memory?.readings[Int(token.entry)] ?? Readings() }
    return ownReadings[Int(Token.isUnread - 1 - token.entry)]
  }

  /// The vocabulary word that a token is without clitics; -1 where there is none.
  ///
  /// - Parameter memory: The one that the tokens were read with, before any other text.
  public borrowing func wholeWord(of token: Token, _ memory: WordMemory?) -> Int32 {
    guard token.readingCount > 0, token.likelyClitics.isEmpty else { return -1 }
    if token.isRemembered { return memory?.wholeWord(of: token) ?? -1 }
    return ownReadings[Int(Token.isUnread - 1 - token.entry)].wholeWord
  }

  private mutating func clear() {
    list.cut(to: 0)
    letters.cut(to: 0)
    written.cut(to: 0)
    keys.cut(to: 0)
    longUnknown.cut(to: 0)
    ownReadings.cut(to: 0)
  }

  private mutating func reserve(_ byteCount: Int) {
    precondition(byteCount <= Int(Int32.max), "texts are shorter than 2 GB")
    list.reserve(byteCount / 7)
    keys.reserve(byteCount / 7)
    // No scalar folds to more letters than it has bytes, but for ligatures: four for three bytes. A
    // word's key is read sixteen at a time.
    letters.reserve(byteCount + byteCount / 3 + WordKey.capacity)
    written.reserve(byteCount + byteCount / 3 + WordKey.capacity)
  }

  /// Looks a word up by its letters among those of all words, and writes them folded.
  private typealias LookUp = (
    _ letters: UnsafeBufferPointer<Letter>, _ key: WordKey.Letters,
    _ room: UnsafeMutablePointer<Letter>, _ token: inout Token, _ own: inout PlainList<Readings>
  ) -> Void

  /// Takes a text apart, then looks its words up one right after the other.
  ///
  /// - Parameter askFor: Loads something of what a word's look goes to, which is far away: a processor
  ///   waits for many of them at once if nothing stands between.
  @inline(__always)
  private mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, _ tables: Folding.Tables, _ askFor: (Int32) -> UInt64,
    _ lookUp: LookUp
  ) {
    takeApart(text, tables)
    letters.reserve(written.count + WordKey.capacity)
    asked = list.withElements { list in
      var asked: UInt64 = 0
      for i in list.indices { asked ^= askFor(list[i].entry) }
      return asked
    }
    written.withElements { written in
      keys.withElements { keys in
        letters.withRoom { letters in
          list.withMutableElements { list in
            for i in list.indices where list[i].kind == .word || list[i].kind == .number {
              let start = Int(list[i].lettersStart)
              lookUp(written, keys[i], letters + start, &list[i], &ownReadings)
              if list[i].mayBeTwoWords { longUnknown.append(Int32(truncatingIfNeeded: i)) }
            }
          }
        }
      }
    }
    letters.fill(to: written.count)
    partWords(text, tables, lookUp)
  }

  /// Adds a word or a number with its key, and where the looking for it begins.
  @inline(__always)
  private mutating func append(word token: Token) {
    let count = min(Int(token.lettersCount), WordKey.capacity)
    let key = written.withRoom { WordKey($0 + Int(token.lettersStart), count: count) }
    var token = token
    token.entry = WordMemory.slot(of: key)
    list.append(token)
    keys.append(key.letters)
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
      let firstLetter = written.count
      let plainEnd = readPlainWord(text, from: i, tables)
      if let end = plainEnd, !isBehindLetter {
        // Most words: nothing before or behind them belongs to them.
        append(
          word: Token(
            start: Int32(truncatingIfNeeded: i), end: Int32(truncatingIfNeeded: end), kind: .word,
            isGlued: i == lastEnd, lettersStart: Int32(truncatingIfNeeded: firstLetter),
            lettersCount: Int32(truncatingIfNeeded: written.count - firstLetter)))
        isBehindLetter = written.count - firstLetter == 1
        lastEnd = end
        i = end
        continue
      }
      if plainEnd == nil, !isBehindLetter, let sign = Self.ordinarySign(text, at: i) {
        list.append(
          Token(
            start: Int32(truncatingIfNeeded: i),
            end: Int32(truncatingIfNeeded: i + sign.length), kind: sign.kind,
            isGlued: i == lastEnd, mark: sign.mark,
            lettersStart: Int32(truncatingIfNeeded: firstLetter)))
        keys.append(WordKey.Letters())
        i += sign.length
        lastEnd = i
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
        token.lettersCount = Int32(written.count) - token.lettersStart
        if isBehindLetter, token.kind == .word, token.lettersCount > 1 { takeClitic(into: &token) }
      }
      let isApart = Int(token.start) == i
      if isApart { token.isGlued = i == lastEnd }
      i = end
      token.end = Int32(i)
      lastEnd = i
      if isBehindLetter, isApart { noteDetachedClitic(&token) }
      isBehindLetter = token.lettersCount == 1 && token.kind == .word
      if token.kind == .word || token.kind == .number {
        append(word: token)
      } else {
        list.append(token)
        keys.append(WordKey.Letters())
      }
    }
  }

  /// Reads a word of Arabic letters that ends at a blank or an ordinary mark, as most words do;
  /// gives the offset behind it, or nil when there is more to it.
  ///
  /// Its letters are kept as they are written until it is looked up.
  @inline(__always)
  private mutating func readPlainWord(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ tables: Folding.Tables
  ) -> Int? {
    guard text[start] & 0xFC == 0xD8 else { return nil }
    let first = written.count
    var count = first
    var end = written.withRoom { Folding.readLetters(text, from: start, into: $0, &count) }
    // Most words: nothing but plain letters, and a blank or a full stop behind them.
    if count > first + 1, end < text.count, text[end] < 0x80, text[end] != UInt8(ascii: "*") {
      written.fill(to: count)
      return end
    }
    guard count > first || tables.isArabicLetter(text, at: start) else { return nil }
    end = written.withRoom { tables.foldRun(text, from: end, into: $0, &count) }
    if end < text.count {
      let next = text[end]
      let isPlain =
        next < 0x80
        ? next != UInt8(ascii: "*") && !Self.endsInTatweel(text, end)
        : tables.isNoLetter(text, at: end)
      guard isPlain else { return nil }
    }
    written.fill(to: count)
    // What is asked of a single letter is asked before words are looked up.
    if count == first + 1 { written[first] = tables.fold(written: written[first]) }
    return end
  }

  /// The line break or the ordinary mark that stands at an offset, whatever stands around it.
  @inline(__always)
  private static func ordinarySign(
    _ text: UnsafeBufferPointer<UInt8>, at i: Int
  ) -> (kind: Token.Kind, mark: Mark, length: Int)? {
    switch text[i] {
    case 0x0A: return (.lineBreak, .none, 1)
    case 0x2C: return (.punctuation, .comma, 1)
    case 0x3A: return (.punctuation, .colon, 1)
    case 0x28: return (.punctuation, .openBracket, 1)
    case 0x29: return (.punctuation, .closeBracket, 1)
    case 0x22: return (.punctuation, .quote, 1)
    // Nothing follows that makes more of it.
    case 0x2E where i + 1 == text.count || text[i + 1] == 0x20 || text[i + 1] == 0x0A:
      return (.punctuation, .fullStop, 1)
    // U+060C
    case 0xD8 where i + 1 < text.count && text[i + 1] == 0x8C:
      return (.punctuation, .comma, 2)
    default: return nil
    }
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
    guard Clitics(letter: written[Int(last.lettersStart)]) != nil,
      written[Int(token.lettersStart)].isArabicLetter
    else { return }
    token.start = last.start
    token.lettersStart = last.lettersStart
    token.lettersCount += 1
    token.isGlued = last.isGlued
    token.detachedClitics = last.detachedClitics
    list.cut(to: list.count - 1)
    keys.cut(to: list.count)
  }

  /// Parts the unknown words that are two known ones, the second with ال: "بلدةالكسرة",
  /// "فجرالاثنين".
  @inline(__always)
  private mutating func partWords(
    _ text: UnsafeBufferPointer<UInt8>, _ tables: Folding.Tables,
    _ lookUp: LookUp
  ) {
    // From the last on, so that those before stay where they are.
    for index in longUnknown.indices.reversed() {
      let i = Int(longUnknown[index])
      guard let (first, second) = parts(of: list[i], text, tables, lookUp) else { continue }
      list[i] = first
      list.insert(second, at: i + 1)
    }
  }

  /// The two known words that an unknown one is made of, the second with ال; nil where it is not.
  @inline(never)
  private mutating func parts(
    of token: Token, _ text: UnsafeBufferPointer<UInt8>, _ tables: Folding.Tables,
    _ lookUp: LookUp
  ) -> (Token, Token)? {
    let start = Int(token.lettersStart)
    for cut in 2...Int(token.lettersCount) - 4
    where letters[start + cut] == .alef && letters[start + cut + 1] == .lam {
      var first = token
      first.lettersCount = Int32(cut)
      var second = Token(
        start: 0, end: token.end, kind: .word, isGlued: true, lettersStart: Int32(start + cut),
        lettersCount: token.lettersCount - Int32(cut))
      letters.withElements { letters in
        // They are folded already; what is written once more goes nowhere.
        written.withRoom { room in
          Self.lookUp(&first, in: letters, room, &ownReadings, lookUp)
          Self.lookUp(&second, in: letters, room, &ownReadings, lookUp)
        }
      }
      guard first.readingCount > 0, second.readingCount > 0, second.likelyClitics.isEmpty,
        let end = Self.offset(ofLetter: cut, text, from: Int(token.start), tables)
      else { continue }
      first.end = Int32(end)
      second.start = Int32(end)
      return (first, second)
    }
    return nil
  }

  /// Looks up a part of a word.
  private static func lookUp(
    _ part: inout Token, in letters: UnsafeBufferPointer<Letter>,
    _ room: UnsafeMutablePointer<Letter>, _ own: inout PlainList<Readings>, _ lookUp: LookUp
  ) {
    let word = UnsafeBufferPointer(rebasing: letters[part.lettersRange])
    let key = WordKey(word.baseAddress!, count: min(word.count, WordKey.capacity))
    part.entry = WordMemory.slot(of: key)
    lookUp(letters, key.letters, room, &part, &own)
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
    guard let clitic = Clitics(letter: written[Int(last.lettersStart)]) else { return }
    list[list.count - 1].isDetachedClitic = true
    if token.kind != .punctuation { token.detachedClitics = clitic.union(last.detachedClitics) }
  }

  /// Reads the letters of a word; gives the offset behind it.
  private mutating func readWord(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ tables: Folding.Tables
  ) -> Int {
    var i = start
    var end = start
    let lettersStart = written.count
    while i < text.count {
      if written.count == lettersStart || written[written.count - 1].isArabicLetter {
        var count = written.count
        i = written.withRoom { tables.foldRun(text, from: i, into: $0, &count) }
        written.fill(to: count)
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
        if written.count > lettersStart {
          let last = written[written.count - 1]
          // "M4" is one word; "الـ55" is a word and a number; Arabic and Latin letters are two words.
          if letter.isArabicLetter != last.isArabicLetter { break }
        } else if letter.isDigit {
          break
        }
        written.append(letter)
        var rest = Folding.restOfLigature(scalar.value)
        while rest > 0 {
          written.append(Letter(truncatingIfNeeded: rest))
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

  /// Keeps a number's digits as its letters, so that phrases may hold numbers.
  private mutating func appendDigits(of value: Int32) {
    let start = written.count
    var rest = value
    repeat {
      written.append(Letter(rest % 10) + 0x30)
      rest /= 10
    } while rest > 0
    var (i, j) = (start, written.count - 1)
    while i < j {
      (written[i], written[j]) = (written[j], written[i])
      i += 1
      j -= 1
    }
  }
}
