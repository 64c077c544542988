import Geometry

/// The outlines of the units of one level, in the order of their codes.
struct Outlines: Sendable {
  var units: [Int32]
  var polygons: [[Polygon]]
  var boxes: [BoundingBox]

  /// Reads a boundary file: one feature a line, each with a `pcode`.
  init(file path: String, gazetteer: Gazetteer) throws(GazetteerError) {
    units = []
    polygons = []
    boxes = []
    var file = TableBytes()
    let range = try file.append(file: path)
    let bytes = file.bytes
    var problem: GazetteerError?
    bytes.withUnsafeBufferPointer { buffer in
      var line = 0
      var start = range.lowerBound
      while start < range.upperBound {
        var end = start
        while end < range.upperBound, buffer[end] != 0x0A { end += 1 }
        line += 1
        if let feature = BoundaryFeature(buffer, start..<end) {
          guard let unit = gazetteer.index(ofID: feature.code), !feature.polygons.isEmpty else {
            problem = GazetteerError(
              file: path, line: line, problem: "\"\(feature.code)\" is no unit with an outline")
            return
          }
          units.append(unit)
          polygons.append(feature.polygons)
          boxes.append(feature.box)
        }
        start = end + 1
      }
    }
    if let problem { throw problem }
  }

  /// The shape of the unit; nil when another level has it.
  func shape(of unit: Int32) -> Shape? {
    units.firstIndex(of: unit).map { Shape(polygons: polygons[$0]) }
  }

  /// The first unit that holds the point.
  func unit(containing point: GeoPoint) -> Int32? {
    for index in units.indices where boxes[index].contains(point) {
      for polygon in polygons[index] where polygon.contains(point) { return units[index] }
    }
    return nil
  }
}

/// A line of a boundary file: the code and the rings of its feature.
struct BoundaryFeature {
  var code: String
  var polygons: [Polygon] = []
  var box = BoundingBox(west: 180, south: 90, east: -180, north: -90)

  /// The code of the line's feature; nil when it holds none.
  static func code(of bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> String? {
    guard let start = end(of: "\"pcode\":\"", bytes, line) else { return nil }
    var end = start
    while end < line.upperBound, bytes[end] != UInt8(ascii: "\"") { end += 1 }
    return string(bytes, start..<end)
  }

  /// Reads the line; nil when it holds no feature.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    guard let code = BoundaryFeature.code(of: bytes, line),
      var position = BoundaryFeature.end(of: "\"coordinates\":", bytes, line)
    else { return nil }
    self.code = code
    let isMulti =
      BoundaryFeature.end(of: "\"MultiPolygon\"", bytes, line.lowerBound..<position) != nil
    // Brackets deep: a polygon opens at the first or second, a ring one further, a point two.
    let polygonDepth = isMulti ? 2 : 1
    var depth = 0
    var rings: [[GeoPoint]] = []
    var ring: [GeoPoint] = []
    var numbers = (0.0, 0.0)
    var isSecond = false
    while position < line.upperBound {
      switch bytes[position] {
      case UInt8(ascii: "["):
        depth += 1
        isSecond = false
        position += 1
      case UInt8(ascii: "]"):
        if depth == polygonDepth + 2 {
          ring.append(GeoPoint(longitude: numbers.0, latitude: numbers.1))
          box.west = min(box.west, numbers.0)
          box.east = max(box.east, numbers.0)
          box.south = min(box.south, numbers.1)
          box.north = max(box.north, numbers.1)
        } else if depth == polygonDepth + 1 {
          rings.append(ring)
          ring = []
          ring.reserveCapacity(64)
        } else if depth == polygonDepth {
          polygons.append(Polygon(rings: rings))
          rings = []
        }
        depth -= 1
        position += 1
        if depth == 0 { return }
      case UInt8(ascii: ","):
        isSecond = true
        position += 1
      default:
        let value = decimal(bytes, line, at: &position)
        if isSecond { numbers.1 = value } else { numbers.0 = value }
      }
    }
  }

  /// Where the text ends that the line holds somewhere.
  private static func end(
    of text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>
  ) -> Int? {
    let count = text.utf8CodeUnitCount
    guard line.count >= count else { return nil }
    return text.withUTF8Buffer { wanted in
      for start in line.lowerBound...(line.upperBound - count) where bytes[start] == wanted[0] {
        var offset = 1
        while offset < count, bytes[start + offset] == wanted[offset] { offset += 1 }
        if offset == count { return start + count }
      }
      return nil
    }
  }
}

/// The units that hold a point; -1 for a level without outlines.
public struct UnitsAtPoint: Hashable, Sendable {
  public var governorate: Int32
  public var district: Int32
  public var subdistrict: Int32
}

extension Gazetteer {
  /// The outline of a country, governorate, district, or subdistrict; nil for any other place.
  ///
  /// Outlines are simplified to about 50 m, all levels from one set of lines.
  public func boundary(of unit: Int32) throws -> Shape? {
    try outlines(of: places[Int(unit)].kind)?.shape(of: unit)
  }

  /// The outline of the country.
  public func countryOutline() throws -> Shape {
    guard let country, let shape = try boundary(of: country) else {
      throw GazetteerError(file: folder + "/country.geojson", problem: "holds no outline")
    }
    return shape
  }

  /// The units whose outlines hold the point; nil outside the country.
  ///
  /// - Complexity: microseconds, after the first call has read the subdistricts.
  public func units(containing point: GeoPoint) throws -> UnitsAtPoint? {
    // A country may have outlines of its larger units alone.
    for level in [PlaceKind.subdistrict, .district, .governorate] {
      guard let unit = try outlines(of: level)?.unit(containing: point) else { continue }
      let row = places[Int(unit)]
      return UnitsAtPoint(
        governorate: row.governorate, district: row.district, subdistrict: row.subdistrict)
    }
    return nil
  }

  private func outlines(of kind: PlaceKind) throws -> Outlines? {
    switch kind {
    case .country: try boundaries.country.value { try read("country") }
    case .governorate: try boundaries.governorates.value { try read("governorates") }
    case .district: try boundaries.districts.value { try read("districts") }
    case .subdistrict: try boundaries.subdistricts.value { try read("subdistricts") }
    default: nil
    }
  }

  private func read(_ name: String) throws -> Outlines {
    try Outlines(file: "\(folder)/\(name).geojson", gazetteer: self)
  }
}

/// The outlines of each level, read when first asked for.
final class Boundaries: Sendable {
  let country = Lazily<Outlines>()
  let governorates = Lazily<Outlines>()
  let districts = Lazily<Outlines>()
  let subdistricts = Lazily<Outlines>()
}
