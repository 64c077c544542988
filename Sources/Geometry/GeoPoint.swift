/// A position on the WGS 84 ellipsoid: longitude first, in degrees.
public struct GeoPoint: Hashable, Sendable {
  /// Degrees east of Greenwich, -180...180.
  public var longitude: Double
  /// Degrees north of the equator, -90...90.
  public var latitude: Double

  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }
}

/// A box between two meridians and two parallels.
public struct BoundingBox: Hashable, Sendable {
  public var west: Double
  public var south: Double
  public var east: Double
  public var north: Double

  public init(west: Double, south: Double, east: Double, north: Double) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }
}

/// A polygon: one outer ring, then its holes; each ring is closed (first point equals last).
public struct Polygon: Hashable, Sendable {
  public var rings: [[GeoPoint]]

  public init(rings: [[GeoPoint]]) { self.rings = rings }
}

/// A geometry as RFC 7946 knows it, in WGS 84 degrees, longitude first.
public enum Shape: Hashable, Sendable {
  case point(GeoPoint)
  case line([GeoPoint])
  case polygon(Polygon)
  case multiPolygon([Polygon])
}
