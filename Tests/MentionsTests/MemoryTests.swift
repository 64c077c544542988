import ArabicText
import Lexicon
import Mentions
import Reports
import TestSupport
import Testing

/// What is remembered of words is what was read of them.
struct MemoryTests {
  private struct Found: Equatable {
    var start: Int32
    var end: Int32
    var lexeme: Int32?
    var clitics: Clitics
  }

  /// What is found in a text, with the places that its names may be.
  private func found(in text: String, _ memory: WordMemory?) -> [Found] {
    let report = Report(id: "text", text: text)
    let reading = ReportReading(report, reader: Phrases.reader, memory: memory)
    return reading.matches.list.array.map {
      Found(start: $0.start, end: $0.end, lexeme: $0.lexeme?.packed, clitics: $0.clitics)
    }
  }

  @Test(arguments: ["places", "dates", "counts"])
  func `a text says the same with a memory and without, and however often it is read`(
    _ corpus: String
  ) {
    let memory = WordMemory()
    let examples = Phrases.examples(corpus)
    #expect(!examples.isEmpty)
    for _ in 1...2 {
      for example in examples {
        #expect(found(in: example.text, memory) == found(in: example.text, nil), "\(example.text)")
      }
    }
  }

  @Test func `a word that stood in a phrase says by itself what it always says`() {
    let memory = WordMemory()
    for text in ["في دير الزور", "الزور دير", "دير، الزور", "دير «الزور»", "دير الزور"] {
      #expect(found(in: text, memory) == found(in: text, nil), "\(text)")
    }
  }

  @Test func `letters are folded alike with a memory and without, wherever a word stands`() {
    let memory = WordMemory()
    let words = "وأُولى آخر المسؤولية، شهداء مئة و بلدةالقرى M4 مدرّساً الإرهابيين ١٢ ﷲ پل"
    for length in 0...20 {
      for text in [
        "\(words) \(String(repeating: "ؤ", count: length))",
        "\(String(repeating: "أ", count: length)) \(words)",
      ] {
        let report = Report(id: "text", text: text)
        let with = ReportReading(report, reader: Phrases.reader, memory: memory)
        let without = ReportReading(report, reader: Phrases.reader)
        #expect(with.tokens.list.count == without.tokens.list.count)
        for i in with.tokens.list.indices where with.tokens.list[i].kind == .word {
          let letters = with.tokens.letters(of: with.tokens.list[i])
          #expect(letters == without.tokens.letters(of: without.tokens.list[i]))
          #expect(letters == Folding.folded(with.text(of: i..<i + 1)), "\(text)")
        }
      }
    }
  }

  @Test func `two readings at a time keep to their own`() {
    let memory = WordMemory()
    let first = Report(id: "first", text: "قصف الجيش مدينة دير الزور يوم الجمعة.")
    let one = ReportReading(first, reader: Phrases.reader, memory: memory)
    let places = one.places.count
    for _ in 0..<20 {
      _ = ReportReading(
        Report(id: "other", text: "اجتماع"), reader: Phrases.reader, memory: memory)
    }
    #expect(one.places.count == places && places == 1)
    #expect(one.text(of: one.places[0].nameTokens) == "دير الزور")
  }
}
