import ArabicText
import Lexicon
import Reports

/// A word that tells an operation, where it stands.
public struct TriggerMention: Sendable {
  public var trigger: Trigger
  public var form: Form
  public var tokens: Range<Int>
  public var clitics: Clitics
  /// "العملية", "الغارة": a noun with ال that may refer back.
  public var isDefinite: Bool
  /// Whether the word alone may as well speak of something peaceful.
  public var needsArms: Bool
}

/// A word for what became of people, where it stands.
public struct OutcomeMention: Sendable {
  public var outcome: Outcome
  public var form: Form
  public var tokens: Range<Int>
}

/// A stretch of a sentence that says one thing, and what was found in it: ranges of the reading's
/// lists.
public struct Clause: Sendable {
  public var tokens: Range<Int>
  public var triggers: Range<Int>
  public var outcomes: Range<Int>
  /// The groups whose first name stands in the clause.
  public var groups: Range<Int>
  public var dates: Range<Int>
}

/// The clauses of a report, with the triggers and the outcomes that were found on the way.
public struct Clauses: ~Copyable {
  public private(set) var list = PlainList<Clause>()
  public private(set) var triggers = PlainList<TriggerMention>()
  public private(set) var outcomes = PlainList<OutcomeMention>()
  /// Where the last idiom ends: no word of it tells an act.
  private var idiomEnd = 0

  init() {}

  /// The indexes of the clauses that begin in a range of tokens.
  public func list(in range: Range<Int>) -> Range<Int> {
    list.firstIndex {
      $0.tokens.lowerBound >= range.lowerBound
    }..<list.firstIndex { $0.tokens.lowerBound >= range.upperBound }
  }

  /// Cuts each sentence into clauses.
  init(of reading: ReportReading) {
    for s in reading.sentences.indices {
      let sentence = reading.sentences[s].tokens
      var start = sentence.lowerBound
      for i in sentence where i > start && Self.begins(at: i, reading) {
        append(start..<i, reading)
        start = i
      }
      append(start..<sentence.upperBound, reading)
    }
  }

  /// What a clause may begin with, apart from punctuation before it.
  private static let openings: CategorySet = [
    CategorySet(.status), CategorySet(.triggers), CategorySet(.outcomes), CategorySet(.speech),
  ]

  private static func begins(at i: Int, _ reading: ReportReading) -> Bool {
    let previous = reading.tokens.list[i - 1]
    let isMarked = previous.kind == .punctuation
    guard isMarked || reading.matches.begins(openings, at: i) else { return false }
    if reading.isInDate(i) || reading.isInPlace(i) && reading.isInPlace(i - 1) { return false }
    let token = reading.tokens.list[i]
    if isMarked {
      switch previous.mark {
      case .semicolon, .comma, .ellipsis: return true
      case .separator, .colon: return token.kind == .word
      case .dash: return !previous.isGlued && !reading.isInPlace(i)
      default: break
      }
    }
    guard token.kind == .word else { return false }
    if let clause = reading.sign(.clause, at: i) {
      return Int(clause.end) - i > 1 || !reading.isInPlace(i)
    }
    // و or ف on a verb begins a clause.
    for m in reading.matches.at(i) {
      let match = reading.matches[m]
      guard let lexeme = match.lexeme, !match.clitics.isDisjoint(with: [.waw, .feh]) else {
        continue
      }
      switch lexeme.category {
      case .triggers, .outcomes: if lexeme.form == .verb { return true }
      case .speech: if lexeme.value == Speech.say.rawValue { return true }
      default: continue
      }
    }
    return false
  }

  private mutating func append(_ tokens: Range<Int>, _ reading: ReportReading) {
    let (firstTrigger, firstOutcome) = (triggers.count, outcomes.count)
    for i in tokens where reading.matches.begins(Self.told, at: i) && !reading.isInDate(i) {
      for m in reading.matches.at(i) {
        let match = reading.matches[m]
        guard let lexeme = match.lexeme else { continue }
        switch lexeme.category {
        case .triggers: append(trigger: lexeme, match, behind: firstTrigger, reading)
        case .outcomes: append(outcome: lexeme, match, behind: firstOutcome, reading)
        default: continue
        }
      }
    }
    list.append(
      Clause(
        tokens: tokens, triggers: firstTrigger..<triggers.count,
        outcomes: firstOutcome..<outcomes.count, groups: reading.groups(in: tokens),
        dates: reading.dates(in: tokens)))
  }

