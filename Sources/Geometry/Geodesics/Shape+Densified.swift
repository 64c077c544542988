extension Shape {
  /// Puts vertices on every edge longer than the step, in degrees, so that the shape keeps its
  /// straight sides when it is laid on another plane.
  func densified(step: Double) -> Shape {
    func densify(_ points: [GeoPoint]) -> [GeoPoint] {
      guard var last = points.first else { return [] }
      var dense = [last]
      for point in points.dropFirst() {
        let dx = point.longitude - last.longitude
        let dy = point.latitude - last.latitude
        let pieces = (max(abs(dx), abs(dy)) / step).rounded(.up)
        // A length that is not finite, or absurd, is left for GEOS to complain about.
        if pieces > 1 && pieces < 1e6 {
          for piece in 1..<Int(pieces) {
            let part = Double(piece) / pieces
            dense.append(
              GeoPoint(longitude: last.longitude + part * dx, latitude: last.latitude + part * dy))
          }
        }
        dense.append(point)
        last = point
      }
      return dense
    }
    switch self {
    case .point: return self
    case .line(let points): return .line(densify(points))
    case .polygon(let polygon): return .polygon(Polygon(rings: polygon.rings.map(densify)))
    case .multiPolygon(let polygons):
      return .multiPolygon(polygons.map { Polygon(rings: $0.rings.map(densify)) })
    }
  }
}
