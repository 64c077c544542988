import Claims
import Evaluation
import Geocoding
import JSONText
import Testing

/// Operations sorted by what they are like.
@Suite struct PhenomenaTests {
  private var sample: Phenomena {
    var reports = (1...6).map { number in
      GoldReport(
        id: "r\(number)",
        operations: [
          operation(.airStrike) { $0.dateText = "first" },
          operation(.ied, codes: ["C9"], point: nil, date: nil),
        ], tags: number < 6 ? ["many"] : ["few"])
    }
    reports.append(GoldReport(id: "r7", operations: [], tags: ["negative"]))
    let claims = (1...5).map { claim(report: "r\($0)") } + [claim(.shelling, report: "r7")]
    return Phenomena(of: claims, against: reports, knowing: PlaceFacts()) {
      $0 == "first" ? "<rule>" : nil
    }
  }

  private func found(_ aspect: Phenomena.Aspect, _ name: String) throws -> Phenomena.Class {
    try #require(
      sample.classes.first { $0.aspect == aspect && $0.name == name }, "\(aspect): \(name)")
  }

  @Test func `an operation counts under the tags of its report and under what it is like`() throws {
    #expect(try found(.tag, "many").found == Share(right: 5, of: 10))
    #expect(try found(.tag, "few").found == Share(right: 0, of: 2))
    #expect(try found(.type, "air_strike").whole == Share(right: 5, of: 6))
    #expect(try found(.type, "ied").found == Share(right: 0, of: 6))
    #expect(try found(.date, "a day").found.of == 6)
    #expect(try found(.date, "unknown").found.of == 6)
    #expect(try found(.dateWords, "<rule>").found == Share(right: 5, of: 6))
    #expect(try found(.dateWords, "none").found.of == 6)
    #expect(try found(.governorate, "SY07").found.of == 12)
    #expect(try found(.operations, "2").found.of == 12)
  }

  @Test func `a claim without an operation is a false alarm of its report and of its kind`() throws
  {
    #expect(try found(.tag, "negative").falseAlarms == 1)
    #expect(try found(.tag, "negative").found.of == 0)
    #expect(try found(.type, "shelling").falseAlarms == 1)
    #expect(try found(.tag, "many").falseAlarms == 0)
    #expect(try found(.date, "a day").falseAlarms == nil)
  }

  @Test func `an operation with a wrong field is found and not whole`() throws {
    let wrong = Phenomena(
      of: [claim { $0.claim.killed = CountRange(2, 2) }],
      against: [GoldReport(id: "r1", operations: [operation { $0.killed = CountRange(3, 3) }])],
      knowing: PlaceFacts(), dateRule: { _ in nil })
    let strikes = try #require(wrong.classes.first { $0.aspect == .type })
    #expect(strikes.found == Share(right: 1, of: 1))
    #expect(strikes.whole == Share(right: 0, of: 1))
    #expect(strikes.counts == Share(right: 0, of: 1))
    #expect(wrong.misses.map(\.name) == ["wrong killed: another"])
  }

  @Test func `the weakest classes come first, and those of few operations last`() {
    let types = sample.classes.filter { $0.aspect == .type }
    #expect(types.map(\.name) == ["ied", "air_strike", "shelling"])
    #expect(sample.weakest.allSatisfy { $0.whole.of >= Phenomena.several })
    let shares = sample.weakest.compactMap(\.whole.value)
    #expect(shares == shares.sorted())
    #expect(sample.text.contains("type: ied"))
  }

  @Test func `the JSON has the same figures`() throws {
    let json = try JSONValue(parsing: sample.json)
    let classes = try #require(json["classes"]?.array)
    #expect(classes.count == sample.classes.count)
    let many = try #require(classes.first { $0["class"]?.string == "many" })
    #expect(many["operations"]?.int == 10)
    #expect(many["found"]?.double == 0.5)
    #expect(json["miss_classes"]?[0]?["class"]?.string == "missed operation: reported ied")
  }
}
