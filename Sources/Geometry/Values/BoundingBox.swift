/// A box between two meridians and two parallels.
public struct BoundingBox: Hashable, Sendable {
  /// The western meridian, in degrees.
  public var west: Double
  /// The southern parallel, in degrees.
  public var south: Double
  /// The eastern meridian, in degrees.
  public var east: Double
  /// The northern parallel, in degrees.
  public var north: Double

  /// Makes a box of its four sides, in degrees.
  public init(west: Double, south: Double, east: Double, north: Double) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }

  /// Makes the smallest box around the points, or none if there are none.
  public init?(around points: some Sequence<GeoPoint>) {
    self.init(west: .infinity, south: .infinity, east: -.infinity, north: -.infinity)
    for point in points { extend(to: point) }
    if !(west <= east && south <= north) { return nil }
  }

  /// The point halfway between the sides.
  public var centre: GeoPoint {
    GeoPoint(longitude: (west + east) / 2, latitude: (south + north) / 2)
  }

  /// Says whether a point lies inside or on a side.
  public func contains(_ point: GeoPoint) -> Bool {
    point.longitude >= west && point.longitude <= east && point.latitude >= south
      && point.latitude <= north
  }

  /// Says whether the two boxes have a point in common.
  public func intersects(_ other: BoundingBox) -> Bool {
    west <= other.east && other.west <= east && south <= other.north && other.south <= north
  }

  /// Gives the smallest box around both.
  public func union(_ other: BoundingBox) -> BoundingBox {
    BoundingBox(
      west: min(west, other.west), south: min(south, other.south),
      east: max(east, other.east), north: max(north, other.north))
  }

  mutating func extend(to point: GeoPoint) {
    west = min(west, point.longitude)
    south = min(south, point.latitude)
    east = max(east, point.longitude)
    north = max(north, point.latitude)
  }
}
