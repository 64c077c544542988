import ArabicText
import Gazetteer
import Lexicon

/// A phrase of the automaton that stands at a token.
@frozen
public struct Match: BitwiseCopyable, Sendable {
  /// The first token, and the one behind the last.
  public var start: Int32
  public var end: Int32
  /// The lexeme, or nil for gazetteer names.
  public var lexeme: Lexeme?
  /// For names: the index of the spelling in the reader's.
  var spelling: Int32 = -1
  public var clitics: Clitics

  /// The payload of the automaton that it was made of.
  fileprivate var payload: Int32 { lexeme?.packed ?? spelling + WordReader.nameBase }

  /// The word list that it is of, or the names.
  fileprivate var kind: CategorySet { lexeme.map { CategorySet($0.category) } ?? .names }
}

extension Token {
  /// Quotation marks and the signs of hashtags part no words of a phrase.
  fileprivate var isPassedOver: Bool {
    kind == .punctuation && (mark == .quote || mark == .joiner)
  }
}

/// All phrases found in a text, by the token that they begin at.
public struct WordMatches: ~Copyable, Sendable {
  /// The matches, by their first token.
  public private(set) var list: PlainList<Match>
  /// Per token the first match; one more at the end.
  @usableFromInline private(set) var firsts: PlainList<Int32>
  /// Per token what begins there.
  public private(set) var begins: PlainList<CategorySet>
  /// Per token what ends right before it; one more at the end.
  public private(set) var ends: PlainList<CategorySet>
  /// The signs of how a report vouches for something, which are asked for again and again.
  private var signs = PlainList<Match>()
  /// The token up to which words of some list are part of what was found before.
  private var covered = 0
  /// What stands anywhere in the text.
  public private(set) var present: CategorySet = []

