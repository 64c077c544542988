import GazetteerTables
import Geometry

/// The places of a country: their names, where they lie, and what holds what.
///
/// A gazetteer is read-only and shared freely between tasks. Loading keeps the tables as the bytes
/// that they are; boundaries, lines, and the indexes of spellings are read on first use.
///
/// ```swift
/// let gazetteer = try Gazetteer.bundled()
/// let index = gazetteer.index(ofID: "C5086")!
/// gazetteer.arabicName(of: index)   // دير الزور
/// gazetteer.places[Int(index)].point
/// ```
public final class Gazetteer: Sendable {
  /// Every place, ordered by id.
  public let places: [Place]
  /// Every name in Arabic script, ordered by place, a place's main name first.
  public let names: [PlaceName]
  /// Every name in Latin script, ordered by place, a place's main name first.
  public let latinNames: [PlaceName]
  /// The tables as they were read: what the ranges of names refer to.
  public let nameBytes: [UInt8]
  /// The folder that the tables were read from.
  public let folder: String

  /// Where each place's row begins in `nameBytes`.
  let rows: [Int32]
  /// For each place, where its names begin in `names`; one more at the end.
  let firstNames: [Int32]
  /// For each place, where its names begin in `latinNames`; one more at the end.
  let firstLatinNames: [Int32]
  /// The first of the places that a user added; they stand behind all others.
  let firstOwn: Int32
  /// The country itself.
  public let country: Int32?
  /// What the numbers in `Place.siteKind` mean.
  let siteKinds: [String]

  let boundaries = Boundaries()
  let regionOutlines = Lazily<RegionOutlines>()
  let courses = Lazily<Courses>()
  let folded = Lazily<FoldedNames>()
  let arabicSpellings = Lazily<SpellingIndex>()
  let latinSpellings = Lazily<SpellingIndex>()
  let arabicSkeletons = Lazily<SkeletonIndex>()
  let latinSkeletons = Lazily<SkeletonIndex>()

  /// Loads the tables that come with the program.
  public static func bundled() throws -> Gazetteer {
    try Gazetteer(folder: GazetteerTables.folder)
  }

  /// Loads the tables that come with the program, and adds a user's own places.
  public static func bundled(adding places: [OwnPlace]) throws -> Gazetteer {
    try Gazetteer(folder: GazetteerTables.folder, adding: places)
  }

  /// Loads the tables in a folder.
  public convenience init(folder: String) throws {
    try self.init(folder: folder, places: [], names: [])
  }

  /// Loads the tables in a folder, with further rows behind those of places and names.
  init(folder: String, places furtherPlaces: [UInt8], names furtherNames: [UInt8]) throws {
    let tables = try LoadedTables(folder: folder, places: furtherPlaces, names: furtherNames)
    self.folder = folder
    places = tables.places
    names = tables.names
    latinNames = tables.latinNames
    nameBytes = tables.bytes
    rows = tables.rows
    firstNames = tables.firstNames
    firstLatinNames = tables.firstLatinNames
    siteKinds = tables.siteKinds
    let lines = furtherPlaces.count { $0 == UInt8(ascii: "\n") }
    firstOwn = Int32(tables.places.count - lines)
    country = tables.places.firstIndex { $0.kind == .country }.map { Int32($0) }
  }
}

// MARK: - Places

/// What kind of thing a gazetteer place is.
public enum PlaceKind: UInt8, Sendable, CaseIterable {
  case country, governorate, district, subdistrict
  case city, town, village, neighbourhood
  case site, region, road, river

  /// The name that tables and output use.
  public var name: String { Self.names[Int(rawValue)] }

  /// Written out, for to ask a case for its name is dear.
  private static let names = [
    "country", "governorate", "district", "subdistrict", "city", "town", "village", "neighbourhood",
    "site", "region", "road", "river",
  ]

  /// True for a country, governorate, district, or subdistrict.
  public var isUnit: Bool { rawValue <= PlaceKind.subdistrict.rawValue }

  /// True for a city, town, or village.
  public var isPopulated: Bool { self == .city || self == .town || self == .village }
}

/// A gazetteer place: everything but its texts, which `Gazetteer` gives by index.
public struct Place: Sendable {
  public var kind: PlaceKind
  /// `airbase`, `dam`, `camp`, `crossing` … for a site; 0 (`none`) otherwise.
  public var siteKind: UInt8
  /// The representative point; nil for a region or road that has none.
  public var point: GeoPoint?
  /// Metres: the extent of the place together with the error of its point.
  public var radius: Float
  /// How well known the place is: 0 a hamlet … 90 a governorate's capital, 100 the country's.
  public var importance: UInt8
  /// How far the row is to be trusted, 0...1.
  public var confidence: Float
  /// Indexes into `Gazetteer.places` of the units that hold the place, or that it is itself; -1
  /// where there is none.
  public var governorate: Int32
  public var district: Int32
  public var subdistrict: Int32
}

/// One name of one place.
public struct PlaceName: Sendable {
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// The main name.
    case main
    /// Another name, or another spelling, of equal standing (press usage).
    case alias
    /// A name that only some source gives; weighs less.
    case variant
    /// A part of a compound name, or the name without its qualifier.
    case part
  }
  public var place: Int32
  public var kind: Kind
  /// The name as UTF-8 in the tables, unfolded: a range of `Gazetteer.nameBytes`.
  public var start: Int32
  public var end: Int32
  /// How far the name is to be trusted, 0...1.
  public var confidence: Float = 1
}
