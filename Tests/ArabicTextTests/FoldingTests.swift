import ArabicText
import Foundation
import TestSupport
import Testing

struct FoldingTests {
  private static let corpus = Corpus("Tests/ArabicTextTests/Corpora/folding.corpus")

  private func words(_ text: String) -> String {
    Folding.words(text).map { Folding.text($0) }.joined(separator: " ")
  }

  @Test(arguments: corpus.examples)
  func `spellings that readers take for the same fold to the same words`(_ example: Corpus.Example)
  {
    let source = example.source
    #expect(words(example.text) == example.value ?? "", sourceLocation: source)
    let letters = (example.value ?? "").split(separator: " ").flatMap { Folding.folded($0) }
    #expect(Folding.folded(example.text) == letters, sourceLocation: source)
  }

  @Test func `a hamza on the line stays`() {
    #expect(Folding.text(Folding.folded("ء")) == "ء")
    #expect(Folding.folded("\u{FE80}") == [.hamza])
  }

  @Test func `every letter of the Arabic alphabet folds to an Arabic letter`() {
    for value in UInt32(0x621)...0x64A where !(0x63B...0x640).contains(value) {
      let letters = Folding.folded(String(Unicode.Scalar(value)!))
      #expect(letters.count == 1 && letters.allSatisfy(\.isArabicLetter), "U+\(hex(value))")
    }
  }

  @Test func `presentation forms fold as the letters that they show`() {
    for value in UInt32(0xFB50)...0xFEFC {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = String(scalar).precomposedStringWithCompatibilityMapping
      let letters = Folding.folded(String(scalar))
      // Whole blessings are no words.
      if (0xFDFA...0xFDFB).contains(value) { continue }
      #expect(letters == Folding.folded(shown), "U+\(hex(value))")
    }
    for value in UInt32(0xFE80)...0xFEFC {
      #expect(!Folding.folded(String(Unicode.Scalar(value)!)).isEmpty, "U+\(hex(value))")
    }
  }

  @Test func `a Latin letter with marks folds to the letter below the marks`() {
    for value in Array(0xC0...0x17F) + Array(0x1E60...0x1E71) {
      let text = String(Unicode.Scalar(UInt32(value))!)
      let letters = Folding.folded(text)
      // Foundation strips the marks; letters that are no base with a mark (ø, ß, æ) are left out.
      let base = text.decomposedStringWithCanonicalMapping.unicodeScalars.first!
      guard base.isASCII, base.properties.isAlphabetic else { continue }
      #expect(letters == Folding.folded(String(base)), "U+\(hex(UInt32(value)))")
    }
  }

  @Test func `combining marks leave nothing behind`() {
    #expect(Folding.folded("e\u{301}a\u{308}") == Folding.folded("ea"))
    #expect(Folding.words("e\u{301}a") == [Folding.folded("ea")])
  }

  @Test func `folding what is folded changes nothing`() {
    var unruly = UnrulyText(seed: 1)
    for _ in 0..<5_000 {
      let text = unruly.next(40)
      let letters = Folding.folded(text)
      #expect(Folding.folded(Folding.text(letters)) == letters)
      for word in Folding.words(text) {
        #expect(Folding.words(Folding.text(word)) == [word])
      }
    }
  }

  @Test func `the words of a text are its folded letters, cut`() {
    var unruly = UnrulyText(seed: 2)
    var reused = FoldedWords()
    for _ in 0..<5_000 {
      let text = unruly.next(40)
      let words = Folding.words(text)
      #expect(words.allSatisfy { !$0.isEmpty })
      #expect(words.flatMap { $0 } == Folding.folded(text))
      reused.read(Array(text.utf8)[...])
      #expect((0..<reused.count).map { Array(reused[$0]) } == words)
    }
  }

  @Test func `any bytes can be folded`() {
    var unruly = UnrulyText(seed: 3)
    for round in 0..<5_000 {
      let bytes = round % 2 == 0 ? unruly.bytes(50) : unruly.brokenBytes(30)
      #expect(Folding.words(bytes[...]).flatMap { $0 } == Folding.folded(bytes[...]))
    }
  }

  private func hex(_ value: UInt32) -> String { String(value, radix: 16, uppercase: true) }
}
