import CPROJ

/// The ellipsoid that everything here is measured on: WGS 84.
enum Ellipsoid {
  /// The equatorial radius, in metres.
  static let equatorialRadius = 6_378_137.0
  /// The flattening.
  static let flattening = 1 / 298.257_223_563
  /// The square of the first eccentricity.
  static let squaredEccentricity = flattening * (2 - flattening)
  /// The smallest radius of curvature anywhere, along a meridian at the equator, in metres.
  static let leastCurvatureRadius = equatorialRadius * (1 - squaredEccentricity)
  /// The largest radius of curvature anywhere, at the poles, in metres.
  static let greatestCurvatureRadius = equatorialRadius / (1 - flattening)

  /// PROJ's series for the ellipsoid, computed once.
  static let geodesic: geod_geodesic = {
    var geodesic = geod_geodesic()
    unsafe geod_init(&geodesic, equatorialRadius, flattening)
    return geodesic
  }()

  /// Calls with the address of the series.
  @inline(__always)
  static func with<Result>(_ body: (UnsafePointer<geod_geodesic>) -> Result) -> Result {
    unsafe withUnsafePointer(to: geodesic) { unsafe body($0) }
  }
}
