import Geometry
import Projections
import TestSupport
import Testing

private let aleppo = GeoPoint(longitude: 37.16, latitude: 36.2)
private let raqqa = GeoPoint(longitude: 39.01, latitude: 35.95)

extension SeededGenerator {
  /// Draws a point in a box around Syria.
  fileprivate mutating func point() -> GeoPoint {
    GeoPoint(
      longitude: .random(in: 35.5...42.4, using: &self),
      latitude: .random(in: 32.2...37.3, using: &self))
  }
}

@Suite struct ProjectionTests {
  @Test func `the middle of a UTM zone lies at 500 km east`() throws {
    let utm = try Projection(to: "EPSG:32637")
    let origin = try utm.project(GeoPoint(longitude: 39, latitude: 0))
    #expect(abs(origin.east - 500_000) < 1e-3 && abs(origin.north) < 1e-3)
    let point = try utm.project(aleppo)
    #expect(try utm.unproject(point).distance(to: aleppo).metres < 1e-3)
    // A metre on the sheet is 0.9996 to 1 on the ground.
    let moved = try utm.unproject(PlanePoint(east: point.east, north: point.north + 1000))
    #expect(abs(moved.distance(to: aleppo).metres / 1000 - 1) < 5e-4)
  }

  @Test(arguments: 0..<40)
  func `a local plane is PROJ's azimuthal equidistant projection`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let centre = random.point()
    let plane = LocalPlane(centre: centre)
    let projection = try Projection(
      to:
        "+proj=aeqd +lat_0=\(centre.latitude) +lon_0=\(centre.longitude) +datum=WGS84 +units=m +type=crs"
    )
    for _ in 0..<5 {
      let point = random.point()
      let (ours, theirs) = (plane.project(point), try projection.project(point))
      #expect(abs(ours.east - theirs.east) < 1e-4 && abs(ours.north - theirs.north) < 1e-4)
    }
  }

  @Test func `the words of PROJ reach the error`() throws {
    let error = #expect(throws: PROJError.self) { try Projection(to: "EPSG:999999") }
    #expect(error?.call == "proj_create_crs_to_crs")
    #expect(error?.message.contains("EPSG:999999") == true)
    #expect(error?.message.lowercased().contains("not found") == true)
    let utm = try Projection(to: "EPSG:32637")
    #expect(throws: PROJError.self) {
      try utm.project(GeoPoint(longitude: .nan, latitude: 36))
    }
    #expect(throws: PROJError.self) {
      try utm.unproject(PlanePoint(east: .infinity, north: 0))
    }
    // One failure does not spoil the next call.
    #expect(try utm.project(aleppo).north > 4e6)
  }

  @Test func `tasks may share a projection and combine shapes side by side`() async throws {
    let utm = try Projection(to: "EPSG:32637")
    let expected = try utm.project(raqqa)
    let road = try Shape.corridor(from: aleppo, to: raqqa, halfWidth: .kilometres(2))
    try await withThrowingTaskGroup(of: (PlanePoint, Shape).self) { group in
      for _ in 0..<16 {
        group.addTask {
          (
            try utm.project(raqqa),
            try Shape.corridor(from: aleppo, to: raqqa, halfWidth: .kilometres(2))
          )
        }
      }
      for try await (point, shape) in group {
        #expect(point == expected && shape == road)
      }
    }
  }
}
