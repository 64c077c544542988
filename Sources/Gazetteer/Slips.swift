import ArabicText

/// The slips by which one spelling becomes another, and what each costs.
protocol Slips {
  /// What one letter is replaced with, and at which cost.
  associatedtype Replacements
  /// The cost of a letter too many or too few.
  func inserting(_ letter: Letter, after previous: Letter, atEnd: Bool) -> Float
  /// What a letter is replaced with.
  func replacements(of letter: Letter) -> Replacements
  /// The cost of another letter in a letter's place.
  func replacing(_ letter: Replacements, by other: Letter, atEnd: Bool) -> Float
  /// The cost of two neighbours in the wrong order.
  var swapping: Float { get }
}

extension Slips {
  /// Returns the least cost of turning one spelling into the other (Damerau's distance with
  /// weights, no letter touched twice); nil when it exceeds the limit.
  ///
  /// A table is filled row by row, a row for each letter of the first. What costs more than the limit
  /// can lead to nothing cheaper, so that of each row only the stretch below the limit is filled.
  ///
  /// - Complexity: O(*n* · *m*).
  func distance(
    _ a: UnsafeBufferPointer<Letter>, _ b: UnsafeBufferPointer<Letter>, limit: Float
  ) -> Float? {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 4 * (b.count + 1)) {
      distance(a, b, limit: limit, rows: $0.baseAddress!)
    }
  }

  @inline(__always)
  private func distance(
    _ a: UnsafeBufferPointer<Letter>, _ b: UnsafeBufferPointer<Letter>, limit: Float,
    rows: UnsafeMutablePointer<Float>
  ) -> Float? {
    let (n, m) = (a.count, b.count)
    // The row before the last, the last, and the one being filled.
    var (before, above, row) = (rows, rows + (m + 1), rows + 2 * (m + 1))
    rows.initialize(repeating: .infinity, count: 2 * (m + 1))
    // What it costs to put in each letter of the second, by its column.
    let insertions = rows + 3 * (m + 1)
    for column in stride(from: 1, through: m, by: 1) {
      insertions[column] = inserting(
        b[column - 1], after: column > 1 ? b[column - 2] : 0, atEnd: column == m)
    }
    // The columns below the limit: of the row before the last none, of the last from the first on.
    var (beforeFirst, beforeLast) = (m + 1, -2)
    var (first, last) = (0, 0)
    above[0] = 0
    while last < m {
      let cost = above[last] + insertions[last + 1]
      if cost > limit { break }
      last += 1
      above[last] = cost
    }
    for i in 0..<n {
      let letter = a[i]
      let previous = i > 0 ? a[i - 1] : 0
      let isLast = i == n - 1
      let removal = inserting(letter, after: previous, atEnd: isLast)
      let replacements = replacements(of: letter)
      row.initialize(repeating: .infinity, count: m + 1)
      // Two neighbours in the wrong order lead over a row.
      let start = min(first, beforeFirst + 2)
      let end = max(last + 1, beforeLast + 2)
      var (rowFirst, rowLast) = (m + 1, -1)
      var column = start
      while column <= m {
        var cost = above[column] + removal
        if column > 0 {
          let other = b[column - 1]
          var replaced = above[column - 1]
          if letter != other {
            replaced += replacing(replacements, by: other, atEnd: isLast && column == m)
            if other == previous, column > 1, letter == b[column - 2], i > 0 {
              replaced = min(replaced, before[column - 2] + swapping)
            }
          }
          cost = min(cost, replaced, row[column - 1] + insertions[column])
        }
        if cost <= limit {
          row[column] = cost
          rowFirst = min(rowFirst, column)
          rowLast = column
        } else if column >= end {
          break
        }
        column += 1
      }
      if rowFirst > m, first > m { return nil }
      (beforeFirst, beforeLast) = (first, last)
      (first, last) = (rowFirst, rowLast)
      (before, above, row) = (above, row, before)
    }
    let cost = above[m]
    return cost <= limit ? cost : nil
  }
}
