/// A point of the ellipsoid in space: metres from the centre of the earth along three axes.
///
/// The straight line between two such points, the chord, tells the geodesic distance within
/// narrow bounds at a hundredth of the cost; only what falls between the bounds needs a geodesic.
struct SpacePoint {
  var x: Double, y: Double, z: Double

  init(x: Double, y: Double, z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  init(_ point: GeoPoint) {
    let (sinLatitude, cosLatitude) = sineAndCosine(degrees: point.latitude)
    let (sinLongitude, cosLongitude) = sineAndCosine(degrees: point.longitude)
    let normal =
      Ellipsoid.equatorialRadius
      / (1 - Ellipsoid.squaredEccentricity * sinLatitude * sinLatitude).squareRoot()
    x = normal * cosLatitude * cosLongitude
    y = normal * cosLatitude * sinLongitude
    z = normal * (1 - Ellipsoid.squaredEccentricity) * sinLatitude
  }

  @inline(__always)
  func squaredChord(to other: SpacePoint) -> Double {
    let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
    return dx * dx + dy * dy + dz * dz
  }
}

/// What a chord says about a geodesic distance: surely within it, surely beyond it, or neither.
///
/// A geodesic's curvature is never more than at the flattest nor less than at the most curved
/// place of the ellipsoid, so its length lies between the arcs of two circles over the same chord
/// (Schur's comparison). A slack of a hundredth of a millimetre and of 1e-9 covers rounding and
/// the geodesic's slight twist.
struct ChordBounds {
  /// Chords up to this square are surely within.
  var within: Double
  /// Chords from this square on are surely beyond.
  var beyond: Double

  init(_ distance: Distance) {
    let slack = 1e-5 + 1e-9 * distance.metres
    // Beyond a sixth of the globe's girth a chord says too little to exclude a point.
    let reach = 6e6
    let least = chord(
      underArc: min(distance.metres, reach) - slack, radius: Ellipsoid.leastCurvatureRadius)
    let greatest = chord(
      underArc: distance.metres + slack, radius: Ellipsoid.greatestCurvatureRadius)
    within = least <= 0 ? -1 : least * least
    beyond = distance.metres > reach ? .infinity : greatest * greatest
  }
}
