import JSONText

/// A file of JSON lines that is cut into blocks at line ends.
struct RecordStream: Sendable {
  private let stream: ByteStream
  /// What has been read and not handed out.
  private var rest: [UInt8]
  /// The number of the line that `rest` begins.
  private var line = 1
  private var stage = Stage.beginning
  private var hasEnded = false
  /// Whether there was anything but blanks.
  private var hasContent = false

  private enum Stage {
    /// Nothing has been handed out, and whether these are JSON lines at all is not known.
    case beginning
    case lines
    /// A line is being passed over because it is too long.
    case passingOver
    case finished
  }

  init(_ stream: ByteStream, after head: [UInt8] = []) {
    self.stream = stream
    rest = head
  }

  /// Reads on to the end of some line, and gives the lines or what is wrong; nil at the end.
  mutating func next(
    _ settings: ReportInput.Settings
  ) -> (path: String, content: ReportBlock.Content)? {
    while stage != .finished {
      let searched = stage == .beginning ? 0 : rest.count
      do {
        if !hasEnded { try readMore(settings.blockSize) }
      } catch {
        // What was read before the fault is not lost.
        let read = stage == .passingOver ? [] : rest
        rest = []
        stage = .finished
        fault = error
        return read.isEmpty ? takeFault() : (stream.path, .records(read, firstLine: line))
      }
      if stage == .beginning {
        switch verdict() {
        case .undecided where !hasEnded && rest.count <= settings.longest: continue
        case .refused(let reason):
          stage = .finished
          hasContent = true
          return issue(reason)
        default: stage = .lines
        }
      }
      if stage == .passingOver {
        guard let end = rest.firstIndex(of: lineFeed) else {
          rest = []
          if hasEnded { stage = .finished }
          continue
        }
        rest.removeFirst(end + 1)
        line += 1
        stage = .lines
        if let block = cut(from: 0) { return block }
      } else if let block = cut(from: searched) {
        return block
      }
      if hasEnded {
        stage = .finished
      } else if rest.count > settings.longest {
        rest = []
        stage = .passingOver
        hasContent = true
        return issue(TextForm.tooLong("the line", settings.longest), line: line)
      }
    }
    if !hasContent, fault == nil {
      hasContent = true
      return issue("is empty")
    }
    return takeFault()
  }

  // MARK: Cutting

  /// Takes the whole lines off what has been read; the last line of all needs no line feed.
  private mutating func cut(from start: Int) -> (path: String, content: ReportBlock.Content)? {
    let end = rest.withUnsafeBufferPointer { bytes in
      hasEnded ? bytes.count : bytes.lastIndex(of: lineFeed, from: start).map { $0 + 1 } ?? 0
    }
    guard end > 0 else { return nil }
    var block = Array(rest[end...])
    swap(&block, &rest)
    block.removeLast(block.count - end)
    let first = line
    block.withUnsafeBufferPointer { bytes in
      line += bytes.lineFeeds(before: bytes.count)
      hasContent = hasContent || bytes.firstVisible() != nil
    }
    return (stream.path, .records(block, firstLine: first))
  }

  /// Reads until there is another line feed, the room is used up, or nothing is left.
  private mutating func readMore(_ size: Int) throws(InputIssue) {
    // Twice as much each time that a line does not end, so that no byte is copied often.
    let room = max(size, rest.count)
    var issue: InputIssue?
    rest = [UInt8](unsafeUninitializedCapacity: rest.count + room) { buffer, count in
      count = buffer.update(fromContentsOf: rest)
      let limit = count + room
      do throws(InputIssue) {
        while count < limit {
          let read = try stream.read(
            into: UnsafeMutableBufferPointer(rebasing: buffer[count..<limit]))
          if read == 0 {
            hasEnded = true
            return
          }
          let start = count
          count += read
          if UnsafeBufferPointer(rebasing: buffer[..<count]).firstIndex(of: lineFeed, from: start)
            != nil
          {
            return
          }
        }
      } catch {
        issue = error
      }
    }
    if let issue { throw issue }
  }

  // MARK: Faults

  private var fault: InputIssue?

  private mutating func takeFault() -> (path: String, content: ReportBlock.Content)? {
    defer { fault = nil }
    return fault.map { ($0.path, .issue($0)) }
  }

  private func issue(
    _ reason: String, line: Int? = nil
  ) -> (path: String, content: ReportBlock.Content) {
    (
      stream.path,
      .issue(InputIssue(path: stream.path, line: line, reason: reason, kind: .badData))
    )
  }

  // MARK: The first lines

  private enum Verdict {
    case undecided
    case accepted
    case refused(String)
  }

  /// Tells from the first lines whether the file is something else than JSON lines.
  ///
  /// One bad line is no reason to refuse a file; bytes that are no text are one, and so is a JSON
  /// document that is spread over several lines.
  private mutating func verdict() -> Verdict {
    let (verdict, mark) = rest.withUnsafeBufferPointer { bytes in
      if let reason = TextForm.otherEncoding(of: bytes) { return (Verdict.refused(reason), 0) }
      let text = TextForm.withoutMark(bytes)
      return (Self.verdict(on: text, isWhole: hasEnded), bytes.count - text.count)
    }
    if case .undecided = verdict, !hasEnded { return verdict }
    rest.removeFirst(mark)
    return verdict
  }

  private static func verdict(on text: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> Verdict {
    guard let start = text.firstVisible() else { return .undecided }
    let end = text.firstIndex(of: lineFeed, from: start)
    guard isWhole || end != nil else { return .undecided }
    let first = UnsafeBufferPointer(rebasing: text[start..<(end ?? text.count)])
    let opening = first[0]
    guard opening == UInt8(ascii: "{") || opening == UInt8(ascii: "[") else {
      return first.contains(0) || UTF8Text.firstInvalidByte(in: first) != nil
        ? .refused("is not text: expected JSON lines, one object a line") : .accepted
    }
    var json = JSONScanner(first)
    guard let error = jsonError({ () throws(JSONError) in try json.skip() }),
      error.offset == first.count
    else { return .accepted }
    // The first value goes on behind its line, or was cut off there.
    if opening == UInt8(ascii: "[") {
      return .refused(
        "is a JSON array over several lines, not JSON lines; convert it: jq -c '.[]'")
    }
    guard let end, let second = text.firstVisible(from: end) else {
      return isWhole ? .accepted : .undecided
    }
    return text[second] == UInt8(ascii: "{")
      ? .accepted
      : .refused("is one JSON object over several lines, not JSON lines; convert it: jq -c .")
  }

  private static func jsonError(_ body: () throws(JSONError) -> Void) -> JSONError? {
    do {
      try body()
      return nil
    } catch {
      return error
    }
  }
}
