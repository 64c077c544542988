import CGEOS

/// Areas within a distance of something, drawn in true metres.
///
/// Drawn on the local plane around the middle, where lengths are true to 1e-5 within 50 km.
extension Shape {
  /// Draws everything within a distance of the shape.
  ///
  /// A negative distance shrinks an area.
  public func buffered(by distance: Distance) throws -> Shape {
    guard distance.metres.isFinite else {
      throw CoordinateError(given: "the distance \(distance)", expected: "a finite length")
    }
    if isEmpty { return .empty }
    for point in paths.joined() { try point.requireOnGlobe() }
    guard let middle = boundingBox?.centre else { return .empty }
    let frame = Frame.local(LocalPlane(centre: middle))
    return try densified(step: 0.05).buffered(by: distance, on: frame)
  }

  /// Draws everything within a distance of the shortest way between two points.
  public static func corridor(
    from start: GeoPoint, to end: GeoPoint, halfWidth: Distance
  ) throws -> Shape {
    try start.requireOnGlobe()
    try end.requireOnGlobe()
    try halfWidth.requireLength(of: "half width")
    // The way passes through the centre, so it is straight on the plane.
    let plane = LocalPlane(centre: start.midpoint(to: end))
    guard start != end else {
      return try Shape.point(start).buffered(by: halfWidth, on: .local(plane))
    }
    let capsule = Capsule(
      start: plane.project(start), end: plane.project(end), radius: halfWidth.metres)
    let ring = plane.unproject(capsule.ring.densified(step: longestSide))
    return .polygon(Polygon(rings: [ring]).rightHanded())
  }

  /// Draws everything within a distance of a road, a river or another line of points.
  public static func corridor(along line: [GeoPoint], halfWidth: Distance) throws -> Shape {
    try halfWidth.requireLength(of: "half width")
    let way = line.count == 1 ? Shape.point(line[0]) : .line(line)
    return try way.buffered(by: halfWidth)
  }

  /// What is straight on the plane bends in degrees, so long sides get vertices: a parallel of 5 km
  /// leaves its chord by less than half a metre in Syria's latitudes.
  private static var longestSide: Double { 5000 }

  /// Draws everything within a distance of the shape, laid on a plane.
  func buffered(by distance: Distance, on frame: Frame) throws -> Shape {
    let context = Context()
    let geometry = try context.handle(of: self, by: frame)
    let area = try unsafe context.require("GEOSBuffer_r") {
      unsafe GEOSBuffer_r($0, geometry.raw, distance.metres, Int32(Capsule.quarter))
    }
    let dense = try unsafe context.require("GEOSDensify_r") {
      unsafe GEOSDensify_r($0, area.raw, Self.longestSide)
    }
    return try context.parts(of: dense, by: frame).shape(ofDimension: 2, from: "GEOSBuffer_r")
  }
}
