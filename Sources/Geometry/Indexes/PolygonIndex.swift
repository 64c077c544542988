/// Areas with keys, ready to be asked which of them hold a point.
///
/// A grid lies over all areas. Each cell knows which areas hold its south-western corner and which
/// edges pass through it. From that corner one goes up to the point's height and then across to
/// the point; every edge crossed on these two short legs changes the side of its area. Cells
/// without an edge answer at once.
///
/// A point on an edge belongs to the area on its eastern side (on a horizontal edge, to that in
/// the north), so of neighbours that share their border exactly one holds it, with no gap and no
/// overlap. Areas follow the even-odd rule. Nothing crosses the 180th meridian.
public struct PolygonIndex: Sendable {
  /// The keys of the areas, ascending; an area's number is its position here.
  let keys: [Int]
  let grid: Cells
  /// All edges, area by area, and the area of each.
  let edges: [Edge]
  let owners: [Int32]
  /// What each cell holds; one more at the end.
  private let contents: [Content]
  /// Positions in the list of edges, cell by cell.
  private let cellEdges: [Int32]
  private let sets: AreaSets

  private struct Content {
    /// Where the cell's edges begin.
    var start: Int32
    /// The set of areas that hold the cell's south-western corner.
    var corner: Int32
  }

  /// Builds an index of areas; points and lines hold nothing.
  ///
  /// Several shapes may have one key: together they are its area.
  ///
  /// - Throws: an error that names a position that is not finite.
  /// - Complexity: O(vertices).
  public init(_ areas: [(key: Int, shape: Shape)]) throws(CoordinateError) {
    let sorted = areas.enumerated().sorted {
      ($0.element.key, $0.offset) < ($1.element.key, $1.offset)
    }
    keys = sorted.map(\.element.key)
    var edges: [Edge] = []
    var owners: [Int32] = []
    edges.reserveCapacity(
      sorted.reduce(0) { sum, area in
        area.element.shape.polygons.reduce(sum) { $1.rings.reduce($0) { $0 + $1.count } }
      })
    owners.reserveCapacity(edges.capacity)
    for (number, area) in sorted.enumerated() {
      for polygon in area.element.shape.polygons {
        for ring in polygon.rings {
          guard var last = ring.first else { continue }
          for point in ring {
            if !(point.longitude.isFinite && point.latitude.isFinite) {
              throw CoordinateError(
                given: "the position \(point) in the area of key \(area.element.key)",
                expected: "finite numbers")
            }
            if point != last {
              edges.append(Edge(last, point))
              owners.append(Int32(number))
            }
            last = point
          }
        }
      }
    }
    let grid = Cells(around: edges)
    let (starts, cellEdges) = grid.sorted(edges)
    var collector = AreaSetCollector()
    var contents = starts.map { Content(start: $0, corner: 0) }
    // West of each row's first cell there is nothing; edges crossed on the way east along the
    // row's southern side tell the rest.
    for row in 0..<grid.rows {
      var set: Int32 = 0
      let y = grid.south(ofRow: row)
      for column in 0..<grid.columns {
        let cell = row * grid.columns + column
        contents[cell].corner = set
        let (start, end) = (Int(contents[cell].start), Int(contents[cell + 1].start))
        if start == end { continue }
        let (x, nextX) = (grid.west(ofColumn: column), grid.west(ofColumn: column + 1))
        for position in start..<end {
          let edge = edges[Int(cellEdges[position])]
          if edge.crosses(y: y, from: x, to: nextX) {
            set = collector.toggled(set, area: owners[Int(cellEdges[position])])
          }
        }
      }
    }
    self.grid = grid
    self.edges = edges
    self.owners = owners
    self.cellEdges = cellEdges
    self.contents = contents
    sets = collector.sets
  }

  /// Gives the keys of all areas that hold the point, ascending.
  public func keys(containing point: GeoPoint) -> [Int] {
    var found: [Int] = []
    visit(point) { key in
      if found.last != key { found.append(key) }
      return true
    }
    return found
  }

  /// Gives the least key of the areas that hold the point: the only one, if they do not overlap.
  @inline(__always)
  public func key(containing point: GeoPoint) -> Int? {
    var found: Int?
    visit(point) { key in
      found = key
      return false
    }
    return found
  }

  /// Gives for each point the least key of the areas that hold it.
  public func keys(ofEach points: [GeoPoint]) -> [Int?] { points.map { key(containing: $0) } }

  /// Visits the keys of the areas that hold the point, ascending, until told to stop.
  @inline(__always)
  private func visit(_ point: GeoPoint, _ body: (Int) -> Bool) {
    guard let (column, row) = grid.cell(of: point) else { return }
    let cell = row * grid.columns + column
    let (start, end) = (Int(contents[cell].start), Int(contents[cell + 1].start))
    var held = Int(sets.starts[Int(contents[cell].corner)])
    let lastHeld = Int(sets.starts[Int(contents[cell].corner) + 1])
    // Merges the areas at the corner with those whose edges are crossed; both ascend.
    var position = start
    if start < end {
      let x = grid.west(ofColumn: column)
      let y = grid.south(ofRow: row)
      while position < end {
        let area = owners[Int(cellEdges[position])]
        var isOdd = false
        repeat {
          let edge = edges[Int(cellEdges[position])]
          if edge.crosses(x: x, from: y, to: point.latitude) { isOdd.toggle() }
          if edge.crosses(y: point.latitude, from: x, to: point.longitude) { isOdd.toggle() }
          position += 1
        } while position < end && owners[Int(cellEdges[position])] == area
        while held < lastHeld, sets.members[held] < area {
          if !body(keys[Int(sets.members[held])]) { return }
          held += 1
        }
        if held < lastHeld, sets.members[held] == area {
          held += 1
          isOdd.toggle()
        }
        if isOdd, !body(keys[Int(area)]) { return }
      }
    }
    while held < lastHeld {
      if !body(keys[Int(sets.members[held])]) { return }
      held += 1
    }
  }

