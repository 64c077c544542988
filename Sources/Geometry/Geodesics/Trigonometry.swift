#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Gives the sine and the cosine of an angle in degrees.
@inline(__always)
func sineAndCosine(degrees: Double) -> (sine: Double, cosine: Double) {
  let radians = degrees * (.pi / 180)
  return (sin(radians), cos(radians))
}

/// Gives the bearing of a direction, in degrees clockwise from north.
@inline(__always)
func degrees(ofAngleEast east: Double, north: Double) -> Double {
  atan2(east, north) * (180 / .pi)
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
