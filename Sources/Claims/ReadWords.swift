import Mentions
import Reports

/// Words of a report that a claim was read from, and what of the claim they tell.
public struct ReadWords: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// What was done.
    case act
    case place, date, actor
    /// How many people were harmed, and how.
    case loss
  }
  public var kind: Kind
  public var range: TextRange

  public init(kind: Kind, range: TextRange) {
    self.kind = kind
    self.range = range
  }
}

extension ReportReading {
  /// The words of an event that a claim hangs on, but for its places.
  func words(of event: Event) -> [ReadWords] {
    func words(_ kind: ReadWords.Kind, _ tokens: [Range<Int>]) -> [ReadWords] {
      tokens.filter { !$0.isEmpty }.map { ReadWords(kind: kind, range: range(of: $0)) }
    }
    let inside = event.tokens
    return words(.act, event.triggers.map(\.tokens))
      + words(.date, event.dates.map { dates[$0].tokens })
      + words(.loss, event.outcomes.map(\.tokens))
      + words(
        .loss,
        counts.filter { inside.contains($0.tokens.lowerBound) && !$0.isOfThings }.map(\.tokens))
      + actors.filter { inside.contains($0.tokens.lowerBound) }
      .map { ReadWords(kind: .actor, range: rangeWithoutClitics(of: $0.tokens, $0.clitics)) }
  }
}

extension Draft {
  /// The words that the draft hangs on, in the order of the text, each stretch once.
  var readWords: [ReadWords] {
    let places = anchors.map(\.range) + contexts.map(\.place.range)
    let all = words + places.map { ReadWords(kind: .place, range: $0) }
    var seen: Set<TextRange> = []
    return all.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
      .filter { seen.insert($0.range).inserted }
  }
}
