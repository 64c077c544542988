import ArabicText
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

extension Discourse {
  /// The words that a draft hangs on, in the order of the text, each stretch once.
  func readWords(of draft: Draft) -> [ReadWords] {
    var words: [ReadWords] = []
    words.reserveCapacity(24)
    func add(_ kind: ReadWords.Kind, _ range: TextRange) {
      // There are few, and most come in order.
      let key = (range.start, range.end)
      var place = words.count
      while place > 0, (words[place - 1].range.start, words[place - 1].range.end) > key {
        place -= 1
      }
      if place > 0, words[place - 1].range == range { return }
      words.insert(ReadWords(kind: kind, range: range), at: place)
    }
    for event in draft.events {
      for t in event.triggers {
        add(.act, reading.range(of: reading.parts.triggers[t].tokens))
      }
      for d in event.dates { add(.date, reading.range(of: reading.dates[d].tokens)) }
      for o in event.outcomes {
        add(.loss, reading.range(of: reading.parts.outcomes[o].tokens))
      }
      for a in event.signs.actors { add(.actor, reading.actors[a].range) }
    }
    for c in draft.tally.entries.isEmpty ? 0..<0 : reading.counts.indices
    where draft.tally.entries.contains(where: { reading.counts[c].tokens.contains($0.position) }) {
      add(.loss, reading.range(of: reading.counts[c].tokens))
    }
    for place in draft.anchors { add(.place, reading.places[place].range) }
    for context in draft.contexts { add(.place, reading.places[context.place].range) }
    return words
  }
}
