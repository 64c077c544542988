import Gazetteer
import Geometry

extension Compilation {
  /// Adds the places that reports name and no source has: rows of our own, each with its source.
  mutating func addFurtherPlaces(path: String, outlines: Outlines) throws {
    for row in try Table(path: path).rows {
      guard let kind = PlaceKind.allCases.first(where: { $0.name == row["kind"] }),
        let latitude = row.number("lat"), let longitude = row.number("lon"),
        let radius = row.number("radius_m"), let trust = row.number("confidence")
      else { throw CompilerError("\(path): bad row for \(row["id"])") }
      var entry = Entry(id: row["id"], kind: kind, source: row["source"])
      entry.siteKind = row["site_kind"]
      entry.arabic = Spelling.cleaned(row["name_ar"])
      entry.english = Spelling.cleaned(row["name_en"])
      let point = GeoPoint(longitude: longitude, latitude: latitude)
      entry.point = point
      entry.radius = radius
      entry.centre = row["centre"]
      // A quarter belongs to its city's unit, even where the city has grown over the line.
      let city = entries.first { $0.id == row["centre"] }
      entry.unit = city?.unit ?? outlines.code(at: point) ?? outlines.nearest(to: point).code
      entry.confidence = trust
      entry.importance = kind == .site ? 30 : 20
      entry.note = Spelling.cleaned(row["note"])
      add(entry)
      for alias in row["aliases"].split(separator: "|") {
        name(
          entry.id, String(alias), .alias, source: row["source"],
          confidence: min(0.9, entry.confidence))
      }
    }
  }

  /// Corrects what the sources get wrong or leave out: seats of units, the unit that a place is
  /// counted to, names that are no names of the place.
  mutating func correct(by table: Table, path: String) throws {
    var positions: [String: Int] = [:]
    for (position, entry) in entries.enumerated() { positions[entry.id] = position }
    for row in table.rows {
      guard let position = positions[row["place"]] else {
        throw CompilerError("\(path): no place is \(row["place"])")
      }
      switch row["field"] {
      case "seat":
        guard let seat = positions[row["value"]] else {
          throw CompilerError("\(path): no place is \(row["value"])")
        }
        entries[position].centre = row["value"]
        let (kind, importance, radius): (PlaceKind, Int, Double) =
          entries[position].kind == .district ? (.city, 70, 3000) : (.town, 50, 1500)
        if entries[seat].importance < importance {
          entries[seat].kind = kind
          entries[seat].importance = importance
          entries[seat].radius = radius
        }
      case "unit": entries[position].unit = row["value"]
      case "not_name": takeName(row["value"], from: row["place"])
      default: throw CompilerError("\(path): \(row["field"]) is nothing to correct")
      }
    }
  }
}
