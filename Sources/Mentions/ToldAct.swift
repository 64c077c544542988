import ArabicText
import Lexicon

/// What a trigger tells with the words around it: "سقطت" tells nothing alone, and fire on a place with
/// shells behind it.
extension ReportReading {
  /// What a trigger tells with the words behind it; nil for one that tells nothing with them.
  func act(
    _ trigger: Trigger, _ form: Form, _ tokens: Range<Int>, _ clitics: Clitics
  ) -> Trigger? {
    switch trigger {
    // "تصدت الدفاعات لصواريخ": nobody is fought.
    case .battle:
      return form == .verb
        && object(
          .means, in: behind(tokens),
          where: {
            Means(rawValue: $0)?.isAirborne == true || $0 == Means.rocket.rawValue
          })
        ? nil : .clash
    case .launch, .fall:
      if object(.means, behind: tokens, where: { Means(rawValue: $0)?.isShot == true }) {
        return .shelling
      }
      // "قذيفة أخرى سقطت على مدرسة".
      if form == .verb,
        object(
          .means, in: max(0, tokens.lowerBound - 2)..<tokens.lowerBound,
          where: { Means(rawValue: $0)?.isShot == true })
      {
        return .shelling
      }
      // "الدفاعات الروسية تُسقط طائرة مسيّرة"
      if trigger == .fall, form == .verb,
        hasParty(max(0, tokens.lowerBound - 4)..<tokens.lowerBound)
          || first(.airDefence, in: max(0, tokens.lowerBound - 4)..<tokens.lowerBound) != nil,
        object(.means, in: behind(tokens), where: { Means(rawValue: $0)?.isAirborne == true })
      {
        return .shootDown
      }
      // "ألقى مجهولان قنبلة يدوية على منزل"
      if form == .verb,
        isByUnknown(behind(tokens)) || lexeme(.means, at: tokens.upperBound) != nil,
        object(.means, behind: tokens, where: { $0 == Means.grenade.rawValue })
      {
        return .attack
      }
      // "فتحت قسد النار على"
      if form == .verb, hasParty(behind(tokens)),
        object(.triggers, behind: tokens, where: { $0 == Trigger.gunfire.rawValue })
      {
        return .shooting
      }
      return trigger == .fall && fallsIntoHands(tokens) ? .control : nil
    // "أحبط حرس الحدود محاولة تهريب شحنة قذائف": arms were seized, and nothing else happened.
    case .smuggle: return holdsArms(reach(of: tokens)) ? .cache : nil
    case .tradeFire:
      return object(.triggers, behind: tokens, where: { $0 == Trigger.gunfire.rawValue })
        ? .clash : nil
    case .land:
      // "أنزلهما ملثمون من مركبتهما"
      if clitics.contains(.pronoun) { return nil }
      // "أنزل مسلحون أربعة ركاب من حافلة"
      if object(.trades, behind: tokens, where: { Trade(value: $0).group == .civilian }) {
        return nil
      }
      let isForce =
        object(.means, behind: tokens) { $0 == Means.helicopter.rawValue }
        || object(.trades, behind: tokens) { Trade(value: $0).group == .soldier }
        || hasParty(around: tokens)
      return isForce ? .airborne : nil
    // "منظومات الدفاع دمرت ثلاث طائرات مسيرة"
    case .destroy:
      let isStopped =
        object(.means, behind: tokens) { $0 == Means.drone.rawValue }
        && first(.airDefence, in: max(0, tokens.lowerBound - Self.reach)..<tokens.lowerBound) != nil
      return isStopped ? .shootDown : .destroy
    // "دخلت القوات بلدة X" takes it; "دخلت دورية إلى بلدة X" goes there.
    case .enter:
      if takesPlace(tokens, by: form == .noun ? .behind : .around) { return .control }
      // "انسحبت من بلدة X ودخلها الجيش".
      if clitics.contains(.pronoun) {
        return form == .verb && hasParty(behind(tokens)) ? .control : nil
      }
      guard goesToPlace(tokens) else { return nil }
      // "دخول الجيش إلى تل الحارة" takes it as well.
      return form == .verb
        ? hasParty(reach(of: tokens)) ? .incursion : nil
        : hasParty(behind(tokens, 6)) ? .control : nil
    // "حملة": one of arrests, and not one of relief.
    case .campaign:
      let range =
        max(
          0, tokens.lowerBound - Self.reach)..<min(
          tokens.upperBound + 2 * Self.reach, self.tokens.list.count)
      return hasParty(max(0, range.lowerBound - Self.reach)..<range.upperBound)
        || object(.outcomes, in: range, where: { $0 == Outcome.detained.rawValue })
        || object(.triggers, in: range, where: { Trigger(rawValue: $0)?.isSearch == true })
        || first(.planned, in: range) != nil && first(.accusation, in: range) != nil
        ? .raidWeak : nil
    // "فتش عناصر الأمن البيوت" is a search; "وفتشتها" only goes on with one.
    case .search:
      return hasParty(beside(tokens))
        && object(.triggers, behind: tokens) { $0 == Trigger.dwelling.rawValue }
        ? .raid : .raidWeak
    // "سيطرت فرق الإطفاء على حريق".
    case .control:
      return object(.triggers, behind: tokens) { $0 == Trigger.fire.rawValue } ? nil : .control
    // "وجدت في القبو تسع مسيرات": arms, and nothing lost.
    case .find: return holdsArms(reach(of: tokens)) ? .cache : .seizure
    case .pursue: return chase(tokens)
    case .overcome: return endsFighters(tokens) ? .clash : nil
    // "كسرت القوات حصار مطار X".
    case .relieve:
      return object(.triggers, behind: tokens) { $0 == Trigger.siege.rawValue } ? .control : nil
    // "أقامت قوة إسرائيلية حاجزاً".
    case .setUp:
      return hasParty(beside(tokens))
        && object(.triggers, behind: tokens, where: { $0 == Trigger.barrier.rawValue })
        ? .checkpoint : nil
    case .siege, .vehicle, .barrier, .dwelling, .fire, .gunfire: return nil
    // "طرد المقاتلون عناصر التنظيم من البلدة".
    case .expel: return isOverFighters(tokens) && hasPlaceFrom(tokens) ? .control : nil
    case .intercept:
      return object(.means, behind: tokens) { Means(rawValue: $0)?.isAirborne == true }
        ? .shootDown : nil
    // "ما شنه التنظيم على حاجز": with nothing else that says what.
    case .wage:
      return !object(.triggers, behind: tokens, where: { Trigger(rawValue: $0)?.isThing != true })
        && hasParty(around: tokens)
        ? .attack : nil
    // "تقدمت القوات نحو بلدة X": ground is fought for.
    case .advance: return hasParty(around: tokens) && goesToPlace(tokens) ? .control : nil
    // "سُمعت أصوات انفجارات": nobody says where.
    case .shelling where form == .noun, .strike where form == .noun, .airStrike where form == .noun:
      // "وسُمع دوي القصف في مدن الساحل"
      let isHeard =
        tokens.lowerBound > 1 && self.tokens.hasArticle(self.tokens.list[tokens.lowerBound])
        && first(.heard, in: max(0, tokens.lowerBound - 2)..<tokens.lowerBound) != nil
      return isHeard ? nil : trigger
    case .explosion:
      let before = max(0, tokens.lowerBound - 5)..<tokens.lowerBound
      return first(.heard, in: before) == nil ? .explosion : nil
    case .take:
      if takesPlace(tokens) { return .control }
      let isPeople = object(.trades, behind: tokens) {
        [.civilian, .person, .militant].contains(Trade(value: $0).group)
      }
      return isPeople && hasParty(around: tokens) ? .arrest : nil
    default: return trigger
    }
  }

