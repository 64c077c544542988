/// Many shapes, ready to be asked which of them lie within a radius of a place, surely or
/// possibly.
///
/// A shape stands for everywhere something may be. If all of it lies within the radius, the thing
/// surely does; if only a part does, possibly.
public struct ShapeIndex: Sendable {
  private let shapes: [Shape]
  /// Shapes of about the same size together, so that a few large ones do not widen every search.
  private let sizes: [Size]

  private struct Size {
    /// No shape of this size reaches farther from its middle.
    var reach: Distance
    var middles: RadiusIndex
    /// The position in the input of each middle.
    var indices: [Int]
  }

  /// How a shape lies to a circle.
  public enum Nearness: Hashable, Sendable {
    /// All of the shape is inside.
    case certain
    /// A part of the shape is inside.
    case possible
  }

  /// One shape that lies within the radius, at least with a part.
  public struct Match: Hashable, Sendable {
    /// The shape's position in the input.
    public var index: Int
    /// How far its nearest point is from the centre, 0 if the centre lies in it.
    public var nearest: Distance
    /// How far its farthest point is from the centre.
    public var farthest: Distance
    /// Whether all of it is inside.
    public var nearness: Nearness
  }

  /// Builds an index of shapes; an empty shape is nowhere.
  ///
  /// - Throws: an error that names the first position that is not on the globe.
  public init(_ shapes: [Shape]) throws(CoordinateError) {
    self.shapes = shapes
    // Classes that double in size, from 100 m on.
    let classes = 20
    var middles = [[GeoPoint]](repeating: [], count: classes)
    var indices = [[Int]](repeating: [], count: classes)
    var reaches = [Distance](repeating: .zero, count: classes)
    for (index, shape) in shapes.enumerated() {
      for path in shape.paths { for point in path { try point.requireOnGlobe() } }
      guard let middle = shape.boundingBox?.centre else { continue }
      let reach = middle.farthestDistance(to: shape)
      var number = 0
      while number < classes - 1, reach > .metres(Double(100 << number)) { number += 1 }
      middles[number].append(middle)
      indices[number].append(index)
      reaches[number] = max(reaches[number], reach)
    }
    var sizes: [Size] = []
    for number in 0..<classes where !middles[number].isEmpty {
      sizes.append(
        Size(
          reach: reaches[number], middles: try RadiusIndex(middles[number]),
          indices: indices[number]))
    }
    self.sizes = sizes
  }

  /// Gives all shapes that have a part within a radius, the nearest first, and those equally near
  /// in the order of the input.
  public func matches(within radius: Distance, of centre: GeoPoint) -> [Match] {
    guard radius >= .zero else { return [] }
    var found: [Match] = []
    for size in sizes {
      for position in size.middles.indices(within: radius + size.reach * 1.001, of: centre) {
        let index = size.indices[position]
        let nearest = centre.distance(to: shapes[index])
        guard nearest <= radius else { continue }
        let farthest = centre.farthestDistance(to: shapes[index])
        found.append(
          Match(
            index: index, nearest: nearest, farthest: farthest,
            nearness: farthest <= radius ? .certain : .possible))
      }
    }
    return found.sorted { ($0.nearest, $0.index) < ($1.nearest, $1.index) }
  }
}
