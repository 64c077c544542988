import ArabicText
import Lexicon
import Mentions

/// A stretch of a sentence that says one thing, and what was found in it.
struct Clause {
  var tokens: Range<Int>
  var triggers: [TriggerHit] = []
  var outcomes: [OutcomeHit] = []
  /// Indexes into `ReportReading.groups`.
  var groups: [Int] = []
  /// Indexes into `ReportReading.dates`.
  var dates: [Int] = []
}

/// A word that tells an operation, where it stands.
struct TriggerHit {
  var trigger: Trigger
  var form: Form
  var tokens: Range<Int>
  var clitics: Clitics
  /// "العملية", "الغارة": a noun with ال that may refer back.
  var isDefinite: Bool
}

/// A word for what became of people, where it stands.
struct OutcomeHit {
  var outcome: Outcome
  var form: Form
  var tokens: Range<Int>
}

extension ReportReading {
  /// Tells whether a sign of a list stands at a token.
  func sign(_ sign: StatusSign, at token: Int) -> Match? {
    for match in matches.at(token)
    where match.lexeme?.category == .status && match.lexeme?.value == sign.rawValue {
      return match
    }
    return nil
  }

  /// The first token of a range at which a sign stands.
  func first(_ sign: StatusSign, in range: Range<Int>) -> Int? {
    matches.matches(of: .status, in: range).first { $0.lexeme?.value == sign.rawValue }
      .map { Int($0.start) }
  }

  /// The sentence cut into clauses, each with its triggers, outcomes, places and dates.
  func clauses(of sentence: Sentence) -> [Clause] {
    var clauses: [Clause] = []
    var start = sentence.tokens.lowerBound
    for i in sentence.tokens where i > start && beginsClause(i) {
      clauses.append(Clause(tokens: start..<i))
      start = i
    }
    clauses.append(Clause(tokens: start..<sentence.tokens.upperBound))
    for c in clauses.indices { fill(&clauses[c]) }
    return clauses
  }

  private func beginsClause(_ i: Int) -> Bool {
    let token = tokens.list[i]
    if isInDate[i] || isInPlace[i] && i > 0 && isInPlace[i - 1] { return false }
    let previous = tokens.list[i - 1]
    if previous.kind == .punctuation {
      switch previous.mark {
      case .semicolon, .comma, .ellipsis: return true
      case .separator, .colon: return token.kind == .word
      case .dash: return !previous.isGlued && !isInPlace[i]
      default: break
      }
    }
    guard token.kind == .word else { return false }
    if let clause = sign(.clause, at: i) {
      return Int(clause.end) - i > 1 || !isInPlace[i]
    }
    // و or ف on a verb begins a clause.
    for match in matches.at(i) where match.clitics.contains(.waw) || match.clitics.contains(.feh) {
      guard let lexeme = match.lexeme else { continue }
      switch lexeme.category {
      case .triggers, .outcomes: if lexeme.form == .verb { return true }
      case .speech: if lexeme.value == Speech.say.rawValue { return true }
      default: continue
      }
    }
    return false
  }

  private func fill(_ clause: inout Clause) {
    for i in clause.tokens where !isInDate[i] {
      for match in matches.at(i) {
        guard let lexeme = match.lexeme else { continue }
        switch lexeme.category {
        case .triggers:
          guard let trigger = Trigger(rawValue: lexeme.value), !isInsidePlaceName(i),
            !isInsideActorName(i, trigger)
          else { continue }
          let hit = TriggerHit(
            trigger: trigger, form: lexeme.form, tokens: i..<Int(match.end), clitics: match.clitics,
            isDefinite: lexeme.form != .verb && trigger.isTold && isDefiniteWord(i))
          if let last = clause.triggers.last, last.tokens.upperBound > i,
            last.tokens.count >= hit.tokens.count
          {
            continue
          }
          clause.triggers.append(hit)
        case .outcomes:
          guard let outcome = Outcome(rawValue: lexeme.value), !isInsidePlaceName(i) else {
            continue
          }
          // A word that stands in a list as noun and as verb is one hit.
          if let last = clause.outcomes.last, last.outcome == outcome, last.tokens.upperBound > i {
            continue
          }
          clause.outcomes.append(
            OutcomeHit(outcome: outcome, form: lexeme.form, tokens: i..<Int(match.end)))
        default: continue
        }
      }
    }
    for (g, group) in groups.enumerated() where clause.tokens.contains(anchor(of: group)) {
      clause.groups.append(g)
    }
    for (d, date) in dates.enumerated() where clause.tokens.contains(date.tokens.lowerBound) {
      clause.dates.append(d)
    }
  }

  /// The token of a group's first name: a group belongs to the clause that its name stands in.
  private func anchor(of group: PlaceGroup) -> Int { places[group.heads[0]].tokens.lowerBound }

  /// "عملية العزم الصلب", "غرفة عمليات الفتح المبين": a word of a body's name.
  private func isInsideActorName(_ i: Int, _ trigger: Trigger) -> Bool {
    actors.contains {
      $0.tokens.contains(i) && (i > $0.tokens.lowerBound || trigger == .operation)
    }
  }

  private func isInsidePlaceName(_ i: Int) -> Bool {
    guard isInPlace[i] else { return false }
    return places.contains { $0.nameTokens.contains(i) }
  }
}

extension Trigger {
  /// Whether the noun with ال speaks of an act that was told before: "الهجوم", but not "العثور على".
  var isTold: Bool {
    switch self {
    case .seizure, .arrest, .kidnapping, .cache, .checkpoint: false
    default: true
    }
  }
}
