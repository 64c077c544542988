import Mentions
import Reports

/// Reads claims from reports.
public struct ClaimReader: Sendable {
  public let words: WordReader

  public init(words: WordReader) { self.words = words }

  /// The claims of a report, in the order of the text.
  public func claims(in report: Report) -> [Claim] {
    []
  }

  /// The place phrase that a few words make: what `geocode` is asked for.
  ///
  /// Nil when the words hold no name, known or unknown.
  public func placePhrase(_ text: String) -> PlacePhrase? {
    nil
  }
}