  /// "أثناء ذهابهم لتوقيف ضابط": what somebody came for, and perhaps did not do.
  func isErrand(
    _ trigger: Trigger, _ form: Form, _ tokens: Range<Int>, _ clitics: Clitics
  ) -> Bool {
    guard form == .noun, clitics.contains(.lam), trigger == .arrest || trigger == .raid else {
      return false
    }
    for i in (max(0, tokens.lowerBound - 8)..<tokens.lowerBound).reversed() {
      let token = self.tokens.list[i]
      if token.kind == .lineBreak || token.mark.endsSentence || token.mark == .comma {
        return false
      }
      if sign(.errand, at: i) != nil { return true }
    }
    return false
  }

  /// How many words may stand between a verb and what it is said of.
  private static let reach = 8

  /// The words behind a trigger, up to the next comma or verb of an act.
  private func reach(of tokens: Range<Int>) -> Range<Int> {
    var end = tokens.upperBound
    let limit = min(end + Self.reach, self.tokens.list.count)
    while end < limit {
      let token = self.tokens.list[end]
      if token.kind == .lineBreak || token.mark.endsSentence || token.mark == .comma { break }
      end += 1
    }
    return tokens.upperBound..<end
  }

  private func object(
    _ category: Category, behind tokens: Range<Int>, where test: (Int16) -> Bool
  ) -> Bool {
    object(category, in: reach(of: tokens), where: test)
  }

