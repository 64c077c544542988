import ArabicText
import Lexicon
import Mentions
import Reports

/// What a party's name hangs on in its sentence, and what that makes of the party.
enum Governor {
  /// It did the act: the subject of a verb, behind "على يد", behind "قصف".
  case acts
  /// It suffered the act: the object, behind "ضد".
  case harmed
  /// It lost somebody: behind "مقتل عناصر من".
  case lost
  /// It took part on the side of another: behind "بدعم من".
  case helps
  /// One of two that fought: behind "بين".
  case side
  /// It is joined to the party named before it by و.
  case joined
  /// It is named and has no part: a source, a name behind "التابعة ل".
  case apart
  /// The sentence does not say.
  case none
}

extension ReportReading {
  /// What a party's name hangs on: looks leftwards past what belongs to the party to what governs it,
  /// then rightwards to the verb of which it is the subject.
  ///
  /// - Parameter hasInitiator: Whether the event's initiator stands before the name.
  func governor(of mention: ActorMention, in event: Event, hasInitiator: Bool) -> Governor {
    var search = GovernorSearch(self, mention, event, hasInitiator: hasInitiator)
    let governor = search.governor()
    // "بقصف من طائرة", "غارة لطائرة", "بمشاركة مروحيات": arms act only as the subject of a verb.
    return search.isArms && (governor != .acts || !search.isSubject) ? .apart : governor
  }
}

/// The way leftwards from a party's name.
private struct GovernorSearch {
  let reading: ReportReading
  let mention: ActorMention
  let event: Event
  let hasInitiator: Bool
  /// The token behind the words that are still to be looked at.
  var end: Int
  /// Words passed that no list knows.
  var unknown = 0
  /// "مقر", "مواقع" stood before the name.
  var hasSeat = false
  /// "دورية", "عناصر" stood before the name.
  var hasAsset = false
  /// "طائرات", "رصاص" stood before the name.
  var hasArms = false
  /// "تابعة ل" stood before the name.
  var isAligned = false
  /// ل stood at the name or at what belongs to it.
  var hasLam: Bool
  /// و stood at the name or at what belongs to it.
  var hasWaw: Bool
  /// "من" stood before the name: "مسلحون من العشائر".
  var hasFrom = false
  /// "إلى" stood before the name: "نُسب إلى التنظيم".
  var hasToward = false
  /// A number or a word for people stood before the name: "ثلاثة من عناصر".
  var hasCount = false
  /// "رتلاً", "قيادياً": what belongs to the party is the object of a verb.
  var isObject = false
  /// The party is the subject of a verb.
  var isSubject = false
  /// Another party stands between this one and what may govern both: the subject before the object.
  var isBehindOther = false

  /// Arms that the text gives to nobody are looked at, and no party.
  var isArms: Bool { reading.reader.lexicon.actors[mention.actor].kind == .arms }

  init(
    _ reading: ReportReading, _ mention: ActorMention, _ event: Event, hasInitiator: Bool
  ) {
    self.reading = reading
    self.mention = mention
    self.event = event
    self.hasInitiator = hasInitiator
    end = mention.tokens.lowerBound
    hasLam = mention.clitics.contains(.lam)
    hasWaw = mention.clitics.contains(.waw)
  }

  mutating func governor() -> Governor {
    if isFormer() { return .apart }
    // "غارة إسرائيلية": the act and whose it is in one.
    if let act = reading.lexeme(.triggers, at: mention.tokens.lowerBound)?.lexeme, act.form == .noun
    {
      return .acts
    }
    if let act = actAround {
      isSubject = act.form == .verb
      return .acts
    }
    // "بطائرات التحالف": the instrument, and whose it is.
    if mention.clitics.contains(.beh), reading.lexeme(.means, at: mention.tokens.lowerBound) != nil
    {
      return .acts
    }
    while end > event.tokens.lowerBound, unknown <= 3 {
      if let found = step() { return found }
    }
    if let subject = verbBehind() {
      isSubject = !hasLam && !hasFrom
      return hasSeat ? .harmed : subject
    }
    if hasSeat || isObject { return .harmed }
    return hasArms ? .acts : .none
  }

