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
  /// "متهمين باستهداف حواجز", "بحثاً عن", "رداً على هجوم": an act that somebody is blamed for, or that is
  /// meant or answered.
  public var isBlamed: Bool
  /// An act that is named and not told, since it is blamed on somebody without saying where and when.
  public var isAccusation: Bool

  /// Whether it tells an act, and does not only name it.
  public var isStrong: Bool { form != .weak && !isAccusation }
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
  /// What begins in the clause.
  var words: CategorySet
  /// How the report vouches for it.
  var status: SignSet
}

/// The clauses of a report, with the triggers and the outcomes that were found on the way.
public struct Clauses: ~Copyable {
  public private(set) var list = PlainList<Clause>()
  /// The clauses of each sentence.
  private var sentences = PlainList<Range<Int>>()
  public private(set) var triggers = PlainList<TriggerMention>()
  public private(set) var outcomes = PlainList<OutcomeMention>()
  /// Where the last idiom ends: no word of it tells an act.
  private var idiomEnd = 0
  /// The first sign that stands behind the clauses before.
  private var nextSign = 0

  init() {}

  /// The indexes of the clauses of a sentence, which they tile.
  public func list(ofSentence sentence: Int) -> Range<Int> { sentences[sentence] }

  /// What begins in some clauses.
  public func words(in clauses: Range<Int>) -> CategorySet {
    list.withElements { list in
      var all: CategorySet = []
      for clause in list[clauses] { all.formUnion(clause.words) }
      return all
    }
  }

  /// What begins in a sentence.
  public func words(ofSentence sentence: Int) -> CategorySet { words(in: sentences[sentence]) }

  /// How the report vouches for what some clauses say.
  public func status(in clauses: Range<Int>) -> SignSet {
    list.withElements { list in
      var all: SignSet = []
      for clause in list[clauses] { all.formUnion(clause.status) }
      return all
    }
  }

  /// The indexes of the groups whose first name begins in a sentence.
  public func groups(ofSentence sentence: Int) -> Range<Int> {
    let clauses = sentences[sentence]
    guard !clauses.isEmpty else { return 0..<0 }
    return list[clauses.lowerBound].groups
      .lowerBound..<list[clauses.upperBound - 1].groups
      .upperBound
  }

  mutating func clear() {
    list.cut(to: 0)
    sentences.cut(to: 0)
    triggers.cut(to: 0)
    outcomes.cut(to: 0)
    idiomEnd = 0
    nextSign = 0
  }

  /// Cuts each sentence into clauses.
  mutating func read(in reading: ReportReading) {
    let openings = Self.openings
    let signs = openings.union(.punctuation)
    for s in reading.sentences.indices {
      let sentence = reading.sentences[s].tokens
      let first = list.count
      var start = sentence.lowerBound
      func cut(at i: Int) {
        guard i > start, i < sentence.upperBound, Self.begins(at: i, reading) else { return }
        append(start..<i, reading)
        start = i
      }
      var i = start
      while true {
        i = reading.matches.next(signs, from: i, to: sentence.upperBound)
        guard i < sentence.upperBound else { break }
        let begins = reading.matches.begins[i]
        if !begins.isDisjoint(with: openings) { cut(at: i) }
        i += 1
        // What stands behind punctuation, if it is not looked at for itself.
        if begins.contains(.punctuation), !reading.matches.begins(openings, at: i) { cut(at: i) }
      }
      append(start..<sentence.upperBound, reading)
      sentences.append(first..<list.count)
    }
  }

  /// What a clause may begin with, apart from punctuation before it.
  private static let openings: CategorySet = [
    CategorySet(.status), CategorySet(.triggers), CategorySet(.outcomes), CategorySet(.speech),
  ]

