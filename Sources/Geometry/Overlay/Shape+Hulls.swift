import CGEOS

extension Sequence<GeoPoint> {
  /// Draws the smallest convex shape around the points: an area, or the line or point that they
  /// are.
  public func convexHull() throws -> Shape {
    let points = Array(self)
    let context = Context()
    let all = try context.handle(ofPoints: points, by: .degrees)
    let hull = try unsafe context.require("GEOSConvexHull_r") {
      unsafe GEOSConvexHull_r($0, all.raw)
    }
    return try context.parts(of: hull, by: .degrees).shape(from: "GEOSConvexHull_r")
  }

  /// Draws a shape around the points that follows their outline inwards, without holes.
  ///
  /// The ratio goes from 0, as far inwards as the points allow, to 1, the convex hull: it is the
  /// length of the longest outer edge that may stay, between the shortest and the longest of the
  /// points' triangulation.
  public func concaveHull(ratio: Double) throws -> Shape {
    guard ratio >= 0 && ratio <= 1 else {
      throw CoordinateError(given: "the ratio \(ratio)", expected: "a number in 0...1")
    }
    let points = Array(self)
    let context = Context()
    let frame = Frame.metres(around: BoundingBox(around: points))
    let all = try context.handle(ofPoints: points, by: frame)
    let hull = try unsafe context.require("GEOSConcaveHull_r") {
      unsafe GEOSConcaveHull_r($0, all.raw, ratio, 0)
    }
    return try context.parts(of: hull, by: frame).shape(from: "GEOSConcaveHull_r")
  }
}

extension Shape {
  /// Draws the smallest convex shape around this one.
  public func convexHull() throws -> Shape { try paths.joined().convexHull() }
}