  /// "برصاص مجهولين", "أطلق مجهولون النار": a phrase of the act that holds the one who did it.
  private var actAround: Lexeme? {
    let start = mention.tokens.lowerBound
    for i in max(event.tokens.lowerBound, start - 3)..<start {
      if let act = reading.lexeme(.triggers, at: i), Int(act.end) > start { return act.lexeme }
    }
    return nil
  }

  /// Looks at the words that end at `end`; nil when the search goes on.
  private mutating func step() -> Governor? {
    let i = end - 1
    let token = reading.tokens.list[i]
    if token.kind == .punctuation { return passMark(i) }
    if reading.isInDate(i) {
      end = i
      return nil
    }
    if let other = previousActor(at: i) { return meet(other) }
    if reading.sign(.clause, at: i) != nil { return end(here: ()) }
    if let match = reading.matches.lexeme(.spatial, endingAt: end),
      match.lexeme?.value == Spatial.between.rawValue
    {
      return .side
    }
    // "محاولة تسلل" goes before the verb "تسلل": the longer one.
    let trigger = reading.matches.lexeme(.triggers, endingAt: end)
    if let match = reading.lexeme(.parties, before: end),
      trigger.map({ $0.start >= match.start }) ?? true, let found = pass(party: match)
    {
      return found.governor
    }
    if let match = reading.matches.lexeme(.status, endingAt: end),
      match.lexeme?.value == StatusSign.foiled.rawValue
    {
      return stopper
    }
    if let trigger, !reading.isInPlaceName(i) { return pass(trigger: trigger) }
    if let match = reading.matches.lexeme(.outcomes, endingAt: end) { return pass(outcome: match) }
    // "قُتل 14 بينهم جنود": some of those who were counted.
    if let match = reading.matches.lexeme(.quantities, endingAt: end),
      match.lexeme?.value == Quantity.subset.rawValue
    {
      return .apart
    }
    if let match = reading.matches.lexeme(.means, endingAt: end) { return pass(means: match) }
    if let match = reading.matches.lexeme(.speech, endingAt: end) { return pass(speech: match) }
    if let match = reading.matches.lexeme(.spatial, endingAt: end) { return pass(spatial: match) }
    passUnknown(i)
    return nil
  }

  /// "برصاص مجهولين", "بطائرات التحالف": whose the instrument is has done it.
  private mutating func pass(means match: Match) -> Governor? {
    if match.clitics.contains(.beh), !isBehindOther, !hasSeat, !hasLam || !hasAsset {
      return .acts
    }
    note(match.clitics)
    hasArms = true
    end = Int(match.start)
    return nil
  }

  private mutating func note(_ clitics: Clitics) {
    if clitics.contains(.lam) { hasLam = true }
    if clitics.contains(.waw) { hasWaw = true }
  }

  /// Quotes and brackets are passed, and commas around a date; another comma ends the search.
  private mutating func passMark(_ i: Int) -> Governor? {
    let mark = reading.tokens.list[i].mark
    switch mark {
    case .quote, .joiner, .dash, .openBracket: break
    case .comma:
      let isAtDate =
        i > 0 && reading.isInDate(i - 1)
        || i + 1 < reading.tokens.list.count && reading.isInDate(i + 1)
      if !isAtDate { return end(here: ()) }
    default: return end(here: ())
    }
    end = i
    return nil
  }

  /// Ends the search without a governor on the left.
  private mutating func end(here: Void) -> Governor? {
    unknown = .max - 1
    end = event.tokens.lowerBound
    return nil
  }

  private mutating func passUnknown(_ i: Int) {
    let token = reading.tokens.list[i]
    if token.kind == .number || reading.matches.begins(Self.counted, at: i) {
      hasCount = true
    } else if token.lettersCount == 1, reading.tokens.letter(0, of: token) == .waw {
      // "التحالف و"قسد"": the conjunction stands by itself before a quotation mark.
      hasWaw = true
    } else if !reading.isInPlace(i) {
      unknown += 1
    }
    note(reading.clitics(at: i))
    end = i
  }

