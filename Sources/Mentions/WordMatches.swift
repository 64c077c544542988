import ArabicText
import Lexicon

extension Token {
  /// Quotation marks and the signs of hashtags part no words of a phrase.
  fileprivate var isPassedOver: Bool {
    kind == .punctuation && (mark == .quote || mark == .joiner)
  }
}

/// All phrases found in a text, by the token that they begin at.
public struct WordMatches: ~Copyable, Sendable {
  /// The matches, by their first token.
  public private(set) var list = PlainList<Match>()
  /// Per token the first match; one more at the end.
  @usableFromInline private(set) var firsts = PlainList<Int32>()
  /// Per token what begins there, and whether it is a number or a mark.
  public private(set) var begins = PlainList<CategorySet>()
  /// Per token what ends right before it; one more at the end.
  public private(set) var ends = PlainList<CategorySet>()
  /// The signs of how a report vouches for something, which are asked for again and again.
  @usableFromInline private(set) var signs = PlainList<Match>()
  /// Per token whether a phrase of several words may begin there, as far as the memory tells.
  private var goesOn = PlainList<Bool>()
  /// A word that a phrase may begin with, and the one that it may go on with.
  private struct Pair: BitwiseCopyable {
    var first: Int32
    var next: Int32
  }
  private var pairs = PlainList<Pair>()
  /// What was loaded of phrases before they were read; it means nothing.
  private var asked: UInt64 = 0
  /// Per word list the token up to which its words are part of what was found before.
  private var coveredUntil = PlainList<Int32>()
  /// The greatest of these.
  private var covered = 0
  /// What stands anywhere in the text.
  public private(set) var present: CategorySet = []

  init() {}

  /// Finds, at every token, the longest phrase of each word list and the longest place name, in the
  /// place of what was found before.
  ///
  /// - Parameter memory: The one that the tokens were read with.
  mutating func find(in tokens: borrowing Tokens, reader: WordReader, memory: WordMemory?) {
    let count = tokens.list.count
    list.cut(to: 0)
    list.reserve(count + count / 2)
    firsts.cut(to: 0)
    firsts.reserve(count + 1)
    begins.refill(with: [], count: count)
    for i in 0..<count {
      let kind = tokens.list[i].kind
      begins[i] = kind == .number ? .number : kind == .punctuation ? .punctuation : []
    }
    ends.refill(with: [], count: count + 1)
    signs.cut(to: 0)
    coveredUntil.refill(with: 0, count: Category.allCases.count)
    (covered, present) = (0, [])
    reader.table.withCells { table in
      if let memory {
        recall(tokens, table, memory)
      } else {
        for i in tokens.list.indices {
          firsts.append(Int32(truncatingIfNeeded: list.count))
          if tokens.list[i].readingCount > 0 { read(at: i, tokens, table, nil) }
        }
      }
    }
    while firsts.count <= count { firsts.append(Int32(list.count)) }
    askForNames(reader)
  }

  /// Finds what the words say, and reads only those anew that no one has met by themselves.
  private mutating func recall(
    _ tokens: borrowing Tokens, _ table: PhraseTable.Cells, _ memory: WordMemory
  ) {
    findBeginnings(tokens, table, memory)
    let count = tokens.list.count
    for i in 0..<count {
      let first = list.count
      firsts.append(Int32(truncatingIfNeeded: first))
      // Most tokens say two things at most, which are written whether they say them or not.
      let said = memory.said(by: tokens.list[i])
      guard !goesOn[i], covered <= i, said.count <= 2 else {
        if tokens.list[i].readingCount > 0 { recallPhrases(at: i, tokens, table, memory) }
        continue
      }
      list.append(Int(said.count), of: match(said.first, at: i), match(said.second, at: i))
      settle(CategorySet(rawValue: said.kinds), behind: first, at: i)
    }
  }

  /// What a word says by itself, where it stands.
  @inline(__always)
  private func match(_ sense: WordMemory.Sense, at i: Int) -> Match {
    Match(
      start: Int32(truncatingIfNeeded: i), end: Int32(truncatingIfNeeded: i + 1),
      payload: sense.payload, clitics: sense.clitics)
  }