  private static let told: CategorySet = [CategorySet(.triggers), CategorySet(.outcomes)]

  private mutating func append(
    trigger lexeme: Lexeme, _ match: Match, behind first: Int, _ reading: ReportReading
  ) {
    let tokens = Int(match.start)..<Int(match.end)
    if lexeme.value == Trigger.idiom.rawValue { idiomEnd = tokens.upperBound }
    guard tokens.lowerBound >= idiomEnd, let trigger = Trigger(rawValue: lexeme.value),
      !reading.isInPlaceName(tokens.lowerBound),
      lexeme.form != .verb || reading.canBeVerb(tokens.lowerBound),
      !Self.isInsideActorName(tokens.lowerBound, trigger, reading),
      !reading.isNatural(behind: tokens.upperBound)
    else { return }
    if triggers.count > first, let last = triggers.last,
      last.tokens.upperBound > tokens.lowerBound, last.tokens.count >= tokens.count
    {
      return
    }
    guard let told = reading.act(trigger, lexeme.form, tokens, match.clitics) else { return }
    triggers.append(
      TriggerMention(
        trigger: told, form: lexeme.form, tokens: tokens, clitics: match.clitics,
        isDefinite: lexeme.form != .verb && trigger.isTold
          && reading.isDefiniteWord(tokens.lowerBound),
        needsArms: trigger.needsArms && !(trigger == .attack && lexeme.form == .noun)
          && !(trigger == .control && lexeme.form == .verb && reading.isOfPlace(tokens))
          || trigger.isTaking && lexeme.form == .noun
            && reading.isDefiniteWord(tokens.lowerBound) && tokens.count == 1
      ))
  }

  private mutating func append(
    outcome lexeme: Lexeme, _ match: Match, behind first: Int, _ reading: ReportReading
  ) {
    let tokens = Int(match.start)..<Int(match.end)
    guard let outcome = Outcome(rawValue: lexeme.value),
      !reading.isInPlaceName(tokens.lowerBound),
      // "وحيداً" is no "and they two swerved"; "مقتولاً" is in the list as it stands.
      lexeme.form != .verb || match.clitics.isEmpty || reading.canBeVerb(tokens.lowerBound)
    else { return }
    // A word that stands in a list as noun and as verb is one hit, and may have a subject.
    if outcomes.count > first, let last = outcomes.last, last.outcome == outcome,
      last.tokens.upperBound > tokens.lowerBound
    {
      if lexeme.form == .verb, last.form == .noun { outcomes[outcomes.count - 1].form = .verb }
      return
    }
    outcomes.append(OutcomeMention(outcome: outcome, form: lexeme.form, tokens: tokens))
  }

  /// "عملية العزم الصلب", "غرفة عمليات الفتح المبين": a word of a body's name.
  private static func isInsideActorName(
    _ i: Int, _ trigger: Trigger, _ reading: ReportReading
  ) -> Bool {
    reading.isInActor(i) && (trigger == .operation || !reading.beginsActor(i))
  }
}

extension ReportReading {
  /// "قصفت الأمطار", "انفجار الأسعار": what stands behind a trigger bears no arms.
  fileprivate func isNatural(behind token: Int) -> Bool {
    guard matches.present.has(.unrelated), let match = lexeme(.unrelated, at: token),
      match.clitics.isEmpty
    else { return false }
    switch match.lexeme.flatMap({ Unrelated(rawValue: $0.value) }) {
    case .weather, .economy, .health: return true
    default: return false
    }
  }

