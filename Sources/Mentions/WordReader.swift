import ArabicText
import Gazetteer
import Lexicon

/// One automaton over the word lists and the gazetteer's names.
public struct WordReader: Sendable {
  public let table: PhraseTable
  public let lexicon: Lexicon
  public let gazetteer: Gazetteer

  /// A payload at or above this is a gazetteer name: its index is the payload less this.
  static let nameBase: Int32 = 1 << 30

  /// Builds the automaton: some 60,000 phrases, a few milliseconds.
  public init(lexicon: Lexicon, gazetteer: Gazetteer) {
    self.lexicon = lexicon
    self.gazetteer = gazetteer
    var table = PhraseTable(capacity: 1 << 16)
    let heads = lexicon.forms.singleWords(.heads, NameHead.joined.rawValue)
    // "The western countryside of X" and "the desert of X" are read by their words, not as the
    // name of a region, unless the region reaches over several governorates.
    let surroundings = Set(
      lexicon.forms.singleWords(.placenouns, PlaceWord.countryside.rawValue)
        + lexicon.forms.singleWords(.placenouns, PlaceWord.desert.rawValue))
    for form in 0..<lexicon.forms.count {
      table.insert(
        lexicon.forms.words(of: form), of: lexicon.forms.letters,
        payload: lexicon.forms.lexemes[form].packed)
    }
    var words = FoldedWords()
    for (i, name) in gazetteer.names.enumerated() {
      let payload = Self.nameBase + Int32(i)
      words.read(gazetteer.nameBytes[Int(name.start)..<Int(name.end)])
      guard (1...6).contains(words.count) else { continue }
      let place = gazetteer.places[Int(name.place)]
      if place.kind == .region, place.governorate >= 0, words.count > 1,
        surroundings.contains(Array(words[0]))
      {
        continue
      }
      table.insert(words, payload: payload)
      Self.insertSpacingVariants(of: words, heads, payload, &table)
    }
    self.table = table
  }

  /// Joins a name of several words, and parts one that begins with a common head.
  private static func insertSpacingVariants(
    of words: FoldedWords, _ heads: [[Letter]], _ payload: Int32, _ table: inout PhraseTable
  ) {
    switch words.count {
    case 2, 3:
      if words[0].count <= 4, words.letters[0].isArabicLetter, words.letters.count >= 6 {
        table.insert([words.letters], payload: payload)
      }
    case 1 where words.letters.count >= 6:
      for head in heads
      where words.letters.starts(with: head) && words.letters.count >= head.count + 3 {
        table.insert([head, Array(words.letters.dropFirst(head.count))], payload: payload)
      }
    default: break
    }
  }
}

/// A phrase of the automaton that stands at a token.
@frozen
public struct Match: Sendable {
  /// The first token, and the one behind the last.
  public var start: Int32
  public var end: Int32
  public var clitics: Clitics
  /// The lexeme, or nil for gazetteer names.
  public var lexeme: Lexeme?
  /// For names: where the name indexes lie in `WordMatches.names`.
  public var namesStart: Int32 = 0
  public var namesCount: Int32 = 0
}

/// All phrases found in a text, by the token that they begin at.
public struct WordMatches: Sendable {
  public internal(set) var matches: [Match] = []
  /// Per token the first match; one more at the end.
  @usableFromInline var firsts: [Int32] = []
  /// Per word list its matches, in the order of the text.
  @usableFromInline var byCategory: [[Match]]
  /// Indexes into `Gazetteer.names`.
  public private(set) var names: [Int32] = []

  /// Finds, at every token, the longest phrase of each word list and the longest place name.
  public init(in tokens: Tokens, reader: WordReader) {
    let list = tokens.list
    byCategory = Array(repeating: [], count: Category.allCases.count)
    firsts.reserveCapacity(list.count + 1)
    matches.reserveCapacity(list.count)
    var coveredUntil = [Int32](repeating: 0, count: Category.allCases.count)
    for i in list.indices {
      firsts.append(Int32(matches.count))
      guard list[i].kind == .word || list[i].kind == .number else { continue }
      let first = matches.count
      for r in 0..<Int(list[i].readings.count) {
        let reading = list[i].readings[r]
        walk(
          from: i, word: reading.word, clitics: reading.clitics.union(list[i].detachedClitics),
          list, reader, firstMatch: first,
          mustBeLong: matches.count > first, &coveredUntil)
      }
      for match in matches[first...] {
        if let lexeme = match.lexeme {
          let c = Int(lexeme.category.rawValue)
          coveredUntil[c] = max(coveredUntil[c], match.end)
          byCategory[c].append(match)
        }
      }
    }
    firsts.append(Int32(matches.count))
  }

