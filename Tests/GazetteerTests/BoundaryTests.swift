import Gazetteer
import Geometry
import Testing

/// The places of a kind.
func places(of kind: PlaceKind) -> [Int32] {
  gazetteer.places.indices.map(Int32.init).filter { gazetteer.places[Int($0)].kind == kind }
}

/// A stretch of a boundary, the same for both neighbours.
private struct Stretch: Hashable {
  var from: GeoPoint
  var to: GeoPoint

  init(_ a: GeoPoint, _ b: GeoPoint) {
    let ordered = (a.longitude, a.latitude) < (b.longitude, b.latitude)
    from = ordered ? a : b
    to = ordered ? b : a
  }
}

private func stretches(of units: [Int32]) throws -> [Stretch: Int] {
  var counts: [Stretch: Int] = [:]
  for unit in units {
    for polygon in try #require(try gazetteer.boundary(of: unit)).polygons {
      for ring in polygon.rings {
        for (a, b) in zip(ring, ring.dropFirst()) { counts[Stretch(a, b), default: 0] += 1 }
      }
    }
  }
  return counts
}

struct Boundary {
  @Test(arguments: [PlaceKind.governorate, .district, .subdistrict])
  func `neighbours share identical edges, and what only one unit has is the country's outline`(
    kind: PlaceKind
  ) throws {
    let own = try stretches(of: places(of: kind))
    let outline = try stretches(of: places(of: .country))
    #expect(own.values.allSatisfy { $0 <= 2 })
    #expect(Set(own.filter { $0.value == 1 }.keys) == Set(outline.keys))
  }

  @Test(arguments: [PlaceKind.country, .governorate, .district, .subdistrict])
  func `outlines are valid and right-handed`(kind: PlaceKind) throws {
    for unit in places(of: kind) {
      let shape = try #require(try gazetteer.boundary(of: unit))
      #expect(shape.fault == nil, "\(gazetteer.id(of: unit))")
      #expect(shape.isRightHanded, "\(gazetteer.id(of: unit))")
    }
  }

  @Test func `the units at a point are those that its place is filed under`() throws {
    let place = try #require(gazetteer.index(ofID: "C5086"))
    let row = gazetteer.places[Int(place)]
    let units = try #require(try gazetteer.units(containing: row.point!))
    #expect(units.governorate == row.governorate)
    #expect(units.district == row.district)
    #expect(units.subdistrict == row.subdistrict)
    #expect(try gazetteer.units(containing: GeoPoint(longitude: 30, latitude: 30)) == nil)
  }

  @Test func `reading boundaries takes little time`() throws {
    let fresh = try Gazetteer.bundled()
    let clock = ContinuousClock()
    let unit = fresh.index(ofID: "SY09")!
    let time = try clock.measure {
      _ = try fresh.units(containing: GeoPoint(longitude: 40, latitude: 35))
    }
    let others = try clock.measure {
      _ = try fresh.boundary(of: unit)
      _ = try fresh.boundary(of: fresh.index(ofID: "SY0902")!)
      _ = try fresh.countryOutline()
    }
    print("subdistricts are read in \(time), all other outlines in \(others)")
  }

  @Test func `rivers and roads run through their places`() throws {
    let euphrates = try #require(gazetteer.index(ofID: "V-001"))
    #expect(try gazetteer.line(of: euphrates).count > 30)
    let members = try gazetteer.lineMembers(of: euphrates).map { gazetteer.id(of: $0) }
    #expect(members.contains("C5086"))
    let region = try #require(gazetteer.index(ofID: "R-001"))
    #expect(try gazetteer.regionMembers(of: region).count == 13)
  }
}

/// The outlines of regions, which the compiler joins once for all.
struct RegionOutlineTests {
  @Test func `the outline of a region is that of its members together`() throws {
    for region in places(of: .region) {
      let joined = try gazetteer.joinedMembers(ofRegion: region)
      #expect(try gazetteer.outline(ofRegion: region) == joined, "\(gazetteer.id(of: region))")
    }
  }
}
