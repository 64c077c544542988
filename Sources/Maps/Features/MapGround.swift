import Geometry

/// The ground that maps stand on: the admin units with their polygons, and what a picture draws
/// behind them.
public struct MapGround: Sendable {
  /// The governorates, by code.
  public let governorates: [Territory]
  /// Rivers as lines, for pictures.
  public var rivers: [[GeoPoint]]
  /// Lakes as areas, for pictures.
  public var lakes: [Shape]
  /// The lands around, for pictures, under their English names as codes.
  public var neighbours: [Territory]
  /// Who is to be named for boundaries and places.
  public var attribution: String

  /// Every unit by its code.
  private let units: [String: Territory]

  public init(
    governorates: [Territory], smallerUnits: [Territory] = [], rivers: [[GeoPoint]] = [],
    lakes: [Shape] = [], neighbours: [Territory] = [], attribution: String = ""
  ) {
    self.governorates = governorates.sorted { $0.unit.code < $1.unit.code }
    self.rivers = rivers
    self.lakes = lakes
    self.neighbours = neighbours
    self.attribution = attribution
    units = Dictionary((governorates + smallerUnits).map { ($0.unit.code, $0) }) { first, _ in first
    }
  }

  /// The unit with a p-code, at whatever level.
  public subscript(code: String) -> Territory? { units[code] }
}

/// An admin unit with its polygon.
public struct Territory: Sendable {
  public var unit: AdminUnit
  public var shape: Shape

  public init(unit: AdminUnit, shape: Shape) {
    self.unit = unit
    self.shape = shape
  }
}
