import CPROJ
import Geometry
import TestSupport
import Testing

/// PROJ's own geodesics, written by their author.
private struct Reference {
  private var geodesic = geod_geodesic()

  init() { geod_init(&geodesic, 6_378_137, 1 / 298.257_223_563) }

  func way(from a: GeoPoint, to b: GeoPoint) -> (metres: Double, bearing: Double) {
    var (metres, bearing) = (0.0, 0.0)
    withUnsafePointer(to: geodesic) {
      geod_inverse($0, a.latitude, a.longitude, b.latitude, b.longitude, &metres, &bearing, nil)
    }
    return (metres, bearing < 0 ? bearing + 360 : bearing)
  }

  func destination(from a: GeoPoint, bearing: Double, metres: Double) -> GeoPoint {
    var point = GeoPoint(longitude: 0, latitude: 0)
    withUnsafePointer(to: geodesic) {
      geod_direct(
        $0, a.latitude, a.longitude, bearing, metres, &point.latitude, &point.longitude, nil)
    }
    return point
  }

  func squareMetres(of ring: [GeoPoint]) -> Double {
    var latitudes = ring.dropLast().map(\.latitude)
    var longitudes = ring.dropLast().map(\.longitude)
    var area = 0.0
    withUnsafePointer(to: geodesic) {
      geod_polygonarea($0, &latitudes, &longitudes, Int32(latitudes.count), &area, nil)
    }
    return abs(area)
  }
}

/// Where two points may lie to each other.
private enum Pairs: CaseIterable {
  case inSyria, close, touching, anywhere, antipodal, onEquator, onMeridian, wholeDegrees

  func next(_ random: inout SeededGenerator) -> (GeoPoint, GeoPoint) {
    func number(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &random) }
    func anywhere() -> GeoPoint {
      GeoPoint(longitude: number(-180...180), latitude: number(-90...90))
    }
    func inSyria() -> GeoPoint {
      GeoPoint(longitude: number(35...43), latitude: number(32...38))
    }
    func moved(_ point: GeoPoint, _ reach: Double) -> GeoPoint {
      GeoPoint(
        longitude: point.longitude + number(-reach...reach),
        latitude: max(-90, min(90, point.latitude + number(-reach...reach))))
    }
    switch self {
    case .inSyria: return (inSyria(), inSyria())
    case .close: return { ($0, moved($0, 1e-3)) }(inSyria())
    case .touching: return { ($0, moved($0, 1e-6)) }(inSyria())
    case .anywhere: return (anywhere(), anywhere())
    case .antipodal:
      return {
        let far = GeoPoint(longitude: $0.longitude + 180, latitude: -$0.latitude)
        return ($0, moved(far, 0.7))
      }(anywhere())
    case .onEquator:
      return (
        GeoPoint(longitude: number(-180...180), latitude: 0),
        GeoPoint(longitude: number(-180...180), latitude: 0)
      )
    case .onMeridian:
      let a = anywhere()
      return (
        a,
        GeoPoint(
          longitude: a.longitude + (.random(using: &random) ? 180 : 0), latitude: number(-90...90))
      )
    case .wholeDegrees:
      func whole() -> GeoPoint {
        {
          GeoPoint(longitude: $0.longitude.rounded(), latitude: ($0.latitude / 10).rounded() * 10)
        }(anywhere())
      }
      return (whole(), whole())
    }
  }
}

@Suite struct GeodesicTests {
  @Test(arguments: Pairs.allCases)
  fileprivate func `ways are as long as PROJ's`(_ pairs: Pairs) {
    let reference = Reference()
    var random = SeededGenerator(seed: 7)
    for _ in 0..<4000 {
      let (a, b) = pairs.next(&random)
      let (ours, theirs) = (a.geodesic(to: b), reference.way(from: a, to: b))
      #expect(
        abs(ours.distance.metres - theirs.metres) < (theirs.metres < 1e6 ? 2e-8 : 1e-5),
        "\(a) \(b)")
      // Between far ends many directions are as good; nearer, they must agree to some micrometres there.
      guard theirs.metres < 1.9e7, theirs.metres > 0 else { continue }
      let turn = abs((ours.bearing - theirs.bearing).remainder(dividingBy: 360)) * .pi / 180
      #expect(turn * min(theirs.metres, 6.4e6) < 1e-5, "\(a) \(b)")
    }
  }

  @Test(arguments: 0..<8)
  func `going somewhere ends where PROJ ends`(seed: Int) {
    let reference = Reference()
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let (start, _) = Pairs.anywhere.next(&random)
      let bearing = Double.random(in: -180...360, using: &random)
      let metres = Double.random(in: 0...[10, 1e4, 1e6, 2e7][seed % 4], using: &random)
      let ours = start.destination(bearing: bearing, distance: .metres(metres))
      let theirs = reference.destination(from: start, bearing: bearing, metres: metres)
      #expect(ours.distance(to: theirs).metres < 1e-6, "\(start) \(bearing) \(metres)")
    }
  }

  @Test(arguments: 0..<8)
  func `areas are PROJ's`(seed: Int) {
    let reference = Reference()
    var random = SeededGenerator(seed: seed)
    let pairs = seed % 2 == 0 ? Pairs.inSyria : .anywhere
    for _ in 0..<200 {
      var ring = (0..<Int.random(in: 3...30, using: &random)).map { _ in pairs.next(&random).0 }
      ring.append(ring[0])
      let ours = Shape.polygon(Polygon(rings: [ring])).squareMetres
      let theirs = reference.squareMetres(of: ring)
      // A ring over the whole globe has two sides, and either may be taken.
      let globe = 510_065_621_724_088.5
      let difference = min(abs(ours - theirs), abs(globe - ours - theirs))
      #expect(difference < (seed % 2 == 0 ? 1 : 1e6))
    }
  }
}
