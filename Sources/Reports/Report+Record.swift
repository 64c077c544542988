import JSONText

extension Report {
  /// Reads one line of JSON lines.
  ///
  /// Keys: `text`, which must be there, and `id`, `title`, `published`, `source`, `url`; others are
  /// passed over. A record without `id` takes the stem of its file and the number of its line.
  package static func record(
    _ line: UnsafeBufferPointer<UInt8>, number: Int, path: String, stem: String,
    published: CalendarDay? = nil
  ) -> (report: Report?, issues: [InputIssue]) {
    func issue(_ reason: String) -> InputIssue {
      InputIssue(path: path, line: number, reason: reason, kind: .badData)
    }
    if let broken = UTF8Text.firstInvalidByte(in: line) {
      return (nil, [issue(TextForm.notUTF8(line, at: broken))])
    }
    if let start = line.firstVisible(), line[start] != UInt8(ascii: "{") {
      let found = UTF8Text.excerpt(of: line, at: start)
      return (
        nil, [issue("expected one JSON object, {\"id\": …, \"text\": …}, not `\(found)`")]
      )
    }
    do {
      var record = Record()
      var json = JSONScanner(line)
      try record.read(&json)
      try json.finish()
      guard let text = record.text else {
        if record.otherKeys.contains("operations") {
          // Annotations often lie beside the reports that they belong to.
          return (
            nil,
            [
              InputIssue(
                path: path, reason: "passed over: annotations, not reports",
                kind: .passedOver)
            ]
          )
        }
        let keys = record.otherKeys.map { "`\($0)`" }.joined(separator: ", ")
        return (
          nil,
          [
            issue(
              "the record has no `text`" + (keys.isEmpty ? "" : "; its other keys are \(keys)"))
          ]
        )
      }
      guard text.contains(where: { $0 > 0x20 }) else {
        return (nil, [issue("the record's `text` is empty")])
      }
      var report = Report(
        id: record.id ?? "\(stem)-\(number)", title: record.title, source: record.source,
        url: record.url, text: text)
      var issues = record.complaints.map(issue)
      if let written = record.published {
        report.published = CalendarDay(writtenIn: written)
        if report.published == nil { issues.append(issue(TextForm.notADay(written))) }
      } else {
        report.published = published
      }
      return (report, issues)
    } catch {
      return (nil, [issue("is not JSON: \(error)")])
    }
  }
}

/// What one JSON object says of a report.
private struct Record {
  var id: String?
  var title: String?
  var source: String?
  var published: String?
  var url: String?
  var text: [UInt8]?
  /// Keys that a report has no use for, the first few of them.
  var otherKeys: [String] = []
  /// What had to be passed over though its key is known.
  var complaints: [String] = []

  mutating func read(_ json: inout JSONScanner) throws(JSONError) {
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "text":
        if try json.kind() == .string {
          text = try json.string().bytes
        } else {
          try complain("text", &json)
        }
      case "id": id = try scalar("id", &json)
      case "title": title = try scalar("title", &json)
      case "published": published = try scalar("published", &json)
      case "source": source = try scalar("source", &json)
      case "url": url = try scalar("url", &json)
      default:
        if otherKeys.count < 6 { otherKeys.append(key.string) }
        try json.skip()
      }
    }
  }

  /// Reads a string, or a number as it is written; nil for `null` and for an empty string.
  private mutating func scalar(
    _ key: String, _ json: inout JSONScanner
  ) throws(JSONError) -> String? {
    switch try json.kind() {
    case .string:
      let text = try json.string().string
      return text.isEmpty ? nil : text
    case .number:
      let start = json.offset
      _ = try json.number()
      return json.text(from: start)
    case .null:
      try json.null()
      return nil
    default:
      try complain(key, &json)
      return nil
    }
  }

  private mutating func complain(_ key: String, _ json: inout JSONScanner) throws(JSONError) {
    let start = json.offset
    try json.skip()
    complaints.append("`\(key)` should be a string, not `\(json.text(from: start, atMost: 40))`")
  }
}
