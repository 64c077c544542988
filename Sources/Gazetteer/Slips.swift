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
    let (n, m) = (a.count, b.count)
    let (first, second) = (a.startIndex, b.startIndex)
    var before = [Float](repeating: 0, count: m + 1)
    var above = [Float](repeating: 0, count: m + 1)
    var row = [Float](repeating: 0, count: m + 1)
    for j in 1..<max(m + 1, 1) where m > 0 {
      above[j] =
        above[j - 1]
        + inserting(b[second + j - 1], after: j > 1 ? b[second + j - 2] : 0, atEnd: j == m)
    }
    for i in 1..<max(n + 1, 1) where n > 0 {
      let x = a[first + i - 1]
      let previousX = i > 1 ? a[first + i - 2] : 0
      row[0] = above[0] + inserting(x, after: previousX, atEnd: i == n)
      var least = row[0]
      for j in 1..<max(m + 1, 1) where m > 0 {
        let y = b[second + j - 1]
        let previousY = j > 1 ? b[second + j - 2] : 0
        var cost =
          x == y ? above[j - 1] : above[j - 1] + replacing(x, by: y, atEnd: i == n && j == m)
        cost = min(cost, above[j] + inserting(x, after: previousX, atEnd: i == n))
        cost = min(cost, row[j - 1] + inserting(y, after: previousY, atEnd: j == m))
        if i > 1, j > 1, x == previousY, y == previousX, x != y {
          cost = min(cost, before[j - 2] + swapping)
        }
        row[j] = cost
        least = min(least, cost)
      }
      if least > limit { return nil }
      (before, above, row) = (above, row, before)
    }
    return above[m] <= limit ? above[m] : nil
  }
}
