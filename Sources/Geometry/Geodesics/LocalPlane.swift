/// A position on a local plane, in metres east and north of the plane's centre.
public struct PlanePoint: Hashable, Sendable {
  /// Metres east of the centre.
  public var east: Double
  /// Metres north of the centre.
  public var north: Double

  /// Makes a position of metres east and north.
  public init(east: Double, north: Double) {
    self.east = east
    self.north = north
  }
}

/// A plane that touches the ellipsoid at its centre, where distances and directions from the
/// centre are true.
///
/// This is the azimuthal equidistant projection of the ellipsoid.
/// Across the direction to the centre, lengths are stretched by 1 + (d / 15 600 km)² at the
/// distance d: 2 mm in a kilometre at 22 km, 66 cm in a
/// kilometre at 400 km.
public struct LocalPlane: Hashable, Sendable {
  /// The point that the plane touches.
  public var centre: GeoPoint

  /// Makes the plane that touches the ellipsoid at a point.
  public init(centre: GeoPoint) { self.centre = centre }

  /// Lays a point of the globe on the plane.
  public func project(_ point: GeoPoint) -> PlanePoint {
    let way = centre.geodesic(to: point)
    let (sine, cosine) = sineAndCosine(degrees: way.bearing)
    return PlanePoint(east: way.distance.metres * sine, north: way.distance.metres * cosine)
  }

  /// Finds the point of the globe that lies there on the plane.
  public func unproject(_ point: PlanePoint) -> GeoPoint {
    let metres = (point.east * point.east + point.north * point.north).squareRoot()
    return centre.destination(
      bearing: degrees(ofAngleEast: point.east, north: point.north), distance: .metres(metres))
  }
}
