/// A local plane over a box of some degrees, as a table that positions are interpolated from.
///
/// Laying a point on the plane takes a geodesic; outlines of land have hundreds, and over a few degrees
/// the plane is so smooth that seven steps each way tell it to some hundredths of a millimetre.
struct PlaneTable {
  let plane: LocalPlane
  private let box: BoundingBox
  /// The factors of the products of Chebyshev polynomials, by the degree in longitude, and in each by
  /// that in latitude: metres east and north.
  private let factors: [SIMD2<Double>]

  private static let size = 7
  /// The degrees that a box may span either way.
  static let widest = 4.0
  /// The points that are no fewer than it takes to make a table.
  static let fewest = 100

  /// Lays the plane around the middle of a box; nil where that is too large, or lies on no globe.
  init?(around box: BoundingBox) {
    guard box.centre.isOnGlobe, box.east - box.west <= Self.widest,
      box.north - box.south <= Self.widest, box.east > box.west, box.north > box.south
    else { return nil }
    plane = LocalPlane(centre: box.centre)
    self.box = box
    let size = Self.size
    // The polynomials at the places where the plane is told exactly.
    let angles = (0..<size).map { Double.pi * (Double($0) + 0.5) / Double(size) }
    let places = angles.map { sineAndCosine(radians: $0).cosine }
    let values = angles.map { angle in
      (0..<size).map { sineAndCosine(radians: Double($0) * angle).cosine }
    }
    var factors = [SIMD2<Double>](repeating: .zero, count: size * size)
    for (i, x) in places.enumerated() {
      for (j, y) in places.enumerated() {
        let point = plane.project(
          GeoPoint(
            longitude: box.centre.longitude + x * (box.east - box.west) / 2,
            latitude: box.centre.latitude + y * (box.north - box.south) / 2))
        let metres = SIMD2(point.east, point.north)
        for k in 0..<size {
          for l in 0..<size { factors[k * size + l] += metres * (values[i][k] * values[j][l]) }
        }
      }
    }
    for k in 0..<size {
      for l in 0..<size {
        let share = (k == 0 ? 1.0 : 2.0) * (l == 0 ? 1.0 : 2.0) / Double(size * size)
        factors[k * size + l] *= share
      }
    }
    self.factors = factors
  }

  /// Lays a point of the box on the plane.
  func project(_ point: GeoPoint) -> PlanePoint {
    let x = (point.longitude - box.centre.longitude) * 2 / (box.east - box.west)
    let y = (point.latitude - box.centre.latitude) * 2 / (box.north - box.south)
    let ys = Self.polynomials(y)
    let xs = Self.polynomials(x)
    var metres = SIMD2<Double>.zero
    for k in 0..<Self.size {
      var row = SIMD2<Double>.zero
      for l in 0..<Self.size { row += factors[k * Self.size + l] * ys[l] }
      metres += row * xs[k]
    }
    return PlanePoint(east: metres.x, north: metres.y)
  }

  /// The Chebyshev polynomials at a number.
  @inline(__always)
  private static func polynomials(_ x: Double) -> SIMD8<Double> {
    var values = SIMD8<Double>(1, x, 0, 0, 0, 0, 0, 0)
    for i in 2..<size { values[i] = 2 * x * values[i - 1] - values[i - 2] }
    return values
  }
}
