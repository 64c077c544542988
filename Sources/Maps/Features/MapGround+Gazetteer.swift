import Foundation
import Gazetteer
import Geometry
import JSONText

extension MapGround {
  /// Takes the ground from the gazetteer: all units with their polygons, settlements, sites and
  /// roads, and the rivers, lakes, and neighbours of its base map, if it has one.
  ///
  /// - Throws: What the gazetteer says of a table that cannot be read.
  public init(_ gazetteer: Gazetteer) throws {
    var territories: [PlaceKind: [Territory]] = [:]
    for index in gazetteer.places.indices {
      let kind = gazetteer.places[index].kind
      guard [.governorate, .district, .subdistrict].contains(kind),
        let shape = try gazetteer.boundary(of: Int32(index))
      else { continue }
      let unit = AdminUnit(
        code: gazetteer.id(of: Int32(index)), nameArabic: gazetteer.arabicName(of: Int32(index)),
        nameEnglish: gazetteer.englishName(of: Int32(index)))
      territories[kind, default: []].append(Territory(unit: unit, shape: shape))
    }
    let baseMap = BaseMap(file: gazetteer.folder + "/basemap.geojson")
    self.init(
      governorates: territories[.governorate] ?? [],
      smallerUnits: (territories[.district] ?? []) + (territories[.subdistrict] ?? []),
      rivers: baseMap.rivers, roads: try Self.roads(of: gazetteer), lakes: baseMap.lakes,
      neighbours: baseMap.neighbours, sea: Self.levantineSea, places: Self.places(of: gazetteer),
      attribution: "OCHA, GeoNames, Natural Earth")
  }

  /// The sea off the Levant, drawn generously: the lands lie over it.
  private static let levantineSea = Shape.polygon(
    Polygon(rings: [
      [
        (20, 31.35), (34.5, 31.35), (36.02, 31.4), (36.02, 36.3), (36.25, 36.3), (36.25, 36.95),
        (34.55, 36.95), (34.5, 36.72), (34.3, 36.58), (34, 36.28), (33.6, 36.13), (32.8, 36.03),
        (20, 36.03), (20, 31.35),
      ].map { GeoPoint(longitude: $0.0, latitude: $0.1) }
    ]))

  private static func roads(of gazetteer: Gazetteer) throws -> [Course] {
    try gazetteer.places.indices.compactMap { index in
      let place = Int32(index)
      guard gazetteer.places[index].kind == .road else { return nil }
      let line = try gazetteer.line(of: place)
      guard line.count > 1 else { return nil }
      return Course(
        name: gazetteer.id(of: place), nameArabic: gazetteer.arabicName(of: place),
        nameEnglish: gazetteer.englishName(of: place), line: line)
    }
  }

  /// The settlements and sites, the best known first, then by id.
  private static func places(of gazetteer: Gazetteer) -> [Locality] {
    let found = gazetteer.places.indices.compactMap { index -> Locality? in
      let row = gazetteer.places[index]
      guard row.kind.isPopulated || row.kind == .neighbourhood || row.kind == .site,
        let point = row.point
      else { return nil }
      let place = Int32(index)
      let names = gazetteer.names(of: place).filter { $0.kind == .alias }
      let latin = gazetteer.latinNames(of: place).filter { $0.kind == .alias }
      return Locality(
        id: gazetteer.id(of: place), nameArabic: gazetteer.arabicName(of: place),
        nameEnglish: gazetteer.englishName(of: place),
        otherNames: (names + latin).map(gazetteer.text(of:)), kind: row.kind, point: point,
        importance: Int(row.importance),
        governorate: row.governorate < 0 ? nil : gazetteer.id(of: row.governorate))
    }
    return found.sorted { ($1.importance, $0.id) < ($0.importance, $1.id) }
  }
}

/// What a picture draws behind the operations.
private struct BaseMap {
  var rivers: [Course] = []
  var lakes: [Territory] = []
  var neighbours: [Territory] = []

  /// Reads a base map whose features say in `kind` what they are; empty where there is none.
  init(file path: String) {
    guard let data = FileManager.default.contents(atPath: path),
      let features = try? JSONValue(parsing: Array(data))["features"]?.array
    else { return }
    for feature in features {
      let shapes = (feature["geometry"]?.parts ?? []).compactMap(Shape.init)
      let name = feature["properties"]?["name_en"]?.string ?? ""
      switch feature["properties"]?["kind"]?.string {
      case "river":
        for case .line(let line) in shapes {
          rivers.append(Course(name: name, nameArabic: "", nameEnglish: name, line: line))
        }
      case "lake":
        let unit = AdminUnit(code: name, nameArabic: "", nameEnglish: name)
        lakes += shapes.map { Territory(unit: unit, shape: $0) }
      case "country":
        let unit = AdminUnit(code: name, nameArabic: "", nameEnglish: name)
        neighbours += shapes.map { Territory(unit: unit, shape: $0) }
      default: break
      }
    }
  }
}

extension JSONValue {
  /// The lines of a geometry of several lines; any other geometry alone.
  fileprivate var parts: [JSONValue] {
    guard self["type"]?.string == "MultiLineString", let lines = self["coordinates"]?.array else {
      return [self]
    }
    return lines.map {
      .object([JSONMember("type", .string("LineString")), JSONMember("coordinates", $0)])
    }
  }
}
