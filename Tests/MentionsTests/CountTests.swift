import ArabicText
import Lexicon
import Mentions
import TestSupport
import Testing

struct Counts {
  @Test(arguments: Phrases.examples("counts"))
  func `people are counted, and things are not`(example: Corpus.Example) {
    let found = Phrases.reading(example).counts.array.filter { !$0.isOfThings }.map(Self.words)
    #expect(found == example.values, "\(example.text)", sourceLocation: example.source)
  }

  /// `3`, `20..`, `3..9`, then who is counted and what became of them, and `subset` or `again`.
  private static func words(_ count: CountMention) -> String {
    let bounds = count.max == count.min ? "" : ".." + (count.max.map { "\($0)" } ?? "")
    let group = count.trade.map { " \($0.group.key)" } ?? ""
    let outcome = count.outcome.map { " \($0.key)" } ?? ""
    let part = count.isSubset ? " subset" : count.isRepeated ? " again" : ""
    return "\(count.min)\(bounds)\(group)\(outcome)\(part)"
  }
}
