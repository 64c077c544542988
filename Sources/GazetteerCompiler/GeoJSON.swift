import Foundation
import Geometry

/// Writes feature collections as RFC 7946 has them, one feature a line.
enum GeoJSON {
  /// A feature as one line of JSON.
  struct Line {
    var id: String?
    var properties: [(String, String)]
    var geometry: String
  }

  static func write(_ name: String, _ lines: [Line], to path: String) throws {
    var text = "{\"type\":\"FeatureCollection\",\"name\":\(quoted(name)),\"features\":[\n"
    text += lines.map { line in
      let id = line.id.map { "\"id\":\(quoted($0))," } ?? ""
      let properties = line.properties.map { "\(quoted($0.0)):\(quoted($0.1))" }
      return "{\"type\":\"Feature\",\(id)\"properties\":{\(properties.joined(separator: ","))},"
        + "\"geometry\":\(line.geometry)}"
    }.joined(separator: ",\n")
    text += "\n]}\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  static func polygons(_ polygons: [[[GridPoint]]]) -> String {
    let texts = polygons.map { rings in
      "[" + rings.map(ring).joined(separator: ",") + "]"
    }
    return texts.count == 1
      ? "{\"type\":\"Polygon\",\"coordinates\":\(texts[0])}"
      : "{\"type\":\"MultiPolygon\",\"coordinates\":[\(texts.joined(separator: ","))]}"
  }

  static func lines(_ lines: [[GridPoint]]) -> String {
    let texts = lines.map(ring)
    return texts.count == 1
      ? "{\"type\":\"LineString\",\"coordinates\":\(texts[0])}"
      : "{\"type\":\"MultiLineString\",\"coordinates\":[\(texts.joined(separator: ","))]}"
  }

  private static func ring(_ points: [GridPoint]) -> String {
    "[" + points.map { "[\(number($0.x)),\(number($0.y))]" }.joined(separator: ",") + "]"
  }

  /// Hundred-thousandths as a decimal number, without zeros at its end.
  private static func number(_ value: Int32) -> String {
    var digits = String(abs(value))
    while digits.count < 6 { digits = "0" + digits }
    var fraction = String(digits.suffix(5))
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let whole = digits.dropLast(5)
    return (value < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
