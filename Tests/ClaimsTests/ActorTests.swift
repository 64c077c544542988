import Claims
import TestSupport
import Testing

struct ClaimActors {
  @Test(arguments: Samples.actors)
  func `a sentence tells who did what to whom, and with whose help`(
    example: Corpus.Example
  ) {
    let found = Samples.claims(example.text, example.reference).map { claim in
      claim.actors.isEmpty
        ? "-"
        : claim.actors.map { "\($0.role.rawValue) \($0.id ?? "\"\($0.name)\"")" }
          .joined(separator: ", ")
    }
    #expect(found == example.values, "\(example.text)", sourceLocation: example.source)
  }

  @Test(arguments: Samples.actors)
  func `a party has the text's own words for a name`(example: Corpus.Example) {
    for claim in Samples.claims(example.text, example.reference) {
      for actor in claim.actors {
        #expect(example.text.contains(actor.name), sourceLocation: example.source)
      }
      #expect(
        claim.targets == claim.actors.filter { $0.role == .target }.map(\.name),
        sourceLocation: example.source)
    }
  }
}