  private mutating func walk(
    from start: Int, word: Int32, clitics: Clitics, _ list: [Token], _ reader: WordReader,
    firstMatch: Int, mustBeLong: Bool, _ coveredUntil: inout [Int32]
  ) {
    let table = reader.table
    var node = table.root(word)
    var i = start + 1
    while node >= 0 {
      // A word that is there whole is taken apart only for a phrase: باب is not ب + آب, and
      // "بدير الزور" is ب + دير الزور though there is a village بدير.
      if table.isEnd(node), i > start + 1 || !mustBeLong {
        add(
          at: node, start: start, end: i, clitics: clitics, table, firstMatch: firstMatch,
          coveredUntil)
      }
      guard table.goesOn(node), !clitics.contains(.pronoun) else { return }
      while i < list.count, list[i].kind == .punctuation,
        list[i].mark == .quote || list[i].mark == .joiner
      {
        i += 1
      }
      guard i < list.count else { return }
      var next: Int32 = -1
      for r in 0..<Int(list[i].readings.count) where next < 0 {
        let reading = list[i].readings[r]
        if reading.clitics.isEmpty { next = table.step(from: node, by: reading.word) }
      }
      node = next
      i += 1
    }
  }

  private mutating func add(
    at node: Int32, start: Int, end: Int, clitics: Clitics, _ table: PhraseTable,
    firstMatch: Int, _ coveredUntil: [Int32]
  ) {
    let namesStart = Int32(names.count)
    var lexemes: (Lexeme?, Lexeme?, Lexeme?, Lexeme?) = (nil, nil, nil, nil)
    var count = 0
    var foundNames = false
    table.forEachPayload(at: node) { payload in
      if payload >= WordReader.nameBase {
        foundNames = true
        names.append(payload - WordReader.nameBase)
      } else {
        let lexeme = Lexeme(packed: payload)
        switch count {
        case 0: lexemes.0 = lexeme
        case 1: lexemes.1 = lexeme
        case 2: lexemes.2 = lexeme
        default: lexemes.3 = lexeme
        }
        count += 1
      }
    }
    for lexeme in [lexemes.0, lexemes.1, lexemes.2, lexemes.3] {
      guard let lexeme else { break }
      if coveredUntil[Int(lexeme.category.rawValue)] > Int32(start) { continue }
      let match = Match(start: Int32(start), end: Int32(end), clitics: clitics, lexeme: lexeme)
      let same = matches[firstMatch...].firstIndex {
        $0.lexeme?.category == lexeme.category && $0.end < Int32(end)
      }
      if let same { matches[same] = match } else { matches.append(match) }
    }
    if foundNames, !clitics.contains(.pronoun) {
      if let other = matches[firstMatch...].firstIndex(where: { $0.lexeme == nil }) {
        if matches[other].end >= Int32(end) { return }
        matches.remove(at: other)
      }
      matches.append(
        Match(
          start: Int32(start), end: Int32(end), clitics: clitics, lexeme: nil,
          namesStart: namesStart, namesCount: Int32(names.count) - namesStart))
    }
  }

  /// The matches that begin at a token.
  @inlinable
  public func at(_ token: Int) -> ArraySlice<Match> {
    guard token >= 0, token + 1 < firsts.count else { return matches[0..<0] }
    return matches[Int(firsts[token])..<Int(firsts[token + 1])]
  }

  /// The match of a word list that begins at a token.
  @inlinable
  public func lexeme(_ category: Category, at token: Int) -> Match? {
    for match in at(token) where match.lexeme?.category == category { return match }
    return nil
  }

  /// The matches of a word list that begin in a range of tokens.
  @inlinable
  public func matches(of category: Category, in range: Range<Int>) -> ArraySlice<Match> {
    let list = byCategory[Int(category.rawValue)]
    func firstIndex(from token: Int) -> Int {
      var (low, high) = (0, list.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(list[middle].start) < token { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return list[firstIndex(from: range.lowerBound)..<firstIndex(from: range.upperBound)]
  }

  /// The place name that begins at a token.
  @inlinable
  public func name(at token: Int) -> Match? {
    for match in at(token) where match.lexeme == nil { return match }
    return nil
  }
}
