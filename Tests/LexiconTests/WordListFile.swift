import ArabicText
import TestSupport

/// A word list as it stands in the package, read without the lexicon.
struct WordListFile: Sendable, CustomStringConvertible {
  struct Spelling: Hashable, Sendable {
    /// The folded words, parted by blanks; a verb has `~` behind them.
    var text: String
    var key: String
    var attribute: String
    var line: Int
  }

  static let folder = "\(Folder.package)/Sources/Lexicon/Words"
  static let all: [WordListFile] = Folder.names(in: folder).filter { $0.hasSuffix(".tsv") }
    .map { WordListFile($0) }

  var name: String
  var spellings: [Spelling] = []
  /// Lines that are neither empty nor a comment and have no key, no tab or no spelling.
  var brokenLines: [Int] = []
  var keys: Set<String> { Set(spellings.map(\.key)) }
  var description: String { name }

  init(_ name: String) {
    self.name = name
    let bytes = Folder.contents(of: "\(Self.folder)/\(name)") ?? []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      guard let first = bytes.first, first != UInt8(ascii: "#") else { continue }
      let columns = bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard columns.count >= 2, !columns[0].isEmpty else {
        brokenLines.append(index + 1)
        continue
      }
      for spelling in columns[1].split(
        separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      {
        // Patterns are no forms themselves: the lexicon unfolds them.
        if spelling.contains(UInt8(ascii: "@")) { continue }
        let words = Folding.words(spelling).map { Folding.text($0) }
        if words.isEmpty { brokenLines.append(index + 1) }
        let isVerb = spelling.contains(UInt8(ascii: "~"))
        spellings.append(
          Spelling(
            text: (words + (isVerb ? ["~"] : [])).joined(separator: " "),
            key: String(decoding: columns[0], as: UTF8.self),
            attribute: columns.count > 2 ? String(decoding: columns[2], as: UTF8.self) : "",
            line: index + 1))
      }
    }
  }
}
