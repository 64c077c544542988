import ArabicText
import TestSupport
import Testing

struct PhraseTableTests {
  /// The longest phrase that the first words of a text make: how many words, and its payloads.
  private func longest(_ words: [[Letter]], in table: PhraseTable) -> (Int, [Int32]) {
    var found: (Int, [Int32]) = (0, [])
    var node: Int32 = -1
    for (i, word) in words.enumerated() {
      let number = table.vocabulary.number(of: word)
      node = i == 0 ? table.root(number) : table.step(from: node, by: number)
      if node < 0 { break }
      if table.isEnd(node) { found = (i + 1, payloads(at: node, in: table)) }
      if !table.goesOn(node) { break }
    }
    return found
  }

  private func payloads(at node: Int32, in table: PhraseTable) -> [Int32] {
    var payloads: [Int32] = []
    table.forEachPayload(at: node) { payloads.append($0) }
    return payloads
  }

  private func table(_ phrases: KeyValuePairs<String, Int32>) -> PhraseTable {
    var table = PhraseTable()
    for (phrase, payload) in phrases { table.insert(Folding.words(phrase), payload: payload) }
    return table
  }

  @Test func `the longest phrase is walked to`() {
    let table = table(["دير": 1, "دير الزور": 2, "دير حافر": 3, "تل أبيض الغربي": 4])
    #expect(longest(Folding.words("دير الزور الشرقي"), in: table) == (2, [2]))
    #expect(longest(Folding.words("دير شرقي"), in: table) == (1, [1]))
    #expect(longest(Folding.words("ديرُ حافِر"), in: table) == (2, [3]))
    #expect(longest(Folding.words("تل أبيض"), in: table) == (0, []))
    #expect(longest(Folding.words("الزور"), in: table) == (0, []))
  }

  @Test func `a phrase keeps its payloads in order, each once`() {
    let table = table(["حلب": 7, "حماة": 1, "حَلَب": 5, "حلب الجديدة": 3])
    #expect(longest(Folding.words("حلب"), in: table) == (1, [7, 5]))
    var more = table
    more.insert(Folding.words("حلب"), payload: 7)
    more.insert(Folding.words("حلب"), payload: 9)
    #expect(longest(Folding.words("حلب"), in: more) == (1, [7, 5, 9]))
  }

  @Test func `no words make no phrase`() {
    var table = PhraseTable()
    table.insert([ArraySlice<Letter>](), payload: 1)
    table.insert([[Letter]](), payload: 1)
    #expect(table.vocabulary.count == 0)
    #expect(table.root(-1) == -1)
    #expect(table.root(0) == -1)
  }

  @Test func `a word without a phrase leads nowhere`() {
    var table = table(["حلب": 1])
    let word = table.insertWord(Folding.folded("حماة"))
    #expect(word == 1)
    #expect(table.root(word) == -1)
    #expect(table.step(from: table.root(0), by: word) == -1)
  }

  @Test func `every way to insert makes the same phrase`() {
    var folded = FoldedWords()
    folded.read(Array("دير الزور".utf8)[...])
    var table = table(["دير الزور": 1])
    table.insert([folded[0], folded[1]], payload: 2)
    table.insert([1..<4, 4..<9], of: [0x80] + folded.letters, payload: 3)
    let words = Folding.words("دير الزور")
    let numbers = words.map { table.vocabulary.number(of: $0) }
    table.insert(numbers: numbers, payload: 4)
    #expect(longest(words, in: table) == (2, [1, 2, 3, 4]))
  }

  @Test func `a preposition does not hide a name of two words`() throws {
    let table = table(["دير الزور": 1, "بدير": 2])
    let tokens = Tokens("بدير الزور", vocabulary: table.vocabulary)
    let first = tokens.readings(of: try #require(tokens.list.array.first))
    var found: [[Int32]] = []
    for i in 0..<Int(first.count) {
      var node = table.root(first[i].word)
      for token in tokens.list.array.dropFirst() where node >= 0 && table.goesOn(node) {
        node = table.step(from: node, by: tokens.readings(of: token)[0].word)
      }
      if node >= 0, table.isEnd(node) { found.append(payloads(at: node, in: table)) }
    }
    #expect(found == [[2], [1]])
  }

  @Test func `it holds what a dictionary holds, past its capacity`() {
    var unruly = UnrulyText(seed: 8)
    var table = PhraseTable(capacity: 1)
    var dictionary: [[[Letter]]: [Int32]] = [:]
    for _ in 0..<20_000 {
      let phrase = (0..<unruly.int(1...4)).map { _ in unruly.word() }
      let payload = Int32(unruly.int(0...40))
      table.insert(phrase, payload: payload)
      if !dictionary[phrase, default: []].contains(payload) {
        dictionary[phrase, default: []].append(payload)
      }
    }
    for (phrase, payloads) in dictionary {
      #expect(longest(phrase, in: table) == (phrase.count, payloads))
    }
    for _ in 0..<20_000 {
      let words = (0..<6).map { _ in unruly.word() }
      let count = (1...6).last { dictionary[Array(words[..<$0])] != nil } ?? 0
      let payloads = dictionary[Array(words[..<count])] ?? []
      #expect(longest(words, in: table) == (count, payloads))
    }
  }

  @Test(arguments: 0..<8)
  func `a frozen table finds every phrase in a text`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let letters = Array("ابتثج".unicodeScalars)
    func words(_ count: ClosedRange<Int>) -> [String] {
      (0..<Int.random(in: count, using: &random)).map { _ in
        var word = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...2, using: &random) {
          word.append(letters.randomElement(using: &random)!)
        }
        return String(word)
      }
    }
    var table = PhraseTable(capacity: 1)
    var dictionary: [[String]: [Int32]] = [:]
    for _ in 0..<600 {
      let phrase = words(1...4)
      let payload = Int32.random(in: 0...40, using: &random)
      table.insert(phrase.map { Folding.folded($0) }, payload: payload)
      if !dictionary[phrase, default: []].contains(payload) {
        dictionary[phrase, default: []].append(payload)
      }
    }
    table.freeze()
    for _ in 0..<300 {
      let text = words(1...12)
      var folded = FoldedWords()
      folded.read(Array(text.joined(separator: " ").utf8)[...])
      var found: [Range<Int>: [Int32]] = [:]
      table.forEachPhrase(in: folded) { found[$0] = Array($1) }
      var expected: [Range<Int>: [Int32]] = [:]
      for start in text.indices {
        for end in start + 1...text.count {
          expected[start..<end] = dictionary[Array(text[start..<end])]
        }
      }
      #expect(found == expected)
    }
  }
}
