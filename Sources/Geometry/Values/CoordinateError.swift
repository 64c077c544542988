/// Says that a number given for a position or a length cannot be one.
public struct CoordinateError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was given, as text.
  public var given: String
  /// What would be right.
  public var expected: String

  /// Makes an error of what was given and what would be right.
  public init(given: String, expected: String) {
    self.given = given
    self.expected = expected
  }

  public var description: String { "\(given) cannot be used: give \(expected)" }
}

extension GeoPoint {
  /// Throws if the position is not on the globe.
  func requireOnGlobe() throws(CoordinateError) {
    if !isOnGlobe {
      throw CoordinateError(
        given: "the position \(self)",
        expected: "a longitude in -180...180 and a latitude in -90...90, in this order")
    }
  }
}

extension Distance {
  /// Throws if the length is not finite, or below zero, or zero where that is no use.
  func requireLength(of name: String, orZero: Bool = false) throws(CoordinateError) {
    if !(metres.isFinite && (orZero ? metres >= 0 : metres > 0)) {
      throw CoordinateError(
        given: "the \(name) of \(metres) m",
        expected: orZero ? "a finite length, not negative" : "a finite length above zero")
    }
  }
}
