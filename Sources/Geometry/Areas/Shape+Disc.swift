/// Areas around one point, drawn in true metres.
extension Shape {
  /// Degrees between the corners of an arc.
  private static let arcStep = 5.0

  /// Draws everything within a radius, as a polygon of 72 corners that lie on the circle.
  public static func disc(around centre: GeoPoint, radius: Distance) throws -> Shape {
    try centre.requireOnGlobe()
    try radius.requireLength(of: "radius")
    return .polygon(Polygon(rings: [circle(around: centre, radius: radius)]))
  }

  /// Draws everything farther than one radius and nearer than another.
  public static func ring(
    around centre: GeoPoint, from inner: Distance, to outer: Distance
  ) throws -> Shape {
    try requireOrder(inner, outer)
    guard inner > .zero else { return try disc(around: centre, radius: outer) }
    try centre.requireOnGlobe()
    return .polygon(
      Polygon(rings: [
        circle(around: centre, radius: outer),
        circle(around: centre, radius: inner).reversed(),
      ]))
  }

  /// Draws the part of a ring that lies in a direction: all bearings within the half angle to
  /// either side, both in degrees, from one distance to another.
  ///
  /// ```swift
  /// // "some 10 km north-east of the city"
  /// try Shape.wedge(
  ///   from: city, bearing: 45, halfAngle: 22.5, from: .kilometres(8), to: .kilometres(12))
  /// ```
  public static func wedge(
    from centre: GeoPoint, bearing: Double, halfAngle: Double, from inner: Distance,
    to outer: Distance
  ) throws -> Shape {
    try centre.requireOnGlobe()
    try requireOrder(inner, outer)
    guard bearing.isFinite, halfAngle > 0 else {
      throw CoordinateError(
        given: "the bearing \(bearing)\u{b0} \u{b1} \(halfAngle)\u{b0}",
        expected: "a finite bearing and a half angle above zero")
    }
    guard halfAngle < 180 else { return try ring(around: centre, from: inner, to: outer) }
    let steps = max(2, Int((2 * halfAngle / arcStep).rounded(.up)))
    // From east to west, so that the ring runs counter-clockwise; the axis is among the corners
    // if the steps are even, and inside anyway.
    let bearings = (0...steps).map {
      bearing + halfAngle - 2 * halfAngle * Double($0) / Double(steps)
    }
    var corners = centre.destinations(bearings: bearings, distance: outer)
    if inner > .zero {
      corners += centre.destinations(bearings: bearings.reversed(), distance: inner)
    } else {
      corners.append(centre)
    }
    corners.append(corners[0])
    return .polygon(Polygon(rings: [corners]))
  }

  /// Gives the corners of a circle, counter-clockwise and closed.
  private static func circle(around centre: GeoPoint, radius: Distance) -> [GeoPoint] {
    let half = Int(180 / arcStep)
    var corners = centre.destinations(
      bearings: (0...half).map { -arcStep * Double($0) }, distance: radius)
    corners.reserveCapacity(2 * half + 1)
    // The eastern half mirrors the western, from south to north.
    for i in (1..<half).reversed() {
      let away = (corners[i].longitude - centre.longitude).withinHalfTurn
      corners.append(
        GeoPoint(
          longitude: (centre.longitude - away).withinHalfTurn, latitude: corners[i].latitude))
    }
    corners.append(corners[0])
    return corners
  }

  private static func requireOrder(_ inner: Distance, _ outer: Distance) throws {
    try inner.requireLength(of: "inner radius", orZero: true)
    try outer.requireLength(of: "outer radius")
    if inner >= outer {
      throw CoordinateError(
        given: "a ring from \(inner) to \(outer)", expected: "an inner radius below the outer one")
    }
  }
}
