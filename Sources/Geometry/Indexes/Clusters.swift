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
private struct DensityClusters {
  let points: [GeoPoint]
  let radius: Distance
  let least: Int
  let bounds: ChordBounds
  let grid: PointGrid
  /// The cells that hold points, in the order of the grid: their row and column, and where their
  /// points begin; one more at the end.
  var cells: [Cell] = []
  /// How many columns to either side of a row's cell can be within the radius.
  var columnReach: [Int] = []

  struct Cell {
    var row: Int32
    var column: Int32
    var start: Int32
  }

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
    var last: UInt64?
    for (position, cell) in grid.cells.enumerated() where cell != last {
      let (row, column) = Int(cell).quotientAndRemainder(dividingBy: grid.columns)
      cells.append(Cell(row: Int32(row), column: Int32(column), start: Int32(position)))
      last = cell
    }
    cells.append(Cell(row: .max, column: .max, start: Int32(points.count)))
  }

  /// Says whether two points, given by their places in the grid's order, are within the radius.
  @inline(__always)
  func areNear(_ a: Int, _ b: Int) -> Bool {
    let chord = grid.space[a].squaredChord(to: grid.space[b])
    if chord <= bounds.within { return true }
    if chord >= bounds.beyond { return false }
    return points[Int(grid.order[a])].distance(to: points[Int(grid.order[b])]) <= radius
  }

  /// Visits every cell in order with the runs of cells around it that may hold near points: in
  /// the two rows below, its own, and the two above.
  @inline(__always)
  func forEachCell(rows: ClosedRange<Int>, _ visit: (Int, [Range<Int>]) -> Void) {
    let count = cells.count - 1
    var runs = [Range<Int>](repeating: 0..<0, count: rows.count)
    var row = -1
    var reach = 0
    for cell in 0..<count {
      let here = cells[cell]
      if Int(here.row) != row {
        row = Int(here.row)
        reach = columnReach(fromRow: row)
        for (slot, offset) in rows.enumerated() {
          let first = firstCell(fromRow: row + offset)
          runs[slot] = first..<first
        }
      }
      for (slot, offset) in rows.enumerated() {
        var (low, high) = (runs[slot].lowerBound, runs[slot].upperBound)
        let wanted = row + offset
        while low < count, Int(cells[low].row) == wanted,
          Int(cells[low].column) < Int(here.column) - reach
        { low += 1 }
        high = Swift.max(high, low)
        while high < count, Int(cells[high].row) == wanted,
          Int(cells[high].column) <= Int(here.column) + reach
        { high += 1 }
        runs[slot] = low..<high
      }
      visit(cell, runs)
    }
  }

  /// Finds the first cell of a row, or of the next that has one.
  private func firstCell(fromRow row: Int) -> Int {
    var (low, high) = (0, cells.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if Int(cells[middle].row) < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Tells how many columns away a near point can be.
  private func columnReach(fromRow row: Int) -> Int {
    let degree = Double.pi / 180
    let height = radius.metres / (Ellipsoid.leastCurvatureRadius * degree)
    let south = grid.box.south + Double(row) * grid.cellHeight - height
    let north = grid.box.south + Double(row + 1) * grid.cellHeight + height
    let farthest = Swift.min(90, Swift.max(abs(south), abs(north)))
    let cosine = sineAndCosine(degrees: farthest).cosine
    if cosine < 1e-6 { return grid.columns }
    let width = radius.metres / (Ellipsoid.equatorialRadius * cosine * degree)
    return Int(Swift.min(Double(grid.columns), (width / grid.cellWidth).rounded(.up)))
  }

  func labels() -> [Int?] {
    let isCore = cores()
    var groups = joinedCells(isCore)
    let member = members(isCore, &groups)
    return numbered(member)
  }

  /// The points, in the order of the grid, that have enough points near.
  private func cores() -> [Bool] {
    var isCore = [Bool](repeating: false, count: points.count)
    forEachCell(rows: -2...2) { cell, runs in
      let own = Int(cells[cell].start)..<Int(cells[cell + 1].start)
      if own.count >= least {
        for point in own { isCore[point] = true }
        return
      }
      for point in own {
        var near = 0
        search: for run in runs {
          for other in Int(cells[run.lowerBound].start)..<Int(cells[run.upperBound].start)
          where areNear(point, other) {
            near += 1
            if near >= least { break search }
          }
        }
        isCore[point] = near >= least
      }
    }
    return isCore
  }

  /// Joins the cells whose cores are near each other; cores of one cell always are.
  private func joinedCells(_ isCore: [Bool]) -> DisjointSets {
    var groups = DisjointSets(count: cells.count - 1)
    let hasCore = (0..<cells.count - 1).map { cell in
      (Int(cells[cell].start)..<Int(cells[cell + 1].start)).contains { isCore[$0] }
    }
    forEachCell(rows: 0...2) { cell, runs in
      guard hasCore[cell] else { return }
      let own = Int(cells[cell].start)..<Int(cells[cell + 1].start)
      for run in runs {
        for other in run where other > cell && hasCore[other] {
          if groups.areJoined(cell, other) { continue }
          let theirs = Int(cells[other].start)..<Int(cells[other + 1].start)
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

  /// The group of every point in the order of the grid, -1 for noise.
  private func members(_ isCore: [Bool], _ groups: inout DisjointSets) -> [Int32] {
    var member = [Int32](repeating: -1, count: points.count)
    var sets = groups
    forEachCell(rows: -2...2) { cell, runs in
      for point in Int(cells[cell].start)..<Int(cells[cell + 1].start) {
        if isCore[point] {
          member[point] = Int32(sets.root(of: cell))
          continue
        }
        var nearest = (chord: Double.infinity, core: -1, cell: -1)
        for run in runs {
          for other in run {
            for core in Int(cells[other].start)..<Int(cells[other + 1].start)
            where isCore[core] {
              let chord = grid.space[point].squaredChord(to: grid.space[core])
              guard chord <= nearest.chord, areNear(point, core) else { continue }
              if chord < nearest.chord || isBefore(core, nearest.core) {
                nearest = (chord, core, other)
              }
            }
          }
        }
        if nearest.core >= 0 { member[point] = Int32(sets.root(of: nearest.cell)) }
      }
    }
    groups = sets
    return member
  }

  private func isBefore(_ a: Int, _ b: Int) -> Bool {
    points[Int(grid.order[a])] < points[Int(grid.order[b])]
  }

  /// Numbers the groups by their first member from the west, and puts the numbers in the order of
  /// the input.
  private func numbered(_ member: [Int32]) -> [Int?] {
    var first = [GeoPoint?](repeating: nil, count: cells.count)
    for (position, group) in member.enumerated() where group >= 0 {
      let point = points[Int(grid.order[position])]
      if first[Int(group)].map({ point < $0 }) ?? true { first[Int(group)] = point }
    }
    let groups = first.enumerated().compactMap { group, point in point.map { (group, $0) } }
      .sorted { $0.1 < $1.1 }
    var number = [Int](repeating: 0, count: cells.count)
    for (position, group) in groups.enumerated() { number[group.0] = position }
    var labels = [Int?](repeating: nil, count: points.count)
    for (position, group) in member.enumerated() where group >= 0 {
      labels[Int(grid.order[position])] = number[Int(group)]
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
