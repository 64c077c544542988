import JSONText

extension Report {
  /// Reads a text file: UTF-8, with or without front matter.
  ///
  /// - Parameters:
  ///   - bytes: the whole file; a byte order mark is passed over.
  ///   - path: how the user names the file.
  ///   - published: the day for a file that gives none.
  /// - Returns: the report, or nil where nothing could be made of the file, and what is wrong. A
  ///   report whose day cannot be read is kept without a day, and that is said.
  package static func document(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, published: CalendarDay? = nil
  ) -> (report: Report?, issues: [InputIssue]) {
    func refusal(_ reason: String, line: Int? = nil) -> (Report?, [InputIssue]) {
      (nil, [InputIssue(path: path, line: line, reason: reason, kind: .badData)])
    }
    if let reason = TextForm.otherEncoding(of: bytes) { return refusal(reason) }
    let bytes = TextForm.withoutMark(bytes)
    guard bytes.firstVisible() != nil else { return refusal("is empty") }
    if let zero = bytes.firstIndex(of: 0, from: 0) {
      return refusal("is not text: a zero byte stands at byte \(zero)")
    }
    if let broken = UTF8Text.firstInvalidByte(in: bytes) {
      return refusal(
        TextForm.notUTF8(bytes, at: broken), line: bytes.lineFeeds(before: broken) + 1)
    }

    let matter: FrontMatter?
    let start: Int
    do {
      (matter, start) = try FrontMatter.split(bytes)
    } catch {
      return refusal(error.reason, line: error.line)
    }
    guard bytes.firstVisible(from: start) != nil else {
      return refusal("has no text behind its front matter")
    }
    let values = matter?.values ?? [:]
    var report = Report(
      id: values[.id] ?? TextForm.stem(of: path), title: values[.title], source: values[.source],
      url: values[.url], text: Array(bytes[start...]))
    var issues = (matter?.complaints ?? []).map {
      InputIssue(path: path, line: $0.line, reason: $0.reason, kind: .badData)
    }
    if let written = values[.published] {
      report.published = CalendarDay(writtenIn: written)
      if report.published == nil {
        issues.append(
          InputIssue(
            path: path, reason: TextForm.notADay(written), kind: .badData))
      }
    } else {
      report.published = published
    }
    return (report, issues)
  }
}

extension CalendarDay {
  /// Reads what front matter and records give as a day: `2025-10-08`, `2025-1-8`, a timestamp.
  init?(writtenIn text: String) {
    var text = Substring(text)
    while text.utf8.first == 0x20 { text.removeFirst() }
    if let day = CalendarDay(iso: text) {
      self = day
      return
    }
    // YAML's timestamps allow one digit for the month and the day.
    let date = text.prefix { $0.isASCII && ($0.isNumber || $0 == "-") }
    let rest = text[date.endIndex...].utf8.first
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard rest == nil || rest == 0x20 || rest == UInt8(ascii: "T") || rest == UInt8(ascii: "t"),
      parts.count == 3, parts[0].utf8.count == 4, (1...2).contains(parts[1].utf8.count),
      (1...2).contains(parts[2].utf8.count), let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

/// What the outside of an input tells, and how its faults are put into words.
enum TextForm {
  /// Passes over a UTF-8 byte order mark.
  static func withoutMark(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? UnsafeBufferPointer(rebasing: bytes[3...]) : bytes
  }

  /// Tells from a byte order mark that a text is in UTF-16.
  static func otherEncoding(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
    return "is UTF-16, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8"
  }

  static func notUTF8(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> String {
    let hex = String(bytes[offset], radix: 16, uppercase: true)
    return "is not UTF-8: byte \(offset) is 0x\(hex.utf8.count < 2 ? "0" : "")\(hex); "
      + "if it is Windows Arabic, convert it: iconv -f WINDOWS-1256 -t UTF-8"
  }

  static func notADay(_ text: String) -> String {
    "`published` is not a day: `\(text)`; write it as 2025-10-08 (read without a day)"
  }

  static func tooLong(_ what: String, _ limit: Int) -> String {
    "\(what) is longer than \(limit >> 20) MB, too long for one report; "
      + "split it into one report per file or per line of JSON lines"
  }

  /// A file's name without its folders and its last extension.
  static func stem(of path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { Substring($0) } ?? ""
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return String(name)
    }
    return String(name[..<dot])
  }

  /// A file's last extension in lower case, without the dot; empty where it has none.
  static func fileExtension(of path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { Substring($0) } ?? ""
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return ""
    }
    return String(
      decoding: name.utf8[name.utf8.index(after: dot)...].map {
        (0x41...0x5A).contains($0) ? $0 | 0x20 : $0
      }, as: UTF8.self)
  }
}
