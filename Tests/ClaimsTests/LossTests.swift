import Claims
import TestSupport
import Testing

struct Losses {
  private static let corpus = Corpus("Tests/ClaimsTests/Corpora/losses.corpus")

  @Test(arguments: corpus.examples)
  func `a claim keeps what a report says of people harmed`(example: Corpus.Example) {
    let lines = Samples.claims(example.text, example.reference).map(\.losses)
    #expect(lines == example.values, "\(example.text)", sourceLocation: example.source)
  }
}