  private func object(
    _ category: Category, in range: Range<Int>, where test: (Int16) -> Bool
  ) -> Bool {
    matches.first(category, in: range) { $0.lexeme.map { test($0.value) } ?? false } != nil
  }

  /// "سيطرت على سراقب": ground, and not a fire.
  func isOfPlace(_ tokens: Range<Int>) -> Bool {
    places(in: reach(of: tokens)).contains { places[$0].anaphor == nil && !isArea(places[$0]) }
  }

  /// Where somebody in arms must stand for an act to be his.
  private enum PartyPlace { case around, behind }

  /// "طهرت قسد حي المشلب", "أخذ التنظيم بلدتين": somebody in arms before or behind the verb, and a
  /// place as what is taken.
  private func takesPlace(_ tokens: Range<Int>, by party: PartyPlace = .around) -> Bool {
    let range = reach(of: tokens)
    // Right behind the verb and who does it, without a preposition.
    let place = places(in: range).first { places[$0].clitics.isEmpty }
    let noun = matches.first(.placenouns, in: range, where: { $0.clitics.isEmpty })
    guard
      let start = [place.map { places[$0].tokens.lowerBound }, noun.map { Int($0.start) }]
        .compactMap({ $0 }).min(),
      !(tokens.upperBound..<start).contains(where: {
        !isInActor($0) && lexeme(.spatial, at: $0) != nil
      })
    else { return false }
    return party == .around ? hasParty(around: tokens) : hasParty(tokens.upperBound..<start)
  }

  /// The words right behind a verb, where its subject stands.
  private func behind(_ tokens: Range<Int>, _ count: Int = 3) -> Range<Int> {
    tokens.upperBound..<min(tokens.upperBound + count, reach(of: tokens).upperBound)
  }

  /// The words right before and behind a verb, where its subject stands.
  private func beside(_ tokens: Range<Int>) -> Range<Int> {
    max(0, tokens.lowerBound - 4)..<behind(tokens).upperBound
  }

  /// Whether fighters stand in a range of tokens.
  private func holdsFighters(_ range: Range<Int>) -> Bool {
    object(.trades, in: range) { [.militant, .commander].contains(Trade(value: $0).group) }
      || actors(in: range).contains {
        reader.lexicon.actors[actors[$0].actor].kind == .armedGroup
      }
  }

  /// "قضت وحدة من الجيش على مجموعة إرهابية", and not "قضى ثلاثة مسلحين".
  private func endsFighters(_ tokens: Range<Int>) -> Bool {
    let range = reach(of: tokens)
    guard
      let on = range.prefix(6).first(where: { has(.parties, PartySign.against.rawValue, at: $0) })
    else { return false }
    return hasParty(beside(tokens)) && holdsFighters(on..<min(on + 4, range.upperBound))
  }

  /// "طرد مقاتلو العشائر عناصر قسد": one party by the other.
  private func isOverFighters(_ tokens: Range<Int>) -> Bool {
    hasParty(beside(tokens))
      && (actors(in: reach(of: tokens)).count
        + actors(in: max(0, tokens.lowerBound - Self.reach)..<tokens.lowerBound).count >= 2
        || holdsFighters(behind(tokens)))
  }

