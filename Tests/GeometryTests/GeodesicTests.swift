import Geometry
import TestSupport
import Testing

@Suite struct GeodesicTests {
  @Test(
    arguments: [
      // A quarter of the meridian, a degree of the equator, and Vincenty's classic pair of
      // Flinders Peak and Buninyong.
      (0.0, 0.0, 0.0, 90.0, 10_001_965.729, 0.0),
      (0.0, 0.0, 1.0, 0.0, 111_319.491, 90.0),
      (144.424867889, -37.951033417, 143.926495528, -37.652821139, 54_972.271, 306.868155),
    ])
  func `known lengths and directions come out`(
    _ a: Double, _ b: Double, _ c: Double, _ d: Double, _ metres: Double, _ bearing: Double
  ) {
    let from = GeoPoint(longitude: a, latitude: b)
    let way = from.geodesic(to: GeoPoint(longitude: c, latitude: d))
    #expect(abs(way.distance.metres - metres) < 0.002)
    #expect(abs(way.bearing - bearing) < 1e-4)
  }

  @Test(arguments: 0..<100)
  func `going so far in a direction arrives where distance and bearing say`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let start = random.point()
    let bearing = Double.random(in: 0..<360, using: &random)
    let distance = Distance.metres(.random(in: 1...800_000, using: &random))
    let way = start.geodesic(to: start.destination(bearing: bearing, distance: distance))
    #expect(abs(way.distance.metres - distance.metres) < 1e-6)
    #expect(abs(way.bearing - bearing) * distance.metres < 1e-3)
  }

  @Test(arguments: 0..<50)
  func `the midpoint is as far from either end`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let (a, b) = (random.point(), random.point())
    let middle = a.midpoint(to: b)
    #expect(abs(a.distance(to: middle).metres - b.distance(to: middle).metres) < 1e-6)
    #expect(abs(a.distance(to: middle).metres * 2 - a.distance(to: b).metres) < 1e-6)
  }

  @Test func `distances carry their unit`() {
    #expect(Distance.kilometres(10) == .metres(10_000))
    #expect(Distance.metres(500) + .kilometres(1) == .metres(1500))
    #expect(Distance.metres(999) < .kilometres(1))
    #expect("\(Distance.metres(250))" == "250.0 m")
    #expect("\(Distance.kilometres(12))" == "12.0 km")
  }

  @Test func `a position that is not a number has no distance`() {
    #expect(GeoPoint(longitude: .nan, latitude: 36).distance(to: aleppo).metres.isNaN)
  }

  @Test(arguments: 0..<100)
  func `a local plane takes a point there and back`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let plane = LocalPlane(centre: random.point())
    let point = random.point()
    let projected = plane.project(point)
    #expect(plane.unproject(projected).distance(to: point).metres < 1e-6)
    let metres = (projected.east * projected.east + projected.north * projected.north).squareRoot()
    #expect(abs(metres - plane.centre.distance(to: point).metres) < 1e-6)
  }
}

@Suite struct ShapeDistanceTests {
  @Test(arguments: 0..<60)
  func `nearest and farthest agree with a close walk along the border`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let reach = [0.01, 0.1, 1.0][seed % 3]
    let star = random.star(around: random.point(), corners: 12, reach: reach)
    let point = random.point()
    var nearest = Double.infinity
    var farthest = 0.0
    let steps = 2000
    for (a, b) in zip(star.rings[0], star.rings[0].dropFirst()) {
      for step in 0...steps {
        let part = Double(step) / Double(steps)
        let on = GeoPoint(
          longitude: a.longitude + part * (b.longitude - a.longitude),
          latitude: a.latitude + part * (b.latitude - a.latitude))
        let metres = point.distance(to: on).metres
        nearest = min(nearest, metres)
        farthest = max(farthest, metres)
      }
    }
    let shape = Shape.polygon(star)
    if star.contains(point) {
      #expect(point.distance(to: shape) == .zero)
    } else {
      let found = point.distance(to: shape).metres
      // The walk can only be too long, by half a step seen from the nearest approach.
      #expect(found <= nearest + 1e-3)
      let step = reach * 111_700 * 2 / Double(steps)
      #expect(nearest - found <= step * step / (2 * max(found, step)) + 1e-3)
    }
    #expect(abs(point.farthestDistance(to: shape).metres - farthest) < 1e-2)
  }

  @Test func `a point inside is at no distance, and a hole is outside`() {
    let outer = ring(36, 36, 37, 36, 37, 37, 36, 37, 36, 36)
    let hole = ring(36.4, 36.4, 36.4, 36.6, 36.6, 36.6, 36.6, 36.4, 36.4, 36.4)
    let shape = Shape.polygon(Polygon(rings: [outer, hole]))
    #expect(GeoPoint(longitude: 36.1, latitude: 36.1).distance(to: shape) == .zero)
    let middle = GeoPoint(longitude: 36.5, latitude: 36.5)
    let toHole = middle.distance(to: shape)
    #expect(
      abs(toHole.metres - middle.distance(to: GeoPoint(longitude: 36.6, latitude: 36.5)).metres) < 1
    )
    #expect(middle.distance(to: .empty).metres == .infinity)
    #expect(middle.farthestDistance(to: .empty) == .zero)
    #expect(middle.distance(to: .line([aleppo])) == middle.distance(to: aleppo))
  }
}
