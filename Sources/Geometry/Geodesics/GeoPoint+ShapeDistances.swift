/// From a point to a shape: how near it comes, and how far it goes.
///
/// Together the two answer whether a place whose exact position is not known, only its area, is
/// surely, possibly or not within a radius.
extension GeoPoint {
  /// Measures the way to the nearest point of a shape: 0 inside or on it, infinite if it is empty.
  ///
  /// Good to a millimetre for edges that are straight in degrees.
  public func distance(to shape: Shape) -> Distance {
    if case .point(let point) = shape { return distance(to: point) }
    if shape.contains(self) { return .zero }
    let here = SpacePoint(self)
    // Every edge, in short pieces, with the bounds that a straight line in space gives.
    var pieces: [(least: Double, from: GeoPoint, to: GeoPoint)] = []
    var best = Double.infinity
    for path in shape.densified(step: 0.05).paths {
      if path.count == 1 { best = min(best, distance(to: path[0]).metres) }
      guard var from = path.first.map({ ($0, SpacePoint($0)) }) else { continue }
      for point in path.dropFirst() {
        let to = (point, SpacePoint(point))
        let between = here.bounds(ofDistanceTo: (from.1, to.1), latitude: point.latitude)
        best = min(best, between.greatest)
        if between.least <= best { pieces.append((between.least, from.0, to.0)) }
        from = to
      }
    }
    for piece in pieces.sorted(by: { $0.least < $1.least }) {
      if piece.least > best { break }
      best = min(best, distance(toEdgeFrom: piece.from, to: piece.to).metres)
    }
    return .metres(best)
  }

  /// Measures the way to the farthest point of a shape: 0 if it is empty.
  public func farthestDistance(to shape: Shape) -> Distance {
    let here = SpacePoint(self)
    var candidates: [(chord: Double, point: GeoPoint)] = []
    var longest = 0.0
    for point in shape.densified(step: 0.25).paths.joined() {
      let chord = here.squaredChord(to: SpacePoint(point))
      longest = max(longest, chord)
      // A longer chord means a longer way, but for 1 %, the ellipsoid's changing curvature.
      if chord >= longest * 0.98 { candidates.append((chord, point)) }
    }
    return candidates.lazy.filter { $0.chord >= longest * 0.98 }
      .map { distance(to: $0.point) }.max() ?? .zero
  }

  /// Measures the way to the nearest point of a short edge by dividing it at the golden section.
  func distance(toEdge edge: Edge) -> Distance {
    distance(toEdgeFrom: edge.ends.0, to: edge.ends.1)
  }

  /// Measures the way to the nearest point of a short edge by dividing it at the golden section.
  private func distance(toEdgeFrom a: GeoPoint, to b: GeoPoint) -> Distance {
    func metres(at part: Double) -> Double {
      self.distance(
        to: GeoPoint(
          longitude: a.longitude + part * (b.longitude - a.longitude),
          latitude: a.latitude + part * (b.latitude - a.latitude))
      ).metres
    }
    let section = 0.618_033_988_749_894_9
    var (low, high) = (0.0, 1.0)
    var (left, right) = (1 - section, section)
    var (atLeft, atRight) = (metres(at: left), metres(at: right))
    for _ in 0..<30 {
      if atLeft < atRight {
        (high, right, atRight) = (right, left, atLeft)
        left = high - section * (high - low)
        atLeft = metres(at: left)
      } else {
        (low, left, atLeft) = (left, right, atRight)
        right = low + section * (high - low)
        atRight = metres(at: right)
      }
    }
    return .metres(min(metres(at: 0), metres(at: 1), atLeft, atRight))
  }
}

extension Edge {
  var ends: (GeoPoint, GeoPoint) {
    (GeoPoint(longitude: x1, latitude: y1), GeoPoint(longitude: x2, latitude: y2))
  }
}

extension SpacePoint {
  /// Bounds the distance on the ground to an edge, in metres.
  func bounds(ofDistanceTo edge: Edge) -> (least: Double, greatest: Double) {
    let (a, b) = edge.ends
    return bounds(
      ofDistanceTo: (SpacePoint(a), SpacePoint(b)),
      latitude: abs(a.latitude) > abs(b.latitude) ? a.latitude : b.latitude)
  }

  /// Bounds the distance on the ground to an edge by that to the straight line between its ends.
  fileprivate func bounds(
    ofDistanceTo edge: (SpacePoint, SpacePoint), latitude: Double
  ) -> (least: Double, greatest: Double) {
    let (a, b) = edge
    let (ux, uy, uz) = (b.x - a.x, b.y - a.y, b.z - a.z)
    let (wx, wy, wz) = (x - a.x, y - a.y, z - a.z)
    let squaredLength = ux * ux + uy * uy + uz * uz
    let along =
      squaredLength > 0
      ? min(1, max(0, (ux * wx + uy * wy + uz * wz) / squaredLength)) : 0
    let foot = SpacePoint(x: a.x + along * ux, y: a.y + along * uy, z: a.z + along * uz)
    let distance = squaredChord(to: foot).squareRoot()
    // The edge leaves its chord downwards by the sagitta, and sideways, as a parallel bends.
    let (sine, cosine) = sineAndCosine(degrees: latitude)
    let bend = 1 + abs(sine) / max(cosine, 1e-3)
    let slack = 1e-3 + squaredLength / (8 * Ellipsoid.leastCurvatureRadius) * 1.1 * bend
    return (
      arc(
        overChord: max(0, distance - slack), radius: Ellipsoid.greatestCurvatureRadius),
      arc(overChord: distance + slack, radius: Ellipsoid.leastCurvatureRadius)
    )
  }
}
