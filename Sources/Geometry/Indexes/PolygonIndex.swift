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
  private let keys: [Int]
  private let grid: EdgeGrid
  /// All edges, area by area, and the area of each.
  private let edges: [Edge]
  private let owners: [Int32]
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
  /// - Throws: an error that names the first position that is not on the globe.
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
            if !point.isOnGlobe {
              throw CoordinateError(
                given: "the position \(point) in the area of key \(area.element.key)",
                expected: "a longitude in -180...180 and a latitude in -90...90, in this order")
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
    let grid = EdgeGrid(around: edges)
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
