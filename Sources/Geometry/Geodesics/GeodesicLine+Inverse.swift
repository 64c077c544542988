extension GeodesicLine {
  /// The shortest way between two points: its length, and the directions that it sets out and
  /// arrives in.
  ///
  /// The direction is searched for by Newton's method, kept between bounds, until the line comes
  /// out at the other point's longitude where it meets its latitude (section 4).
  static func shortest(
    from a: GeoPoint, to b: GeoPoint
  ) -> (metres: Double, departure: Angle, arrival: Angle) {
    let east = (b.longitude - a.longitude).withinHalfTurn
    guard east.isFinite, a.latitude.isFinite, b.latitude.isFinite else {
      let nowhere = Angle(sine: .nan, cosine: .nan)
      return (.nan, nowhere, nowhere)
    }
    // From the point farther from the equator, which is taken to be the southern one, eastwards.
    let isTurned = abs(a.latitude) < abs(b.latitude)
    let (start, end) = isTurned ? (b.latitude, a.latitude) : (a.latitude, b.latitude)
    let isMirrored = start >= 0
    let way = Way(
      from: Angle(reducing: isMirrored ? -start : start),
      to: Angle(reducing: isMirrored ? -end : end), degreesEast: abs(east))
    let found = way.shortest()
    func direction(_ angle: Angle) -> Angle {
      Angle(
        exactly: east < 0 ? -angle.sine : angle.sine,
        isTurned == isMirrored ? angle.cosine : -angle.cosine)
    }
    return (
      found.metres, direction(isTurned ? found.arrival : found.departure),
      direction(isTurned ? found.departure : found.arrival)
    )
  }
}

/// A way to be found: from a southern latitude to one no farther from the equator, eastwards.
private struct Way {
  let start: Angle
  let end: Angle
  let longitude: Angle
  let radiansEast: Double
  let isOverPole: Bool

  init(from start: Angle, to end: Angle, degreesEast: Double) {
    self.start = start
    self.end = end
    longitude = Angle(degrees: degreesEast)
    radiansEast = degreesEast * (.pi / 180)
    isOverPole = degreesEast == 180
  }

  typealias Found = (metres: Double, departure: Angle, arrival: Angle)

  func shortest() -> Found {
    if radiansEast == 0 || isOverPole {
      let along = reached(towards: Angle(sine: 0, cosine: isOverPole ? -1 : 1))
      if !isOverPole || along.reducedLength >= 0 { return found(along) }
    } else if start.sine == 0, radiansEast <= (1 - Ellipsoid.flattening) * .pi {
      let east = Angle(sine: 1, cosine: 0)
      return (Ellipsoid.equatorialRadius * radiansEast, east, east)
    }
    return searched()
  }

  /// Where a line from the start meets the end's latitude.
  private struct Reached {
    var line: GeodesicLine
    /// The arc from the equator.
    var arc: Angle
    /// The arc from the start, in radians.
    var way: Double
    /// The cosine of the direction there times the cosine of the reduced latitude.
    var across: Double
    /// Over the polar radius.
    var reducedLength: Double
  }

  private func reached(towards direction: Angle) -> Reached {
    let line = GeodesicLine(from: start, towards: direction)
    let before = direction.cosine * start.cosine
    // (5), so that nothing is lost where the latitudes are alike.
    let gained =
      start.cosine < -start.sine
      ? (end.cosine - start.cosine) * (end.cosine + start.cosine)
      : (start.sine - end.sine) * (start.sine + end.sine)
    let across = max(0, before * before + gained).squareRoot()
    let arc =
      end.sine == 0 && across == 0
      ? Angle.zero : Angle(sine: end.sine, cosine: across)
    let turn = arc.turned(back: line.arc)
    let way = Angle(exactly: max(0, turn.sine), turn.cosine).radians
    // (38), (39), but for the periodic part of the integral: it only guides the search.
    let stretch = { (latitude: Angle) in
      (1 + Ellipsoid.squaredSecondEccentricity * latitude.sine * latitude.sine).squareRoot()
    }
    let reducedLength =
      stretch(end) * line.arc.cosine * arc.sine - stretch(start) * line.arc.sine * arc.cosine
      - line.arc.cosine * arc.cosine * line.series.reducedLengthFactor * way
    return Reached(
      line: line, arc: arc, way: way, across: across, reducedLength: reducedLength)
  }

  private func found(_ reached: Reached) -> Found {
    (
      reached.line.metres(to: reached.arc, way: reached.way), reached.line.direction,
      Angle(sine: reached.line.equator.sine, cosine: reached.across)
    )
  }

  private func searched() -> Found {
    // On the sphere, by the mean stretch for short ways (48).
    let latitudes = end.turned(back: start)
    var turn = longitude
    var stretch = 1.0
    let isShort = latitudes.cosine >= 0 && latitudes.sine < 0.5 && end.cosine * radiansEast < 0.5
    if isShort {
      let (sine, cosine) = (start.sine + end.sine, start.cosine + end.cosine)
      let middle = sine * sine / (sine * sine + cosine * cosine)
      stretch = (1 + Ellipsoid.squaredSecondEccentricity * middle).squareRoot()
      turn = Angle(radians: radiansEast / ((1 - Ellipsoid.flattening) * stretch))
    }
    let bend = turn.sine * turn.sine / (1 + abs(turn.cosine))
    let sine = end.cosine * turn.sine
    // (49), without loss.
    let cosine =
      turn.cosine >= 0
      ? latitudes.sine + end.cosine * start.sine * bend
      : end.turned(by: start).sine - end.cosine * start.sine * bend
    let chord = (sine * sine + cosine * cosine).squareRoot()
    if isShort, chord < 3e-8 {
      // A few decimetres: the sphere is good enough.
      let departure = chord == 0 ? .zero : Angle(sine: sine, cosine: cosine)
      let arrival = Angle(
        sine: start.cosine * turn.sine, cosine: latitudes.sine - start.cosine * end.sine * bend)
      return (chord * Ellipsoid.polarRadius * stretch, departure, arrival)
    }
    var direction =
      sine > 0 ? Angle(sine: sine, cosine: cosine) : Angle(sine: 1, cosine: 0)
    var (low, high) = (0.0, Double.pi)
    var isLast = false
    for step in 0..<100 {
      let reached = reached(towards: direction)
      let over = reached.line.longitude(to: reached.arc, way: reached.way, less: longitude)
      if isLast || abs(over) <= 4e-16 || step == 99 { return found(reached) }
      let angle = direction.radians
      if over > 0 { high = min(high, angle) } else { low = max(low, angle) }
      // (46)
      let slope =
        reached.across == 0
        ? -2 * (1 - Ellipsoid.squaredEccentricity * start.cosine * start.cosine).squareRoot()
          / start.sine
        : reached.reducedLength * (1 - Ellipsoid.flattening) / reached.across
      let change = -over / slope
      isLast = abs(over) < 1e-13 && abs(change) < 1e-11
      if slope > 0, step < 20, angle + change > low, angle + change < high {
        direction = direction.turned(by: Angle(radians: change)).normalised
      } else {
        if high - low < 1e-15 { return found(reached) }
        direction = Angle(radians: (low + high) / 2)
        isLast = false
      }
    }
    fatalError("the loop returns")
  }
}
