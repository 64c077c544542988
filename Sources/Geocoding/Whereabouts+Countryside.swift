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

  /// In the countryside of a governorate or a town: the unit around it, or the side of the unit
  /// that is meant, with the town itself cut out.
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
    if let town = try? Shape.disc(around: centre, radius: .metres(townRadius)),
      let outside = try? shape.subtracting(town), outside.roughSquareMetres > 1e6
    {
      shape = outside
    }
    area = shape
    if place.kind == .governorate {
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
    if let centre = atlas.centre(of: index) ?? place.point,
      let town = try? Shape.disc(
        around: centre, radius: .metres(max(1500, atlas.townRadius(of: index)))),
      let outside = try? shape.subtracting(town), outside.roughSquareMetres > 1e6
    {
      shape = outside
    }
    if place.kind.isLocal, let centre = place.point {
      // Near the town that the desert is called after, as far as the desert goes there.
      let towards =
        direction?.bearing ?? (try? shape.centroid()).flatMap { $0 }.map {
          centre.bearing(to: $0)
        } ?? 0
      let near = centre.destination(
        bearing: towards, distance: .metres(atlas.townRadius(of: index) * 1.15))
      point = shape.contains(near) ? near : shape.point(nearest: centre) ?? near
      radius = point.flatMap { shape.reach(from: $0) }
    } else {
      (point, radius) = shape.pointAndReach() ?? (place.point, Double(place.radius))
    }
    area = shape
    holdUnits(of: [unit ?? index], atlas: atlas)
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
