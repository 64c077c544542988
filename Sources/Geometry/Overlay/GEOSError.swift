/// Says which call of GEOS failed, and why in GEOS's own words.
public struct GEOSError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The C function that failed.
  public var call: String
  /// What GEOS said.
  public var message: String

  /// Makes an error of the C function's name and what GEOS said.
  public init(call: String, message: String) {
    self.call = call
    self.message = message
  }

  public var description: String { "\(call): \(message)" }
}
