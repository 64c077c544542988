/// A geometry as RFC 7946 knows it, in WGS 84 degrees, longitude first.
///
/// Edges are straight in the plane of degrees, and nothing crosses the 180th meridian. A
/// multipolygon without polygons is the empty shape.
public enum Shape: Hashable, Sendable {
  case point(GeoPoint)
  case line([GeoPoint])
  case polygon(Polygon)
  case multiPolygon([Polygon])
}

extension Shape {
  /// The shape that holds no point.
  public static let empty = Shape.multiPolygon([])

  /// Makes one polygon, several, or the empty shape, whichever fits.
  public init(polygons: [Polygon]) {
    self = polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(polygons)
  }

  /// Makes the rectangle of a box.
  public init(_ box: BoundingBox) {
    let southWest = GeoPoint(longitude: box.west, latitude: box.south)
    self = .polygon(
      Polygon(rings: [
        [
          southWest, GeoPoint(longitude: box.east, latitude: box.south),
          GeoPoint(longitude: box.east, latitude: box.north),
          GeoPoint(longitude: box.west, latitude: box.north), southWest,
        ]
      ]))
  }

  /// The polygons, none for a point or a line.
  public var polygons: [Polygon] {
    switch self {
    case .point, .line: []
    case .polygon(let polygon): [polygon]
    case .multiPolygon(let polygons): polygons
    }
  }

  /// The runs of vertices: a point alone, a line, or each ring.
  var paths: [[GeoPoint]] {
    switch self {
    case .point(let point): [[point]]
    case .line(let points): [points]
    case .polygon(let polygon): polygon.rings
    case .multiPolygon(let polygons): polygons.flatMap(\.rings)
    }
  }

  /// Says whether there is no vertex at all.
  public var isEmpty: Bool {
    switch self {
    case .point: false
    case .line(let points): points.isEmpty
    case .polygon(let polygon): polygon.rings.allSatisfy(\.isEmpty)
    case .multiPolygon(let polygons): polygons.allSatisfy { $0.rings.allSatisfy(\.isEmpty) }
    }
  }

  /// 0 for a point, 1 for a line, 2 for areas.
  var dimension: Int {
    switch self {
    case .point: 0
    case .line: 1
    case .polygon, .multiPolygon: 2
    }
  }

  /// The smallest box around the shape, none if it is empty.
  public var boundingBox: BoundingBox? {
    switch self {
    case .point(let point): BoundingBox(around: CollectionOfOne(point))
    case .line(let points): BoundingBox(around: points)
    case .polygon, .multiPolygon:
      polygons.compactMap { $0.rings.first.flatMap { BoundingBox(around: $0) } }
        .reduce(nil) { (whole: BoundingBox?, box) in whole?.union(box) ?? box }
    }
  }

  /// Says whether a point lies inside or on the border; for a point or a line, on it.
  public func contains(_ point: GeoPoint) -> Bool {
    switch self {
    case .point(let own): own == point
    case .line(let points):
      points.count == 1
        ? points[0] == point
        : zip(points, points.dropFirst()).contains { Edge($0, $1).touches(point) }
    case .polygon, .multiPolygon: polygons.contains { $0.contains(point) }
    }
  }
}
