import Claims
import JSONText

extension Evaluation {
  /// The figures and every miss as one line of JSON, the same bytes for the same evaluation.
  /// - Parameter fields: Gives the misses of these fields only; all when nil.
  public func json(missesOf fields: Set<Miss.Field>? = nil) -> [UInt8] {
    let shown = misses.filter { fields?.contains($0.field) ?? true }
    var json = JSONWriter()
    json.object { json in
      json.member("reports", reports)
      json.member("negative_reports", negativeReports)
      json.member("gold_operations", goldOperations)
      json.member("claims", claims)
      json.member("uncounted_claims", uncountedClaims)
      json.member("unannotated_reports", unannotatedReports)
      json.member("detection", detection)
      json.object("detection_by_status") { json in
        for entry in detectionByStatus {
          json.key(text: entry.status.rawValue)
          json.value(entry.detection)
        }
      }
      json.object("detection_by_type") { json in
        for entry in detectionByType {
          json.key(text: entry.type.rawValue)
          json.value(entry.detection)
        }
      }
      json.member(
        "false_alarms_per_negative_report", falseAlarmsPerNegativeReport, decimals: 4)
      json.object("matched") { json in json.members(of: matched) }
      json.object("traps") { json in
        json.member("claims", traps.claims)
        json.object("by_reason") { json in
          for entry in traps.byReason {
            json.key(text: entry.reason)
            json.int(entry.claims)
          }
        }
        json.member("reports_outside_syria", traps.reportsOutsideSyria)
        json.member("claims_outside_syria", traps.claimsOutsideSyria)
      }
      json.array("miss_classes") { json in
        for category in shown.categories {
          json.object { json in
            json.member("class", category.name)
            json.member("count", category.misses.count)
          }
        }
      }
      json.array("misses") { json in
        for miss in shown {
          json.object { json in
            json.member("report", miss.report)
            json.member("field", miss.field.rawValue)
            json.member("class", miss.category)
            json.member("gold", miss.gold)
            json.member("claimed", miss.claimed)
            json.member("excerpt", miss.excerpt)
          }
        }
      }
    }
    json.newline()
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func members(of matched: MatchedFigures) {
    member("status", matched.status)
    member("type", matched.type)
    member("relation", matched.relation)
    member("precision_class", matched.precisionClass)
    member("precision", matched.precision)
    member("governorate", matched.governorate)
    member("governorate_within", matched.governorateWithin)
    member("code", matched.code)
    member("median_km", matched.distance.medianKm, decimals: 3)
    member("within_tolerance", matched.distance.withinTolerance)
    member("within_1_km", matched.distance.within1Km)
    member("within_5_km", matched.distance.within5Km)
    member("within_25_km", matched.distance.within25Km)
    member("inside_radius", matched.distance.insideRadius)
    array("calibration") { json in
      for band in matched.calibration.bands {
        json.object { json in
          json.member("from", band.from, decimals: 2)
          json.member("confidence", band.confidence, decimals: 4)
          json.member("share", band.share.value, decimals: 4)
          json.member("right", band.share.right)
          json.member("of", band.share.of)
        }
      }
    }
    member("date", matched.date)
    member("date_overlapping", matched.dateOverlapping)
    member("killed", matched.killed)
    member("wounded", matched.wounded)
    member("detained", matched.detained)
    member("freed", matched.freed)
    member("actors", matched.actors)
  }

  fileprivate mutating func member(_ name: StaticString, _ share: Share) {
    object(name) { json in
      json.member("share", share.value, decimals: 4)
      json.member("right", share.right)
      json.member("of", share.of)
    }
  }

  fileprivate mutating func member(_ name: StaticString, _ figures: CountFigures) {
    object(name) { json in
      json.member("exact", figures.exact)
      json.member("overlapping", figures.overlapping)
      json.member("exact_or_silent", figures.exactOrSilent)
    }
  }

  fileprivate mutating func member(_ name: StaticString, _ detection: Detection) {
    key(name)
    value(detection)
  }

  fileprivate mutating func value(_ detection: Detection) {
    object { json in
      json.member("precision", detection.precision, decimals: 4)
      json.member("recall", detection.recall, decimals: 4)
      json.member("f1", detection.f1, decimals: 4)
      json.member("right", detection.given.right)
      json.member("given", detection.given.of)
      json.member("found", detection.wanted.right)
      json.member("wanted", detection.wanted.of)
    }
  }
}
