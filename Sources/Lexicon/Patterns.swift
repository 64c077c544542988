/// What is said of arms, acts and troops with a nation's adjective, for all nations at once: rows whose
/// key begins with `@`, with that sign where the adjective stands.
struct Patterns {
  private static let sign = UInt8(ascii: "@")
  private var rows: [String: [ArraySlice<UInt8>]] = [:]

  /// Takes in a row, if it is one of patterns.
  mutating func take(_ row: WordList.Row) -> Bool {
    guard row.key.utf8.first == Self.sign else { return false }
    rows[row.key, default: []] += row.spellings
    return true
  }

  /// The spellings that one stands for: `@adjective` for those of the row `@`, any other for itself.
  func unfolded(_ spelling: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let bare = spelling.drop { $0 == UInt8(ascii: " ") }
    let adjective = bare.drop { $0 == Self.sign }
    guard adjective.count < bare.count else { return [spelling] }
    let key = String(repeating: "@", count: bare.count - adjective.count)
    var end = adjective.endIndex
    while end > adjective.startIndex, adjective[end - 1] == UInt8(ascii: " ") { end -= 1 }
    let stem = adjective[..<end]
    return (rows[key] ?? []).map { pattern in
      pattern.reduce(into: []) { $0 += $1 == Self.sign ? stem : [$1] }
    }
  }
}
