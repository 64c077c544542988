import Geometry

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension GeoPoint {
  /// The great-circle distance in kilometres on a sphere of 6371 km radius (haversine).
  ///
  /// The scoring rules speak of great circles, and their tolerances are far wider than what the
  /// ellipsoid would change.
  package func kilometres(to other: GeoPoint) -> Double {
    let radians = Double.pi / 180
    let halfHeight = sin((other.latitude - latitude) * radians / 2)
    let halfWidth = sin((other.longitude - longitude) * radians / 2)
    let h =
      halfHeight * halfHeight
      + cos(latitude * radians) * cos(other.latitude * radians) * halfWidth * halfWidth
    return 2 * 6371 * asin(min(1, h.squareRoot()))
  }
}
