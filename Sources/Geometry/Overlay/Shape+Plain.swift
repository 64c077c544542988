extension Shape {
  /// Whether plain arithmetic tells that the area is valid: its rings close, have no holes, and no edge
  /// touches another but its neighbours at their common ends.
  ///
  /// False says nothing: what touches itself, has holes or very many corners is left for GEOS.
  var isPlainlyValid: Bool {
    let polygons = polygons
    guard !polygons.isEmpty, polygons.count <= 16 else { return false }
    if polygons.count == 1, polygons[0].isStar { return true }
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

extension Polygon {
  /// Whether plain arithmetic tells that the border goes once around the middle, always onwards, so that
  /// no edge touches another but its neighbours: discs, corridors and most fans do.
  fileprivate var isStar: Bool {
    guard rings.count == 1, rings[0].count >= 4, rings[0][0] == rings[0][rings[0].count - 1],
      let middle = BoundingBox(around: rings[0])?.centre
    else { return false }
    let ring = rings[0]
    // Far more than rounding makes of positions on the globe.
    let least = 1e-10
    var (x, y) = (ring[0].longitude - middle.longitude, ring[0].latitude - middle.latitude)
    let isRightHanded =
      x * (ring[1].latitude - middle.latitude) - y * (ring[1].longitude - middle.longitude) > 0
    var turns = 0
    for i in ring.indices.dropFirst() {
      let (nextX, nextY) = (
        ring[i].longitude - middle.longitude, ring[i].latitude - middle.latitude
      )
      let onwards = x * nextY - y * nextX
      guard (isRightHanded ? onwards : -onwards) > least else { return false }
      // Each turn comes once from the south of the middle to its north, and once back.
      if (y < 0) != (nextY < 0) { turns += 1 }
      (x, y) = (nextX, nextY)
    }
    return turns == 2
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
