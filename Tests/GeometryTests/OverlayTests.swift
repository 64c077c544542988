import Geometry
import TestSupport
import Testing

@Suite struct OverlayTests {
  let left = Shape(BoundingBox(west: 36, south: 36, east: 37, north: 37))
  let right = Shape(BoundingBox(west: 36.5, south: 36, east: 38, north: 37))
  let far = Shape(BoundingBox(west: 40, south: 36, east: 41, north: 37))

  @Test func `two boxes are joined, cut and taken from each other`() throws {
    #expect(
      try left.union(right).boundingBox
        == BoundingBox(west: 36, south: 36, east: 38, north: 37))
    #expect(
      try left.intersection(right).boundingBox
        == BoundingBox(west: 36.5, south: 36, east: 37, north: 37))
    #expect(
      try left.subtracting(right).boundingBox
        == BoundingBox(west: 36, south: 36, east: 36.5, north: 37))
    #expect(try Shape.union(of: [left, right, far]).polygons.count == 2)
    #expect(try left.intersects(right))
    #expect(try !left.intersects(far))
    #expect(try left.intersection(far).isEmpty)
    #expect(try left.covers(.point(GeoPoint(longitude: 36, latitude: 36))))
  }

  @Test func `areas that only touch have an empty intersection`() throws {
    let neighbour = Shape(BoundingBox(west: 37, south: 36, east: 38, north: 37))
    #expect(try left.intersection(neighbour) == .empty)
    #expect(try left.intersects(neighbour))
  }

  @Test func `a line is cut at a border`() throws {
    let line = Shape.line(ring(35.5, 36.5, 36.5, 36.5))
    #expect(try line.intersection(left) == .line(ring(36, 36.5, 36.5, 36.5)))
  }

  @Test func `nothing comes of nothing`() throws {
    #expect(try Shape.union(of: []) == .empty)
    #expect(try Shape.union(of: [.empty, .empty]) == .empty)
    #expect(try left.intersection(.empty) == .empty)
    #expect(try left.subtracting(.empty) == left)
    #expect(try Shape.empty.centroid() == nil)
    #expect(try Shape.empty.pointOnSurface() == nil)
    #expect(try Shape.line([]).simplified(tolerance: .metres(1)).isEmpty)
    #expect(try [GeoPoint]().convexHull().isEmpty)
    #expect(try [GeoPoint]().concaveHull(ratio: 0.3).isEmpty)
    #expect(Shape.empty.boundingBox == nil)
    #expect(Shape.empty.isValid && Shape.empty.squareMetres == 0)
    #expect(Shape.polygon(Polygon(rings: [])).isEmpty)
    #expect(Shape.polygon(Polygon(rings: [])).isValid)
    #expect(try Shape.polygon(Polygon(rings: [])).repaired().isEmpty)
  }

  @Test func `a shape with a position that is not finite is an error, not a result`() {
    let broken = Shape.polygon(Polygon(rings: [ring(36, 36, .nan, 36, 37, 37, 36, 36)]))
    #expect(throws: GEOSError.self) { try broken.union(left) }
    #expect(broken.fault?.contains("not finite") == true)
    #expect(throws: GEOSError.self) {
      try [aleppo, GeoPoint(longitude: .infinity, latitude: 1)].convexHull()
    }
  }

  @Test func `the words of GEOS reach the error`() {
    let open = Shape.polygon(Polygon(rings: [ring(36, 36, 37, 36, 37, 37, 36, 37)]))
    let error = #expect(throws: GEOSError.self) { try open.union(left) }
    #expect(error?.call == "GEOSGeom_createLinearRing_r")
    #expect(error?.message.lowercased().contains("closed") == true)
  }

  @Test func `a bow tie is found out and untied`() throws {
    let bowTie = Shape.polygon(Polygon(rings: [ring(36, 36, 37, 37, 37, 36, 36, 37, 36, 36)]))
    #expect(bowTie.fault?.lowercased().contains("self-intersection") == true)
    let untied = try bowTie.repaired()
    #expect(untied.isValid && untied.isRightHanded)
    #expect(untied.polygons.count == 2)
    #expect(left.isValid)
    #expect(try left.repaired() == left)
    let open = Shape.polygon(Polygon(rings: [ring(36, 36, 37, 36, 37, 37, 36, 37)]))
    #expect(!open.isValid)
    #expect(try open.repaired().isValid)
  }

  @Test(arguments: 0..<60)
  func `hulls contain their points`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let centre = random.point()
    let points = (0..<(3 + seed * 4)).map { _ in random.point(near: centre, reach: 20_000) }
    let convex = try points.convexHull()
    let concave = try points.concaveHull(ratio: 0.3)
    #expect(convex.isValid && convex.isRightHanded && concave.isValid && concave.isRightHanded)
    for point in points {
      #expect(convex.contains(point))
      #expect(point.distance(to: concave).metres < 1e-6)
    }
    #expect(concave.squareMetres <= convex.squareMetres * (1 + 1e-9))
    #expect(try points.shuffled(using: &random).convexHull().squareMetres == convex.squareMetres)
  }

  @Test func `the hull of one or two points is a point or a line`() throws {
    #expect(try [aleppo, aleppo].convexHull() == .point(aleppo))
    #expect(try [aleppo, idlib].convexHull().isEmpty == false)
    #expect(throws: CoordinateError.self) { try [aleppo].concaveHull(ratio: 2) }
  }

  @Test(arguments: 0..<40)
  func `a point on the surface is inside, a centroid is in the box`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let shape = Shape.polygon(random.star(around: random.point(), corners: 11, reach: 0.5))
    let inside = try #require(try shape.pointOnSurface())
    #expect(shape.contains(inside))
    let centre = try #require(try shape.centroid())
    #expect(try #require(shape.boundingBox).contains(centre))
  }

  @Test(arguments: 0..<20)
  func `the middle of a large outline is that of its corners on the plane`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let outer = random.star(around: random.point(), corners: 200, reach: 1.4)
    let box = try #require(Shape.polygon(outer).boundingBox)
    let hole = random.star(around: box.centre, corners: 30, reach: 0.2)
    let plane = LocalPlane(centre: box.centre)
    var (area, east, north) = (0.0, 0.0, 0.0)
    for (ring, sign) in [(outer.rings[0], 1.0), (hole.rings[0], -1.0)] {
      let corners = ring.map { plane.project($0) }
      for (a, b) in zip(corners, corners.dropFirst()) {
        let part = sign * (a.east * b.north - b.east * a.north)
        area += part
        east += part * (a.east + b.east) / 3
        north += part * (a.north + b.north) / 3
      }
    }
    let middle = plane.unproject(PlanePoint(east: east / area, north: north / area))
    let shape = Shape.polygon(Polygon(rings: [outer.rings[0], hole.rings[0].reversed()]))
    #expect(try #require(try shape.centroid()).distance(to: middle).metres < 1e-3)
  }

  @Test(arguments: 0..<60)
  func `borders are apart or cross where GEOS says so`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let large = Shape.polygon(random.star(around: random.point(), corners: 40, reach: 2))
    let border = BorderIndex(large)
    for _ in 0..<20 {
      let small = Shape.polygon(random.star(around: random.point(), corners: 7, reach: 0.5))
      switch border.borders(with: small) {
      case .crossing:
        #expect(try !large.covers(small) && large.intersects(small))
      case .apart:
        let isInside = try large.covers(small)
        #expect(try isInside || small.covers(large) || !large.intersects(small))
        #expect(try small.covers(large) == border.hasRing(inside: small))
      case .unclear: Issue.record("stars drawn at random do not touch")
      }
    }
    #expect(border.borders(with: large) == .unclear)
  }

  @Test(arguments: 0..<200)
  func `a shape is valid where GEOS finds no fault`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    // Corners on a small grid, so that rings touch and cross themselves, and go back on their way.
    func ring(_ corners: Int) -> [GeoPoint] {
      let ring = (0..<corners).map { _ in
        GeoPoint(
          longitude: Double(Int.random(in: 0...5, using: &random)),
          latitude: Double(Int.random(in: 0...5, using: &random)))
      }
      return ring + ring.prefix(1)
    }
    for corners in 3...9 {
      let one = Shape.polygon(Polygon(rings: [ring(corners)]))
      #expect(one.isValid == (one.fault == nil))
      let two = Shape.multiPolygon([Polygon(rings: [ring(3)]), Polygon(rings: [ring(4)])])
      #expect(two.isValid == (two.fault == nil))
    }
    let star = Shape.polygon(random.star(around: random.point(), corners: 60, reach: 0.5))
    #expect(star.isValid && star.fault == nil)
  }

  @Test func `areas are those of the ellipsoid`() {
    // A degree by a degree at the equator, and a whole octant of the ellipsoid.
    let degree = Shape(BoundingBox(west: 0, south: 0, east: 1, north: 1))
    #expect(abs(degree.squareMetres / 12_308_778_361.469 - 1) < 1e-6)
    let octant = Shape.polygon(Polygon(rings: [ring(0, 0, 90, 0, 0, 90, 0, 0)]))
    #expect(abs(octant.squareMetres / (510_065_621_724_089 / 8) - 1) < 1e-9)
  }

  @Test func `simplifying drops what moves less than the tolerance`() throws {
    let line = Shape.line(ring(36, 36, 36.5, 36.0001, 37, 36, 37, 36.5))
    #expect(
      try line.simplified(tolerance: .metres(100)).boundingBox == line.boundingBox)
    guard case .line(let kept) = try line.simplified(tolerance: .metres(100)) else {
      Issue.record("a line must stay a line")
      return
    }
    #expect(kept.count == 3)
    #expect(throws: CoordinateError.self) { try line.simplified(tolerance: .metres(-1)) }
  }
}

