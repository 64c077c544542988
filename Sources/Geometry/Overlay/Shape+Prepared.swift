import CGEOS

extension Shape {
  /// Says of each point whether the shape covers it, by GEOS's prepared geometry.
  ///
  /// For many points in many areas an index of polygons is faster; this is the reference that it
  /// is tested against.
  public func covers(each points: [GeoPoint]) throws -> [Bool] {
    let context = Context()
    let geometry = try context.handle(of: self, by: .degrees)
    guard let prepared = unsafe GEOSPrepare_r(context.raw, geometry.raw) else {
      throw context.error("GEOSPrepare_r")
    }
    // The prepared geometry refers to the plain one and must go first.
    defer { unsafe GEOSPreparedGeom_destroy_r(context.raw, prepared) }
    return try points.map { point in
      let handle = try context.handle(of: .point(point), by: .degrees)
      return try unsafe context.test("GEOSPreparedCovers_r") {
        unsafe GEOSPreparedCovers_r($0, prepared, handle.raw)
      }
    }
  }
}
