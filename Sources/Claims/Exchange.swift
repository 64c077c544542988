import ArabicText
import Lexicon
import Mentions

/// Captives who go home: let go by those who held them, or given for others.
extension ReportReading {
  /// Whether captives are exchanged, and not only taken "لمبادلتهم".
  func isExchange(_ event: Event) -> Bool {
    event.triggers.contains {
      let act = parts.triggers[$0]
      return act.trigger == .exchange && !act.clitics.contains(.lam)
    }
  }

  /// What an exchange makes of the people of a count: whoever is given or taken is freed, and nobody
  /// is detained; the dead who are given back were killed before.
  ///
  /// "خرج من عند الحكومة 61 موقوفاً، وعاد في المقابل 25 محتجزاً": 86 are freed.
  func exchanged(
    _ count: CountMention, _ event: Event
  ) -> (Outcome, OutcomeMention?)? {
    if count.tokens.contains(where: { sign(.body, at: $0) != nil }) { return nil }
    let told = harm(of: count, in: event)
    switch told?.0 {
    case .detained, .freed:
      // "خمسة عناصر وجثة ضابط"
      return count.isBare && count.outcome == nil && !isJoined(count) ? nil : (.freed, nil)
    case nil:
      let isCounted = !count.isBare && (count.trade != nil || isGiven(count, event))
      return isCounted && !isOfParties(count) ? (.freed, nil) : nil
    default: return told
    }
  }

  /// "مقابل سبعة", "في مقابل 25": those given for the others.
  private func isGiven(_ count: CountMention, _ event: Event) -> Bool {
    let start = count.tokens.lowerBound
    return (max(event.tokens.lowerBound, start - 2)..<start).contains {
      has(.quantities, Quantity.inReturn.rawValue, at: $0)
    }
  }

  /// "بين عشيرتين", "ثلاث دفعات": no people who are exchanged.
  private func isOfParties(_ count: CountMention) -> Bool {
    has(.spatial, Spatial.between.rawValue, at: count.tokens.lowerBound - 1)
  }

  /// "خرج 20 معتقلاً، إذ أُفرج عنهم": the verb behind captives who were counted, that lets them go.
  func release(behind count: CountMention, _ event: Event) -> OutcomeMention? {
    var isTaken = false
    for o in event.outcomes {
      let hit = parts.outcomes[o]
      guard hit.countsPeople else { continue }
      if hit.outcome == .detained { isTaken = true }
      guard hit.outcome == .freed, hit.tokens.lowerBound >= count.tokens.upperBound, !isTaken
      else { continue }
      let isThem = [hit.tokens.upperBound - 1, hit.tokens.upperBound].contains {
        has(.quantities, Quantity.them.rawValue, at: $0)
      }
      if isThem { return hit }
    }
    return nil
  }

  /// "أفرج كل طرف عن خمسة", "نال كل طرف 15 محتجزاً": the number is that of each of two.
  func isOfEachSide(_ count: CountMention, _ event: Event) -> Bool {
    let start = count.tokens.lowerBound
    return (max(event.tokens.lowerBound, start - 5)..<start).contains {
      has(.quantities, Quantity.eachSide.rawValue, at: $0)
    }
  }
}
