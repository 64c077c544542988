import ArabicText

/// The mentions of a report in the order of the text, numbered from 1.
struct Marks {
  enum Kind: Hashable {
    case place, date, trigger, outcome, actor, count, means, weapons, status, unrelated

    /// What the explanation calls it.
    var name: String {
      switch self {
      case .weapons: "arms"
      case .status: "sign"
      default: "\(self)"
      }
    }
  }

  /// A mention, by its index in the reading's list of its kind, or by its token where there is none.
  struct Mark {
    var kind: Kind
    var index: Int
    var tokens: Range<Int>
  }

  private(set) var list: [Mark] = []
  private var numbers: [Key: Int] = [:]

  private struct Key: Hashable {
    var kind: Kind
    var index: Int
  }

  init(of reading: ReportReading) {
    var found: [Mark] = []
    func add(_ kind: Kind, _ index: Int, _ tokens: Range<Int>) {
      found.append(Mark(kind: kind, index: index, tokens: tokens))
    }
    for p in reading.places.indices { add(.place, p, reading.places[p].tokens) }
    for d in reading.dates.indices { add(.date, d, reading.dates[d].tokens) }
    for t in reading.parts.triggers.indices { add(.trigger, t, reading.parts.triggers[t].tokens) }
    for o in reading.parts.outcomes.indices { add(.outcome, o, reading.parts.outcomes[o].tokens) }
    for a in reading.actors.indices { add(.actor, a, reading.actors[a].tokens) }
    for c in reading.counts.indices where !reading.counts[c].isOfThings {
      add(.count, c, reading.counts[c].tokens)
    }
    for (category, kind) in [
      (Category.means, Kind.means), (.weapons, .weapons), (.status, .status),
      (.unrelated, .unrelated),
    ] {
      for s in reading.sentences.indices {
        reading.matches.forEach(category, in: reading.sentences[s].tokens) { match in
          // A word that only opens a clause gives no status.
          guard kind != .status || match.lexeme?.value != StatusSign.clause.rawValue else { return }
          add(kind, Int(match.start), Int(match.start)..<Int(match.end))
        }
      }
    }
    found.sort {
      ($0.tokens.lowerBound, -$0.tokens.upperBound, $0.kind.name)
        < ($1.tokens.lowerBound, -$1.tokens.upperBound, $1.kind.name)
    }
    for mark in found {
      let key = Key(kind: mark.kind, index: mark.index)
      guard numbers[key] == nil else { continue }
      list.append(mark)
      numbers[key] = list.count
    }
  }

  /// The number of a mention.
  func number(of kind: Kind, _ index: Int) -> Int? { numbers[Key(kind: kind, index: index)] }

  /// The text of some tokens on one line, each mention in brackets with its number.
  func marked(_ tokens: Range<Int>, in reading: ReportReading) -> String {
    let whole = reading.range(of: tokens)
    /// Where a bracket goes: closing ones come before opening ones, the innermost first.
    var brackets: [(offset: Int, order: Int, text: String)] = []
    for (i, mark) in list.enumerated() where tokens.contains(mark.tokens.lowerBound) {
      let range = reading.range(of: mark.tokens)
      brackets.append((range.start, list.count + i, "[\(i + 1) "))
      brackets.append((min(range.end, whole.end), list.count - i - 1, "]"))
    }
    brackets.sort { ($0.offset, $0.order) < ($1.offset, $1.order) }
    var text = ""
    var start = whole.start
    for bracket in brackets {
      text += reading.text(in: TextRange(start, bracket.offset)) + bracket.text
      start = bracket.offset
    }
    return (text + reading.text(in: TextRange(start, whole.end))).onOneLine
  }
}
