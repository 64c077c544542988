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
    let height = box.north - box.south
    let latitudes = (0..<steps).map { box.south + height * (Double($0) + 0.5) / Double(steps) }
    let crossings = crossings(of: latitudes, perDegree: height > 0 ? Double(steps) / height : 0)
    var points: [GeoPoint] = []
    for row in 0..<steps {
      var next = 0
      for column in 0..<steps {
        let longitude =
          box.west + (box.east - box.west) * (Double(column) + 0.5) / Double(steps)
        while next < crossings[row].count, crossings[row][next] < longitude { next += 1 }
        if next % 2 == 1 {
          points.append(GeoPoint(longitude: longitude, latitude: latitudes[row]))
        }
      }
    }
    return points
  }

  /// The longitudes at which the border crosses each of some latitudes, from west to east: between the
  /// first and the second lies the area, and so on.
  private func crossings(of latitudes: [Double], perDegree: Double) -> [[Double]] {
    var crossings = [[Double]](repeating: [], count: latitudes.count)
    guard let south = latitudes.first else { return crossings }
    for polygon in polygons {
      for ring in polygon.rings {
        for i in ring.indices.dropFirst() {
          let (a, b) = (ring[i - 1], ring[i])
          let north = max(a.latitude, b.latitude)
          // A row below where the edge begins, for rounding.
          let lowest = (min(a.latitude, b.latitude) - south) * perDegree - 1
          var row = Int(min(Double(latitudes.count), max(0, lowest)))
          while row < latitudes.count, latitudes[row] < north {
            let latitude = latitudes[row]
            if (a.latitude > latitude) != (b.latitude > latitude) {
              let share = (latitude - a.latitude) / (b.latitude - a.latitude)
              crossings[row].append(a.longitude + share * (b.longitude - a.longitude))
            }
            row += 1
          }
        }
      }
    }
    for row in crossings.indices { crossings[row].sort() }
    return crossings
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
