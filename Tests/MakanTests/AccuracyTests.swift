import Makan
import TestSupport
import Testing

/// Floors under what is reached: they rise with the program, and do not sink.
@Suite(.serialized) struct AccuracyTests {
  private static func expectFloors(of set: String, _ evaluation: Evaluation) {
    var figures = evaluation.headline.map { ($0.name, $0.value) }
    if let alarms = evaluation.falseAlarmsPerNegativeReport {
      figures.append(("nothing claimed where nothing is told", 1 - alarms))
    }
    let complaints = Floors().complaints(about: set, figures)
    #expect(
      complaints.isEmpty, "\(complaints.joined(separator: "\n"))\n\(evaluation.text())")
  }

  @Test func `the development corpus is read`() throws {
    let corpus = try AnnotatedReports.corpus.get()
    #expect(corpus.evaluation.reports == 76)
    #expect(corpus.evaluation.goldOperations == 213)
    #expect(corpus.evaluation.negativeReports == 14)
    Self.expectFloors(of: "corpus", corpus.evaluation)
  }

  @Test func `the audited reports are read`() throws {
    let audit = try AnnotatedReports.audit.get()
    #expect(audit.evaluation.reports == 154)
    #expect(audit.evaluation.goldOperations == 732)
    #expect(audit.evaluation.negativeReports == 26)
    Self.expectFloors(of: "audit", audit.evaluation)
  }

  @Test func `the seeds are read`() throws {
    let seeds = try AnnotatedReports.seeds.get()
    #expect(seeds.evaluation.reports == 5)
    Self.expectFloors(of: "seeds", seeds.evaluation)
  }
}
