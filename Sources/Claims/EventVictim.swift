import ArabicText
import Lexicon
import Mentions
import Reports

extension ReportReading {
  /// The person whom an event was aimed at, as written, and with all that is said of who he is: "إمام
  /// المسجد", "المحامي نزار الحموي"; "صفوان الحنت" of "أمير النصرة في المنطقة، صفوان الحنت".
  func person(harmedIn event: Event) -> (name: TextRange, whole: TextRange)? {
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
      let start = word.map { Int($0.end) } ?? i
      let end = nameEnd(from: start, event)
      if word != nil, !(start..<end).contains(where: beginsName),
        let name = name(behind: end, event)
      {
        return (range(of: name), range(of: i..<partyEnd(behind: name.upperBound)))
      }
      if isNamed, end < i + 2 { continue }
      // "نجا قاض من محاولة اغتيال": nobody whom the report tells from others.
      if !isNamed, isAttempted(i, event), end <= word.map({ Int($0.end) }) ?? i { continue }
      return (range(of: i..<end), range(of: i..<(isNamed ? partyEnd(behind: end) : end)))
    }
    return nil
  }

  /// "عضو المجلس في المنصورة غربي الرقة خليل العلي", "رئيس المجلس، عدنان الخليل": the name that stands
  /// behind what a person is, and where.
  private func name(behind end: Int, _ event: Event) -> Range<Int>? {
    for i in end..<max(end, min(end + 8, event.tokens.upperBound)) {
      if beginsName(i), !isInPlace(i) {
        let nameEnd = nameEnd(from: i, event)
        return nameEnd > i + 1 ? i..<nameEnd : nil
      }
      let token = tokens.list[i]
      let isPassed =
        isInPlace(i) || isInActor(i) || token.mark == .comma || token.mark == .quote
        || lexeme(.spatial, at: i) != nil || lexeme(.compass, at: i) != nil
        || lexeme(.placenouns, at: i) != nil
      if !isPassed { return nil }
    }
    return nil
  }

  /// "ياسر العبدو من الفرقة الرابعة": where the party ends that somebody with a name is of.
  private func partyEnd(behind end: Int) -> Int {
    guard end + 1 < tokens.list.count,
      has(.spatial, Spatial.from.rawValue, at: end)
        || has(.spatial, Spatial.in.rawValue, at: end)
    else { return end }
    var i = end + 1
    while i + 1 < tokens.list.count, tokens.list[i].mark == .quote { i += 1 }
    while i < tokens.list.count, isInActor(i) { i += 1 }
    return isInActor(i - 1) ? i : end
  }

  /// "محمد", "أبو": a name, and nothing else.
  private func beginsName(_ i: Int) -> Bool {
    (has(.people, PersonWord.given.rawValue, at: i)
      || has(.people, PersonWord.kunya.rawValue, at: i))
      && clitics(at: i).isEmpty && lexeme(.spatial, at: i) == nil && !isInActor(i)
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
      // "قتلت غارة للتحالف القيادي": what killed him.
      if isKilling, let act = lexeme(.triggers, at: i), act.lexeme?.form == .noun,
        lexeme(.outcomes, before: i)?.lexeme?.value == Outcome.killed.rawValue
      {
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
    while end < event.tokens.upperBound, steps < 9, isOfName(end) {
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
    // "أبو علي" is spelled as "على".
    if i > 0, has(.people, PersonWord.kunya.rawValue, at: i - 1), clitics(at: i).isEmpty {
      return true
    }
    if has(.spatial, Spatial.in.rawValue, at: i) {
      return i + 1 < tokens.list.count
        && (isInActor(i + 1) || tokens.list[i + 1].mark == .quote
          || has(.parties, PartySign.former.rawValue, at: i - 1))
    }
    guard clitics(at: i).isDisjoint(with: [.beh, .lam, .waw, .feh]) else { return false }
    return matches.at(i).allSatisfy {
      switch matches[$0].lexeme?.category {
      case nil, .people, .ordinary, .trades, .heads, .foreign: true
      // "القيادي العسكري", "تشكيلات المعارضة".
      case .parties:
        matches[$0].lexeme?.value == PartySign.asset.rawValue
          || matches[$0].lexeme?.value == PartySign.anybody.rawValue && isDefiniteWord(i)
      default: false
      }
    }
  }
}
