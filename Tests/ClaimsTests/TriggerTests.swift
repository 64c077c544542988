import Claims
import TestSupport
import Testing

struct Triggers {
  @Test(arguments: Samples.triggers)
  func `a sentence is of one type, or tells no act`(example: Corpus.Example) {
    let found = Samples.claims(example.text, example.reference).map { claim in
      let isWithMeans = example.values.first?.contains(" / ") ?? false
      return claim.type.rawValue
        + (isWithMeans ? " / \(claim.means.joined(separator: " "))" : "")
    }
    #expect(found == example.values, "\(example.text)", sourceLocation: example.source)
  }

  @Test func `every type has its lines, and a third of the lines tell no act`() {
    let types = Samples.triggers.flatMap(\.values).map {
      $0.split(separator: " ").first.map(String.init)
    }
    #expect(Set(types) == Set(OperationType.allCases.map(\.rawValue)))
    #expect(Samples.triggers.count { $0.values.isEmpty } * 3 >= Samples.triggers.count)
  }
}
