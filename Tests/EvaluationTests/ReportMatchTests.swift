import Claims
import Evaluation
import Geocoding
import Testing

/// Rules 2 and 3: which claim tells which operation, and what is found, missed and too many.
struct ReportMatchTests {
  private func match(_ claims: [LocatedClaim], _ gold: [GoldOperation]) -> ReportMatch {
    ReportMatch(of: claims, with: gold, knowing: PlaceFacts())
  }

  @Test func `one claim finds one operation`() {
    let match = match([claim(), claim()], [operation()])
    #expect(match.pairs.count == 1)
    #expect(match.falseAlarms.count == 1)
    #expect(match.missed.isEmpty)
  }

  @Test func `the sum of all pairs decides, not the best pair`() {
    // The second claim fits both; the first fits only the first operation, and less well.
    let gold = [
      operation(.airStrike, date: "2025-10-08"), operation(.shelling, date: "2025-10-08"),
    ]
    let claims = [claim(.airStrike), claim(.airStrike, date: nil)]
    let match = match(claims, gold)
    #expect(match.pairs.map(\.gold) == [0, 1])
    #expect(match.falseAlarms.isEmpty)
  }

  @Test func `no claims miss everything and no gold makes all claims wrong`() {
    let silent = match([], [operation(), operation()])
    #expect(silent.missed == [0, 1])
    #expect(silent.pairs.isEmpty)
    let loud = match([claim(), claim()], [])
    #expect(loud.falseAlarms == [0, 1])
    #expect(loud.pairs.isEmpty)
  }

  @Test func `an operation at several places takes in a claim for each`() {
    let gold = operation(at: "A and B", codes: ["C1", "C2"])
    let claims = [
      claim(at: "A", codes: ["C1"]), claim(at: "B", codes: ["C2"]),
      claim(.ied, at: "A", codes: ["C1"]), claim(at: "Z", codes: ["C7"], point: nil),
    ]
    let match = match(claims, [gold])
    #expect(match.pairs.map(\.claim) == [0])
    #expect(match.uncounted == [1])
    #expect(match.falseAlarms == [2, 3], "another type, and another place with the same words")
  }

  @Test(arguments: [SpatialRelation.between, .road])
  func `the two ends of a span are one place`(relation: SpatialRelation) {
    let gold = operation(at: "A | B", relation: relation, codes: ["C1", "C2"])
    let match = match([claim(codes: ["C1"]), claim(codes: ["C2"])], [gold])
    #expect(match.pairs.count == 1)
    #expect(match.falseAlarms.count == 1)
  }

  @Test func `an operation that may be left out counts neither way`() {
    let gold = [operation(), operation(.arrest, codes: ["C5"]) { $0.isAmbiguous = true }]
    let without = match([claim()], gold)
    #expect(without.missed.isEmpty)
    #expect(without.pairs.count == 1)
    let with = match([claim(), claim(.arrest, codes: ["C5"])], gold)
    #expect(with.pairs.count == 1)
    #expect(with.uncounted == [1])
    #expect(with.falseAlarms.isEmpty)
    let twice = match([claim(.arrest, codes: ["C5"]), claim(.arrest, codes: ["C5"])], [gold[1]])
    #expect(twice.uncounted.count == 1)
    #expect(twice.falseAlarms.count == 1, "only one claim may tell it")
  }

  @Test func `unknown codes are only unequal`() {
    let match = match([claim(codes: ["?"], point: east(1))], [operation(codes: ["none such"])])
    #expect(match.pairs.count == 1)
    #expect(match.pairs.first?.score.place == 1, "the points are near")
  }
}
