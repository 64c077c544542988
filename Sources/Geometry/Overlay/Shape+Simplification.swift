import CGEOS

extension Shape {
  /// Leaves out vertices as long as no edge moves by more than the tolerance; rings stay rings.
  ///
  /// Works in metres of the shape's middle latitude, so the tolerance is right to some percents
  /// over a country. Douglas and Peucker's method, kept from crossing itself by GEOS.
  public func simplified(tolerance: Distance) throws -> Shape {
    try tolerance.requireLength(of: "tolerance", orZero: true)
    let context = Context()
    let frame = Frame.metres(around: boundingBox)
    let geometry = try context.handle(of: self, by: frame)
    let simple = try unsafe context.require("GEOSTopologyPreserveSimplify_r") {
      unsafe GEOSTopologyPreserveSimplify_r($0, geometry.raw, tolerance.metres)
    }
    return try context.parts(of: simple, by: frame).shape(
      ofDimension: dimension, from: "GEOSTopologyPreserveSimplify_r")
  }
}
