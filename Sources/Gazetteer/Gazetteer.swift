import Geometry

/// What kind of thing a gazetteer place is.
public enum PlaceKind: UInt8, Sendable, CaseIterable {
  case country, governorate, district, subdistrict
  case city, town, village, neighbourhood
  case site, region, road, river

  /// The name that tables and output use.
  public var name: String { "\(self)" }
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
  /// How well known the place is: 0 a hamlet … 100 a governorate's capital.
  public var importance: UInt8
  /// How far the row is to be trusted, 0...1.
  public var confidence: Float
  /// Indexes into `Gazetteer.places` of the units that hold the place; -1 where there is none.
  public var governorate: Int32
  public var district: Int32
  public var subdistrict: Int32
}

/// One name of one place.
public struct PlaceName: Sendable {
  public enum Kind: UInt8, Sendable {
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
}