  /// Finds what a word says that may begin a phrase, is part of one, or was not met before.
  @inline(never)
  private mutating func recallPhrases(
    at i: Int, _ tokens: borrowing Tokens, _ table: PhraseTable.Cells, _ memory: WordMemory
  ) {
    let token = tokens.list[i]
    let first = list.count
    if covered <= i, !goesOn[i], say(all: token, at: i, memory) {
      settle(CategorySet(rawValue: memory.kinds(of: token)), behind: first, at: i)
    } else if covered > i {
      if !goesOn[i], token.readingCount == 1, let count = memory.senseCount(of: token) {
        for s in 0..<count { add(memory.sense(s, of: token), at: i) }
      } else {
        read(at: i, tokens, table, memory)
      }
    } else if !goesOn[i] {
      read(at: i, tokens, table, memory)
      note(behind: first, of: token, memory)
    } else if token.detachedClitics.isEmpty, let root = memory.onlyRoot(of: token, table) {
      let isKnown = say(all: token, at: i, memory)
      if !isKnown {
        add(
          Match(start: Int32(i), end: Int32(i + 1), payload: 0, clitics: token.likelyClitics),
          root.node, table, first, onlyNouns: false)
        note(behind: first, of: token, memory)
      }
      let isLonger = goOn(
        from: i, root, clitics: token.likelyClitics, tokens, table, memory, first)
      if isKnown, !isLonger {
        settle(CategorySet(rawValue: memory.kinds(of: token)), behind: first, at: i)
      } else {
        settle(behind: first, at: i)
      }
    } else {
      read(at: i, tokens, table, memory)
    }
  }

  /// Finds the words that a phrase of several may begin with; all others say what they always say.
  ///
  /// Loops of their own, in which nothing waits for what the phrases lead to: that is loaded here, so
  /// that it is near when they are read. The shorter a loop, the more is on its way at once.
  private mutating func findBeginnings(
    _ tokens: borrowing Tokens, _ table: PhraseTable.Cells, _ memory: WordMemory
  ) {
    let count = tokens.list.count
    goesOn.refill(with: false, count: count)
    pairs.cut(to: 0)
    for i in 0..<count {
      guard tokens.list[i].readingCount > 0 else { continue }
      guard tokens.list[i].isRemembered, tokens.list[i].detachedClitics.isEmpty else {
        goesOn[i] = true
        continue
      }
      var next = i + 1
      while next < count, tokens.list[next].isPassedOver { next += 1 }
      guard next < count, tokens.list[next].readingCount > 0 else { continue }
      if !tokens.list[next].isRemembered {
        goesOn[i] = true
      } else if memory.mayGoOn(from: tokens.list[i], to: tokens.list[next]) {
        pairs.append(
          Pair(first: Int32(truncatingIfNeeded: i), next: Int32(truncatingIfNeeded: next)))
      }
    }
    var kept = 0
    for p in pairs.indices {
      let pair = pairs[p]
      let (first, next) = (tokens.list[Int(pair.first)], tokens.list[Int(pair.next)])
      let goes = memory.mayStep(from: first, to: next, table)
      goesOn[Int(pair.first)] = goes
      pairs[kept] = pair
      kept += goes ? 1 : 0
    }
    asked = 0
    for p in 0..<kept {
      asked ^= memory.numbers(
        near: table, from: tokens.list[Int(pairs[p].first)], to: tokens.list[Int(pairs[p].next)])
    }
  }

  /// Loads something of what is known of each name, which is near when places are looked for.
  private mutating func askForNames(_ reader: WordReader) {
    asked ^= reader.spellings.withUnsafeBufferPointer { spellings in
      var asked: UInt64 = 0
      for m in list.indices where list[m].isName {
        asked ^= UInt64(spellings[Int(list[m].spelling)].kinds)
      }
      return asked
    }
  }

  /// Adds all that a word says by itself; false if nobody knows yet.
  @inline(__always)
  private mutating func say(all token: Token, at i: Int, _ memory: WordMemory) -> Bool {
    guard let count = memory.senseCount(of: token) else { return false }
    for s in 0..<count {
      let sense = memory.sense(s, of: token)
      list.append(
        Match(
          start: Int32(truncatingIfNeeded: i), end: Int32(truncatingIfNeeded: i + 1),
          payload: sense.payload, clitics: sense.clitics))
    }
    return true
  }

  /// Notes what a word says by itself: the last matches.
  private func note(behind first: Int, of token: Token, _ memory: WordMemory) {
    var kinds: CategorySet = []
    for m in first..<list.count { kinds.formUnion(list[m].kind) }
    memory.note(list.count - first, kinds.rawValue, of: token) {
      WordMemory.Sense(payload: list[first + $0].payload, clitics: list[first + $0].clitics)
    }
  }

  /// Makes known what begins and ends where a word stands that says no more than by itself.
  @inline(__always)
  private mutating func settle(_ kinds: CategorySet, behind first: Int, at i: Int) {
    if kinds.has(.status) {
      for m in first..<list.count where list[m].isOf(.status) { signs.append(list[m]) }
    }
    begins[i].formUnion(kinds)
    ends[i + 1].formUnion(kinds)
    present.formUnion(kinds)
  }

