/// How a shape is laid on the plane that GEOS computes in, and taken back.
enum Frame {
  /// The plane of degrees as it is.
  case degrees
  /// The plane of degrees stretched to metres by two fixed factors: straight stays straight, and
  /// what comes back is what went in, but for rounding.
  case stretched(origin: GeoPoint, east: Double, north: Double)
  /// The azimuthal equidistant plane: true metres around its centre.
  case local(LocalPlane)
  /// The same, over a box, for many points.
  case table(PlaneTable)

  /// Makes the stretched frame around the middle of a box.
  static func metres(around box: BoundingBox?) -> Frame {
    guard let centre = box?.centre, centre.isOnGlobe else { return .degrees }
    let perDegree = MetresPerDegree(atLatitude: centre.latitude)
    return .stretched(
      origin: centre, east: max(perDegree.longitude, 1e-3), north: perDegree.latitude)
  }

  func plane(_ point: GeoPoint) -> (x: Double, y: Double) {
    switch self {
    case .degrees: return (point.longitude, point.latitude)
    case .stretched(let origin, let east, let north):
      return (
        (point.longitude - origin.longitude) * east, (point.latitude - origin.latitude) * north
      )
    case .local(let plane):
      let projected = plane.project(point)
      return (projected.east, projected.north)
    case .table(let table):
      let projected = table.project(point)
      return (projected.east, projected.north)
    }
  }

  func globe(_ x: Double, _ y: Double) -> GeoPoint {
    switch self {
    case .degrees: GeoPoint(longitude: x, latitude: y)
    case .stretched(let origin, let east, let north):
      GeoPoint(longitude: origin.longitude + x / east, latitude: origin.latitude + y / north)
    case .local(let plane): plane.unproject(PlanePoint(east: x, north: y))
    case .table(let table): table.plane.unproject(PlanePoint(east: x, north: y))
    }
  }
}
