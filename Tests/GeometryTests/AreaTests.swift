import Geometry
import TestSupport
import Testing

@Suite struct AreaTests {
  @Test(arguments: [50.0, 1000, 20_000, 300_000])
  func `a disc has its corners on the circle and nearly its area`(metres: Double) throws {
    let disc = try Shape.disc(around: aleppo, radius: .metres(metres))
    let corners = try #require(disc.polygons.first?.rings.first)
    for corner in corners {
      #expect(abs(aleppo.distance(to: corner).metres - metres) < 1e-6)
    }
    #expect(corners.first == corners.last)
    #expect(disc.isValid && disc.isRightHanded)
    #expect(abs(disc.squareMetres / (.pi * metres * metres) - 1) < 0.003)
    #expect(disc.contains(aleppo))
  }

  @Test(arguments: [179.999, -179.999, 0, 45.5])
  func `a disc has its corners on the circle wherever it lies`(longitude: Double) throws {
    let centre = GeoPoint(longitude: longitude, latitude: -12.5)
    let disc = try Shape.disc(around: centre, radius: .kilometres(20))
    for corner in try #require(disc.polygons.first?.rings.first) {
      #expect(corner.isOnGlobe && abs(corner.distance(to: centre).metres - 20_000) < 1e-6)
    }
  }

  @Test func `a ring leaves out its middle`() throws {
    let area = try Shape.ring(around: aleppo, from: .kilometres(5), to: .kilometres(10))
    #expect(area.isValid && area.isRightHanded)
    #expect(!area.contains(aleppo))
    #expect(area.contains(aleppo.destination(bearing: 77, distance: .kilometres(7.5))))
    #expect(abs(area.squareMetres / (.pi * 75e6) - 1) < 0.003)
  }

  @Test(arguments: 0..<60)
  func `a wedge holds its axis and only its own bearings`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let centre = random.point()
    let bearing = Double.random(in: 0..<360, using: &random)
    let half = Double.random(in: 3...170, using: &random)
    let inner = seed % 3 == 0 ? 0 : Double.random(in: 100...5000, using: &random)
    let outer = inner + .random(in: 100...20_000, using: &random)
    let wedge = try Shape.wedge(
      from: centre, bearing: bearing, halfAngle: half, from: .metres(inner), to: .metres(outer))
    #expect(wedge.isValid && wedge.isRightHanded)
    let middle = Distance.metres((inner + outer) / 2)
    for part in [-0.95, -0.5, 0, 0.5, 0.95] {
      #expect(
        wedge.contains(centre.destination(bearing: bearing + part * half, distance: middle)))
    }
    #expect(!wedge.contains(centre.destination(bearing: bearing + half + 2, distance: middle)))
    #expect(!wedge.contains(centre.destination(bearing: bearing, distance: .metres(outer + 50))))
  }

  @Test(arguments: 0..<40)
  func `a corridor holds both ends and its way, and is as wide as it says`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let (a, b) = (random.point(), random.point())
    let half = Distance.metres(.random(in: 200...5000, using: &random))
    let corridor = try Shape.corridor(from: a, to: b, halfWidth: half)
    #expect(corridor.isValid && corridor.isRightHanded)
    for fraction in [0, 0.1, 0.37, 0.5, 0.9, 1] {
      let on = a.point(towards: b, fraction: fraction)
      #expect(corridor.contains(on))
      let across = on.bearing(to: fraction < 1 ? b : a) + 90
      #expect(corridor.contains(on.destination(bearing: across, distance: half * 0.99)))
      #expect(!corridor.contains(on.destination(bearing: across, distance: half * 1.01)))
    }
  }

  @Test(arguments: 0..<40)
  func `a corridor has the corners of a buffer by GEOS`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let start = random.point()
    let end = random.point(near: start, reach: 4000)
    let corridor = try Shape.corridor(from: start, to: end, halfWidth: .metres(1500))
    let buffer = try Shape.line([start, end]).buffered(by: .metres(1500))
    let (corners, others) = (corridor.polygons[0].rings[0], buffer.polygons[0].rings[0])
    #expect(corners.count == others.count)
    for (corner, other) in zip(corners, others) {
      #expect(corner.distance(to: other).metres < 0.01)
    }
  }

  @Test func `a corridor follows its road`() throws {
    let road = [aleppo, idlib, GeoPoint(longitude: 36.3, latitude: 35.2), raqqa]
    let corridor = try Shape.corridor(along: road, halfWidth: .kilometres(2))
    #expect(corridor.isValid && corridor.isRightHanded)
    for (a, b) in zip(road, road.dropFirst()) {
      for part in 0...20 {
        let part = Double(part) / 20
        let on = GeoPoint(
          longitude: a.longitude + part * (b.longitude - a.longitude),
          latitude: a.latitude + part * (b.latitude - a.latitude))
        #expect(corridor.contains(on))
      }
    }
    let single = try Shape.corridor(along: [aleppo], halfWidth: .kilometres(2))
    #expect(single.contains(aleppo))
    let still = try Shape.corridor(along: [aleppo, aleppo], halfWidth: .kilometres(2))
    #expect(still.contains(aleppo))
    #expect(try Shape.corridor(along: [], halfWidth: .kilometres(2)).isEmpty)
    #expect(try Shape.corridor(from: idlib, to: idlib, halfWidth: .metres(100)).contains(idlib))
  }

  @Test(arguments: 0..<30)
  func `a buffer reaches as far as it says`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let shape = Shape.polygon(random.star(around: random.point(), corners: 9, reach: 0.3))
    let grown = try shape.buffered(by: .kilometres(3))
    #expect(grown.isValid && grown.isRightHanded)
    for corner in grown.polygons[0].rings[0] {
      #expect(abs(corner.distance(to: shape).metres - 3000) < 20)
    }
    #expect(try grown.covers(shape))
    #expect(try shape.buffered(by: .kilometres(-200)).isEmpty)
  }

  @Test func `what is not on the globe or has no size is refused in words`() {
    let nowhere = GeoPoint(longitude: .nan, latitude: 36)
    #expect(throws: CoordinateError.self) { try Shape.disc(around: nowhere, radius: .metres(1)) }
    #expect(throws: CoordinateError.self) { try Shape.disc(around: aleppo, radius: .zero) }
    #expect(throws: CoordinateError.self) {
      try Shape.disc(around: aleppo, radius: .metres(.infinity))
    }
    #expect(throws: CoordinateError.self) {
      try Shape.corridor(from: aleppo, to: nowhere, halfWidth: .metres(1))
    }
    #expect(throws: CoordinateError.self) {
      try Shape.wedge(
        from: aleppo, bearing: .nan, halfAngle: 20, from: .zero, to: .metres(1))
    }
    #expect(throws: CoordinateError.self) {
      try Shape.ring(around: aleppo, from: .metres(2), to: .metres(1))
    }
    #expect(throws: CoordinateError.self) { try Shape.point(nowhere).buffered(by: .metres(1)) }
    let error = CoordinateError(given: "the radius of -1.0 m", expected: "a length")
    #expect("\(error)" == "the radius of -1.0 m cannot be used: give a length")
  }

  @Test func `an empty shape has an empty buffer`() throws {
    #expect(try Shape.empty.buffered(by: .metres(10)) == .empty)
  }
}
