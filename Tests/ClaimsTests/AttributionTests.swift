import Claims
import TestSupport
import Testing

struct Attributions {
  private static let corpus = Corpus("Tests/ClaimsTests/Corpora/sources.corpus")

  @Test(arguments: corpus.examples)
  func `a figure names who gave it`(example: Corpus.Example) throws {
    let claim = try #require(Samples.claims(example.text, example.reference).first)
    let sources = claim.casualties.map { $0.attributedTo ?? "-" }
    #expect(sources == example.values, "\(example.text)", sourceLocation: example.source)
  }
}
