import JSONText
import Yams

/// What stands between two `---` lines at the beginning of a text file.
struct FrontMatter {
  /// The values of the keys that a report knows, as they are written, without their quotes.
  var values: [Key: String] = [:]
  /// What had to be passed over though its key is known.
  var complaints: [Failure] = []

  enum Key: String, CaseIterable {
    case id, title, published, source, url
  }

  /// A line of a file that cannot be read, counted from the file's first line, which is 1.
  struct Failure: Error {
    var line: Int
    var reason: String
  }

  /// Splits a text into its front matter (nil when it has none) and the offset of what follows.
  ///
  /// Only a first line that is `---` opens one, and the next line that is `---` or `...` closes it.
  static func split(
    _ text: UnsafeBufferPointer<UInt8>
  ) throws(Failure) -> (matter: FrontMatter?, body: Int) {
    var lines = Lines(of: text)
    guard let opening = lines.next(), isRule(opening.bytes, UInt8(ascii: "-")) else {
      return (nil, 0)
    }
    var inner: [Line] = []
    while let line = lines.next() {
      if isRule(line.bytes, UInt8(ascii: "-")) || isRule(line.bytes, UInt8(ascii: ".")) {
        return (try FrontMatter(inner), lines.offset)
      }
      inner.append(line)
    }
    throw Failure(
      line: 1,
      reason: "`---` opens a front matter that nothing closes; put a line `---` behind it")
  }

  private init(_ lines: [Line]) throws(Failure) {
    if readPlainly(lines) { return }
    values = [:]
    try readWithYams(lines)
  }

  // MARK: The common form

  /// Reads lines that are all `key: value` with a value on one line and without escapes.
  ///
  /// Gives false for anything else that YAML allows, which is then left to its parser.
  private mutating func readPlainly(_ lines: [Line]) -> Bool {
    var seen: [UnsafeBufferPointer<UInt8>] = []
    for line in lines {
      let bytes = line.bytes
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) || bytes.first == UInt8(ascii: "#") {
        continue
      }
      guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0,
        bytes[..<colon].allSatisfy(Self.isKeyByte),
        let value = Self.plainValue(UnsafeBufferPointer(rebasing: bytes[(colon + 1)...]))
      else { return false }
      let name = UnsafeBufferPointer(rebasing: bytes[..<colon])
      if seen.contains(where: { $0.elementsEqual(name) }) { return false }
      seen.append(name)
      if let key = Key(rawValue: String(decoding: name, as: UTF8.self)), let text = value.text {
        values[key] = text
      }
    }
    return true
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }

  /// A value that needs no parser: its text (nil for an empty one), or nil when it needs one.
  private static func plainValue(_ bytes: UnsafeBufferPointer<UInt8>) -> (text: String?, Void)? {
    var start = 0
    var end = bytes.count
    while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0D { end -= 1 }
    if end == 0 { return (nil, ()) }
    guard bytes[0] == 0x20 else { return nil }
    while bytes[start] == 0x20 { start += 1 }
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard end - start >= 2, bytes[end - 1] == quote else { return nil }
      let inner = bytes[(start + 1)..<(end - 1)]
      if inner.contains(quote) || inner.contains(UInt8(ascii: "\\")) || inner.contains(0x09) {
        return nil
      }
      return (String(decoding: inner, as: UTF8.self), ())
    }
    let value = bytes[start..<end]
    if "-?:,[]{}#&*!|>%@`~=<".utf8.contains(quote) || value.contains(0x09) { return nil }
    for i in start..<end {
      // A colon before a blank, or a number sign after one, means more than itself.
      if bytes[i] == UInt8(ascii: ":"), i + 1 == end || bytes[i + 1] == 0x20 { return nil }
      if bytes[i] == UInt8(ascii: "#"), bytes[i - 1] == 0x20 { return nil }
    }
    let text = String(decoding: value, as: UTF8.self)
    return (isNull(text) ? nil : text, ())
  }

  private static func isNull(_ text: String) -> Bool {
    switch text {
    case "", "~", "null", "Null", "NULL": true
    default: false
    }
  }

  // MARK: Everything else

  private mutating func readWithYams(_ lines: [Line]) throws(Failure) {
    let yaml = lines.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "\n")
    let node: Node?
    do {
      node = try Yams.compose(yaml: yaml)
    } catch {
      throw Self.failure(of: error, in: lines)
    }
    guard let node else { return }
    guard let mapping = node.mapping else {
      throw Failure(
        line: 2,
        reason: "the front matter is not a list of `key: value` lines: \(Self.quoted(lines, 0))")
    }
    for (name, value) in mapping {
      guard let key = name.scalar.flatMap({ Key(rawValue: $0.string) }) else { continue }
      guard let scalar = value.scalar else {
        let at = (name.mark?.line ?? 1) - 1
        complaints.append(
          Failure(
            line: at + 2, reason: "`\(key)` should be one value, not \(Self.quoted(lines, at))"))
        continue
      }
      if scalar.style == .plain || scalar.style == .any, Self.isNull(scalar.string) { continue }
      values[key] = scalar.string
    }
  }

  /// Tells in our words which line the YAML parser stopped at.
  private static func failure(of error: any Error, in lines: [Line]) -> Failure {
    var at = 0
    var problem = "not YAML"
    switch error as? YamlError {
    case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _),
      .composer(_, let text, let mark, _):
      at = mark.line - 1
      problem = text
    case .duplicatedKeysInMapping(let keys, let context):
      at = context.mark.line - 1
      let name = keys.first ?? ""
      problem = "`\(name)` stands there twice"
      at = lines.lastIndex { $0.bytes.starts(with: (name + ":").utf8) } ?? at
    default: break
    }
    at = min(max(at, 0), max(lines.count - 1, 0))
    return Failure(
      line: at + 2,
      reason: "the front matter does not parse (\(problem)): \(quoted(lines, at)); "
        + "put the value into quotes")
  }

  private static func quoted(_ lines: [Line], _ at: Int) -> String {
    guard lines.indices.contains(at) else { return "``" }
    return "`\(UTF8Text.excerpt(of: lines[at].bytes, at: 0, length: 60))`"
  }

  /// Tells whether a line is three times the same byte, with nothing but blanks behind.
  private static func isRule(_ line: UnsafeBufferPointer<UInt8>, _ byte: UInt8) -> Bool {
    line.count >= 3 && line[0] == byte && line[1] == byte && line[2] == byte
      && line[3...].allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
  }
}
