import Makan
import TestSupport
import Testing

/// What must change no claim of the corpus.
@Suite struct SameClaimsTests {
  /// What the claims of a report say, one line each, without where and how they are quoted.
  private static func facts(of report: Report) throws -> [String] {
    try StreamTests.makan.get().claims(in: report).map { claim in
      var claim = claim
      // The id and the evidence count bytes; words are given as they are written.
      claim.id = ""
      claim.evidence = []
      var json = JSONWriter()
      ClaimRecord(claim).write(to: &json)
      return spaced(String(decoding: json.take(), as: UTF8.self))
    }
  }

  /// A text with one blank wherever there are several.
  private static func spaced(_ text: String) -> String {
    text.split(separator: " ").joined(separator: " ")
  }

  /// A report's text with other white space between words, lines and paragraphs.
  private static let respaced: [(name: String, text: @Sendable ([UInt8]) -> [UInt8])] = [
    ("double blanks", { $0.replacing([0x20], with: [0x20, 0x20]) }),
    ("trailing blanks", { $0.replacing([0x0A], with: Array("   \n".utf8)) }),
    ("indented paragraphs", { $0.replacing([0x0A], with: Array("\n    ".utf8)) }),
    ("CRLF", { $0.replacing([0x0A], with: [0x0D, 0x0A]) }),
    (
      "one line break between paragraphs",
      { $0.replacing([0x0A, 0x0A], with: [0x0A]).replacing([0x0A, 0x0A], with: [0x0A]) }
    ),
    ("three empty lines between paragraphs", { $0.replacing([0x0A], with: Array("\n\n\n".utf8)) }),
    ("empty lines around", { Array("\n\n".utf8) + $0 + Array("\n\n\n".utf8) }),
    ("no-break blanks", { $0.replacing([0x20], with: [0xC2, 0xA0]) }),
  ]

  @Test(arguments: 0..<respaced.count)
  func `white space changes no claim`(form: Int) throws {
    let (name, respace) = Self.respaced[form]
    for report in try AnnotatedReports.corpus.get().reports {
      var other = report
      other.text = respace(report.text)
      let expected = try Self.facts(of: report)
      let found = try Self.facts(of: other).map {
        Self.spaced($0.replacing("\u{A0}", with: " "))
      }
      #expect(found == expected, "\(report.id) with \(name)")
    }
  }

  @Test func `the order of the reports changes no claim`() throws {
    let makan = try StreamTests.makan.get()
    let folder = Folder.package + "/Tests/Corpus/reports"
    let paths = Folder.names(in: folder).map { "\(folder)/\($0)" }
    var random = SeededGenerator(seed: 11)
    func lines(_ paths: [String], jobs: Int) throws -> [String] {
      var lines: [String] = []
      try makan.claimLines(in: ReportInput(paths), jobs: jobs) { batch in
        lines += String(decoding: batch.lines, as: UTF8.self).split(separator: "\n")
          .map(String.init)
      }
      return lines.sorted()
    }
    let expected = try lines(paths, jobs: 1)
    #expect(expected.count > 150)
    #expect(try lines(paths.reversed(), jobs: 1) == expected)
    #expect(try lines(paths.shuffled(using: &random), jobs: 3) == expected)
  }

  @Test func `a report reads the same alone and after others`() throws {
    let makan = try Makan()
    let reports = try AnnotatedReports.corpus.get().reports
    func record(_ makan: Makan, _ report: Report) -> [String] {
      makan.claims(in: report).map { claim in
        var json = JSONWriter()
        ClaimRecord(claim).write(to: &json)
        return String(decoding: json.take(), as: UTF8.self)
      }
    }
    let together = try AnnotatedReports.corpus.get().claims.map { claim in
      var json = JSONWriter()
      ClaimRecord(claim).write(to: &json)
      return String(decoding: json.take(), as: UTF8.self)
    }
    #expect(reports.reversed().map { record(makan, $0) }.reversed().flatMap { $0 } == together)
  }
}
