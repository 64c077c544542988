import Foundation
import Geometry

/// What a map of Syria shows around and beneath the operations: neighbours, lakes, rivers.
struct BaseMap {
  /// Syria and its surroundings.
  static let window = BoundingBox(west: 34.4, south: 31.2, east: 43.6, north: 38.4)

  private(set) var lines: [GeoJSON.Line] = []

  /// Reads Natural Earth's layers from the folder and cuts them to the window.
  init(naturalEarth folder: String) throws {
    for feature in try Feature.all(path: folder + "/clip_ne_50m_admin_0_countries.geojson")
    where feature.text("NAME") != "Syria" {
      add("country", feature.text("NAME"), areas: feature)
    }
    for feature in try Feature.all(path: folder + "/clip_ne_10m_lakes.geojson") {
      add("lake", feature.text("name"), areas: feature)
    }
    for feature in try Feature.all(
      path: folder + "/clip_ne_10m_rivers_lake_centerlines.geojson")
    {
      let parts = feature.lines.flatMap(BaseMap.clipped).map { $0.map(GridPoint.init) }
        .filter { $0.count > 1 }
      guard !parts.isEmpty else { continue }
      lines.append(line("river", feature.text("name"), GeoJSON.lines(parts)))
    }
  }

  private mutating func add(_ kind: String, _ name: String, areas feature: Feature) {
    let parts = feature.polygons.compactMap { polygon -> [[GridPoint]]? in
      let rings = polygon.rings.map { BaseMap.clipped(ring: $0).map(GridPoint.init) }
        .filter { $0.count > 3 }
      guard !rings.isEmpty else { return nil }
      // RFC 7946: the outer ring counter-clockwise, holes clockwise.
      return rings.enumerated().map { index, ring in
        (doubledArea(ring) > 0) == (index == 0) ? ring : ring.reversed()
      }
    }
    guard !parts.isEmpty else { return }
    lines.append(line(kind, name, GeoJSON.polygons(parts)))
  }

  private func line(_ kind: String, _ name: String, _ geometry: String) -> GeoJSON.Line {
    GeoJSON.Line(
      id: nil, properties: [("kind", kind), ("name_en", name), ("source", "natural-earth")],
      geometry: geometry)
  }

  /// Cuts a ring to the window by the method of Sutherland and Hodgman.
  private static func clipped(ring: [GeoPoint]) -> [GeoPoint] {
    var points = ring
    let sides: [(inside: (GeoPoint) -> Bool, meet: (GeoPoint, GeoPoint) -> GeoPoint)] = [
      ({ $0.longitude >= window.west }, { meridian(window.west, $0, $1) }),
      ({ $0.longitude <= window.east }, { meridian(window.east, $0, $1) }),
      ({ $0.latitude >= window.south }, { parallel(window.south, $0, $1) }),
      ({ $0.latitude <= window.north }, { parallel(window.north, $0, $1) }),
    ]
    for side in sides where points.count > 3 {
      var kept: [GeoPoint] = []
      for index in 1..<points.count {
        let (a, b) = (points[index - 1], points[index])
        switch (side.inside(a), side.inside(b)) {
        case (true, true): kept.append(b)
        case (true, false): kept.append(side.meet(a, b))
        case (false, true): kept += [side.meet(a, b), b]
        case (false, false): break
        }
      }
      if let first = kept.first, kept.last != first { kept.append(first) }
      points = kept
    }
    return points
  }

  /// The stretches of a line that lie in the window; an end beyond it is left out.
  private static func clipped(line: [GeoPoint]) -> [[GeoPoint]] {
    line.split { !window.contains($0) }.map(Array.init)
  }

  private static func meridian(_ x: Double, _ a: GeoPoint, _ b: GeoPoint) -> GeoPoint {
    let share = (x - a.longitude) / (b.longitude - a.longitude)
    return GeoPoint(longitude: x, latitude: a.latitude + share * (b.latitude - a.latitude))
  }

  private static func parallel(_ y: Double, _ a: GeoPoint, _ b: GeoPoint) -> GeoPoint {
    let share = (y - a.latitude) / (b.latitude - a.latitude)
    return GeoPoint(longitude: a.longitude + share * (b.longitude - a.longitude), latitude: y)
  }
}
