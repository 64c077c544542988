import ArabicText
import Lexicon
import Mentions

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
    return search.governor()
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
  /// A number or a word for people stood before the name: "ثلاثة من عناصر".
  var hasCount = false
  /// "رتلاً", "قيادياً": what belongs to the party is the object of a verb.
  var isObject = false
  /// Another party stands between this one and what may govern both: the subject before the object.
  var isBehindOther = false

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
    while end > event.tokens.lowerBound, unknown <= 3 {
      if let found = step() { return found }
    }
    if let subject = verbBehind() { return hasSeat ? .harmed : subject }
    if hasSeat || isObject { return .harmed }
    return hasArms ? .acts : .none
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
    if let match = reading.lexeme(.parties, before: end), let found = pass(party: match) {
      return found.governor
    }
    if let match = reading.matches.lexeme(.status, endingAt: end),
      match.lexeme?.value == StatusSign.foiled.rawValue
    {
      return stopper
    }
    if let match = reading.matches.lexeme(.triggers, endingAt: end), !reading.isInPlaceName(i) {
      return pass(trigger: match)
    }
    if let match = reading.matches.lexeme(.outcomes, endingAt: end) { return pass(outcome: match) }
    if let match = reading.matches.lexeme(.means, endingAt: end) {
      note(match.clitics)
      hasArms = true
      end = Int(match.start)
      return nil
    }
    if let match = reading.matches.lexeme(.speech, endingAt: end) { return pass(speech: match) }
    if let match = reading.matches.lexeme(.spatial, endingAt: end) { return pass(spatial: match) }
    passUnknown(i)
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
    if isAligned { return .apart }
    if hasWaw { return .joined }
    // "قوى الأمن الداخلي (الأسايش)": the same again.
    if other.tokens.upperBound >= mention.tokens.lowerBound - 1, !hasLam { return .apart }
    end = other.tokens.lowerBound
    unknown += 1
    isBehindOther = true
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
    case .opponent: return Found(governor: isFight ? .harmed : .apart)
    case .blames: return Found(governor: isBehindOther || hasLam ? .acts : .apart)
    case .objects: return Found(governor: hasObjectBehind ? .acts : .harmed)
    case .mutual: return Found(governor: .side)
    case .that, .own: return Found(governor: end(here: ()))
    case .suffers: return Found(governor: isBehindOther ? Governor.none : .harmed)
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
    case .beside: return nil
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

  private var isFight: Bool {
    event.triggers.contains {
      [.clash, .attack, .shooting, .control].contains(reading.parts.triggers[$0].trigger)
    }
  }

  /// Whether the party is subject or object of a verb before it.
  private func verb(_ match: Match) -> Governor {
    if isBehindOther || hasSeat || isObject { return .harmed }
    // "نصبه", "نفذتها": the object is said already.
    if match.clitics.contains(.pronoun) { return .acts }
    if hasInitiator, hasAsset { return .harmed }
    return hasSubject(before: Int(match.start)) ? .harmed : .acts
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

  private func pass(trigger match: Match) -> Governor? {
    guard let lexeme = match.lexeme, let trigger = Trigger(rawValue: lexeme.value) else {
      return nil
    }
    if lexeme.form == .verb, !isNoun(match) {
      return verb(match)
    }
    if hasSeat { return .harmed }
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

  /// A noun that a list has among its verbs: "القصف الذي".
  private func isNoun(_ match: Match) -> Bool {
    reading.isDefiniteWord(Int(match.start))
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
      // "قتلت قوات النظام مدنياً": with an object behind it the subject acts.
      if !hasAsset, !hasCount, !hasSeat, !hasLam, hasObject { return .acts }
      return .lost
    default: return .lost
    }
  }

  /// Whether people are counted or named right behind the party.
  private var hasObject: Bool {
    let start = mention.tokens.upperBound
    return (start..<min(start + 3, event.tokens.upperBound)).contains {
      reading.matches.begins([CategorySet(.trades), CategorySet(.numbers)], at: $0)
        && reading.clitics(at: $0).isDisjoint(with: [.waw, .lam, .beh])
    }
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
      if reading.isInActor(i) { return false }
      if let trigger = reading.lexeme(.triggers, at: i)?.lexeme, trigger.form == .noun {
        return reading.first(.foiled, in: start..<end) == nil
      }
      if let sign = reading.lexeme(.parties, at: i), let value = sign.lexeme?.value {
        if value == PartySign.own.rawValue { return true }
        if value == PartySign.asset.rawValue, sign.clitics.contains(.pronoun) { return true }
        if value == PartySign.suffers.rawValue { return false }
      }
      if reading.lexeme(.means, at: i)?.clitics.contains(.pronoun) == true { return true }
    }
    return false
  }

  private mutating func pass(spatial match: Match) -> Governor? {
    guard let sign = match.lexeme.flatMap({ Spatial(rawValue: $0.value) }) else { return nil }
    if sign == .between { return .side }
    note(match.clitics)
    end = Int(match.start)
    if sign != .in && sign != .from { unknown += 1 }
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

  private func governor(
    behind lexeme: Lexeme, _ category: Category, _ match: Match
  ) -> Governor? {
    switch category {
    case .triggers:
      guard lexeme.form == .verb else { return nil }
      return match.clitics.contains(.pronoun) ? .harmed : .acts
    case .parties:
      switch PartySign(rawValue: lexeme.value) {
      case .does: return match.clitics.contains(.pronoun) ? nil : .acts
      case .suffers: return .harmed
      default: return nil
      }
    default:
      guard lexeme.form == .verb else { return nil }
      return lexeme.value == Outcome.detained.rawValue ? .acts : .lost
    }
  }
}
