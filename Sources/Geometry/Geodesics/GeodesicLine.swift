/// A geodesic seen from one of its points, by its image on the auxiliary sphere.
///
/// From C. F. F. Karney, "Algorithms for geodesics" (2013); numbers in parentheses are its equations.
struct GeodesicLine {
  /// The reduced latitude that it starts from.
  let latitude: Angle
  /// The direction that it starts in, clockwise from north.
  let direction: Angle
  /// The direction in which it crosses the equator.
  let equator: Angle
  /// The arc from the equator to its start.
  let arc: Angle
  let series: GeodesicSeries

  init(from latitude: Angle, towards direction: Angle) {
    self.latitude = latitude
    self.direction = direction
    let across = direction.cosine
    let along = direction.sine * latitude.sine
    // (10)
    equator = Angle(
      sine: direction.sine * latitude.cosine,
      cosine: (across * across + along * along).squareRoot())
    arc =
      latitude.sine == 0 && across == 0
      ? Angle(sine: 0, cosine: 1)
      : Angle(sine: latitude.sine, cosine: across * latitude.cosine)  // (11)
    series = GeodesicSeries(squaredCosine: equator.cosine * equator.cosine)
  }

  /// The difference of longitudes from the start to another arc, less a longitude, in radians (8, 12,
  /// 23).
  ///
  /// - Parameter other: The arc from the equator to the end.
  /// - Parameter way: The arc from the start to the end, in radians.
  @inline(__always)
  func longitude(to other: Angle, way: Double, less longitude: Angle = .zero) -> Double {
    let longitudes = series.longitudes
    let onSphere = other.scaled(sine: equator.sine).turned(back: arc.scaled(sine: equator.sine))
    return onSphere.turned(back: longitude).radians
      - Ellipsoid.flattening * equator.sine * series.longitudeFactor
      * (way + longitudes.at(other) - longitudes.at(arc))
  }

  /// The length from the start to another arc, in metres (7, 15).
  func metres(to other: Angle, way: Double) -> Double {
    let lengths = series.lengths
    return Ellipsoid.polarRadius * series.lengthFactor
      * (way + lengths.at(other) - lengths.at(arc))
  }

  /// Goes so far: the way on the sphere, and the arc from the equator to where it ends (20).
  func end(after metres: Double) -> (way: Double, arc: Angle) {
    let before = series.lengths.at(arc)
    let stretched = metres / (Ellipsoid.polarRadius * series.lengthFactor)
    let tau = arc.turned(by: Angle(radians: before)).turned(by: Angle(radians: stretched))
    let way = stretched + series.arcs.at(tau) + before
    return (way, arc.turned(by: Angle(radians: way)))
  }

  /// Goes so far, from a place at the line's start.
  func destination(from start: GeoPoint, metres: Double) -> GeoPoint {
    let end = end(after: metres)
    let across = equator.cosine * end.arc.cosine
    // (13)
    let cosine = (equator.sine * equator.sine + across * across).squareRoot()
    let longitude = longitude(to: end.arc, way: end.way) * (180 / .pi)
    return GeoPoint(
      longitude: (start.longitude + longitude).withinHalfTurn,
      latitude: degrees(
        ofAngleEast: equator.cosine * end.arc.sine,
        north: (1 - Ellipsoid.flattening) * max(cosine, 1e-150)))
  }
}

extension Double {
  /// The angle in degrees, -180...180, that differs from this one by whole turns.
  var withinHalfTurn: Double { abs(self) <= 180 ? self : remainder(dividingBy: 360) }
}
