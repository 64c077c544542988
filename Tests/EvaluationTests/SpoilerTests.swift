import ArabicText
import Evaluation
import Reports
import TestSupport
import Testing

/// Text that is misspelt on purpose.
@Suite struct SpoilerTests {
  /// Every first letter that can be a conjunction or a preposition is taken for one.
  private static func spoiler(_ kinds: [Noise], seed: Int = 1) -> Spoiler {
    Spoiler(kinds, seed: seed) { word in
      switch Folding.folded(String(decoding: word, as: UTF8.self)).first {
      case .waw: .waw
      case .beh: .beh
      default: []
      }
    }
  }

  private static let reports: [Report] = {
    let folder = Folder.package + "/Tests/Corpus/reports"
    return ReportInput([folder]).flatMap { $0.batch().reports }
  }()

  /// Kinds that change how words are written, and neither which words there are nor their letters.
  private static let folded: [Noise] = [.taMarbuta, .alefMaqsura, .tatweel, .vowelMarks, .digits]

  @Test(arguments: folded)
  func `what is only written otherwise folds to what it was`(noise: Noise) {
    #expect(Self.reports.count == 76)
    var changed = 0
    for report in Self.reports {
      let spoiled = Self.spoiler([noise]).spoiled(report)
      if spoiled.text != report.text { changed += 1 }
      #expect(
        Folding.words(String(decoding: spoiled.text, as: UTF8.self))
          == Folding.words(String(decoding: report.text, as: UTF8.self)), "\(report.id)")
    }
    #expect(changed > 30, "\(noise) changed \(changed) reports")
  }

  @Test(arguments: Noise.allCases)
  func `a seed spoils always in the same way, and another one otherwise`(noise: Noise) {
    func texts(_ seed: Int) -> [[UInt8]] {
      Self.reports.map { Self.spoiler([noise], seed: seed).spoiled($0).text }
    }
    let once = texts(1)
    #expect(texts(1) == once)
    #expect(texts(2) != once)
    #expect(once != Self.reports.map(\.text))
  }

  @Test func `without a kind of noise nothing changes`() {
    for report in Self.reports { #expect(Self.spoiler([]).spoiled(report).text == report.text) }
  }

  @Test func `what the gold quotes is spoiled as in the report`() throws {
    let lines = try #require(Folder.contents(of: Folder.package + "/Tests/Corpus/gold.jsonl"))
    let spoiler = Self.spoiler(Noise.allCases)
    var quotations = 0
    var found = 0
    for gold in try GoldReport.reports(inLines: lines) {
      let report = try #require(Self.reports.first { $0.id == gold.id })
      let clean = String(decoding: report.text, as: UTF8.self)
      let text = String(decoding: spoiler.spoiled(report).text, as: UTF8.self)
      let spoiled = spoiler.spoiled(gold)
      for (old, new) in zip(gold.operations, spoiled.operations) {
        for (was, quoted) in zip(old.evidence, new.evidence) where clean.contains(was) {
          quotations += 1
          if text.contains(quoted) { found += 1 }
        }
      }
    }
    #expect(quotations > 200)
    // A blank at the edge of a quotation may be lost in the report alone.
    #expect(found * 100 >= quotations * 97, "\(found) of \(quotations)")
  }

  @Test func `clitics are parted from words, and written together with them`() {
    let parted = (0..<20).map { Self.spoiler([.clitics], seed: $0).spoiled("وحلب", of: "r") }
    #expect(Set(parted) == ["وحلب", "و حلب"])
    let glued = (0..<20).map { Self.spoiler([.clitics], seed: $0).spoiled("و حلب", of: "r") }
    #expect(Set(glued) == ["وحلب", "و حلب"])
    let drawn = (0..<40).map { Self.spoiler([.clitics], seed: $0).spoiled("بحلب", of: "r") }
    #expect(Set(drawn) == ["بحلب", "بـ حلب"])
  }

  @Test func `a number changes its digits as a whole`() {
    let written = (0..<40).map { Self.spoiler([.digits], seed: $0).spoiled("15", of: "r") }
    #expect(Set(written) == ["15", "١٥", "۱۵"])
  }
}
