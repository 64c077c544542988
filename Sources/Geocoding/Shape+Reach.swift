import Geometry

extension Shape {
  /// A point well inside the area, the nearest to its middle that can be had, and the metres around
  /// it that hold nine tenths of the area.
  func pointAndReach(near line: [GeoPoint] = []) -> (point: GeoPoint?, radius: Double?)? {
    guard let middle = try? centroid() else { return nil }
    let start: GeoPoint
    if contains(middle) {
      start = middle
    } else {
      // The nearest point of a line inside, of the samples, or whatever GEOS finds.
      let onLine = line.filter(contains)
      let inside = onLine.isEmpty ? samples() : onLine
      let nearest = inside.min {
        let (a, b) = ($0.kilometres(to: middle), $1.kilometres(to: middle))
        return a != b ? a < b : $0 < $1
      }
      guard let found = nearest ?? (try? pointOnSurface()) else { return nil }
      start = found
    }
    return (start, reach(from: start))
  }

  /// The metres around a point that hold nine tenths of the area.
  func reach(from point: GeoPoint) -> Double? {
    let distances = samples().map { $0.kilometres(to: point) }.sorted()
    guard !distances.isEmpty else { return nil }
    return (distances[min(distances.count - 1, distances.count * 9 / 10)] * 1000).rounded()
  }

  /// Points spread evenly over the area, some three hundred.
  private func samples() -> [GeoPoint] {
    guard let box = boundingBox else { return [] }
    let steps = 28
    var points: [GeoPoint] = []
    for row in 0..<steps {
      let latitude = box.south + (box.north - box.south) * (Double(row) + 0.5) / Double(steps)
      for column in 0..<steps {
        let point = GeoPoint(
          longitude: box.west + (box.east - box.west) * (Double(column) + 0.5) / Double(steps),
          latitude: latitude)
        if contains(point) { points.append(point) }
      }
    }
    return points
  }
}
