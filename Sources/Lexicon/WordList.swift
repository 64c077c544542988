import ArabicText
import Foundation

/// One list: its rows, each with a key, spellings and further columns.
struct WordList {
  struct Row {
    var line: Int
    var key: String
    var spellings: [ArraySlice<UInt8>]
    /// What stands behind the spellings.
    var columns: ArraySlice<ArraySlice<UInt8>>

    /// The first column behind the spellings, empty when there is none.
    var attribute: String { column(0) ?? "" }

    /// A column behind the spellings; nil when it is missing or empty.
    func column(_ number: Int) -> String? {
      let index = columns.startIndex + number
      guard index < columns.endIndex, !columns[index].isEmpty else { return nil }
      return String(decoding: columns[index], as: UTF8.self)
    }
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
      try body(
        Row(
          line: line, key: String(decoding: columns[0], as: UTF8.self),
          spellings: spellings, columns: columns.dropFirst(2)))
    }
  }
}
