import Claims
import Geocoding
import Mentions
import Reports

extension Page {
  /// The page of one governorate: a summary, the operations, and apart from them what was looked
  /// back on, foiled, announced, or denied.
  public init(
    of governorate: AdminUnit, operations: [OperationFeature], words: Words, language: Language
  ) {
    let own = operations.filter { operation in
      operation.governorates.contains { $0.code == governorate.code }
    }
    self.language = language
    blocks = [
      .heading(
        1, words("page.title", language, governorate.name(language)) + " (\(governorate.code))")
    ]
    blocks += Self.summary(of: own, words: words, language)
    blocks += Self.sections(of: own, words: words, language)
    blocks += Self.notes(
      ["origin", "ranges", "places", "statuses"]
        + (own.contains { $0.governorates.count > 1 } ? ["governorates"] : []),
      words: words, language)
  }

  /// How many operations, of which kinds, when, and with which losses.
  static func summary(
    of operations: [OperationFeature], words: Words, _ language: Language
  ) -> [Block] {
    let tally = Tally(of: operations)
    var lines: [String] = []
    if tally.count == 0 {
      lines.append(words("summary.none", language))
    } else {
      lines.append(words("summary.count", language, "\(tally.count)") + ".")
    }
    if let first = tally.firstDay, let last = tally.lastDay {
      lines.append(words("summary.period", language, words.period(first...last, language)) + ".")
    }
    if !tally.byType.isEmpty {
      lines.append(words("summary.kinds", language, words.kinds(tally, language)) + ".")
    }
    let losses = words.losses(
      killed: tally.killed, wounded: tally.wounded, detained: tally.detained, freed: tally.freed,
      language)
    if let losses { lines.append(words("summary.losses", language, losses) + ".") }
    if !tally.sources.isEmpty {
      lines.append(words("summary.sources", language, "\(tally.sources.count)") + ".")
    }
    let others = [ClaimStatus.foiled, .planned, .denied].compactMap { status in
      tally.byStatus[status].map { "\(words("section.\(status.rawValue)", language)) (\($0))" }
    }
    if !others.isEmpty {
      let list = others.joined(separator: words("and", language))
      lines.append(words("summary.others", language, list) + ".")
    }
    return [.paragraph(lines.joined(separator: " "))]
  }

  /// The operations under a heading for each status that occurs.
  static func sections(
    of operations: [OperationFeature], words: Words, _ language: Language
  ) -> [Block] {
    [ClaimStatus.reported, .historical, .foiled, .planned, .denied].flatMap { status -> [Block] in
      let own = operations.filter { $0.status == status }
      if own.isEmpty { return [] }
      return [.heading(2, words("section.\(status.rawValue)", language))]
        + own.flatMap { blocks(of: $0, words: words, language) }
    }
  }

  static func notes(_ names: [String], words: Words, _ language: Language) -> [Block] {
    [.heading(2, words("section.notes", language))]
      + names.map { .paragraph(words("note.\($0)", language)) }
  }
}
