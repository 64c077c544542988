import ArabicText
import Lexicon
import Mentions

/// Words that tell the part of a party, and other parties on the way.
extension GovernorSearch {
  func previousActor(at i: Int) -> ActorMention? {
    guard reading.isInActor(i) else { return nil }
    let index = reading.actors.firstIndex { $0.tokens.upperBound > i }
    guard index < reading.actors.count, reading.actors[index].tokens.contains(i) else { return nil }
    return reading.actors[index]
  }

  /// What a party is whose way leftwards ends at another party.
  mutating func meet(_ other: ActorMention) -> Governor? {
    let kind = reading.reader.lexicon.actors[other.actor].kind
    // "قناص من الجبهة", "قناص للجبهة".
    let isLinked =
      link == end
      || other.tokens.upperBound == mention.tokens.lowerBound && mention.clitics.contains(.lam)
    if isAligned, kind != .arms, !isLinked || !reading.isNameless(other) { return .apart }
    // "هاجم التنظيم مقرات للفرقة والدفاع الوطني": joined to what no list has.
    if hasWaw, !hasSeat { return .joined }
    end = other.tokens.lowerBound
    switch kind {
    // "طائرة مسيرة تابعة للتحالف", "المسلحين من داعش": what belongs to the party.
    case .arms: hasArms = true
    case _ where isLinked && reading.isNameless(other): hasAsset = true
    default:
      // "القوات الخاصة في التحالف الدولي": a part of the party that is named behind it.
      let gap = other.tokens.upperBound..<mention.tokens.lowerBound
      if gap.count == 1, reading.lexeme(.spatial, at: gap.lowerBound) != nil { return .joined }
      unknown += 1
      isBehindOther = true
      return nil
    }
    note(other.clitics)
    return nil
  }

  /// "أحبط الأمن محاولة": who stopped an act is no party to it, but who seized the arms is.
  var stopper: Governor {
    reading.has(.cache, in: event.triggers) || reading.has(.seizure, in: event.triggers)
      ? .acts : .apart
  }

  /// "القيادي السابق في": no more of the party.
  func isFormer() -> Bool {
    let start = mention.tokens.lowerBound
    return (max(event.tokens.lowerBound, start - 3)..<start).contains { i in
      guard reading.has(.parties, PartySign.former.rawValue, at: i), !isOfAct(former: i) else {
        return false
      }
      return (i..<start).allSatisfy {
        reading.tokens.list[$0].kind != .punctuation || reading.tokens.list[$0].mark == .quote
      }
    }
  }

  /// "عملية سابقة نفذها التحالف": the act went before, and not the party.
  func isOfAct(former i: Int) -> Bool {
    reading.lexeme(.triggers, before: i)?.lexeme?.form == .noun
  }

  /// A result of one look: found, or to be searched on.
  struct Found { var governor: Governor? }

  mutating func pass(party match: Match) -> Found? {
    guard let sign = match.lexeme.flatMap({ PartySign(rawValue: $0.value) }) else { return nil }
    switch sign {
    case .by: return Found(governor: .acts)
    case .against:
      // "القنابل التي انهالت على مدينة حلب من طائرات روسية": the place is what was hit.
      if isBehindPlace, !hasSeat, !hasAsset, !isObject {
        if hasFrom { return Found(governor: .acts) }
        end = Int(match.start)
        return Found(governor: nil)
      }
      return Found(governor: .harmed)
    case .moves:
      isSubject = !hasLam && !hasFrom
      return Found(
        governor: hasSeat || isBehindOther || mention.clitics.contains(.beh) ? .harmed : .acts)
    case .partner: return Found(governor: .helps)
    case .former where isOfAct(former: Int(match.start)):
      end = Int(match.start)
      return Found(governor: nil)
    case .apart, .former: return Found(governor: .apart)
    case .surrounds: return Found(governor: isRaid(besides: match) ? verb(match) : .apart)
    case .opponent:
      // "مع فجر اليوم".
      if reading.isInDate(Int(match.end)) {
        end = Int(match.start)
        return Found(governor: nil)
      }
      // "داهمت قسد مع التحالف": beside the party that raids.
      if isRaid(besides: match), !isFight, reading.isInActor(Int(match.start) - 1) {
        return Found(governor: .helps)
      }
      return Found(governor: isFight ? .harmed : .apart)
    case .blames:
      // "اتهم ناشطون قوات النظام": somebody else stands before.
      let isBlamed = isBehindOther || hasLam || hasToward || hasCount || unknown > 0
      return Found(governor: isBlamed ? .acts : .apart)
    case .objects:
      if isVerb(match) {
        isSubject = true
        return Found(governor: .acts)
      }
      return Found(governor: hasObjectBehind ? .acts : .harmed)
    case .mutual: return Found(governor: .side)
    case .that, .own: return Found(governor: end(here: ()))
    case .suffers, .leaves:
      if tellsHolder(match) { return Found(governor: .apart) }
      return Found(governor: isBehindOther ? Governor.none : .harmed)
    case .member: return Found(governor: isTaking ? .harmed : .apart)
    case .does:
      // "أفشلوا تسللاً لقوات النظام": a noun with the letters of the verb.
      if hasLam, !hasSeat, !isBehindOther, endsWithAlef(Int(match.end) - 1) {
        return Found(governor: .acts)
      }
      return Found(governor: verb(match))
    case .asset:
      hasAsset = true
      isAligned = false
      noteCase(of: match)
      if match.clitics.contains(.beh) { return Found(governor: .harmed) }
    case .seat:
      hasSeat = true
      seat = seat ?? Int(match.start)
      isAligned = false
      noteCase(of: match)
    case .aligned:
      isAligned = true
      link = Int(match.start)
    case .suspected:
      if link == Int(match.end) { link = Int(match.start) }
    case .beside, .anybody, .riding, .arrival: return nil
    }
    note(match.clitics)
    end = Int(match.start)
    return Found(governor: nil)
  }

