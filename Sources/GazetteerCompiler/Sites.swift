import Foundation
import Gazetteer
import Geometry

/// A region's members, or a road's or river's way points, on the way into a table.
struct Course {
  var id: String
  /// Place or unit ids, `lat,lon` points, or `circle:lat,lon,km`.
  var members: [String]
}

/// The trust that the raw files put into words.
func confidence(_ word: String) -> Double {
  switch word {
  case "high": 0.95
  case "medium": 0.8
  case "low": 0.5
  default: 0.7
  }
}

extension Compilation {
  /// Adds the named sites.
  mutating func addSites(path: String, outlines: Outlines) throws {
    for row in try Table(path: path).rows {
      guard let latitude = row.number("lat"), let longitude = row.number("lon") else {
        throw CompilerError("\(path): \(row["id"]) has no coordinates")
      }
      var entry = Entry(id: row["id"], kind: .site, source: siteSource(row["source"]))
      entry.siteKind = row["kind"]
      entry.arabic = Spelling.cleaned(row["name_ar"])
      entry.english = Spelling.cleaned(row["name_en"])
      let point = GeoPoint(longitude: longitude, latitude: latitude)
      entry.point = point
      entry.radius = row.number("radius_m") ?? 2000
      entry.unit = outlines.code(at: point) ?? outlines.nearest(to: point).code
      entry.confidence = confidence(row["confidence"])
      entry.importance = row["confidence"] == "high" ? 40 : row["confidence"] == "medium" ? 30 : 20
      entry.note = Spelling.cleaned(row["note"])
      add(entry)
      for alias in row["aliases_ar"].split(separator: "|") {
        name(
          entry.id, String(alias), .alias, source: "compiled",
          confidence: min(0.9, entry.confidence))
      }
    }
  }

  private func siteSource(_ text: String) -> String {
    let origins: [(String, String)] = [
      ("Wikipedia", "wikipedia-map"), ("features.tsv: OurAirports", "ourairports"),
      ("features.tsv: WRI", "wri"), ("WRI", "wri"), ("features.tsv: Natural", "natural-earth"),
      ("features.tsv", "encyclopedia"), ("GeoNames", "geonames"), ("Open-Syria", "open-syria"),
      ("web page", "encyclopedia"), ("place", "derived"), ("derived", "derived"),
    ]
    return origins.first { text.hasPrefix($0.0) }?.1 ?? "derived"
  }

  /// Adds the regions; returns their members.
  mutating func addRegions(path: String, outlines: Outlines, merged: [String: String]) throws
    -> [Course]
  {
    var courses: [Course] = []
    for (number, row) in try Table(path: path).rows.enumerated() {
      var entry = Entry(
        id: "R-" + String(format: "%03d", number + 1), kind: .region, source: "compiled")
      entry.arabic = Spelling.cleaned(row["name_ar"])
      entry.english = Spelling.cleaned(row["name_en"])
      entry.note = Spelling.cleaned(row["note"])
      entry.importance = 45
      entry.confidence = 0.7
      let members = row["members"].split(separator: " ").map {
        reference(String($0), merged: merged)
      }
      if let circle = members.first, circle.hasPrefix("circle:") {
        let numbers = circle.dropFirst(7).split(separator: ",").compactMap { Double($0) }
        guard numbers.count == 3 else { throw CompilerError("\(path): bad circle \(circle)") }
        entry.point = GeoPoint(longitude: numbers[1], latitude: numbers[0])
        entry.radius = numbers[2] * 1000
      } else {
        let units = outlines.units.filter { members.contains($0.code) }
        if units.isEmpty {
          let points = entries.filter { members.contains($0.id) }.compactMap(\.point)
          guard !points.isEmpty else { throw CompilerError("\(path): \(members) has no member") }
          entry.point = GeoPoint(
            longitude: points.reduce(0) { $0 + $1.longitude } / Double(points.count),
            latitude: points.reduce(0) { $0 + $1.latitude } / Double(points.count))
          entry.radius = points.map { metres($0, entry.point!) }.max()! + 2000
        } else {
          // The middle of the members, weighed by their areas.
          var (x, y, weight) = (0.0, 0.0, 0.0)
          for unit in units {
            let size = unit.polygons.reduce(0) { $0 + area($1) }
            let middle = innerPoint(unit.polygons)
            x += middle.longitude * size
            y += middle.latitude * size
            weight += size
          }
          entry.point = GeoPoint(longitude: x / weight, latitude: y / weight)
          entry.radius = (weight / .pi).squareRoot()
        }
        let codes = members.filter { $0.hasPrefix("SY") }
        if let first = codes.first, codes.allSatisfy({ $0.prefix(4) == first.prefix(4) }) {
          entry.unit = String(first.prefix(4))
        }
      }
      add(entry)
      for alias in row["aliases_ar"].split(separator: "|") {
        name(entry.id, String(alias), .alias, source: "compiled", confidence: 0.8)
      }
      courses.append(Course(id: entry.id, members: members))
    }
    return courses
  }

  /// Adds roads or rivers; returns their way points.
  mutating func addLines(path: String, kind: PlaceKind, prefix: String, merged: [String: String])
    throws -> [Course]
  {
    var courses: [Course] = []
    for (number, row) in try Table(path: path).rows.enumerated() {
      var entry = Entry(
        id: prefix + String(format: "%03d", number + 1), kind: kind, source: "compiled")
      entry.arabic = Spelling.cleaned(row["name_ar"])
      entry.english = Spelling.cleaned(row["name_en"])
      entry.note = Spelling.cleaned(row["note"])
      entry.importance = kind == .river ? 50 : 45
      entry.radius = 3000
      entry.confidence = 0.8
      add(entry)
      for alias in row["aliases_ar"].split(separator: "|") {
        name(entry.id, String(alias), .alias, source: "compiled", confidence: 0.8)
      }
      // The raw rows give coordinates for every way point; the ids say which are places.
      let ids = row["place_ids"].split(separator: " ").map(String.init)
      courses.append(
        Course(id: entry.id, members: ids.map { reference($0, merged: merged) }))
    }
    return courses
  }

  /// A raw file's way of naming a place, as an id of ours.
  private func reference(_ raw: String, merged: [String: String]) -> String {
    guard raw.hasPrefix("G:") else { return raw }
    let id = "G" + raw.dropFirst(2)
    return merged[id] ?? id
  }

  /// Adds the compiled aliases of places.
  mutating func addAliases(_ table: Table, merged: [String: String], spelling: Spelling) {
    for row in table.rows {
      let kind: FurtherName.Kind
      switch row["kind_of_variant"] {
      case "spelling_variant", "other_name_same_spot": kind = .variant
      case "ocha_suffix_dropped": kind = .part
      default: kind = .alias
      }
      let source = row["source"].hasPrefix("GeoNames") ? "geonames" : "compiled"
      name(
        reference(row["id"], merged: merged), row["alias_ar"], kind, source: source,
        confidence: confidence(row["confidence"]))
    }
  }
}
