/// The grid over all edges of an index.
struct EdgeGrid: Sendable {
  let box: BoundingBox
  let columns: Int
  let rows: Int
  private let width: Double
  private let height: Double
  private let columnsPerDegree: Double
  private let rowsPerDegree: Double

  init(around edges: [Edge]) {
    var (west, south) = (Double.infinity, Double.infinity)
    var (east, north) = (-Double.infinity, -Double.infinity)
    for edge in edges {
      west = min(west, edge.x1, edge.x2)
      east = max(east, edge.x1, edge.x2)
      south = min(south, edge.y1)
      north = max(north, edge.y2)
    }
    if edges.isEmpty { (west, south, east, north) = (0, 0, 0, 0) }
    // A margin, so that all edges lie east of the first column's western side.
    let margin = max(east - west, north - south, 1e-6) * 1e-3
    box = BoundingBox(
      west: west - margin, south: south - margin, east: east + margin, north: north + margin)
    // As many cells as edges: more would answer hardly faster and take longer to fill.
    let size = min(1024, max(8, Int(Double(edges.count).squareRoot())))
    columns = size
    rows = size
    width = (box.east - box.west) / Double(size)
    height = (box.north - box.south) / Double(size)
    columnsPerDegree = 1 / width
    rowsPerDegree = 1 / height
  }

  @inline(__always)
  func west(ofColumn column: Int) -> Double { box.west + Double(column) * width }

  @inline(__always)
  func south(ofRow row: Int) -> Double { box.south + Double(row) * height }

  @inline(__always)
  func cell(of point: GeoPoint) -> (column: Int, row: Int)? {
    guard box.contains(point) else { return nil }
    return (column(of: point.longitude), row(of: point.latitude))
  }

  @inline(__always)
  private func column(of longitude: Double) -> Int {
    min(columns - 1, Int((longitude - box.west) * columnsPerDegree))
  }

  @inline(__always)
  private func row(of latitude: Double) -> Int {
    min(rows - 1, Int((latitude - box.south) * rowsPerDegree))
  }

  /// One edge in one cell.
  private struct Passage {
    var cell: Int32
    var edge: Int32
  }

  /// Visits the cells that a box touches.
  @inline(__always)
  func forEachCell(in other: BoundingBox, _ visit: (Int) -> Void) {
    guard other.intersects(box) else { return }
    for row in row(of: max(other.south, box.south))...row(of: min(other.north, box.north)) {
      let first = column(of: max(other.west, box.west))
      for column in first...column(of: min(other.east, box.east)) {
        visit(row * columns + column)
      }
    }
  }

  /// Sorts the edges into the cells that they pass through.
  ///
  /// A cell may also get an edge that only comes within a billionth of it; that does no harm.
  func sorted(_ edges: [Edge]) -> (starts: [Int32], edges: [Int32]) {
    var starts = [Int32](repeating: 0, count: columns * rows + 1)
    var pairs: [Passage] = []
    pairs.reserveCapacity(edges.count * 2)
    let slack = 1e-9
    for (number, edge) in edges.enumerated() {
      let low = (edge.y1 - box.south) * rowsPerDegree
      let high = (edge.y2 - box.south) * rowsPerDegree
      let from = (edge.x1 - box.west) * columnsPerDegree
      let to = (edge.x2 - box.west) * columnsPerDegree
      let (firstRow, lastRow) = (Int(low - slack), min(rows - 1, Int(high + slack)))
      let (western, eastern) = (min(from, to), max(from, to))
      let firstColumn = Int(western - slack)
      let lastColumn = min(columns - 1, Int(eastern + slack))
      let isFlat = high - low < 1e-6
      if firstRow == lastRow || firstColumn == lastColumn || isFlat {
        for row in firstRow...lastRow {
          for column in firstColumn...lastColumn {
            let cell = row * columns + column
            starts[cell + 1] += 1
            pairs.append(Passage(cell: Int32(cell), edge: Int32(number)))
          }
        }
        continue
      }
      let slope = (to - from) / (high - low)
      // The flatter the edge, the more rounding shifts its part within a row.
      let shift = slack + abs(slope) * 1e-11
      for row in firstRow...lastRow {
        let start = from + slope * (max(low, Double(row)) - low)
        let end = from + slope * (min(high, Double(row + 1)) - low)
        let west = max(western - slack, min(start, end) - shift)
        let east = min(eastern + slack, max(start, end) + shift)
        for column in Int(west)...min(columns - 1, Int(east)) {
          let cell = row * columns + column
          starts[cell + 1] += 1
          pairs.append(Passage(cell: Int32(cell), edge: Int32(number)))
        }
      }
    }
    for cell in 1..<starts.count { starts[cell] += starts[cell - 1] }
    var next = starts
    var sorted = [Int32](repeating: 0, count: pairs.count)
    for pair in pairs {
      sorted[Int(next[Int(pair.cell)])] = pair.edge
      next[Int(pair.cell)] += 1
    }
    return (starts, sorted)
  }
}
