import ArabicText

/// The slips by which one spelling becomes another, and what each costs.
protocol Slips {
  /// The cost of a letter too many or too few.
  func inserting(_ letter: Letter, after previous: Letter, atEnd: Bool) -> Float
  /// The cost of one letter in another's place.
  func replacing(_ a: Letter, by b: Letter, atEnd: Bool) -> Float
  /// The cost of two neighbours in the wrong order.
  var swapping: Float { get }
}

extension Slips {
  /// Returns the least cost of turning one spelling into the other (Damerau's distance with
  /// weights, no letter touched twice); nil when it exceeds the limit.
  ///
  /// - Complexity: O(*n* · *m*).
  func distance(_ a: ArraySlice<Letter>, _ b: ArraySlice<Letter>, limit: Float) -> Float? {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 3 * (b.count + 1)) { rows in
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in distance(a, b, limit: limit, rows: rows) }
      }
    }
  }

  private func distance(
    _ a: UnsafeBufferPointer<Letter>, _ b: UnsafeBufferPointer<Letter>, limit: Float,
    rows: UnsafeMutableBufferPointer<Float>
  ) -> Float? {
    let (n, m) = (a.count, b.count)
    // The row before the last, the last, and the one being filled.
    var (before, above, row) = (0, m + 1, 2 * (m + 1))
    rows.initialize(repeating: 0)
    var leastAbove: Float = 0
    for j in 0..<m {
      rows[above + j + 1] =
        rows[above + j] + inserting(b[j], after: j > 0 ? b[j - 1] : 0, atEnd: j == m - 1)
    }
    for i in 0..<n {
      let previousA = i > 0 ? a[i - 1] : 0
      let removal = inserting(a[i], after: previousA, atEnd: i == n - 1)
      rows[row] = rows[above] + removal
      var least = rows[row]
      for j in 0..<m {
        let previousB = j > 0 ? b[j - 1] : 0
        var cost = rows[above + j]
        if a[i] != b[j] {
          cost += replacing(a[i], by: b[j], atEnd: i == n - 1 && j == m - 1)
        }
        cost = min(cost, rows[above + j + 1] + removal)
        cost = min(
          cost, rows[row + j] + inserting(b[j], after: previousB, atEnd: j == m - 1))
        if i > 0, j > 0, a[i] == previousB, b[j] == previousA, a[i] != b[j] {
          cost = min(cost, rows[before + j - 1] + swapping)
        }
        rows[row + j + 1] = cost
        least = min(least, cost)
      }
      // Two neighbours in the wrong order lead over this row.
      if min(least, leastAbove + swapping) > limit { return nil }
      leastAbove = least
      (before, above, row) = (above, row, before)
    }
    let cost = rows[above + m]
    return cost <= limit ? cost : nil
  }
}