  /// What a trigger tells with the words behind it; nil for one that tells nothing with them.
  fileprivate func act(
    _ trigger: Trigger, _ form: Form, _ tokens: Range<Int>, _ clitics: Clitics
  ) -> Trigger? {
    switch trigger {
    case .battle: return .clash
    case .launch:
      if object(.means, behind: tokens, where: { Means(rawValue: $0)?.isShot == true }) {
        return .shelling
      }
      return fallsIntoHands(tokens) ? .control : nil
    case .land:
      // "أنزلهما ملثمون من مركبتهما"
      if clitics.contains(.pronoun) { return nil }
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
      return form == .verb && hasParty(reach(of: tokens)) && goesToPlace(tokens) ? .incursion : nil
    // "حملة": one of arrests, and not one of relief.
    case .campaign:
      let range =
        max(
          0, tokens.lowerBound - Self.reach)..<min(
          tokens.upperBound + 2 * Self.reach, self.tokens.list.count)
      return hasParty(max(0, range.lowerBound - Self.reach)..<range.upperBound)
        || object(.outcomes, in: range, where: { $0 == Outcome.detained.rawValue })
        || object(.triggers, in: range, where: { Trigger(rawValue: $0)?.isSearch == true })
        ? .raidWeak : nil
    // "سُمعت أصوات انفجارات": nobody says where.
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
  fileprivate func isOfPlace(_ tokens: Range<Int>) -> Bool {
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
  }

  private func hasParty(around tokens: Range<Int>) -> Bool {
    hasParty(max(0, tokens.lowerBound - Self.reach)..<tokens.lowerBound)
      || hasParty(reach(of: tokens))
  }

  /// Whether a word that is spelled as a verb can be one: no verb ends in ة or in tanwin.
  fileprivate func canBeVerb(_ token: Int) -> Bool {
    // "منذ ساعات فجر اليوم": the dawn.
    let isDawn =
      matches.begins(CategorySet(.dayparts), at: token) && token + 1 < tokens.list.count
      && isInDate(token + 1)
    return !isDawn && !endsAsNoun(token, .tehMarbuta) && !endsAsNoun(token, .tanwin)
  }

  /// What ends a noun and never a verb or a name in the construct.
  enum NounEnding { case tehMarbuta, tanwin }

  /// Whether a token ends as only nouns do, as it is written.
  func endsAsNoun(_ token: Int, _ ending: NounEnding) -> Bool {
    let end = Int(tokens.list[token].end)
    guard end >= 4 else { return false }
    return report.text.withUnsafeBufferPointer { text in
      func letter(_ high: UInt8, _ low: UInt8, before end: Int) -> Bool {
        text[end - 2] == high && text[end - 1] == low
      }
      switch ending {
      case .tehMarbuta: return letter(0xD8, 0xA9, before: end)  // U+0629
      case .tanwin:
        // U+064B, and alef behind it.
        return letter(0xD9, 0x8B, before: end)
          || letter(0xD8, 0xA7, before: end) && letter(0xD9, 0x8B, before: end - 2)
      }
    }
  }

  /// The sign of how a report vouches for something that begins at a token.
  public func sign(_ sign: StatusSign, at token: Int) -> Match? {
    guard matches.begins(CategorySet(.status), at: token) else { return nil }
    for m in matches.at(token) {
      let match = matches[m]
      if match.lexeme?.category == .status, match.lexeme?.value == sign.rawValue { return match }
    }
    return nil
  }

  /// The first token of a range at which a sign stands.
  public func first(_ sign: StatusSign, in range: Range<Int>) -> Int? {
    matches.first(sign, in: range).map { Int($0.start) }
  }

  /// The indexes of the groups whose first name begins in a range of tokens.
  public func groups(in range: Range<Int>) -> Range<Int> {
    groups.firstIndex {
      places[$0.head].tokens.lowerBound >= range.lowerBound
    }..<groups.firstIndex { places[$0.head].tokens.lowerBound >= range.upperBound }
  }

  /// Whether an actor's name begins at a token.
  fileprivate func beginsActor(_ token: Int) -> Bool {
    let actor = actors.firstIndex { $0.tokens.lowerBound >= token }
    return actor < actors.count && actors[actor].tokens.lowerBound == token
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
  /// Whether it is fired or dropped.
  fileprivate var isShot: Bool {
    switch self {
    case .artillery, .mortar, .rocket, .barrelBomb, .clusterBomb: true
    default: false
    }
  }
}

extension Trigger {
  /// Whether people are taken: "تعيش على الخطف" tells of nobody who was.
  fileprivate var isTaking: Bool { self == .arrest || self == .kidnapping }

  /// Whether houses are searched or people taken.
  fileprivate var isSearch: Bool {
    switch self {
    case .raid, .raidWeak, .arrest, .seizure, .cache: true
    default: false
    }
  }

  /// Whether the word alone may as well speak of something peaceful.
  fileprivate var needsArms: Bool {
    switch self {
    case .attack, .strike, .battle, .explosion, .control, .operation, .destroy, .massacre,
      .raidWeak, .seizure:
      true
    default: false
    }
  }

  /// Whether the noun with ال speaks of an act that was told before: "الهجوم", but not "العثور على".
  var isTold: Bool {
    switch self {
    case .seizure, .arrest, .kidnapping, .cache, .checkpoint: false
    default: true
    }
  }
}
