import Claims
import Geocoding
import Geometry
import Mentions
import Reports

extension Page {
  /// What a page says of one operation: what, when, where, how sure, losses, who, and the reports.
  static func blocks(
    of operation: OperationFeature, words: Words, _ language: Language
  ) -> [Block] {
    var fields: [Field] = []
    func add(_ key: String, _ value: String?) {
      if let value { fields.append(Field(label: words(key, language), value: value)) }
    }
    var when = words.date(operation.date, language)
    if let time = operation.time {
      when += words("and", language) + words("field.time", language, time.clock)
    }
    add("field.when", when)
    add("field.where", place(of: operation, words: words, language))
    add("field.precision", words.certainty(of: operation, language))
    add(
      "field.losses",
      words.losses(
        killed: operation.killed, wounded: operation.wounded, detained: operation.detained,
        freed: operation.freed, language) ?? words("losses.unknown", language))
    add(
      "field.actors",
      words.parties(operation.initiators, of: operation, language)
        ?? words("actors.unknown", language))
    let named = Set(operation.initiators + operation.targets)
    let partners = operation.actors.filter { !named.contains($0) }
    add("field.partners", words.parties(partners, of: operation, language))
    add("field.targets", words.parties(operation.targets, of: operation, language))
    add("field.means", words.names(operation.means.map { words.means($0, language) }, language))
    add("field.reports", "\(operation.reportCount)")
    return [.heading(3, operation.title(language)), .fields(fields)]
      + operation.claims.filter { !$0.quote.isEmpty }
      .map { .quote($0.quote, cite: cite(of: $0, words: words, language)) }
  }

  /// The place with the units that hold it and its coordinates.
  private static func place(
    of operation: OperationFeature, words: Words, _ language: Language
  ) -> String {
    var parts: [String] = []
    let units =
      [("subdistrict", operation.subdistrict), ("district", operation.district)]
      .compactMap { level, unit in unit.map { (level, $0) } }
      + operation.governorates.map { ("governorate", $0) }
    let codes = Set(units.map(\.1.code))
    if let place = operation.place(language), !codes.contains(operation.placeID ?? "") {
      parts.append(
        words.list(columnTexts(place), language))
    }
    parts += units.map { level, unit in
      "\(words("unit.\(level)", language, unit.name(language))) (\(unit.code))"
    }
    if let point = operation.point {
      parts.append("\(point.latitude.text(decimals: 4)), \(point.longitude.text(decimals: 4))")
    }
    return parts.isEmpty
      ? words("precision.country", language) : parts.joined(separator: words("list", language))
  }

  private static func cite(of claim: ClaimNote, words: Words, _ language: Language) -> Cite {
    var text = claim.source ?? claim.report
    if let published = claim.published {
      text = words("report.by", language, text, words.day(published, language))
    }
    if let title = claim.reportTitle { text += words("list", language) + title }
    if claim.status == .denied { text += " " + words("report.status", language) }
    return Cite(text: text, url: claim.url)
  }
}

extension String {
  /// Clock times with a dash between them.
  fileprivate var clock: String { split(separator: "/").joined(separator: "–") }
}
