/// A place where bytes stop being JSON: where, what was expected, and what stands there.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The byte that could not be read, counted from the first byte given to the reader.
  public var offset: Int
  /// What was expected there.
  public var problem: String
  /// The bytes that stand there, shortened for a message.
  public var excerpt: String

  public init(offset: Int, problem: String, excerpt: String) {
    self.offset = offset
    self.problem = problem
    self.excerpt = excerpt
  }

  /// Quotes the bytes around an offset.
  init(_ problem: String, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    self.init(
      offset: offset, problem: problem, excerpt: UTF8Text.excerpt(of: bytes, at: offset))
  }

  /// One line: the byte, the problem, the quotation.
  public var description: String {
    excerpt.isEmpty
      ? "byte \(offset): \(problem), but the text ends here"
      : "byte \(offset): \(problem), not `\(excerpt)`"
  }
}
