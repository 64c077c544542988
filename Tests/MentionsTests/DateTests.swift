import ArabicText
import Mentions
import Reports
import TestSupport
import Testing

struct Dates {
  /// Where other words stand around a date, brackets in the corpus part it from them.
  @Test(arguments: Phrases.examples("dates") + Phrases.examples("hijri"))
  func `a phrase is one date, whole, or none`(example: Corpus.Example) {
    let parts = example.text.split { $0 == "[" || $0 == "]" }
    let date = parts.count > 1 ? parts[1] : parts[0]
    var bare = example
    bare.text = parts.joined()
    let reading = Phrases.reading(bare)
    let published = reading.report.published
    let found = reading.dates.array.map { mention in
      mention.expression.date(published: published)?.edtf ?? "unknown"
    }
    let rules = reading.dates.array.map { "\($0.rule): \(reading.text(of: $0.tokens))" }
    let said = "\(example.text): \(rules)"
    #expect(found == example.values, "\(said)", sourceLocation: example.source)
    if let mention = reading.dates.first, !example.values.isEmpty {
      #expect(reading.text(of: mention.tokens) == date, "\(said)", sourceLocation: example.source)
    }
  }

  /// Every date that a phrasing names, counted on from the ones before it.
  @Test(arguments: Phrases.examples("told"))
  func `a date counts on from what was told`(example: Corpus.Example) {
    let reading = Phrases.reading(example)
    let found = reading.days(published: reading.report.published).map { $0?.edtf ?? "unknown" }
    let rules = reading.dates.array.map { "\($0.rule): \(reading.text(of: $0.tokens))" }
    #expect(
      found == example.values, "\(example.text): \(rules)", sourceLocation: example.source)
  }
}
