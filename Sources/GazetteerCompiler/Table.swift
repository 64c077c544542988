import Foundation

/// What makes a compilation stop: the sentence says which input is wrong and how.
struct CompilerError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

/// A file of tab-separated values with a header line.
struct Table {
  /// A row whose cells are reached by the name of their column.
  struct Row {
    fileprivate var columns: [String: Int]
    var cells: [String]

    /// The cell of the column; empty when the row is short or has no such column.
    subscript(_ column: String) -> String {
      guard let index = columns[column], index < cells.count else { return "" }
      return cells[index]
    }

    /// The number in the column; nil when it holds none.
    func number(_ column: String) -> Double? { Double(self[column]) }
  }

  var rows: [Row]

  init(rows: [Row]) { self.rows = rows }

  /// Reads the file at the path.
  init(path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: true)[...]
    guard let header = lines.popFirst() else { throw CompilerError("\(path) is empty") }
    var columns: [String: Int] = [:]
    for (index, name) in header.components(separatedBy: "\t").enumerated() { columns[name] = index }
    rows = lines.map { Row(columns: columns, cells: $0.components(separatedBy: "\t")) }
  }

  /// Writes rows of cells under a header, each on its line.
  static func write(_ header: [String], _ rows: [[String]], to path: String) throws {
    var text = header.joined(separator: "\t") + "\n"
    for row in rows {
      for cell in row where cell.contains(where: { $0 == "\t" || $0.isNewline }) {
        throw CompilerError("a cell for \(path) holds a tab or a line break: \(cell)")
      }
      text += row.joined(separator: "\t") + "\n"
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }
}

/// Orders two strings by their UTF-8 bytes.
func byBytes(_ first: String, _ second: String) -> Bool {
  first.utf8.lexicographicallyPrecedes(second.utf8)
}

/// Writes a number with so many decimals at most, without zeros at its end.
func decimal(_ value: Double, _ places: Int) -> String {
  var text = String(format: "%.\(places)f", value)
  if text.contains(".") {
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
  }
  return text == "-0" ? "0" : text
}
