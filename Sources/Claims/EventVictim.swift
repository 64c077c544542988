import ArabicText
import Lexicon
import Mentions
import Reports

extension ReportReading {
  /// The person whom an event was aimed at, as written: "إمام المسجد", "المحامي نزار الحموي".
  func person(harmedIn event: Event) -> TextRange? {
    guard !event.signs.words.isDisjoint(with: Self.people),
      let first = event.tokens.first(where: {
        matches.begins(Self.people, at: $0) && beginsPerson($0)
      })
    else { return nil }
    let type = type(of: event)
    let isKilling = type == .assassination
    for i in first..<event.tokens.upperBound
    where matches.begins(Self.people, at: i) && beginsPerson(i) {
      let isNamed = lexeme(.people, at: i) != nil && lexeme(.spatial, at: i) == nil
      guard isNamed || type != .arrest, isChosen(i, event, isKilling || isNamed) else { continue }
      let word = lexeme(.trades, at: i) ?? (isTitle(i) ? lexeme(.people, at: i) : nil)
      let end = nameEnd(from: word.map { Int($0.end) } ?? i, event)
      if isNamed, end < i + 2 { continue }
      // "نجا قاض من محاولة اغتيال": nobody whom the report tells from others.
      if !isNamed, isAttempted(i, event), end <= word.map({ Int($0.end) }) ?? i { continue }
      return range(of: i..<end)
    }
    return nil
  }

  /// The lists of words for people.
  private static let people: CategorySet = [CategorySet(.people), CategorySet(.trades)]

  /// "المحامي", "مختار", "محمد": a word for one person whom somebody may have chosen.
  private func beginsPerson(_ i: Int) -> Bool {
    guard matches.begins(Self.people, at: i), !isInActor(i), !isInPlace(i) else { return false }
    let clitics = clitics(at: i)
    guard clitics.isDisjoint(with: [.waw, .pronoun]) else { return false }
    // "على" is spelled as a given name.
    if lexeme(.people, at: i) != nil, lexeme(.spatial, at: i) == nil {
      // "المساعد في فرع الأمن غدير الحمصي", but "الشيخ مسكين".
      return clitics.isEmpty && !(isTitle(i) && i + 1 < tokens.list.count && isInPlace(i + 1))
    }
    guard let trade = lexeme(.trades, at: i)?.lexeme.map({ Trade(value: $0.value) }) else {
      return false
    }
    return trade.number == .one && trade.group != .militant
      && !has(.parties, PartySign.anybody.rawValue, at: i)
  }

  private func isTitle(_ i: Int) -> Bool { has(.people, PersonWord.title.rawValue, at: i) }

  /// "بسيارة المختار", "في مضافة القيادي": a bomb that was meant for whose the thing is.
  private func isBombed(_ person: Int, _ event: Event) -> Bool {
    guard person > event.tokens.lowerBound, let thing = lexeme(.parties, before: person),
      let sign = thing.lexeme?.value,
      sign == PartySign.asset.rawValue || sign == PartySign.seat.rawValue,
      !isDefiniteWord(Int(thing.start))
    else { return false }
    return has(.explosion, in: event.triggers) || has(.bombing, in: event.triggers)
  }

  /// "تعرض رئيس البلدية لمحاولة تصفية", "نجا المحامي فهد من محاولة اغتيال".
  private func isAttempted(_ person: Int, _ event: Event) -> Bool {
    guard person > event.tokens.lowerBound,
      lexeme(.parties, before: person)?.lexeme?.value == PartySign.suffers.rawValue
    else { return false }
    return has(.assassination, in: event.triggers)
      || event.tokens.contains { $0 > person && isAttemptOnLife($0) }
  }

  /// Whether a person is the object of an attempt on somebody's life: "اغتيال", "أطلق النار على"; or,
  /// with `isKilling`, was harmed.
  private func isChosen(_ person: Int, _ event: Event, _ isKilling: Bool) -> Bool {
    if isBombed(person, event) || isAttempted(person, event) { return true }
    var i = person - 1
    var steps = 0
    while i >= event.tokens.lowerBound, steps < 4 {
      let token = tokens.list[i]
      if isInDate(i) || token.kind == .punctuation {
        i -= 1
        continue
      }
      if let trigger = lexeme(.triggers, at: i)?.lexeme.flatMap({ Trigger(rawValue: $0.value) }) {
        return trigger == .assassination || trigger == .shooting
          || isKilling && (trigger == .arrest || trigger == .kidnapping)
      }
      if isKilling, let outcome = lexeme(.outcomes, at: i), let lexeme = outcome.lexeme {
        return !lexeme.form.isPerson && steps < 2 && outcome.clitics.isDisjoint(with: .pronoun)
          && lexeme.value != Outcome.freed.rawValue
          && lexeme.value != Outcome.survived.rawValue
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
    while end < event.tokens.upperBound, steps < 6, isOfName(end) {
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
      return i + 1 < tokens.list.count
        && (isInActor(i + 1) || tokens.list[i + 1].mark == .quote
          || has(.parties, PartySign.former.rawValue, at: i - 1))
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
