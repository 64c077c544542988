import Geometry
import TestSupport
import Testing

@Suite struct PolygonIndexTests {
  @Test(arguments: 0..<40)
  func `it answers as GEOS does`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let areas = (0..<(1 + seed % 12)).map { key -> (key: Int, shape: Shape) in
      let star = random.star(
        around: random.point(), corners: .random(in: 3...300, using: &random),
        reach: .random(in: 0.01...2, using: &random))
      // Some with a hole, some of two parts.
      let centre = star.rings[0].reduce((0.0, 0.0)) {
        (
          $0.0 + $1.longitude / Double(star.rings[0].count),
          $0.1 + $1.latitude / Double(star.rings[0].count)
        )
      }
      let hole = star.rings[0].map {
        GeoPoint(
          longitude: centre.0 + ($0.longitude - centre.0) * 0.1,
          latitude: centre.1 + ($0.latitude - centre.1) * 0.1)
      }
      let holed = Polygon(rings: [star.rings[0], hole])
      guard key % 3 == 0, Shape.polygon(holed).isValid else { return (key, .polygon(star)) }
      return (key, .polygon(holed))
    }
    let index = try PolygonIndex(areas.shuffled(using: &random))
    let points = (0..<2000).map { _ in random.point() }
    let answers = try areas.map { try $0.shape.covers(each: points) }
    for (position, point) in points.enumerated() {
      let expected = areas.indices.filter { answers[$0][position] }
      #expect(index.keys(containing: point) == expected)
      #expect(index.key(containing: point) == expected.first)
      #expect(areas.indices.filter { areas[$0].shape.contains(point) } == expected)
    }
    #expect(index.keys(ofEach: points) == points.map { index.key(containing: $0) })
  }

  @Test(arguments: 1...14)
  func `slivers almost along a row of the grid do not upset it`(digits: Int) throws {
    var random = SeededGenerator(seed: digits)
    var thickness = 1.0
    for _ in 0..<digits { thickness /= 10 }
    let slivers = (0..<300).map { key -> (key: Int, shape: Shape) in
      let y = 33 + Double(key % 30) / 10
      let x = Double.random(in: 36...38, using: &random)
      let tilt = Double.random(in: -1...1, using: &random) * thickness
      let corners =
        key % 2 == 0
        ? ring(x, y, x + 3, y + tilt, x + 3, y + tilt + thickness, x, y)
        : ring(y, x - 3, y + tilt, x, y + tilt + thickness, x, y, x - 3)
      return (key, .polygon(Polygon(rings: [corners])))
    }
    let index = try PolygonIndex(slivers)
    let points = (0..<4000).map { _ in
      random.point(in: BoundingBox(west: 32, south: 32, east: 42, north: 39))
    }
    let answers = try slivers.map { try $0.shape.covers(each: points) }
    for (position, point) in points.enumerated() {
      #expect(index.keys(containing: point) == slivers.indices.filter { answers[$0][position] })
    }
  }

  /// Cells of a shaken grid of corners: neighbours share their borders exactly.
  func patchwork(size: Int, random: inout SeededGenerator) -> [(key: Int, shape: Shape)] {
    var corners: [[GeoPoint]] = []
    for row in 0...size {
      corners.append(
        (0...size).map { column in
          let shake = row % size == 0 || column % size == 0 ? 0 : 0.3
          // Rounding makes many corners share a longitude or a latitude.
          let x =
            Double(column) + (Double.random(in: -shake...shake, using: &random) * 4).rounded() / 4
          let y =
            Double(row) + (Double.random(in: -shake...shake, using: &random) * 4).rounded() / 4
          return GeoPoint(longitude: 36 + x / 4, latitude: 33 + y / 4)
        })
    }
    return (0..<size * size).map { number in
      let (row, column) = (number / size, number % size)
      return (
        number,
        .polygon(
          Polygon(rings: [
            [
              corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
              corners[row + 1][column], corners[row][column],
            ]
          ]))
      )
    }
  }

  @Test(arguments: 2..<14)
  func `neighbours share their border without gap or overlap`(size: Int) throws {
    var random = SeededGenerator(seed: size)
    let areas = patchwork(size: size, random: &random)
    let index = try PolygonIndex(areas)
    var points = areas.flatMap { $0.shape.polygons[0].rings[0] }
    points += zip(points, points.dropFirst()).map {
      GeoPoint(
        longitude: ($0.longitude + $1.longitude) / 2, latitude: ($0.latitude + $1.latitude) / 2)
    }
    let edge = 36 + Double(size) / 4
    let top = 33 + Double(size) / 4
    for _ in 0..<2000 {
      points.append(
        random.point(in: BoundingBox(west: 36, south: 33, east: edge, north: top)))
    }
    for point in points where point.longitude < edge && point.latitude < top {
      #expect(index.keys(containing: point).count == 1, "\(point)")
    }
  }

  @Test func `a border point goes east and north`() throws {
    let index = try PolygonIndex([
      (key: 7, shape: Shape(BoundingBox(west: 36, south: 36, east: 37, north: 37))),
      (key: 8, shape: Shape(BoundingBox(west: 37, south: 36, east: 38, north: 37))),
      (key: 9, shape: Shape(BoundingBox(west: 36, south: 37, east: 38, north: 38))),
    ])
    #expect(index.keys(containing: GeoPoint(longitude: 37, latitude: 36.5)) == [8])
    #expect(index.keys(containing: GeoPoint(longitude: 36.5, latitude: 37)) == [9])
    #expect(index.keys(containing: GeoPoint(longitude: 36, latitude: 36)) == [7])
    #expect(index.keys(containing: GeoPoint(longitude: 38, latitude: 36.5)) == [])
  }

  @Test func `several shapes of one key are one area, and nothing holds nothing`() throws {
    let index = try PolygonIndex([
      (key: 3, shape: Shape(BoundingBox(west: 36, south: 36, east: 37, north: 37))),
      (key: 3, shape: Shape(BoundingBox(west: 36.5, south: 36, east: 38, north: 37))),
      (key: 1, shape: .empty), (key: 2, shape: .point(aleppo)),
    ])
    for longitude in [36.2, 36.7, 37.5] {
      #expect(index.keys(containing: GeoPoint(longitude: longitude, latitude: 36.4)) == [3])
    }
    let empty = try PolygonIndex([])
    #expect(empty.keys(containing: aleppo) == [])
    #expect(empty.keys(containing: GeoPoint(longitude: 0, latitude: 0)) == [])
    #expect(empty.nearestKey(to: aleppo, within: .kilometres(1)) == nil)
    #expect(index.keys(containing: GeoPoint(longitude: .nan, latitude: 36.4)) == [])
    #expect(throws: CoordinateError.self) {
      try PolygonIndex([(key: 1, shape: .polygon(Polygon(rings: [ring(36, 36, .nan, 1, 36, 36)])))])
    }
  }

  @Test(arguments: 0..<30)
  func `the nearest area is the one at the least distance`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let areas = (0..<8).map {
      (
        key: $0,
        shape: Shape.polygon(random.star(around: random.point(), corners: 15, reach: 0.4))
      )
    }
    let index = try PolygonIndex(areas)
    for _ in 0..<20 {
      let point = random.point()
      let tolerance = Distance.kilometres(.random(in: 1...100, using: &random))
      let nearest = areas.map { (point.distance(to: $0.shape), $0.key) }.min { $0 < $1 }
      let found = index.nearestKey(to: point, within: tolerance)
      guard let nearest, nearest.0 <= tolerance else {
        #expect(found == nil)
        continue
      }
      #expect(found?.key == nearest.1)
      #expect(abs((found?.distance.metres ?? .nan) - nearest.0.metres) < 0.01)
    }
  }
}
