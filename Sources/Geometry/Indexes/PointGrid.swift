/// Points sorted into the cells of a grid of degrees, row by row from south-west to north-east.
///
/// The cells of one row that lie side by side hold points that lie side by side in memory, so a
/// search reads a few runs. Points of one cell keep the order of the input.
struct PointGrid: Sendable {
  let box: BoundingBox
  /// The size of a cell, in degrees.
  let cellWidth: Double
  let cellHeight: Double
  let columns: Int
  let rows: Int
  /// Positions in the input, in the order of the grid.
  let order: [Int32]
  /// The points, in the order of the grid.
  let points: [GeoPoint]
  /// Where each point is in space, in the order of the grid.
  let space: [SpacePoint]
  /// The number of each point's cell, row by row, in the order of the grid.
  let cells: [UInt64]

  /// Sorts the points into cells of the given size, in degrees, or larger ones if there would be
  /// more than a number of cells can count.
  init(_ points: [GeoPoint], box: BoundingBox, cellWidth: Double, cellHeight: Double) {
    let most = Double(1 << 30)
    let width = max(cellWidth, (box.east - box.west) / most, 1e-12)
    let height = max(cellHeight, (box.north - box.south) / most, 1e-12)
    let columns = Int((box.east - box.west) / width) + 1
    self.box = box
    self.cellWidth = width
    self.cellHeight = height
    self.columns = columns
    rows = Int((box.north - box.south) / height) + 1
    let (columnsPerDegree, rowsPerDegree) = (1 / width, 1 / height)
    let (lastColumn, lastRow) = (columns - 1, rows - 1)
    let unsorted = points.map { point in
      let column = min(lastColumn, Int((point.longitude - box.west) * columnsPerDegree))
      let row = min(lastRow, Int((point.latitude - box.south) * rowsPerDegree))
      return UInt64(row * columns + column)
    }
    (cells, order) = sortedByKey(unsorted, below: UInt64(rows * columns))
    let sorted = order.map { points[Int($0)] }
    self.points = sorted
    space = sorted.map { SpacePoint($0) }
  }

  /// The column of a longitude, -1 or the number of columns if it is beside the grid.
  func column(of longitude: Double) -> Int {
    Self.place(of: longitude - box.west, perDegree: 1 / cellWidth, among: columns)
  }

  /// The row of a latitude, -1 or the number of rows if it is beside the grid.
  func row(of latitude: Double) -> Int {
    Self.place(of: latitude - box.south, perDegree: 1 / cellHeight, among: rows)
  }

  private static func place(of degrees: Double, perDegree: Double, among count: Int) -> Int {
    Int(min(max(degrees * perDegree, -1), Double(count)).rounded(.down))
  }
}

/// Sorts keys by counting their digits, least significant first, and keeps where each came from.
///
/// Equal keys stay in the order of the input.
private func sortedByKey(_ keys: [UInt64], below limit: UInt64) -> ([UInt64], [Int32]) {
  let bits = 11
  let buckets = 1 << bits
  var keys = keys
  var order = (0..<Int32(keys.count)).map { $0 }
  var nextKeys = [UInt64](repeating: 0, count: keys.count)
  var nextOrder = [Int32](repeating: 0, count: keys.count)
  var shift = 0
  while shift < 64 && (limit - 1) >> UInt64(shift) > 0 {
    var starts = [Int](repeating: 0, count: buckets + 1)
    for key in keys {
      starts[Int(truncatingIfNeeded: key >> UInt64(shift)) & (buckets - 1) + 1] += 1
    }
    for bucket in 1...buckets { starts[bucket] += starts[bucket - 1] }
    for position in keys.indices {
      let bucket = Int(truncatingIfNeeded: keys[position] >> UInt64(shift)) & (buckets - 1)
      let target = starts[bucket]
      nextKeys[target] = keys[position]
      nextOrder[target] = order[position]
      starts[bucket] = target + 1
    }
    swap(&keys, &nextKeys)
    swap(&order, &nextOrder)
    shift += bits
  }
  return (keys, order)
}
