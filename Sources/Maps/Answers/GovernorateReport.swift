import Claims
import Geocoding
import Geometry
import JSONText
import Mentions
import Reports

/// What the reports say of one governorate, or of all of them, in the form that is asked for.
public struct GovernorateReport: Sendable {
  public enum Format: String, Sendable, CaseIterable { case text, markdown, html, csv, json }

  /// All operations that the report may draw on.
  public var operations: [OperationFeature]
  /// The governorate; nil for all of them.
  public var governorate: AdminUnit?

  public init(_ operations: [OperationFeature], governorate: AdminUnit? = nil) {
    self.operations = operations
    self.governorate = governorate
  }

  /// The report in a form and a language; tables and JSON hold both languages.
  public func rendered(as format: Format, words: Words, language: Language) -> String {
    switch format {
    case .text: pages(words, language).map(\.text).joined(separator: "\n\n")
    case .markdown: pages(words, language).map(\.markdown).joined(separator: "\n")
    case .html: Page.html(pages(words, language))
    case .csv: OperationFeature.csv(own)
    case .json: json
    }
  }

  /// The operations that the report tells of.
  private var own: [OperationFeature] {
    guard let governorate else { return operations }
    return operations.filter { operation in
      operation.governorates.contains { $0.code == governorate.code }
    }
  }

  /// One page for a governorate; for all of them the overview and a page each.
  private func pages(_ words: Words, _ language: Language) -> [Page] {
    if let governorate {
      return [Page(of: governorate, operations: operations, words: words, language: language)]
    }
    let units = operations.governorateUnits
    var overview = Page(
      overviewOf: operations, governorates: units, words: words, language: language)
    overview.unlink()
    return [overview]
      + units.map { Page(of: $0, operations: operations, words: words, language: language) }
  }

  private var json: String {
    var json = JSONWriter()
    json.object { json in
      json.object("governorate") { json in
        json.member("adm1_pcode", governorate?.code)
        json.member("adm1_ar", governorate?.nameArabic)
        json.member("adm1_en", governorate?.nameEnglish)
      }
      json.object("summary") { json in Tally(of: own).write(to: &json) }
      json.array("operations") { json in
        for operation in own {
          json.object { json in
            json.member("id", operation.id)
            json.member("longitude", operation.point?.longitude, decimals: 5)
            json.member("latitude", operation.point?.latitude, decimals: 5)
            operation.writeProperties(to: &json)
          }
        }
      }
    }
    json.newline()
    return json.string
  }
}

extension Page {
  /// Takes out links to other pages, where those stand on the same sheet.
  fileprivate mutating func unlink() {
    blocks = blocks.map { block in
      guard case .table(let header, var rows) = block else { return block }
      for index in rows.indices { rows[index].page = nil }
      return .table(header: header, rows: rows)
    }
  }
}
