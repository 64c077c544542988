/// Pairs rows with columns, each at most once, so that the pairs weigh most together.
///
/// Kuhn–Munkres in its shortest-augmenting-path form: rows enter one by one, and potentials keep
/// every reduced cost at zero or above. A weight of zero or less means that the two cannot be
/// paired. Of several heaviest assignments it always gives the same one.
/// - Parameter weights: One array per row, all of one length.
/// - Returns: The column of each row, nil for a row that stays alone.
/// - Complexity: O(n³) in the longer side.
package func heaviestAssignment(_ weights: [[Int]]) -> [Int?] {
  guard let width = weights.first?.count, width > 0 else {
    return Array(repeating: nil, count: weights.count)
  }
  precondition(weights.allSatisfy { $0.count == width }, "Rows differ in length.")
  let size = max(weights.count, width)
  /// The cost of a pair: never above zero; pairs outside the table and impossible ones cost 0.
  func cost(_ row: Int, _ column: Int) -> Int {
    row < weights.count && column < width ? -max(0, weights[row][column]) : 0
  }

  // Rows and columns count from 1; 0 stands for none.
  var rowPotential = [Int](repeating: 0, count: size + 1)
  var columnPotential = [Int](repeating: 0, count: size + 1)
  var rowOfColumn = [Int](repeating: 0, count: size + 1)
  var previousColumn = [Int](repeating: 0, count: size + 1)
  for entering in 1...size {
    rowOfColumn[0] = entering
    var column = 0
    var slack = [Int](repeating: .max, count: size + 1)
    var isReached = [Bool](repeating: false, count: size + 1)
    repeat {
      isReached[column] = true
      let row = rowOfColumn[column]
      var step = Int.max
      var nearest = 0
      for other in 1...size where !isReached[other] {
        let reduced =
          cost(row - 1, other - 1) - rowPotential[row] - columnPotential[other]
        if reduced < slack[other] {
          slack[other] = reduced
          previousColumn[other] = column
        }
        if slack[other] < step {
          step = slack[other]
          nearest = other
        }
      }
      for other in 0...size {
        if isReached[other] {
          rowPotential[rowOfColumn[other]] += step
          columnPotential[other] -= step
        } else if slack[other] != .max {
          slack[other] -= step
        }
      }
      column = nearest
    } while rowOfColumn[column] != 0
    while column != 0 {
      rowOfColumn[column] = rowOfColumn[previousColumn[column]]
      column = previousColumn[column]
    }
  }

  var columnOfRow = [Int?](repeating: nil, count: weights.count)
  for column in 1...width {
    let row = rowOfColumn[column] - 1
    if row >= 0, row < weights.count, weights[row][column - 1] > 0 {
      columnOfRow[row] = column - 1
    }
  }
  return columnOfRow
}
