import Gazetteer
import Geometry

/// The ground that maps stand on: the admin units with their polygons, and what a map draws behind
/// and between them.
public struct MapGround: Sendable {
  /// The governorates, by code.
  public let governorates: [Territory]
  /// The districts and subdistricts.
  public let smallerUnits: [Territory]
  /// Rivers as lines.
  public var rivers: [Course]
  /// Roads as lines between the towns that they pass.
  public var roads: [Course]
  public var lakes: [Territory]
  /// The lands around, under their English names as codes.
  public var neighbours: [Territory]
  /// Where the sea may be: all else is land, also where the polygons of two lands do not quite meet.
  public var sea: Shape
  /// Settlements and sites, the best known first.
  public var places: [Locality]
  /// Who is to be named for boundaries and places.
  public var attribution: String

  /// Every unit by its code.
  private let units: [String: Territory]

  public init(
    governorates: [Territory], smallerUnits: [Territory] = [], rivers: [Course] = [],
    roads: [Course] = [], lakes: [Territory] = [], neighbours: [Territory] = [],
    sea: Shape = .empty, places: [Locality] = [], attribution: String = ""
  ) {
    self.governorates = governorates.sorted { $0.unit.code < $1.unit.code }
    self.smallerUnits = smallerUnits
    self.rivers = rivers
    self.roads = roads
    self.lakes = lakes
    self.neighbours = neighbours
    self.sea = sea
    self.places = places
    self.attribution = attribution
    units = Dictionary((governorates + smallerUnits).map { ($0.unit.code, $0) }) { first, _ in first
    }
  }

  /// The unit with a p-code, at whatever level.
  public subscript(code: String) -> Territory? { units[code] }
}

/// An admin unit, a country, or a lake, with its polygon.
public struct Territory: Sendable {
  public var unit: AdminUnit
  public var shape: Shape

  public init(unit: AdminUnit, shape: Shape) {
    self.unit = unit
    self.shape = shape
  }
}

/// A river or a road.
public struct Course: Sendable {
  /// The name as the base map has it; empty where it has none.
  public var name: String
  public var nameArabic: String
  public var nameEnglish: String
  public var line: [GeoPoint]

  public init(name: String, nameArabic: String, nameEnglish: String, line: [GeoPoint]) {
    self.name = name
    self.nameArabic = nameArabic
    self.nameEnglish = nameEnglish
    self.line = line
  }
}

/// A settlement or a site as maps name it.
public struct Locality: Sendable {
  public var id: String
  public var nameArabic: String
  public var nameEnglish: String
  /// Further names, in either script.
  public var otherNames: [String]
  public var kind: PlaceKind
  public var point: GeoPoint
  /// How well known it is, 0...100.
  public var importance: Int
  /// The code of its governorate.
  public var governorate: String?

  public init(
    id: String, nameArabic: String, nameEnglish: String, otherNames: [String] = [],
    kind: PlaceKind, point: GeoPoint, importance: Int, governorate: String? = nil
  ) {
    self.id = id
    self.nameArabic = nameArabic
    self.nameEnglish = nameEnglish
    self.otherNames = otherNames
    self.kind = kind
    self.point = point
    self.importance = importance
    self.governorate = governorate
  }
}
