import ArabicText
import TestSupport
import Testing

struct CliticsTests {
  private static let corpus = Corpus("Tests/ArabicTextTests/Corpora/clitics.corpus")
  private static let vocabulary: Vocabulary = {
    var vocabulary = Vocabulary()
    for line in corpus.settings("vocabulary") {
      for word in line.split(separator: " ") { vocabulary.insert(Folding.folded(word)) }
    }
    return vocabulary
  }()

  private static let names: [(Clitics, String)] = [
    (.waw, "waw"), (.feh, "feh"), (.beh, "beh"), (.lam, "lam"), (.kaf, "kaf"),
    (.pronoun, "pronoun"),
  ]

  /// The readings of a token as the corpus writes them, with the words folded.
  private func line(_ readings: Readings) -> String {
    (0..<Int(readings.count)).map { i in
      let reading = readings[i]
      let word = Folding.text(Self.vocabulary.letters(of: reading.word))
      let clitics = Self.names.filter { reading.clitics.contains($0.0) }.map(\.1)
      return ([word] + clitics).joined(separator: " ")
    }.joined(separator: " ; ")
  }

  @Test(arguments: corpus.examples)
  func `words are parted from what is written together with them`(_ example: Corpus.Example) throws
  {
    let source = example.source
    let tokens = Tokens(example.text, vocabulary: Self.vocabulary)
    let token = try #require(tokens.list.array.first, sourceLocation: source)
    #expect(tokens.list.array.count == 1, sourceLocation: source)
    let expected = (example.value ?? "").split(separator: " ").map { part in
      let letters = Folding.folded(part)
      return part == ";" ? ";" : Folding.text(letters)
    }
    let readings = tokens.readings(of: token)
    #expect(line(readings) == expected.joined(separator: " "), sourceLocation: source)
  }

  /// The word with a hamza at its end, and with و for each ي before و.
  private func spelledWithOtherHamza(_ word: [Letter]) -> [[Letter]] {
    var others = word.last == .alef ? [word + [.hamza]] : []
    for i in word.indices.dropFirst().dropLast() where word[i] == .yeh && word[i + 1] == .waw {
      others.append(word)
      others[others.count - 1][i] = .waw
    }
    return others
  }

  @Test func `a number may be a word of the vocabulary`() {
    var vocabulary = Vocabulary()
    let number = vocabulary.insert(Folding.folded("24"))
    let tokens = Tokens("٢٤", vocabulary: vocabulary)
    #expect(tokens.readings(of: tokens.list[0])[0].word == number)
  }

  @Test func `a word with every clitic is no longer than its readings`() {
    var unruly = UnrulyText(seed: 7)
    var vocabulary = Vocabulary()
    for _ in 0..<60 { vocabulary.insert(unruly.word()) }
    for _ in 0..<20_000 {
      let letters = unruly.word() + unruly.word()
      let tokens = Tokens(Folding.text(letters), vocabulary: vocabulary)
      for token in tokens.list.array {
        let readings = tokens.readings(of: token)
        for i in 0..<Int(readings.count) {
          let reading = readings[i]
          #expect(reading.word >= 0 && Int(reading.word) < vocabulary.count)
          let word = Array(vocabulary.letters(of: reading.word))
          // Without clitics it is the whole token, perhaps with another hamza; with a conjunction
          // or preposition it is shorter.
          let own = tokens.letters(of: token)
          let isWhole = word == own || spelledWithOtherHamza(own).contains(word)
          #expect(reading.clitics.isEmpty == isWhole)
        }
        let whole = vocabulary.number(of: letters)
        if whole >= 0 {
          #expect(readings[0].word == whole && readings[0].clitics.isEmpty)
        }
      }
    }
  }
}
