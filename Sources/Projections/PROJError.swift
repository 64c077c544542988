/// Says which call of PROJ failed on what, and why in PROJ's own words.
public struct PROJError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The C function that failed.
  public var call: String
  /// What PROJ said.
  public var message: String

  /// Makes an error of the C function's name and what PROJ said.
  public init(call: String, message: String) {
    self.call = call
    self.message = message
  }

  public var description: String { "\(call): \(message)" }
}
