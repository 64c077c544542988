import ArabicText
import Lexicon
import Mentions

/// What the verb behind a party makes of it.
extension GovernorSearch {
  /// "قوات النظام، فجر اليوم، قصفت": what the verb makes of the party that stands before it.
  func verbBehind() -> Governor? {
    var i = mention.tokens.upperBound
    var steps = 0
    while i < event.tokens.upperBound, steps < 6 {
      let token = reading.tokens.list[i]
      if token.kind == .punctuation || reading.isInDate(i) || reading.isInPlace(i) {
        i += 1
        continue
      }
      if reading.isInActor(i) { return nil }
      if reading.sign(.foiled, at: i) != nil { return stopper }
      if reading.sign(.repelled, at: i) != nil { return .harmed }
      // "القيادة المركزية قالت إنها قتلت".
      if reading.has(.speech, Speech.say.rawValue, at: i) { return tellsOwnAct ? .acts : .apart }
      for category in [Category.triggers, .parties, .outcomes] {
        guard let match = reading.lexeme(category, at: i), let lexeme = match.lexeme else {
          continue
        }
        if !match.clitics.isDisjoint(with: [.waw, .feh]) { return nil }
        if let governor = governor(behind: lexeme, category, match) { return governor }
      }
      i += 1
      steps += 1
    }
    return nil
  }

  /// "الطيران الحربي قصف رتلاً": a noun with the letters of the verb, and its object behind it.
  private func isVerbBehind(_ match: Match) -> Bool {
    guard Int(match.start) == mention.tokens.upperBound, isVerbForm(match) else { return false }
    let next = Int(match.end)
    return next < event.tokens.upperBound && reading.clitics(at: next).isEmpty
      && (reading.has(.parties, PartySign.asset.rawValue, at: next)
        || reading.has(.parties, PartySign.seat.rawValue, at: next) || reading.isInPlace(next))
  }

  /// "إسرائيل تقتل المستشار", "قوات النظام قتلت مدنياً": somebody is named behind the verb.
  func isActive(_ match: Match) -> Bool {
    guard !hasCount, !hasAsset, Int(match.end) < event.tokens.upperBound,
      !reading.hasDamma(reading.tokens.list[Int(match.start)])
    else { return false }
    let next = Int(match.end)
    return reading.matches.begins([CategorySet(.trades), CategorySet(.people)], at: next)
      && reading.clitics(at: next).isDisjoint(with: [.waw, .lam, .beh])
  }

  /// "قوات النظام قتلت": in the feminine it is said of a party that kills.
  private func isOfGroup(_ match: Match) -> Bool {
    let token = reading.tokens.list[Int(match.start)]
    return !hasCount && !hasAsset && !hasFrom && !reading.hasDamma(token)
      && reading.tokens.letter(Int(token.lettersCount) - 1, of: token) == .teh
  }

  func governor(
    behind lexeme: Lexeme, _ category: Category, _ match: Match
  ) -> Governor? {
    switch category {
    case .triggers:
      // "40 عنصراً من الفلول جرى اعتقالهم".
      if lexeme.value == Trigger.arrest.rawValue, lexeme.form == .noun,
        match.clitics.contains(.pronoun)
      {
        return .harmed
      }
      guard lexeme.form == .verb || isVerbBehind(match) else { return nil }
      if lexeme.value == Trigger.shootDown.rawValue, reading.isStopped(event) {
        return .apart
      }
      if lexeme.value == Trigger.defuse.rawValue, event.signs.means.contains(.ied) { return .apart }
      return match.clitics.contains(.pronoun) || isPassive(match) ? .harmed : .acts
    case .parties:
      switch PartySign(rawValue: lexeme.value) {
      case .moves: return .acts
      case .does: return match.clitics.contains(.pronoun) ? nil : .acts
      case .suffers, .leaves: return .harmed
      default: return nil
      }
    default:
      guard lexeme.form == .verb else { return nil }
      if lexeme.value == Outcome.killed.rawValue, isActive(match) || isOfGroup(match) {
        return .acts
      }
      return lexeme.value == Outcome.detained.rawValue ? .acts : .lost
    }
  }
}
