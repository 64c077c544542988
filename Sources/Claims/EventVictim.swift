import ArabicText
import Lexicon
import Mentions
import Reports

extension ReportReading {
  /// The person whom an event was aimed at, as written: "إمام المسجد", "المحامي نزار الحموي".
  func person(harmedIn event: Event) -> TextRange? {
    for c in counts(in: event.tokens) {
      let count = counts[c]
      guard let trade = count.trade, trade.number == .one, trade.group != .militant,
        !count.isSubset, count.outcome == nil, isChosen(count.tokens, event)
      else { continue }
      return range(of: count.tokens.lowerBound..<nameEnd(from: count.tokens.upperBound, event))
    }
    return nil
  }

  /// Whether a person is the object of an attempt on somebody's life: "اغتيال", "أطلق النار على".
  private func isChosen(_ person: Range<Int>, _ event: Event) -> Bool {
    var i = person.lowerBound - 1
    var steps = 0
    while i >= event.tokens.lowerBound, steps < 5 {
      let token = tokens.list[i]
      if isInDate(i) || token.kind == .punctuation {
        i -= 1
        continue
      }
      if let trigger = lexeme(.triggers, at: i)?.lexeme {
        return trigger.value == Trigger.assassination.rawValue
          || trigger.value == Trigger.shooting.rawValue
      }
      if !isInActor(i) { steps += 1 }
      i -= 1
    }
    return false
  }

  /// The token behind the name that goes on from a word for a person: "القيادي السابق في فصائل
  /// المعارضة محمود الدرعاوي".
  private func nameEnd(from start: Int, _ event: Event) -> Int {
    var end = start
    var steps = 0
    while end < event.tokens.upperBound, steps < 4, isOfName(end) {
      if !isInActor(end) { steps += 1 }
      end += 1
    }
    while end > start, tokens.list[end - 1].kind == .punctuation { end -= 1 }
    return end
  }

  private func isOfName(_ i: Int) -> Bool {
    let token = tokens.list[i]
    if token.kind == .punctuation { return token.mark == .quote }
    guard token.kind == .word, !isInDate(i) else { return false }
    if isInActor(i) || has(.parties, PartySign.former.rawValue, at: i) { return true }
    if has(.spatial, Spatial.in.rawValue, at: i) {
      return i + 1 < tokens.list.count && (isInActor(i + 1) || tokens.list[i + 1].mark == .quote)
    }
    guard clitics(at: i).isDisjoint(with: [.beh, .lam, .waw, .feh]) else { return false }
    return matches.at(i).allSatisfy {
      switch matches[$0].lexeme?.category {
      case nil, .people, .ordinary, .trades, .heads, .foreign: true
      default: false
      }
    }
  }
}
