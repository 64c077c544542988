import CGEOS

extension Shape {
  /// The area on the ellipsoid in square metres, holes taken off; 0 for a point or a line.
  ///
  /// Edges count as geodesics: over 10 km of parallel at 35° north they differ from straight
  /// lines in degrees by some metres.
  public var squareMetres: Double {
    polygons.reduce(0) { sum, polygon in
      let areas = polygon.rings.map(\.squareMetres)
      return sum + (areas.first ?? 0) - areas.dropFirst().reduce(0, +)
    }
  }

  /// Finds the centre of mass, none for an empty shape.
  ///
  /// It may lie outside.
  /// - Throws: what GEOS says of a position that is not finite.
  public func centroid() throws -> GeoPoint? {
    guard let box = boundingBox else { return nil }
    let corners = polygons.reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.count } }
    let table = corners < PlaneTable.fewest ? nil : PlaneTable(around: box)
    let frame = table.map { Frame.table($0) } ?? .local(LocalPlane(centre: box.centre))
    if let middle = plainCentroid(on: frame) { return middle }
    return try unsafe singlePoint("GEOSGetCentroid_r", by: frame) {
      unsafe GEOSGetCentroid_r($0, $1)
    }
  }

  /// The centre of mass of areas with corners on the globe; nil for all else.
  private func plainCentroid(on frame: Frame) -> GeoPoint? {
    var (sum, east, north) = (0.0, 0.0, 0.0)
    for polygon in polygons {
      for (number, ring) in polygon.rings.enumerated() {
        guard ring.count >= 4, ring[0] == ring[ring.count - 1] else { return nil }
        // Twice the area, and six times what it is pulled with.
        var (area, x, y) = (0.0, 0.0, 0.0)
        var last: (x: Double, y: Double)?
        for point in ring {
          let corner = frame.plane(point)
          if let last {
            let part = last.x * corner.y - last.y * corner.x
            area += part
            x += part * (last.x + corner.x)
            y += part * (last.y + corner.y)
          }
          last = corner
        }
        // Whichever way it runs, an outer ring adds and a hole takes away.
        let sign = (area < 0) == (number == 0) ? -1.0 : 1
        sum += sign * area
        east += sign * x
        north += sign * y
      }
    }
    guard sum > 1, sum.isFinite, east.isFinite, north.isFinite else { return nil }
    return frame.globe(east / (3 * sum), north / (3 * sum))
  }

  /// Finds a point that is surely on the shape, well inside if it is an area; none if it is
  /// empty.
  public func pointOnSurface() throws -> GeoPoint? {
    try unsafe singlePoint("GEOSPointOnSurface_r", by: .degrees) {
      unsafe GEOSPointOnSurface_r($0, $1)
    }
  }

  private func singlePoint(
    _ call: String, by frame: Frame,
    _ operation: (GEOSContextHandle_t, OpaquePointer) -> OpaquePointer?
  ) throws -> GeoPoint? {
    let context = Context()
    let geometry = try context.handle(of: self, by: frame)
    let result = try unsafe context.require(call) { unsafe operation($0, geometry.raw) }
    return try context.parts(of: result, by: frame).points.first
  }
}
