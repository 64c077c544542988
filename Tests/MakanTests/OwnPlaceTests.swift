import Makan
import Testing

/// A user's own places, from the forms that they come in.
struct OwnPlaces {
  @Test func `a table with tabs gives its places in order`() throws {
    let places = try OwnPlace.places(
      in: Array("name\tlat\tlon\tkind\taliases\nA\t36.1\t37.2\ttown\tB | C\n\nD\t35\t38\t\t\n".utf8)
    )
    #expect(places.map(\.names) == [["A", "B", "C"], ["D"]])
    #expect(places.map(\.kind) == [.town, .village])
    #expect(places[0].point == GeoPoint(longitude: 37.2, latitude: 36.1))
    #expect(places[0].radius == 1500)
  }

  @Test func `quoted cells of a table with commas may hold commas and quotes`() throws {
    let places = try OwnPlace.places(
      in: Array("id,name,lat,lon\r\nx-1,\"A, \"\"the\"\" B\",36,37\r\n".utf8))
    #expect(places.map(\.names) == [["A, \"the\" B"]])
    #expect(places.map(\.id) == ["x-1"])
  }

  @Test func `GeoJSON points give places`() throws {
    let places = try OwnPlace.places(
      in: Array(
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A",
        "radius_m":300},"geometry":{"type":"Point","coordinates":[37.5,36.5]}}]}
        """.utf8))
    #expect(places.map(\.point) == [GeoPoint(longitude: 37.5, latitude: 36.5)])
    #expect(places[0].radius == 300)
  }

  @Test(
    arguments: [
      ("name,lat,lon\nA,36,37\nB,99,37\n", "3: \"99\" is no latitude"),
      ("name,lat,lon\nA,36,x\n", "2: \"x\" is no longitude"),
      ("name,lat,lon\n,36,37\n", "2: the place has no name"),
      ("name,lat,lon,kind\nA,36,37,planet\n", "2: \"planet\" is no kind of place"),
      ("name,x\nA,1\n", "1: the header \"name, x\" lacks"),
      ("{\"features\":[{\"geometry\":null}]}", "1: the feature is no point"),
    ])
  func `an error names the line`(text: String, beginning: String) {
    do {
      _ = try OwnPlace.places(in: Array(text.utf8))
      Issue.record("read \(text)")
    } catch {
      #expect("\(error)".hasPrefix(beginning), "\(error)")
    }
  }

  @Test func `a place of one's own wins over the gazetteer's of the name`() throws {
    let bundled = try Gazetteer.bundled()
    let known = try #require(bundled.index(ofID: "C4130"))
    let own = OwnPlace(
      id: "1", kind: .village, names: [bundled.arabicName(of: known)],
      point: GeoPoint(longitude: 40, latitude: 35), radius: 500)
    let makan = try Makan(gazetteer: .bundled(adding: [own]))
    let location = try #require(makan.location(of: bundled.arabicName(of: known)))
    #expect(location.places.map(\.id) == ["X-1"])
    #expect(location.governorate == "SY09")
    #expect(makan.gazetteer.index(ofID: "C4130") == known)
  }

  @Test func `two places of one id are an error`() {
    let place = OwnPlace(
      id: "1", kind: .village, names: ["A"], point: GeoPoint(longitude: 40, latitude: 35),
      radius: 500)
    #expect(throws: GazetteerError.self) { try Gazetteer.bundled(adding: [place, place]) }
  }
}
