import Geometry

/// Where the globe lies on a picture: degrees to pixels, north up.
///
/// Equirectangular with the middle parallel true to scale, which for a country of this size differs
/// from a conic projection by less than a stroke's width per label.
struct Canvas: Sendable {
  var box: BoundingBox
  var width: Double
  var height: Double
  private var pixelsPerLatitude: Double
  private var pixelsPerLongitude: Double

  /// Makes a canvas of a width whose height follows from the box.
  init(of box: BoundingBox, width: Double) {
    self.box = box
    self.width = width
    // A tangent plane at the middle parallel tells how much narrower a degree of longitude is.
    let middle = box.centre
    let east = GeoPoint(longitude: middle.longitude + 0.5, latitude: middle.latitude)
    let west = GeoPoint(longitude: middle.longitude - 0.5, latitude: middle.latitude)
    let north = GeoPoint(longitude: middle.longitude, latitude: middle.latitude + 0.5)
    let south = GeoPoint(longitude: middle.longitude, latitude: middle.latitude - 0.5)
    let ratio = west.distance(to: east) / south.distance(to: north)
    pixelsPerLongitude = width / (box.east - box.west)
    pixelsPerLatitude = pixelsPerLongitude / ratio
    height = ((box.north - box.south) * pixelsPerLatitude).rounded()
  }

  /// Where a point lies on the picture.
  subscript(point: GeoPoint) -> Spot {
    Spot(
      x: (point.longitude - box.west) * pixelsPerLongitude,
      y: (box.north - point.latitude) * pixelsPerLatitude)
  }

  /// Which point lies at a spot.
  func point(at spot: Spot) -> GeoPoint {
    GeoPoint(
      longitude: box.west + spot.x / pixelsPerLongitude,
      latitude: box.north - spot.y / pixelsPerLatitude)
  }

  /// How many pixels a length is, at the middle of the picture.
  func pixels(_ distance: Distance) -> Double {
    let middle = box.centre
    let east = GeoPoint(longitude: middle.longitude + 1, latitude: middle.latitude)
    return distance / middle.distance(to: east) * pixelsPerLongitude
  }
}

/// A position on a picture, in pixels from its upper left corner.
struct Spot: Hashable, Sendable {
  var x: Double
  var y: Double

  func distance(to other: Spot) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }

  /// The spot moved to a side and down.
  func moved(_ right: Double, _ down: Double) -> Spot { Spot(x: x + right, y: y + down) }
}

/// An upright rectangle on a picture.
struct Frame: Hashable, Sendable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  /// Makes a rectangle around a spot.
  init(around spot: Spot, width: Double, height: Double) {
    left = spot.x - width / 2
    right = spot.x + width / 2
    top = spot.y - height / 2
    bottom = spot.y + height / 2
  }

  func overlaps(_ other: Frame) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func isInside(_ other: Frame) -> Bool {
    left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom
  }

  /// The corners and the middles of the sides.
  var rim: [Spot] {
    let middle = ((left + right) / 2, (top + bottom) / 2)
    return [left, middle.0, right].flatMap { x in
      [top, middle.1, bottom].map { y in Spot(x: x, y: y) }
    }
  }
}
