import Geometry

/// A position in hundred-thousandths of a degree: what the boundary files hold.
struct GridPoint: Hashable {
  var x: Int32
  var y: Int32

  init(x: Int32, y: Int32) {
    self.x = x
    self.y = y
  }

  init(_ point: GeoPoint) {
    x = Int32((point.longitude * 1e5).rounded())
    y = Int32((point.latitude * 1e5).rounded())
  }

  var geoPoint: GeoPoint { GeoPoint(longitude: Double(x) / 1e5, latitude: Double(y) / 1e5) }
}

/// Boundaries as arcs that neighbours share, so that what is simplified is simplified for both.
struct Topology {
  /// An arc in the direction that a ring runs through it.
  struct Use: Hashable {
    var arc: Int
    var reversed: Bool

    var opposite: Use { Use(arc: arc, reversed: !reversed) }
  }

  /// A unit's polygons: rings of uses of arcs.
  struct Unit {
    var code: String
    var polygons: [[[Use]]]
  }

  /// Each arc in full.
  private(set) var full: [[GridPoint]] = []
  /// Each arc as simplified so far.
  private(set) var arcs: [[GridPoint]] = []
  /// How far, in hundred-thousandths of a degree of latitude, each arc may stray.
  private var tolerances: [Double] = []
  private(set) var units: [Unit] = []

  // MARK: Building

  /// Cuts the outlines at the points where three or more stretches meet.
  init(_ outlines: Outlines) {
    let rings = outlines.units.map { unit in
      unit.polygons.map { polygon in
        polygon.rings.map { Topology.withoutRepeats($0.map(GridPoint.init)) }
          .filter { $0.count > 3 }
      }
    }
    var neighbours: [GridPoint: Set<GridPoint>] = [:]
    for ring in rings.joined().joined() {
      for index in 1..<ring.count {
        neighbours[ring[index - 1], default: []].insert(ring[index])
        neighbours[ring[index], default: []].insert(ring[index - 1])
      }
    }
    let nodes = Set(neighbours.lazy.filter { $0.value.count != 2 }.map(\.key))
    var known: [[GridPoint]: Use] = [:]
    for (unit, polygons) in zip(outlines.units, rings) {
      units.append(
        Unit(
          code: unit.code,
          polygons: polygons.map { $0.map { uses(of: $0, nodes: nodes, known: &known) } }))
    }
    arcs = full
    tolerances = full.map { _ in 0 }
  }

  private static func withoutRepeats(_ points: [GridPoint]) -> [GridPoint] {
    var kept: [GridPoint] = []
    for point in points where kept.last != point { kept.append(point) }
    return kept
  }

  private mutating func uses(
    of ring: [GridPoint], nodes: Set<GridPoint>, known: inout [[GridPoint]: Use]
  ) -> [Use] {
    var open = Array(ring.dropLast())
    // A ring without a node begins at its least point, so that all who share it begin alike.
    let start =
      open.firstIndex { nodes.contains($0) }
      ?? open.indices.min { (open[$0].x, open[$0].y) < (open[$1].x, open[$1].y) }!
    open = Array(open[start...] + open[..<start])
    open.append(open[0])
    var result: [Use] = []
    var arc = [open[0]]
    for point in open.dropFirst() {
      arc.append(point)
      if nodes.contains(point) || (arc.count == open.count) {
        result.append(use(of: arc, known: &known))
        arc = [point]
      }
    }
    return result
  }

  private mutating func use(of arc: [GridPoint], known: inout [[GridPoint]: Use]) -> Use {
    if let use = known[arc] { return use }
    let use = Use(arc: full.count, reversed: false)
    full.append(arc)
    known[arc] = use
    known[arc.reversed()] = use.opposite
    return use
  }

  // MARK: Simplifying

