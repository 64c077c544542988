import ArabicText
import TestSupport
import Testing

struct TokensTests {
  private static let corpus = Corpus("Tests/ArabicTextTests/Corpora/tokens.corpus")

  /// The tokens as the corpus writes them.
  private func line(_ tokens: borrowing Tokens) -> String {
    tokens.list.array.map { token in
      switch token.kind {
      case .word: Folding.text(tokens.letters(of: token))
      case .number: "\(token.value)"
      case .punctuation: "<\(token.mark)>"
      case .lineBreak: "<line>"
      }
    }.joined(separator: " ")
  }

  @Test(arguments: corpus.examples)
  func `texts are taken apart into words, numbers and marks`(_ example: Corpus.Example) {
    let tokens = Tokens(example.text, vocabulary: Vocabulary())
    #expect(
      line(tokens) == example.value ?? "", sourceLocation: example.source)
  }

  @Test func `a number's letters are its digits, whatever its separators`() {
    let tokens = Tokens("1,200 ١٥", vocabulary: Vocabulary())
    #expect(tokens.list.array.map { Folding.text(tokens.letters(of: $0)) } == ["1200", "15"])
  }

  @Test func `a token is glued when nothing stands before it`() {
    let tokens = Tokens("الـ55 (حلب)", vocabulary: Vocabulary())
    #expect(tokens.list.array.map(\.isGlued) == [false, true, false, true, true])
  }

  @Test func `a clitic with a blank behind it is read with its word`() {
    let text = "قرية الكبر و بلدة الجزرة"
    let tokens = Tokens(text, vocabulary: Vocabulary())
    #expect(tokens.list.count == 4)
    #expect(Folding.text(tokens.letters(of: tokens.list[2])) == "وبلده")
    let bytes = Array(text.utf8)[Int(tokens.list[2].start)..<Int(tokens.list[2].end)]
    #expect(String(decoding: bytes, as: UTF8.self) == "و بلدة")
    #expect(!tokens.list[2].isGlued && !tokens.list[2].isDetachedClitic)
  }

  @Test func `a clitic that stands alone belongs to the number or the quotation behind it`() {
    let number = Tokens("حلب و 15 قرية", vocabulary: Vocabulary())
    #expect(number.list.array.map(\.isDetachedClitic) == [false, true, false, false])
    #expect(number.list[2].detachedClitics == .waw)
    let quoted = Tokens("لـ”التحالف”", vocabulary: Vocabulary())
    #expect(quoted.list[0].isDetachedClitic)
    let end = Tokens("قال و.", vocabulary: Vocabulary())
    #expect(end.list.array.allSatisfy { !$0.isDetachedClitic })
  }

  @Test(arguments: [
    ("بلدةالكسرة", "بلدة الكسرة"), ("وبلدهالكسرة", "وبلده الكسرة"),
    ("و بلدةالكسرة", "و بلدة الكسرة"),
    ("ﺑﻠﺪﺓﺍﻟﻜﺴﺮﺓ", "ﺑﻠﺪﺓ ﺍﻟﻜﺴﺮﺓ"), ("بلـدةَالكسرة", "بلـدةَ الكسرة"),
  ])
  func `where the blank before the article lacks, two known words are parted`(
    glued: String, parted: String
  ) {
    var vocabulary = Vocabulary()
    for word in ["بلدة", "الكسرة"] { vocabulary.insert(Folding.folded(word)) }
    let tokens = Tokens(glued, vocabulary: vocabulary)
    let expected = Tokens(parted, vocabulary: vocabulary)
    #expect(line(tokens) == line(expected))
    #expect(tokens.list.count == 2)
    #expect(tokens.list[1].isGlued && tokens.list[0].end == tokens.list[1].start)
    for i in 0..<2 {
      let readings = tokens.readings(of: tokens.list[i])
      #expect(readings[0] == expected.readings(of: expected.list[i])[0])
    }
  }

  @Test func `a word is left whole when one of its halves is not known`() {
    var vocabulary = Vocabulary()
    vocabulary.insert(Folding.folded("بلدة"))
    #expect(Tokens("بلدةالكسرة", vocabulary: vocabulary).list.count == 1)
    vocabulary.insert(Folding.folded("الكسرة"))
    vocabulary.insert(Folding.folded("بلدةالكسرة"))
    #expect(Tokens("بلدةالكسرة", vocabulary: vocabulary).list.count == 1)
  }

  @Test func `only full stops and questions end sentences`() {
    let ending = [Mark.fullStop, .question, .ellipsis, .comma, .none].filter(\.endsSentence)
    #expect(ending == [.fullStop, .question])
  }

  @Test func `tokens come in order, and only blanks lie between them`() {
    var unruly = UnrulyText(seed: 4)
    for _ in 0..<10_000 {
      let text = unruly.next(60)
      let bytes = Array(text.utf8)
      let tokens = Tokens(bytes, vocabulary: Vocabulary())
      expectTiling(of: bytes, by: tokens)
      for token in tokens.list.array {
        let slice = bytes[Int(token.start)..<Int(token.end)]
        #expect(String(validating: slice, as: UTF8.self) != nil, "cut within a scalar: \(text)")
      }
    }
  }

  @Test func `a token read alone is the same token, but for a point between digits`() {
    var unruly = UnrulyText(seed: 5)
    for _ in 0..<3_000 {
      let bytes = Array(unruly.next(60).utf8)
      let tokens = Tokens(bytes, vocabulary: Vocabulary())
      for token in tokens.list.array where token.mark != .point {
        let alone = Tokens(
          Array(bytes[Int(token.start)..<Int(token.end)]), vocabulary: Vocabulary())
        #expect(alone.list.count == 1)
        guard let same = alone.list.first else { continue }
        #expect(same.kind == token.kind && same.mark == token.mark && same.value == token.value)
        #expect(alone.letters(of: same) == tokens.letters(of: token))
      }
    }
  }

  @Test func `any bytes can be taken apart`() {
    var unruly = UnrulyText(seed: 6)
    var reused = Tokens()
    for round in 0..<10_000 {
      let bytes = round % 2 == 0 ? unruly.bytes(60) : unruly.brokenBytes(40)
      let tokens = Tokens(bytes, vocabulary: Vocabulary())
      expectTiling(of: bytes, by: tokens)
      bytes.withUnsafeBufferPointer { reused.read($0, vocabulary: Vocabulary()) }
      #expect(line(reused) == line(tokens))
    }
  }

  @Test func `text that ends within a scalar or a number can be taken apart`() {
    let bytes = Array("حلب 1,200 2.5 قتـ ـلى 😀 الإره*ابي".utf8)
    for count in 0...bytes.count {
      let prefix = Array(bytes[..<count])
      expectTiling(of: prefix, by: Tokens(prefix, vocabulary: Vocabulary()))
    }
  }

  /// Every byte belongs to one token or to what is blank, and letters to the tokens in order.
  private func expectTiling(of bytes: [UInt8], by tokens: borrowing Tokens) {
    var end: Int32 = 0
    var letters: Int32 = 0
    for token in tokens.list.array {
      #expect(token.start >= end && token.end > token.start)
      expectBlank(bytes, end, token.start)
      #expect(token.lettersStart == letters)
      letters += token.lettersCount
      #expect(token.isGlued == (token.start == end && end > 0))
      end = token.end
    }
    #expect(Int(letters) == tokens.letters.count)
    expectBlank(bytes, end, Int32(bytes.count))
  }

  /// Nothing between two tokens is a letter, a digit or a sign that the eye sees.
  private func expectBlank(_ bytes: [UInt8], _ start: Int32, _ end: Int32) {
    guard start < end else { return }
    let between = bytes[Int(start)..<Int(end)]
    #expect(Folding.folded(between).isEmpty)
    guard let text = String(validating: between, as: UTF8.self) else { return }
    for scalar in text.unicodeScalars {
      let isBlank =
        switch scalar.properties.generalCategory {
        case .control, .format, .spaceSeparator, .nonspacingMark, .enclosingMark: true
        default: scalar == "\u{640}" || Folding.words("a\(scalar)a").count == 1
        }
      #expect(isBlank, "U+\(String(scalar.value, radix: 16)) lies between tokens")
    }
  }
}
