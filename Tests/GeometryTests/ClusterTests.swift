import Geometry
import TestSupport
import Testing

@Suite struct ClusterTests {
  /// DBSCAN as its definition says it, comparing every point with every other.
  func bruteForce(_ points: [GeoPoint], within radius: Distance, atLeast least: Int) -> [Int?] {
    let near = points.map { a in points.indices.filter { a.distance(to: points[$0]) <= radius } }
    let isCore = near.map { $0.count >= least }
    var group = [Int?](repeating: nil, count: points.count)
    for start in points.indices where isCore[start] && group[start] == nil {
      group[start] = start
      var open = [start]
      while let here = open.popLast() {
        for other in near[here] where isCore[other] && group[other] == nil {
          group[other] = start
          open.append(other)
        }
      }
    }
    for point in points.indices where !isCore[point] {
      group[point] =
        near[point].filter { isCore[$0] }
        .min {
          (points[point].distance(to: points[$0]), points[$0])
            < (points[point].distance(to: points[$1]), points[$1])
        }.flatMap { group[$0] }
    }
    let order = Set(group.compactMap { $0 })
      .map { id in (points.indices.filter { group[$0] == id }.map { points[$0] }.min()!, id) }
      .sorted { $0.0 < $1.0 }.map(\.1)
    return group.map { $0.flatMap { order.firstIndex(of: $0) } }
  }

  /// Points in knots and loose ones, some of them repeated.
  func scatter(_ random: inout SeededGenerator, reach: Double) -> [GeoPoint] {
    let centre = random.point()
    var points = (0..<60).map { _ in random.point(near: centre, reach: reach * 10) }
    for _ in 0..<6 {
      let knot = random.point(near: centre, reach: reach * 8)
      points += (0..<20).map { _ in random.point(near: knot, reach: reach * 1.5) }
    }
    points += points.prefix(15)
    return points.shuffled(using: &random)
  }

  @Test(arguments: 0..<80)
  func `clusters are those of the definition`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let radius = Distance.metres([5, 500, 20_000, 60_000][seed % 4])
    let least = [1, 3, 5, 10][(seed / 4) % 4]
    let points = scatter(&random, reach: radius.metres)
    #expect(
      try points.clusters(within: radius, atLeast: least)
        == bruteForce(points, within: radius, atLeast: least))
  }

  @Test(arguments: 0..<40)
  func `the order of the input does not matter`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let points = scatter(&random, reach: 500)
    let labels = try points.clusters(within: .metres(500), atLeast: 4)
    let shuffled = Array(points.indices).shuffled(using: &random)
    let again = try shuffled.map { points[$0] }.clusters(within: .metres(500), atLeast: 4)
    #expect(again == shuffled.map { labels[$0] })
  }

  @Test func `few points, equal points and points on one line`() throws {
    #expect(try [GeoPoint]().clusters(within: .metres(1), atLeast: 1) == [])
    #expect(try [aleppo].clusters(within: .metres(1), atLeast: 2) == [nil])
    #expect(try [aleppo].clusters(within: .metres(1), atLeast: 1) == [0])
    #expect(
      try [raqqa, aleppo, raqqa, aleppo].clusters(within: .metres(1), atLeast: 2) == [1, 0, 1, 0])
    // A chain with steps of exactly the radius holds together.
    let chain = (0..<10).map {
      aleppo.destination(bearing: 0, distance: .metres(100 * Double($0)))
    }
    let steps = zip(chain, chain.dropFirst()).map { $0.distance(to: $1) }
    #expect(
      try chain.clusters(within: steps.max()!, atLeast: 2) == Array(repeating: 0, count: 10))
    #expect(
      try chain.clusters(within: .metres(99.999), atLeast: 2) == Array(repeating: nil, count: 10))
  }

  @Test func `knots near the pole and over half the globe are found`() throws {
    var random = SeededGenerator(seed: 1)
    let pole = GeoPoint(longitude: 20, latitude: 89.9)
    let points = (0..<80).map { _ in random.point(near: pole, reach: 5000) }
    #expect(
      try points.clusters(within: .metres(800), atLeast: 3)
        == bruteForce(points, within: .metres(800), atLeast: 3))
    let globe = (0..<80).map { _ in
      random.point(in: BoundingBox(west: -90, south: -80, east: 90, north: 80))
    }
    #expect(
      try globe.clusters(within: .kilometres(1500), atLeast: 3)
        == bruteForce(globe, within: .kilometres(1500), atLeast: 3))
  }

  @Test func `what cannot be clustered is refused in words`() {
    let nowhere = GeoPoint(longitude: .infinity, latitude: 0)
    #expect(throws: CoordinateError.self) {
      try [aleppo, nowhere].clusters(within: .metres(1), atLeast: 1)
    }
    #expect(throws: CoordinateError.self) { try [aleppo].clusters(within: .zero, atLeast: 1) }
    #expect(throws: CoordinateError.self) {
      try [aleppo].clusters(within: .metres(.nan), atLeast: 1)
    }
  }
}

@Suite struct RadiusIndexTests {
  @Test(arguments: 0..<60)
  func `it finds what comparing all points finds`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let points = (0..<(seed * 20)).map { _ in random.point() }
    let index = try RadiusIndex(points)
    let centre = random.point()
    for kilometres in [0.0, 1, 30, 200, 900, 15_000] {
      let radius = Distance.kilometres(kilometres)
      let expected = points.indices.filter { centre.distance(to: points[$0]) <= radius }
      #expect(index.indices(within: radius, of: centre).sorted() == expected)
      #expect(index.count(within: radius, of: centre) == expected.count)
      let neighbours = index.neighbours(within: radius, of: centre)
      #expect(neighbours.map(\.index).sorted() == expected)
      #expect(
        zip(neighbours, neighbours.dropFirst()).allSatisfy { $0.distance <= $1.distance })
    }
    // A radius that ends exactly at a point holds it.
    if let point = points.last {
      let radius = centre.distance(to: point)
      #expect(index.indices(within: radius, of: centre).contains(points.count - 1))
    }
  }

  @Test func `equal points, no points and impossible questions`() throws {
    #expect(try RadiusIndex([]).indices(within: .kilometres(1), of: aleppo) == [])
    let index = try RadiusIndex([aleppo, idlib, aleppo])
    #expect(index.neighbours(within: .zero, of: aleppo).map(\.index) == [0, 2])
    #expect(index.indices(within: .metres(-1), of: aleppo) == [])
    #expect(
      index.indices(within: .metres(1), of: GeoPoint(longitude: .nan, latitude: 1)) == [])
    #expect(throws: CoordinateError.self) {
      try RadiusIndex([GeoPoint(longitude: 1, latitude: 91)])
    }
  }
}
