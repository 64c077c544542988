import Evaluation
import Gazetteer
import Geometry
import Testing

/// What the scorer takes from the bundled gazetteer.
struct PlaceFactsTests {
  @Test func `units and seats stand for each other`() throws {
    let facts = try PlaceFacts(Gazetteer.bundled())
    // Deir-ez-Zor: the city, its governorate, its district and its central subdistrict.
    #expect(facts.equivalents["C5086"] == ["SY09", "SY0901", "SY090100"])
    #expect(facts.equivalents["SY09"] == ["C5086"])
    #expect(facts.widened(["SY0901", "C1"]) == ["SY0901", "C1", "C5086"])
    #expect(facts.equivalents["SY"] == nil, "a country and its capital are two places")
  }

  @Test func `a code has its place's point, and a point its governorate`() throws {
    let facts = try PlaceFacts(Gazetteer.bundled())
    let atma = try #require(facts.point("C4130"))
    #expect(atma.kilometres(to: GeoPoint(longitude: 36.68985, latitude: 36.30977)) < 1)
    #expect(facts.point("none such") == nil)
    #expect(facts.governorate(atma) == "SY07")
    #expect(facts.governorate(GeoPoint(longitude: 44.4, latitude: 33.3)) == nil, "Baghdad")
  }

  @Test func `a given table replaces the gazetteer's seats`() throws {
    let facts = try PlaceFacts(Gazetteer.bundled(), equivalents: ["A": ["B"]])
    #expect(facts.equivalents == ["A": ["B"]])
    #expect(facts.widened(["A"]) == ["A", "B"])
  }
}
