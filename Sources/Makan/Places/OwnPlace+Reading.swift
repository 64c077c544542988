/// A file of places that cannot be read: which line of it, and why.
public struct OwnPlaceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, or for GeoJSON the feature, counted from 1; nil when the whole file is at fault.
  public var line: Int?
  public var problem: String

  public var description: String { line.map { "\($0): \(problem)" } ?? problem }
}

extension OwnPlace {
  /// Reads places from a table (tabs, commas or semicolons between the cells) or from GeoJSON points.
  ///
  /// A table needs the columns `name` (or `name_ar`), `lat` and `lon`; it may have `name_en`,
  /// `aliases` (with `|` between them), `id`, `kind` (one of the kinds of the gazetteer; a village
  /// where it says nothing) and `radius_m`. GeoJSON has the same as properties of its features.
  public static func places(in bytes: [UInt8]) throws(OwnPlaceError) -> [OwnPlace] {
    let start = bytes.first { $0 > 0x20 && $0 < 0x80 }
    return start == UInt8(ascii: "{") ? try places(inGeoJSON: bytes) : try places(inTable: bytes)
  }

  private static func places(inTable bytes: [UInt8]) throws(OwnPlaceError) -> [OwnPlace] {
    guard let table = DelimitedText(bytes) else {
      throw OwnPlaceError(problem: "the file is empty; give a table with name, lat and lon")
    }
    let arabic = table.column("name_ar", "name")
    let english = table.column("name_en")
    guard let latitude = table.column("lat", "latitude"),
      let longitude = table.column("lon", "lng", "longitude"), arabic != nil || english != nil
    else {
      throw OwnPlaceError(
        line: 1,
        problem: "the header \"\(table.header.joined(separator: ", "))\" lacks name, lat or lon")
    }
    let columns = (
      aliases: table.column("aliases"), id: table.column("id"), kind: table.column("kind"),
      radius: table.column("radius_m", "radius")
    )
    var places: [OwnPlace] = []
    for row in table.rows {
      func cell(_ column: Int?) -> String {
        column.flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? ""
      }
      let fields = Fields(
        arabic: cell(arabic), english: cell(english), aliases: cell(columns.aliases),
        id: cell(columns.id), kind: cell(columns.kind), radius: cell(columns.radius),
        latitude: cell(latitude), longitude: cell(longitude))
      places.append(try fields.place(line: row.line, number: places.count + 1))
    }
    return places
  }

  private static func places(inGeoJSON bytes: [UInt8]) throws(OwnPlaceError) -> [OwnPlace] {
    let json: JSONValue
    do { json = try JSONValue(parsing: bytes) } catch {
      throw OwnPlaceError(problem: "\(error)")
    }
    guard let features = json["features"]?.array else {
      throw OwnPlaceError(problem: "no FeatureCollection; give points with the property name")
    }
    var places: [OwnPlace] = []
    for (number, feature) in features.enumerated() {
      func text(_ keys: String...) -> String {
        for key in keys {
          guard let value = feature["properties"]?[key] else { continue }
          if let text = value.string { return text }
          if let number = value.double { return "\(number)" }
        }
        return ""
      }
      let geometry = feature["geometry"]
      guard geometry?["type"]?.string == "Point",
        let longitude = geometry?["coordinates"]?[0]?.double,
        let latitude = geometry?["coordinates"]?[1]?.double
      else {
        throw OwnPlaceError(
          line: number + 1, problem: "the feature is no point; give one position for each place")
      }
      let fields = Fields(
        arabic: text("name_ar", "name"), english: text("name_en"), aliases: text("aliases"),
        id: feature["id"]?.string ?? text("id"), kind: text("kind"),
        radius: text("radius_m", "radius"), latitude: "\(latitude)", longitude: "\(longitude)")
      places.append(try fields.place(line: number + 1, number: number + 1))
    }
    return places
  }

  /// A place as a file spells it.
  private struct Fields {
    var arabic, english, aliases, id, kind, radius, latitude, longitude: String

    func place(line: Int, number: Int) throws(OwnPlaceError) -> OwnPlace {
      func fail(_ problem: String) -> OwnPlaceError { OwnPlaceError(line: line, problem: problem) }
      let names = ([arabic, english] + aliases.split(separator: "|").map(String.init))
        .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        .filter { !$0.isEmpty }
      guard !names.isEmpty else { throw fail("the place has no name") }
      guard let latitude = Double(self.latitude), abs(latitude) <= 90 else {
        throw fail("\"\(self.latitude)\" is no latitude; write degrees as in 36.30977")
      }
      guard let longitude = Double(self.longitude), abs(longitude) <= 180 else {
        throw fail("\"\(self.longitude)\" is no longitude; write degrees as in 36.68985")
      }
      var kind = PlaceKind.village
      if !self.kind.isEmpty {
        let kinds = PlaceKind.allCases.filter {
          $0.isPopulated || $0 == .neighbourhood || $0 == .site
        }
        guard let named = kinds.first(where: { $0.name == self.kind }) else {
          let known = kinds.map(\.name).joined(separator: ", ")
          throw fail("\"\(self.kind)\" is no kind of place; write one of \(known)")
        }
        kind = named
      }
      var metres = kind == .city ? 3000.0 : kind == .town ? 1500 : 800
      if !radius.isEmpty {
        guard let given = Double(radius), given > 0, given < 1e6 else {
          throw fail("\"\(radius)\" is no radius; write metres as in 1500")
        }
        metres = given
      }
      let id = self.id.isEmpty ? OwnPlace.number(number) : self.id
      guard id.utf8.allSatisfy({ $0.isLetterDigitOrHyphen }) else {
        throw fail("the id \"\(id)\" holds more than letters, digits and hyphens")
      }
      return OwnPlace(
        id: id, kind: kind, names: names, point: GeoPoint(longitude: longitude, latitude: latitude),
        radius: metres)
    }
  }

  /// A number with zeros before it, so that ids come in the order of the file.
  private static func number(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }
}

extension UInt8 {
  fileprivate var isLetterDigitOrHyphen: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}
