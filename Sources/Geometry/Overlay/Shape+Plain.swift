extension Shape {
  /// Whether plain arithmetic tells that the area is valid: its rings close, have no holes, and no edge
  /// touches another but its neighbours at their common ends.
  ///
  /// False says nothing: what touches itself, has holes or very many corners is left for GEOS.
  var isPlainlyValid: Bool {
    let polygons = polygons
    guard !polygons.isEmpty, polygons.count <= 16 else { return false }
    var chains: [Chain] = []
    var corners: [GeoPoint] = []
    for polygon in polygons {
      guard polygon.rings.count == 1, let ring = polygon.rings.first, ring.count >= 4,
        corners.count + ring.count <= 600, ring[0] == ring[ring.count - 1],
        Chain.append(chainsOf: ring, from: corners.count, to: &chains)
      else { return false }
      corners += ring
    }
    // Few chains have few pairs; outlines of land have many, and are asked about once.
    guard chains.count <= 64 else { return false }
    for i in chains.indices {
      for j in (i + 1)..<chains.count where !chains[i].isApart(from: chains[j], in: corners) {
        return false
      }
    }
    // Rings that do not touch lie side by side, or one in the other.
    for i in polygons.indices {
      for j in polygons.indices where i != j {
        if polygons[i].contains(polygons[j].rings[0][0]) { return false }
      }
    }
    return true
  }
}

extension Shape {
  /// A few areas side by side, where plain arithmetic tells that they are valid and lie apart; nil says
  /// nothing.
  ///
  /// In the order in which GEOS gives them: from south to north, by the middles of their boxes; it joins
  /// the last two of three first.
  static func plainUnion(of shapes: [Shape]) -> Shape? {
    guard shapes.count == 2 || shapes.count == 3 else { return nil }
    var parts: [(polygon: Polygon, box: BoundingBox)] = []
    for shape in shapes {
      guard case .polygon(let polygon) = shape, let box = shape.boundingBox,
        parts.allSatisfy({ !$0.box.intersects(box) && $0.box.doubledMiddle != box.doubledMiddle }),
        shape.isPlainlyValid
      else { return nil }
      parts.append((polygon.rightHanded(), box))
    }
    parts.sort { $0.box.doubledMiddle < $1.box.doubledMiddle }
    return .multiPolygon(
      parts.enumerated().map { number, part in
        let times = parts.count == 3 && number > 0 ? 2 : 1
        return Polygon(rings: part.polygon.rings.map { $0.begun(before: times) })
      })
  }
}

extension [GeoPoint] {
  /// The same closed ring, begun some corners earlier: with each overlay GEOS begins a ring a corner
  /// earlier than it stood.
  func begun(before corners: Int) -> [GeoPoint] {
    let all = count - 1
    guard all > corners else { return self }
    var ring: [GeoPoint] = []
    ring.reserveCapacity(count)
    ring.append(contentsOf: self[(all - corners)..<all])
    ring.append(contentsOf: self[0...(all - corners)])
    return ring
  }
}

extension BoundingBox {
  /// Twice the latitude of the middle.
  fileprivate var doubledMiddle: Double { south + north }
}

/// Edges of a ring that follow each other and go on to the same quarter of the compass, so that none
/// of them touches another but its neighbours, and the ends of some tell the box around them.
private struct Chain {
  /// The positions of the first corner and of the last.
  var first: Int
  var last: Int
  /// Those of the ring.
  var ring: ClosedRange<Int>

  /// Appends the chains of a ring whose first corner has a position; false where it stands still, or
  /// is not finite.
  static func append(chainsOf ring: [GeoPoint], from start: Int, to chains: inout [Chain]) -> Bool {
    var quarter = -1
    for i in 0..<(ring.count - 1) {
      let (dx, dy) = (
        ring[i + 1].longitude - ring[i].longitude, ring[i + 1].latitude - ring[i].latitude
      )
      guard dx.isFinite, dy.isFinite, dx != 0 || dy != 0 else { return false }
      let next = (dx >= 0 ? 1 : 0) + (dy >= 0 ? 2 : 0)
      if next == quarter {
        chains[chains.count - 1].last = start + i + 1
      } else {
        quarter = next
        chains.append(
          Chain(
            first: start + i, last: start + i + 1, ring: start...(start + ring.count - 1)))
      }
    }
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

  private var halves: (Chain, Chain) {
    var (head, tail) = (self, self)
    head.last = (first + last) / 2
    tail.first = head.last
    return (head, tail)
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
