import ArabicText
import Lexicon
import Mentions

/// Who speaks, and where from.
extension GovernorSearch {
  mutating func pass(speech match: Match) -> Governor? {
    guard let sign = match.lexeme.flatMap({ Speech(rawValue: $0.value) }) else { return .apart }
    // "اتهم ناشطون قوات النظام".
    if reading.lexeme(.parties, before: Int(match.start))?.lexeme?.value
      == PartySign.blames.rawValue
    {
      return .acts
    }
    // "قال أبو زيد من أهالي المنطقة": one of them.
    if sign == .say, !isBehindOther { return tellsOwnAct && !hasFrom ? .acts : .apart }
    if sign == .say { return end(here: ()) }
    return .apart
  }

  /// "أعلنت الوزارة العثور على", "قالت قسد إنها", "أن قواتها": who speaks tells what it did itself.
  var tellsOwnAct: Bool {
    if reading.reader.lexicon.actors[mention.actor].kind == .civilian { return false }
    let start = mention.tokens.upperBound
    let end = min(start + 10, event.tokens.upperBound)
    for i in start..<end {
      // "تقول قسد إنها أفشلت تسللاً"
      if reading.isInActor(i) || reading.sign(.foiled, at: i) != nil { return false }
      if let trigger = reading.lexeme(.triggers, at: i)?.lexeme, trigger.form == .noun {
        // "أعلنت الوزارة إسقاط طائرة مسيّرة": who stopped it; "قالت الوزارة إن القصف": what others did.
        let isOfOthers =
          trigger.value == Trigger.shootDown.rawValue && reading.isStopped(event)
          || reading.isDefiniteWord(i)
            && reading.has(.parties, PartySign.that.rawValue, at: i - 1)
        return !isOfOthers && reading.first(.foiled, in: start..<end) == nil
      }
      if let sign = reading.lexeme(.parties, at: i), let value = sign.lexeme?.value {
        if value == PartySign.objects.rawValue { return true }
        if value == PartySign.own.rawValue { return true }
        if value == PartySign.asset.rawValue, sign.clitics.contains(.pronoun) { return true }
        if value == PartySign.suffers.rawValue || value == PartySign.leaves.rawValue {
          return false
        }
      }
      if reading.lexeme(.means, at: i)?.clitics.contains(.pronoun) == true { return true }
    }
    return false
  }

  mutating func pass(spatial match: Match) -> Governor? {
    guard let sign = match.lexeme.flatMap({ Spatial(rawValue: $0.value) }) else { return nil }
    if sign == .between { return .side }
    if sign == .from, hasSeat, seat == end, isFiring { return .acts }
    if sign == .toward {
      // "اقتادوه إلى جهة مجهولة": a place.
      if end == mention.tokens.lowerBound, isUnknown { return .apart }
      hasToward = true
    }
    note(match.clitics)
    end = Int(match.start)
    if sign == .from {
      hasFrom = true
      link = end
    } else if sign != .in, sign != .on {
      unknown += 1
    }
    return nil
  }
}
