/// Edges of a ring that follow each other and go on to the same quarter of the compass, so that none
/// of them touches another but its neighbours, and the ends of some tell the box around them.
struct Chain {
  /// The positions of the first corner and of the last.
  var first: Int
  var last: Int
  /// Those of the ring.
  var ring: ClosedRange<Int>

  /// Appends the chains of a ring whose first corner has a position; false where it stands still, or
  /// is not finite.
  static func append(chainsOf ring: [GeoPoint], from start: Int, to chains: inout [Chain]) -> Bool {
    var (quarter, begun) = (-1, 0)
    func end(_ corner: Int) {
      chains.append(
        Chain(
          first: start + begun, last: start + corner, ring: start...(start + ring.count - 1)))
    }
    for i in 0..<(ring.count - 1) {
      let (dx, dy) = (
        ring[i + 1].longitude - ring[i].longitude, ring[i + 1].latitude - ring[i].latitude
      )
      guard dx.isFinite, dy.isFinite, dx != 0 || dy != 0 else { return false }
      let next = (dx >= 0 ? 1 : 0) + (dy >= 0 ? 2 : 0)
      if next != quarter {
        if quarter >= 0 { end(i) }
        (quarter, begun) = (next, i)
      }
    }
    if quarter >= 0 { end(ring.count - 1) }
    return true
  }

  /// Whether no edge touches one of another chain, but neighbours at their common end.
  func isApart(from other: Chain, in corners: [GeoPoint]) -> Bool {
    let (a, b) = (corners[first], corners[last])
    let (c, d) = (corners[other.first], corners[other.last])
    if max(a.longitude, b.longitude) < min(c.longitude, d.longitude)
      || max(c.longitude, d.longitude) < min(a.longitude, b.longitude)
      || max(a.latitude, b.latitude) < min(c.latitude, d.latitude)
      || max(c.latitude, d.latitude) < min(a.latitude, b.latitude)
    {
      return true
    }
    if last - first == 1, other.last - other.first == 1 {
      if last == other.first, ring == other.ring { return b.parts(a, d) }
      if first == ring.lowerBound, other.last == ring.upperBound { return a.parts(b, c) }
      return Edge(a, b).meeting(with: Edge(c, d)) == .apart
    }
    if last - first >= other.last - other.first {
      let (head, tail) = halves
      return head.isApart(from: other, in: corners) && tail.isApart(from: other, in: corners)
    }
    let (head, tail) = other.halves
    return isApart(from: head, in: corners) && isApart(from: tail, in: corners)
  }

  /// Visits the edges whose boxes touch that of another edge, by the positions of their first corners.
  func forEachEdge(near other: Edge, in corners: [GeoPoint], _ visit: (Int) -> Void) {
    guard other.isNear(corners[first], corners[last]) else { return }
    if last - first == 1 { return visit(first) }
    let (head, tail) = halves
    head.forEachEdge(near: other, in: corners, visit)
    tail.forEachEdge(near: other, in: corners, visit)
  }

  private var halves: (Chain, Chain) {
    var (head, tail) = (self, self)
    head.last = (first + last) / 2
    tail.first = head.last
    return (head, tail)
  }
}

/// The borders of a small area, ready to be compared with many edges: those near one are found by
/// halving.
struct Strands {
  let corners: [GeoPoint]
  private let chains: [Chain]

  /// Takes the rings of an area; nil where one of them stands still, or is not finite.
  init?(of shape: Shape) {
    var corners: [GeoPoint] = []
    var chains: [Chain] = []
    for polygon in shape.polygons {
      for ring in polygon.rings where ring.count > 1 {
        guard Chain.append(chainsOf: ring, from: corners.count, to: &chains) else { return nil }
        corners += ring
      }
    }
    self.corners = corners
    self.chains = chains
  }

  /// Visits the edges that come near another, by the positions of their first corners.
  func forEachEdge(near edge: Edge, _ visit: (Int) -> Void) {
    for chain in chains { chain.forEachEdge(near: edge, in: corners, visit) }
  }
}

extension GeoPoint {
  /// Whether the ways to two other points surely have nothing but their start in common.
  fileprivate func parts(_ a: GeoPoint, _ b: GeoPoint) -> Bool {
    if Edge(self, a).surely(side: b.longitude, b.latitude) != nil { return true }
    let (ax, ay) = (a.longitude - longitude, a.latitude - latitude)
    let (bx, by) = (b.longitude - longitude, b.latitude - latitude)
    // On one line: they part where they go opposite ways.
    return ax * bx + ay * by < 0
  }
}
