import Claims
import Evaluation
import Geocoding
import JSONText
import Testing

/// The evaluation as text and as JSON.
struct RenderingTests {
  private var sample: Evaluation {
    Evaluation(
      of: [
        claim(status: .historical) { $0.claim.killed = CountRange(2, 2) },
        claim(.arrest, codes: ["C5"], date: nil),
        claim(.ied, codes: ["C3"], governorates: []),
      ],
      against: [
        GoldReport(
          id: "r1",
          operations: [
            operation { $0.killed = CountRange(3, nil) },
            operation(.ied, codes: ["C3"]), operation(.clash, codes: ["C4"], point: nil),
            operation(.clash, codes: ["C4"], point: nil),
          ])
      ], knowing: PlaceFacts())
  }

  @Test func `every miss stands in its class, the largest class first`() {
    let misses = sample.misses
    #expect(misses.categories.first?.name == "missed operation: reported clash")
    #expect(misses.categories.first?.misses.count == 2)
    #expect(misses.categories.reduce(0) { $0 + $1.misses.count } == misses.count)
    #expect(
      Set(misses.map(\.category)) == [
        "missed operation: reported clash", "false alarm: reported arrest",
        "wrong status: reported → historical", "wrong killed: another",
        "wrong governorate: none",
      ])
  }

  @Test func `the text shows gold, claim and evidence of a miss`() {
    let text = sample.text()
    #expect(text.contains("1 reports (0 negative) · 4 gold operations · 3 claims"))
    #expect(
      text.contains(
        """
        claims F1   type  status  governorate   date  killed  within 1 km   5 km  25 km  inside radius
        0.571      1.000   0.500        0.500  1.000   0.000        1.000  1.000  1.000          1.000

        """))
    #expect(text.contains("wrong killed: another (1)\n  r1  gold: 3 or more  claim: 2\n"))
    #expect(text.contains("    one two three four\n"))
    let lines = text.split(separator: "\n")
    let all = lines.first { $0.hasPrefix("all ") }
    #expect(
      all?.split(separator: " ").map(String.init) == [
        "all", "0.667", "0.500", "0.571", "2/3", "2/4",
      ])
  }

  @Test func `the misses can be kept to some fields`() {
    let text = sample.text(missesOf: [.killed])
    #expect(
      text.contains(
        """
        claims F1   type  status  governorate   date  killed  within 1 km   5 km  25 km  inside radius
        0.571      1.000   0.500        0.500  1.000   0.000        1.000  1.000  1.000          1.000

        """))
    #expect(text.contains("wrong killed: another"))
    #expect(!text.contains("missed operation"))
    #expect(sample.text(missesOf: []).contains("no misses"))
  }

  @Test func `the JSON has the same figures`() throws {
    let bytes = sample.json()
    let json = try JSONValue(parsing: bytes)
    #expect(json["detection"]?["precision"]?.double == 0.6667)
    #expect(json["detection"]?["f1"]?.double == 0.5714)
    #expect(json["matched"]?["killed"]?["exact"]?["of"]?.int == 1)
    #expect(json["matched"]?["freed"]?["exact"]?["share"]?.isNull == true)
    #expect(json["misses"]?.array?.count == sample.misses.count)
    #expect(json["miss_classes"]?[0]?["count"]?.int == 2)
    #expect(try JSONValue(parsing: sample.json(missesOf: [.type]))["misses"]?.array?.count == 0)
    #expect(bytes == sample.json(), "the same bytes for the same evaluation")
  }
}
