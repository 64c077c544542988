import Makan
import TestSupport
import Testing

/// The corpus with its spelling spoiled on purpose.
@Suite struct NoiseTests {
  /// Claims F1 may fall by so much, and no more.
  private static let mostFall = 0.03

  @Test(arguments: [1, 2, 3, 7, 11])
  func `spoiled spelling costs little`(seed: Int) throws {
    let corpus = try AnnotatedReports.corpus.get()
    let figures = try StreamTests.makan.get().noiseFigures(
      of: corpus.reports, against: corpus.gold, seed: seed)
    #expect(figures.clean.detection == corpus.evaluation.detection)
    #expect(figures.spoiled.count == Noise.allCases.count + 1)
    #expect(figures.fall <= Self.mostFall, "\(figures.text)")
  }

  @Test func `the same seed gives the same figures`() throws {
    let corpus = try AnnotatedReports.corpus.get()
    func bytes() throws -> [UInt8] {
      try StreamTests.makan.get().noiseFigures(
        of: Array(corpus.reports.prefix(10)), against: Array(corpus.gold.prefix(10)), seed: 5
      ).json
    }
    let once = try bytes()
    #expect(try bytes() == once)
    let json = try JSONValue(parsing: once)
    #expect(json["spellings"]?.array?.count == Noise.allCases.count + 2)
    #expect(json["seed"]?.int == 5)
  }

  @Test func `every operation of the corpus is sorted by each aspect`() throws {
    let corpus = try AnnotatedReports.corpus.get()
    let phenomena = try StreamTests.makan.get().phenomena(
      of: corpus.claims, against: corpus.gold)
    for aspect in [Phenomena.Aspect.type, .status, .relation, .precision, .date, .dateWords] {
      let own = phenomena.classes.filter { $0.aspect == aspect }
      #expect(own.reduce(0) { $0 + $1.found.of } == 213, "\(aspect)")
      #expect(
        own.reduce(0) { $0 + $1.found.right } == corpus.evaluation.detection.wanted.right)
    }
    let unread = phenomena.classes.first { $0.name == "read by no rule" }
    #expect((unread?.found.of ?? 0) * 10 < 213, "most dates are read by a rule")
  }
}
