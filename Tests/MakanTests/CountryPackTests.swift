import Foundation
import Makan
import Testing

/// A gazetteer of another country, made of a small file of our own in GeoNames' layout.
struct CountryPacks {
  /// One line of a country file.
  private static func line(
    _ id: Int, _ name: String, _ others: String, _ latitude: Double, _ longitude: Double,
    _ code: String, _ units: [String] = ["", ""], population: Int = 0
  ) -> String {
    let sort =
      code.hasPrefix("ADM") || code.hasPrefix("PCL") ? "A" : code.hasPrefix("PPL") ? "P" : "S"
    return [
      "\(id)", name, name, others, "\(latitude)", "\(longitude)", sort, code, "YE", "", units[0],
      units[1], "", "", "\(population)", "", "", "Asia/Aden", "2024-01-01",
    ].joined(separator: "\t")
  }

  /// The invented names are letters that Arabic folds to themselves, so that no word stands here.
  private static func arabic(_ letters: UInt32...) -> String {
    var text = ""
    for letter in letters { text.unicodeScalars.append(Unicode.Scalar(letter)!) }
    return text
  }

  private static let east = arabic(0x632, 0x628, 0x632, 0x628)
  private static let west = arabic(0x641, 0x642, 0x641, 0x642)
  private static let town = arabic(0x643, 0x644, 0x643, 0x644, 0x645)
  private static let homonym = arabic(0x62C, 0x62D, 0x62C, 0x62D, 0x62F)

  private static var file: [UInt8] {
    Array(
      [
        line(1, "Land", "", 15, 45, "PCLI"),
        line(2, "East", east, 15, 48, "ADM1", ["02", ""]),
        line(3, "West", west, 15, 44, "ADM1", ["01", ""]),
        line(4, "Middle", "", 15.5, 44.5, "ADM2", ["01", "0101"]),
        line(5, "Town", town, 15.4, 44.2, "PPLA", ["01", ""], population: 200_000),
        line(6, "Twin", homonym, 15.2, 44.4, "PPL", ["01", "0101"]),
        line(7, "Twin", homonym, 15.2, 48.4, "PPL", ["02", ""]),
        line(8, "Field", "", 15.3, 48.2, "AIRB", ["02", ""]),
        line(9, "Old", "", 15.3, 48.2, "PPLQ", ["02", ""]),
      ].joined(separator: "\n").utf8)
  }

  private static let outlines = Array(
    """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"shapeName":"West"},"geometry":{"type":"Polygon",
    "coordinates":[[[43,14],[46,14],[46,17],[43,17],[43,14]]]}},
    {"type":"Feature","properties":{"shapeName":"?"},"geometry":{"type":"Polygon",
    "coordinates":[[[46,14],[50,14],[50,17],[46,17],[46,14]]]}}]}
    """.utf8)

  private func folder() -> String {
    FileManager.default.temporaryDirectory.path + "/makan-pack-\(UUID().uuidString)"
  }

  @Test func `a pack is read as any gazetteer, and its phrases are geocoded`() throws {
    let folder = folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let pack = try CountryPack(places: Self.file, governorates: Self.outlines)
    #expect(pack.country == "YE")
    #expect(pack.outlineCount == 2)
    try pack.write(to: folder)
    let gazetteer = try Gazetteer(folder: folder)
    #expect(gazetteer.country.map { gazetteer.id(of: $0) } == "YE")
    let west = try #require(gazetteer.index(ofID: "YE01"))
    #expect(gazetteer.englishName(of: west) == "West")
    #expect(gazetteer.seat(of: west).map { gazetteer.id(of: $0) } == "G5")
    #expect(
      try gazetteer.boundary(of: west)?.contains(GeoPoint(longitude: 44, latitude: 15)) == true)
    #expect(gazetteer.index(ofID: "G9") == nil)

    let makan = try Makan(gazetteer: gazetteer)
    for (area, id, unit) in [(Self.east, "G7", "YE02"), (Self.west, "G6", "YE01")] {
      let location = try #require(makan.location(of: Self.homonym, within: [area]))
      #expect(location.places.map(\.id) == [id], "\(location.reasons)")
      #expect(location.governorate == unit)
    }
  }

  @Test func `without outlines units are known by their codes`() throws {
    let folder = folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try CountryPack(places: Self.file).write(to: folder)
    let gazetteer = try Gazetteer(folder: folder)
    let twin = try #require(gazetteer.index(ofID: "G6"))
    let row = gazetteer.places[Int(twin)]
    #expect(gazetteer.id(of: row.governorate) == "YE01")
    #expect(gazetteer.id(of: row.district) == "YE0101")
    #expect(try gazetteer.units(containing: GeoPoint(longitude: 44, latitude: 15)) == nil)
  }

  @Test func `an error names the line`() {
    let broken = Array((String(decoding: Self.file, as: UTF8.self) + "\n10\tShort").utf8)
    do {
      _ = try CountryPack(places: broken)
      Issue.record("read a broken line")
    } catch {
      #expect(error.line == 10)
      #expect("\(error)".contains("2 cells"))
    }
  }

  @Test func `an outline of no unit is an error`() {
    let stray = Array(
      """
      {"features":[{"properties":{},"geometry":{"type":"Polygon",
      "coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}
      """.utf8)
    #expect(throws: CountryFileError.self) {
      try CountryPack(places: Self.file, governorates: stray)
    }
  }
}
