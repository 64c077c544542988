import Claims
import Reports
import TestSupport
import Testing

struct Robustness {
  /// The samples as one long text, for cutting.
  static let text = Array(
    (Samples.operations + Samples.silence + Samples.furniture).map(\.text)
      .joined(separator: "\n\n").utf8)

  @Test(arguments: Samples.operations + Samples.furniture)
  func `the amount of white space changes no claim`(example: Corpus.Example) {
    let claims = Samples.claims(example.text, example.reference)
    let lines = claims.map(\.line)
    let respaced: [(String, String)] = [
      ("double blanks", example.text.replacing(" ", with: "  ")),
      ("trailing blanks", example.text.replacing("\n", with: "   \n") + "  "),
      ("CRLF", example.text.replacing("\n", with: "\r\n") + "\r\n"),
      ("leading blank lines", "\n\n" + example.text + "\n\n"),
    ]
    for (name, text) in respaced {
      let found = Samples.claims(text, example.reference)
      // A place's words are given as they are written.
      let written = found.map { $0.line.replacing("  ", with: " ") }
      #expect(written == lines, "\(name)", sourceLocation: example.source)
      #expect(
        found.map(\.evidence.count) == claims.map(\.evidence.count), "\(name)",
        sourceLocation: example.source)
    }
  }

  @Test(arguments: Samples.operations + Samples.furniture)
  func `evidence is whole characters of the text, in order`(example: Corpus.Example) {
    Self.checkEvidence(Array(example.text.utf8), example.reference, example.source)
  }

  @Test(arguments: 1...40)
  func `a text cut anywhere is read without harm`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      let start = random.int(0...Self.text.count)
      let end = min(Self.text.count, start + random.int(0...2000))
      // What a reader of files does with bytes that are no UTF-8.
      let decoded = String(decoding: Self.text[start..<end], as: UTF8.self)
      Self.checkEvidence(Array(decoded.utf8), "2025-10-29", #_sourceLocation)
    }
  }

  @Test(arguments: 1...20)
  func `words in any order are read without harm`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let words = Self.text.split(separator: UInt8(ascii: " "))
    for _ in 0..<5 {
      var text: [UInt8] = []
      for _ in 0..<300 { text += random.element(of: words) + [UInt8(ascii: " ")] }
      Self.checkEvidence(text, "2025-10-29", #_sourceLocation)
    }
  }

  @Test(arguments: 1...20)
  func `any text is read without harm`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    Self.checkEvidence(Array(random.text(2000).utf8), nil, #_sourceLocation)
  }

  static func checkEvidence(_ text: [UInt8], _ reference: String?, _ source: SourceLocation) {
    let report = Report(
      id: "sample", published: reference.flatMap { CalendarDay(iso: $0) }, text: text)
    for claim in Samples.reader.claims(in: report) {
      #expect(!claim.evidence.isEmpty, sourceLocation: source)
      var last = 0
      for range in claim.evidence {
        #expect(range.start >= last && range.start < range.end, sourceLocation: source)
        #expect(range.end <= text.count, sourceLocation: source)
        last = range.end
        for edge in [range.start, range.end] where edge < text.count {
          #expect(text[edge] & 0xC0 != 0x80, "inside a character", sourceLocation: source)
        }
      }
    }
  }

  struct Monster: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String

    init(_ name: String, _ part: String, times: Int) {
      testDescription = name
      text = String(repeating: part, count: times)
    }
  }

  /// Nouns, names and verbs come from the samples' first report.
  static let first = Samples.operations[0].text
  static let monsters = [
    Monster("a word of a megabyte", "\u{645}", times: 1 << 19),
    Monster("a hundred thousand commas", "\u{60C}", times: 100_000),
    Monster("a hundred thousand brackets", "(", times: 100_000),
    Monster("a hundred thousand pairs of brackets", "()", times: 100_000),
    Monster("a hundred thousand quotation marks", "\"", times: 100_000),
    Monster("a hundred thousand words on a line", "\u{642}\u{62A}\u{644} ", times: 100_000),
    Monster("a hundred thousand places on a line", "\u{62D}\u{645}\u{635} ", times: 100_000),
    Monster("a hundred thousand numbers on a line", "12 ", times: 100_000),
    Monster("a hundred thousand days on a line", "12/3 ", times: 100_000),
    Monster("a hundred thousand empty lines", "\n", times: 100_000),
    Monster("a report two thousand times on a line", first + " ", times: 2000),
  ]

  @Test(.timeLimit(.minutes(1)), arguments: monsters)
  func `a monster is read in seconds`(monster: Monster) {
    let clock = ContinuousClock()
    let time = clock.measure { Self.checkEvidence(Array(monster.text.utf8), nil, #_sourceLocation) }
    #expect(time < .seconds(10), "\(monster.testDescription) took \(time)")
  }
}
