extension [GeoPoint] {
  /// Groups points that are dense together, and leaves out the rest.
  ///
  /// This is DBSCAN (Ester, Kriegel, Sander and Xu, 1996) with geodesic distances:
  ///
  /// 1. A point is a *core* if at least so many points, itself counted, lie within the radius.
  /// 2. Cores within the radius of each other belong to one cluster.
  /// 3. A point that is no core goes to the cluster of the nearest core within the radius
  ///    (if two are equally near, of the more western, then the more southern); if there is none
  ///    it is noise.
  ///
  /// The radius is not the size of a cluster: chains of cores may be long. Clusters are numbered
  /// from 0 by their most western (then most southern) member, so neither the groups nor their
  /// numbers depend on the order of the input.
  ///
  /// ```swift
  /// places.clusters(within: .metres(500), atLeast: 3)  // [0, 0, nil, 1, 0, 1, 1]
  /// ```
  ///
  /// - Returns: for each point in the order of the input its cluster, none for noise.
  /// - Throws: an error that names the first position that is not on the globe, or a radius below
  ///   10 cm.
  /// - Complexity: O(n) while clusters are small against the whole; a cell of the grid is small
  ///   enough that all its points are near each other, after Gunawan (2013).
  public func clusters(within radius: Distance, atLeast least: Int) throws -> [Int?] {
    for point in self { try point.requireOnGlobe() }
    guard radius.metres >= 0.1, radius.metres.isFinite else {
      throw CoordinateError(
        given: "the radius of \(radius)", expected: "a finite length of 10 cm at least")
    }
    guard let box = BoundingBox(around: self) else { return [] }
    return DensityClusters(of: self, in: box, within: radius, atLeast: least).labels()
  }
}

/// The work of finding density clusters.
///
/// Points are counted in the order of the grid throughout; only the labels go back to the input's.
private struct DensityClusters {
  let points: [GeoPoint]
  let radius: Distance
  let least: Int
  let bounds: ChordBounds
  let grid: PointGrid
  /// The cells that hold points, and where their points begin; one more at the end.
  let cells: [Cell]
  /// For each cell five runs of cells that may hold points within the radius: in the two rows
  /// below, its own, and the two above.
  let runs: [Run]

  struct Cell {
    var number: Int
    var start: Int32
  }

  struct Run {
    var first: Int32
    var end: Int32
  }

  static let rowOffsets = -2...2

  init(of points: [GeoPoint], in box: BoundingBox, within radius: Distance, atLeast least: Int) {
    self.points = points
    self.radius = radius
    self.least = least
    bounds = ChordBounds(radius)
    // Cells whose diagonal is no longer than the radius, wherever they lie.
    let degree = Double.pi / 180 * Ellipsoid.greatestCurvatureRadius
    let side = 0.999 * radius.metres * 0.5.squareRoot()
    let nearest = box.south > 0 ? box.south : (box.north < 0 ? -box.north : 0)
    let cosine = Swift.max(1e-9, sineAndCosine(degrees: nearest).cosine)
    grid = PointGrid(
      points, box: box, cellWidth: Swift.min(360, side / (degree * cosine)),
      cellHeight: side / degree)
    var cells: [Cell] = []
    var last: UInt64?
    for (position, cell) in grid.cells.enumerated() where cell != last {
      cells.append(Cell(number: Int(cell), start: Int32(position)))
      last = cell
    }
    cells.append(Cell(number: .max, start: Int32(points.count)))
    self.cells = cells
    runs = Self.runs(around: cells, of: grid, within: radius)
  }

  /// Finds the cells around each cell by going through all cells in order, once for each offset.
  private static func runs(
    around cells: [Cell], of grid: PointGrid, within radius: Distance
  ) -> [Run] {
    let count = cells.count - 1
    let columns = grid.columns
    var runs = [Run](repeating: Run(first: 0, end: 0), count: count * rowOffsets.count)
    for (slot, offset) in rowOffsets.enumerated() {
      var (first, end) = (0, 0)
      var row = (start: 0, end: 0)
      var reach = 0
      for cell in 0..<count {
        let number = cells[cell].number
        if number >= row.end {
          row.start = number - number % columns
          row.end = row.start + columns
          reach = columnReach(fromRow: row.start / columns, of: grid, within: radius)
        }
        let column = number - row.start
        let other = row.start + offset * columns
        let lowest = other + Swift.max(0, column - reach)
        let highest = other + Swift.min(columns - 1, column + reach)
        while cells[first].number < lowest { first += 1 }
        while cells[end].number <= highest { end += 1 }
        runs[cell * rowOffsets.count + slot] = Run(first: Int32(first), end: Int32(end))
      }
    }
    return runs
  }

  /// Tells how many columns away a near point can be.
  private static func columnReach(
    fromRow row: Int, of grid: PointGrid, within radius: Distance
  ) -> Int {
    let degree = Double.pi / 180
    // A little more than the radius, for rounding.
    let metres = radius.metres * (1 + 1e-6)
    let height = metres / (Ellipsoid.leastCurvatureRadius * degree)
    let south = grid.box.south + Double(row) * grid.cellHeight - height
    let north = grid.box.south + Double(row + 1) * grid.cellHeight + height
    let farthest = Swift.min(90, Swift.max(abs(south), abs(north)))
    let cosine = sineAndCosine(degrees: farthest).cosine
    if cosine < 1e-6 { return grid.columns }
    let width = metres / (Ellipsoid.equatorialRadius * cosine * degree)
    return Int(Swift.min(Double(grid.columns), (width / grid.cellWidth).rounded(.up)))
  }

