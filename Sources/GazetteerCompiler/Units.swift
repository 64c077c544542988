import Foundation
import Gazetteer
import Geometry

extension Compilation {
  /// Adds the country, its governorates, districts, and subdistricts, with Open-Syria's aliases.
  mutating func addUnits(
    outlines: Outlines, spelling: Spelling, openSyria: (String) throws -> [[String: Any]]
  ) throws {
    var country = Entry(id: "SY", kind: .country, source: "ocha-boundaries")
    country.importance = 100
    country.confidence = 1
    var governorates: [String: Entry] = [:]
    var districts: [String: Entry] = [:]
    var polygons: [String: [Polygon]] = [:]
    for unit in outlines.units {
      func text(_ key: String) -> String {
        Spelling.cleaned(unit.properties[key] as? String ?? "")
      }
      func entry(_ level: Int, _ kind: PlaceKind, parent: String, importance: Int) -> Entry {
        var entry = Entry(id: text("ADM\(level)_PCODE"), kind: kind, source: "ocha-boundaries")
        entry.arabic = text("ADM\(level)_AR")
        entry.english = text("ADM\(level)_EN")
        entry.unit = parent
        entry.importance = importance
        entry.confidence = 1
        polygons[entry.id, default: []] += unit.polygons
        return entry
      }
      country.arabic = text("ADM0_AR")
      country.english = text("ADM0_EN")
      polygons[country.id, default: []] += unit.polygons
      let governorate = entry(1, .governorate, parent: "SY", importance: 85)
      let district = entry(2, .district, parent: governorate.id, importance: 60)
      var subdistrict = entry(3, .subdistrict, parent: district.id, importance: 40)
      governorates[governorate.id] = governorate
      districts[district.id] = district
      subdistrict.place(on: unit.polygons)
      add(subdistrict)
      name(
        subdistrict.id, text("ADM3_REF"), .latin, source: "ocha-boundaries", confidence: 0.9)
    }
    country.place(on: polygons["SY"]!)
    add(country)
    for var unit in Array(governorates.values) + Array(districts.values) {
      unit.place(on: polygons[unit.id]!)
      add(unit)
    }
    for entry in entries where entry.id.hasPrefix("SY") {
      let shorter = spelling.withoutUnitWord(entry.arabic)
      name(entry.id, shorter, .alias, source: "ocha-boundaries", confidence: 0.95)
      for part in spelling.parts(of: shorter) {
        name(entry.id, part, .part, source: "ocha-boundaries", confidence: 0.7)
      }
    }
    let known = Set(entries.map(\.id))
    for file in ["governorates", "districts", "subdistricts"] {
      for record in try openSyria(file) {
        guard let outside = record["externalIds"] as? [String: Any],
          let id = outside["ochaPcode"] as? String, known.contains(id)
        else { continue }
        var texts: [(String, String)] = []
        if let main = record["name"] as? [String: Any] {
          texts.append(("ar", main["ar"] as? String ?? ""))
          texts.append(("en", main["en"] as? String ?? ""))
        }
        for alias in record["aliases"] as? [[String: Any]] ?? [] {
          texts.append((alias["language"] as? String ?? "", alias["value"] as? String ?? ""))
        }
        for (language, text) in texts {
          if language == "ar" {
            // Some are machine spellings that mix scripts.
            guard Spelling.isArabic(text) else { continue }
            name(
              id, spelling.withoutUnitWord(Spelling.cleaned(text)), .alias, source: "open-syria",
              confidence: 0.8)
          } else {
            name(id, text, .latin, source: "open-syria", confidence: 0.7)
          }
        }
      }
    }
  }
}

extension Entry {
  /// Puts the entry at a point inside the polygons, with the radius of a circle of their area.
  mutating func place(on polygons: [Polygon]) {
    point = innerPoint(polygons)
    radius = (polygons.reduce(0) { $0 + area($1) } / .pi).squareRoot().rounded()
  }
}
