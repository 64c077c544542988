/// A table in a text file: rows of cells with the lines that they stand on.
///
/// The separator is the tab, the comma or the semicolon, whichever the header holds first in this
/// order. Cells may be quoted as in RFC 4180, and then hold separators and line ends.
struct DelimitedText {
  struct Row {
    /// The line that the row begins on, counted from 1.
    var line: Int
    var cells: [String]
  }

  /// The cells of the first line, without a byte order mark.
  private(set) var header: [String] = []
  /// The rows behind it; lines without anything are left out.
  private(set) var rows: [Row] = []

  /// Reads a table; nil for bytes that hold no line.
  init?(_ bytes: [UInt8]) {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    let first = bytes.prefix { $0 != 0x0A }
    let separator: UInt8 =
      first.contains(0x09)
      ? 0x09
      : first.contains(UInt8(ascii: ",")) || !first.contains(0x3B)
        ? UInt8(ascii: ",") : 0x3B
    var reader = Reader(bytes: bytes, position: bytes.startIndex, separator: separator)
    guard let header = reader.row() else { return nil }
    self.header = header.cells
    while let row = reader.row() {
      if row.cells.count > 1 || !(row.cells.first ?? "").isEmpty { rows.append(row) }
    }
  }

  /// The position of the column with one of these names, whatever their case; the first name that
  /// the header has wins.
  func column(_ names: String...) -> Int? {
    for name in names {
      if let found = header.firstIndex(where: { $0.lowercased() == name.lowercased() }) {
        return found
      }
    }
    return nil
  }

  private struct Reader {
    let bytes: ArraySlice<UInt8>
    var position: Int
    let separator: UInt8
    var line = 1

    mutating func row() -> Row? {
      guard position < bytes.endIndex else { return nil }
      var row = Row(line: line, cells: [])
      while true {
        row.cells.append(cell())
        guard position < bytes.endIndex else { return row }
        let end = bytes[position]
        position += 1
        if end == 0x0A {
          line += 1
          return row
        }
      }
    }

    /// Reads up to a separator, a line end, or the end.
    private mutating func cell() -> String {
      var text: [UInt8] = []
      if position < bytes.endIndex, bytes[position] == UInt8(ascii: "\"") {
        position += 1
        while position < bytes.endIndex {
          let byte = bytes[position]
          position += 1
          if byte == UInt8(ascii: "\"") {
            guard position < bytes.endIndex, bytes[position] == byte else { break }
            position += 1
          } else if byte == 0x0A {
            line += 1
          }
          text.append(byte)
        }
      }
      while position < bytes.endIndex, bytes[position] != separator, bytes[position] != 0x0A {
        text.append(bytes[position])
        position += 1
      }
      if text.last == 0x0D { text.removeLast() }
      return String(decoding: text, as: UTF8.self)
    }
  }
}
