import Claims
import Geocoding
import Geometry
import JSONText
import Maps
import Operations
import Reports
import Testing

struct LayersTests {
  /// Whether a property is a code of another data set, which come beside those of the contract.
  private static func isCode(_ key: String) -> Bool {
    ["acled", "ucdp", "plover", "airwars"].contains { key.hasPrefix($0) }
  }

  static func layers() throws -> Layers { try Layers(Sample.features(), on: Sample.ground) }

  static func features(_ bytes: [UInt8]) throws -> [JSONValue] {
    try #require(JSONValue(parsing: bytes)["features"]?.array)
  }

  @Test
  func `every operation is a point feature with flat properties in the order of the contract`()
    throws
  {
    let features = try Self.features(Self.layers().operationsGeoJSON)
    #expect(features.count == Sample.claims.count)
    for feature in features {
      #expect(feature["type"]?.string == "Feature")
      #expect(feature["id"]?.string?.hasPrefix("o_") == true)
      let geometry = try #require(feature["geometry"])
      #expect(geometry.isNull || geometry["type"]?.string == "Point")
      let members = try #require(feature["properties"]?.object)
      #expect(
        members.map(\.key).filter { !Self.isCode($0) } == [
          "type", "status", "title_ar", "title_en", "date", "date_start", "date_end",
          "date_precision", "time", "place_ar", "place_en", "place_id", "relation", "precision",
          "radius_m", "confidence", "adm1_pcode", "adm1_ar", "adm1_en", "adm2_pcode", "adm2_ar",
          "adm2_en", "adm3_pcode", "adm3_ar", "adm3_en", "actors", "initiators", "targets",
          "means", "killed_min", "killed_max", "wounded_min", "wounded_max", "detained_min",
          "detained_max", "freed_min", "freed_max", "report_count", "source_count", "sources",
          "quote_ar", "claims",
        ])
      for member in members where member.key != "claims" {
        #expect(member.value.array == nil && member.value.object == nil, "\(member.key) is flat")
      }
    }
  }

  @Test
  func `titles say what, where, and when in both languages`() throws {
    let titles = try Sample.features().map { [$0.titleEnglish, $0.titleArabic] }
    #expect(
      titles.contains([
        "Airborne raid in Atma 1, Idleb – 8 October 2025",
        "إنزال جوي في أطمة 1، إدلب – 8 تشرين الأول 2025",
      ]))
    #expect(
      titles.contains([
        "Shelling in Aleppo governorate – October 2025",
        "قصف في محافظة حلب – تشرين الأول 2025",
      ]))
    #expect(
      titles.contains([
        "Clash between Atma 5 and Dana, Aleppo and Idleb – 19 October (year unknown)",
        "اشتباك بين أطمة 5 والدانا، حلب وإدلب – 19 تشرين الأول (سنة غير معروفة)",
      ]))
    #expect(
      titles.contains([
        "Explosive device in Atma 6, Idleb – 9 October 2025 (denied)",
        "انفجار عبوة في أطمة 6، إدلب – 9 تشرين الأول 2025 (نُفيت)",
      ]))
    #expect(titles.contains(["Arrest in Syria", "اعتقال في سوريا"]))
  }

  @Test
  func `what is known by its governorate lies inside, and its area is the polygon`() throws {
    let shelling = try #require(try Sample.features().first { $0.type == .shelling })
    #expect(shelling.precision == .governorate)
    #expect(Sample.ground["SY02"]!.shape.contains(try #require(shelling.point)))
    #expect(try #require(shelling.area).contains(Sample.point(37.99, 36.99)))
    #expect(shelling.radius == nil)
  }

  @Test
  func `areas have the ids of their operations, are valid and right-handed`() throws {
    let layers = try Self.layers()
    let areas = try Self.features(layers.areasGeoJSON)
    #expect(areas.map { $0["id"]?.string } == layers.operations.filter { $0.area != nil }.map(\.id))
    #expect(areas.count == Sample.claims.count - 1)
    for operation in layers.operations {
      guard let area = operation.area else { continue }
      #expect(area.isValid)
      #expect(area.isRightHanded)
      #expect(area.rounded(decimals: 5) == area)
    }
  }

  @Test
  func `governorates and clusters are valid and right-handed`() throws {
    let layers = try Self.layers()
    for shape in layers.governorates.map(\.shape) + layers.clusters.map(\.hull) {
      #expect(shape.isValid)
      #expect(shape.isRightHanded)
    }
  }

  @Test
  func `an operation in two governorates counts in both, a denied one in none`() throws {
    let layers = try Self.layers()
    let aleppo = layers.governorates[0]
    let idleb = layers.governorates[1]
    #expect(aleppo.unit.code == "SY02")
    #expect(aleppo.tally.byType == [.shelling: 1, .clash: 1])
    #expect(idleb.tally.byType == [.airborneRaid: 1, .airStrike: 2, .clash: 1])
    #expect(idleb.tally.count == 4)
    #expect(idleb.tally.byStatus[.denied] == 1)
    #expect(idleb.tally.killed == CountRange(3, nil))
    #expect(idleb.tally.wounded == CountRange(0, 0))
    #expect(idleb.tally.firstDay?.iso == "2025-10-07")
    #expect(idleb.tally.lastDay?.iso == "2025-10-09")
  }

  @Test
  func `clusters hold their members and stay inside their governorate`() throws {
    let layers = try Self.layers()
    #expect(layers.clusters.map(\.id) == ["SY07-1"])
    let cluster = layers.clusters[0]
    #expect(cluster.members.map(\.type) == [.airborneRaid, .airStrike])
    for member in cluster.members { #expect(cluster.hull.contains(member.point!)) }
    let outside = try cluster.hull.subtracting(Sample.ground["SY07"]!.shape)
    #expect(outside.squareMetres < 100, "but for rounding")
  }

  @Test
  func `operations on both sides of a border are two groups`() throws {
    let claims = [
      Sample.claim(1, .ied, on: "2025-10-01", at: Sample.point(36.98, 36)),
      Sample.claim(2, .ied, on: "2025-10-02", at: Sample.point(36.98, 36)),
      Sample.claim(3, .ied, on: "2025-10-03", at: Sample.point(37.02, 36), governorates: ["SY02"]),
      Sample.claim(4, .ied, on: "2025-10-04", at: Sample.point(37.02, 36), governorates: ["SY02"]),
    ]
    let layers = try Layers(Sample.features(of: claims), on: Sample.ground)
    #expect(layers.clusters.map(\.id) == ["SY02-1", "SY07-1"])
    #expect(layers.clusters.map(\.members.count) == [2, 2])
    for cluster in layers.clusters {
      let outside = try cluster.hull.subtracting(Sample.ground[cluster.governorate.code]!.shape)
      #expect(outside.squareMetres < 100)
    }
  }

  @Test
  func `the files do not depend on the order of the claims`() throws {
    let words = try Words.bundled()
    func files(_ claims: [LocatedClaim]) throws -> [[UInt8]] {
      try Layers(Sample.features(of: claims), on: Sample.ground).folder(words: words).files
        .map(\.bytes)
    }
    let expected = try files(Sample.claims)
    #expect(try files(Sample.claims.reversed()) == expected)
  }

  @Test
  func `what is written reads back as it was`() throws {
    let features = try Sample.features()
    let read = try OperationFeature.features(
      parsing: OperationFeature.geoJSON(features), areas: OperationFeature.areasGeoJSON(features))
    #expect(read == features)
  }

  @Test(arguments: [
    ("", "JSON"), ("{}", "collection"),
    (#"{"type":"FeatureCollection","features":[{}]}"#, "feature 1"),
  ])
  func `a file of another kind is refused with a reason`(text: String, reason: String) throws {
    let error = #expect(throws: MapFileError.self) {
      try OperationFeature.features(parsing: Array(text.utf8))
    }
    #expect(error?.description.contains(reason) == true)
  }
}
