import Claims
import Gazetteer
import Geometry

extension Whereabouts {
  /// Near a place, on a side of it, or so far from it in a direction.
  init(
    outside index: Int32, relation: SpatialRelation, direction: Compass?, metres: Double?,
    atlas: Atlas
  ) {
    let place = atlas[index]
    guard place.kind.isLocal, let centre = place.point else {
      // "North of the governorate" is its northern part; "near the road" is about the road.
      self.init(in: index, direction: direction, clip: nil, atlas: atlas)
      return
    }
    self.init(point: centre, precision: Precision(of: place))
    switch (direction, metres) {
    case (let direction?, let metres?):
      offset(from: centre, to: direction, metres: metres)
      holdUnits(around: point ?? centre, or: [index], atlas: atlas)
    case (nil, let metres?):
      // A distance without a direction: a ring, of which only the middle can be told.
      radius = metres + place.reach
      area = try? Shape.disc(around: centre, radius: .metres(metres + place.reach))
    case (let direction?, nil):
      let reach = place.reach + (relation == .near ? 5000 : 8000)
      radius = reach
      // The fan opens a little behind the place, so that it takes in the place's own edge.
      let apex = centre.destination(
        bearing: direction.bearing + 180, distance: .metres(place.reach / 2))
      area = try? Shape.wedge(
        from: apex, bearing: direction.bearing, halfAngle: direction.halfAngle, from: .zero,
        to: .metres(reach + place.reach / 2))
    case (nil, nil):
      // A circle: point and radius say it all.
      radius = place.reach + 5000
      if precision == .region { spread(around: centre, metres: place.reach, atlas: atlas) }
    }
  }

  /// So many metres in a direction: the error of the distance grows with it, and a compass point
  /// stands for a fan of bearings.
  private mutating func offset(from centre: GeoPoint, to direction: Compass, metres: Double) {
    point = centre.destination(bearing: direction.bearing, distance: .metres(metres))
    radius = max(2000, 0.25 * metres)
    let slack = max(1500, 0.2 * metres)
    area = try? Shape.wedge(
      from: centre, bearing: direction.bearing, halfAngle: 22.5,
      from: .metres(max(0, metres - slack)), to: .metres(metres + slack))
  }
}

extension Compass {
  /// Degrees to either side that the word still covers: the four winds are used more loosely.
  var halfAngle: Double {
    switch self {
    case .north, .east, .south, .west: 67.5
    case .northEast, .southEast, .southWest, .northWest: 45
    }
  }
}

extension Shape {
  /// The part of an area that lies in a direction from a centre; nil when there is none.
  func part(to direction: Compass, of centre: GeoPoint) -> Shape? {
    guard
      let fan = try? Shape.wedge(
        from: centre, bearing: direction.bearing, halfAngle: direction.halfAngle, from: .zero,
        to: .kilometres(600)),
      let part = try? intersection(fan), part.roughSquareMetres > 1e6
    else { return nil }
    return part
  }
}
