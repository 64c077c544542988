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
      let spellings = columns.count > 1 ? columns[1].split(separator: UInt8(ascii: "|")) : []
      let attribute = columns.count > 2 ? String(decoding: columns[2], as: UTF8.self) : ""
      try body(
        Row(
          line: line, key: String(decoding: columns[0], as: UTF8.self),
          spellings: spellings, attribute: attribute))
    }
  }
}