  private static let counted: CategorySet = [
    CategorySet(.numbers), CategorySet(.trades), CategorySet(.quantities),
  ]

  // MARK: Parties

  private func previousActor(at i: Int) -> ActorMention? {
    guard reading.isInActor(i) else { return nil }
    let index = reading.actors.firstIndex { $0.tokens.upperBound > i }
    guard index < reading.actors.count, reading.actors[index].tokens.contains(i) else { return nil }
    return reading.actors[index]
  }

  /// What a party is whose way leftwards ends at another party.
  private mutating func meet(_ other: ActorMention) -> Governor? {
    let kind = reading.reader.lexicon.actors[other.actor].kind
    if isAligned, kind != .arms, kind != .unknown { return .apart }
    if hasWaw { return .joined }
    end = other.tokens.lowerBound
    switch kind {
    // "طائرة مسيرة تابعة للتحالف", "المسلحين من داعش": what belongs to the party.
    case .arms: hasArms = true
    case .unknown where isAligned || hasFrom: hasAsset = true
    default:
      // "القوات الخاصة في التحالف الدولي": a part of the party that is named behind it.
      let gap = other.tokens.upperBound..<mention.tokens.lowerBound
      if gap.count == 1, reading.lexeme(.spatial, at: gap.lowerBound) != nil { return .joined }
      unknown += 1
      isBehindOther = true
    }
    note(other.clitics)
    return nil
  }

  /// "أحبط الأمن محاولة": who stopped an act is no party to it, but who seized the arms is.
  private var stopper: Governor {
    reading.has(.cache, in: event.triggers) || reading.has(.seizure, in: event.triggers)
      ? .acts : .apart
  }

  /// "القيادي السابق في": no more of the party.
  private func isFormer() -> Bool {
    let start = mention.tokens.lowerBound
    return (max(event.tokens.lowerBound, start - 3)..<start).contains { i in
      guard reading.has(.parties, PartySign.former.rawValue, at: i) else { return false }
      return (i..<start).allSatisfy {
        reading.tokens.list[$0].kind != .punctuation || reading.tokens.list[$0].mark == .quote
      }
    }
  }

  /// A result of one look: found, or to be searched on.
  private struct Found { var governor: Governor? }

  private mutating func pass(party match: Match) -> Found? {
    guard let sign = match.lexeme.flatMap({ PartySign(rawValue: $0.value) }) else { return nil }
    switch sign {
    case .by: return Found(governor: .acts)
    case .against: return Found(governor: .harmed)
    case .partner: return Found(governor: .helps)
    case .apart, .former: return Found(governor: .apart)
    case .surrounds: return Found(governor: isRaid(besides: match) ? verb(match) : .apart)
    case .opponent: return Found(governor: isFight ? .harmed : .apart)
    case .blames: return Found(governor: isBehindOther || hasLam || hasToward ? .acts : .apart)
    case .objects:
      // "خطف مجهولون تاجراً": the same letters as the verb.
      let isVerb = !hasAsset && !hasCount && !hasSeat && !hasLam && hasObject
      return Found(governor: isVerb || hasObjectBehind ? .acts : .harmed)
    case .mutual: return Found(governor: .side)
    case .that, .own: return Found(governor: end(here: ()))
    case .suffers, .leaves: return Found(governor: isBehindOther ? Governor.none : .harmed)
    case .does: return Found(governor: verb(match))
    case .asset:
      hasAsset = true
      isAligned = false
      noteCase(of: match)
      if match.clitics.contains(.beh) { return Found(governor: .harmed) }
    case .seat:
      hasSeat = true
      isAligned = false
      noteCase(of: match)
    case .aligned: isAligned = true
    case .suspected: break
    case .beside, .anybody, .riding, .arrival: return nil
    }
    note(match.clitics)
    end = Int(match.start)
    return Found(governor: nil)
  }

  /// "رتلاً", "مقراً": an accusative is an object.
  private mutating func noteCase(of match: Match) {
    let token = reading.tokens.list[Int(match.end) - 1]
    let count = Int(token.lettersCount)
    if count > 3, reading.tokens.letter(count - 1, of: token) == .alef,
      !reading.isDefiniteWord(Int(match.end) - 1)
    {
      isObject = true
    }
  }

