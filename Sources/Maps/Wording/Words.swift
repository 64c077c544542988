import Foundation

/// The words of titles, reports, and pictures, in Arabic and in English.
///
/// They live in `Words/*.tsv`, a key and two texts a line; a text may have places to fill in,
/// `{1}` and `{2}` or `{km}`.
public struct Words: Sendable {
  private var terms: [String: [Language: String]]

  /// Loads the words that come with the program.
  ///
  /// - Throws: ``WordsError`` when a table is missing or a line is not a key and two texts.
  public static func bundled() throws -> Words {
    let folder = Bundle.module.bundleURL.appending(path: "Words")
    var words = Words(terms: [:])
    for table in ["titles.tsv", "reports.tsv", "actors.tsv", "viewer.tsv"] {
      guard let data = FileManager.default.contents(atPath: folder.appending(path: table).path)
      else { throw WordsError(table: table, line: nil) }
      try words.read(String(decoding: data, as: UTF8.self), of: table)
    }
    return words
  }

  private init(terms: [String: [Language: String]]) { self.terms = terms }

  private mutating func read(_ text: String, of table: String) throws {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 3, terms[cells[0]] == nil else {
        throw WordsError(table: table, line: number + 1)
      }
      terms[cells[0]] = [.arabic: cells[1], .english: cells[2]]
    }
  }

  /// The keys, sorted.
  public var keys: [String] { terms.keys.sorted() }

  /// The text of a key in a language, or nil where there is none.
  public func term(_ key: String, _ language: Language) -> String? { terms[key]?[language] }

  /// The text of a key with its places filled in; the key itself where there is no text.
  public func callAsFunction(_ key: String, _ language: Language, _ parts: String...) -> String {
    phrase(key, language, parts.enumerated().map { ("\($0 + 1)", $1) })
  }

  /// The text of a key with its named places filled in; the key itself where there is no text.
  func phrase(_ key: String, _ language: Language, _ parts: [(name: String, text: String)])
    -> String
  {
    guard let text = terms[key]?[language] else { return key }
    if parts.isEmpty { return text }
    var filled = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"),
      let close = rest[open...].firstIndex(of: "}")
    {
      let name = rest[rest.index(after: open)..<close]
      filled += rest[..<open]
      filled += parts.first { $0.name == name }?.text ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}

/// Says that a table of words is missing or broken.
public struct WordsError: Error, Hashable, Sendable, CustomStringConvertible {
  public var table: String
  /// The line that is not a key and two texts, from 1; nil when the table is missing.
  public var line: Int?

  public var description: String {
    guard let line else {
      return "the table of words \(table) is missing: install the program anew"
    }
    return "\(table):\(line): give a new key, the Arabic, and the English, with tabs between them"
  }
}
