extension BorderIndex {
  /// What the area and a small one both cover, where their borders cross each other so cleanly that
  /// plain arithmetic tells it; nil says nothing, and an overlay has to tell.
  ///
  /// The answer is that of an overlay, corner by corner: each ring begins a corner before the small
  /// area's border first leaves the large area.
  public func intersection(with area: Shape) -> Shape? {
    guard !plainRings.isEmpty, case .polygon(let polygon) = area, polygon.rings.count == 1,
      area.isPlainlyValid, area.isRightHanded, let box = area.boundingBox,
      var crossings = crossings(of: polygon.rings[0], in: box), !crossings.isEmpty,
      crossings.link()
    else { return nil }
    var polygons: [Polygon] = []
    for first in crossings.indices where !crossings[first].isEntry && !crossings[first].isPassed {
      var ring: [GeoPoint] = []
      var last = first
      repeat {
        crossings[last].isPassed = true
        let entry = crossings[last].nextOnBorder
        guard crossings[entry].isEntry else { return nil }
        ring.append(crossings[last].point)
        let border = plainRings[crossings[last].ring]
        ring.append(border, from: crossings[last].onBorder, to: crossings[entry].onBorder)
        ring.append(crossings[entry].point)
        let exit = entry + 1 < crossings.count ? entry + 1 : 0
        ring.append(polygon.rings[0], from: crossings[entry].onArea, to: crossings[exit].onArea)
        last = exit
      } while last != first && !crossings[last].isPassed
      guard last == first else { return nil }
      ring.append(crossings[first].point)
      polygons.append(Polygon(rings: [ring.begun(before: 1)]))
    }
    // Islands that the small area holds.
    for (number, ring) in plainRings.enumerated()
    where box.contains(ring[0]) && !crossings.contains(where: { $0.ring == number })
      && polygon.contains(ring[0])
    {
      polygons.append(Polygon(rings: [ring.begun(before: 1)]))
    }
    return Shape(polygons: polygons)
  }

  /// Where a ring crosses the border, in no order; nil where it touches it, or comes too near to it for
  /// arithmetic that rounds.
  private func crossings(of ring: [GeoPoint], in box: BoundingBox) -> [Crossing]? {
    guard let strands = Strands(of: .polygon(Polygon(rings: [ring]))) else { return nil }
    var crossings: [Crossing] = []
    var isClear = true
    var (number, first) = (0, 0)
    for edge in edges(near: box) {
      while edge - first >= plainRings[number].count - 1 {
        first += plainRings[number].count - 1
        number += 1
      }
      let position = edge - first
      let (start, end) = (plainRings[number][position], plainRings[number][position + 1])
      let other = Edge(start, end)
      strands.forEachEdge(near: other) { i in
        switch Edge(ring[i], ring[i + 1]).meeting(with: other, doubt: 1e-10) {
        case .apart: break
        case .unclear: isClear = false
        case .crossing:
          let crossing = Crossing(
            of: ring[i], ring[i + 1], at: i, with: start, end, at: position, in: number)
          if let crossing { crossings.append(crossing) } else { isClear = false }
        }
      }
      guard isClear else { return nil }
    }
    return crossings
  }
}

/// Where the border of a small area crosses that of a large one.
private struct Crossing {
  /// A place on a ring: the position of the corner before it, and how far it is from there.
  struct Position {
    var corner: Int
    var way: Double

    func isBefore(_ other: Position) -> Bool {
      corner != other.corner ? corner < other.corner : way < other.way
    }
  }

  var point: GeoPoint
  var onArea: Position
  /// The ring of the large area that is crossed, and where.
  var ring: Int
  var onBorder: Position
  /// Whether the small area's border comes into the large area here.
  var isEntry: Bool
  /// The next crossing on the ring of the large area.
  var nextOnBorder = 0
  var isPassed = false

  /// How near to a corner, in degrees, a crossing is left for an overlay.
  private static let nearness = 1e-9

