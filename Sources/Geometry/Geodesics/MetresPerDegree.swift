/// How many metres a degree measures along the meridian and along the parallel at a latitude.
struct MetresPerDegree {
  var latitude: Double
  var longitude: Double

  init(atLatitude degrees: Double) {
    let (sine, cosine) = sineAndCosine(degrees: degrees)
    let root = (1 - Ellipsoid.squaredEccentricity * sine * sine).squareRoot()
    let normal = Ellipsoid.equatorialRadius / root
    latitude = normal * (1 - Ellipsoid.squaredEccentricity) / (root * root) * (.pi / 180)
    longitude = normal * cosine * (.pi / 180)
  }
}
