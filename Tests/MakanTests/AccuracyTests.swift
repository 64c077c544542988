import Makan
import TestSupport
import Testing

/// Floors under what is reached: they rise with the program, and do not sink.
@Suite struct AccuracyTests {
  /// What must at least be reached.
  struct Floor {
    var detection: Double
    var governorate: Double
    var date: Double
    var within25Km: Double
  }

  private static func evaluation(of folder: String, gold: String) throws -> Evaluation {
    let makan = try StreamTests.makan.get()
    let texts = Folder.names(in: folder).filter { $0.hasSuffix(".txt") }.map { "\(folder)/\($0)" }
    var claims: [LocatedClaim] = []
    try makan.claims(in: ReportInput(texts), jobs: 2) { batch in
      #expect(batch.issues.isEmpty)
      claims += batch.claims
    }
    let annotations = try #require(Folder.contents(of: "\(folder)/\(gold)"))
    return Evaluation(
      of: claims, against: try GoldReport.reports(inLines: annotations),
      knowing: try PlaceFacts(makan.gazetteer))
  }

  private static func expect(_ evaluation: Evaluation, atLeast floor: Floor) {
    let matched = evaluation.matched
    for (name, value, least) in [
      ("claims F1", evaluation.detection.f1, floor.detection),
      ("governorate", matched.governorate.value, floor.governorate),
      ("date", matched.date.value, floor.date),
      ("within 25 km", matched.distance.within25Km.value, floor.within25Km),
    ] {
      #expect(value ?? 0 >= least, "\(name)\n\(evaluation.text())")
    }
  }

  @Test func `the seeds are read`() throws {
    let evaluation = try Self.evaluation(
      of: Folder.package + "/seeds", gold: "expected.jsonl")
    #expect(evaluation.reports == 5)
    Self.expect(
      evaluation, atLeast: Floor(detection: 0.95, governorate: 1, date: 1, within25Km: 1))
  }

  @Test(.enabled(if: Folder.shared != nil)) func `the five documents are read`() throws {
    let folder = try #require(Folder.shared) + "/seeds"
    let evaluation = try Self.evaluation(of: folder, gold: "expected.jsonl")
    #expect(evaluation.reports == 5)
    Self.expect(
      evaluation, atLeast: Floor(detection: 0.95, governorate: 1, date: 1, within25Km: 1))
  }

  @Test(.enabled(if: Folder.shared != nil)) func `the development corpus is read`() throws {
    let folder = try #require(Folder.shared) + "/corpus"
    let evaluation = try Self.evaluation(of: folder, gold: "gold.jsonl")
    #expect(evaluation.reports == 76)
    Self.expect(
      evaluation, atLeast: Floor(detection: 0.9, governorate: 0.94, date: 0.9, within25Km: 0.94))
  }
}
