/// A text file of examples: values, and below each the phrasings that must read as it.
///
///     # clitics.corpus - what the file is about
///     = 1200
///       1,200
///       ١٬٢٠٠
///     !
///       nothing can be read here
///
/// A line with a mark that no eye can see writes it as `\u{200F}`; `\n` is a line break.
public struct Corpus: Sendable {
  /// One phrasing with the value above it; nil when it must read as nothing.
  public struct Example: Sendable, CustomStringConvertible {
    public var value: String?
    public var text: String
    public var line: Int

    public var description: String { "\(line): \(text)" }
  }

  /// The path below the package's root.
  public let path: String
  public let examples: [Example]
  /// What stands behind a word at the start of a line without `=`: settings of the file.
  private let settings: [(name: String, value: String)]

  /// Reads a corpus by its path below the package's root; one that cannot be read stops the test.
  public init(_ path: String) {
    self.path = path
    guard let bytes = Folder.contents(of: "\(Folder.package)/\(path)") else {
      fatalError("\(path): no such corpus")
    }
    var examples: [Example] = []
    var settings: [(String, String)] = []
    var value: String?
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      let line = String(decoding: bytes, as: UTF8.self)
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("  ") {
        let text = Self.unescaped(line.dropFirst(2))
        examples.append(Example(value: value, text: text, line: index + 1))
      } else if line.hasPrefix("= ") {
        value = String(line.dropFirst(2))
      } else if line.hasPrefix("!") {
        value = nil
      } else {
        let name = line.prefix { $0 != " " }
        settings.append((String(name), String(line.dropFirst(name.count + 1))))
      }
    }
    self.examples = examples
    self.settings = settings
  }

  /// What the file sets under a name, line after line.
  public func settings(_ name: String) -> [String] {
    settings.filter { $0.name == name }.map(\.value)
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
