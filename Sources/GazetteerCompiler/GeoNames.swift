import Gazetteer
import Geometry

/// A row of GeoNames, as Who's On First passes it on.
struct GeoNamesPlace {
  var id: String
  var code: String
  var english: String
  var arabic: [String]
  var point: GeoPoint
  var population: Int
}

/// Places sorted into cells of a fiftieth of a degree, to find those near a point.
struct Cells {
  private var cells: [Int: [Int]] = [:]
  private static let size = 0.02

  private static func cell(_ point: GeoPoint) -> (Int, Int) {
    (Int((point.longitude / size).rounded(.down)), Int((point.latitude / size).rounded(.down)))
  }

  mutating func add(_ index: Int, at point: GeoPoint) {
    let (x, y) = Cells.cell(point)
    cells[x * 10_000 + y, default: []].append(index)
  }

  /// The indexes in the cells around the point: everything within 6 km, and some beyond.
  func near(_ point: GeoPoint) -> [Int] {
    let (x, y) = Cells.cell(point)
    var found: [Int] = []
    for dx in -4...4 {
      for dy in -3...3 { found += cells[(x + dx) * 10_000 + y + dy] ?? [] }
    }
    return found.sorted()
  }
}

extension Compilation {
  /// Reads GeoNames' rows: each id once, names in Arabic script only.
  static func geoNames(path: String) throws -> [GeoNamesPlace] {
    var seen: Set<String> = []
    var places: [GeoNamesPlace] = []
    for row in try Table(path: path).rows {
      guard row["deprecated"].isEmpty || row["deprecated"] == "0" else { continue }
      let id = row["geonames_id"]
      guard !id.isEmpty, seen.insert(id).inserted,
        let latitude = row.number("lat"), let longitude = row.number("lon")
      else { continue }
      var arabic: [String] = []
      for name in row["names_ar"].split(separator: "|") {
        let cleaned = Spelling.cleaned(String(name))
        if Spelling.isArabic(cleaned), !arabic.contains(cleaned) { arabic.append(cleaned) }
      }
      // A few rows have the Arabic name where the Latin one should be.
      let name = Spelling.cleaned(row["name"])
      if Spelling.isArabic(name), arabic.isEmpty { arabic.append(name) }
      places.append(
        GeoNamesPlace(
          id: "G" + id, code: row["feature_code"],
          english: Spelling.hasArabic(name) ? "" : name,
          arabic: arabic, point: GeoPoint(longitude: longitude, latitude: latitude),
          population: Int(row["population"]) ?? 0))
    }
    return places.sorted { byBytes($0.id, $1.id) }
  }

  /// Adds GeoNames' places, or their names where OCHA has the place; returns which became which.
  ///
  /// A row repeats an OCHA place when it bears one of its names within 2 km (6 km for a town), when
  /// it lies within 75 m of it, or when `known` says so. `kept` rows never do.
  mutating func addGeoNames(
    _ places: [GeoNamesPlace], outlines: Outlines, known: [String: String], kept: Set<String>,
    spelling: Spelling
  ) -> (merged: [String: String], outside: Int) {
    let source = "geonames"
    var keys: [String: Set<String>] = [:]
    for entry in entries where entry.source == "ocha-places" {
      keys[entry.id, default: []].insert(Spelling.bareKey(entry.arabic))
      keys[entry.id, default: []].insert(Spelling.bareKey(entry.english))
    }
    for name in names where name.place.hasPrefix("C") {
      keys[name.place, default: []].insert(Spelling.bareKey(name.name))
    }
    var cells = Cells()
    var index: [String: Int] = [:]
    for (position, entry) in entries.enumerated() where entry.source == "ocha-places" {
      cells.add(position, at: entry.point!)
      index[entry.id] = position
    }
    var merged: [String: String] = [:]
    var added: [Int] = []
    var addedCells = Cells()
    var outside = 0
    for place in places {
      let own = Set((place.arabic + [place.english]).map(Spelling.bareKey))
      var best: (index: Int, metres: Double)?
      if let id = known[place.id], let position = index[id] {
        best = (position, 0)
      } else if !kept.contains(place.id) {
        for position in cells.near(place.point) {
          let distance = metres(place.point, entries[position].point!)
          let same = !own.isDisjoint(with: keys[entries[position].id] ?? [])
          // Of a town with known inhabitants there is only one, however far apart its points are.
          let isTown = place.population > 0 && entries[position].kind != .village
          guard distance < (same ? isTown ? 6000 : 2000 : 75) else { continue }
          // A namesake wins over a nearer stranger.
          let weight = same ? distance : distance + 6000
          if best.map({ weight < $0.metres }) ?? true { best = (position, weight) }
        }
        if best == nil {
          // GeoNames repeats itself too: the same name again within a kilometre.
          for position in addedCells.near(place.point) {
            let distance = metres(place.point, entries[position].point!)
            guard distance < 1000, !place.arabic.isEmpty else { continue }
            let arabic = Set(place.arabic.map(Spelling.bareKey))
            if arabic.contains(Spelling.bareKey(entries[position].arabic)) {
              best = (position, distance)
            }
          }
        }
      }
      if let best {
        let id = entries[best.index].id
        merged[place.id] = id
        entries[best.index].population = max(entries[best.index].population, place.population)
        for arabic in place.arabic {
          name(id, arabic, .variant, source: source, confidence: best.metres < 6000 ? 0.7 : 0.5)
        }
        name(id, place.english, .latin, source: source, confidence: 0.7)
        continue
      }
      guard let unit = unit(at: place.point, outlines: outlines) else {
        outside += 1
        continue
      }
      var entry = Entry(id: place.id, kind: .village, source: source)
      entry.arabic = place.arabic.first ?? ""
      entry.english = place.english
      entry.point = place.point
      entry.unit = unit
      entry.population = place.population
      entry.radius = 1000
      entry.confidence = 0.7
      switch place.code {
      case "PPLQ":
        entry.importance = 5
        entry.note = "abandoned"
      case "STLMT":
        entry.importance = 8
        entry.note = "Israeli settlement in the occupied Golan"
      case "PPLL", "PPLF": entry.importance = 8
      default: entry.importance = 10
      }
      addedCells.add(entries.count, at: place.point)
      added.append(entries.count)
      add(entry)
      for arabic in place.arabic.dropFirst() {
        name(entry.id, arabic, .variant, source: source, confidence: 0.6)
      }
      addShorterNames(
        of: entry.id, place.arabic.prefix(1).map { $0 }, units: [], spelling: spelling,
        source: source)
    }
    for position in entries.indices where entries[position].population > 0 {
      var rank = 0.0
      var people = Double(entries[position].population) / 100
      while people > 1 {
        rank += 4
        people /= 2
      }
      entries[position].importance = max(
        entries[position].importance, min(65, 10 + Int(rank)))
    }
    return (merged, outside)
  }

  /// The code of the subdistrict at the point, or the nearest one within 2 km.
  func unit(at point: GeoPoint, outlines: Outlines) -> String? {
    if let code = outlines.code(at: point) { return code }
    let nearest = outlines.nearest(to: point)
    return nearest.metres < 2000 ? nearest.code : nil
  }
}