  /// Leaves out points that lie within a tolerance of the line without them, and keeps what would
  /// make lines cross or put one of the points into another unit.
  ///
  /// - Parameters:
  ///   - metres: the tolerance to begin with.
  ///   - points: positions with the code of the unit that holds each.
  /// - Returns: how many rounds it took.
  mutating func simplify(metres: Double, keeping points: [(GeoPoint, String)]) -> Int {
    for arc in full.indices { setTolerance(of: arc, metres / 1.11195) }
    var round = 0
    while round < 40 {
      round += 1
      var bad = crossingArcs()
      bad.formUnion(arcsThatMisplace(points))
      if bad.isEmpty { break }
      for arc in bad.sorted() {
        setTolerance(of: arc, tolerances[arc] < 2 ? 0 : tolerances[arc] / 2)
      }
    }
    return round
  }

  private mutating func setTolerance(of arc: Int, _ tolerance: Double) {
    tolerances[arc] = tolerance
    arcs[arc] = tolerance == 0 ? full[arc] : Topology.simplified(full[arc], tolerance)
  }

  /// Simplifies a line by the method of Ramer, Douglas and Peucker.
  private static func simplified(_ line: [GridPoint], _ tolerance: Double) -> [GridPoint] {
    guard line.count > 2 else { return line }
    var keep = [Bool](repeating: false, count: line.count)
    keep[0] = true
    keep[line.count - 1] = true
    var stack = [(0, line.count - 1)]
    if line[0] == line[line.count - 1] {
      // A closed line keeps its farthest point and one on either side, lest it collapse.
      let far = farthest(line, 0, line.count - 1).index
      keep[far] = true
      let left = farthest(line, 0, far).index
      let right = farthest(line, far, line.count - 1).index
      stack = []
      for (first, last) in [(0, left), (left, far), (far, right), (right, line.count - 1)]
      where first < last {
        keep[first] = true
        keep[last] = true
        stack.append((first, last))
      }
    }
    while let (first, last) = stack.popLast() {
      guard last - first > 1 else { continue }
      let (index, distance) = farthest(line, first, last)
      if distance > tolerance {
        keep[index] = true
        stack.append((first, index))
        stack.append((index, last))
      }
    }
    return line.indices.filter { keep[$0] }.map { line[$0] }
  }

  private static func farthest(_ line: [GridPoint], _ first: Int, _ last: Int)
    -> (index: Int, distance: Double)
  {
    var best = (index: first, distance: -1.0)
    guard last - first > 1 else { return best }
    for index in first + 1..<last {
      let distance = Topology.distance(line[index], line[first], line[last])
      if distance > best.distance { best = (index, distance) }
    }
    return best
  }

  /// The distance of a point from a stretch, in hundred-thousandths of a degree of latitude; a
  /// degree of longitude counts as at 35 degrees north.
  private static func distance(_ point: GridPoint, _ a: GridPoint, _ b: GridPoint) -> Double {
    let scale = 0.819
    let (px, py) = (Double(point.x - a.x) * scale, Double(point.y - a.y))
    let (dx, dy) = (Double(b.x - a.x) * scale, Double(b.y - a.y))
    let length = dx * dx + dy * dy
    let share = length == 0 ? 0 : max(0, min(1, (px * dx + py * dy) / length))
    let (x, y) = (px - share * dx, py - share * dy)
    return (x * x + y * y).squareRoot()
  }

  // MARK: Guarding

  /// The arcs with a stretch that meets another one elsewhere than at a common end.
  private func crossingArcs() -> Set<Int> {
    var cells: [Int64: [(arc: Int, index: Int)]] = [:]
    let size: Int32 = 3000
    for (number, arc) in arcs.enumerated() {
      for index in 1..<arc.count {
        let (a, b) = (arc[index - 1], arc[index])
        for x in min(a.x, b.x) / size...max(a.x, b.x) / size {
          for y in min(a.y, b.y) / size...max(a.y, b.y) / size {
            cells[Int64(x) << 32 | Int64(y), default: []].append((number, index))
          }
        }
      }
    }
    var bad: Set<Int> = []
    for stretches in cells.values {
      for i in stretches.indices {
        for j in stretches.indices where j > i {
          let (first, second) = (stretches[i], stretches[j])
          if first.arc == second.arc && abs(first.index - second.index) == 0 { continue }
          if meets(
            arcs[first.arc][first.index - 1], arcs[first.arc][first.index],
            arcs[second.arc][second.index - 1], arcs[second.arc][second.index])
          {
            bad.insert(first.arc)
            bad.insert(second.arc)
          }
        }
      }
    }
    // Lines that cross in full would never come right: their tolerance is spent.
    return bad.filter { tolerances[$0] > 0 }
  }

