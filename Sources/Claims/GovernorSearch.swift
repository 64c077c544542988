import ArabicText
import Lexicon
import Mentions

/// The way leftwards from a party's name.
struct GovernorSearch {
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
  /// Where the last "من" or "تابعة ل" stood.
  var link: Int?
  /// Where the first of "مواقع", "مقر" before the name stands.
  var seat: Int?
  /// A place stands between the name and what is looked at.
  var isBehindPlace = false
  /// Another party stands between this one and what may govern both: the subject before the object.
  var isBehindOther = false

  /// Arms and gunmen that the text gives to nobody are looked at, and no party.
  var isBare: Bool { isArms || reading.reader.lexicon.actors[mention.actor].kind == .common }

  /// "مجهولون", "جهة مجهولة".
  var isUnknown: Bool { reading.reader.lexicon.actors[mention.actor].kind == .unknown }

  /// Arms that the text gives to nobody.
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
      // "دخلت الفصائل المدينة عقب قصف تركي": what went before the act.
      return hasInitiator && isAfterAnother(end) ? .apart : .acts
    }
    if let act = actAround {
      isSubject = act.form == .verb
      return .acts
    }
    // "مدعومة بطيران التحالف".
    if mention.clitics.contains(.beh),
      reading.lexeme(.parties, before: end)?.lexeme?.value == PartySign.partner.rawValue
    {
      return .helps
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
    // "سقط 8 قتلى، ستة منهم من الأمن واثنان من": some of the dead.
    if hasFrom, hasCount, !hasAsset, reading.has(.killed, in: event.outcomes) { return .lost }
    return hasArms ? .acts : .none
  }

  /// "برصاص مجهولين", "أطلق مجهولون النار": a phrase of the act that holds the one who did it.
  var actAround: Lexeme? {
    let start = mention.tokens.lowerBound
    return (max(event.tokens.lowerBound, start - 3)..<start).lazy.compactMap {
      reading.lexeme(.triggers, at: $0)
    }.first { Int($0.end) > start }?.lexeme
  }

  /// Looks at the words that end at `end`; nil when the search goes on.
  mutating func step() -> Governor? {
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
      return hasWaw ? .otherSide : .side
    }
    // "محاولة تسلل" goes before the verb "تسلل": the longer one.
    let trigger = reading.matches.lexeme(.triggers, endingAt: end)
    // "النار على", "السيطرة على": whoever follows suffers it.
    if let trigger, Int(trigger.end) - Int(trigger.start) > 1,
      reading.has(.spatial, Spatial.on.rawValue, at: i)
    {
      return .harmed
    }
    if let match = reading.lexeme(.parties, before: end),
      trigger.map({ $0.start >= match.start }) ?? true, let found = pass(party: match)
    {
      return found.governor
    }
    if let match = reading.matches.lexeme(.status, endingAt: end) {
      switch match.lexeme.flatMap({ StatusSign(rawValue: $0.value) }) {
      case .foiled: return stopper
      case .repelled: return repelled(match)
      default: break
      }
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
  mutating func pass(means match: Match) -> Governor? {
    // "بصواريخ الكاتيوشا تجمعات": whose they are would have to stand there.
    let next = Int(match.end)
    let isOfPerson = reading.matches.begins(CategorySet(.trades), at: next)
    let isClosed =
      next < mention.tokens.lowerBound
      && (reading.isDefiniteWord(next - 1)
        || hasInitiator && hasAsset && !isOfPerson)
    if match.clitics.contains(.beh), !isBehindOther, !hasSeat, !isClosed,
      !hasLam || !hasAsset || isOfPerson
    {
      return .acts
    }
    end = Int(match.start)
    // "قصف التحالف ومدفعيته قوة": those of the party before.
    if match.clitics.contains(.pronoun) {
      isBehindOther = true
      return nil
    }
    note(match.clitics)
    hasArms = !isClosed
    return nil
  }

  mutating func note(_ clitics: Clitics) {
    if clitics.contains(.lam) { hasLam = true }
    if clitics.contains(.waw) { hasWaw = true }
  }

  /// Quotes and brackets are passed, and commas around a date; another comma ends the search.
  mutating func passMark(_ i: Int) -> Governor? {
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
  mutating func end(here: Void) -> Governor? {
    unknown = .max - 1
    end = event.tokens.lowerBound
    return nil
  }

  mutating func passUnknown(_ i: Int) {
    let token = reading.tokens.list[i]
    if reading.isInPlace(i) { isBehindPlace = true }
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

  static let counted: CategorySet = [
    CategorySet(.numbers), CategorySet(.trades), CategorySet(.quantities),
  ]
}
