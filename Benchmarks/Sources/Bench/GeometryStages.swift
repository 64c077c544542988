import Foundation
import Makan

/// Points in a file: pairs of 64-bit numbers, longitude first.
enum PointFile {
  static func write(_ points: [GeoPoint], to path: String) throws {
    let values = points.flatMap { [$0.longitude, $0.latitude] }
    try values.withUnsafeBytes { try Data($0).write(to: URL(filePath: path)) }
  }

  static func points(at path: String) throws -> [GeoPoint] {
    let data = try Data(contentsOf: URL(filePath: path))
    return data.withUnsafeBytes { bytes in
      let values = bytes.bindMemory(to: Double.self)
      return (0..<values.count / 2).map {
        GeoPoint(longitude: values[2 * $0], latitude: values[2 * $0 + 1])
      }
    }
  }
}

/// Writes numbers for another program to compare with its own.
func write(_ numbers: [Int32], to path: String) throws {
  try numbers.withUnsafeBytes { try Data($0).write(to: URL(filePath: path)) }
}

/// The governorates as an index, keyed by their place in the order of codes.
func governorateAreas(_ gazetteer: Gazetteer) throws -> [(key: Int, shape: Shape)] {
  try gazetteer.governorates.enumerated().compactMap { key, unit in
    try gazetteer.index(ofID: unit.code).flatMap { try gazetteer.boundary(of: $0) }
      .map { (key, $0) }
  }
}

/// A row of the table that writers are given: an operation at a point.
struct PointRow {
  var point: GeoPoint
  var id: String
  var type: String
  var day: String
  var name: String
  var killed: Int

  /// The rows of some points, the same for the same number.
  static func rows(_ points: [GeoPoint], gazetteer: Gazetteer) -> [PointRow] {
    let types = OperationType.allCases.map(\.rawValue)
    let start = CalendarDay(iso: "2011-03-15")!
    let names = (0..<1000).map { gazetteer.arabicName(of: Int32($0)) }
    return points.enumerated().map { number, point in
      var random = Random(seed: number)
      return PointRow(
        point: point, id: "o_\(number)", type: types[random.below(types.count)],
        day: (start + random.below(5000)).iso, name: names[random.below(names.count)],
        killed: random.below(20))
    }
  }

  /// The table as tab-separated text, for other programs.
  static func table(_ rows: [PointRow]) -> [UInt8] {
    var bytes = Array("lon\tlat\tid\ttype\tday\tname\tkilled\n".utf8)
    for row in rows {
      bytes += Array(
        "\(row.point.longitude)\t\(row.point.latitude)\t\(row.id)\t\(row.type)\t\(row.day)\t\(row.name)\t\(row.killed)\n"
          .utf8)
    }
    return bytes
  }

  /// The rows as a GeoJSON feature collection, a feature a line.
  static func geoJSON(_ rows: [PointRow]) -> [UInt8] {
    var json = JSONWriter(capacity: 1 << 20)
    json.object { json in
      json.member("type", "FeatureCollection")
      json.array("features") { json in
        for row in rows {
          json.object { json in
            json.member("type", "Feature")
            json.object("properties") { json in
              json.member("id", row.id)
              json.member("type", row.type)
              json.member("day", row.day)
              json.member("name", row.name)
              json.member("killed", row.killed)
            }
            json.object("geometry") { json in
              json.member("type", "Point")
              json.array("coordinates") { json in
                json.double(row.point.longitude, decimals: 5)
                json.double(row.point.latitude, decimals: 5)
              }
            }
          }
        }
      }
    }
    json.newline()
    return json.take()
  }
}
