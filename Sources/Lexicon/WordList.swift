import ArabicText
import Foundation

/// One list: its rows, each with a key, spellings and an attribute.
struct WordList {
  struct Row {
    var line: Int
    var key: String
    var spellings: [ArraySlice<UInt8>]
    var attribute: String
  }

  var bytes: [UInt8]

  static func bundledBytes(of file: String) throws -> [UInt8] {
    let path = Bundle.module.bundlePath + "/Words/" + file
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Calls a body with each row that is neither empty nor a comment.
  func forEachRow(_ body: (Row) throws -> Void) rethrows {
    var line = 0
    for slice in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      line += 1
      guard let first = slice.first, first != UInt8(ascii: "#") else { continue }
      let columns = slice.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard columns.count >= 2 else { continue }
      let spellings = columns[1].split(separator: UInt8(ascii: "|"))
      let attribute = columns.count > 2 ? String(decoding: columns[2], as: UTF8.self) : ""
      try body(
        Row(
          line: line, key: String(decoding: columns[0], as: UTF8.self),
          spellings: spellings, attribute: attribute))
    }
  }
}

/// How a list writes a word, and the forms that follow from it.
enum Spelling {
  private static let article: [Letter] = [.alef, .lam]

  /// Calls a body with the folded words of each form of a spelling.
  static func forms(of spelling: ArraySlice<UInt8>, _ body: ([[Letter]]) -> Void) {
    let isLiteral = spelling.contains(UInt8(ascii: "="))
    let isVerb = spelling.contains(UInt8(ascii: "~"))
    let words = Folding.words(spelling)
    guard !words.isEmpty else { return }
    if isVerb {
      verbForms(of: spelling, words, body)
      return
    }
    body(words)
    if isLiteral { return }
    // The definite forms: every word, or only the last of a construct.
    let definite = words.map { $0.starts(with: article) ? $0 : article + $0 }
    if definite != words { body(definite) }
    if words.count > 1 {
      let construct = Array(words.dropLast()) + [definite[words.count - 1]]
      if construct != definite, construct != words { body(construct) }
    }
  }

  /// The word before `~` is a verb; the words behind it follow it unchanged.
  private static func verbForms(
    of spelling: ArraySlice<UInt8>, _ words: [[Letter]], _ body: ([[Letter]]) -> Void
  ) {
    let head = Folding.words(spelling.prefix { $0 != UInt8(ascii: "~") })
    let before = Array(head.dropLast())
    let rest = Array(words.dropFirst(head.count))
    guard let stem = head.last, let first = stem.first else { return }
    func emit(_ verb: [Letter]) { body(before + [verb] + rest) }
    if first == .yeh {
      for prefix: [Letter] in [[.yeh], [.teh], [.seen, .yeh], [.seen, .teh]] {
        let base = prefix + stem.dropFirst()
        for ending: [Letter] in [[], [.waw, .noon], [.alef, .noon], [.waw, .alef]] {
          emit(base + ending)
        }
      }
    } else {
      for ending: [Letter] in [[], [.teh], [.waw, .alef], [.alef], [.teh, .alef], [.noon]] {
        emit(stem + ending)
      }
    }
  }
}
