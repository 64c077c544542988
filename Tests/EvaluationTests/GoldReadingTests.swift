import Claims
import Evaluation
import Geocoding
import Geometry
import Testing

/// JSON lines of gold, good and bad.
struct GoldReadingTests {
  private func lines(_ text: String) throws -> [GoldReport] {
    try GoldReport.reports(inLines: Array(text.utf8))
  }

  @Test func `a full line is read in full`() throws {
    let reports = try lines(
      #"""
      {"id":"r1","operations":[{"status":"historical","type":"ground_raid","place_text":"A | B",
      """#.replacing("\n", with: "")
        + #"""
        "relation":"between","direction":"NE","distance_km":15,"pcodes":["C1","C2"],"lat":36.5,"lon":37,"governorate":"SY02","governorates":["SY02"],"precision":"town","date":"XXXX-10-19","date_text":null,"actors":[{"name":"N","role":"partner"}],"killed":[3,null],"wounded":[0,0],"detained":null,"freed":[1,2],"evidence":["e","f"],"type_alt":["arrest"],"status_alt":["reported"],"pcodes_alt":["C3"],"ambiguous":true,"note":"n"}],"not_event_places":[{"text":"H","reason":"origin"}],"tags":["multi"],"traps":"t"}

        {"id":"r2","operations":[],"not_event_places":[]}
        """#)
    #expect(reports.map(\.id) == ["r1", "r2"])
    #expect(reports[1].isNegative)
    #expect(reports[0].notEventPlaces == [NotEventPlace(text: "H", reason: "origin")])
    #expect(reports[0].tags == ["multi"])
    let operation = try #require(reports[0].operations.first)
    #expect(operation.status == .historical && operation.otherStatuses == [.reported])
    #expect(operation.type == .groundRaid && operation.otherTypes == [.arrest])
    #expect(operation.placeText == "A | B" && operation.relation == .between)
    #expect(operation.direction == .northEast && operation.distanceKm == 15)
    #expect(operation.codes == ["C1", "C2"] && operation.otherCodes == ["C3"])
    #expect(operation.point == GeoPoint(longitude: 37, latitude: 36.5))
    #expect(operation.governorates == ["SY02"] && operation.precision == .town)
    #expect(operation.date == "XXXX-10-19")
    #expect(operation.actors == [GoldActor(name: "N", role: .partner)])
    #expect(operation.killed == CountRange(3, nil) && operation.wounded == CountRange(0, 0))
    #expect(operation.detained == nil && operation.freed == CountRange(1, 2))
    #expect(operation.evidence == ["e", "f"] && operation.isAmbiguous)
    #expect(!operation.hasSeveralPlaces)
  }

  static let sound =
    #"{"id":"r","operations":[{"status":"reported","type":"ied","place_text":"A","relation":"in","precision":"town"}]}"#

  @Test(arguments: [
    ("reported", "claimed", "\"status\" is \"claimed\"; one of reported, historical"),
    ("ied", "bomb", "\"type\" is \"bomb\"; one of airborne_raid"),
    (#""in""#, "3", "\"relation\" is 3; a string or null is needed"),
    (#""precision":"town""#, #""x":1"#, "\"precision\" is missing; one of site"),
    (#""town""#, #""town","date":"soon""#, "date \"soon\" is no date"),
    (#""town""#, #""town","killed":[3,1]"#, "\"killed\" is [3,1]; [min, max]"),
    (#""town""#, #""town","actors":[{"name":"N","role":"boss"}]"#, "\"role\" is \"boss\""),
    (#""town""#, #""town","pcodes":["C1",2]"#, "\"pcodes\" is [\"C1\",2]"),
    ("{", "[", "byte"),
    (#""id":"r""#, #""id":7"#, "\"id\" is 7; a string"),
  ])
  func `a bad line is named and its value quoted`(
    sound: String, bad: String, problem: String
  ) throws {
    let text = "\n" + Self.sound.replacing(sound, with: bad, maxReplacements: 1)
    let error = try #require(throws: GoldError.self) { try lines(text) }
    #expect(error.line == 2)
    #expect(error.description.contains(problem), "\(error)")
  }

  @Test func `a report has one line`() throws {
    let error = try #require(throws: GoldError.self) {
      try lines(Self.sound + "\n" + Self.sound)
    }
    #expect(
      error.description
        == "gold line 2 (report \"r\"): the id stands already on line 1; give each report one line")
  }

  @Test func `a table of seats holds in both directions`() {
    let table = """
      unit_pcode\tlevel\tunit_name\tseat_pcode\tseat_name
      SY0100\tdistrict\tA\tC1\tA\r
      SY01\tgovernorate\tA\tC1\tA
      SY02\tgovernorate\tB
      """
    let equivalents = PlaceFacts.equivalents(inTable: Array(table.utf8))
    #expect(equivalents == ["SY0100": ["C1"], "SY01": ["C1"], "C1": ["SY0100", "SY01"]])
  }
}
