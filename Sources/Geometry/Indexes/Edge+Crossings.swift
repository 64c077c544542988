extension Edge {
  @inline(__always)
  private func isLeft(x: Double, y: Double) -> Bool { side(x: x, y: y) > 0 }

  /// Says whether the edge crosses the parallel between two longitudes.
  ///
  /// What lies on a line counts as south or west of it. A doubtful side is only asked for where the
  /// edge spans both the parallel and the meridian, so that this and its twin for meridians never
  /// disagree about a corner.
  @inline(__always)
  func crosses(y: Double, from start: Double, to end: Double) -> Bool {
    (y1 <= y) != (y2 <= y) && isEast(x: start, y: y) != isEast(x: end, y: y)
  }

  /// Says whether the edge crosses the meridian between two latitudes.
  @inline(__always)
  func crosses(x: Double, from start: Double, to end: Double) -> Bool {
    (x1 <= x) != (x2 <= x) && isNorth(x: x, y: start) != isNorth(x: x, y: end)
  }

  /// Says whether an edge that spans the parallel passes east of the place.
  @inline(__always)
  private func isEast(x: Double, y: Double) -> Bool {
    if (x1 <= x) == (x2 <= x) { return x1 > x }
    return isLeft(x: x, y: y)
  }

  /// Says whether an edge that spans the meridian passes north of the place.
  @inline(__always)
  private func isNorth(x: Double, y: Double) -> Bool {
    if (y1 <= y) == (y2 <= y) { return y1 > y }
    return isLeft(x: x, y: y) == (x2 < x1)
  }

  /// Says whether the box around the edge touches another.
  func intersects(_ box: BoundingBox) -> Bool {
    y1 <= box.north && y2 >= box.south && min(x1, x2) <= box.east && max(x1, x2) >= box.west
  }
}
