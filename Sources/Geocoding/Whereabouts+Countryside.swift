import Claims
import Gazetteer
import Geometry

extension Whereabouts {
  /// In the countryside of one governorate or town, or of several.
  init(countrysides places: [Int32], direction: Compass?, isDesert: Bool, atlas: Atlas) {
    let parts = places.map {
      Whereabouts(countryside: $0, direction: direction, isDesert: isDesert, atlas: atlas)
    }
    self = parts[0]
    guard parts.count > 1 else { return }
    precision = parts.map(\.precision).max() ?? precision
    if let union = try? Shape.union(of: parts.compactMap(\.area)), !union.isEmpty {
      area = union
      (point, radius) = union.pointAndReach() ?? (point, radius)
    }
    holdUnits(of: places, atlas: atlas)
  }

  /// In the countryside of a governorate or a town: the unit around it, from the town outwards; or
  /// the side of the unit that is meant, with the town itself cut out.
  init(countryside index: Int32, direction: Compass?, isDesert: Bool, atlas: Atlas) {
    let place = atlas[index]
    if isDesert, place.kind != .region, let desert = atlas.desertShape(of: index) {
      self.init(desert: desert, of: index, direction: direction, atlas: atlas)
      return
    }
    guard place.kind != .region, let unit = atlas.countryside(of: index),
      let whole = atlas.boundary(of: unit), let centre = atlas.centre(of: index) ?? place.point
    else {
      if place.kind.isLocal, let centre = place.point {
        // A village's own countryside: the land around it.
        self.init(point: centre, radius: place.reach + 7000, precision: Precision(of: place))
        if let direction {
          area = try? Shape.disc(around: centre, radius: .metres(place.reach + 7000))
            .part(to: direction, of: centre)
        }
        precision = max(precision, .village)
      } else {
        self.init(in: index, direction: direction, clip: nil, atlas: atlas)
      }
      return
    }
    self.init(precision: Precision(of: atlas[unit]))
    let townRadius = max(1500, atlas.townRadius(of: index))
    var shape = whole
    if let direction { shape = shape.part(to: direction, of: centre) ?? shape }
    let isAround = place.kind != .governorate && direction == nil && shape.contains(centre)
    if !isAround, let town = try? Shape.disc(around: centre, radius: .metres(townRadius)) {
      shape = shape.without(town)
    }
    area = shape
    if isAround {
      // The land around a town has its middle there.
      point = centre
      radius = shape.reach(from: centre)
    } else if place.kind == .governorate {
      (point, radius) = shape.pointAndReach() ?? (centre, Double(place.radius))
    } else {
      // Just outside the town, on the side that is meant: what is far is named otherwise.
      let middle = try? shape.pointOnSurface()
      let bearing = direction?.bearing ?? middle.map { centre.bearing(to: $0) } ?? 0
      let near = centre.destination(bearing: bearing, distance: .metres(townRadius * 1.15))
      let start = shape.contains(near) ? near : middle ?? near
      point = start
      radius = shape.reach(from: start)
    }
    holdUnits(of: [unit], atlas: atlas)
  }

  /// In the desert of a governorate or a town: the region of that name, or the desert about it.
  private init(desert: Shape, of index: Int32, direction: Compass?, atlas: Atlas) {
    let place = atlas[index]
    let unit = atlas.countryside(of: index)
    self.init(precision: Precision(of: unit.map { atlas[$0] } ?? place))
    var shape = desert
    if let direction, let centre = atlas.centre(of: index) ?? place.point {
      shape = shape.part(to: direction, of: centre) ?? shape
    }
    let town = (atlas.centre(of: index) ?? place.point).flatMap {
      try? Shape.disc(around: $0, radius: .metres(max(1500, atlas.townRadius(of: index))))
    }
    if !place.kind.isLocal {
      if let town { shape = shape.without(town) }
      (point, radius) = shape.pointAndReach() ?? (place.point, Double(place.radius))
    } else if let centre = place.point {
      if let direction {
        // Just outside the town that the desert is called after, as far as it goes there.
        if let town { shape = shape.without(town) }
        let near = centre.destination(
          bearing: direction.bearing, distance: .metres(atlas.townRadius(of: index) * 1.15))
        point = shape.contains(near) ? near : shape.point(nearest: centre) ?? near
      } else {
        // The desert begins at the town.
        if let town, let around = try? Shape.union(of: [shape, town]) { shape = around }
        point = centre
      }
      radius = point.flatMap { shape.reach(from: $0) }
    }
    area = shape
    holdUnits(of: [unit ?? index], atlas: atlas)
  }
}

extension Shape {
  /// The area with another cut out, unless next to nothing would be left.
  fileprivate func without(_ other: Shape) -> Shape {
    guard let rest = try? subtracting(other), rest.roughSquareMetres > 1e6 else { return self }
    return rest
  }
}

extension Atlas {
  /// The desert of a governorate or a town: the region called after it, or for a town at its edge the
  /// desert about it; nil where there is none.
  fileprivate func desertShape(of index: Int32) -> Shape? {
    if let region = desert(of: index) { return boundary(of: region) }
    guard self[index].kind.isLocal, let point = self[index].point else { return nil }
    return desert(around: point, kilometres: 25)
  }
}
