/// Example phrases, each under the value that it must be read as.
///
/// A file of lines: `#` comments; `reference` and a day, or `none`, for the phrases behind it; `=`
/// and a value, several of them where a phrase has several; `! nothing`; and phrases, indented.
public struct ExampleCorpus: Sendable {
  /// A phrase and what it must be read as.
  public struct Example: Sendable, CustomStringConvertible {
    /// The file's name and the line, counted from 1.
    public var file: String
    public var line: Int
    /// The day that relative dates count from, as written; nil for `none`.
    public var reference: String?
    /// The wanted values in their order; empty for `! nothing`.
    public var values: [String]
    public var phrase: String

    public var description: String { "\(file):\(line)" }
  }

  public var examples: [Example] = []

  /// Reads a corpus from its text, or stops the test run where a line cannot be understood.
  public init(_ text: String, file: String) {
    var reference: String?
    var values: [String] = []
    var isClosed = true
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = Self.trimmed(line)
      if words.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("reference ") {
        let day = Self.trimmed(line.dropFirst(10))
        reference = day == "none" ? nil : day
      } else if line.hasPrefix("! nothing") {
        (values, isClosed) = ([], true)
      } else if line.hasPrefix("= ") {
        if isClosed { values = [] }
        values.append(Self.trimmed(line.dropFirst(2)))
        isClosed = false
      } else if line.hasPrefix("  ") {
        isClosed = true
        examples.append(
          Example(
            file: file, line: number + 1, reference: reference, values: values, phrase: words))
      } else {
        fatalError("\(file):\(number + 1): neither a value nor a phrase: \(line)")
      }
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var words = text[...]
    while words.first == " " { words.removeFirst() }
    while words.last == " " { words.removeLast() }
    return String(words)
  }
}
