import Claims
import Foundation
import TestSupport
import Testing

struct ReportClaims {
  @Test(arguments: Samples.operations)
  func `a report gives the claims that it makes`(example: Corpus.Example) {
    let lines = Samples.claims(example.text, example.reference).map(\.line)
    #expect(lines == example.values, "\(example.text)", sourceLocation: example.source)
  }

  @Test(arguments: Samples.silence)
  func `a report that tells no operation gives none`(example: Corpus.Example) {
    let lines = Samples.claims(example.text, example.reference).map(\.line)
    #expect(lines == [], "\(example.text)", sourceLocation: example.source)
  }

  @Test(arguments: Samples.furniture)
  func `page furniture adds nothing to a report`(example: Corpus.Example) {
    let lines = Samples.claims(example.text, example.reference).map(\.line)
    #expect(lines == example.values, "\(example.text)", sourceLocation: example.source)
  }

  @Test func `every type and every status has its example`() {
    let lines: [[String]] = Samples.operations.flatMap { $0.values }.map {
      $0.components(separatedBy: " / ")
    }
    let statuses = Set(lines.map { $0[0] })
    let types = Set(lines.map { $0[1] })
    #expect(statuses == Set(ClaimStatus.allCases.map(\.rawValue)))
    #expect(types == Set(OperationType.allCases.map(\.rawValue)))
  }
}
