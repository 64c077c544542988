import ArabicText
import Evaluation
import Gazetteer
import Reports
import TestSupport
import Testing

/// Holds the annotations of the development corpus to its reports and to the gazetteer.
@Suite struct CorpusTests {
  private static let folder = Folder.package + "/Tests/Corpus"

  private static func bytes(_ path: String) throws -> [UInt8] {
    try #require(Folder.contents(of: "\(folder)/\(path)"), "\(path)")
  }

  private static func gold() throws -> [GoldReport] {
    try GoldReport.reports(inLines: bytes("gold.jsonl"))
  }

  /// A report's text, title and source as folded words with a blank before and behind each.
  private static func words(of id: String) throws -> String {
    let (report, issues) = try bytes("reports/\(id).txt").withUnsafeBufferPointer {
      Report.document($0, path: "\(id).txt")
    }
    #expect(issues.isEmpty)
    let found = try #require(report)
    return padded(
      [found.title ?? "", found.source ?? "", String(decoding: found.text, as: UTF8.self)]
        .joined(separator: "\n"))
  }

  private static func padded(_ text: String) -> String {
    Folding.words(text).reduce(" ") { $0 + Folding.text($1) + " " }
  }

  /// Whether words stand in a text, letters before the first of them left out of account.
  private static func stands(_ quoted: String, in text: String) -> Bool {
    let words = String(padded(quoted).dropFirst())
    let lam = "\u{644}"
    let article = "\u{627}\u{644}"
    return text.contains(words)
      || words.hasPrefix(article) && text.contains(lam + words.dropFirst())
  }

  @Test func `every report is annotated, and every annotation has its report`() throws {
    let files = Folder.names(in: Self.folder + "/reports").map { String($0.dropLast(4)) }
    #expect(try Self.gold().map(\.id).sorted() == files)
  }

  @Test func `annotations quote their reports`() throws {
    for report in try Self.gold() {
      let text = try Self.words(of: report.id)
      for operation in report.operations {
        #expect(!operation.evidence.isEmpty)
        let parts = operation.placeText.split(separator: "|").map(String.init)
        let quoted = operation.evidence + parts + operation.actors.map(\.name)
        for words in quoted {
          #expect(Self.stands(words, in: text), "\(report.id): not in the report: \(words)")
        }
      }
      for place in report.notEventPlaces {
        #expect(Self.stands(place.text, in: text), "\(report.id): \(place.text)")
      }
      #expect(report.tags.contains("negative") == report.isNegative, "\(report.id)")
    }
  }

  @Test func `codes are those of the gazetteer`() throws {
    let gazetteer = try Gazetteer.bundled()
    for report in try Self.gold() {
      for operation in report.operations {
        for code in operation.codes + operation.otherCodes + operation.governorates {
          #expect(gazetteer.index(ofID: code) != nil, "\(report.id): \(code)")
        }
      }
    }
  }

  @Test func `the gazetteer has the seats of the table`() throws {
    let facts = try PlaceFacts(Gazetteer.bundled())
    let table = PlaceFacts.equivalents(inTable: try Self.bytes("seat_equivalents.tsv"))
    #expect(table.count > 300)
    let lacking = table.filter { !(facts.equivalents[$0.key] ?? []).isSuperset(of: $0.value) }
    #expect(lacking.count * 20 < table.count, "\(lacking.keys.sorted())")
  }
}
