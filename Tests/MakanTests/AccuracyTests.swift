import Makan
import TestSupport
import Testing

/// The figures below which the reader must not fall.
@Suite(.enabled(if: Folder.shared != nil, "there is no corpus beside the package"))
struct Accuracy {
  /// Reads the reports of a folder and scores them against the annotations of a file.
  private func evaluation(_ folder: String, _ goldFile: String) async throws -> Evaluation {
    let gold = try GoldReport.reports(inLines: #require(Folder.contents(of: goldFile)))
    let makan = try Makan()
    let paths = Folder.names(in: folder).filter { $0.hasSuffix(".txt") }.map { "\(folder)/\($0)" }
    var claims: [LocatedClaim] = []
    try await makan.claims(in: ReportInput(paths), jobs: 1) { claims += $0.claims }
    return Evaluation(of: claims, against: gold, knowing: try PlaceFacts(makan.gazetteer))
  }

  @Test func `the development corpus is read as well as before`() async throws {
    let corpus = try #require(Folder.shared) + "/corpus"
    let figures = try await evaluation(corpus, "\(corpus)/gold.jsonl")
    #expect(try #require(figures.detection.f1) >= 0.90)
    #expect(try #require(figures.matched.governorate.value) >= 0.94)
    #expect(try #require(figures.matched.date.value) >= 0.88)
  }

  @Test func `the seeds are read as well as before`() async throws {
    let seeds = try #require(Folder.shared) + "/seeds"
    let figures = try await evaluation(seeds, "\(seeds)/expected.jsonl")
    #expect(try #require(figures.detection.f1) >= 0.95)
    #expect(figures.matched.governorate.value == 1)
    #expect(figures.matched.date.value == 1)
  }
}
