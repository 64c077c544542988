import ArabicText
import Foundation

/// A gazetteer of another country: the tables that makan reads, made of a GeoNames country file and,
/// if there are any, the outlines of its units.
public struct CountryPack: Sendable {
  /// A place on its way into the tables.
  private struct Entry {
    var id: String
    var kind: PlaceKind
    var siteKind = ""
    var arabic: String
    var latin: String
    var point: GeoPoint
    var radius = 800
    var importance = 15
    var unit = ""
    var centre = ""
    var others: [(kind: String, name: String)] = []
  }

  private var entries: [Entry] = []
  private var outlines: [(level: PlaceKind, id: String, shape: Shape)] = []
  /// The country's code, two capital letters.
  public private(set) var country = ""

  /// How many places there are of each kind that occurs, in the order of kinds.
  public var counts: [(kind: PlaceKind, count: Int)] {
    PlaceKind.allCases.map { kind in (kind, entries.count { $0.kind == kind }) }
      .filter { $0.1 > 0 }
  }

  /// How many units have an outline.
  public var outlineCount: Int { outlines.count }

  /// Makes a pack.
  ///
  /// - Parameters:
  ///   - places: The bytes of a GeoNames country file (`IQ.txt`, `YE.txt`).
  ///   - governorates: GeoJSON polygons of the units of the first level; nil for none.
  ///   - districts: GeoJSON polygons of the units of the second level; nil for none.
  ///   - unitWords: The Arabic words that sources put before a unit's name, folded.
  public init(
    places: [UInt8], governorates: [UInt8]? = nil, districts: [UInt8]? = nil,
    unitWords: [[Letter]] = []
  ) throws(CountryFileError) {
    let file = try CountryFile(places)
    country = file.rows[0].country.uppercased()
    guard country.utf8.count == 2, country.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      throw CountryFileError(line: 1, problem: "\"\(country)\" is no code of a country")
    }
    let codes = addUnits(file, unitWords)
    try addOutlines(governorates, of: .governorate)
    try addOutlines(districts, of: .district)
    addPlaces(file, codes)
    addExtents()
    entries.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  // MARK: Units

  /// Adds the country and its units, numbered in the order of their codes; gives the code of ours for
  /// each of theirs.
  private mutating func addUnits(_ file: CountryFile, _ words: [[Letter]]) -> [String: String] {
    var codes: [String: String] = [:]
    let nation = file.rows.first { $0.code == "PCLI" || $0.code == "PCL" }
    var entry = Entry(
      id: country, kind: .country, arabic: nation?.arabicNames.first ?? "",
      latin: nation?.name ?? country, point: nation?.point ?? file.rows[0].point)
    entry.importance = 100
    entries.append(entry)
    let first = file.rows.filter { $0.code == "ADM1" && !$0.units[0].isEmpty }
      .sorted { $0.units[0] < $1.units[0] }
    for (number, row) in first.prefix(99).enumerated() {
      let code = country + twoDigits(number + 1)
      codes[row.units[0]] = code
      entries.append(unit(row, code, .governorate, in: country, words))
      let second = file.rows.filter {
        $0.code == "ADM2" && $0.units[0] == row.units[0] && !$0.units[1].isEmpty
      }.sorted { $0.units[1] < $1.units[1] }
      for (number, row) in second.prefix(99).enumerated() {
        let own = code + twoDigits(number + 1)
        codes[row.units[0] + "." + row.units[1]] = own
        entries.append(unit(row, own, .district, in: code, words))
      }
    }
    return codes
  }

  private func unit(
    _ row: CountryFile.Row, _ code: String, _ kind: PlaceKind, in parent: String,
    _ words: [[Letter]]
  ) -> Entry {
    let arabic = row.arabicNames.map { withoutUnitWord($0, words) }
    var entry = Entry(
      id: code, kind: kind, arabic: arabic.first ?? "", latin: row.name, point: row.point)
    entry.importance = kind == .governorate ? 70 : 50
    entry.unit = parent
    entry.others = further(arabic, row.latinNames)
    return entry
  }

  /// "محافظة الأنبار" is called الأنبار.
  private func withoutUnitWord(_ name: String, _ words: [[Letter]]) -> String {
    let parts = name.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, words.contains(Folding.folded(parts[0])) else { return name }
    return String(parts[1])
  }

