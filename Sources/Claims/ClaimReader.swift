import ArabicText
import Lexicon
import Mentions
import Reports

/// Reads claims from reports.
public struct ClaimReader: Sendable {
  public let words: WordReader

  public init(words: WordReader) { self.words = words }

  /// The claims of a report, in the order of the text.
  public func claims(in report: Report) -> [Claim] {
    let reading = ReportReading(report, reader: words)
    return claims(in: reading)
  }

  /// The claims of a report that has been taken apart.
  public func claims(in reading: ReportReading) -> [Claim] {
    guard !reading.isUnrelatedThroughout, !reading.isAbroadThroughout else { return [] }
    var discourse = Discourse(reading)
    for s in reading.sentences.indices { discourse.read(sentence: s) }
    return discourse.finished()
  }
}
