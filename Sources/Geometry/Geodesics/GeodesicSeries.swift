/// The series that carry a geodesic of the ellipsoid over to an auxiliary sphere and back.
///
/// From C. F. F. Karney, "Algorithms for geodesics" (2013), to the sixth order in the small number
/// of the line: for the earth the first term left out is some picometres.
struct GeodesicSeries {
  /// The small number, which says how far the line's ellipse is from a circle.
  let epsilon: Double

  private static let n = Ellipsoid.flattening / (2 - Ellipsoid.flattening)

  /// - Parameter squaredCosine: Of the direction in which the line crosses the equator.
  init(squaredCosine: Double) {
    let k2 = squaredCosine * Ellipsoid.squaredSecondEccentricity
    epsilon = k2 / (2 * (1 + (1 + k2).squareRoot()) + k2)
  }

  /// What the arc is multiplied with to be a length, in polar radii (17).
  var lengthFactor: Double {
    let e2 = epsilon * epsilon
    return (1 + e2 * (1.0 / 4 + e2 * (1.0 / 64 + e2 / 256))) / (1 - epsilon)
  }

  /// The first part of what the reduced length is made of: the factor of (17) less that of (42).
  var reducedLengthFactor: Double {
    let e2 = epsilon * epsilon
    return lengthFactor - (1 - epsilon) * (1 + e2 * (1.0 / 4 + e2 * (9.0 / 64 + e2 * 25 / 256)))
  }

  /// What the arc is multiplied with to be a difference of longitudes (24).
  var longitudeFactor: Double {
    let (n, e) = (Self.n, epsilon)
    return 1 - e
      * ((1 - n) / 2 + e
        * ((1 + n * (1.0 / 2 - n * 3 / 2)) / 4 + e
          * ((1 + n * (3 + n)) / 16 + e * ((3 + n * 2) / 64 + e * 3 / 128))))
  }

  /// From arc to length (18).
  var lengths: SineSeries {
    let e = epsilon
    let e2 = e * e
    return SineSeries(
      e * (-1.0 / 2 + e2 * (3.0 / 16 - e2 / 32)),
      e2 * (-1.0 / 16 + e2 * (1.0 / 32 - e2 * 9 / 2048)),
      e * e2 * (-1.0 / 48 + e2 * 3 / 256),
      e2 * e2 * (-5.0 / 512 + e2 * 3 / 512),
      e * e2 * e2 * -7 / 1280,
      e2 * e2 * e2 * -7 / 2048)
  }

  /// From length to arc (21).
  var arcs: SineSeries {
    let e = epsilon
    let e2 = e * e
    return SineSeries(
      e * (1.0 / 2 + e2 * (-9.0 / 32 + e2 * 205 / 1536)),
      e2 * (5.0 / 16 + e2 * (-37.0 / 96 + e2 * 1335 / 4096)),
      e * e2 * (29.0 / 96 - e2 * 75 / 128),
      e2 * e2 * (539.0 / 1536 - e2 * 2391 / 2560),
      e * e2 * e2 * 3467 / 7680,
      e2 * e2 * e2 * 38081 / 61440)
  }

  /// From arc to longitude (25).
  var longitudes: SineSeries {
    let (n, e) = (Self.n, epsilon)
    let e2 = e * e
    return SineSeries(
      e
        * ((1 - n) / 4 + e
          * ((1 - n * n) / 8 + e
            * ((3 + n * (3 - n)) / 64 + e * ((5 + n * 2) / 128 + e * 3 / 128)))),
      e2
        * ((2 - n * (3 - n)) / 32 + e
          * ((3 - n * (2 + n * 3)) / 64 + e * ((3 + n) / 128 + e * 5 / 256))),
      e * e2 * ((5 - n * (9 - n * 5)) / 192 + e * ((9 - n * 10) / 384 + e * 7 / 512)),
      e2 * e2 * ((7 - n * 14) / 512 + e * 7 / 512),
      e * e2 * e2 * 21 / 2560,
      0)
  }
}

/// The sum of c1 sin 2x + c2 sin 4x + … + c6 sin 12x.
struct SineSeries {
  private var c: (Double, Double, Double, Double, Double, Double)

  init(
    _ c1: Double, _ c2: Double, _ c3: Double, _ c4: Double, _ c5: Double, _ c6: Double
  ) {
    c = (c1, c2, c3, c4, c5, c6)
  }

  /// The sum at an angle, by Clenshaw's recurrence.
  func at(_ x: Angle) -> Double {
    let twice = 2 * (x.cosine - x.sine) * (x.cosine + x.sine)
    let b6 = c.5
    let b5 = twice * b6 + c.4
    let b4 = twice * b5 - b6 + c.3
    let b3 = twice * b4 - b5 + c.2
    let b2 = twice * b3 - b4 + c.1
    let b1 = twice * b2 - b3 + c.0
    return 2 * x.sine * x.cosine * b1
  }
}
