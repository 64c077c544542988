import Claims
import Mentions
import Reports

extension Page {
  /// The overview: a summary, the governorates in a table, and the operations that no governorate
  /// is known of.
  public init(
    overviewOf operations: [OperationFeature], governorates: [AdminUnit], words: Words,
    language: Language
  ) {
    self.language = language
    blocks = [.heading(1, words("overview", language))]
    blocks += Self.summary(of: operations, words: words, language)
    let rows = governorates.compactMap { unit -> Row? in
      let own = operations.filter { $0.governorates.contains { $0.code == unit.code } }
      return own.isEmpty ? nil : Self.row(of: unit, tally: Tally(of: own), words: words, language)
    }
    if !rows.isEmpty {
      let columns = ["governorate", "count", "period", "killed", "wounded"]
      blocks += [
        .heading(2, words("section.governorates", language)),
        .table(header: columns.map { words("table.\($0)", language) }, rows: rows),
      ]
    }
    let nowhere = operations.filter(\.governorates.isEmpty)
    if !nowhere.isEmpty {
      blocks.append(.heading(2, words("page.nowhere", language)))
      blocks += nowhere.flatMap { Self.blocks(of: $0, words: words, language) }
    }
    blocks += Self.notes(
      ["origin", "ranges", "statuses", "governorates"], words: words, language)
  }

  private static func row(
    of unit: AdminUnit, tally: Tally, words: Words, _ language: Language
  ) -> Row {
    let days = tally.firstDay.flatMap { first in tally.lastDay.map { first...$0 } }
    return Row(
      cells: [
        unit.name(language), "\(tally.count)", days.map { words.period($0, language) } ?? "",
        tally.killed.map { words.range($0, language) } ?? "",
        tally.wounded.map { words.range($0, language) } ?? "",
      ], page: pageName(of: unit.code, language))
  }

  /// The file name of a governorate's page, or of the overview: `SY09.ar.md`.
  static func pageName(of code: String, _ language: Language) -> String {
    language == .arabic ? "\(code).ar.md" : "\(code).md"
  }

  /// The file name of a governorate's picture: `SY09.svg`.
  static func pictureName(of code: String) -> String { "\(code).svg" }

  /// The pages of the folder `reports`, in both languages: an overview, and one page for each
  /// governorate that has operations.
  static func files(
    of operations: [OperationFeature], words: Words
  ) -> [MapFolder.File] {
    let units = operations.governorateUnits
    var files: [MapFolder.File] = []
    for language in Language.allCases {
      let other: Language = language == .arabic ? .english : .arabic
      func add(_ page: Page, code: String) {
        var page = page
        var links = [
          Link(text: words("language.other", language), page: pageName(of: code, other))
        ]
        if code != "index" {
          links.append(
            Link(text: words("back", language), page: pageName(of: "index", language)))
        }
        page.blocks.insert(.links(links), at: 1)
        let file = code == "index" ? "../map.svg" : pictureName(of: code)
        page.blocks.insert(.picture(file: file, alt: page.title), at: 2)
        files.append(
          MapFolder.File(
            path: "reports/" + pageName(of: code, language), bytes: Array(page.markdown.utf8)))
      }
      add(
        Page(overviewOf: operations, governorates: units, words: words, language: language),
        code: "index")
      for unit in units {
        add(
          Page(of: unit, operations: operations, words: words, language: language), code: unit.code)
      }
    }
    return files
  }
}

extension [OperationFeature] {
  /// The governorates that have operations, by code.
  var governorateUnits: [AdminUnit] {
    var units: [String: AdminUnit] = [:]
    for operation in self {
      for unit in operation.governorates where units[unit.code] == nil { units[unit.code] = unit }
    }
    return units.values.sorted { $0.code < $1.code }
  }
}