  /// Whether a clause begins at a token that stands behind punctuation, or with an opening there.
  private static func begins(at i: Int, _ reading: ReportReading) -> Bool {
    let previous = reading.tokens.list[i - 1]
    let isMarked = previous.kind == .punctuation
    if reading.isInDate(i) {
      // "…، وفجر الثلاثاء انفجرت": a day of its own opens what follows.
      return isMarked && !reading.isInDate(i - 1)
        && !reading.clitics(at: i).isDisjoint(with: [.waw, .feh])
    }
    if reading.isInPlace(i) && reading.isInPlace(i - 1) { return false }
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
      // "قضى على إثره": a pronoun makes it "because of it".
      if clause.clitics.contains(.pronoun), reading.matches.ends[i].has(.spatial) { return false }
      // "وسط مدينة نوى": in the middle of it, and not "amid".
      if i + 1 < reading.tokens.list.count, reading.isInPlace(i + 1),
        reading.lexeme(.spatial, at: i) != nil
      {
        return false
      }
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
    let told = Self.told
    let words = reading.matches.begins(in: tokens)
    var end = tokens.lowerBound
    while !words.isDisjoint(with: told) {
      let i = reading.matches.next(told, from: end, to: tokens.upperBound)
      guard i < tokens.upperBound else { break }
      end = i + 1
      if reading.isInDate(i) { continue }
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
        outcomes: firstOutcome..<outcomes.count, groups: groups(in: tokens, reading),
        dates: dates(in: tokens, reading), words: words,
        status: words.has(.status) ? signs(in: tokens, reading) : []))
  }

  /// The kinds of signs of a clause: those behind the signs of the clauses before.
  private mutating func signs(in tokens: Range<Int>, _ reading: ReportReading) -> SignSet {
    let stages = reading.stages
    var found: SignSet = []
    while nextSign < stages.pointee.matches.signs.count {
      let sign = stages.pointee.matches.signs[nextSign]
      guard Int(sign.start) < tokens.upperBound else { break }
      if Int(sign.start) >= tokens.lowerBound, let value = sign.lexeme?.value {
        found.formUnion(SignSet(rawValue: 1 << UInt32(value)))
      }
      nextSign += 1
    }
    return found
  }

  /// The groups of a clause: those behind the groups of the clauses before.
  private func groups(in tokens: Range<Int>, _ reading: ReportReading) -> Range<Int> {
    let stages = reading.stages
    return Self.indexes(
      from: list.last?.groups.upperBound ?? 0, to: stages.pointee.groups.count, in: tokens
    ) { stages.pointee.places[stages.pointee.groups[$0].head].tokens.lowerBound }
  }

  /// The dates of a clause: those behind the dates of the clauses before.
  private func dates(in tokens: Range<Int>, _ reading: ReportReading) -> Range<Int> {
    let stages = reading.stages
    return Self.indexes(
      from: list.last?.dates.upperBound ?? 0, to: stages.pointee.dates.count, in: tokens
    ) { stages.pointee.dates[$0].tokens.lowerBound }
  }

  /// Which of a list's elements begin in a range of tokens; few, and none before the first given.
  @inline(__always)
  private static func indexes(
    from first: Int, to count: Int, in tokens: Range<Int>, start: (Int) -> Int
  ) -> Range<Int> {
    var first = first
    while first < count, start(first) < tokens.lowerBound { first += 1 }
    var end = first
    while end < count, start(end) < tokens.upperBound { end += 1 }
    return first..<end
  }

  private static let told: CategorySet = [CategorySet(.triggers), CategorySet(.outcomes)]

  private mutating func append(
    trigger lexeme: Lexeme, _ match: Match, behind first: Int, _ reading: ReportReading
  ) {
    let tokens = Int(match.start)..<Int(match.end)
    if lexeme.value == Trigger.idiom.rawValue { idiomEnd = tokens.upperBound }
    guard tokens.lowerBound >= idiomEnd, let trigger = Trigger(rawValue: lexeme.value),
      !reading.isInPlaceName(tokens.lowerBound),
      lexeme.form != .verb
        || reading.canBeVerb(tokens.lowerBound) && !reading.isSince(tokens.lowerBound),
      !Self.isInsideActorName(tokens.lowerBound, trigger, reading),
      !reading.isNatural(behind: tokens.upperBound)
    else { return }
    if triggers.count > first, let last = triggers.last,
      last.tokens.upperBound > tokens.lowerBound, last.tokens.count >= tokens.count
    {
      return
    }
    guard !reading.isErrand(trigger, lexeme.form, tokens, match.clitics),
      let told = reading.act(trigger, lexeme.form, tokens, match.clitics)
    else { return }
    let isBlamed = reading.isBlamed(lexeme.form, at: tokens.lowerBound)
    // A weak word that tells an act with what stands beside it is as good as any verb.
    let isMade = lexeme.form == .weak && (told == .raid || told == .cache) && told != trigger
    triggers.append(
      TriggerMention(
        trigger: told, form: isMade ? .verb : lexeme.form, tokens: tokens, clitics: match.clitics,
        isDefinite: lexeme.form != .verb && trigger.isTold && !isMade
          && reading.isDefiniteWord(tokens.lowerBound) && !reading.isTried(tokens.lowerBound),
        needsArms: trigger.needsArms && !(trigger == .attack && lexeme.form == .noun)
          && !(trigger == .control && lexeme.form == .verb && reading.isOfPlace(tokens))
          || trigger.isTaking && lexeme.form == .noun
            && reading.isDefiniteWord(tokens.lowerBound) && tokens.count == 1,
        isBlamed: isBlamed,
        isAccusation: isBlamed && !reading.isToldWhereAndWhen(lexeme.form, tokens)))
  }

  private mutating func append(
    outcome lexeme: Lexeme, _ match: Match, behind first: Int, _ reading: ReportReading
  ) {
    let tokens = Int(match.start)..<Int(match.end)
    guard let outcome = Outcome(rawValue: lexeme.value),
      !reading.isInPlaceName(tokens.lowerBound),
      // "وحيداً" is no "and they two swerved"; "مقتولاً" is in the list as it stands.
      lexeme.form != .verb || match.clitics.isEmpty || reading.canBeVerb(tokens.lowerBound),
      outcome != .fell || !reading.isVerb(at: tokens.upperBound)
        || reading.clitics(at: tokens.upperBound).contains(.waw),
      // "هيئة تحرير الشام"
      outcome != .freed || !reading.isInActor(tokens.lowerBound),
      // "أوقفت المارة وفتشتهم": let go again.
      outcome != .detained || lexeme.form != .verb || !reading.isOfPassers(tokens)
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

  /// Whether somebody is accused of an act, or it is looked for or answered.
  fileprivate func isBlamed(_ form: Form, at start: Int) -> Bool {
    guard matches.present.has(.status) else { return false }
    if form == .noun, start > 0, sign(.before, at: start - 1) != nil { return true }
    for i in max(0, start - 5)..<start {
      guard let match = sign(.accusation, at: i), Int(match.end) <= start else { continue }
      // Nothing but a comma ends its reach.
      if !(Int(match.end)..<start).contains(where: { tokens.list[$0].kind == .punctuation }) {
        return true
      }
    }
    return false
  }

  /// "لم تشهد المنطقة هجوماً منذ دخلتها القوات": a verb that only says since when.
  fileprivate func isSince(_ token: Int) -> Bool {
    guard token > 0, let before = lexeme(.calendar, at: token - 1)?.lexeme else { return false }
    return before.value == CalendarWord.since.rawValue
  }

  /// "حاولت قوة التوغل في محيط X": what somebody tries to do is told, with its article too.
  fileprivate func isTried(_ start: Int) -> Bool {
    matches.present.has(.status) && leads(.attempt, to: start)
  }

  /// "متورط في الهجوم على حاجز في بلدة X في السابع من آذار": with a place and a day of the calendar what
  /// somebody is blamed for is told as well.
  fileprivate func isToldWhereAndWhen(_ form: Form, _ act: Range<Int>) -> Bool {
    guard form == .noun, sign(.before, at: max(0, act.lowerBound - 1)) == nil else { return false }
    let behind = act.upperBound..<min(act.upperBound + 12, tokens.list.count)
    guard
      let day = dates(in: behind).first(where: {
        let expression = dates[$0].expression
        return expression.isCalendar && !expression.isCoarse && !expression.isYear
      })
    else { return false }
    let until = behind.lowerBound..<dates[day].tokens.lowerBound
    return !hasPunctuation(until)
      && places(in: until).contains { places[$0].anaphor == nil && !isArea(places[$0]) }
  }

  /// Whether a word that is spelled as a verb can be one: no verb ends in ة or in tanwin.
  fileprivate func canBeVerb(_ token: Int) -> Bool {
    // "منذ ساعات فجر اليوم": the dawn.
    let isDawn =
      matches.begins(CategorySet(.dayparts), at: token) && token + 1 < tokens.list.count
      && isInDate(token + 1)
    return !isDawn && !endsAsNoun(token, .tehMarbuta) && !endsAsNoun(token, .tanwin)
  }

  /// Whether a verb stands at a token: "فقد قُتل" is no loss of anybody, and only says that it happened.
  fileprivate func isVerb(at token: Int) -> Bool {
    matches.at(token).contains {
      guard let lexeme = matches[$0].lexeme, lexeme.form == .verb else { return false }
      return lexeme.category == .triggers || lexeme.category == .outcomes
    }
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
  @inlinable @inline(__always)
  public func sign(_ sign: StatusSign, at token: Int) -> Match? {
    guard matches.begins(CategorySet(.status), at: token) else { return nil }
    return found(sign, at: token)
  }

  @usableFromInline
  func found(_ sign: StatusSign, at token: Int) -> Match? {
    for m in matches.at(token) {
      let match = matches[m]
      guard match.lexeme?.category == .status, let value = match.lexeme?.value else { continue }
      // "قبيل" begins a clause as well.
      if value == sign.rawValue || sign == .clause && value == StatusSign.before.rawValue {
        return match
      }
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

extension Trigger {
  /// Whether people are taken: "تعيش على الخطف" tells of nobody who was.
  fileprivate var isTaking: Bool { self == .arrest || self == .kidnapping }

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
