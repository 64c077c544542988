/// Everything within a distance of a straight way on a plane: two straight sides, and half a circle about
/// each end.
///
/// Its corners are those that GEOS gives a buffer of 16 segments a quarter, number by number, without
/// the noding and the graph that GEOS needs for lines of any shape.
struct Capsule {
  var start: PlanePoint
  var end: PlanePoint
  var radius: Double

  /// Segments to a quarter of a circle.
  static let quarter = 16

  /// The corners, closed, clockwise.
  var ring: [PlanePoint] {
    var ring: [PlanePoint] = []
    ring.reserveCapacity(4 * Self.quarter + 8)
    appendEnd(from: start, to: end, &ring)
    appendEnd(from: end, to: start, &ring)
    if ring[ring.count - 1] != ring[0] { ring.append(ring[0]) }
    return ring
  }

  /// Appends the half circle about the end of a way, from its left to its right.
  private func appendEnd(from start: PlanePoint, to end: PlanePoint, _ ring: inout [PlanePoint]) {
    let (dx, dy) = (end.east - start.east, end.north - start.north)
    let length = (dx * dx + dy * dy).squareRoot()
    let (leftX, leftY) = (radius * dx / length, radius * dy / length)
    append(PlanePoint(east: end.east - leftY, north: end.north + leftX), &ring)
    let angle = arcTangent(dy, dx)
    let (first, last) = (angle + .pi / 2, angle - .pi / 2)
    let whole = abs(first - last)
    let count = Int(whole / (.pi / 2 / Double(Self.quarter)) + 0.5)
    let step = whole / Double(count)
    for i in 0..<count {
      let (sine, cosine) = sineAndCosine(radians: first - Double(i) * step)
      append(
        PlanePoint(east: end.east + radius * cosine, north: end.north + radius * sine), &ring)
    }
    append(PlanePoint(east: end.east + leftY, north: end.north - leftX), &ring)
  }

  /// Appends a corner, unless it stands where the last one does.
  private func append(_ point: PlanePoint, _ ring: inout [PlanePoint]) {
    if let last = ring.last {
      let (dx, dy) = (point.east - last.east, point.north - last.north)
      if (dx * dx + dy * dy).squareRoot() < radius * 1e-6 { return }
    }
    ring.append(point)
  }
}

extension [PlanePoint] {
  /// The same way with vertices on its long sides, so that no side is longer than a step.
  func densified(step: Double) -> [PlanePoint] {
    guard var last = first else { return [] }
    var dense: [PlanePoint] = []
    dense.reserveCapacity(count + 16)
    dense.append(last)
    for point in dropFirst() {
      let (dx, dy) = (point.east - last.east, point.north - last.north)
      let length = (dx * dx + dy * dy).squareRoot()
      let pieces = (length / step).rounded(.up)
      if pieces > 1 {
        let piece = length / pieces
        for number in 1..<Int(pieces) {
          let share = Double(number) * piece / length
          dense.append(
            PlanePoint(east: last.east + share * dx, north: last.north + share * dy))
        }
      }
      dense.append(point)
      last = point
    }
    return dense
  }
}
