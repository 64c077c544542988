import Geometry

/// A place that a user adds to a gazetteer: it wins over the gazetteer's own of the same name.
public struct OwnPlace: Hashable, Sendable {
  /// What ids of such places begin with; none of a gazetteer's own do.
  public static let prefix = "X-"

  /// The id, without the prefix; letters, digits and hyphens.
  public var id: String
  public var kind: PlaceKind
  /// The names in any script, the main one first in each.
  public var names: [String]
  public var point: GeoPoint
  /// Metres: the extent of the place together with the error of its point.
  public var radius: Double

  public init(id: String, kind: PlaceKind, names: [String], point: GeoPoint, radius: Double) {
    self.id = id
    self.kind = kind
    self.names = names
    self.point = point
    self.radius = radius
  }
}

extension Gazetteer {
  /// Loads the tables in a folder, and adds a user's own places to them.
  ///
  /// The units that hold a place are those whose outlines hold its point.
  ///
  /// - Throws: A ``GazetteerError`` when a table is missing or broken, or two places have one id.
  public convenience init(folder: String, adding places: [OwnPlace]) throws {
    let base = try Gazetteer(folder: folder)
    let sorted = places.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    for (first, second) in zip(sorted, sorted.dropFirst()) where first.id == second.id {
      throw GazetteerError(file: "--gazetteer", problem: "two places have the id \"\(first.id)\"")
    }
    var rows = ""
    var names = ""
    for place in sorted {
      let id = OwnPlace.prefix + place.id
      let arabic = place.names.filter { $0.unicodeScalars.contains { $0.value >= 0x600 } }
      let latin = place.names.filter { !$0.unicodeScalars.contains { $0.value >= 0x600 } }
      let units = try base.units(containing: place.point)
      let unit = units.map { [$0.subdistrict, $0.district, $0.governorate] }?.first { $0 >= 0 }
      let cells = [
        id, place.kind.name, "", arabic.first ?? "", latin.first ?? "",
        "\(place.point.latitude)", "\(place.point.longitude)", "\(Int(place.radius))", "90",
        unit.map { base.id(of: $0) } ?? "", "", "own", "1", "",
      ]
      rows += cells.joined(separator: "\t") + "\n"
      for name in arabic.dropFirst() { names += "\(id)\talias\t\(name)\town\t1\n" }
      for name in latin.dropFirst() { names += "\(id)\tlatin\t\(name)\town\t1\n" }
    }
    try self.init(folder: folder, places: Array(rows.utf8), names: Array(names.utf8))
  }

  /// Whether a place is one that a user added.
  public func isOwn(_ place: Int32) -> Bool { place >= firstOwn }
}
