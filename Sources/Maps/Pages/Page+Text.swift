extension Page {
  /// The page as plain text.
  public var text: String {
    blocks.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension Page.Block {
  fileprivate var text: String {
    switch self {
    case .heading(let level, let text):
      let line = text.oneLine
      switch level {
      case 1: return line + "\n" + String(repeating: "=", count: line.columns) + "\n"
      case 2: return "\n" + line + "\n" + String(repeating: "-", count: line.columns) + "\n"
      default: return line
      }
    case .paragraph(let text): return text.oneLine + "\n"
    case .fields(let fields):
      return fields.map { "  \($0.label.oneLine): \($0.value.oneLine)\n" }.joined()
    case .quote(let text, let cite):
      let address = cite.url.flatMap(webAddress).map { " <\($0)>" } ?? ""
      return "  «\(text.oneLine)»\n  — \(cite.text.oneLine)\(address)\n"
    case .table(let header, let rows):
      return textTable([header] + rows.map(\.cells)).joined(separator: "\n") + "\n"
    case .links, .picture: return ""
    }
  }
}

/// The lines of a table whose columns stand under each other.
func textTable(_ rows: [[String]]) -> [String] {
  let rows = rows.map { $0.map(\.oneLine) }
  let count = rows.map(\.count).max() ?? 0
  let widths = (0..<count).map { column in
    rows.compactMap { column < $0.count ? $0[column].columns : nil }.max() ?? 0
  }
  return rows.map { row in
    var line = ""
    for (column, cell) in row.enumerated() {
      line += cell
      if column < row.count - 1 {
        line += String(repeating: " ", count: widths[column] - cell.columns + 2)
      }
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}

extension String {
  /// The text on one line, without control characters: a terminal must not obey a report.
  var oneLine: String {
    var line = ""
    for scalar in unicodeScalars {
      switch scalar.value {
      case 9, 10, 13, 0x85, 0x2028, 0x2029: line += " "
      case 0..<32, 127..<160: break
      // Overrides of the direction of writing outlast the text that they stand in.
      case 0x202A...0x202E, 0x2066...0x2069: break
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  /// How many columns a terminal gives the text: one for each character that is not a mark.
  var columns: Int {
    unicodeScalars.reduce(0) { count, scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: count
      default: count + 1
      }
    }
  }
}
