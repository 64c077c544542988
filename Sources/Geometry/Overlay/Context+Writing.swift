import CGEOS

extension Context {
  /// Copies a shape into GEOS, laid on a plane by the frame.
  func handle(of shape: Shape, by frame: Frame) throws(GEOSError) -> Handle {
    switch shape {
    case .point(let point):
      let sequence = try unsafe sequence(of: [point], frame)
      return try unsafe require("GEOSGeom_createPoint_r") {
        unsafe GEOSGeom_createPoint_r($0, sequence)
      }
    case .line(let points):
      let sequence = try unsafe sequence(of: points, frame)
      return try unsafe require("GEOSGeom_createLineString_r") {
        unsafe GEOSGeom_createLineString_r($0, sequence)
      }
    case .polygon(let polygon):
      return try handle(of: polygon, by: frame)
    case .multiPolygon(let polygons):
      return try collection(GEOS_MULTIPOLYGON, count: polygons.count) {
        position throws(GEOSError) in
        try handle(of: polygons[position], by: frame)
      }
    }
  }

  /// Copies several shapes into one collection.
  func handle(of shapes: [Shape], by frame: Frame) throws(GEOSError) -> Handle {
    try collection(GEOS_GEOMETRYCOLLECTION, count: shapes.count) { position throws(GEOSError) in
      try handle(of: shapes[position], by: frame)
    }
  }

  /// Copies points into one multipoint.
  func handle(ofPoints points: [GeoPoint], by frame: Frame) throws(GEOSError) -> Handle {
    try collection(GEOS_MULTIPOINT, count: points.count) { position throws(GEOSError) in
      try handle(of: .point(points[position]), by: frame)
    }
  }

  private func handle(of polygon: Polygon, by frame: Frame) throws(GEOSError) -> Handle {
    guard let outer = polygon.rings.first else {
      return try unsafe require("GEOSGeom_createEmptyPolygon_r") {
        unsafe GEOSGeom_createEmptyPolygon_r($0)
      }
    }
    let shell = try ring(outer, frame)
    let holes = try Members(count: polygon.rings.count - 1, in: self) {
      position throws(GEOSError) in
      try ring(polygon.rings[position + 1], frame)
    }
    let taken = unsafe shell.take()
    var given = unsafe holes.take()
    return try unsafe require("GEOSGeom_createPolygon_r") {
      unsafe GEOSGeom_createPolygon_r($0, taken, &given, UInt32(given.count))
    }
  }

  private func ring(_ points: [GeoPoint], _ frame: Frame) throws(GEOSError) -> Handle {
    let sequence = try unsafe sequence(of: points, frame)
    return try unsafe require("GEOSGeom_createLinearRing_r") {
      unsafe GEOSGeom_createLinearRing_r($0, sequence)
    }
  }

  private func collection(
    _ kind: GEOSGeomTypes, count: Int, _ member: (Int) throws(GEOSError) -> Handle
  ) throws(GEOSError) -> Handle {
    let members = try Members(count: count, in: self, member)
    var given = unsafe members.take()
    return try unsafe require("GEOSGeom_createCollection_r") {
      unsafe GEOSGeom_createCollection_r(
        $0, Int32(kind.rawValue), &given, UInt32(given.count))
    }
  }

  /// Makes a coordinate sequence; whoever takes it owns it.
  private func sequence(
    of points: [GeoPoint], _ frame: Frame
  ) throws(GEOSError) -> OpaquePointer {
    var numbers: [Double] = []
    numbers.reserveCapacity(2 * points.count)
    for point in points {
      let (x, y) = frame.plane(point)
      if !(x.isFinite && y.isFinite) {
        throw GEOSError(
          call: "GEOSCoordSeq_copyFromBuffer_r", message: "the position \(point) is not finite")
      }
      numbers.append(x)
      numbers.append(y)
    }
    let sequence = unsafe GEOSCoordSeq_copyFromBuffer_r(raw, numbers, UInt32(points.count), 0, 0)
    guard let sequence = unsafe sequence else { throw error("GEOSCoordSeq_copyFromBuffer_r") }
    return unsafe sequence
  }
}

/// Geometries on their way into a collection or a polygon.
@safe private struct Members: ~Copyable {
  private let context: Context
  private var owned: [OpaquePointer?]

  init(
    count: Int, in context: Context, _ member: (Int) throws(GEOSError) -> Handle
  ) throws(GEOSError) {
    self.context = context
    unsafe owned = []
    unsafe owned.reserveCapacity(count)
    // What was made before a member that fails is destroyed with this value.
    for position in 0..<count {
      let made = try member(position)
      unsafe owned.append(made.take())
    }
  }

  deinit {
    for position in unsafe owned.indices {
      unsafe GEOSGeom_destroy_r(context.raw, owned[position])
    }
  }

  /// Gives the members away: the call that they go to owns them from now on.
  consuming func take() -> [OpaquePointer?] {
    let given = unsafe owned
    unsafe owned = []
    return unsafe given
  }
}