  private func further(_ arabic: [String], _ latin: [String]) -> [(kind: String, name: String)] {
    arabic.dropFirst().map { ("variant", $0) } + latin.dropFirst().map { ("latin", $0) }
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  // MARK: Outlines

  /// Reads polygons, and gives each to the unit that it names or whose point it holds.
  private mutating func addOutlines(_ bytes: [UInt8]?, of level: PlaceKind) throws(CountryFileError)
  {
    guard let bytes else { return }
    let json: JSONValue
    do { json = try JSONValue(parsing: bytes) } catch {
      throw CountryFileError(problem: "outlines: \(error)")
    }
    guard let features = json["features"]?.array else {
      throw CountryFileError(problem: "outlines: no FeatureCollection")
    }
    for (number, feature) in features.enumerated() {
      guard let shape = Shape(geoJSON: feature["geometry"]), !shape.isEmpty else {
        throw CountryFileError(
          problem: "outlines: feature \(number + 1) is no polygon")
      }
      let names = Set(
        (feature["properties"]?.object ?? []).compactMap(\.value.string).map { Folding.folded($0) })
      let units = entries.filter { $0.kind == level }
      func isNamed(_ entry: Entry) -> Bool {
        ([entry.id, entry.arabic, entry.latin] + entry.others.map(\.name)).contains {
          !$0.isEmpty && names.contains(Folding.folded($0))
        }
      }
      guard
        let unit = units.first(where: isNamed) ?? units.first(where: { shape.contains($0.point) })
      else {
        throw CountryFileError(
          problem: "outlines: feature \(number + 1) is the outline of no unit of the country file")
      }
      guard !outlines.contains(where: { $0.id == unit.id }) else {
        throw CountryFileError(
          problem: "outlines: feature \(number + 1) is a second outline of \(unit.latin)")
      }
      outlines.append((level, unit.id, shape.rounded(decimals: 5).rightHanded()))
    }
  }

  // MARK: Places

  private mutating func addPlaces(_ file: CountryFile, _ codes: [String: String]) {
    var seats: [String: (rank: Int, id: String)] = [:]
    for row in file.rows {
      guard var entry = place(of: row) else { continue }
      let district = codes[row.units[0] + "." + row.units[1]]
      let governorate = codes[row.units[0]]
      entry.unit = outlineUnit(of: row.point) ?? district ?? governorate ?? country
      if entry.kind.isPopulated {
        for (unit, rank) in [(governorate, row.rank(seatOf: 1)), (district, row.rank(seatOf: 2))] {
          guard let unit, rank > 0, rank > seats[unit]?.rank ?? 0 else { continue }
          seats[unit] = (rank, entry.id)
        }
        if row.code == "PPLC" { seats[country] = (9, entry.id) }
      }
      entries.append(entry)
    }
    for i in entries.indices where entries[i].kind.isUnit {
      entries[i].centre = seats[entries[i].id]?.id ?? ""
    }
  }

  /// The finest unit whose outline holds a point.
  private func outlineUnit(of point: GeoPoint) -> String? {
    for level in [PlaceKind.district, .governorate] {
      if let found = outlines.first(where: { $0.level == level && $0.shape.contains(point) }) {
        return found.id
      }
    }
    return nil
  }

  private func place(of row: CountryFile.Row) -> Entry? {
    guard let sort = row.sort else { return nil }
    let arabic = row.arabicNames
    var entry = Entry(
      id: "G" + row.id, kind: sort.kind, siteKind: sort.siteKind, arabic: arabic.first ?? "",
      latin: row.name, point: row.point)
    entry.importance = sort.importance
    entry.radius = sort.radius
    entry.others = further(arabic, row.latinNames)
    return entry
  }

  /// Gives units the extent of their outlines, or of the places in them.
  private mutating func addExtents() {
    for i in entries.indices where entries[i].kind.isUnit {
      let unit = entries[i]
      let own = outlines.first { $0.id == unit.id }?.shape
      var farthest = 0.0
      if let box = own?.boundingBox {
        farthest =
          unit.point.distance(to: GeoPoint(longitude: box.west, latitude: box.south)).metres
      } else {
        for other in entries where !other.kind.isUnit && other.unit.hasPrefix(unit.id) {
          farthest = max(farthest, unit.point.distance(to: other.point).metres)
        }
      }
      entries[i].radius = max(5000, Int(farthest))
    }
  }
}

extension CountryPack {
  /// Writes the pack's tables into a folder, which is made where there is none.
  ///
  /// - Throws: What the file system says.
  public func write(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    func table(_ header: [String], _ rows: [[String]]) -> String {
      ([header] + rows).map {
        $0.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
          .joined(separator: "\t") + "\n"
      }.joined()
    }
    try write(
      "places.tsv",
      table(
        [
          "id", "kind", "site_kind", "name_ar", "name_en", "lat", "lon", "radius_m", "importance",
          "unit", "centre", "source", "confidence", "note",
        ],
        entries.map { entry in
          [
            entry.id, entry.kind.name, entry.siteKind, entry.arabic, entry.latin,
            entry.point.latitude.text(decimals: 5), entry.point.longitude.text(decimals: 5),
            "\(entry.radius)", "\(entry.importance)", entry.unit, entry.centre, "geonames", "0.8",
            "",
          ]
        }))
    try write(
      "names.tsv",
      table(
        ["place", "kind", "name", "source", "confidence"],
        entries.flatMap { entry in
          entry.others.map { [entry.id, $0.kind, $0.name, "geonames", "0.7"] }
        }))
    try write("regions.tsv", table(["region", "members"], []))
    try write("lines.tsv", table(["line", "waypoints"], []))
    try write(
      "exceptions.tsv", table(["place", "unit", "unit_at_point", "metres_outside"], []))
    try write(
      "sources.tsv",
      table(
        ["source", "title", "licence", "date", "note"],
        [["geonames", "GeoNames", "CC BY 4.0", "", ""]]))
    for (file, level) in [
      ("country", PlaceKind.country), ("governorates", .governorate), ("districts", .district),
      ("subdistricts", .subdistrict),
    ] {
      try write(file + ".geojson", geoJSON(of: level))
    }
  }

