/// A polygon: one outer ring, then its holes; each ring is closed (first point equals last).
public struct Polygon: Hashable, Sendable {
  /// The outer ring, then the holes.
  public var rings: [[GeoPoint]]

  /// Makes a polygon of its rings.
  public init(rings: [[GeoPoint]]) { self.rings = rings }
}

extension Polygon {
  /// Says whether a point lies inside or on the border.
  ///
  /// Counts crossings of a ray, so a point in a hole is outside.
  /// - Complexity: O(vertices).
  public func contains(_ point: GeoPoint) -> Bool {
    var inside = false
    for ring in rings {
      guard var last = ring.first else { continue }
      for next in ring.dropFirst() {
        defer { last = next }
        // Nearly all edges lie wholly north or south of the point.
        if last.latitude > point.latitude
          ? next.latitude > point.latitude
          : last.latitude < point.latitude && next.latitude < point.latitude
        {
          continue
        }
        let edge = Edge(last, next)
        if edge.touches(point) { return true }
        if edge.spansLatitude(of: point), edge.side(of: point) > 0 { inside.toggle() }
      }
    }
    return inside
  }
}

extension Sequence<GeoPoint> {
  /// Twice the area that the ring encloses in the plane of degrees, positive if it runs
  /// counter-clockwise.
  var doubledSignedArea: Double {
    var iterator = makeIterator()
    guard let origin = iterator.next() else { return 0 }
    var sum = 0.0
    var a = (x: 0.0, y: 0.0)
    while let point = iterator.next() {
      let b = (x: point.longitude - origin.longitude, y: point.latitude - origin.latitude)
      sum += a.x * b.y - a.y * b.x
      a = b
    }
    return sum
  }
}
