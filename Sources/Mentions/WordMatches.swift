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
      switch tokens.list[i].kind {
      case .number: begins[i] = .number
      case .punctuation: begins[i] = .punctuation
      case .word, .lineBreak: break
      }
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
  }

  /// Finds what the words say, and reads only those anew that no one has met by themselves.
  private mutating func recall(
    _ tokens: borrowing Tokens, _ table: PhraseTable.Cells, _ memory: WordMemory
  ) {
    findBeginnings(tokens, table, memory)
    for i in tokens.list.indices {
      let first = list.count
      firsts.append(Int32(truncatingIfNeeded: first))
      let token = tokens.list[i]
      guard token.readingCount > 0 else { continue }
      let isCovered = covered > i
      guard !goesOn[i], !isCovered || token.readingCount == 1 else {
        read(at: i, tokens, table, memory)
        continue
      }
      if let senses = memory.senses(of: token) {
        if isCovered {
          for s in senses { add(memory[s], at: i) }
        } else {
          addAll(senses, CategorySet(rawValue: memory.kinds(of: token)), at: i, memory)
        }
      } else {
        read(at: i, tokens, table, memory)
        if isCovered { continue }
        if first == list.count { memory.note(nil, 0, of: token, behind: 0) }
        for m in first..<list.count {
          memory.note(
            WordMemory.Sense(payload: list[m].payload, clitics: list[m].clitics),
            list[m].kind.rawValue, of: token, behind: m - first)
        }
      }
    }
  }

  /// Finds the words that a phrase of several may begin with; all others say what they always say.
  ///
  /// A loop of its own, in which nothing waits for what the phrases lead to: that is loaded here, so that
  /// it is near when they are read.
  private mutating func findBeginnings(
    _ tokens: borrowing Tokens, _ table: PhraseTable.Cells, _ memory: WordMemory
  ) {
    let count = tokens.list.count
    goesOn.refill(with: false, count: count)
    var asked: UInt64 = 0
    for i in 0..<count {
      let token = tokens.list[i]
      guard token.readingCount > 0 else { continue }
      guard token.isRemembered, token.detachedClitics.isEmpty else {
        goesOn[i] = true
        continue
      }
      var next = i + 1
      while next < count, tokens.list[next].isPassedOver { next += 1 }
      guard next < count, tokens.list[next].readingCount > 0 else { continue }
      let follower = tokens.list[next]
      if follower.isRemembered {
        guard memory.mayGoOn(from: token, to: follower, table) else { continue }
        asked ^= memory.numbers(near: table, from: token, to: follower)
      }
      goesOn[i] = true
    }
    self.asked = asked
  }

  /// Adds all that a word says by itself.
  @inline(__always)
  private mutating func addAll(
    _ senses: Range<Int>, _ kinds: CategorySet, at i: Int, _ memory: WordMemory
  ) {
    for s in senses {
      let sense = memory[s]
      list.append(
        Match(
          start: Int32(truncatingIfNeeded: i), end: Int32(truncatingIfNeeded: i + 1),
          payload: sense.payload, clitics: sense.clitics))
      if kinds.has(.status), list[list.count - 1].isOf(.status) {
        signs.append(list[list.count - 1])
      }
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
    var number = root.number
    var node = root.node
    var i = start + 1
    while true {
      // A word that is there whole is taken apart only for a phrase: باب is not ب + آب, and
      // "بدير الزور" is ب + دير الزور though there is a village بدير; and "بقرية" is "in the village
      // of", though one village bears that name.
      if node.count > 0 {
        let match = Match(start: Int32(start), end: Int32(i), payload: 0, clitics: clitics)
        add(match, node, table, firstMatch, onlyNouns: mustBeLong && i == start + 1)
      }
      guard node.goesOn, !clitics.contains(.pronoun) else { return }
      while i < tokens.list.count, tokens.list[i].isPassedOver { i += 1 }
      guard i < tokens.list.count else { return }
      let word = tokens.wholeWord(of: tokens.list[i], memory)
      guard word >= 0 else { return }
      let next = table.step(from: number, node, by: word)
      guard next >= 0 else { return }
      number = next
      node = table.node(next)
      i += 1
    }
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
