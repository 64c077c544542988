extension Shape {
  /// Says whether outer rings run counter-clockwise and holes clockwise, as RFC 7946 asks.
  public var isRightHanded: Bool {
    polygons.allSatisfy { polygon in
      polygon.rings.enumerated().allSatisfy { position, ring in
        position == 0 ? ring.doubledSignedArea >= 0 : ring.doubledSignedArea <= 0
      }
    }
  }

  /// Turns outer rings counter-clockwise and holes clockwise.
  public func rightHanded() -> Shape {
    switch self {
    case .point, .line: self
    case .polygon(let polygon): .polygon(polygon.rightHanded())
    case .multiPolygon(let polygons): .multiPolygon(polygons.map { $0.rightHanded() })
    }
  }

  /// Rounds every coordinate to so many decimals, and drops what that makes superfluous:
  /// repeated points, rings of fewer than three corners, polygons without an outer ring.
  ///
  /// Six decimals are a tenth of a metre. A very thin part may come to cross itself; ask for the
  /// fault, and repair if there is one.
  public func rounded(decimals: Int) -> Shape {
    var scale = 1.0
    for _ in 0..<max(0, decimals) { scale *= 10 }
    let places = scale
    func round(_ point: GeoPoint) -> GeoPoint {
      // Adding zero turns -0 into 0.
      GeoPoint(
        longitude: (point.longitude * places).nearest / places + 0,
        latitude: (point.latitude * places).nearest / places + 0)
    }
    switch self {
    case .point(let point): return .point(round(point))
    case .line(let points):
      let kept = points.withoutRepeats(round)
      return .line(kept.count == 1 && points.count > 1 ? [kept[0], kept[0]] : kept)
    case .polygon, .multiPolygon:
      let kept = polygons.compactMap { polygon -> Polygon? in
        let rings = polygon.rings.map { $0.withoutRepeats(round) }
        guard let outer = rings.first, outer.isArea else { return nil }
        return Polygon(rings: [outer] + rings.dropFirst().filter(\.isArea))
      }
      if case .polygon = self { return Shape(polygons: kept) }
      return .multiPolygon(kept)
    }
  }
}

extension Polygon {
  /// Turns the outer ring counter-clockwise and the holes clockwise.
  public func rightHanded() -> Polygon {
    Polygon(
      rings: rings.enumerated().map { position, ring in
        let area = ring.doubledSignedArea
        return (position == 0 ? area < 0 : area > 0) ? ring.reversed() : ring
      })
  }
}

extension [GeoPoint] {
  /// The points as a body gives them, but for those that repeat the one before.
  @inline(__always)
  fileprivate func withoutRepeats(_ body: (GeoPoint) -> GeoPoint) -> [GeoPoint] {
    var kept: [GeoPoint] = []
    kept.reserveCapacity(count)
    for point in self {
      let point = body(point)
      if let last = kept.last, last == point { continue }
      kept.append(point)
    }
    return kept
  }

  /// Says whether the points close a ring around something.
  fileprivate var isArea: Bool { count >= 4 && doubledSignedArea != 0 }
}

extension Double {
  /// The nearest whole number, halves away from zero.
  @inline(__always)
  fileprivate var nearest: Double {
    // Larger ones are whole, or no numbers.
    guard magnitude < 0x1p52 else { return self }
    let whole = Double(Int64(self))
    let rest = self - whole
    return rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole
  }
}
