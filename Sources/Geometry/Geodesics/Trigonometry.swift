#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Gives the sine and the cosine of an angle in degrees.
@inline(__always)
func sineAndCosine(degrees: Double) -> (sine: Double, cosine: Double) {
  sineAndCosine(radians: degrees * (.pi / 180))
}

/// Gives the sine and the cosine of an angle in radians.
@inline(__always)
func sineAndCosine(radians: Double) -> (sine: Double, cosine: Double) {
  let square = radians * radians
  // Most angles of short ways: the first term left out is a billionth of a unit in the last place.
  if square < smallAngle * smallAngle {
    return (
      radians * (1 - square / 6 * (1 - square / 20 * (1 - square / 42))),
      1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
    )
  }
  return (sin(radians), cos(radians))
}

/// Gives the angle in radians, -π...π, whose sine and cosine stand in this proportion.
@inline(__always)
func arcTangent(_ sine: Double, _ cosine: Double) -> Double {
  guard cosine > 0, abs(sine) < smallAngle * cosine else { return atan2(sine, cosine) }
  let tangent = sine / cosine
  let square = tangent * tangent
  return tangent
    * (1 - square * (1.0 / 3 - square * (1.0 / 5 - square * (1.0 / 7 - square / 9))))
}

/// The radians below which a few terms of a series tell all that a number can hold.
private let smallAngle = 0.01

/// Gives the bearing of a direction, in degrees clockwise from north.
@inline(__always)
func degrees(ofAngleEast east: Double, north: Double) -> Double {
  arcTangent(east, north) * (180 / .pi)
}

/// Gives the length of the arc over a chord of a circle.
@inline(__always)
func arc(overChord chord: Double, radius: Double) -> Double {
  2 * radius * asin(min(1, chord / (2 * radius)))
}

/// Gives the length of the chord under an arc of a circle, at most half the circle long.
@inline(__always)
func chord(underArc arc: Double, radius: Double) -> Double {
  2 * radius * sin(min(.pi / 2, arc / (2 * radius)))
}

/// Gives the number whose hyperbolic sine this is.
func areaSine(_ x: Double) -> Double { asinh(x) }

/// Gives the number whose hyperbolic tangent this is.
func areaTangent(_ x: Double) -> Double { atanh(x) }
