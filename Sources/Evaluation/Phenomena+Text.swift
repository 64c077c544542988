import JSONText

extension Phenomena {
  /// The weakest classes, then every class, aspect by aspect, then the classes of misses, as tables.
  public var text: String {
    var text =
      "whole: found with status, type, place, governorate, date and all counts right\n\n"
      + table(
        [Self.head("the weakest classes")]
          + weakest.prefix(12).map { Self.row($0, name: "\($0.aspect.rawValue): \($0.name)") })
    for aspect in Aspect.allCases {
      let own = classes.filter { $0.aspect == aspect }
      guard !own.isEmpty else { continue }
      text +=
        "\n" + table([Self.head(aspect.rawValue)] + own.map { Self.row($0, name: "  \($0.name)") })
    }
    return text + "\n"
      + table([["misses", "count"]] + misses.map { ["  " + $0.name, "\($0.misses.count)"] })
  }

  private static func head(_ name: String) -> [String] {
    [
      name, "operations", "whole", "found", "false alarms", "type", "status", "governorate",
      "place", "date", "counts",
    ]
  }

  private static func row(_ c: Class, name: String) -> [String] {
    [name, "\(c.whole.of)"]
      + [ratio(c.whole.value), ratio(c.found.value), c.falseAlarms.map { "\($0)" } ?? "–"]
      + [
        c.matched.type, c.matched.status, c.matched.governorate,
        c.matched.distance.withinTolerance, c.matched.date, c.counts,
      ].map { ratio($0.value) }
  }

  /// The same as one line of JSON, the same bytes for the same classes.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.array("classes") { json in
        for c in classes { json.write(c) }
      }
      json.array("miss_classes") { json in
        for category in misses {
          json.object { json in
            json.member("class", category.name)
            json.member("count", category.misses.count)
          }
        }
      }
    }
    json.newline()
    return json.take()
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ c: Phenomena.Class) {
    object { json in
      json.member("aspect", c.aspect.rawValue)
      json.member("class", c.name)
      json.member("operations", c.whole.of)
      json.member("whole", c.whole.value, decimals: 4)
      json.member("found", c.found.value, decimals: 4)
      json.member("false_alarms", c.falseAlarms)
      json.member("type", c.matched.type.value, decimals: 4)
      json.member("status", c.matched.status.value, decimals: 4)
      json.member("governorate", c.matched.governorate.value, decimals: 4)
      json.member("place", c.matched.distance.withinTolerance.value, decimals: 4)
      json.member("date", c.matched.date.value, decimals: 4)
      json.member("counts", c.counts.value, decimals: 4)
    }
  }
}
