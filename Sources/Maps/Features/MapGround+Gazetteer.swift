import Foundation
import Gazetteer
import Geometry
import JSONText

extension MapGround {
  /// Takes the ground from the gazetteer: all units with their polygons, and the rivers, lakes,
  /// and neighbours of its base map, if it has one.
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
      rivers: baseMap.rivers, lakes: baseMap.lakes, neighbours: baseMap.neighbours,
      attribution: "OCHA, GeoNames, Natural Earth")
  }
}

/// What a picture draws behind the operations.
private struct BaseMap {
  var rivers: [[GeoPoint]] = []
  var lakes: [Shape] = []
  var neighbours: [Territory] = []

  /// Reads a base map whose features say in `kind` what they are; empty where there is none.
  init(file path: String) {
    guard let data = FileManager.default.contents(atPath: path),
      let features = try? JSONValue(parsing: Array(data))["features"]?.array
    else { return }
    for feature in features {
      let shapes = (feature["geometry"]?.parts ?? []).compactMap(Shape.init)
      switch feature["properties"]?["kind"]?.string {
      case "river": for case .line(let line) in shapes { rivers.append(line) }
      case "lake": lakes += shapes
      case "country":
        let name = feature["properties"]?["name_en"]?.string ?? ""
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
