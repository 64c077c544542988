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
    let way = GeodesicLine.shortest(from: centre, to: point)
    return PlanePoint(
      east: way.metres * way.departure.sine, north: way.metres * way.departure.cosine)
  }

  /// Finds the point of the globe that lies there on the plane.
  public func unproject(_ point: PlanePoint) -> GeoPoint {
    unproject(point, by: Angle(reducing: centre.latitude))
  }

  /// Finds the points of the globe that lie there on the plane.
  public func unproject(_ points: [PlanePoint]) -> [GeoPoint] {
    let latitude = Angle(reducing: centre.latitude)
    return points.map { unproject($0, by: latitude) }
  }

  /// - Parameter latitude: The reduced latitude of the centre.
  private func unproject(_ point: PlanePoint, by latitude: Angle) -> GeoPoint {
    let metres = (point.east * point.east + point.north * point.north).squareRoot()
    let direction =
      metres == 0 ? Angle.zero : Angle(exactly: point.east / metres, point.north / metres)
    return GeodesicLine(from: latitude, towards: direction)
      .destination(from: centre, metres: metres)
  }
}
