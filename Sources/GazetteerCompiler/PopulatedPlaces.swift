import Foundation
import Gazetteer
import Geometry

extension Compilation {
  /// Adds OCHA's populated places, all as villages of no rank, with the parts of their names.
  mutating func addPopulatedPlaces(path: String, spelling: Spelling) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    guard let records = try JSONSerialization.jsonObject(with: data) as? [[String: Any]] else {
      throw CompilerError("\(path) is no list of places")
    }
    let source = "ocha-places"
    for record in records {
      func text(_ key: String) -> String { record[key] as? String ?? "" }
      guard let latitude = record["lat"] as? Double, let longitude = record["lng"] as? Double else {
        throw CompilerError("\(path): \(text("pcode")) has no coordinates")
      }
      let whole = Spelling.firstLine(text("name_ar"))
      var units = [text("admin3_ar"), text("admin2_ar"), text("admin1_ar")].map {
        spelling.withoutUnitWord(Spelling.cleaned($0))
      }
      if units.contains(whole) { units.removeAll { $0 == whole } }
      let unitKeys = Set(units.map(Spelling.bareKey))
      let parts = spelling.parts(of: whole)
      // A unit's name behind the dash only tells the place from its namesakes; before the dash it is
      // the name of the unit's seat.
      let own = parts.enumerated().filter {
        $0.offset == 0 || !unitKeys.contains(Spelling.bareKey($0.element))
      }.map(\.element)

      var entry = Entry(id: text("pcode"), kind: .village, source: source)
      entry.arabic =
        own.count == 1 && parts.count > 1
        ? own[0] : parts.isEmpty ? whole : parts.joined(separator: " - ")
      entry.english = Spelling.cleaned(text("name_en").replacing("_", with: " - "))
      entry.point = GeoPoint(longitude: longitude, latitude: latitude)
      entry.unit = text("admin3_pcode")
      entry.importance = 15
      entry.radius = 800
      entry.confidence = 0.95
      add(entry)
      for part in own {
        name(entry.id, part, .part, source: source, confidence: 0.8)
      }
      addShorterNames(
        of: entry.id, own.isEmpty ? [whole] : own, units: units, spelling: spelling, source: source)
    }
  }

  /// Adds what is left of names without their qualifiers, with and without the article.
  mutating func addShorterNames(
    of id: String, _ full: [String], units: [String], spelling: Spelling, source: String
  ) {
    for whole in full {
      var rest = whole
      while let shorter = spelling.withoutQualifier(rest, units: units) {
        name(id, shorter, .part, source: source, confidence: 0.6)
        if !shorter.contains(" ") {
          name(
            id, Spelling.withOtherArticle(shorter), .part, source: source, confidence: 0.5)
        }
        rest = shorter
      }
    }
  }

  /// Adds OCHA's neighbourhoods, each at its labelled point with the radius of its polygon.
  mutating func addNeighbourhoods(_ features: [Feature], spelling: Spelling) throws {
    let source = "ocha-neighbourhoods"
    for feature in features {
      var entry = Entry(id: feature.text("PCODE"), kind: .neighbourhood, source: source)
      let whole = Spelling.firstLine(feature.text("NAME_AR"))
      let parts = spelling.parts(of: whole)
      entry.arabic = parts.isEmpty ? whole : parts.joined(separator: " - ")
      entry.english = Spelling.cleaned(feature.text("NAME_EN").replacing("_", with: " -"))
      guard let latitude = feature.properties["LATITUDE"] as? Double,
        let longitude = feature.properties["LONGITUDE"] as? Double
      else { throw CompilerError("neighbourhood \(entry.id) has no point") }
      entry.place(on: feature.polygons)
      entry.point = GeoPoint(longitude: longitude, latitude: latitude)
      entry.unit = feature.text("ADM3_PCODE")
      entry.centre = feature.text("ADM4_PCODE")
      entry.importance = 20
      entry.confidence = 0.95
      let quarter = Spelling.cleaned(feature.text("AREA_AR"))
      if Spelling.isArabic(quarter) { entry.note = quarter }
      add(entry)
      for part in parts { name(entry.id, part, .part, source: source, confidence: 0.8) }
      addShorterNames(
        of: entry.id, parts.isEmpty ? [whole] : parts, units: [], spelling: spelling,
        source: source)
      // Reports name the larger quarter, and no place stands for it as a whole.
      name(entry.id, entry.note, .part, source: source, confidence: 0.4)
    }
  }

  /// Ranks the seats of units: a district's is a city, a subdistrict's a town; returns the seat of
  /// each unit.
  mutating func rankSeats(spelling: Spelling) -> [String: String] {
    var seats: [String: String] = [:]
    var places: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() where entry.source == "ocha-places" {
      for length in [4, 6, 8] {
        places[String(entry.unit.prefix(length)), default: []].append(index)
      }
    }
    var partKeys: [String: Set<String>] = [:]
    for name in names where name.kind == .part && name.confidence >= 0.8 {
      partKeys[name.place, default: []].insert(Spelling.bareKey(name.name))
    }
    for unit in entries where unit.kind != .country && unit.id.hasPrefix("SY") {
      let wanted = Spelling.bareKey(spelling.withoutUnitWord(unit.arabic))
      let inside = places[unit.id] ?? []
      let exact = inside.first { Spelling.bareKey(entries[$0].arabic) == wanted }
      let partly = inside.first { partKeys[entries[$0].id]?.contains(wanted) == true }
      if let found = exact ?? partly { seats[unit.id] = entries[found].id }
    }
    // Where the names differ, the district of a governorate's capital has that capital as its seat.
    for unit in entries where unit.kind == .governorate {
      guard let seat = seats[unit.id], let entry = entries.first(where: { $0.id == seat }) else {
        continue
      }
      for code in [String(entry.unit.prefix(6)), entry.unit] where seats[code] == nil {
        seats[code] = seat
      }
    }
    var rank: [String: (PlaceKind, Int, Double)] = [:]
    for (code, place) in seats {
      let new: (PlaceKind, Int, Double)
      switch code.count {
      case 4: new = code == "SY01" ? (.city, 100, 8000) : (.city, 90, 5000)
      case 6: new = (.city, 70, 3000)
      default: new = (.town, 50, 1500)
      }
      if rank[place].map({ $0.1 < new.1 }) ?? true { rank[place] = new }
    }
    for index in entries.indices {
      if let (kind, importance, radius) = rank[entries[index].id] {
        entries[index].kind = kind
        entries[index].importance = importance
        entries[index].radius = radius
      }
      if let seat = seats[entries[index].id] { entries[index].centre = seat }
    }
    return seats
  }
}
