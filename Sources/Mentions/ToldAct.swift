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
      // "تصدت وسائط الدفاع الجوي، بعد منتصف الليل، لعدة صواريخ".
      if form == .verb, first(.airDefence, in: behind(tokens, 6)) != nil { return nil }
      return form == .verb
        && object(
          .means, in: behind(tokens),
          where: {
            Means(rawValue: $0)?.isAirborne == true || $0 == Means.rocket.rawValue
          })
        ? nil : .clash
    case .launch, .fall:
      if object(.means, behind: tokens, where: { Means(rawValue: $0)?.isShot == true })
        || isWithShot(tokens)
      {
        return .shelling
      }
      // "قذيفة أخرى سقطت على مدرسة".
      if form == .verb,
        object(
          .means, in: before(tokens, 2),
          where: { Means(rawValue: $0)?.isShot == true })
      {
        return .shelling
      }
      // "صبت الراجمات حممها", "أفرغت المقاتلات حمولتها": fire, by what fires it.
      if form == .verb,
        object(.triggers, behind: tokens, where: { $0 == Trigger.gunfire.rawValue })
      {
        // "حلقت المقاتلات فوق الريف وألقت حمولتها": who does it stands before the verb before.
        let subject =
          clitics.contains(.waw)
          ? before(tokens).lowerBound..<beside(tokens).upperBound : beside(tokens)
        if object(.means, in: subject, where: { Means(rawValue: $0)?.isAirborne == true }) {
          return .airStrike
        }
        if object(.means, in: subject, where: { Means(rawValue: $0)?.isShot == true }) {
          return .shelling
        }
      }
      // "ألقت طائرة مسيّرة قنبلة على نقطة".
      if form == .verb,
        object(
          .means, in: beside(tokens), where: { Means(rawValue: $0)?.isAirborne == true }),
        object(.triggers, behind: tokens, where: { $0 == Trigger.bomb.rawValue })
      {
        return .strike
      }
      // "الدفاعات الروسية تُسقط طائرة مسيّرة"
      if trigger == .fall, form == .verb,
        hasParty(before(tokens, 4))
          || first(.airDefence, in: before(tokens, 4)) != nil,
        object(.means, in: behind(tokens), where: { Means(rawValue: $0)?.isAirborne == true })
      {
        return .shootDown
      }
      // "ألقى مجهولان قنبلة يدوية على منزل"
      if form == .verb,
        isByUnknown(behind(tokens)) || lexeme(.means, at: tokens.upperBound) != nil,
        object(.means, behind: tokens, where: { $0 == Means.grenade.rawValue })
          || isByUnknown(behind(tokens))
            && object(.triggers, behind: tokens, where: { $0 == Trigger.bomb.rawValue })
      {
        return .attack
      }
      // "فتحت قسد النار على", "خلايا التنظيم فتحت نيرانها على"
      if form == .verb, hasParty(beside(tokens)),
        object(.triggers, behind: tokens, where: { $0 == Trigger.gunfire.rawValue })
      {
        return .shooting
      }
      // "سقوط مسيرة مفخخة على منزل": what it fell on was its target.
      if trigger == .fall,
        object(.means, in: behind(tokens), where: { $0 == Means.drone.rawValue }),
        reach(of: tokens).contains(where: { has(.spatial, Spatial.on.rawValue, at: $0) })
      {
        return .strike
      }
      return trigger == .fall && fallsIntoHands(tokens) ? .control : nil
    // "أحبط حرس الحدود محاولة تهريب شحنة قذائف": arms were seized, and nothing else happened.
    // "أسقطت قوات النظام ستين قذيفة على المدينة".
    case .shootDown where form == .verb:
      return object(.means, behind: tokens) { Means(rawValue: $0)?.isShot == true }
        && !object(.means, behind: tokens) { Means(rawValue: $0)?.isAirborne == true }
        && first(.airDefence, in: before(tokens, 12)) == nil
        && reach(of: tokens).contains { has(.spatial, Spatial.on.rawValue, at: $0) }
        ? .shelling : .shootDown
    case .smuggle:
      // "أحبط الأمن تهريب ألغام", and not "مكافحة تهريب الأسلحة".
      if tokens.count == 1, first(.foiled, in: before(tokens, 6)) == nil { return nil }
      return holdsArms(reach(of: tokens)) ? .cache : nil
    case .tradeFire:
      // "تبادلت المديرية وقسد 250 موقوفاً".
      if object(
        .outcomes, behind: tokens,
        where: { $0 == Outcome.detained.rawValue || $0 == Outcome.freed.rawValue })
      {
        return .exchange
      }
      return object(.triggers, behind: tokens, where: { $0 == Trigger.gunfire.rawValue })
        ? .clash : nil
    case .land:
      // "أنزلهما ملثمون من مركبتهما"
      if clitics.contains(.pronoun) { return nil }
      // "أنزل مسلحون أربعة ركاب من حافلة"
      if object(.trades, in: behind(tokens), where: { Trade(value: $0).group == .civilian }) {
        return nil
      }
      let isForce =
        object(.means, behind: tokens) { $0 == Means.helicopter.rawValue }
        || object(.trades, behind: tokens) { Trade(value: $0).group == .soldier }
        || hasParty(around: tokens)
      return isForce ? .airborne : nil
    // "منظومات الدفاع دمرت ثلاث طائرات مسيرة", "رُصدت مسيرات وتم تدميرها بالمضادات"
    case .destroy:
      let far = before(tokens, 2 * Self.reach)
      let isDrone =
        object(.means, behind: tokens) { $0 == Means.drone.rawValue }
        || clitics.contains(.pronoun) && object(.means, in: far) { $0 == Means.drone.rawValue }
      let isStopped =
        isDrone
        && (first(.airDefence, in: before(tokens))
          != nil
          || first(.airDefence, in: reach(of: tokens)) != nil)
      return isStopped ? .shootDown : .destroy
    // "دخلت القوات بلدة X" takes it; "دخلت دورية إلى بلدة X" goes there.
    case .enter:
      // "شهدت بلدة X دخول دورية إسرائيلية".
      if form == .noun, hasParty(behind(tokens, 4)),
        before(tokens, 10).contains(where: {
          has(.spatial, Spatial.befalls.rawValue, at: $0)
        })
      {
        return .incursion
      }
      if takesPlace(tokens, by: form == .noun ? .behind : .around) { return .control }
      // "انسحبت من بلدة X ودخلها الجيش".
      if clitics.contains(.pronoun) {
        // "بلدات دخلها المسلحون" only tells which they are.
        return form == .verb && hasParty(behind(tokens))
          && !clitics.isDisjoint(with: [.waw, .feh]) ? .control : nil
      }
      // "دخلت خمس آليات قرية X": whose they are is told before.
      if form == .verb, hasAsset(behind(tokens)), isToPlace(tokens) { return .incursion }
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
      // "ونصبت حاجزاً مؤقتاً في محيط X": whoever was spoken of before.
      return
        (hasParty(around: tokens) || hasAsset(beside(tokens))
        || !clitics.isDisjoint(with: [.waw, .feh]))
        && object(.triggers, in: behind(tokens, 4), where: { $0 == Trigger.barrier.rawValue })
        ? .checkpoint : nil
    // "اقتحم مسلحون مقراً": by fighters it is an attack, by police a search.
    case .storm:
      return isByFighters(subject(of: tokens)) && !isOfDwelling(tokens) || isOfGarrison(tokens)
        || isOpposed(tokens) ? .attack : .raid
    // "أوقفت هجوماً".
    case .arrest:
      if form == .verb, sign(.foiled, at: tokens.lowerBound) != nil { return nil }
      return isOfPassers(tokens) ? .checkpoint : .arrest
    // "فجّر القرار موجة غضب".
    case .bombing where form == .verb:
      return object(.triggers, behind: tokens, where: { $0 == Trigger.stir.rawValue })
        ? nil : .bombing
    // "62 فرقة تهاجم النار": firemen.
    case .attack where form == .verb:
      return object(
        .triggers, in: behind(tokens, 1),
        where: { $0 == Trigger.fire.rawValue || $0 == Trigger.gunfire.rawValue }) ? nil : .attack
    // "تحرير عدد من المختطفين": captives, and no ground.
    case .release:
      return form == .verb || holdsCaptives(behind(tokens, 6)) ? .release : nil
    case .siege, .vehicle, .barrier, .dwelling, .fire, .gunfire, .bomb, .post, .stir, .hold,
      .passers:
      return nil
    // "انتشار أمني وتفتيش منازل".
    case .raidWeak where form == .weak:
      // "طوقت دورية أمنية منزلاً".
      if hasParty(behind(tokens, 3)),
        object(.triggers, in: behind(tokens, 6), where: { $0 == Trigger.dwelling.rawValue })
      {
        return .raid
      }
      return object(
        .triggers, in: tokens.upperBound..<behind(tokens, 1).upperBound,
        where: { $0 == Trigger.dwelling.rawValue }) ? .raid : .raidWeak
    // "مطلوبان في قبضة الأمن الجنائي", "وقع في أيدي الجيش ثلاثة مسلحين".
    case .custody:
      guard hasParty(behind(tokens, 4)) else { return nil }
      // "سقط حاجز X في يد المعارضة".
      if object(
        .triggers, in: before(tokens),
        where: { $0 == Trigger.fall.rawValue || $0 == Trigger.barrier.rawValue })
      {
        return .control
      }
      // "قرية X في قبضة قسد": who holds it.
      guard places(in: before(tokens, 3)).isEmpty else { return nil }
      return
        (hasPeople(before(tokens, 6))
        || hasPeople(reach(of: tokens)) || isByPolice(behind(tokens, 4)))
        ? .arrest : nil
    // "أوقع الأمن بعصابة": taken by the police, beaten by others.
    case .trap:
      let isOnPeople =
        matches.first(.trades, in: behind(tokens, 5), where: { $0.clitics.contains(.beh) }) != nil
      guard isOnPeople, hasParty(beside(tokens)) else { return nil }
      return isByPolice(beside(tokens)) ? .arrest : .clash
    // "كبدت الفصائل قوات النظام خسائر".
    case .inflict:
      return hasParty(around: tokens)
        && (object(.outcomes, behind: tokens, where: { $0 == Outcome.loss.rawValue })
          || object(.parties, behind: tokens, where: { $0 == PartySign.seat.rawValue }))
        ? .clash : nil
    // "تحييد أربعة إرهابيين".
    case .neutralise: return holdsFighters(reach(of: tokens)) ? .neutralise : nil
    // "فككت وحدات الهندسة أربع عبوات", and no mines of years ago.
    case .defuse:
      return object(.triggers, behind: tokens) {
        $0 == Trigger.bomb.rawValue || $0 == Trigger.bombing.rawValue
      } ? .defuse : nil
    // "جرفت آليات الاحتلال أراضي".
    case .raze: return hasParty(beside(tokens)) ? .incursion : nil
    // "أضرم مسلحون النار في مقر": and no crowd that protests.
    case .arson: return hasParty(beside(tokens)) ? .arson : nil
    // "أضرم مسلحون ملثمون النار في مقر".
    case .ignite:
      return hasParty(beside(tokens))
        && object(.triggers, behind: tokens) { $0 == Trigger.gunfire.rawValue } ? .arson : nil
    // "ضربوا أهله", "فضربوه": nothing was fired.
    case .beat:
      let isOnPeople =
        clitics.contains(.pronoun)
        || object(.trades, in: behind(tokens, 2), where: { !Trade(value: $0).group.isArmed })
      let isArmed =
        !actors(in: reach(of: tokens)).isEmpty
        || object(.means, in: before(tokens)) { _ in true }
        || object(.means, behind: tokens) { _ in true }
      return isOnPeople && !isArmed ? nil : .strike
    // "أصابت قذيفة منزلاً", "فأصابتها طائرة مسيّرة".
    case .hit:
      func isBeside(_ test: (Means) -> Bool) -> Bool {
        matches.first(.means, in: max(0, tokens.lowerBound - 2)..<behind(tokens).upperBound) {
          $0.clitics.isDisjoint(with: [.beh, .lam])
            && $0.lexeme.flatMap { Means(rawValue: $0.value) }.map(test) == true
        } != nil
      }
      if isBeside({ $0.isShot }) { return .shelling }
      return isBeside { $0.isAirborne } ? .strike : nil
    // "طرد المقاتلون عناصر التنظيم من البلدة".
    case .expel: return isOverFighters(tokens) && hasPlaceFrom(tokens) ? .control : nil
    // "باغت مسلحون نقطة عسكرية": a post that was surprised, and nobody on his way.
    case .ambush where form == .verb:
      return object(.parties, in: behind(tokens), where: { $0 == PartySign.seat.rawValue })
        || matches.first(.triggers, in: behind(tokens), where: \.isPost) != nil
        ? .attack : .ambush
    // "فرضت القوات سيطرتها الكاملة على القرية".
    case .impose:
      return object(.triggers, behind: tokens) { $0 == Trigger.hold.rawValue } ? .control : nil
    case .intercept:
      if object(.means, behind: tokens, where: { Means(rawValue: $0)?.isAirborne == true }) {
        return .shootDown
      }
      // "اعترضت الدفاعات الجوية صواريخ"
      if first(.airDefence, in: before(tokens).lowerBound..<behind(tokens).upperBound) != nil,
        object(.means, behind: tokens, where: { $0 == Means.rocket.rawValue })
      {
        return .shootDown
      }
      // "اعترض مسلحو التنظيم صهاريج وحافلة على الطريق".
      return form == .verb && hasParty(beside(tokens))
        && object(.triggers, in: behind(tokens, 5), where: { $0 == Trigger.vehicle.rawValue })
        ? .ambush : nil
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
        && first(.heard, in: before(tokens, 2)) != nil
      return isHeard ? nil : trigger
    case .explosion:
      return first(.heard, in: before(tokens, 5)) == nil ? .explosion : nil
    case .take:
      if takesPlace(tokens) { return .control }
      // "وانتزع القرية": whoever was spoken of before.
      if form == .verb, !clitics.isDisjoint(with: [.waw, .feh]),
        matches.first(
          .placenouns, in: behind(tokens, 1), where: { $0.clitics.isEmpty }) != nil,
        self.tokens.hasArticle(self.tokens.list[tokens.upperBound])
      {
        return .control
      }
      let isPeople = object(.trades, in: behind(tokens, 7)) {
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
    return leads(.errand, to: tokens.lowerBound)
  }

  /// Whether a sign stands within eight words before a token, in the same stretch of its sentence.
  public func leads(_ sign: StatusSign, to start: Int) -> Bool {
    for i in (max(0, start - 8)..<start).reversed() {
      let token = tokens.list[i]
      if token.kind == .lineBreak || token.mark.endsSentence || token.mark == .comma {
        return false
      }
      if self.sign(sign, at: i) != nil { return true }
    }
    return false
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
  var isAirborne: Bool { self == .drone || self == .warplane || self == .helicopter }

  /// Whether it is fired or dropped.
  var isShot: Bool {
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
