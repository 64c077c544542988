/// Many points, ready to be asked which of them lie within a radius of a place.
///
/// The answer is that of geodesics on WGS 84, exact to rounding: a chord through the earth decides
/// almost every point, and only those within a hair of the circle need a geodesic.
public struct RadiusIndex: Sendable {
  private let points: [GeoPoint]
  private let grid: PointGrid?
  /// Where each cell's points begin in the grid's order; one more at the end.
  private let starts: [Int32]

  /// Builds an index of points.
  ///
  /// - Throws: an error that names the first position that is not on the globe.
  /// - Complexity: O(points).
  public init(_ points: [GeoPoint]) throws(CoordinateError) {
    for point in points { try point.requireOnGlobe() }
    self.points = points
    guard let box = BoundingBox(around: points) else {
      grid = nil
      starts = []
      return
    }
    // About four points to a cell, and cells about as wide as high on the ground.
    let perDegree = MetresPerDegree(atLatitude: box.centre.latitude)
    let ratio = max(perDegree.longitude / perDegree.latitude, 1e-3)
    let area = max((box.east - box.west) * (box.north - box.south) * ratio, 1e-9)
    let size = (area * 4 / Double(points.count)).squareRoot()
    let longest = max((box.east - box.west) * ratio, box.north - box.south)
    let height = max(size, longest * 4 / Double(points.count + 4))
    let grid = PointGrid(points, box: box, cellWidth: height / ratio, cellHeight: height)
    var starts = [Int32](repeating: 0, count: grid.rows * grid.columns + 1)
    for cell in grid.cells { starts[Int(cell) + 1] += 1 }
    for cell in 1..<starts.count { starts[cell] += starts[cell - 1] }
    self.grid = grid
    self.starts = starts
  }

  /// How many points there are.
  public var count: Int { points.count }

  /// Gives the positions in the input of all points within a radius, those on the circle too.
  ///
  /// They come cell by cell from south-west to north-east, in an order that depends on the input
  /// only. A centre off the globe or a negative radius finds nothing.
  public func indices(within radius: Distance, of centre: GeoPoint) -> [Int] {
    var found: [Int] = []
    search(within: radius, of: centre) { found.append($0) }
    return found
  }

  /// Counts the points within a radius.
  public func count(within radius: Distance, of centre: GeoPoint) -> Int {
    var count = 0
    search(within: radius, of: centre) { _ in count += 1 }
    return count
  }

  /// One point within the radius, and how far it is.
  public struct Neighbour: Hashable, Sendable {
    /// The point's position in the input.
    public var index: Int
    /// How far the point is from the centre.
    public var distance: Distance
  }

  /// Gives all points within a radius with their distances, the nearest first, and those equally
  /// near in the order of the input.
  public func neighbours(within radius: Distance, of centre: GeoPoint) -> [Neighbour] {
    indices(within: radius, of: centre)
      .map { Neighbour(index: $0, distance: centre.distance(to: points[$0])) }
      .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
  }

  @inline(__always)
  private func search(
    within radius: Distance, of centre: GeoPoint, _ found: (Int) -> Void
  ) {
    guard let grid, centre.isOnGlobe, radius >= .zero else { return }
    let reach = BoundingBox(around: centre, reach: radius)
    let bounds = ChordBounds(radius)
    let here = SpacePoint(centre)
    let firstRow = max(0, grid.row(of: reach.south))
    let lastRow = min(grid.rows - 1, grid.row(of: reach.north))
    let firstColumn = max(0, grid.column(of: reach.west))
    let lastColumn = min(grid.columns - 1, grid.column(of: reach.east))
    guard firstRow <= lastRow, firstColumn <= lastColumn else { return }
    let (space, order, columns) = (grid.space, grid.order, grid.columns)
    for row in firstRow...lastRow {
      let start = Int(starts[row * columns + firstColumn])
      let end = Int(starts[row * columns + lastColumn + 1])
      for position in start..<end {
        let chord = here.squaredChord(to: space[position])
        if chord >= bounds.beyond { continue }
        let index = Int(order[position])
        if chord <= bounds.within || centre.distance(to: points[index]) <= radius { found(index) }
      }
    }
  }
}
