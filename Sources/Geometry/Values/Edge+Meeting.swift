/// How the borders of two areas lie to each other, as far as plain arithmetic tells for sure.
public enum Borders: Sendable {
  /// They have no point in common.
  case apart
  /// Somewhere an edge of one goes right through an edge of the other.
  case crossing
  /// They touch, or come too near to each other for arithmetic that rounds.
  case unclear
}

extension Edge {
  /// Shewchuk's bound for the sign of a difference of two products.
  static var rounding: Double { 3.4e-16 }

  /// How this edge and another lie to each other.
  ///
  /// - Parameter doubt: The share of the numbers compared that may decide nothing.
  @inline(__always)
  func meeting(with other: Edge, doubt: Double = Edge.rounding) -> Borders {
    let (a, b) = (
      surely(side: other.x1, other.y1, doubt: doubt), surely(side: other.x2, other.y2, doubt: doubt)
    )
    if let a, let b, a == b { return .apart }
    let (c, d) = (
      other.surely(side: x1, y1, doubt: doubt), other.surely(side: x2, y2, doubt: doubt)
    )
    if let c, let d, c == d { return .apart }
    return a != nil && b != nil && c != nil && d != nil ? .crossing : .unclear
  }

  /// Whether a place lies to the left of the line through the edge; nil where rounding might decide.
  @inline(__always)
  func surely(side x: Double, _ y: Double, doubt share: Double = Edge.rounding) -> Bool? {
    let left = (x2 - x1) * (y - y1)
    let right = (x - x1) * (y2 - y1)
    let doubt = share * (abs(left) + abs(right))
    return left - right > doubt ? true : right - left > doubt ? false : nil
  }

  /// Says whether the boxes around two edges have a point in common.
  @inline(__always)
  func isNear(_ other: Edge) -> Bool {
    y1 <= other.y2 && other.y1 <= y2 && min(x1, x2) <= max(other.x1, other.x2)
      && min(other.x1, other.x2) <= max(x1, x2)
  }

  /// Says whether the box around the edge and that around two corners have a point in common.
  @inline(__always)
  func isNear(_ a: GeoPoint, _ b: GeoPoint) -> Bool {
    y1 <= max(a.latitude, b.latitude) && min(a.latitude, b.latitude) <= y2
      && min(x1, x2) <= max(a.longitude, b.longitude)
      && min(a.longitude, b.longitude) <= max(x1, x2)
  }
}
