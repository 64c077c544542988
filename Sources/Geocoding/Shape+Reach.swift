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

  /// A point inside the area that is as near to another as can be had.
  func point(nearest other: GeoPoint) -> GeoPoint? {
    samples().min {
      let (a, b) = ($0.kilometres(to: other), $1.kilometres(to: other))
      return a != b ? a < b : $0 < $1
    }
  }

  /// The metres around a point that hold nine tenths of the area.
  func reach(from point: GeoPoint) -> Double? {
    let distances = samples().map { $0.kilometres(to: point) }.sorted()
    guard !distances.isEmpty else { return nil }
    return (distances[min(distances.count - 1, distances.count * 9 / 10)] * 1000).rounded()
  }

  /// Points spread evenly over the area, some three hundred, row by row from the south-west.
  private func samples() -> [GeoPoint] {
    guard let box = boundingBox else { return [] }
    let steps = 28
    var points: [GeoPoint] = []
    var crossings: [Double] = []
    for row in 0..<steps {
      let latitude = box.south + (box.north - box.south) * (Double(row) + 0.5) / Double(steps)
      collectCrossings(of: latitude, in: &crossings)
      var next = 0
      for column in 0..<steps {
        let longitude =
          box.west + (box.east - box.west) * (Double(column) + 0.5) / Double(steps)
        while next < crossings.count, crossings[next] < longitude { next += 1 }
        if next % 2 == 1 { points.append(GeoPoint(longitude: longitude, latitude: latitude)) }
      }
    }
    return points
  }

  /// The longitudes at which the border crosses a latitude, from west to east: between the first and
  /// the second lies the area, and so on.
  private func collectCrossings(of latitude: Double, in crossings: inout [Double]) {
    crossings.removeAll(keepingCapacity: true)
    for polygon in polygons {
      for ring in polygon.rings {
        for i in ring.indices.dropFirst() {
          let (a, b) = (ring[i - 1], ring[i])
          guard (a.latitude > latitude) != (b.latitude > latitude) else { continue }
          let share = (latitude - a.latitude) / (b.latitude - a.latitude)
          crossings.append(a.longitude + share * (b.longitude - a.longitude))
        }
      }
    }
    crossings.sort()
  }

  /// The area in square metres as on a plane, good to a per cent: enough to tell something from
  /// nothing.
  var roughSquareMetres: Double {
    guard let box = boundingBox else { return 0 }
    let metresPerDegree = 111_195.0
    let middle = (box.south + box.north) / 2 * .pi / 180
    return polygons.reduce(0) { sum, polygon in
      let areas = polygon.rings.map { $0.squareDegrees }
      return sum + (areas.first ?? 0) - areas.dropFirst().reduce(0, +)
    } * metresPerDegree * metresPerDegree * cosine(middle)
  }
}

extension [GeoPoint] {
  /// What a ring encloses in the plane of degrees, whichever way it runs.
  fileprivate var squareDegrees: Double {
    guard let origin = first else { return 0 }
    var sum = 0.0
    for i in indices.dropFirst() {
      let (a, b) = (self[i - 1], self[i])
      sum +=
        (a.longitude - origin.longitude) * (b.latitude - origin.latitude)
        - (a.latitude - origin.latitude) * (b.longitude - origin.longitude)
    }
    return abs(sum) / 2
  }
}