  /// "استهداف التنظيم لدورية": behind the subject stands the object.
  private var hasObjectBehind: Bool {
    guard !hasLam, !hasSeat, !hasAsset, !isBehindOther else { return false }
    let i = mention.tokens.upperBound
    guard i < event.tokens.upperBound else { return false }
    return reading.clitics(at: i).contains(.lam)
  }

  // MARK: Verbs and nouns

  private func isRaid(besides match: Match) -> Bool {
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
  private var isFiring: Bool {
    event.triggers.contains {
      switch reading.parts.triggers[$0].trigger {
      case .shelling, .strike, .shooting, .launch, .fall: true
      default: false
      }
    }
  }

  private var isFight: Bool {
    event.triggers.contains {
      [.clash, .attack, .shooting, .control].contains(reading.parts.triggers[$0].trigger)
    }
  }

  /// Whether the party is subject or object of a verb before it.
  private mutating func verb(_ match: Match) -> Governor {
    isSubject = !hasLam && !hasFrom && !mention.clitics.contains(.beh)

    if isBehindOther || hasSeat || isObject || isPassive(match) { return .harmed }
    // "انفجرت عبوة بدورية".
    if mention.clitics.contains(.beh) { return .harmed }
    // "نصبه", "نفذتها": the object is said already.
    if match.clitics.contains(.pronoun) { return .acts }
    if hasInitiator, hasAsset { return .harmed }
    return hasSubject(before: Int(match.start)) ? .harmed : .acts
  }

  /// "استُهدفت": the vowel of the passive is written; or "من قبل" follows.
  private func isPassive(_ match: Match) -> Bool {
    let token = reading.tokens.list[Int(match.start)]
    let isPast = ![.yeh, .teh, .seen].contains(reading.tokens.letter(0, of: token))
    if isPast, reading.hasDamma(token) { return true }
    let start = mention.tokens.upperBound
    return (start..<min(start + 4, event.tokens.upperBound)).contains {
      reading.has(.parties, PartySign.by.rawValue, at: $0)
    }
  }

  /// Whether what acts stands before its verb: "عبوة ناسفة استهدفت", "طائرة قصفت".
  private func hasSubject(before verb: Int) -> Bool {
    var i = verb - 1
    var steps = 0
    while i >= event.tokens.lowerBound, steps < 5 {
      let token = reading.tokens.list[i]
      if token.kind == .punctuation, token.mark != .quote, !reading.isInDate(max(0, i - 1)) {
        return false
      }
      if reading.isInActor(i) { return true }
      for category in [Category.means, .triggers] where reading.lexeme(category, at: i) != nil {
        let lexeme = reading.lexeme(category, at: i)?.lexeme
        if category == .means || lexeme?.form == .noun { return true }
      }
      i -= 1
      steps += 1
    }
    return false
  }

  private mutating func pass(trigger match: Match) -> Governor? {
    guard let lexeme = match.lexeme, let trigger = Trigger(rawValue: lexeme.value) else {
      return nil
    }
    if lexeme.form == .verb {
      // "أسقط التحالف اثنتين منها": who stopped the drones.
      if trigger == .shootDown, reading.isStoppedDrone(event) { return .apart }
      return verb(match)
    }
    if hasSeat { return .harmed }
    // "قُتل في الضربة عنصر من": told before, and governing nothing.
    if !hasLam, hasAsset || hasCount, reading.isDefiniteWord(Int(match.start)) {
      end = Int(match.start)
      return nil
    }
    switch trigger {
    case .arrest, .kidnapping, .assassination, .execution, .seizure, .cache, .shootDown, .destroy,
      .exchange:
      return .harmed
    case .explosion, .bombing: return hasAsset ? .harmed : .acts
    default:
      // "نصبت الفصائل كميناً لمجموعة من": the initiator stands before.
      return hasLam && hasInitiator ? .harmed : .acts
    }
  }

  private mutating func pass(outcome match: Match) -> Governor? {
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
      if isArms {
        isSubject = !hasLam && !hasFrom
        return .acts
      }
      // "قتلت قوات النظام مدنياً": with an object behind it the subject acts.
      if hasArms, !isBehindOther { return .acts }
      if !hasAsset, !hasCount, !hasSeat, !hasLam, hasObject { return .acts }
      return .lost
    default: return .lost
    }
  }

