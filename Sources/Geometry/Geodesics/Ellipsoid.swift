/// The ellipsoid that everything here is measured on: WGS 84.
enum Ellipsoid {
  /// The equatorial radius, in metres.
  static let equatorialRadius = 6_378_137.0
  /// The flattening.
  static let flattening = 1 / 298.257_223_563
  /// The square of the first eccentricity.
  static let squaredEccentricity = flattening * (2 - flattening)
  /// The square of the second eccentricity.
  static let squaredSecondEccentricity = squaredEccentricity / (1 - squaredEccentricity)
  /// The radius from the centre to a pole, in metres.
  static let polarRadius = equatorialRadius * (1 - flattening)
  /// The area of all of it.
  static let squareMetres: Double = {
    let e = squaredEccentricity.squareRoot()
    return 2 * .pi
      * (equatorialRadius * equatorialRadius + polarRadius * polarRadius * areaTangent(e) / e)
  }()
  /// The smallest radius of curvature anywhere, along a meridian at the equator, in metres.
  static let leastCurvatureRadius = equatorialRadius * (1 - squaredEccentricity)
  /// The largest radius of curvature anywhere, at the poles, in metres.
  static let greatestCurvatureRadius = equatorialRadius / (1 - flattening)
}
