/// The border of one large area, ready to be compared with the borders of many small ones: for each
/// far sooner than an overlay does.
///
/// A grid lies over the area's edges, so that only those near the other area are looked at.
public struct BorderIndex: Sendable {
  /// The area itself.
  public let shape: Shape
  /// Its outer rings where they run right-handed and have no holes, and it is valid; else none.
  let plainRings: [[GeoPoint]]
  private let grid: EdgeGrid
  /// Ring by ring.
  private let edges: [Edge]
  /// Where each cell's edges begin; one more at the end.
  private let starts: [Int32]
  /// Positions in the list of edges, cell by cell.
  private let cellEdges: [Int32]

  /// Sorts the edges of an area into a grid.
  public init(_ shape: Shape) {
    self.shape = shape
    edges = shape.polygons.flatMap { polygon in
      polygon.rings.flatMap { ring in zip(ring, ring.dropFirst()).map { Edge($0, $1) } }
    }
    grid = EdgeGrid(around: edges)
    (starts, cellEdges) = grid.sorted(edges)
    let isPlain =
      shape.isRightHanded && shape.isValid
      && shape.polygons.allSatisfy { polygon in
        polygon.rings.count == 1
          && zip(polygon.rings[0], polygon.rings[0].dropFirst()).allSatisfy { $0 != $1 }
      }
    plainRings = isPlain ? shape.polygons.map { $0.rings[0] } : []
  }

  /// The numbers of the edges that come near a box, ascending.
  func edges(near box: BoundingBox) -> [Int] {
    var numbers: [Int] = []
    grid.forEachCell(in: box) { cell in
      for position in Int(starts[cell])..<Int(starts[cell + 1]) {
        let number = Int(cellEdges[position])
        if edges[number].intersects(box) { numbers.append(number) }
      }
    }
    // An edge stands in every cell that it passes.
    numbers.sort()
    var kept = 0
    for number in numbers where kept == 0 || numbers[kept - 1] != number {
      numbers[kept] = number
      kept += 1
    }
    numbers.removeLast(numbers.count - kept)
    return numbers
  }

  /// Tells how the border of the area and that of another lie to each other.
  ///
  /// - Complexity: O(*m*) in the other's edges for each edge near the other.
  public func borders(with other: Shape) -> Borders {
    guard let box = other.boundingBox else { return .apart }
    var answer = Borders.apart
    var last = -1
    var strands: Strands??
    grid.forEachCell(in: box) { cell in
      for position in Int(starts[cell])..<Int(starts[cell + 1]) {
        if answer == .crossing { return }
        // An edge mostly runs on in the next cell.
        let number = Int(cellEdges[position])
        guard number != last, edges[number].intersects(box) else { continue }
        last = number
        // Most areas come near no edge: their own are sorted when one does.
        let known = strands ?? Strands(of: other)
        strands = .some(known)
        let meeting =
          known.map { edges[number].meeting(with: $0) }
          ?? edges[number].meeting(withBorderOf: other)
        switch meeting {
        case .apart: continue
        case .crossing: answer = .crossing
        case .unclear: answer = .unclear
        }
      }
    }
    return answer
  }

  /// Whether one of the area's rings lies inside another area, if the borders of the two are apart.
  public func hasRing(inside other: Shape) -> Bool {
    guard let box = other.boundingBox else { return false }
    return shape.polygons.contains { polygon in
      polygon.rings.contains { ring in
        ring.first.map { box.contains($0) && other.contains($0) } ?? false
      }
    }
  }
}

extension Edge {
  /// How the edge and the border of an area lie to each other, whose own edges are sorted.
  fileprivate func meeting(with strands: Strands) -> Borders {
    var answer = Borders.apart
    strands.forEachEdge(near: self) { i in
      if answer == .crossing { return }
      switch meeting(with: Edge(strands.corners[i], strands.corners[i + 1])) {
      case .apart: break
      case .crossing: answer = .crossing
      case .unclear: answer = .unclear
      }
    }
    return answer
  }

  /// How the edge and the border of an area lie to each other.
  fileprivate func meeting(withBorderOf shape: Shape) -> Borders {
    var answer = Borders.apart
    for polygon in shape.polygons {
      for ring in polygon.rings {
        for i in ring.indices.dropFirst() {
          guard isNear(ring[i - 1], ring[i]) else { continue }
          switch meeting(with: Edge(ring[i - 1], ring[i])) {
          case .apart: continue
          case .crossing: return .crossing
          case .unclear: answer = .unclear
          }
        }
      }
    }
    return answer
  }
}