  /// The points of a run of cells.
  @inline(__always)
  func members(_ run: Run) -> Range<Int> {
    Int(cells[Int(run.first)].start)..<Int(cells[Int(run.end)].start)
  }

  @inline(__always)
  func members(ofCell cell: Int) -> Range<Int> {
    Int(cells[cell].start)..<Int(cells[cell + 1].start)
  }

  /// Says whether two points are within the radius.
  @inline(__always)
  func areNear(_ a: Int, _ b: Int) -> Bool {
    let chord = grid.space[a].squaredChord(to: grid.space[b])
    if chord <= bounds.within { return true }
    if chord >= bounds.beyond { return false }
    return grid.points[a].distance(to: grid.points[b]) <= radius
  }

  func labels() -> [Int?] {
    let isCore = cores()
    var groups = joinedCells(isCore)
    return numbered(groupOfEachPoint(isCore, &groups))
  }

  /// Finds the points that have enough points near.
  private func cores() -> [Bool] {
    var isCore = [Bool](repeating: false, count: points.count)
    for cell in 0..<cells.count - 1 {
      let own = members(ofCell: cell)
      if own.count >= least {
        // All points of a cell are near each other.
        for point in own { isCore[point] = true }
        continue
      }
      let around = cell * Self.rowOffsets.count..<(cell + 1) * Self.rowOffsets.count
      if around.reduce(0, { $0 + members(runs[$1]).count }) < least { continue }
      for point in own {
        var near = 0
        for run in around {
          for other in members(runs[run]) where areNear(point, other) { near += 1 }
          if near >= least { break }
        }
        isCore[point] = near >= least
      }
    }
    return isCore
  }

  /// Joins the cells whose cores are near each other; cores of one cell always are.
  private func joinedCells(_ isCore: [Bool]) -> DisjointSets {
    var groups = DisjointSets(count: cells.count - 1)
    for cell in 0..<cells.count - 1 {
      let own = members(ofCell: cell)
      guard own.contains(where: { isCore[$0] }) else { continue }
      for run in cell * Self.rowOffsets.count..<(cell + 1) * Self.rowOffsets.count {
        for other in Int(runs[run].first)..<Int(runs[run].end) where other > cell {
          let theirs = members(ofCell: other)
          guard theirs.contains(where: { isCore[$0] }), !groups.areJoined(cell, other)
          else { continue }
          search: for a in own where isCore[a] {
            for b in theirs where isCore[b] && areNear(a, b) {
              groups.join(cell, other)
              break search
            }
          }
        }
      }
    }
    return groups
  }

  /// Gives the group of every point, -1 for noise.
  private func groupOfEachPoint(_ isCore: [Bool], _ groups: inout DisjointSets) -> [Int32] {
    var group = [Int32](repeating: -1, count: points.count)
    for cell in 0..<cells.count - 1 {
      for point in members(ofCell: cell) {
        if isCore[point] {
          group[point] = Int32(groups.root(of: cell))
          continue
        }
        var nearest = (chord: Double.infinity, core: -1)
        for run in cell * Self.rowOffsets.count..<(cell + 1) * Self.rowOffsets.count {
          for core in members(runs[run]) where isCore[core] {
            let chord = grid.space[point].squaredChord(to: grid.space[core])
            guard chord <= nearest.chord, areNear(point, core) else { continue }
            if chord < nearest.chord || grid.points[core] < grid.points[nearest.core] {
              nearest = (chord, core)
            }
          }
        }
        if nearest.core >= 0 { group[point] = Int32(groups.root(of: self.cell(of: nearest.core))) }
      }
    }
    return group
  }

  /// Finds the cell of a point.
  private func cell(of point: Int) -> Int {
    var (low, high) = (0, cells.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(cells[middle].start) <= point { low = middle } else { high = middle }
    }
    return low
  }

  /// Numbers the groups by their first member from the west, and puts the numbers in the order of
  /// the input.
  private func numbered(_ group: [Int32]) -> [Int?] {
    var first = [Int32](repeating: -1, count: cells.count)
    for (point, group) in group.enumerated() where group >= 0 {
      let so = first[Int(group)]
      if so < 0 || grid.points[point] < grid.points[Int(so)] { first[Int(group)] = Int32(point) }
    }
    let order = first.indices.filter { first[$0] >= 0 }
      .sorted { grid.points[Int(first[$0])] < grid.points[Int(first[$1])] }
    var number = [Int](repeating: 0, count: cells.count)
    for (position, group) in order.enumerated() { number[group] = position }
    var labels = [Int?](repeating: nil, count: points.count)
    for (point, group) in group.enumerated() where group >= 0 {
      labels[Int(grid.order[point])] = number[Int(group)]
    }
    return labels
  }
}

/// Sets of numbers that can be joined but not parted.
private struct DisjointSets {
  private var parent: [Int32]

  init(count: Int) { parent = (0..<Int32(count)).map { $0 } }

  mutating func root(of element: Int) -> Int {
    var element = element
    while Int(parent[element]) != element {
      parent[element] = parent[Int(parent[element])]
      element = Int(parent[element])
    }
    return element
  }

  mutating func areJoined(_ a: Int, _ b: Int) -> Bool { root(of: a) == root(of: b) }

  /// Joins two sets; the smaller root stays.
  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(of: a), root(of: b))
    parent[max(a, b)] = Int32(min(a, b))
  }
}
