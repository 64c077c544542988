import Claims
import Gazetteer
import Geometry

extension Whereabouts {
  /// Between two places, a corridor; among three or more, the land that they enclose.
  init(between places: [Int32], atlas: Atlas) {
    let precision = places.map { Precision(of: atlas[$0]) }.max() ?? .region
    let points = places.compactMap { atlas.centre(of: $0) ?? atlas[$0].point }
    guard points.count == places.count, let first = points.first, let last = points.last else {
      self.init(in: places, direction: nil, clip: nil, atlas: atlas)
      return
    }
    self.init(precision: precision)
    if points.count == 2 {
      let length = first.distance(to: last).metres
      point = first.midpoint(to: last)
      radius = max(3000, length / 2)
      area = try? Shape.corridor(
        from: first, to: last, halfWidth: .metres(min(8000, max(1500, 0.15 * length))))
    } else if let hull = try? points.convexHull(),
      let area = try? hull.buffered(by: .metres(1500)), let middle = try? area.centroid()
    {
      self.area = area
      point = middle
      radius = max(3000, area.reach(from: middle) ?? 0)
    }
    spanUnits(of: places, points: points, atlas: atlas)
  }

  /// On the road between two places: along the gazetteer's road that joins them, or else along the
  /// straight line.
  init(roadBetween places: [Int32], clip: Int32?, atlas: Atlas) {
    let roads = places.filter { atlas[$0].kind == .road || atlas[$0].kind == .river }
    let stops = places.filter { atlas[$0].kind != .road && atlas[$0].kind != .river }
    guard let road = roads.first else {
      self.init(between: stops, atlas: atlas)
      followRoad(between: stops, atlas: atlas)
      return
    }
    if stops.isEmpty {
      self.init(line: road, clip: clip, atlas: atlas)
    } else if stops.count == 1, let centre = atlas[stops[0]].point {
      // "The M5 near X": at X, on the road.
      self.init(in: stops[0], direction: nil, clip: nil, atlas: atlas)
      let reach = atlas[stops[0]].reach + 4000
      radius = reach
      area = stretch(of: atlas.line(of: road), around: centre, metres: reach)
    } else {
      self.init(between: stops, atlas: atlas)
      if let start = atlas[stops[0]].point, let end = atlas[stops[1]].point,
        let stretch = atlas.stretch(of: atlas.line(of: road), from: start, to: end),
        let corridor = try? Shape.corridor(along: stretch, halfWidth: .kilometres(3))
      {
        // The road or the river is named: the stretch of it, and a point on it.
        area = corridor
        (point, radius) = corridor.pointAndReach(near: stretch) ?? (point, radius)
      } else {
        followRoad(between: stops, atlas: atlas)
      }
    }
  }

  /// The land along a road within a distance of a place; nil where the road does not pass there.
  private func stretch(of line: [GeoPoint], around centre: GeoPoint, metres: Double) -> Shape? {
    guard line.count >= 2,
      let corridor = try? Shape.corridor(along: line, halfWidth: .kilometres(3)),
      corridor.contains(centre),
      let disc = try? Shape.disc(around: centre, radius: .metres(metres))
    else { return nil }
    return try? corridor.intersection(disc)
  }

  /// Bends the area along the road of the gazetteer that passes both places, if one does.
  private mutating func followRoad(between stops: [Int32], atlas: Atlas) {
    guard stops.count == 2, let start = atlas[stops[0]].point, let end = atlas[stops[1]].point,
      let stretch = atlas.stretch(from: start, to: end),
      let corridor = try? Shape.corridor(along: stretch, halfWidth: .kilometres(3)),
      let point, corridor.contains(point)
    else { return }
    area = corridor
  }

  /// Takes the units of everything from one place to the last.
  private mutating func spanUnits(of places: [Int32], points: [GeoPoint], atlas: Atlas) {
    holdUnits(of: places, atlas: atlas)
    if let point, governorates.count <= 1 {
      let units = atlas.units(containing: point)
      if units.district != district { district = nil }
      if units.subdistrict != subdistrict { subdistrict = nil }
    }
    let span = points.reduce(0) { max($0, points[0].distance(to: $1).metres) }
    if span > 50_000 { precision = .region }
  }
}
