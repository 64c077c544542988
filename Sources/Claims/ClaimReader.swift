import ArabicText
import Lexicon
import Mentions
import Reports
import Synchronization

/// Reads claims from reports.
public struct ClaimReader: Sendable {
  public let words: WordReader
  private let memories = WordMemories()

  public init(words: WordReader) { self.words = words }

  /// The claims of a report, in the order of the text.
  ///
  /// - Parameter markingWords: Whether the claims tell the words that they hang on.
  public func claims(in report: Report, markingWords: Bool = true) -> [Claim] {
    let memory = memories.take()
    defer { memories.giveBack(memory) }
    return claims(
      in: ReportReading(report, reader: words, memory: memory), markingWords: markingWords)
  }

  /// The claims of a report that has been taken apart.
  ///
  /// - Parameter markingWords: Whether the claims tell the words that they hang on.
  public func claims(in reading: ReportReading, markingWords: Bool = true) -> [Claim] {
    guard !reading.isUnrelatedThroughout, !reading.isAbroadThroughout else { return [] }
    var discourse = Discourse(reading)
    for s in reading.sentences.indices { discourse.read(sentence: s) }
    _ = discourse.foldLead()
    return discourse.finished(markingWords: markingWords)
  }
}

/// The memories of a reader's threads: each takes one and gives it back.
private final class WordMemories: Sendable {
  /// A memory on its way from one thread to another.
  private struct Idle: @unchecked Sendable { var memory: WordMemory }
  private let idle = Mutex<[Idle]>([])

  func take() -> WordMemory { idle.withLock { $0.popLast() }?.memory ?? WordMemory() }

  func giveBack(_ memory: WordMemory) {
    let idling = Idle(memory: memory)
    idle.withLock { $0.append(idling) }
  }
}
