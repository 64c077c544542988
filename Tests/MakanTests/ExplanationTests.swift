import Makan
import TestSupport
import Testing

/// What a reviewer reads of how a report was read.
@Suite struct ExplanationTests {
  private static let folder = "Tests/Explanations"

  private static func explanation(of report: Report) throws -> Explanation {
    try StreamTests.makan.get().explanation(of: report)
  }

  /// The reports of our own whose explanations are kept.
  private static let reports = ReportInput([Folder.package + "/\(folder)/reports"])
    .flatMap { $0.batch().reports }

  @Test func `explanations are what they were`() throws {
    #expect(Self.reports.map(\.id) == ["raid", "roundup", "strike"])
    for report in Self.reports {
      let golden = GoldenFile("\(Self.folder)/golden/\(report.id).txt")
      #expect(golden.difference(from: try Self.explanation(of: report).text) == nil)
    }
  }

  @Test func `an explanation tells the claims that the report makes`() throws {
    let makan = try StreamTests.makan.get()
    for report in try AnnotatedReports.corpus.get().reports + Self.reports {
      let claims = makan.claims(in: report)
      let explanation = makan.explanation(of: report)
      #expect(explanation.claimCount == claims.count, "\(report.id)")
      let heads = explanation.text.split(separator: "\n").filter { $0.hasPrefix("claim ") }
      let expected = claims.enumerated().map { number, claim in
        "claim \(number + 1): \(claim.claim.type.rawValue), \(claim.claim.status.rawValue)"
      }
      #expect(heads.map(String.init) == expected, "\(report.id)")
      for claim in claims {
        for place in claim.location?.places ?? [] {
          #expect(explanation.text.contains("\(place.id) "), "\(report.id): \(place.id)")
        }
      }
    }
  }

  @Test func `every claim is begun by one step`() throws {
    for report in try AnnotatedReports.corpus.get().reports {
      let explanation = try Self.explanation(of: report)
      let begun = explanation.text.split(separator: "\n").filter {
        $0.hasPrefix("    begins claim ")
      }
      #expect(
        begun.map(String.init)
          == (0..<explanation.claimCount).map { "    begins claim \($0 + 1)" }, "\(report.id)")
    }
  }

  @Test func `a sentence without its marks is the sentence as it stands`() throws {
    for report in try AnnotatedReports.corpus.get().reports {
      let text = String(decoding: report.text, as: UTF8.self)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let lines = try Self.explanation(of: report).text.split(
        separator: "\n", omittingEmptySubsequences: false)
      var sentences = 0
      for (number, line) in lines.enumerated() where line.hasPrefix("sentence ") {
        let marked = String(lines[number + 1])
        #expect(
          marked.count { $0 == "[" } == marked.count { $0 == "]" }, "\(report.id): \(marked)")
        #expect(text.contains(Self.withoutMarks(marked)), "\(report.id): \(marked)")
        sentences += 1
      }
      #expect(sentences > 0)
    }
  }

  /// A line without `[12 ` and `]`.
  private static func withoutMarks(_ line: String) -> String {
    var text = ""
    var isInNumber = false
    for character in line {
      switch character {
      case "[": isInNumber = true
      case "]": continue
      case " " where isInNumber: isInNumber = false
      default: if !isInNumber { text.append(character) }
      }
    }
    return text
  }

  @Test func `every number stands in the text once, and below it`() throws {
    for report in Self.reports {
      let lines = try Self.explanation(of: report).text.split(separator: "\n")
      let marked = lines.enumerated().filter { $0.offset > 0 }.compactMap { number, line in
        lines[number - 1].hasPrefix("sentence ") ? line : nil
      }
      let opened = marked.joined(separator: " ")
        .split(separator: "[", omittingEmptySubsequences: false).dropFirst()
        .compactMap { Int($0.prefix { $0.isNumber }) }
      #expect(opened == Array(1...opened.count), "\(report.id)")
      let told = lines.compactMap { line -> Int? in
        guard line.hasPrefix("  "), line.first(where: { $0 != " " })?.isNumber == true else {
          return nil
        }
        return Int(line.drop { $0 == " " }.prefix { $0.isNumber })
      }
      #expect(told == opened, "\(report.id)")
      #expect(!lines.contains { $0.contains("[?]") }, "\(report.id)")
    }
  }

  @Test func `Arabic stands on lines of its own or is isolated`() throws {
    for report in try AnnotatedReports.corpus.get().reports + Self.reports {
      let lines = try Self.explanation(of: report).text.split(
        separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        let isOwn =
          number > 0
          && (lines[number - 1].hasPrefix("sentence ") || lines[number - 1].hasPrefix("dropped"))
        guard !isOwn else { continue }
        var depth = 0
        for scalar in line.unicodeScalars {
          switch scalar {
          case "\u{2068}": depth += 1
          case "\u{2069}": depth -= 1
          case "\u{600}"..."\u{6FF}": #expect(depth == 1, "\(report.id): \(line)")
          default: break
          }
        }
        #expect(depth == 0, "\(report.id): \(line)")
      }
    }
  }

  @Test func `a report that is silent throughout says why`() throws {
    let report = Report(
      id: "match",
      text: """
        فاز فريق الكرامة على ضيفه في مباراة الدوري، وسجّل المهاجم هدفين في الشوط الأول من المباراة. \
        وقصف اللاعب المرمى بكرة قوية في ملعب حمص، وتصدّر الفريق ترتيب الدوري بعد هذه المباراة.
        """)
    let explanation = try Self.explanation(of: report)
    #expect(explanation.claimCount == 0)
    #expect(explanation.text.contains("nothing is claimed: it is about sport"))
  }

  @Test(arguments: 1...10)
  func `any text is explained without harm`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let report = Report(id: "any", text: random.text(400))
    let once = try Self.explanation(of: report)
    #expect(try Self.explanation(of: report).text == once.text)
  }
}