  /// Finds the area that holds the point, or else the nearest within a tolerance.
  ///
  /// Distances are geodesic; of areas equally near the one with the least key is taken.
  public func nearestKey(
    to point: GeoPoint, within tolerance: Distance
  ) -> (key: Int, distance: Distance)? {
    if let key = key(containing: point) { return (key, .zero) }
    guard point.isOnGlobe, tolerance >= .zero else { return nil }
    let reach = BoundingBox(around: point, reach: tolerance)
    var nearest: (key: Int, distance: Distance)?
    var seen: Set<Int32> = []
    let here = SpacePoint(point)
    var candidates: [(least: Double, edge: Int32)] = []
    grid.forEachCell(in: reach) { cell in
      for position in Int(contents[cell].start)..<Int(contents[cell + 1].start) {
        let number = cellEdges[position]
        let edge = edges[Int(number)]
        guard edge.intersects(reach), seen.insert(number).inserted else { continue }
        let bounds = here.bounds(ofDistanceTo: edge)
        if bounds.least <= tolerance.metres { candidates.append((bounds.least, number)) }
      }
    }
    candidates.sort { ($0.least, $0.edge) < ($1.least, $1.edge) }
    for (least, number) in candidates {
      if let nearest, least > nearest.distance.metres { break }
      let edge = edges[Int(number)]
      let distance = point.distance(toEdge: edge)
      let key = keys[Int(owners[Int(number)])]
      guard distance <= tolerance else { continue }
      if let found = nearest, (found.distance, found.key) <= (distance, key) { continue }
      nearest = (key, distance)
    }
    return nearest
  }
}

extension Edge {
  @inline(__always)
  private func isLeft(x: Double, y: Double) -> Bool { side(x: x, y: y) > 0 }

  /// Says whether the edge crosses the parallel between two longitudes.
  ///
  /// What lies on a line counts as south or west of it. A doubtful side is only asked for where the
  /// edge spans both the parallel and the meridian, so that this and its twin for meridians never
  /// disagree about a corner.
  @inline(__always)
  func crosses(y: Double, from start: Double, to end: Double) -> Bool {
    (y1 <= y) != (y2 <= y) && isEast(x: start, y: y) != isEast(x: end, y: y)
  }

  /// Says whether the edge crosses the meridian between two latitudes.
  @inline(__always)
  func crosses(x: Double, from start: Double, to end: Double) -> Bool {
    (x1 <= x) != (x2 <= x) && isNorth(x: x, y: start) != isNorth(x: x, y: end)
  }

  /// Says whether an edge that spans the parallel passes east of the place.
  @inline(__always)
  private func isEast(x: Double, y: Double) -> Bool {
    if (x1 <= x) == (x2 <= x) { return x1 > x }
    return isLeft(x: x, y: y)
  }

  /// Says whether an edge that spans the meridian passes north of the place.
  @inline(__always)
  private func isNorth(x: Double, y: Double) -> Bool {
    if (y1 <= y) == (y2 <= y) { return y1 > y }
    return isLeft(x: x, y: y) == (x2 < x1)
  }

  fileprivate func intersects(_ box: BoundingBox) -> Bool {
    y1 <= box.north && y2 >= box.south && min(x1, x2) <= box.east && max(x1, x2) >= box.west
  }
}

/// Sets of areas, each kept once; set 0 is empty.
struct AreaSets: Sendable {
  /// Where each set's members begin; one more at the end.
  fileprivate(set) var starts: [Int32] = [0, 0]
  /// The numbers of the areas, ascending in each set.
  fileprivate(set) var members: [Int32] = []

  func content(of set: Int32) -> ArraySlice<Int32> {
    members[Int(starts[Int(set)])..<Int(starts[Int(set) + 1])]
  }
}

/// Collects sets while an index is built.
private struct AreaSetCollector {
  private(set) var sets = AreaSets()
  /// Every set that was made from another by one area, found by its step.
  private var steps: [Step]
  /// Every set, found by its members.
  private var known: [[Int32]: Int32] = [[]: 0]

  private struct Step {
    var from: Int32
    var area: Int32
    var to: Int32
  }

  init() { steps = Array(repeating: Step(from: -1, area: -1, to: -1), count: 1 << 12) }

  /// Gives the set that has the area if the given one has it not, and the other way round.
  @inline(__always)
  mutating func toggled(_ set: Int32, area: Int32) -> Int32 {
    // The last step that fell on this slot; the same few steps come again and again.
    let slot = Int(
      truncatingIfNeeded: (UInt32(set) &* 0x9e37_79b1 ^ UInt32(area) &* 0x85eb_ca6b) >> 20)
    let step = steps[slot]
    if step.from == set && step.area == area { return step.to }
    let to = made(from: set, area: area)
    steps[slot] = Step(from: set, area: area, to: to)
    return to
  }

  private mutating func made(from set: Int32, area: Int32) -> Int32 {
    var content = Array(sets.content(of: set))
    let position = content.firstIndex { $0 >= area } ?? content.count
    if position < content.count && content[position] == area {
      content.remove(at: position)
    } else {
      content.insert(area, at: position)
    }
    if let same = known[content] { return same }
    let new = Int32(sets.starts.count - 1)
    sets.members += content
    sets.starts.append(Int32(sets.members.count))
    known[content] = new
    return new
  }
}

/// The grid over all edges of an index.
struct Cells: Sendable {
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
