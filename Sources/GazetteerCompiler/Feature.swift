import Foundation
import Geometry

/// A feature of a GeoJSON file: its properties, and its geometry as polygons or lines.
struct Feature {
  var properties: [String: Any]
  var polygons: [Polygon] = []
  var lines: [[GeoPoint]] = []

  /// The property as text; empty where it is missing.
  func text(_ key: String) -> String { properties[key] as? String ?? "" }

  /// Reads all features of the file at the path.
  static func all(path: String) throws -> [Feature] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    guard let root = try JSONSerialization.jsonObject(with: data) as? [String: Any],
      let features = root["features"] as? [[String: Any]]
    else { throw CompilerError("\(path) is no GeoJSON feature collection") }
    return try features.map { feature in
      var result = Feature(properties: feature["properties"] as? [String: Any] ?? [:])
      guard let geometry = feature["geometry"] as? [String: Any] else { return result }
      let coordinates = geometry["coordinates"] as Any
      switch geometry["type"] as? String {
      case "Polygon": result.polygons = [try polygon(coordinates, path)]
      case "MultiPolygon":
        result.polygons = try (coordinates as? [Any] ?? []).map { try polygon($0, path) }
      case "LineString": result.lines = [try line(coordinates, path)]
      case "MultiLineString":
        result.lines = try (coordinates as? [Any] ?? []).map { try line($0, path) }
      default: break
      }
      return result
    }
  }

  private static func polygon(_ value: Any, _ path: String) throws -> Polygon {
    guard let rings = value as? [Any] else { throw CompilerError("\(path) has a bad polygon") }
    return Polygon(rings: try rings.map { try line($0, path) })
  }

  private static func line(_ value: Any, _ path: String) throws -> [GeoPoint] {
    guard let points = value as? [[Double]] else { throw CompilerError("\(path) has a bad line") }
    return points.map { GeoPoint(longitude: $0[0], latitude: $0[1]) }
  }
}
