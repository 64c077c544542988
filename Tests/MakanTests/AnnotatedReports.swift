import Makan
import TestSupport

/// Reports with what annotators say of them, and what Makan claims of them.
struct AnnotatedReports {
  let gold: [GoldReport]
  let reports: [Report]
  let claims: [LocatedClaim]
  let evaluation: Evaluation

  /// The corpus that Makan is developed on.
  static let corpus = Result {
    try AnnotatedReports(in: "Tests/Corpus/reports", gold: "Tests/Corpus/gold.jsonl")
  }

  /// The reports that were read by Makan before it was made to read them: `docs/ACCURACY.md`.
  static let audit = Result {
    try AnnotatedReports(in: "Tests/Audit/reports", gold: "Tests/Audit/gold.jsonl")
  }

  /// The reports that Makan is shown on.
  static let seeds = Result {
    try AnnotatedReports(in: "seeds", gold: "seeds/expected.jsonl")
  }

  /// A file of the package that is not there.
  struct Missing: Error { var path: String }

  /// Reads the reports of a folder; all paths are below the package's root.
  init(in folder: String, gold: String) throws {
    guard let annotations = Folder.contents(of: "\(Folder.package)/\(gold)") else {
      throw Missing(path: gold)
    }
    let makan = try StreamTests.makan.get()
    self.gold = try GoldReport.reports(inLines: annotations)
    let paths = Folder.names(in: "\(Folder.package)/\(folder)").filter { $0.hasSuffix(".txt") }
      .map { "\(Folder.package)/\(folder)/\($0)" }
    reports = ReportInput(paths).flatMap { $0.batch().reports }
    claims = reports.flatMap { makan.claims(in: $0) }
    evaluation = Evaluation(
      of: claims, against: self.gold, knowing: try PlaceFacts(makan.gazetteer))
  }
}
