/// Rows of cells as comma-separated values (RFC 4180).
package struct CSV {
  package private(set) var text = ""

  package init() {}

  /// Adds a row of cells; nil stands for an empty one.
  package mutating func row(_ cells: [String?]) {
    text += cells.map { $0.map(Self.cell) ?? "" }.joined(separator: ",") + "\r\n"
  }

  /// A cell, quoted where it must be.
  ///
  /// What a spreadsheet would run as a formula gets an apostrophe before it; numbers do not.
  static func cell(_ text: String) -> String {
    var cell = text
    if let first = text.utf8.first, "=+-@\t\r\n".utf8.contains(first), !isNumber(text) {
      cell = "'" + text
    }
    let needsQuotes = cell.utf8.contains { ",\"\r\n".utf8.contains($0) }
    guard needsQuotes else { return cell }
    var quoted = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// True for a sign, digits, and at most one point.
  private static func isNumber(_ text: String) -> Bool {
    var digits = 0
    var points = 0
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 48...57: digits += 1
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        if index > 0 { return false }
      default: return false
      }
    }
    return digits > 0 && points <= 1
  }
}
