import Claims
import Gazetteer
import Geometry

extension Whereabouts {
  /// In a place, a unit, a region, on a road; or in several of them at once.
  init(in places: [Int32], direction: Compass?, clip: Int32?, atlas: Atlas) {
    self = Whereabouts(in: places[0], direction: direction, clip: clip, atlas: atlas)
    guard places.count > 1 else { return }
    let parts =
      [self]
      + places.dropFirst().map {
        Whereabouts(in: $0, direction: direction, clip: clip, atlas: atlas)
      }
    precision = parts.map(\.precision).max() ?? precision
    governorates = atlas.governorates(of: places)
    let points = parts.compactMap(\.point)
    guard points.count == parts.count else { return }
    if places.allSatisfy({ atlas[$0].kind.isLocal }) {
      gather(points: points, radii: parts.map { $0.radius ?? 0 })
    } else {
      join(parts)
    }
    holdUnits(of: places, atlas: atlas)
  }

  /// Several places struck together: about their middle while they are close, else about the first,
  /// with the others in the area.
  private mutating func gather(points: [GeoPoint], radii: [Double]) {
    let count = Double(points.count)
    let mean = GeoPoint(
      longitude: points.reduce(0) { $0 + $1.longitude } / count,
      latitude: points.reduce(0) { $0 + $1.latitude } / count)
    let span = points.reduce(0) { max($0, points[0].distance(to: $1).metres) }
    if span <= 10_000 {
      point = mean
      radius = zip(points, radii).reduce(0) { max($0, mean.distance(to: $1.0).metres + $1.1) }
      area = nil
    } else {
      let discs = zip(points, radii).compactMap {
        try? Shape.disc(around: $0, radius: .metres(max($1, 500)))
      }
      area = try? Shape.union(of: discs)
      radius = max(radii[0], points.count == 2 ? radii[0] : span / 2)
    }
  }

  /// Several units or regions: their union, and a point on it.
  private mutating func join(_ parts: [Whereabouts]) {
    let shapes = parts.compactMap { part in
      part.area
        ?? part.point.flatMap {
          try? Shape.disc(around: $0, radius: .metres(max(part.radius ?? 0, 500)))
        }
    }
    guard let union = try? Shape.union(of: shapes) else { return }
    self.area = union
    (point, radius) = union.pointAndReach() ?? (point, radius)
  }

  /// In one place.
  init(in index: Int32, direction: Compass?, clip: Int32?, atlas: Atlas) {
    let place = atlas[index]
    switch place.kind {
    case .country:
      self.init(precision: .country)
    case .governorate, .district, .subdistrict:
      self.init(unit: index, direction: direction, atlas: atlas)
    case .region:
      self.init(region: index, direction: direction, clip: clip, atlas: atlas)
    case .road, .river:
      self.init(line: index, clip: clip, atlas: atlas)
    case .city, .town, .village, .neighbourhood, .site:
      self.init(
        point: place.point, radius: place.reach, precision: Precision(of: place))
      if precision == .region, let centre = place.point {
        spread(around: centre, metres: place.reach, atlas: atlas)
      } else if let direction, let centre = place.point {
        // "The western quarters of X": inside it, on that side.
        area = try? Shape.wedge(
          from: centre, bearing: direction.bearing, halfAngle: 67.5, from: .zero,
          to: .metres(place.reach))
      }
    }
  }

  /// Takes the units that a mountain range or a lake reaches into.
  mutating func spread(around centre: GeoPoint, metres: Double, atlas: Atlas) {
    let rim = Compass.allCases.flatMap { direction in
      [0.5, 1].map {
        centre.destination(bearing: direction.bearing, distance: .metres(metres * $0))
      }
    }
    governorates = Set(([centre] + rim).compactMap { atlas.units(containing: $0).governorate })
      .sorted()
  }

  /// In a governorate, a district or a subdistrict, or in one side of it.
  init(unit: Int32, direction: Compass?, atlas: Atlas) {
    self.init(precision: Precision(of: atlas[unit]))
    area = atlas.boundary(of: unit)
    let centre = atlas.centre(of: unit)
    if let direction, let centre, let part = area?.part(to: direction, of: centre) {
      area = part
      (point, radius) = part.pointAndReach() ?? (centre, place(unit, atlas))
    } else if atlas[unit].kind == .governorate {
      (point, radius) = area?.pointAndReach() ?? (centre, place(unit, atlas))
    } else {
      // A district or subdistrict is known by its seat.
      point = centre
      radius = centre.flatMap { area?.reach(from: $0) } ?? place(unit, atlas)
    }
    holdUnits(of: [unit], atlas: atlas)
  }

  private func place(_ index: Int32, _ atlas: Atlas) -> Double { Double(atlas[index].radius) }

  /// In an informal region, or in the part of it that lies in a named unit.
  init(region: Int32, direction: Compass?, clip: Int32?, atlas: Atlas) {
    self.init(precision: .region)
    var shape = atlas.boundary(of: region)
    var governorates = atlas.governorates(of: region)
    if let clip, let unit = atlas.boundary(of: clip), let whole = shape,
      let part = try? whole.intersection(unit), part.roughSquareMetres > 1e6
    {
      shape = part
      let inside = atlas.governorates(of: clip)
      governorates = governorates.filter(inside.contains)
    }
    if let direction, let whole = shape, let centre = try? whole.centroid(),
      let part = whole.part(to: direction, of: centre)
    {
      shape = part
    }
    area = shape
    let place = atlas[region]
    (point, radius) = shape?.pointAndReach() ?? (place.point, max(15_000, Double(place.radius)))
    self.governorates = governorates
  }

  /// On a named road or river, or on the stretch of it that lies in a named unit.
  init(line index: Int32, clip: Int32?, atlas: Atlas) {
    self.init(precision: .region)
    let line = atlas.line(of: index)
    guard line.count >= 2,
      let corridor = try? Shape.corridor(along: line, halfWidth: .kilometres(3))
    else {
      point = atlas[index].point
      radius = max(20_000, Double(atlas[index].radius))
      governorates = atlas.governorates(of: index)
      return
    }
    var area = corridor
    if let clip, let unit = atlas.boundary(of: clip),
      let part = try? corridor.intersection(unit), part.roughSquareMetres > 1e6
    {
      area = part
      governorates = atlas.governorates(of: clip)
    }
    self.area = area
    (point, radius) = area.pointAndReach(near: line) ?? (line[line.count / 2], 50_000)
    if governorates.isEmpty { governorates = atlas.governorates(of: index) }
  }
}

extension Place {
  /// Metres that hold nine true positions in ten when an event is said to be in the place.
  var reach: Double {
    let usual: Double =
      switch kind {
      case .city: 4000
      case .town: 2500
      case .village, .neighbourhood: 1500
      case .site: 1000
      default: 3000
      }
    return max(usual, Double(radius))
  }
}
