/// A position on the WGS 84 ellipsoid: longitude first, in degrees.
public struct GeoPoint: Hashable, Sendable {
  /// Degrees east of Greenwich, -180...180.
  public var longitude: Double
  /// Degrees north of the equator, -90...90.
  public var latitude: Double

  /// Makes a position of its two angles, in degrees.
  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }

  /// Says whether both angles are finite and on the globe.
  public var isOnGlobe: Bool {
    abs(longitude) <= 180 && abs(latitude) <= 90
  }
}

/// Orders positions from west to east, and on one meridian from south to north.
///
/// The order has no meaning on the ground; it settles ties, so that a result does not hang on
/// the order of its input.
extension GeoPoint: Comparable {
  public static func < (a: GeoPoint, b: GeoPoint) -> Bool {
    a.longitude != b.longitude ? a.longitude < b.longitude : a.latitude < b.latitude
  }
}

extension GeoPoint: CustomStringConvertible {
  public var description: String { "(\(longitude), \(latitude))" }
}
