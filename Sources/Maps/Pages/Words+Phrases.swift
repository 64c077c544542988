import Claims
import Geocoding
import Geometry
import Mentions

extension Words {
  /// A count as people write it: `3`, `14–17`, `at least 2`.
  func range(_ count: CountRange, _ language: Language) -> String {
    switch count.max {
    case nil: self("range.open", language, "\(count.min)")
    case 0?: self("range.none", language)
    case count.min?: self("range.one", language, "\(count.min)")
    case let high?: self("range.two", language, "\(count.min)", "\(high)")
    }
  }

  /// The losses that are told of: `14–17 killed, 2 wounded`; nil when none are.
  func losses(
    killed: CountRange?, wounded: CountRange?, detained: CountRange?, freed: CountRange?,
    _ language: Language
  ) -> String? {
    let counts = [
      ("killed", killed), ("wounded", wounded), ("detained", detained), ("freed", freed),
    ]
    let told = counts.compactMap { name, count in
      count.map { self("count.of", language, self("count.\(name)", language), range($0, language)) }
    }
    return told.isEmpty ? nil : told.joined(separator: self("and", language))
  }

  /// A length as people write it: `800 m`, `2.5 km`, `25 km`.
  func length(_ distance: Distance, _ language: Language) -> String {
    let metres = distance.metres
    guard metres >= 1000 else { return self("unit.m", language, metres.text(decimals: 0)) }
    return self("unit.km", language, (metres / 1000).text(decimals: metres < 9950 ? 1 : 0))
  }

  /// How well the place is known, in a sentence's worth of words.
  func certainty(of operation: OperationFeature, _ language: Language) -> String {
    let radius = operation.radius.map { length(.metres($0), language) }
    var parts: [String] = []
    if operation.isPlaced, let radius {
      let key =
        operation.placeID == nil
        ? "precision.guess"
        : operation.relation == .in || operation.relation == nil
          ? "precision.\(operation.precision.rawValue)" : "precision.near"
      parts.append(self(key, language, radius))
    } else {
      parts.append(self("precision.\(operation.precision.rawValue)", language))
    }
    if operation.placeID == nil {
      if operation.placeArabic != nil { parts.append(self("confidence.none", language)) }
    } else {
      let level =
        operation.confidence >= 0.9 ? "high" : operation.confidence >= 0.6 ? "medium" : "low"
      parts.append(self("confidence.\(level)", language))
    }
    return parts.joined(separator: self("list", language))
  }

  /// The kinds of operation in a tally, the most frequent first: `Air strike (3), Arrest (1)`.
  func kinds(_ tally: Tally, _ language: Language) -> String {
    tally.kinds.map { "\(self("type.\($0.type.rawValue)", language)) (\($0.count))" }
      .joined(separator: self("and", language))
  }

  /// Names in a row, or nil when there are none.
  func names(_ names: [String], _ language: Language) -> String? {
    names.isEmpty ? nil : names.joined(separator: self("and", language))
  }

  /// Parties in a row, or nil when there are none: in Arabic as the reports name them, in English
  /// by the table of parties, as far as it goes.
  func parties(
    _ names: [String], of operation: OperationFeature, _ language: Language
  ) -> String? {
    guard language == .english else { return self.names(names, language) }
    let actors = operation.claims.lazy.flatMap(\.actors)
    let english = names.map { name in
      actors.first { $0.name == name }?.id.flatMap { term("actor.\($0)", language) } ?? name
    }
    return self.names(english.uniqued, language)
  }

  /// A means in words; its key where the tables have no words for it.
  func means(_ key: String, _ language: Language) -> String {
    term("means.\(key)", language) ?? String(key.map { $0 == "_" ? " " : $0 })
  }
}