  /// Whether people are counted or named right behind the party.
  private var hasObject: Bool {
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

  // MARK: Sources

  private mutating func pass(speech match: Match) -> Governor? {
    guard let sign = match.lexeme.flatMap({ Speech(rawValue: $0.value) }) else { return .apart }
    if sign == .say, !isBehindOther { return tellsOwnAct ? .acts : .apart }
    if sign == .say { return end(here: ()) }
    return .apart
  }

  /// "أعلنت الوزارة العثور على", "قالت قسد إنها", "أن قواتها": who speaks tells what it did itself.
  private var tellsOwnAct: Bool {
    let start = mention.tokens.upperBound
    let end = min(start + 10, event.tokens.upperBound)
    for i in start..<end {
      // "تقول قسد إنها أفشلت تسللاً"
      if reading.isInActor(i) || reading.sign(.foiled, at: i) != nil { return false }
      if let trigger = reading.lexeme(.triggers, at: i)?.lexeme, trigger.form == .noun {
        return reading.first(.foiled, in: start..<end) == nil
      }
      if let sign = reading.lexeme(.parties, at: i), let value = sign.lexeme?.value {
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

  private mutating func pass(spatial match: Match) -> Governor? {
    guard let sign = match.lexeme.flatMap({ Spatial(rawValue: $0.value) }) else { return nil }
    if sign == .between { return .side }
    if sign == .from, hasSeat, isFiring { return .acts }
    if sign == .toward { hasToward = true }
    note(match.clitics)
    end = Int(match.start)
    if sign == .from { hasFrom = true } else if sign != .in, sign != .on { unknown += 1 }
    return nil
  }

  // MARK: The verb behind

  /// "قوات النظام، فجر اليوم، قصفت": what the verb makes of the party that stands before it.
  private func verbBehind() -> Governor? {
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

  /// "إسرائيل تقتل المستشار", "قوات النظام قتلت مدنياً": somebody is named behind the verb.
  private func isActive(_ match: Match) -> Bool {
    guard !hasCount, !hasAsset, Int(match.end) < event.tokens.upperBound,
      !reading.hasDamma(reading.tokens.list[Int(match.start)])
    else { return false }
    let next = Int(match.end)
    return reading.matches.begins([CategorySet(.trades), CategorySet(.people)], at: next)
      && reading.clitics(at: next).isDisjoint(with: [.waw, .lam, .beh])
  }

  private func governor(
    behind lexeme: Lexeme, _ category: Category, _ match: Match
  ) -> Governor? {
    switch category {
    case .triggers:
      guard lexeme.form == .verb else { return nil }
      if lexeme.value == Trigger.shootDown.rawValue, reading.isStoppedDrone(event) {
        return .apart
      }
      return match.clitics.contains(.pronoun) || isPassive(match) ? .harmed : .acts
    case .parties:
      switch PartySign(rawValue: lexeme.value) {
      case .does: return match.clitics.contains(.pronoun) ? nil : .acts
      case .suffers, .leaves: return .harmed
      default: return nil
      }
    default:
      guard lexeme.form == .verb else { return nil }
      if lexeme.value == Outcome.killed.rawValue, isActive(match) { return .acts }
      return lexeme.value == Outcome.detained.rawValue ? .acts : .lost
    }
  }
}

extension ReportReading {
  /// Whether the vowel u is written in a word.
  fileprivate func hasDamma(_ token: Token) -> Bool {
    report.text.withUnsafeBufferPointer { text in
      var i = Int(token.start)
      while i + 1 < Int(token.end) {
        if text[i] == 0xD9, text[i + 1] == 0x8F { return true }
        i += 1
      }
      return false
    }
  }
}
