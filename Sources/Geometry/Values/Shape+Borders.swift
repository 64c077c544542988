/// How the borders of two areas lie to each other, as far as plain arithmetic tells for sure.
public enum Borders: Sendable {
  /// They have no point in common.
  case apart
  /// Somewhere an edge of one goes right through an edge of the other.
  case crossing
  /// They touch, or come too near to each other for arithmetic that rounds.
  case unclear
}

extension Shape {
  /// Tells how the borders of this area and of another lie to each other, looking only at the edges
  /// near the other: for a small area by a large one far sooner than an overlay does.
  ///
  /// - Complexity: O(*n*) in this shape's edges, and for each near the other O(*m*) in the other's.
  public func borders(with other: Shape) -> Borders {
    guard let box = other.boundingBox else { return .apart }
    let others = other.edges.map { (edge: $0, box: BoundingBox(around: $0)) }
    var isUnclear = false
    for edge in edges where edge.intersects(box) {
      let own = BoundingBox(around: edge)
      for other in others where other.box.intersects(own) {
        switch edge.meeting(with: other.edge) {
        case .apart: continue
        case .crossing: return .crossing
        case .unclear: isUnclear = true
        }
      }
    }
    return isUnclear ? .unclear : .apart
  }

  private var edges: [Edge] {
    polygons.flatMap { polygon in
      polygon.rings.flatMap { ring in zip(ring, ring.dropFirst()).map { Edge($0, $1) } }
    }
  }

  /// Whether one of the rings lies inside another area, if the borders of the two are apart.
  public func hasRing(inside other: Shape) -> Bool {
    polygons.contains { polygon in
      polygon.rings.contains { ring in ring.first.map { other.contains($0) } ?? false }
    }
  }
}

extension Edge {
  fileprivate func meeting(with other: Edge) -> Borders {
    let (a, b) = (surely(side: other.x1, other.y1), surely(side: other.x2, other.y2))
    if let a, let b, a == b { return .apart }
    let (c, d) = (other.surely(side: x1, y1), other.surely(side: x2, y2))
    if let c, let d, c == d { return .apart }
    return a != nil && b != nil && c != nil && d != nil ? .crossing : .unclear
  }

  /// Whether a place lies to the left of the line through the edge; nil where rounding might decide.
  private func surely(side x: Double, _ y: Double) -> Bool? {
    let left = (x2 - x1) * (y - y1)
    let right = (x - x1) * (y2 - y1)
    // Shewchuk's bound for the sign of the difference.
    let doubt = 3.4e-16 * (abs(left) + abs(right))
    return left - right > doubt ? true : right - left > doubt ? false : nil
  }
}

extension BoundingBox {
  fileprivate init(around edge: Edge) {
    self.init(
      west: min(edge.x1, edge.x2), south: edge.y1, east: max(edge.x1, edge.x2), north: edge.y2)
  }
}
