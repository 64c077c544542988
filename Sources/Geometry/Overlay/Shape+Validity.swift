import CGEOS

extension Shape {
  /// Says in words what is wrong with the shape, and where; none if it is valid.
  ///
  /// Rings must close, have four points at least and not cross themselves or each other; holes lie
  /// inside; a polygon's parts do not overlap.
  public var fault: String? {
    do {
      let context = Context()
      let geometry = try context.handle(of: self, by: .degrees)
      let isValid = try unsafe context.test("GEOSisValid_r") {
        unsafe GEOSisValid_r($0, geometry.raw)
      }
      if isValid { return nil }
      guard let reason = unsafe GEOSisValidReason_r(context.raw, geometry.raw) else {
        return context.error("GEOSisValidReason_r").message
      }
      defer { unsafe GEOSFree_r(context.raw, reason) }
      return unsafe String(cString: reason)
    } catch {
      return error.message
    }
  }

  /// Says whether GEOS finds nothing wrong with the shape.
  public var isValid: Bool { isPlainlyValid || fault == nil }

  /// Rebuilds an area so that it becomes valid, and gives a valid shape back as it is.
  ///
  /// Closes its rings, unties knots, and keeps only what has an area.
  public func repaired() throws -> Shape {
    guard dimension == 2, !isValid else { return self }
    let closed = Shape(
      polygons: polygons.compactMap { polygon in
        let rings = polygon.rings.map { $0.first == $0.last ? $0 : $0 + $0.prefix(1) }
        guard let outer = rings.first, outer.count >= 4 else { return nil }
        return Polygon(rings: [outer] + rings.dropFirst().filter { $0.count >= 4 })
      })
    let context = Context()
    let geometry = try context.handle(of: closed, by: .degrees)
    let valid = try unsafe context.require("GEOSMakeValid_r") {
      unsafe GEOSMakeValid_r($0, geometry.raw)
    }
    return try context.parts(of: valid, by: .degrees).shape(
      ofDimension: 2, from: "GEOSMakeValid_r")
  }
}
