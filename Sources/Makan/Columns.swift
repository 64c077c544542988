/// Rows of cells whose columns stand under each other on a terminal.
///
/// Texts in Arabic belong in the last column, for a terminal turns their order.
public struct Columns: Sendable {
  private var rows: [[String]]
  private let rightAligned: Set<Int>

  /// Begins a table with its header.
  public init(_ header: [String], rightAligned: Set<Int> = []) {
    rows = [header]
    self.rightAligned = rightAligned
  }

  /// Adds a row.
  public mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The lines, with two blanks between the columns and none at the end.
  public func lines(indent: Int = 0) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = String(repeating: " ", count: indent)
      for (column, cell) in row.enumerated() {
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        if rightAligned.contains(column) {
          line += blanks + cell
        } else {
          line += column == row.count - 1 ? cell : cell + blanks
        }
        if column < row.count - 1, widths[column] > 0 { line += "  " }
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
