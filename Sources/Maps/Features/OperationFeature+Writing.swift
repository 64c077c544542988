import Claims
import Geocoding
import Geometry
import JSONText
import Mentions
import Reports

extension OperationFeature {
  /// Writes the feature as `operations.geojson` holds it.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("type", "Feature")
      json.member("id", id)
      json.key("geometry")
      json.geometry(point.map(Shape.point))
      json.object("properties") { json in writeProperties(to: &json) }
    }
  }

  /// Writes the properties, flat but for the claims.
  func writeProperties(to json: inout JSONWriter) {
    func list(_ name: StaticString, _ texts: [String]) {
      json.member(name, texts.isEmpty ? nil : texts.joined(separator: Self.separator))
    }
    func unit(_ units: [AdminUnit], _ code: StaticString, _ ar: StaticString, _ en: StaticString) {
      list(code, units.map(\.code))
      list(ar, units.map(\.nameArabic).filter { !$0.isEmpty })
      list(en, units.map(\.nameEnglish).filter { !$0.isEmpty })
    }
    func range(_ low: StaticString, _ high: StaticString, _ count: CountRange?) {
      json.member(low, count?.min)
      json.member(high, count?.max)
    }
    json.member("type", type.rawValue)
    json.member("status", status.rawValue)
    json.member("title_ar", titleArabic)
    json.member("title_en", titleEnglish)
    json.member("date", date?.edtf)
    json.member("date_start", date?.bounds?.lowerBound.iso)
    json.member("date_end", date?.bounds?.upperBound.iso)
    json.member("date_precision", datePrecision)
    json.member("time", time)
    json.member("place_ar", placeArabic)
    json.member("place_en", placeEnglish)
    json.member("place_id", placeID)
    json.member("relation", relation?.rawValue)
    json.member("precision", precision.rawValue)
    json.member("radius_m", radius, decimals: 0)
    json.member("confidence", confidence, decimals: 2)
    unit(governorates, "adm1_pcode", "adm1_ar", "adm1_en")
    unit([district].compactMap { $0 }, "adm2_pcode", "adm2_ar", "adm2_en")
    unit([subdistrict].compactMap { $0 }, "adm3_pcode", "adm3_ar", "adm3_en")
    list("actors", actors)
    list("initiators", initiators)
    list("targets", targets)
    list("means", means)
    range("killed_min", "killed_max", killed)
    range("wounded_min", "wounded_max", wounded)
    range("detained_min", "detained_max", detained)
    range("freed_min", "freed_max", freed)
    json.member("report_count", reportCount)
    json.member("source_count", sourceCount)
    list("sources", sources)
    json.member("quote_ar", quote.isEmpty ? nil : quote)
    writeCodes(to: &json)
    json.array("claims") { json in
      for claim in claims { claim.write(to: &json) }
    }
  }

  /// How finely the day is known: `day`, `interval`, `month`, `year`, `yearless`, or `unknown`.
  var datePrecision: String {
    switch date {
    case nil: "unknown"
    case .day: "day"
    case .interval: "interval"
    case .month: "month"
    case .year: "year"
    case .yearlessDay, .yearlessMonth, .yearlessInterval: "yearless"
    }
  }
}

extension ClaimNote {
  /// Writes the claim as `operations.geojson` holds it.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("report", report)
      json.member("title", reportTitle)
      json.member("source", source)
      json.member("published", published?.iso)
      json.member("url", url)
      json.member("status", status.rawValue)
      json.member("type", type.rawValue)
      json.member("date", date?.edtf)
      json.member("place", place)
      json.member("killed_min", killed?.min)
      json.member("killed_max", killed?.max)
      json.member("wounded_min", wounded?.min)
      json.member("wounded_max", wounded?.max)
      json.array("actors") { json in
        for actor in actors {
          json.object { json in
            json.member("name", actor.name)
            json.member("id", actor.id)
            json.member("role", actor.role.rawValue)
          }
        }
      }
      json.member("confidence", confidence, decimals: 2)
      json.member("reasons", reasons)
      json.array("alternatives") { json in
        for alternative in alternatives {
          json.object { json in
            json.member("id", alternative.place.id)
            json.member("name_ar", alternative.place.nameArabic)
            json.member("name_en", alternative.place.nameEnglish)
            json.member("kind", alternative.place.kind)
            json.member("confidence", alternative.confidence, decimals: 2)
          }
        }
      }
      json.member("quote", quote)
      json.array("words") { json in
        for words in words {
          json.object { json in
            json.member("kind", words.kind.rawValue)
            json.member("start", words.start)
            json.member("end", words.end)
          }
        }
      }
    }
  }
}