  private func meets(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint, _ d: GridPoint) -> Bool {
    func side(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint) -> Int {
      let cross =
        Int(q.x - p.x) * Int(r.y - p.y) - Int(q.y - p.y) * Int(r.x - p.x)
      return cross.signum()
    }
    func between(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint) -> Bool {
      min(p.x, q.x) <= r.x && r.x <= max(p.x, q.x) && min(p.y, q.y) <= r.y && r.y <= max(p.y, q.y)
    }
    let common = (a == c ? 1 : 0) + (a == d ? 1 : 0) + (b == c ? 1 : 0) + (b == d ? 1 : 0)
    if common >= 2 { return true }
    if common == 1 {
      // Two stretches with a common end overlap when they leave it in the same direction.
      let (end, p, q) =
        a == c ? (a, b, d) : a == d ? (a, b, c) : b == c ? (b, a, d) : (b, a, c)
      return side(end, p, q) == 0
        && Int(p.x - end.x) * Int(q.x - end.x) + Int(p.y - end.y) * Int(q.y - end.y) > 0
    }
    let (s1, s2, s3, s4) = (side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b))
    if s1 != s2 && s3 != s4 && s1 * s2 <= 0 && s3 * s4 <= 0 { return true }
    return (s1 == 0 && between(a, b, c)) || (s2 == 0 && between(a, b, d))
      || (s3 == 0 && between(c, d, a)) || (s4 == 0 && between(c, d, b))
  }

  /// The arcs near points that lie in another unit than theirs.
  private func arcsThatMisplace(_ points: [(GeoPoint, String)]) -> Set<Int> {
    var bad: Set<Int> = []
    var polygons: [String: (BoundingBox, [Polygon], [Use])] = [:]
    for unit in units {
      let shapes = self.polygons(of: unit)
      let all = shapes.flatMap { $0.rings[0] }
      let box = BoundingBox(
        west: all.map(\.longitude).min()!, south: all.map(\.latitude).min()!,
        east: all.map(\.longitude).max()!, north: all.map(\.latitude).max()!)
      polygons[unit.code] = (box, shapes, unit.polygons.flatMap { $0.flatMap { $0 } })
    }
    for (point, code) in points {
      guard let (_, shapes, uses) = polygons[code],
        !shapes.contains(where: { holds($0, point) })
      else { continue }
      let grid = GridPoint(point)
      var best = (arc: -1, distance: Double.infinity)
      for use in uses where tolerances[use.arc] > 0 {
        let arc = arcs[use.arc]
        for index in 1..<arc.count {
          let distance = Topology.distance(grid, arc[index - 1], arc[index])
          // A line that strays less than the point is away has not misplaced it.
          if distance < best.distance, distance <= tolerances[use.arc] + 2 {
            best = (use.arc, distance)
          }
        }
      }
      if best.arc >= 0 { bad.insert(best.arc) }
    }
    return bad
  }

  // MARK: Reading off

  /// The points of a ring of uses, closed.
  func points(of ring: [Use]) -> [GridPoint] {
    var points: [GridPoint] = []
    for use in ring {
      let arc = use.reversed ? arcs[use.arc].reversed() : arcs[use.arc]
      points += points.isEmpty ? arc[...] : arc.dropFirst()
    }
    return points
  }

  /// The indexes of points that simplified outlines put elsewhere: those on the very border.
  func misplaced(_ points: [(GeoPoint, String)]) -> [Int] {
    let shapes = Dictionary(uniqueKeysWithValues: units.map { ($0.code, polygons(of: $0)) })
    return points.indices.filter { index in
      shapes[points[index].1]?.contains { holds($0, points[index].0) } != true
    }
  }

  private func polygons(of unit: Unit) -> [Polygon] {
    unit.polygons.map { rings in
      Polygon(rings: rings.map { points(of: $0).map(\.geoPoint) })
    }
  }

  /// The polygons of the union of all units whose codes begin so, outer rings counter-clockwise.
  func union(_ prefix: String) -> [[[GridPoint]]] {
    // Each stretch, directed so that the unit lies to its left; those between two members go.
    var directed: Set<Use> = []
    for unit in units where unit.code.hasPrefix(prefix) {
      for polygon in unit.polygons {
        for (index, ring) in polygon.enumerated() {
          let counterClockwise = doubledArea(points(of: ring)) > 0
          let right = counterClockwise == (index == 0)
          for use in ring { directed.insert(right ? use : use.opposite) }
        }
      }
    }
    let border = directed.filter { !directed.contains($0.opposite) }
      .sorted { ($0.arc, $0.reversed ? 1 : 0) < ($1.arc, $1.reversed ? 1 : 0) }
    var starts: [GridPoint: [Use]] = [:]
    for use in border { starts[first(use), default: []].append(use) }
    var used: Set<Use> = []
    var outer: [[GridPoint]] = []
    var holes: [[GridPoint]] = []
    for start in border where !used.contains(start) {
      var ring = [start]
      used.insert(start)
      while last(ring[ring.count - 1]) != first(start) {
        let next = starts[last(ring[ring.count - 1])]!.first { !used.contains($0) }!
        used.insert(next)
        ring.append(next)
      }
      for loop in simpleLoops(points(of: ring)) {
        if doubledArea(loop) > 0 { outer.append(loop) } else { holes.append(loop) }
      }
    }
    var polygons = outer.sorted { doubledArea($0) > doubledArea($1) }.map { [$0] }
    for hole in holes.sorted(by: { doubledArea($0) < doubledArea($1) }) {
      // The smallest outer ring around it.
      let middle = GeoPoint(
        longitude: (Double(hole[0].x) + Double(hole[1].x)) / 2e5,
        latitude: (Double(hole[0].y) + Double(hole[1].y)) / 2e5)
      let owner = polygons.lastIndex {
        holds(Polygon(rings: [$0[0].map(\.geoPoint)]), middle)
      }
      if let owner { polygons[owner].append(hole) }
    }
    return polygons
  }

  private func first(_ use: Use) -> GridPoint {
    use.reversed ? arcs[use.arc].last! : arcs[use.arc][0]
  }

  private func last(_ use: Use) -> GridPoint {
    use.reversed ? arcs[use.arc][0] : arcs[use.arc].last!
  }

  /// Cuts a closed line into closed lines that pass no point twice.
  private func simpleLoops(_ ring: [GridPoint]) -> [[GridPoint]] {
    var loops: [[GridPoint]] = []
    var path: [GridPoint] = []
    var place: [GridPoint: Int] = [:]
    for point in ring {
      if let start = place[point] {
        let loop = Array(path[start...]) + [point]
        if loop.count > 3 { loops.append(loop) }
        for gone in path[(start + 1)...] { place[gone] = nil }
        path.removeSubrange((start + 1)...)
      } else {
        place[point] = path.count
        path.append(point)
      }
    }
    return loops
  }
}

/// Twice the area of a closed line, positive when it runs counter-clockwise.
func doubledArea(_ ring: [GridPoint]) -> Int {
  var sum = 0
  for index in 1..<ring.count {
    sum +=
      Int(ring[index - 1].x) * Int(ring[index].y) - Int(ring[index].x) * Int(ring[index - 1].y)
  }
  return sum
}