  /// Finds, at every token, the longest phrase of each word list and the longest place name.
  ///
  /// - Parameter memory: The one that the tokens were read with.
  public init(
    in tokens: borrowing Tokens, reader: WordReader, memory: WordMemory? = nil
  ) {
    let count = tokens.list.count
    list = PlainList(capacity: count + count / 2)
    firsts = PlainList(capacity: count + 1)
    begins = PlainList(repeating: [], count: count)
    ends = PlainList(repeating: [], count: count + 1)
    tokens.list.withElements { tokens in
      reader.table.withCells { table in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: Category.allCases.count) {
          coveredUntil in
          coveredUntil.initialize(repeating: 0)
          if let memory {
            recall(tokens, table, memory, coveredUntil)
          } else {
            for i in tokens.indices {
              firsts.append(Int32(list.count))
              if tokens[i].readings.count > 0 { read(at: i, tokens, table, coveredUntil) }
            }
          }
        }
      }
    }
    while firsts.count <= count { firsts.append(Int32(list.count)) }
  }

  /// Finds what the words say, and reads only those anew that no one has met by themselves.
  private mutating func recall(
    _ tokens: UnsafeBufferPointer<Token>, _ table: PhraseTable.Cells, _ memory: WordMemory,
    _ coveredUntil: UnsafeMutableBufferPointer<Int32>
  ) {
    for i in tokens.indices {
      let first = list.count
      firsts.append(Int32(first))
      guard tokens[i].readings.count > 0 else { continue }
      let isCovered = covered > i
      guard Self.isAlone(i, tokens, table, memory), !isCovered || tokens[i].readings.count == 1
      else {
        read(at: i, tokens, table, coveredUntil)
        continue
      }
      if let senses = memory.senses(of: tokens[i]) {
        for s in senses { add(memory[s], at: i, coveredUntil) }
      } else {
        read(at: i, tokens, table, coveredUntil)
        if isCovered { continue }
        if first == list.count { memory.note(nil, of: tokens[i], behind: 0) }
        for m in first..<list.count {
          memory.note(
            WordMemory.Sense(payload: list[m].payload, clitics: list[m].clitics), of: tokens[i],
            behind: m - first)
        }
      }
    }
  }

  /// Whether no phrase of several words can begin with a word, so that it says what it always says.
  @inline(__always)
  private static func isAlone(
    _ i: Int, _ tokens: UnsafeBufferPointer<Token>, _ table: PhraseTable.Cells,
    _ memory: WordMemory
  ) -> Bool {
    guard tokens[i].isRemembered, tokens[i].detachedClitics.isEmpty else { return false }
    var next = i + 1
    while next < tokens.count, tokens[next].isPassedOver { next += 1 }
    guard next < tokens.count, tokens[next].readings.count > 0 else { return true }
    return tokens[next].isRemembered && !memory.mayGoOn(from: tokens[i], to: tokens[next], table)
  }

  /// Adds one of the things that a word says by itself, if it is no part of something longer.
  @inline(__always)
  private mutating func add(
    _ sense: WordMemory.Sense, at i: Int, _ coveredUntil: UnsafeMutableBufferPointer<Int32>
  ) {
    var match = Match(start: Int32(i), end: Int32(i + 1), clitics: sense.clitics)
    var kind = CategorySet.names
    if sense.payload < WordReader.nameBase {
      let lexeme = Lexeme(packed: sense.payload)
      if coveredUntil[Int(lexeme.category.rawValue)] > i { return }
      match.lexeme = lexeme
      kind = CategorySet(lexeme.category)
      if lexeme.category == .status { signs.append(match) }
    } else {
      match.spelling = sense.payload - WordReader.nameBase
    }
    list.append(match)
    begins[i].formUnion(kind)
    ends[i + 1].formUnion(kind)
    present.formUnion(kind)
  }

  private mutating func read(
    at i: Int, _ tokens: UnsafeBufferPointer<Token>, _ table: PhraseTable.Cells,
    _ coveredUntil: UnsafeMutableBufferPointer<Int32>
  ) {
    let first = list.count
    let readings = tokens[i].readings
    for r in 0..<Int(readings.count) {
      let root = table.rootNode(readings[r].word)
      guard root.number >= 0 else { continue }
      walk(
        from: i, root, clitics: readings[r].clitics.union(tokens[i].detachedClitics),
        tokens, table, firstMatch: first, mustBeLong: list.count > first, coveredUntil)
    }
    for m in first..<list.count {
      let match = list[m]
      if let lexeme = match.lexeme {
        let c = Int(lexeme.category.rawValue)
        coveredUntil[c] = max(coveredUntil[c], match.end)
        covered = max(covered, Int(match.end))
        if lexeme.category == .status { signs.append(match) }
      }
      begins[i].formUnion(match.kind)
      ends[Int(match.end)].formUnion(match.kind)
      present.formUnion(match.kind)
    }
  }

  private mutating func walk(
    from start: Int, _ root: PhraseTable.Root, clitics: Clitics,
    _ tokens: UnsafeBufferPointer<Token>,
    _ table: PhraseTable.Cells, firstMatch: Int, mustBeLong: Bool,
    _ coveredUntil: UnsafeMutableBufferPointer<Int32>
  ) {
    var number = root.number
    var node = root.node
    var i = start + 1
    while true {
      // A word that is there whole is taken apart only for a phrase: باب is not ب + آب, and
      // "بدير الزور" is ب + دير الزور though there is a village بدير; and "بقرية" is "in the village
      // of", though one village bears that name.
      if node.count > 0 {
        let match = Match(start: Int32(start), end: Int32(i), clitics: clitics)
        add(match, node, table, firstMatch, coveredUntil, onlyNouns: mustBeLong && i == start + 1)
      }
      guard node.goesOn, !clitics.contains(.pronoun) else { return }
      while i < tokens.count, tokens[i].isPassedOver { i += 1 }
      guard i < tokens.count else { return }
      var next: Int32 = -1
      let readings = tokens[i].readings
      for r in 0..<Int(readings.count) where next < 0 {
        let reading = readings[r]
        if reading.clitics.isEmpty { next = table.step(from: number, node, by: reading.word) }
      }
      guard next >= 0 else { return }
      number = next
      node = table.node(next)
      i += 1
    }
  }

  /// Adds what a phrase stands for: a longer one of the same list takes the shorter one's place.
  private mutating func add(
    _ match: Match, _ node: PhraseTable.Node, _ table: PhraseTable.Cells, _ firstMatch: Int,
    _ coveredUntil: UnsafeMutableBufferPointer<Int32>, onlyNouns: Bool
  ) {
    var match = match
    for i in 0..<Int(node.count) {
      let payload = table.payload(i, of: node)
      if payload >= WordReader.nameBase {
        if onlyNouns { continue }
        if match.clitics.contains(.pronoun) { continue }
        match.lexeme = nil
        match.spelling = payload - WordReader.nameBase
        addName(match, firstMatch)
        continue
      }
      let lexeme = Lexeme(packed: payload)
      if onlyNouns, lexeme.category != .placenouns { continue }
      if coveredUntil[Int(lexeme.category.rawValue)] > match.start { continue }
      match.lexeme = lexeme
      var shorter = firstMatch
      while shorter < list.count,
        list[shorter].lexeme?.category != lexeme.category || list[shorter].end >= match.end
      {
        shorter += 1
      }
      if shorter < list.count { list[shorter] = match } else { list.append(match) }
    }
  }

  private mutating func addName(_ match: Match, _ firstMatch: Int) {
    var other = firstMatch
    while other < list.count, list[other].lexeme != nil { other += 1 }
    if other < list.count {
      if list[other].end >= match.end { return }
      for i in other..<list.count - 1 { list[i] = list[i + 1] }
      list[list.count - 1] = match
    } else {
      list.append(match)
    }
  }

  /// The indexes in `list` of the matches that begin at a token.
  @inlinable
  public func at(_ token: Int) -> Range<Int> {
    guard token >= 0, token + 1 < firsts.count else { return 0..<0 }
    return Int(firsts[token])..<Int(firsts[token + 1])
  }

  @inlinable
  public subscript(_ match: Int) -> Match { list[match] }

  /// Whether anything of a set begins at a token.
  @inlinable @inline(__always)
  public func begins(_ set: CategorySet, at token: Int) -> Bool {
    token >= 0 && token < begins.count && !begins[token].isDisjoint(with: set)
  }

  /// The match of a word list that begins at a token.
  @inlinable @inline(__always)
  public func lexeme(_ category: Category, at token: Int) -> Match? {
    guard begins(CategorySet(category), at: token) else { return nil }
    return found(category, at: token)
  }

  @usableFromInline
  func found(_ category: Category, at token: Int) -> Match? {
    for m in at(token) where list[m].lexeme?.category == category { return list[m] }
    return nil
  }

  /// The match of a word list that ends right before a token.
  @inlinable @inline(__always)
  public func lexeme(_ category: Category, endingAt token: Int) -> Match? {
    guard token > 0, token < ends.count, ends[token].has(category) else { return nil }
    return found(category, endingAt: token)
  }

  @usableFromInline
  func found(_ category: Category, endingAt token: Int) -> Match? {
    for start in stride(from: token - 1, through: max(0, token - 4), by: -1) {
      if let match = lexeme(category, at: start), Int(match.end) == token { return match }
    }
    return nil
  }

  /// The next match of a word list that begins in a range of tokens; nil when there is none.
  @inlinable
  public func next(_ category: Category, in range: Range<Int>) -> Match? {
    guard present.has(category) else { return nil }
    for token in range where begins[token].has(category) { return found(category, at: token) }
    return nil
  }

  /// Calls a body with each match of a word list that begins in a range of tokens.
  @inlinable
  public func forEach(_ category: Category, in range: Range<Int>, _ body: (Match) -> Void) {
    guard present.has(category) else { return }
    for token in range where begins[token].has(category) {
      for m in at(token) where list[m].lexeme?.category == category { body(list[m]) }
    }
  }

  /// The first match of a word list in a range of tokens that a test holds for.
  @inlinable
  public func first(
    _ category: Category, in range: Range<Int>, where test: (Match) -> Bool
  ) -> Match? {
    guard present.has(category) else { return nil }
    for token in range where begins[token].has(category) {
      for m in at(token) where list[m].lexeme?.category == category {
        if test(list[m]) { return list[m] }
      }
    }
    return nil
  }

  /// The first sign of a kind that begins in a range of tokens.
  public func first(_ sign: StatusSign, in range: Range<Int>) -> Match? {
    var i = signs.firstIndex { $0.start >= Int32(range.lowerBound) }
    while i < signs.count, signs[i].start < Int32(range.upperBound) {
      if signs[i].lexeme?.value == sign.rawValue { return signs[i] }
      i += 1
    }
    return nil
  }

  /// The place name that begins at a token.
  @inlinable @inline(__always)
  public func name(at token: Int) -> Match? {
    guard begins(.names, at: token) else { return nil }
    return foundName(at: token)
  }

  @usableFromInline
  func foundName(at token: Int) -> Match? {
    for m in at(token) where list[m].lexeme == nil { return list[m] }
    return nil
  }
}
