import CGEOS

/// What GEOS's answer holds, sorted by dimension.
struct Parts {
  var points: [GeoPoint] = []
  var lines: [[GeoPoint]] = []
  var polygons: [Polygon] = []

  /// Gives the parts of a dimension as one shape; parts of another dimension are left out.
  func shape(ofDimension dimension: Int, from call: String) throws(GEOSError) -> Shape {
    switch dimension {
    case 0 where points.count <= 1: return points.first.map(Shape.point) ?? .empty
    case 1 where lines.count <= 1: return lines.first.map(Shape.line) ?? .empty
    case 2: return Shape(polygons: polygons)
    default:
      throw GEOSError(
        call: call, message: "the result is several points or lines; ask with one at a time")
    }
  }

  /// Gives the parts of the highest dimension that there is.
  func shape(from call: String) throws(GEOSError) -> Shape {
    try shape(ofDimension: polygons.isEmpty ? (lines.isEmpty ? 0 : 1) : 2, from: call)
  }
}

extension Context {
  /// Copies a geometry out of GEOS into values; every polygon comes out right-handed.
  func parts(of geometry: borrowing Handle, by frame: Frame) throws(GEOSError) -> Parts {
    var parts = Parts()
    try unsafe collect(geometry.raw, frame, into: &parts)
    return parts
  }

  private func collect(
    _ geometry: OpaquePointer, _ frame: Frame, into parts: inout Parts
  ) throws(GEOSError) {
    let kind = try unsafe count("GEOSGeomTypeId_r") { unsafe GEOSGeomTypeId_r($0, geometry) }
    let isEmpty = try unsafe test("GEOSisEmpty_r") { unsafe GEOSisEmpty_r($0, geometry) }
    if isEmpty { return }
    switch UInt32(kind) {
    case GEOS_POINT.rawValue:
      parts.points += try unsafe vertices(of: geometry, frame)
    case GEOS_LINESTRING.rawValue, GEOS_LINEARRING.rawValue:
      parts.lines.append(try unsafe vertices(of: geometry, frame))
    case GEOS_POLYGON.rawValue:
      guard let outer = unsafe GEOSGetExteriorRing_r(raw, geometry) else {
        throw error("GEOSGetExteriorRing_r")
      }
      var rings = [try unsafe vertices(of: outer, frame)]
      let holes = try unsafe count("GEOSGetNumInteriorRings_r") {
        unsafe GEOSGetNumInteriorRings_r($0, geometry)
      }
      for position in 0..<holes {
        guard let hole = unsafe GEOSGetInteriorRingN_r(raw, geometry, Int32(position)) else {
          throw error("GEOSGetInteriorRingN_r")
        }
        rings.append(try unsafe vertices(of: hole, frame))
      }
      parts.polygons.append(Polygon(rings: rings).rightHanded())
    default:
      let members = try unsafe count("GEOSGetNumGeometries_r") {
        unsafe GEOSGetNumGeometries_r($0, geometry)
      }
      for position in 0..<members {
        guard let member = unsafe GEOSGetGeometryN_r(raw, geometry, Int32(position)) else {
          throw error("GEOSGetGeometryN_r")
        }
        try unsafe collect(member, frame, into: &parts)
      }
    }
  }

  private func vertices(
    of geometry: OpaquePointer, _ frame: Frame
  ) throws(GEOSError) -> [GeoPoint] {
    guard let sequence = unsafe GEOSGeom_getCoordSeq_r(raw, geometry) else {
      throw error("GEOSGeom_getCoordSeq_r")
    }
    var size: UInt32 = 0
    try unsafe check("GEOSCoordSeq_getSize_r") {
      unsafe GEOSCoordSeq_getSize_r($0, sequence, &size)
    }
    var numbers = [Double](repeating: 0, count: 2 * Int(size))
    try unsafe check("GEOSCoordSeq_copyToBuffer_r") {
      unsafe GEOSCoordSeq_copyToBuffer_r($0, sequence, &numbers, 0, 0)
    }
    return (0..<Int(size)).map { frame.globe(numbers[2 * $0], numbers[2 * $0 + 1]) }
  }
}
