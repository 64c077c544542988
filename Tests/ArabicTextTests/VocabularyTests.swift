import ArabicText
import Testing

struct VocabularyTests {
  @Test func `words are numbered in the order in which they come`() {
    var vocabulary = Vocabulary()
    #expect(vocabulary.count == 0)
    #expect(vocabulary.insert(Folding.folded("حلب")) == 0)
    #expect(vocabulary.insert(Folding.folded("حماة")) == 1)
    #expect(vocabulary.insert(Folding.folded("حَلَب")) == 0)
    #expect(vocabulary.count == 2)
    #expect(vocabulary.number(of: Folding.folded("حماه")) == 1)
    #expect(vocabulary.number(of: Folding.folded("حمص")) == -1)
    #expect(Folding.text(vocabulary.letters(of: 1)) == "حماه")
  }

  @Test func `the empty word is a word`() {
    var vocabulary = Vocabulary()
    #expect(vocabulary.number(of: []) == -1)
    #expect(vocabulary.insert([Letter]()) == 0)
    #expect(vocabulary.number(of: []) == 0)
    #expect(vocabulary.letters(of: 0).isEmpty)
  }

  @Test func `a word is not its beginning`() {
    var vocabulary = Vocabulary()
    vocabulary.insert(Folding.folded("ديرالزور"))
    #expect(vocabulary.number(of: Folding.folded("دير")) == -1)
    #expect(vocabulary.number(of: Folding.folded("ديرالزورا")) == -1)
  }

  @Test(arguments: [1, 1024, 100_000])
  func `it holds what a dictionary holds, past its capacity`(capacity: Int) {
    var unruly = UnrulyText(seed: capacity)
    var vocabulary = Vocabulary(capacity: capacity)
    var dictionary: [[Letter]: Int32] = [:]
    var words: [[Letter]] = []
    for round in 0..<30_000 {
      let word = round % 3 == 0 ? unruly.word() : unruly.bytes(unruly.int(0...9))
      let known = dictionary[word]
      if known == nil {
        #expect(vocabulary.number(of: word) == -1)
        dictionary[word] = Int32(words.count)
        words.append(word)
      }
      // A collection without contiguous storage, too.
      let number =
        round % 2 == 0 ? vocabulary.insert(word) : vocabulary.insert(word.lazy.map { $0 })
      #expect(number == known ?? Int32(words.count - 1))
    }
    #expect(vocabulary.count == words.count)
    for (number, word) in words.enumerated() {
      #expect(vocabulary.number(of: word) == Int32(number))
      #expect(vocabulary.letters(of: Int32(number)) == word[...])
    }
  }
}
