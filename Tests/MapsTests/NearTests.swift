import Claims
import Geometry
import JSONText
import Maps
import Testing

struct NearTests {
  /// Some 17 km south-south-west of the raid at Atma.
  static let centre = Sample.point(36.6, 36.17)

  static func near(_ kilometres: Double, certainOnly: Bool = false) throws -> [NearbyOperation] {
    try Sample.features().near(
      centre, radius: .kilometres(kilometres), certainOnly: certainOnly)
  }

  @Test
  func `an operation is certain when its whole area is within, possible when a part is`() throws {
    let raid = try #require(try Sample.features().first { $0.type == .airborneRaid })
    let distance = Self.centre.distance(to: raid.point!).kilometres
    func within(_ radius: Double) throws -> NearbyOperation.Within? {
      try Self.near(radius).first { $0.operation.id == raid.id }?.within
    }
    #expect(try within(distance + 2.01) == .certain)
    #expect(try within(distance + 1.9) == .possible)
    #expect(try within(distance - 1.9) == .possible)
    #expect(try within(distance - 2.01) == nil)
    #expect(try Self.near(distance, certainOnly: true).allSatisfy { $0.within == .certain })
  }

  @Test
  func `a corridor that is touched in part is possible, though its middle is far`() throws {
    var road = try #require(try Sample.features().first { $0.type == .clash })
    road.area = try Shape.corridor(
      from: Sample.point(36.7, 36.2), to: Sample.point(37.3, 36.2), halfWidth: .kilometres(2))
    let found = [road].near(Self.centre, radius: .kilometres(15))
    #expect(found.map(\.within) == [.possible])
    #expect(try #require(found[0].distance).kilometres > 30)
    #expect([road].near(Self.centre, radius: .kilometres(5)).isEmpty)
    #expect([road].near(Self.centre, radius: .kilometres(70)).map(\.within) == [.certain])
  }

  @Test
  func `a governorate that is touched is possible`() throws {
    let found = try Self.near(60).filter { $0.operation.type == .shelling }
    #expect(found.map(\.within) == [.possible])
  }

  @Test
  func `without areas a point's own radius decides`() throws {
    let features = try Sample.features()
    let bare = try OperationFeature.features(parsing: OperationFeature.geoJSON(features))
    let raid = try #require(bare.first { $0.type == .airborneRaid })
    #expect(raid.area == nil)
    let distance = Self.centre.distance(to: raid.point!)
    #expect([raid].near(Self.centre, radius: distance).map(\.within) == [.possible])
    #expect([raid].near(Self.centre, radius: distance + .metres(2001)).map(\.within) == [.certain])
  }

  @Test
  func `answers stand in the order of their distance`() throws {
    let distances = try Self.near(200).map { $0.distance?.metres ?? .infinity }
    #expect(distances.count == 6)
    #expect(distances == distances.sorted())
  }

  @Test
  func `every form tells the same operations`() throws {
    let words = try Words.bundled()
    let answer = NearAnswer(
      centre: Self.centre, radius: .kilometres(25), name: "سرمدا", operations: try Self.near(25))
    let json = try JSONValue(parsing: answer.rendered(as: .json, words: words, language: .english))
    let geoJSON = try JSONValue(
      parsing: answer.rendered(as: .geojson, words: words, language: .english))
    let ids = answer.operations.map(\.operation.id)
    #expect(json["operations"]?.array?.map { $0["id"]?.string } == ids)
    #expect(geoJSON["features"]?.array?.map { $0["id"]?.string } == ids)
    #expect(geoJSON["features"]?[0]?["properties"]?["within"]?.string == "certain")
    #expect(geoJSON["features"]?[0]?["properties"]?["distance_m"]?.int != nil)
    let csv = answer.rendered(as: .csv, words: words, language: .english)
    #expect(csv.hasPrefix("distance_m,within,id,longitude,latitude,type,"))
    #expect(
      answer.rendered(as: .text, words: words, language: .english) == """
        Operations within 25 km of سرمدا

        Distance  Within   Date        Kind                       Place   Governorate  Killed
        17 km     certain  2025-10-08  Airborne raid              Atma 1  Idleb        1–3
        18 km     certain  2025-10-09  Explosive device (denied)  Atma 6  Idleb
        18 km     certain  2025-10-09  Air strike                 Atma 2  Idleb        at least 2

        """)
  }
}
