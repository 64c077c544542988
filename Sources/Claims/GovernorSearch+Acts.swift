import ArabicText
import Lexicon
import Mentions

/// What a verb or a noun of an act, or a word for harm, makes of the party behind it.
extension GovernorSearch {
  func isRaid(besides match: Match) -> Bool {
    event.triggers.contains {
      let hit = reading.parts.triggers[$0]
      if hit.tokens.contains(Int(match.start)) { return false }
      switch hit.trigger {
      case .raid, .raidWeak, .arrest, .seizure, .cache: return true
      default: return false
      }
    }
  }

  /// "بالهاون من مواقع قسد": whose the positions are that fire comes from has fired.
  var isFiring: Bool {
    event.triggers.contains {
      switch reading.parts.triggers[$0].trigger {
      case .shelling, .strike, .shooting, .launch, .fall: true
      default: false
      }
    }
  }

  var isFight: Bool {
    event.triggers.contains {
      [.clash, .attack, .shooting, .control].contains(reading.parts.triggers[$0].trigger)
    }
  }

  /// Whether the party is subject or object of a verb before it.
  mutating func verb(_ match: Match) -> Governor {
    isSubject = !hasLam && !hasFrom && !mention.clitics.contains(.beh)

    if isBehindOther || hasSeat || isObject || isPassive(match) || isTakenFrom(match) {
      return .harmed
    }
    // "كمنوا لقوات النظام", "طالت مناصرين للتنظيم": no subject.
    if isTakenByOther(match) || hasLam && !hasAsset && !hasArms { return .harmed }
    // "انفجرت عبوة بدورية".
    if mention.clitics.contains(.beh) { return .harmed }
    // "نصبه", "نفذتها": the object is said already.
    if match.clitics.contains(.pronoun) || endsWithPronoun(match) { return .acts }
    // "فجّر مقاتل من الجبهة عربة": an object of his own stands behind him.
    if hasInitiator, hasAsset, !hasObject, !hasThing,
      !reading.has(.parties, PartySign.against.rawValue, at: mention.tokens.upperBound)
    {
      return .harmed
    }
    return hasSubject(before: Int(match.start)) ? .harmed : .acts
  }

  /// "انتزع تل رفعت من الوحدات الكردية": who had it before.
  private func isTakenFrom(_ match: Match) -> Bool {
    guard hasFrom, !hasAsset, !hasCount, isBehindPlace, let link,
      link == mention.tokens.lowerBound - 1
    else { return false }
    switch reading.lexeme(.triggers, at: Int(match.start))?.lexeme.flatMap({
      Trigger(rawValue: $0.value)
    }) {
    case .take, .expel, .control, .relieve: return true
    default: return false
    }
  }

  /// "هاجمت قسد أوكاراً وأوقفت خلية": the one of before goes on, and takes or kills who stands behind the
  /// verb without an object of his own.
  private func isTakenByOther(_ match: Match) -> Bool {
    guard hasInitiator, !match.clitics.isDisjoint(with: [.waw, .feh]), !hasObject,
      let act = reading.lexeme(.triggers, at: Int(match.start))?.lexeme.flatMap({
        Trigger(rawValue: $0.value)
      })
    else { return false }
    switch act {
    case .arrest, .kidnapping, .capture, .neutralise, .execution, .assassination: return true
    default: return false
    }
  }

  /// "أطلقتها", "نفذوها": a verb that a list writes with its pronoun.
  func endsWithPronoun(_ match: Match) -> Bool {
    let token = reading.tokens.list[Int(match.start)]
    let count = Int(token.lettersCount)
    guard count > 3 else { return false }
    let (last, before) = (
      reading.tokens.letter(count - 1, of: token), reading.tokens.letter(count - 2, of: token)
    )
    return last == .alef && before == .heh || last == .heh && (before == .teh || before == .waw)
  }

  /// "بعد هجوم للتنظيم", "رداً على غارات": an act of before that another answers.
  func isAfterAnother(_ act: Int) -> Bool {
    reading.lexeme(.calendar, before: act)?.lexeme?.value == CalendarWord.after.rawValue
      || reading.lexeme(.parties, before: act)?.lexeme?.value == PartySign.apart.rawValue
  }

  /// "استُهدفت": the vowel of the passive is written; or "من قبل" follows.
  func isPassive(_ match: Match) -> Bool {
    let token = reading.tokens.list[Int(match.start)]
    let isPast = ![.yeh, .teh, .seen].contains(reading.tokens.letter(0, of: token))
    if isPast, reading.hasDamma(token) { return true }
    // "استُهدف حاجز للجيش في بلدة نوى بريف درعا من قبل مجهولين".
    for i in mention.tokens.upperBound..<event.tokens.upperBound {
      if reading.has(.parties, PartySign.by.rawValue, at: i) { return true }
      let mark = reading.tokens.list[i].mark
      if mark == .comma && !reading.isInDate(i - 1) || reading.sign(.clause, at: i) != nil {
        return false
      }
      if let act = reading.lexeme(.triggers, at: i), act.lexeme?.form == .verb { return false }
      if reading.lexeme(.outcomes, at: i)?.lexeme?.form == .verb { return false }
    }
    return false
  }