  /// Makes the crossing of two edges that surely cross; nil where it lies at one of their ends.
  init?(
    of a: GeoPoint, _ b: GeoPoint, at corner: Int, with c: GeoPoint, _ d: GeoPoint,
    at borderCorner: Int, in ring: Int
  ) {
    let (east, north) = (b.longitude - a.longitude, b.latitude - a.latitude)
    let (otherEast, otherNorth) = (d.longitude - c.longitude, d.latitude - c.latitude)
    point = GeoPoint(crossingOf: a, b, with: c, d)
    for end in [a, b, c, d] where !end.isFarther(than: Self.nearness, from: point) { return nil }
    let way = max(abs(point.longitude - a.longitude), abs(point.latitude - a.latitude))
    let borderWay = max(abs(point.longitude - c.longitude), abs(point.latitude - c.latitude))
    guard way < max(abs(east), abs(north)), borderWay < max(abs(otherEast), abs(otherNorth)) else {
      return nil
    }
    onArea = Position(corner: corner, way: way)
    onBorder = Position(corner: borderCorner, way: borderWay)
    isEntry = otherEast * north - otherNorth * east > 0
    self.ring = ring
  }
}

extension [Crossing] {
  /// Puts the crossings in their order on the small area's ring, and tells each its next on the large
  /// area's; false where they do not come and go in turn.
  fileprivate mutating func link() -> Bool {
    sort { $0.onArea.isBefore($1.onArea) }
    for i in indices {
      let next = i + 1 < count ? i + 1 : 0
      guard self[i].isEntry != self[next].isEntry, i == next || isApart(i, next) else {
        return false
      }
    }
    let onBorder = indices.sorted {
      let (a, b) = (self[$0], self[$1])
      return a.ring != b.ring ? a.ring < b.ring : a.onBorder.isBefore(b.onBorder)
    }
    var first = 0
    while first < count {
      var end = first + 1
      while end < count, self[onBorder[end]].ring == self[onBorder[first]].ring { end += 1 }
      for i in first..<end {
        let (own, next) = (onBorder[i], onBorder[i + 1 < end ? i + 1 : first])
        guard self[own].isEntry != self[next].isEntry, isApart(own, next) else { return false }
        self[own].nextOnBorder = next
      }
      first = end
    }
    return true
  }

  private func isApart(_ a: Int, _ b: Int) -> Bool {
    self[a].point.isFarther(than: 1e-9, from: self[b].point)
  }
}

extension [GeoPoint] {
  /// Appends the corners of a ring between two places on it, on the way that the ring goes.
  fileprivate mutating func append(
    _ ring: [GeoPoint], from start: Crossing.Position, to end: Crossing.Position
  ) {
    if start.corner < end.corner || start.corner == end.corner && start.way < end.way {
      append(contentsOf: ring[(start.corner + 1)..<(end.corner + 1)])
    } else {
      append(contentsOf: ring[(start.corner + 1)..<(ring.count - 1)])
      append(contentsOf: ring[0..<(end.corner + 1)])
    }
  }
}

extension GeoPoint {
  /// Where two straight ways cross, in the numbers that GEOS finds: as seen from the middle of what
  /// their boxes share.
  fileprivate init(crossingOf a: GeoPoint, _ b: GeoPoint, with c: GeoPoint, _ d: GeoPoint) {
    let west = max(min(a.longitude, b.longitude), min(c.longitude, d.longitude))
    let east = min(max(a.longitude, b.longitude), max(c.longitude, d.longitude))
    let south = max(min(a.latitude, b.latitude), min(c.latitude, d.latitude))
    let north = min(max(a.latitude, b.latitude), max(c.latitude, d.latitude))
    let (middleX, middleY) = ((west + east) / 2, (south + north) / 2)
    let (ax, ay) = (a.longitude - middleX, a.latitude - middleY)
    let (bx, by) = (b.longitude - middleX, b.latitude - middleY)
    let (cx, cy) = (c.longitude - middleX, c.latitude - middleY)
    let (dx, dy) = (d.longitude - middleX, d.latitude - middleY)
    let (px, py, pw) = (ay - by, bx - ax, ax * by - bx * ay)
    let (qx, qy, qw) = (cy - dy, dx - cx, cx * dy - dx * cy)
    let (x, y, w) = (py * qw - qy * pw, qx * pw - px * qw, px * qy - qx * py)
    self.init(longitude: x / w + middleX, latitude: y / w + middleY)
  }

  /// Whether the point lies farther from another than so many degrees, east or north.
  fileprivate func isFarther(than degrees: Double, from other: GeoPoint) -> Bool {
    abs(longitude - other.longitude) > degrees || abs(latitude - other.latitude) > degrees
  }
}
