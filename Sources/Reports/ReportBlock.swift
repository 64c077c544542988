import JSONText

/// A piece of the input that is read on its own, and so beside others.
///
/// Making one costs hardly more than reading its bytes; ``batch()`` does the work and depends on
/// nothing but the block, so that several threads may work on several blocks.
public struct ReportBlock: Sendable {
  enum Content: Sendable {
    /// Files that hold one report each.
    case documents([String])
    /// A report that had to be read to learn its form.
    case document([UInt8])
    /// Whole lines of JSON lines, and the number of the first.
    case records([UInt8], firstLine: Int)
    /// What could not be read.
    case issue(InputIssue)
  }

  /// The block's place among all blocks, counted from 0.
  public let number: Int
  let path: String
  let content: Content
  let settings: ReportInput.Settings

  /// Reads the block's reports, in the order of the input.
  public func batch() -> ReportBatch {
    var batch = ReportBatch(number: number)
    switch content {
    case .issue(let issue): batch.issues.append(issue)
    case .documents(let paths):
      for path in paths {
        do {
          guard let bytes = try ByteStream(opening: path).readAll(atMost: settings.longest) else {
            batch.issues.append(
              InputIssue(
                path: path, reason: TextForm.tooLong("the text", settings.longest), kind: .badData)
            )
            continue
          }
          add(bytes, path, to: &batch)
        } catch {
          batch.issues.append(error)
        }
      }
    case .document(let bytes): add(bytes, path, to: &batch)
    case .records(let bytes, let firstLine):
      let stem = TextForm.stem(of: path)
      bytes.withUnsafeBufferPointer { bytes in
        for line in Lines(of: bytes, firstNumber: firstLine) {
          guard let start = line.bytes.firstVisible() else { continue }
          if line.bytes.count > settings.longest {
            batch.issues.append(
              InputIssue(
                path: path, line: line.number,
                reason: TextForm.tooLong("the line", settings.longest), kind: .badData))
            continue
          }
          let (report, issues) = Report.record(
            UnsafeBufferPointer(rebasing: line.bytes[start...]), number: line.number, path: path,
            stem: path == InputPath.standardInput ? InputPath.standardInputStem : stem,
            published: settings.published)
          if let report { batch.reports.append(report) }
          // Once is enough to say that a file of annotations was passed over.
          batch.issues += issues.filter { issue in
            issue.kind != .passedOver || !batch.issues.contains { $0.kind == .passedOver }
          }
        }
      }
    }
    return batch
  }

  private func add(_ bytes: [UInt8], _ path: String, to batch: inout ReportBatch) {
    var (report, issues) = bytes.withUnsafeBufferPointer {
      Report.document($0, path: path, published: settings.published)
    }
    if path == InputPath.standardInput, report?.id == path {
      report?.id = InputPath.standardInputStem
    }
    if let report { batch.reports.append(report) }
    batch.issues += issues
  }
}

/// The reports of a block, and what of it could not be read.
public struct ReportBatch: Sendable {
  /// The block's place among all blocks, counted from 0.
  public var number: Int
  public var reports: [Report] = []
  public var issues: [InputIssue] = []

  public init(number: Int) { self.number = number }
}
