/// A text file of examples: values, and below each the phrasings that must read as it.
///
///     # dates.corpus - what the file is about
///     reference 2025-10-08
///     = 2025-10-07
///       أمس
///       يوم أمس
///     ! nothing
///       45 آذار
///
/// Several values in a row are what one phrasing gives together. A word that opens a line is a
/// setting, which holds until it is set again; `none` takes it away. A line with a mark that no eye
/// can see writes it as `\u{200F}`; `\n` and a paragraph sign are line breaks.
public struct Corpus: Sendable {
  /// One phrasing with the values above it.
  public struct Example: Sendable, CustomStringConvertible {
    /// The path of the corpus below the package's root, and the line, counted from 1.
    public var path: String
    public var line: Int
    /// The wanted values in their order; none when it must read as nothing.
    public var values: [String]
    public var text: String
    /// The day that relative dates count from, as written; nil where none is set.
    public var reference: String?

    /// The only value, or nil when it must read as nothing.
    public var value: String? { values.first }

    public var description: String { "\(line): \(text)" }
  }

  public let examples: [Example]
  /// What stands behind a word at the start of a line: settings of the file.
  private let settings: [(name: String, value: String)]

  /// Reads a corpus by its path below the package's root; one that cannot be read stops the test.
  public init(_ path: String) {
    guard let bytes = Folder.contents(of: "\(Folder.package)/\(path)") else {
      fatalError("\(path): no such corpus")
    }
    var examples: [Example] = []
    var settings: [(name: String, value: String)] = []
    var values: [String] = []
    var isClosed = true
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      let line = String(decoding: bytes, as: UTF8.self)
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("  ") {
        isClosed = true
        let reference = settings.last { $0.name == "reference" }?.value
        examples.append(
          Example(
            path: path, line: index + 1, values: values, text: Self.text(of: line.dropFirst(2)),
            reference: reference == "none" ? nil : reference))
      } else if line.hasPrefix("= ") {
        if isClosed { values = [] }
        values.append(String(line.dropFirst(2)))
        isClosed = false
      } else if line == "!" || line == "! nothing" {
        (values, isClosed) = ([], true)
      } else if let end = line.firstIndex(of: " "), line[..<end].allSatisfy(\.isLetter) {
        settings.append((String(line[..<end]), String(line[end...].dropFirst())))
      } else {
        fatalError("\(path):\(index + 1): neither a value nor a phrase: \(line)")
      }
    }
    self.examples = examples
    self.settings = settings
  }

  /// What the file sets under a name, line after line.
  public func settings(_ name: String) -> [String] {
    settings.filter { $0.name == name }.map(\.value)
  }

  private static func text(of line: Substring) -> String {
    var text = unescaped(line)
    while text.last == " " { text.removeLast() }
    return text.replacing(" \u{B6} ", with: "\n").replacing("\u{B6}", with: "\n")
  }

  private static func unescaped(_ text: Substring) -> String {
    var scalars = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let sign = rest.first, sign == "u" || sign == "n" else {
        scalars.append(scalar)
        continue
      }
      rest.removeFirst()
      if sign == "n" {
        scalars.append("\n")
      } else if let close = rest.firstIndex(of: "}"),
        let value = UInt32(String(rest[..<close].dropFirst()), radix: 16),
        let escaped = Unicode.Scalar(value)
      {
        scalars.append(escaped)
        rest = rest[rest.index(after: close)...]
      }
    }
    return String(scalars)
  }
}