  /// "خطف مجهولون تاجراً", "خطف عناصر من قسد شاباً": the noun has the same letters as the verb, which it is
  /// where an object stands behind the party.
  func isVerb(_ match: Match) -> Bool {
    if hasCount || hasSeat || hasLam || isBehindOther { return false }
    if !hasAsset { return hasObject || hasNamedObject || hasThing }
    return isVerbForm(match) && hasNamedObject
  }

  /// Whether a word may be a verb as well: "خطف", but not "مقتل".
  func isVerbForm(_ match: Match) -> Bool {
    let start = Int(match.start)
    guard reading.clitics(at: start).isDisjoint(with: [.beh, .lam]) else { return false }
    return reading.matches.at(start).contains {
      let lexeme = reading.matches[$0].lexeme
      return lexeme?.form == .verb
        && (lexeme?.category == .triggers || lexeme?.category == .outcomes)
    }
  }

  /// "خطف مسلحون سليم الحمدان", "قتل عناصر من قسد شاباً": one person stands right behind the party.
  private var hasNamedObject: Bool {
    var i = mention.tokens.upperBound
    while i < event.tokens.upperBound,
      reading.isInDate(i) || reading.tokens.list[i].kind == .punctuation
    { i += 1 }
    guard i < event.tokens.upperBound, !reading.isInActor(i) else { return false }
    // "ضرب التنظيم بنيرانه المطار".
    if reading.clitics(at: i).isSuperset(of: [.beh, .pronoun]) { return true }
    guard reading.clitics(at: i).isEmpty, reading.lexeme(.spatial, at: i) == nil else {
      return hasFarObject(from: i)
    }
    // "خطف عناصر من قسد ثلاثة أشقاء".
    if reading.matches.begins(CategorySet(.numbers), at: i) {
      return reading.lexeme(.trades, at: i + 1) != nil
    }
    if reading.has(.people, PersonWord.given.rawValue, at: i) { return true }
    if let trade = reading.lexeme(.trades, at: i)?.lexeme, Trade(value: trade.value).number == .one
    {
      return true
    }
    return hasFarObject(from: i)
  }

  /// "قتل التحالف بغارة في مدينة سرمدا أمس قيادياً": an accusative, behind where, when and how.
  private func hasFarObject(from start: Int) -> Bool {
    for i in start..<max(start, min(start + 12, event.tokens.upperBound)) {
      if reading.isInDate(i) || reading.isInPlace(i) { continue }
      if reading.tokens.list[i].kind == .punctuation || reading.isInActor(i)
        || reading.sign(.clause, at: i) != nil
        || reading.lexeme(.triggers, at: i)?.lexeme?.form == .verb
        || reading.lexeme(.outcomes, at: i)?.lexeme?.form == .verb
      {
        return false
      }
      if reading.clitics(at: i).isEmpty, endsWithAlef(i), !reading.isDefiniteWord(i),
        reading.matches.begins(CategorySet(.trades), at: i)
          || reading.has(.parties, PartySign.asset.rawValue, at: i)
      {
        return true
      }
    }
    return false
  }

  /// "مدينة الباب التي يسيطر عليها التنظيم": in whose hands the place is, where nobody fights for it.
  private func tellsHolder(_ match: Match) -> Bool {
    Int(match.end) - Int(match.start) > 1 && !isFight
      && reading.has(.parties, PartySign.beside.rawValue, at: Int(match.start) - 1)
  }

  /// Whether people are taken: who is suspected to be of a party is taken for it.
  private var isTaking: Bool {
    reading.has(.detained, in: event.outcomes)
      || event.triggers.contains {
        switch reading.parts.triggers[$0].trigger {
        case .arrest, .airborne, .raid: true
        default: false
        }
      }
  }

  /// "تصدت الفصائل لقوات النظام": who fights others off suffers the attack, and these have made it.
  mutating func repelled(_ match: Match) -> Governor {
    // "فتصدى لها شبان": an attack that was told before.
    if reading.has(.quantities, Quantity.them.rawValue, at: Int(match.end)) { return .apart }
    let isAttacker = hasLam || isBehindOther || hasSubject(before: Int(match.start))
    isSubject = true
    return isAttacker ? .acts : .harmed
  }

  /// "رتلاً", "مقراً": an accusative is an object.
  mutating func noteCase(of match: Match) {
    let last = Int(match.end) - 1
    if endsWithAlef(last), !reading.isDefiniteWord(last) { isObject = true }
  }

  /// "رتلاً": whether a word of more than three letters ends as the accusative does.
  private func endsWithAlef(_ i: Int) -> Bool {
    let token = reading.tokens.list[i]
    let count = Int(token.lettersCount)
    return count > 3 && reading.tokens.letter(count - 1, of: token) == .alef
  }

  /// "استهداف التنظيم لدورية": behind the subject stands the object.
  var hasObjectBehind: Bool {
    guard !hasLam, !hasSeat, !hasAsset, !isBehindOther else { return false }
    let i = mention.tokens.upperBound
    guard i < event.tokens.upperBound else { return false }
    let clitics = reading.clitics(at: i)
    if clitics.contains(.lam) { return true }
    // "استهداف الطيران الروسي بلدة السفيرة".
    return reading.isInPlace(i) && clitics.isEmpty && reading.lexeme(.spatial, at: i) == nil
  }
}
