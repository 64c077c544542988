import Synchronization

/// What the reports of one block of the input claim.
public struct ClaimBatch: Sendable {
  /// How many reports were read.
  public var reportCount: Int
  /// The claims, in the order of the input.
  public var claims: [LocatedClaim]
  /// What could not be read.
  public var issues: [InputIssue]
}

/// What the reports of one block of the input claim, as JSON lines.
public struct ClaimLines: Sendable {
  /// How many reports were read.
  public var reportCount: Int
  /// How many claims the lines hold.
  public var claimCount: Int
  /// One claim record a line, as UTF-8.
  public var lines: [UInt8]
  /// What could not be read.
  public var issues: [InputIssue]
}

/// What the reports of one block of the input are read as.
public struct ExplanationBatch: Sendable {
  /// One for each report, in the order of the input.
  public var explanations: [Explanation]
  /// How many claims the reports make.
  public var claimCount: Int
  /// What could not be read.
  public var issues: [InputIssue]
}

extension Makan {
  /// Reads the claims of many reports on several cores, and hands them on in the order of the input.
  ///
  /// No more than a few blocks are in memory at a time, however long the input.
  ///
  /// - Parameters:
  ///   - input: Files, folders, standard input.
  ///   - jobs: How many blocks are worked on at the same time.
  ///   - receive: Is called with one batch after the other; what it throws ends the reading.
  public func claims(
    in input: ReportInput, jobs: Int, receive: (ClaimBatch) throws -> Void
  ) throws {
    try input.inOrder(jobs: jobs, work: { self.batch(of: $0) }, receive: receive)
  }

  /// Reads the claims of many reports on several cores, as JSON lines in the order of the input.
  ///
  /// - Parameters:
  ///   - input: Files, folders, standard input.
  ///   - jobs: How many blocks are worked on at the same time.
  ///   - receive: Is called with one batch after the other; what it throws ends the reading.
  public func claimLines(
    in input: ReportInput, jobs: Int, receive: (ClaimLines) throws -> Void
  ) throws {
    // The lines of a block are written over those that were handed on before.
    let spent = SpentLines()
    var last: [UInt8] = []
    try input.inOrder(
      jobs: jobs, work: { self.lines(of: $0, over: spent.take()) },
      receive: { batch in
        spent.put(last)
        last = []
        try receive(batch)
        last = batch.lines
      })
  }

  /// Explains what many reports are read as, on several cores and in the order of the input.
  ///
  /// - Parameters:
  ///   - input: Files, folders, standard input.
  ///   - jobs: How many blocks are worked on at the same time.
  ///   - receive: Is called with one batch after the other; what it throws ends the reading.
  public func explanations(
    in input: ReportInput, jobs: Int, receive: (ExplanationBatch) throws -> Void
  ) throws {
    try input.inOrder(
      jobs: jobs,
      work: { block in
        let read = block.batch()
        let explanations = read.reports.map { self.explanation(of: $0) }
        return ExplanationBatch(
          explanations: explanations,
          claimCount: explanations.reduce(0) { $0 + $1.claimCount }, issues: read.issues)
      }, receive: receive)
  }

  private func batch(of block: ReportBlock) -> ClaimBatch {
    let read = block.batch()
    return ClaimBatch(
      reportCount: read.reports.count, claims: read.reports.flatMap { claims(in: $0) },
      issues: read.issues)
  }

  private func lines(of block: ReportBlock, over spent: consuming [UInt8]) -> ClaimLines {
    let read = block.batch()
    // The records take some three times the room of the texts, most of it for areas.
    var json =
      spent.isEmpty
      ? JSONWriter(capacity: 4 * read.reports.reduce(0) { $0 + $1.text.count })
      : JSONWriter(over: spent)
    var count = 0
    for report in read.reports {
      // Lines quote sentences, and do not mark words in them.
      let claims = reader.claims(in: report, markingWords: false)
      ClaimRecord.write(
        linesFor: claims, at: geocoder.locations(for: claims), in: report, to: &json)
      count += claims.count
    }
    return ClaimLines(
      reportCount: read.reports.count, claimCount: count, lines: json.take(), issues: read.issues)
  }
}

/// The room of lines that have been handed on, for others to be written there: new room costs the system
/// as much as the writing.
private final class SpentLines: Sendable {
  private let lines = Mutex<[[UInt8]]>([])

  func put(_ spent: [UInt8]) {
    // What nobody takes soon is given back.
    if !spent.isEmpty { lines.withLock { if $0.count < 2 { $0.append(spent) } } }
  }

  /// Some of the room, or none.
  func take() -> [UInt8] { lines.withLock { $0.popLast() } ?? [] }
}
