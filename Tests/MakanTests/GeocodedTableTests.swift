import Makan
import Testing

/// Tables of phrases, with the answers behind their cells.
struct GeocodedTables {
  private static let makan = try! Makan.forPhrases()

  /// The Arabic name of a place of the gazetteer.
  private func name(_ id: String) throws -> String {
    let gazetteer = Self.makan.gazetteer
    return gazetteer.arabicName(of: try #require(gazetteer.index(ofID: id)))
  }

  private func lines(_ text: String) -> [[String]] {
    text.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func `every row keeps its cells and gains a place`() throws {
    let table = try GeocodedTable(
      Array("n,place\n1,\(try name("C4130"))\n2,\n".utf8), column: "place", context: [],
      by: Self.makan)
    let rows = lines(table.rendered(as: .csv))
    #expect(rows.count == 3)
    #expect(rows[0].prefix(3) == ["n", "place", "place_id"])
    #expect(rows[1].prefix(3) == ["1", try name("C4130"), "C4130"])
    #expect(rows[2].prefix(3) == ["2", "", ""])
    #expect(table.counts.rows == 2)
    #expect(table.counts.placed == 1)
  }

  @Test func `a context column decides between homonyms, by name or by code`() throws {
    let homonym = try name("C6017")
    let named = try GeocodedTable(
      Array("place\tadm1\n\(homonym)\t\(try name("SY12"))\n\(homonym)\tSY12\n\(homonym)\t\n".utf8),
      column: "place", context: ["adm1"], by: Self.makan)
    let ids = lines(named.rendered(as: .csv)).dropFirst().map { $0[2] }
    #expect(ids[0] == "C6017")
    #expect(ids[1] == "C6017")
    #expect(ids[2] != "C6017")
  }

  @Test func `the same table goes out as features`() throws {
    let table = try GeocodedTable(
      Array("place\n\(try name("C4130"))\n".utf8), column: "place", context: [], by: Self.makan)
    let json = try JSONValue(parsing: table.rendered(as: .geojson))
    let feature = try #require(json["features"]?[0])
    #expect(feature["geometry"]?["coordinates"]?[1]?.double == 36.30977)
    #expect(feature["properties"]?["place_id"]?.string == "C4130")
    #expect(feature["properties"]?["acled_geo_precision"]?.string == "1")
  }

  @Test func `a column that the table lacks is named with those that it has`() {
    do {
      _ = try GeocodedTable(
        Array("a,b\n1,2\n".utf8), column: "place", context: [], by: Self.makan)
      Issue.record("found the column")
    } catch {
      #expect("\(error)" == "no column is \"place\"; the table has a, b")
    }
  }
}
