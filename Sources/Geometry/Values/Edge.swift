/// A straight side of a ring in the plane of degrees, always held from its southern end to its
/// northern end, so that two neighbours who share it compute the same numbers.
struct Edge {
  var x1: Double, y1: Double, x2: Double, y2: Double

  @inline(__always)
  init(_ a: GeoPoint, _ b: GeoPoint) {
    let upwards =
      a.latitude < b.latitude || (a.latitude == b.latitude && a.longitude <= b.longitude)
    let (low, high) = upwards ? (a, b) : (b, a)
    x1 = low.longitude
    y1 = low.latitude
    x2 = high.longitude
    y2 = high.latitude
  }

  /// Says whether the parallel through the point cuts the edge; the southern end belongs to it,
  /// the northern one does not.
  @inline(__always)
  func spansLatitude(of point: GeoPoint) -> Bool { y1 <= point.latitude && point.latitude < y2 }

  /// Is positive if the point is to the left (west) of the edge, negative if to the right.
  @inline(__always)
  func side(of point: GeoPoint) -> Double { side(x: point.longitude, y: point.latitude) }

  @inline(__always)
  func side(x: Double, y: Double) -> Double { (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1) }

  /// Says whether the point lies on the edge.
  func touches(_ point: GeoPoint) -> Bool {
    point.latitude >= y1 && point.latitude <= y2 && side(of: point) == 0
      && point.longitude >= min(x1, x2) && point.longitude <= max(x1, x2)
  }
}
