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
  (sin(radians), cos(radians))
}

/// Gives the angle in radians, -π...π, whose sine and cosine stand in this proportion.
@inline(__always)
func arcTangent(_ sine: Double, _ cosine: Double) -> Double { atan2(sine, cosine) }

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
