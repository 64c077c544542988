import CGEOS

/// Combining shapes, in the plane of degrees.
///
/// The result is of the lower dimension of the two operands: where two areas only touch, their
/// intersection is empty. GEOS 3.11's OverlayNG does the work; it throws on a shape that is not
/// valid, so repair first what comes from outside.
extension Shape {
  /// Joins this shape and another of the same dimension into one.
  public func union(_ other: Shape) throws -> Shape { try Shape.union(of: [self, other]) }

  /// Joins many shapes of one dimension into one.
  public static func union(of shapes: [Shape]) throws -> Shape {
    if let apart = plainUnion(of: shapes) { return apart }
    let context = Context()
    let all = try context.handle(of: shapes, by: .degrees)
    let joined = try unsafe context.require("GEOSUnaryUnion_r") {
      unsafe GEOSUnaryUnion_r($0, all.raw)
    }
    return try context.parts(of: joined, by: .degrees).shape(
      ofDimension: shapes.map(\.dimension).max() ?? 2, from: "GEOSUnaryUnion_r")
  }

  /// Keeps what both shapes cover.
  public func intersection(_ other: Shape) throws -> Shape {
    try unsafe combined(with: other, by: "GEOSIntersection_r", min(dimension, other.dimension)) {
      unsafe GEOSIntersection_r($0, $1, $2)
    }
  }

  /// Keeps what this shape covers and the other does not.
  public func subtracting(_ other: Shape) throws -> Shape {
    try unsafe combined(with: other, by: "GEOSDifference_r", dimension) {
      unsafe GEOSDifference_r($0, $1, $2)
    }
  }

  private func combined(
    with other: Shape, by call: String, _ dimension: Int,
    _ operation: (GEOSContextHandle_t, OpaquePointer, OpaquePointer) -> OpaquePointer?
  ) throws -> Shape {
    let context = Context()
    let a = try context.handle(of: self, by: .degrees)
    let b = try context.handle(of: other, by: .degrees)
    let result = try unsafe context.require(call) { unsafe operation($0, a.raw, b.raw) }
    return try context.parts(of: result, by: .degrees).shape(ofDimension: dimension, from: call)
  }

  /// Says whether the shapes have a point in common.
  public func intersects(_ other: Shape) throws -> Bool {
    if let box = boundingBox, let otherBox = other.boundingBox, !box.intersects(otherBox) {
      return false
    }
    let context = Context()
    let a = try context.handle(of: self, by: .degrees)
    let b = try context.handle(of: other, by: .degrees)
    return try unsafe context.test("GEOSIntersects_r") {
      unsafe GEOSIntersects_r($0, a.raw, b.raw)
    }
  }

  /// Says whether every point of the other shape is inside this one or on its border.
  public func covers(_ other: Shape) throws -> Bool {
    let context = Context()
    let a = try context.handle(of: self, by: .degrees)
    let b = try context.handle(of: other, by: .degrees)
    return try unsafe context.test("GEOSCovers_r") { unsafe GEOSCovers_r($0, a.raw, b.raw) }
  }
}