@Suite struct ShapeTests {
  @Test func `rings are turned by the right-hand rule`() {
    let clockwise = ring(36, 36, 36, 37, 37, 37, 37, 36, 36, 36)
    let hole = ring(36.2, 36.2, 36.4, 36.2, 36.4, 36.4, 36.2, 36.4, 36.2, 36.2)
    let shape = Shape.polygon(Polygon(rings: [clockwise, hole]))
    #expect(!shape.isRightHanded)
    let turned = shape.rightHanded()
    #expect(turned.isRightHanded)
    #expect(turned.polygons[0].rings[0] == clockwise.reversed())
    #expect(turned.polygons[0].rings[1] == hole.reversed())
    #expect(turned.rightHanded() == turned)
  }

  @Test(arguments: 0..<40)
  func `rounding keeps rings closed and without repeats`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let star = Shape.polygon(
      random.star(around: random.point(), corners: 200, reach: 0.00002 * Double(1 + seed)))
    let rounded = star.rounded(decimals: 6)
    for polygon in rounded.polygons {
      for ring in polygon.rings {
        #expect(ring.first == ring.last && ring.count >= 4)
        #expect(zip(ring, ring.dropFirst()).allSatisfy { $0 != $1 })
      }
    }
    #expect(rounded.rounded(decimals: 6) == rounded)
    #expect(star.rounded(decimals: 1).isEmpty)
  }

  @Test func `rounding a line keeps its two ends`() {
    #expect(
      Shape.line(ring(36.04, 36.04, 36.01, 36.02)).rounded(decimals: 1)
        == .line(ring(36, 36, 36, 36)))
    #expect(
      Shape.point(GeoPoint(longitude: -0.01, latitude: 1.26)).rounded(decimals: 1)
        == .point(GeoPoint(longitude: 0, latitude: 1.3)))
  }

  @Test func `a point on the border is contained`() {
    let box = Shape(BoundingBox(west: 36, south: 36, east: 37, north: 37))
    for corner in box.polygons[0].rings[0] { #expect(box.contains(corner)) }
    #expect(box.contains(GeoPoint(longitude: 36.5, latitude: 37)))
    #expect(!box.contains(GeoPoint(longitude: 36.5, latitude: 37.0001)))
    #expect(!box.contains(GeoPoint(longitude: .nan, latitude: 36.5)))
  }
}
