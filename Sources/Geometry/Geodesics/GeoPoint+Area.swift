extension [GeoPoint] {
  /// The area inside a closed ring of geodesics on the ellipsoid, whichever way it runs.
  var squareMetres: Double {
    guard count >= 4 else { return 0 }
    var area = 0.0
    var crossings = 0
    for (a, b) in zip(self, dropFirst()) {
      area += a.squareMetres(belowWayTo: b)
      // Going over the meridian opposite to Greenwich, or the one of Greenwich.
      let east = (b.longitude - a.longitude).withinHalfTurn
      let (from, to) = (a.longitude.withinHalfTurn, b.longitude.withinHalfTurn)
      if from < 0, to >= 0, east > 0 { crossings += 1 }
      if from >= 0, to < 0, east < 0 { crossings -= 1 }
    }
    area = area.remainder(dividingBy: Ellipsoid.squareMetres)
    // A ring around a pole holds the rest of the hemisphere.
    if crossings % 2 != 0 { area += (area < 0 ? 1 : -1) * Ellipsoid.squareMetres / 2 }
    return abs(area)
  }
}

extension GeoPoint {
  /// The area between the way to another point and the equator, positive for ways eastwards in the
  /// north.
  ///
  /// From C. F. F. Karney, "Algorithms for geodesics" (2013), (58) to (60): that of the sphere of the
  /// same area, exactly, and what the ellipsoid adds, by Gauss's quadrature.
  fileprivate func squareMetres(belowWayTo other: GeoPoint) -> Double {
    let (metres, departure, arrival) = GeodesicLine.shortest(from: self, to: other)
    guard metres > 0, departure.sine != 0 else { return 0 }
    let line = GeodesicLine(from: Angle(reducing: latitude), towards: departure)
    let end = line.end(after: metres)
    let turn = arrival.turned(back: departure).radians
    let pieces = (end.way / 0.5).rounded(.up)
    var sum = 0.0
    for piece in 0..<Int(pieces) {
      let middle = (Double(piece) + 0.5) / pieces * end.way
      let half = end.way / pieces / 2
      for (node, weight) in Self.quadrature {
        for at in [middle - half * node, middle + half * node] {
          let arc = line.arc.turned(by: Angle(radians: at))
          sum += weight * half * Self.excess(line.equator.cosine * arc.sine) * arc.sine / 2
        }
      }
    }
    return Ellipsoid.squareMetres / (4 * .pi) * turn
      - Ellipsoid.squaredEccentricity * Ellipsoid.equatorialRadius * Ellipsoid.equatorialRadius
      * line.equator.cosine * line.equator.sine * sum
  }

  /// Half of the nodes of Gauss's quadrature with ten, and their weights.
  private static let quadrature = [
    (0.148_874_338_981_631_21, 0.295_524_224_714_752_87),
    (0.433_395_394_129_247_19, 0.269_266_719_309_996_36),
    (0.679_409_568_299_024_41, 0.219_086_362_515_982_04),
    (0.865_063_366_688_984_51, 0.149_451_349_150_580_59),
    (0.973_906_528_517_171_72, 0.066_671_344_308_688_14),
  ]

  /// (60) at a latitude of the line, given by its sine.
  private static func excess(_ sine: Double) -> Double {
    let whole = Ellipsoid.squaredSecondEccentricity
    let part = whole * sine * sine
    let rest = whole - part
    return rest > 1e-12 ? (authalic(whole) - authalic(part)) / rest : 4.0 / 3
  }

  /// x + √(1 + 1/x) arsinh √x.
  private static func authalic(_ x: Double) -> Double {
    x < 1e-12 ? 1 + x * 4 / 3 : x + ((1 + x) / x).squareRoot() * areaSine(x.squareRoot())
  }
}
