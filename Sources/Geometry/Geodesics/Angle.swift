/// An angle by its sine and cosine, which know no turn too many and lose nothing near the axes.
struct Angle {
  var sine: Double
  var cosine: Double

  /// An angle whose sine and cosine stand in this proportion.
  @inline(__always)
  init(sine: Double, cosine: Double) {
    let length = (sine * sine + cosine * cosine).squareRoot()
    self.sine = sine / length
    self.cosine = cosine / length
  }

  static let zero = Angle(exactly: 0, 1)

  /// An angle whose sine and cosine are known, or of which only the direction counts.
  @inline(__always)
  init(exactly sine: Double, _ cosine: Double) {
    self.sine = sine
    self.cosine = cosine
  }

  @inline(__always)
  init(degrees: Double) { (sine, cosine) = sineAndCosine(degrees: degrees) }

  @inline(__always)
  init(radians: Double) { (sine, cosine) = sineAndCosine(radians: radians) }

  /// The reduced latitude of a position: its latitude on the auxiliary sphere of a geodesic.
  init(reducing latitude: Double) {
    let latitude = Angle(degrees: latitude)
    // Never quite at a pole, so that directions there have a meaning.
    self.init(
      sine: (1 - Ellipsoid.flattening) * latitude.sine, cosine: max(latitude.cosine, 1e-150))
  }

  /// The sum of this angle and another.
  @inline(__always)
  func turned(by other: Angle) -> Angle {
    Angle(
      exactly: sine * other.cosine + cosine * other.sine,
      cosine * other.cosine - sine * other.sine)
  }

  /// This angle less another.
  @inline(__always)
  func turned(back other: Angle) -> Angle {
    Angle(
      exactly: sine * other.cosine - cosine * other.sine,
      cosine * other.cosine + sine * other.sine)
  }

  /// The angle again, without the errors of many turns.
  var normalised: Angle { Angle(sine: sine, cosine: cosine) }

  /// The direction with another sine: of which only the angle in radians has a meaning.
  @inline(__always)
  func scaled(sine factor: Double) -> Angle { Angle(exactly: sine * factor, cosine) }

  /// The angle in -π...π.
  var radians: Double { arcTangent(sine, cosine) }
}
