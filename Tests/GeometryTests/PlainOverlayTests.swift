import Geometry
import TestSupport
import Testing

/// What plain arithmetic tells is what GEOS tells, to the last digit.
@Suite struct PlainOverlayTests {
  @Test(arguments: 0..<60)
  func `what crosses a border cleanly is cut as GEOS cuts it`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let centre = random.point()
    let island = GeoPoint(longitude: centre.longitude + 3, latitude: centre.latitude)
    let large = Shape(polygons: [
      random.star(around: centre, corners: 60, reach: 1.5),
      random.star(around: island, corners: 9, reach: 0.3),
    ])
    let border = BorderIndex(large)
    var told = 0
    for _ in 0..<40 {
      let around = random.point(near: seed % 3 == 0 ? island : centre, reach: 150_000)
      let small = Shape.polygon(random.star(around: around, corners: 12, reach: 0.5))
      guard let part = border.intersection(with: small) else { continue }
      told += 1
      #expect(part.turned == (try small.intersection(large)).turned)
    }
    #expect(told > 0)
  }

  @Test func `borders that touch are left for GEOS`() {
    let large = Shape(BoundingBox(west: 36, south: 36, east: 37, north: 37))
    let border = BorderIndex(large)
    let beside = Shape(BoundingBox(west: 37, south: 36.2, east: 38, north: 36.8))
    let through = Shape(BoundingBox(west: 36.5, south: 36, east: 38, north: 36.8))
    let inside = Shape(BoundingBox(west: 36.2, south: 36.2, east: 36.5, north: 36.8))
    let bowTie = Shape.polygon(
      Polygon(rings: [ring(36.5, 36.2, 38, 36.8, 38, 36.2, 36.5, 36.8, 36.5, 36.2)]))
    for other in [large, beside, through, inside, bowTie] {
      #expect(border.intersection(with: other) == nil)
    }
  }

  @Test(arguments: 0..<60)
  func `areas side by side are joined in the order of GEOS`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let centre = random.point()
    let stars = (0..<3).map { _ in
      Shape.polygon(
        random.star(around: random.point(near: centre, reach: 120_000), corners: 9, reach: 0.1))
    }
    // Four are always left for GEOS, the northernmost comes last.
    let north = Shape.polygon(
      random.star(
        around: GeoPoint(longitude: centre.longitude, latitude: centre.latitude + 3), corners: 9,
        reach: 0.1))
    let joined = try Shape.union(of: stars)
    let all = Shape(polygons: joined.polygons + north.polygons)
    #expect(all.turned == (try Shape.union(of: stars + [north])).turned)
  }
}

extension Shape {
  /// The same areas with every ring begun at its south-western corner: where rings begin is another
  /// matter with every release of GEOS.
  fileprivate var turned: Shape {
    Shape(
      polygons: polygons.map { polygon in
        Polygon(
          rings: polygon.rings.map { ring in
            let corners = ring.dropLast()
            let first = corners.indices.min { corners[$0] < corners[$1] } ?? 0
            return Array(corners[first...] + corners[..<first] + corners[first...first])
          })
      })
  }
}