  /// The outlines of a level, one feature a line; the country's is the union of the governorates'.
  private func geoJSON(of level: PlaceKind) throws -> String {
    var features = outlines.filter { $0.level == level }
    if level == .country {
      let parts = outlines.filter { $0.level == .governorate }.map(\.shape)
      if !parts.isEmpty {
        features = [
          (.country, country, try Shape.union(of: parts).rounded(decimals: 5).rightHanded())
        ]
      }
    }
    features.sort { $0.id < $1.id }
    let lines = features.map { feature in
      var json = JSONWriter()
      json.object { json in
        json.member("type", "Feature")
        json.member("id", feature.id)
        json.object("properties") { $0.member("pcode", feature.id) }
        json.key("geometry")
        feature.shape.write(to: &json)
      }
      return json.string
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[\n" + lines.joined(separator: ",\n")
      + "\n]}\n"
  }
}

extension CountryFile.Row {
  /// What a feature is in the gazetteer; nil for what reports do not name.
  fileprivate var sort: (kind: PlaceKind, siteKind: String, importance: Int, radius: Int)? {
    switch code {
    case "PPLC": return (.city, "", 100, 8000)
    case "PPLA": return (.city, "", 90, 5000)
    case "PPLA2": return (.city, "", 70, 3000)
    case "PPLA3", "PPLA4": return (.town, "", 50, 1500)
    case "PPLX": return (.neighbourhood, "", 20, 1200)
    case "PPLQ", "PPLH", "PPLW": return nil
    case "AIRB": return (.site, "airbase", 40, 2500)
    case "AIRP", "AIRF": return (.site, "airport", 40, 2500)
    case "DAM": return (.site, "dam", 40, 1500)
    case "INSM": return (.site, "military_base", 30, 2000)
    case "PRN": return (.site, "prison", 30, 1000)
    case "OILF": return (.site, "oil_field", 30, 5000)
    case "GASF": return (.site, "gas_field", 30, 5000)
    case "BDG": return (.site, "bridge", 20, 800)
    case "PRT": return (.site, "port", 40, 2000)
    case "CMPRF": return (.site, "camp", 30, 1500)
    case "HLL": return (.site, "hill", 15, 2000)
    case "MT": return (.site, "mountain", 20, 4000)
    default: break
    }
    guard featureClass == "P" else { return nil }
    return switch population {
    case 50_000...: (.city, "", 60, 3000)
    case 10_000...: (.town, "", 45, 1500)
    case 1000...: (.village, "", 20, 1000)
    default: (.village, "", 12, 1000)
    }
  }

  /// How likely a settlement is the seat of its unit of a level: 0 for not.
  fileprivate func rank(seatOf level: Int) -> Int {
    switch code {
    case "PPLC": 3
    case "PPLA": level == 1 ? 2 : 2
    case "PPLA2": level == 2 ? 1 : 0
    default: 0
    }
  }
}

extension Shape {
  /// Reads a GeoJSON polygon or multipolygon; nil for anything else.
  fileprivate init?(geoJSON: JSONValue?) {
    func ring(_ value: JSONValue) -> [GeoPoint] {
      (value.array ?? []).compactMap { position in
        guard let longitude = position[0]?.double, let latitude = position[1]?.double else {
          return nil
        }
        return GeoPoint(longitude: longitude, latitude: latitude)
      }
    }
    func polygon(_ value: JSONValue) -> Polygon {
      Polygon(rings: (value.array ?? []).map(ring))
    }
    guard let coordinates = geoJSON?["coordinates"] else { return nil }
    switch geoJSON?["type"]?.string {
    case "Polygon": self = .polygon(polygon(coordinates))
    case "MultiPolygon": self = .multiPolygon((coordinates.array ?? []).map(polygon))
    default: return nil
    }
  }
}

extension Gazetteer {
  /// The words that sources put before a unit's name, folded, as the gazetteer's own table has them.
  public static func unitWords() throws -> [[Letter]] {
    let text = try String(
      contentsOfFile: Gazetteer.bundled().folder + "/qualifiers.tsv", encoding: .utf8)
    return text.split(separator: "\n").flatMap { line -> [[Letter]] in
      let cells = line.split(separator: "\t")
      guard cells.count >= 2, cells[0] == "leading" else { return [] }
      return cells[1].split(separator: "|").map { Folding.folded($0) }
    }
  }
}