  /// Whether somebody is driven from a place.
  private func hasPlaceFrom(_ tokens: Range<Int>) -> Bool {
    places(in: reach(of: tokens)).contains {
      lexeme(.spatial, before: places[$0].tokens.lowerBound)?.lexeme?.value == Spatial.from.rawValue
    }
  }

  /// Whether arms are named, and not only what may hold anything.
  private func holdsArms(_ range: Range<Int>) -> Bool {
    matches.first(.weapons, in: range, where: { $0.lexeme?.form != .weak }) != nil
  }

  /// "لاحقت الطائرات سيارات", "لاحق الجيش مسلحين": from the air, or on fighters.
  private func chase(_ tokens: Range<Int>) -> Trigger? {
    let around = max(0, tokens.lowerBound - 4)..<behind(tokens).upperBound
    if object(.means, in: around, where: { Means(rawValue: $0)?.isAirborne == true }) {
      return .strike
    }
    return holdsFighters(reach(of: tokens)) && hasParty(around) ? .clash : nil
  }

  /// Whether somebody goes to a place: "دخلت دورية إلى بلدة X".
  private func goesToPlace(_ tokens: Range<Int>) -> Bool {
    places(in: reach(of: tokens)).contains {
      lexeme(.spatial, before: places[$0].tokens.lowerBound)?.lexeme?.value
        == Spatial.toward.rawValue
    }
  }

  /// "سقوط جسر الشغور", "سقطت بلدة قمحانة": a place right behind the verb.
  private func fallsIntoHands(_ tokens: Range<Int>) -> Bool {
    let (first, end) = (max(0, tokens.lowerBound - 5), self.tokens.list.count)
    return places(in: first..<min(tokens.upperBound + 2, end)).contains {
      let place = places[$0]
      // Right behind it, or before it with قد between: "بلدة قمحانة قد سقطت".
      let isNext = place.tokens.lowerBound == tokens.upperBound
      let isBefore =
        place.tokens.upperBound <= tokens.lowerBound
        && place.tokens.upperBound >= tokens.lowerBound - 1 && place.noun?.isSettlement == true
      return (isNext || isBefore) && place.clitics.isEmpty && place.anaphor == nil
        && (place.noun != nil || !isArea(place))
    }
  }

  /// Whether somebody in arms stands in a range of tokens.
  private func hasParty(_ range: Range<Int>) -> Bool {
    actors(in: range).contains { reader.lexicon.actors[actors[$0].actor].kind != .civilian }
      || object(.trades, in: range) { Trade(value: $0).group.isArmed }
      // "ودخلت قوة ثالثة": one more of those that were told before.
      || range.contains {
        has(.parties, PartySign.asset.rawValue, at: $0)
          && has(.quantities, Quantity.another.rawValue, at: $0 + 1)
      }
  }

  /// Whether those stand in a range of whom nobody knows who they are: "مجهولان".
  private func isByUnknown(_ range: Range<Int>) -> Bool {
    actors(in: range).contains { reader.lexicon.actors[actors[$0].actor].kind == .unknown }
  }

  private func hasParty(around tokens: Range<Int>) -> Bool {
    hasParty(max(0, tokens.lowerBound - Self.reach)..<tokens.lowerBound)
      || hasParty(reach(of: tokens))
  }
}

extension Trade.Group {
  /// Whether people of the trade bear arms.
  public var isArmed: Bool {
    switch self {
    case .militant, .soldier, .police, .commander: true
    case .civilian, .official, .other, .person: false
    }
  }
}

extension Means {
  /// Whether it flies.
  fileprivate var isAirborne: Bool { self == .drone || self == .warplane || self == .helicopter }

  /// Whether it is fired or dropped.
  fileprivate var isShot: Bool {
    switch self {
    case .artillery, .mortar, .rocket, .barrelBomb, .clusterBomb: true
    default: false
    }
  }
}

extension Trigger {
  /// Whether the word names a thing that others act on.
  fileprivate var isThing: Bool {
    switch self {
    case .vehicle, .barrier, .dwelling, .fire, .siege, .gunfire: true
    default: false
    }
  }

  /// Whether houses are searched or people taken.
  fileprivate var isSearch: Bool {
    switch self {
    case .raid, .raidWeak, .arrest, .seizure, .cache: true
    default: false
    }
  }
}