  /// Adds one of the things that a word says by itself, if it is no part of something longer.
  private mutating func add(_ sense: WordMemory.Sense, at i: Int) {
    let match = Match(
      start: Int32(i), end: Int32(i + 1), payload: sense.payload, clitics: sense.clitics)
    if let category = match.lexeme?.category, coveredUntil[Int(category.rawValue)] > i { return }
    if match.isOf(.status) { signs.append(match) }
    list.append(match)
    begins[i].formUnion(match.kind)
    ends[i + 1].formUnion(match.kind)
    present.formUnion(match.kind)
  }

  private mutating func read(
    at i: Int, _ tokens: borrowing Tokens, _ table: PhraseTable.Cells, _ memory: WordMemory?
  ) {
    let first = list.count
    let token = tokens.list[i]
    if let root = memory?.onlyRoot(of: token, table) {
      walk(
        from: i, root, clitics: token.likelyClitics.union(token.detachedClitics), tokens, table,
        memory, firstMatch: first, mustBeLong: false)
    } else {
      let readings = tokens.readings(of: token, memory)
      for r in 0..<Int(readings.count) {
        let root = table.rootNode(readings[r].word)
        guard root.number >= 0 else { continue }
        walk(
          from: i, root, clitics: readings[r].clitics.union(token.detachedClitics), tokens, table,
          memory, firstMatch: first, mustBeLong: list.count > first)
      }
    }
    settle(behind: first, at: i)
  }

  /// Makes known what begins and ends with the last matches, all of which begin at a token.
  private mutating func settle(behind first: Int, at i: Int) {
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
    from start: Int, _ root: PhraseTable.Root, clitics: Clitics, _ tokens: borrowing Tokens,
    _ table: PhraseTable.Cells, _ memory: WordMemory?, firstMatch: Int, mustBeLong: Bool
  ) {
    // A word that is there whole is taken apart only for a phrase: باب is not ب + آب, and
    // "بدير الزور" is ب + دير الزور though there is a village بدير; and "بقرية" is "in the village
    // of", though one village bears that name.
    if root.node.count > 0 {
      let match = Match(
        start: Int32(start), end: Int32(start + 1), payload: 0, clitics: clitics)
      add(match, root.node, table, firstMatch, onlyNouns: mustBeLong)
    }
    _ = goOn(from: start, root, clitics: clitics, tokens, table, memory, firstMatch)
  }

  /// Adds the phrases of several words that begin at a token; tells whether there are any.
  private mutating func goOn(
    from start: Int, _ root: PhraseTable.Root, clitics: Clitics, _ tokens: borrowing Tokens,
    _ table: PhraseTable.Cells, _ memory: WordMemory?, _ firstMatch: Int
  ) -> Bool {
    var (number, node) = (root.number, root.node)
    var i = start + 1
    var isLonger = false
    while node.goesOn, !clitics.contains(.pronoun) {
      while i < tokens.list.count, tokens.list[i].isPassedOver { i += 1 }
      guard i < tokens.list.count else { break }
      let token = tokens.list[i]
      let word =
        if let memory, token.isRemembered { memory.wholeWord(of: token) } else {
          tokens.wholeWord(of: token, memory)
        }
      guard word >= 0 else { break }
      number = table.step(from: number, node, by: word)
      guard number >= 0 else { break }
      node = table.node(number)
      i += 1
      guard node.count > 0 else { continue }
      isLonger = true
      let match = Match(start: Int32(start), end: Int32(i), payload: 0, clitics: clitics)
      add(match, node, table, firstMatch, onlyNouns: false)
    }
    return isLonger
  }

  /// Adds what a phrase stands for: a longer one of the same list takes the shorter one's place.
  private mutating func add(
    _ match: Match, _ node: PhraseTable.Node, _ table: PhraseTable.Cells, _ firstMatch: Int,
    onlyNouns: Bool
  ) {
    var match = match
    for i in 0..<Int(node.count) {
      match.payload = table.payload(i, of: node)
      guard let lexeme = match.lexeme else {
        if onlyNouns || match.clitics.contains(.pronoun) { continue }
        addName(match, firstMatch)
        continue
      }
      if onlyNouns, lexeme.category != .placenouns { continue }
      if coveredUntil[Int(lexeme.category.rawValue)] > match.start { continue }
      var shorter = firstMatch
      while shorter < list.count,
        !list[shorter].isOf(lexeme.category) || list[shorter].end >= match.end
      {
        shorter += 1
      }
      if shorter < list.count { list[shorter] = match } else { list.append(match) }
    }
  }

  private mutating func addName(_ match: Match, _ firstMatch: Int) {
    var other = firstMatch
    while other < list.count, !list[other].isName { other += 1 }
    if other < list.count {
      if list[other].end >= match.end { return }
      for i in other..<list.count - 1 { list[i] = list[i + 1] }
      list[list.count - 1] = match
    } else {
      list.append(match)
    }
  }
}
