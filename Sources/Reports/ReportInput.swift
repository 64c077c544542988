import JSONText

/// The reports that a user's arguments name, block by block.
///
/// An argument is a file, a folder (all below it) or `-` for standard input. Text files hold one
/// report, JSON lines one a line; a file of another name is told by its first visible byte, which
/// is `{` for JSON lines. Memory stays within a few blocks, however much there is to read.
///
///     var issues: [InputIssue] = []
///     for block in ReportInput(["seeds", "more.jsonl"]) {
///       let batch = block.batch()  // on any thread
///       …
///     }
///
/// Not the block's making but ``ReportBlock/batch()`` is the work: hand blocks to threads, and put
/// their results in the order of the blocks' numbers.
public struct ReportInput: Sequence, IteratorProtocol, Sendable {
  /// What holds for all inputs.
  struct Settings: Sendable {
    /// The day for reports that give none.
    var published: CalendarDay?
    /// The most bytes that a report may have, as a file or as a line.
    var longest: Int
    /// About how many bytes of JSON lines make a block.
    var blockSize: Int
  }

  /// The most bytes that a report may have unless the caller says otherwise: 16 MiB.
  public static let longestReport = 16 << 20

  private let inputs: [InputPath]
  private let settings: Settings
  private var position = 0
  private var number = 0
  private var lines: RecordStream?

  /// Finds what the arguments name; reads nothing of it yet.
  ///
  /// - Parameters:
  ///   - arguments: files, folders, `-`.
  ///   - published: the day for reports that give none.
  ///   - longest: the most bytes that a report may have, as a file or as a line.
  ///   - blockSize: about how many bytes of JSON lines make a block.
  public init(
    _ arguments: [String], published: CalendarDay? = nil, longest: Int = Self.longestReport,
    blockSize: Int = 1 << 20
  ) {
    inputs = InputPath.all(arguments)
    settings = Settings(
      published: published, longest: Swift.max(longest, 1), blockSize: Swift.max(blockSize, 1))
  }

  /// Reads the next block, or gives nil at the end.
  public mutating func next() -> ReportBlock? {
    while true {
      if lines != nil {
        if let (path, content) = lines?.next(settings) { return block(content, path) }
        lines = nil
      }
      guard position < inputs.count else { return nil }
      let input = inputs[position]
      position += 1
      switch input {
      case .issue(let issue): return block(.issue(issue), issue.path)
      case .document(let path):
        var paths = [path]
        while paths.count < Self.filesInBlock, position < inputs.count,
          case .document(let path) = inputs[position]
        {
          paths.append(path)
          position += 1
        }
        return block(.documents(paths), path)
      case .records(let path):
        do {
          lines = RecordStream(try ByteStream(opening: path))
        } catch {
          return block(.issue(error), path)
        }
      case .unknown(let path):
        do {
          let stream = try path.map { path throws(InputIssue) in try ByteStream(opening: path) }
          if let content = try open(stream ?? ByteStream()) {
            return block(content, path ?? InputPath.standardInput)
          }
        } catch {
          return block(.issue(error), error.path)
        }
      }
    }
  }

  /// Text files are handed out by a few at once, so that threads wait less for each other.
  private static let filesInBlock = 8

  private mutating func block(_ content: ReportBlock.Content, _ path: String) -> ReportBlock {
    defer { number += 1 }
    return ReportBlock(number: number, path: path, content: content, settings: settings)
  }

  /// Tells a stream's form by its first visible byte; gives a document, or opens JSON lines.
  private mutating func open(_ stream: ByteStream) throws(InputIssue) -> ReportBlock.Content? {
    var head: [UInt8] = []
    while head.count <= settings.longest {
      let more = try stream.read(atMost: 1 << 16)
      head += more
      let first = head.withUnsafeBufferPointer { bytes in
        let text = TextForm.withoutMark(bytes)
        return text.firstVisible().map { text[$0] }
      }
      if first == UInt8(ascii: "{") {
        lines = RecordStream(stream, after: head)
        return nil
      }
      if first != nil || more.isEmpty { break }
    }
    if let bytes = try stream.readAll(atMost: settings.longest, after: head) {
      return .document(bytes)
    }
    throw InputIssue(
      path: stream.path, reason: TextForm.tooLong("the text", settings.longest), kind: .badData)
  }
}
