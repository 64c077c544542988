import Evaluation
import Foundation
import Testing

/// Names as the scorer compares them; the cases stand in `Names/names.tsv`.
struct ComparedNameTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var relation: String
    var first: String
    var second: String
    var line: Int
    var testDescription: String { "names.tsv:\(line) \(relation)" }
  }

  static let cases: [Case] = {
    let file = Bundle.module.url(forResource: "names", withExtension: "tsv", subdirectory: "Names")!
    let lines = try! String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { index, line in
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3 else { return nil }
      return Case(relation: fields[0], first: fields[1], second: fields[2], line: index + 1)
    }
  }()

  @Test(arguments: cases)
  func `spelling does not part names, letters do`(example: Case) {
    let (a, b) = (ComparedName(example.first), ComparedName(example.second))
    #expect(a.matches(b) == (example.relation == "same"))
    #expect(b.matches(a) == (example.relation == "same"))
    #expect(a.containsOrIsContained(in: b) == (example.relation != "different"))
    #expect(b.containsOrIsContained(in: a) == (example.relation != "different"))
  }

  @Test func `the table has cases of every relation`() {
    #expect(Set(Self.cases.map(\.relation)) == ["same", "holds", "different"])
  }

  @Test func `an empty name is like nothing`() {
    #expect(!ComparedName("").matches(ComparedName("")))
    #expect(!ComparedName("").containsOrIsContained(in: ComparedName("a")))
  }

  @Test func `the parts of a place text stand between bars`() {
    #expect(
      ComparedName.parts(of: "Atma | Deir Hassan") == [
        ComparedName("atma"), ComparedName("deir hassan"),
      ])
  }

  @Test func `shared words count as often as they stand`() {
    #expect(sharedWords(["one two three four"], ["one two three four"]) == 1)
    #expect(sharedWords(["a b"], ["c d"]) == 0)
    #expect(sharedWords(["a a b"], ["a"]) == 0.5)
    #expect(sharedWords(["a, b"], ["A"]) == 2.0 / 3)
    #expect(sharedWords([], ["a"]) == 0)
    #expect(sharedWords(["a b", "c d"], ["d c b a"]) == 1)
  }
}
