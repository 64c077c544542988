/// The shortest way between two points: how long it is, and how it sets out.
///
/// Solved as C. F. F. Karney, "Algorithms for geodesics" (2013), does; good to some nanometres.
public struct Geodesic: Hashable, Sendable {
  /// The length of the way.
  public var distance: Distance
  /// The direction at the start, in degrees clockwise from north, 0..<360.
  public var bearing: Double
}

extension GeoPoint {
  /// Finds the shortest way to another point.
  ///
  /// Positions that are not finite give a length that is not a number.
  public func geodesic(to other: GeoPoint) -> Geodesic {
    let way = GeodesicLine.shortest(from: self, to: other)
    let bearing = degrees(ofAngleEast: way.departure.sine, north: way.departure.cosine)
    return Geodesic(
      distance: .metres(way.metres), bearing: bearing < 0 ? bearing + 360 : bearing + 0)
  }

  /// Measures the shortest way to another point on the ellipsoid.
  ///
  /// ```swift
  /// aleppo.distance(to: idlib)  // some 58 km
  /// ```
  public func distance(to other: GeoPoint) -> Distance {
    .metres(GeodesicLine.shortest(from: self, to: other).metres)
  }

  /// Gives the direction in which the shortest way to another point sets out, in degrees
  /// clockwise from north, 0..<360.
  public func bearing(to other: GeoPoint) -> Double { geodesic(to: other).bearing }

  /// Goes so far in a direction, given in degrees clockwise from north.
  public func destination(bearing: Double, distance: Distance) -> GeoPoint {
    GeodesicLine(from: Angle(reducing: latitude), towards: Angle(degrees: bearing))
      .destination(from: self, metres: distance.metres)
  }

  /// Goes so far in several directions, given in degrees clockwise from north.
  func destinations(bearings: [Double], distance: Distance) -> [GeoPoint] {
    let latitude = Angle(reducing: latitude)
    return bearings.map {
      GeodesicLine(from: latitude, towards: Angle(degrees: $0))
        .destination(from: self, metres: distance.metres)
    }
  }

  /// Goes a part of the shortest way to another point: 0 stays here, 1 arrives.
  public func point(towards other: GeoPoint, fraction: Double) -> GeoPoint {
    let way = geodesic(to: other)
    return destination(bearing: way.bearing, distance: way.distance * fraction)
  }

  /// Finds the point halfway on the shortest way to another.
  public func midpoint(to other: GeoPoint) -> GeoPoint { point(towards: other, fraction: 0.5) }
}
