extension BoundingBox {
  /// Makes a box that surely holds everything within a distance of a point.
  ///
  /// It is a little larger than need be; near a pole it goes all the way round. It does not cross
  /// the 180th meridian but ends there.
  public init(around centre: GeoPoint, reach: Distance) {
    let degree = Double.pi / 180
    let metres = max(0, reach.metres) * (1 + 1e-9) + 1e-3
    let height = metres / (Ellipsoid.leastCurvatureRadius * degree)
    south = max(-90, centre.latitude - height)
    north = min(90, centre.latitude + height)
    // A metre spans most longitude where the disc comes nearest to a pole.
    let cosine = sineAndCosine(degrees: max(abs(south), abs(north))).cosine
    let width = cosine > 1e-6 ? metres / (Ellipsoid.equatorialRadius * cosine * degree) : 360
    west = max(-180, centre.longitude - width)
    east = min(180, centre.longitude + width)
  }
}
