import ArabicText
import Lexicon
import Mentions

/// What a report says did not happen to anybody: "دون إصابات", "لم تسفر عن سقوط قتلى".
struct Harmlessness: OptionSet, Equatable {
  let rawValue: UInt8

  static let killed = Harmlessness(rawValue: 1)
  static let wounded = Harmlessness(rawValue: 2)
  static let detained = Harmlessness(rawValue: 4)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Whether nobody had this outcome.
  func covers(_ outcome: Outcome) -> Bool { !isDisjoint(with: Harmlessness(outcome)) }

  init(_ outcome: Outcome) {
    switch outcome {
    case .killed: self = .killed
    case .wounded: self = .wounded
    case .detained: self = .detained
    default: self = []
    }
  }
}

extension ReportReading {
  /// What an event says happened to nobody.
  func harmlessness(of event: Event) -> Harmlessness {
    var nobody: Harmlessness = []
    for o in event.outcomes {
      let hit = parts.outcomes[o]
      switch hit.outcome {
      // "اقتصرت الأضرار على السيارات": on things.
      case .noHarm
      where hit.form == .verb || !isOfSomeOnly(behind: hit.tokens.upperBound, event.tokens):
        nobody.formUnion([.killed, .wounded])
      case .noDetention: nobody.formUnion(.detained)
      default: continue
      }
    }
    guard event.signs.status.has(.negation) else { return nobody }
    for i in event.tokens {
      // "لا علم بخسائر بشرية" denies nothing.
      if let negation = sign(.negation, at: i),
        !has(.outcomes, Outcome.unknownHarm.rawValue, at: i)
      {
        nobody.formUnion(denied(behind: Int(negation.end), event.tokens))
      }
    }
    return nobody
  }

  /// What a negation takes back: the words of harm behind it, as far as nothing but the verb, what
  /// it tells of, and little words stand between.
  private func denied(behind negation: Int, _ range: Range<Int>) -> Harmlessness {
    var nobody: Harmlessness = []
    var i = negation
    while i < min(range.upperBound, negation + 9), tokens.list[i].kind != .punctuation {
      if let match = lexeme(.outcomes, at: i), let lexeme = match.lexeme,
        let outcome = Outcome(rawValue: lexeme.value), outcome != .fell
      {
        guard let denied = denied(outcome, lexeme.form, match) else { return nobody }
        if isOfSomeOnly(behind: Int(match.end), range) { return nobody }
        nobody.formUnion(denied)
        i = Int(match.end)
        continue
      }
      // "قتلى أو جرحى" goes on; whatever else stands behind the harm ends it.
      guard nobody == [] || tokens.list[i].lettersCount <= 2 else { return nobody }
      guard isLittle(i) || nobody != [] else { return nobody }
      i += 1
    }
    return nobody
  }

  /// What a word of harm behind a negation denies; nil where it ends the negation's reach.
  private func denied(_ outcome: Outcome, _ form: Form, _ match: Match) -> Harmlessness? {
    let end = Int(match.end)
    switch outcome {
    case .loss: return form == .drop ? nil : [.killed, .wounded]
    case .wounded, .killed, .detained:
      if form.isPerson {
        // "القتلى": people told of before.
        guard !isDefiniteWord(Int(match.start)) else { return nil }
        return form == .undivided ? [.killed, .wounded] : Harmlessness(outcome)
      }
      // "أن يصاب أحد", "اعتقال أحد".
      guard number(at: end)?.value == 1 || has(.quantities, Quantity.altogether.rawValue, at: end)
      else { return nil }
      return outcome == .wounded ? [.killed, .wounded] : Harmlessness(outcome)
    default: return nil
    }
  }

  /// A word that may stand between a negation and what it denies.
  private func isLittle(_ i: Int) -> Bool {
    // "فيهما", "فيها"
    tokens.list[i].lettersCount <= 3
      || tokens.letter(0, of: tokens.list[i]) == .feh && tokens.list[i].lettersCount <= 5
      || sign(.occurrence, at: i) != nil
      || clitics(at: i).contains(.pronoun) && tokens.list[i].lettersCount <= 5
      || lexeme(.triggers, at: i) != nil
      || lexeme(.means, at: i) != nil || has(.outcomes, Outcome.fell.rawValue, at: i)
      || has(.quantities, Quantity.altogether.rawValue, at: i)
      || saysIn(at: i)
  }

  /// "ولم تقع إصابات في صفوف القوات", "بين المدنيين": of one side only.
  private func isOfSomeOnly(behind end: Int, _ range: Range<Int>) -> Bool {
    (end..<max(end, min(end + 4, range.upperBound))).contains { i in
      i < end + 3
        && [PartySign.against, .asset, .seat].contains { has(.parties, $0.rawValue, at: i) }
        || lexeme(.trades, at: i)?.lexeme.map { Trade(value: $0.value).group } == .civilian
    }
  }
}