  /// Whether what acts stands before its verb: "عبوة ناسفة استهدفت", "طائرة قصفت".
  func hasSubject(before verb: Int) -> Bool {
    var i = verb - 1
    var steps = 0
    while i >= event.tokens.lowerBound, steps < 5 {
      let token = reading.tokens.list[i]
      if token.kind == .punctuation, token.mark != .quote, !reading.isInDate(max(0, i - 1)) {
        return false
      }
      if reading.isInActor(i) { return true }
      // "بإطلاق الرصاص عليهما اغتال مجهولون".
      if reading.has(.quantities, Quantity.them.rawValue, at: i) { return false }
      // "بهجوم مباغت سيطر التنظيم": how.
      let isSaidHow = !reading.clitics(at: i).isDisjoint(with: [.beh, .lam])
      for category in [Category.means, .triggers]
      where !isSaidHow && reading.lexeme(category, at: i) != nil {
        let lexeme = reading.lexeme(category, at: i)?.lexeme
        if category == .means || lexeme?.form == .noun { return true }
      }
      i -= 1
      steps += 1
    }
    return false
  }

  mutating func pass(trigger match: Match) -> Governor? {
    guard let lexeme = match.lexeme, let trigger = Trigger(rawValue: lexeme.value) else {
      return nil
    }
    if lexeme.form == .verb {
      if trigger == .defuse, event.signs.means.contains(.ied) { return .apart }
      // "أنزلت مروحية جنوداً من القوات الخاصة": they are those who act.
      if trigger == .airborne, hasAsset, !hasSeat { return .acts }
      // "أسقط التحالف اثنتين منها": who stopped the drones.
      if trigger == .shootDown, reading.isStopped(event) { return .apart }
      return verb(match)
    }
    switch trigger {
    // "نقطة عسكرية لقسد", "حافلة للجيش": things, and no acts.
    case .post, .barrier, .dwelling, .vehicle:
      if trigger == .vehicle { hasAsset = true } else { hasSeat = true }
      note(match.clitics)
      noteCase(of: match)
      end = Int(match.start)
      return nil
    default: break
    }
    if hasSeat { return .harmed }
    // "قتلت بغارة قيادياً من": how it was done; "قصف الطيران رتلاً ل": a verb with the same letters.
    if isObject {
      guard match.clitics.contains(.beh) else { return .harmed }
      end = Int(match.start)
      return nil
    }
    // "قُتل في الضربة عنصر من": told before, and governing nothing.
    if !hasLam, hasAsset || hasCount, reading.isDefiniteWord(Int(match.start)) {
      end = Int(match.start)
      return nil
    }
    // "دمر سلاح الجو رتلاً بعد هجوم للتنظيم": what another has done before.
    if hasInitiator, !isObject, !hasLam || !hasAsset,
      isAfterAnother(Int(match.start))
    {
      return .apart
    }
    // "قصف الطيران الحربي رتلاً": a verb with the same letters.
    if isVerbForm(match), match.end == mention.tokens.lowerBound, hasObject || hasThing {
      isSubject = true
    }
    switch trigger {
    case .defuse where event.signs.means.contains(.ied): return .apart
    case .arrest, .kidnapping, .assassination, .execution, .seizure, .cache, .shootDown, .destroy,
      .exchange:
      return .harmed
    case .explosion, .bombing: return hasAsset ? .harmed : .acts
    default:
      // "نصبت الفصائل كميناً لمجموعة من": the initiator stands before.
      return hasLam && hasInitiator ? .harmed : .acts
    }
  }

  mutating func pass(outcome match: Match) -> Governor? {
    guard let lexeme = match.lexeme, let outcome = Outcome(rawValue: lexeme.value) else {
      return .lost
    }
    if lexeme.form != .verb {
      if outcome == .noHarm || outcome == .unknownHarm { return .apart }
      if outcome == .freed { return .acts }
      return .lost
    }
    switch outcome {
    case .freed, .detained: return verb(match)
    case .killed, .wounded:
      if hasSeat || isObject { return .harmed }
      if isVerb(match), !reading.hasDamma(reading.tokens.list[Int(match.start)]) {
        isSubject = true
        return .acts
      }
      if isArms {
        isSubject = !hasLam && !hasFrom
        return .acts
      }
      // "قتلت قوات النظام مدنياً": with an object behind it the subject acts.
      if hasArms, !isBehindOther { return .acts }
      return .lost
    default: return .lost
    }
  }

  /// "النار على", "عربة ملغمة", "مقراً": a thing stands right behind the party.
  var hasThing: Bool {
    let i = mention.tokens.upperBound
    guard i < event.tokens.upperBound, !reading.isInActor(i),
      reading.clitics(at: i).isDisjoint(with: [.waw, .lam, .beh])
    else { return false }
    if reading.matches.begins([CategorySet(.means), CategorySet(.weapons)], at: i) { return true }
    return reading.has(.parties, PartySign.asset.rawValue, at: i)
      || reading.has(.parties, PartySign.seat.rawValue, at: i)
  }

  /// Whether people are counted or named right behind the party.
  var hasObject: Bool {
    var i = mention.tokens.upperBound
    while i < event.tokens.upperBound,
      reading.isInDate(i) || reading.tokens.list[i].kind == .punctuation
    {
      i += 1
    }
    return i < event.tokens.upperBound
      && reading.matches.begins([CategorySet(.trades), CategorySet(.numbers)], at: i)
      && reading.clitics(at: i).isDisjoint(with: [.waw, .lam, .beh])
  }
}
