import ArabicText
import Gazetteer
import Lexicon
import Mentions
import Reports

/// Walks through a report's sentences and puts together what they say of each operation.
struct Discourse {
  let reading: ReportReading
  /// The report's day: its own, or that of a date line.
  let published: CalendarDay?
  /// What each of the reading's dates means.
  let days: [EventDate?]
  var drafts: [Draft] = []
  /// The draft that the last sentence spoke of.
  var current: Int?
  /// The date of the report's news.
  var leadDate: EventDate?
  /// The label or the leading area that the present paragraph stands under.
  var heading: Draft.ContextMention?
  var headingLine = -1
  /// "الجمعة" on a line of its own between the items of a round-up: the day of those below, as an
  /// index of the reading's dates.
  var headingDay: Int?
  var hasBody = false
  /// Whether the report goes from day to day: "الجمعة", "السبت والأحد" on lines of their own.
  let isByDays: Bool
  /// Whether the report began with something that is no operation: an accident, a match.
  var isOfNone = false
  var isLabelled = false

  init(_ reading: ReportReading) {
    self.reading = reading
    published = reading.report.published ?? reading.dateline
    days = reading.days(published: published)
    isByDays = reading.dates.count > 1 && reading.goesByDays
  }

  // MARK: Sentences

  mutating func read(sentence s: Int) {
    for event in open(sentence: s) { read(event) }
    dateTold(by: s)
  }

  /// Gives what was told last the day that a sentence of its own names.
  mutating func dateTold(by s: Int) {
    guard let current, !drafts[current].hasOwnDate, let d = dateOfTold(reading.sentences[s]),
      !isParted(drafts[current].sentences.last ?? s, s)
    else { return }
    drafts[current].date = days[d]
    drafts[current].dateMention = d
    drafts[current].hasOwnDate = true
  }

  /// Notes what a sentence says of its paragraph, and gives the events that it tells.
  mutating func open(sentence s: Int) -> [Event] {
    noteHeading(s)
    return reading.sentences[s].kind == .body ? reading.events(of: s) : []
  }

  mutating func noteHeading(_ s: Int) {
    let sentence = reading.sentences[s]
    if sentence.kind == .body { hasBody = true }
    if sentence.kind == .label, hasBody || isByDays {
      let first = reading.dates(in: sentence.tokens).lowerBound
      headingDay = reading.isDay(sentence) ? first : nil
    }
    if sentence.kind == .dayOfPosts {
      headingDay = reading.dates(in: sentence.tokens).first
      current = nil
      return
    }
    if sentence.kind == .label {
      if let place = reading.places(in: sentence.tokens).first {
        heading = .init(place: place, direction: nil)
        headingLine = sentence.line
        isLabelled = true
      }
      return
    }
    if !isLabelled, sentence.line != headingLine { heading = nil }
    // "وفي محافظة الحسكة، قصفت …", "في ريف رأس العين، …": an area that opens a sentence.
    guard sentence.kind == .body, let g = reading.parts.groups(ofSentence: s).first else { return }
    let group = reading.groups[g]
    guard group.tokens.lowerBound - sentence.tokens.lowerBound <= 2,
      group.isCoarse(in: reading), reading.places[group.head].anaphor == nil
    else { return }
    heading = .init(place: group.head, direction: reading.places[group.head].part)
    headingLine = sentence.line
    isLabelled = false
  }

  // MARK: Events

  mutating func read(_ event: Event) {
    let tells =
      !event.triggers.isEmpty || !event.outcomes.isEmpty || !event.signs.means.isEmpty
      || reading.isElliptic(event)
    guard tells else { return }
    if reading.isNoEvent(event) {
      if drafts.isEmpty, reading.firstStrong(event.triggers) != nil { isOfNone = true }
      return
    }
    // "انفجر محول كهربائي …، والحمولة الزائدة سبب الانفجار": what was no operation, told again.
    if isOfNone, drafts.isEmpty, reading.firstStrong(event.triggers)?.isDefinite == true { return }
    var event = event
    event.type = .some(reading.type(of: event))
    read(told: event)
  }

  /// Reads an event that tells something, once it is known what kind of operation it is.
  private mutating func read(told event: Event) {
    let strong = reading.firstStrong(event.triggers)
    let told =
      typeOfFurtherMissile(event) ?? reading.type(of: event) ?? typeOfSimilar(event)
      ?? typeOfSame(event) ?? typeOfAnother(event)
    // Most of what tells no operation tells of no harm either.
    if told == nil, event.outcomes.isEmpty { return }
    var date = date(of: event)
    let site = site(of: event) ?? siteOfObject(event, date)
    let isBackground = reading.isBackground(event, reading.sentences[event.sentence].tokens)
    guard var type = told else {
      attach(event, site, date, isBackground)
      return
    }
    if reading.isAbroad(event, places: site?.anchors ?? []) {
      current = nil
      return
    }
    var status = reading.status(
      of: event, date: date?.value, mention: date?.mention,
      lead: leadDate ?? published.map { .day($0) }, isBackground: isBackground)
    if status == .reported, isEarlier(event) || date == nil && isPreceding(event) {
      status = .historical
    }
    if status == .planned, let told = date { date?.value = ahead(told) }
    // "نفت الوزارة، الاثنين، استهداف الحي": the day of the denial.
    if status == .denied, let told = date, isOfDenial(told, event) { date = nil }
    // "أفشلت اقتحاماً نفذه مسلحون": an attack on a front that was repelled.
    if status == .foiled,
      type == .groundRaid || type == .other && reading.has(.incursion, in: event.triggers)
    {
      type = .clash
    }
    if let target = target(of: event, type, site, date, status, strong) {
      merge(event, into: target, type, site, date, status)
      return
    }
    // A place or a day of its own makes a claim; a trigger alone does not.
    guard let site else {
      if drafts.isEmpty, let strong, status == .reported || date != nil,
        reading.isArmed(event), !strong.isDefinite || !event.outcomes.isEmpty,
        let site = headSite(reading.sentences[event.sentence].tokens) ?? placeless(event)
      {
        begin(event, type, site.anchors.isEmpty ? nil : site, date, status)
      } else if heading != nil, let date, let strong, isOfAnotherDay(event, date, strong) {
        begin(event, type, headSite(reading.sentences[event.sentence].tokens), date, status)
      } else if let strong, isApart(event, strong, status) {
        let site = headSite(reading.sentences[event.sentence].tokens)
        begin(event, type, site, date, status)
      } else if strong != nil {
        attach(event, nil, date, isBackground)
      }
      return
    }
    // "ويأتي هذا في اليوم الرابع من الهجوم على المنطقة": what is told is placed in it.
    if isBackground, site.anaphor != nil, date == nil, event.outcomes.isEmpty, let strong,
      strong.isDefinite
    {
      return
    }
    // "العملية" without "التي" goes on with an operation that was told; it begins none.
    if !drafts.isEmpty, date == nil, status == .reported || status == .historical, let strong,
      strong.isDefinite, !isAimed(strong, at: site),
      reading.first(.latest, in: event.tokens) == nil,
      allStrong(
        event,
        where: { !isRelative(after: $0) && ($0.isDefinite || isOf(strong, $0)) })
    {
      attach(event, site, date, isBackground)
      return
    }
    // "لم يسلم الموسم في إدلب من القصف": an act that is only named, and told nowhere.
    if drafts.isEmpty, date == nil, event.outcomes.isEmpty,
      status == .reported || status == .historical,
      let strong, strong.isDefinite, allStrong(event, where: { $0.isDefinite }),
      !isAimed(strong, at: site)
    {
      return
    }
    if drafts.isEmpty, status == .reported, reading.isTopic(event) { return }
    // "عملية", "معركة", "هاجم" need somebody in arms, or harm, to be what they say.
    guard
      reading.isArmed(event) || status != .reported && status != .historical
        || reading.isElliptic(event)
    else { return }
    let news = current
    begin(event, type, site, date, status)
    // What somebody is blamed for is an aside: the report goes on with its news.
    if strong?.isBlamed == true { current = news ?? current }
  }

  /// Whether a day stands right behind the word that denies.
  private func isOfDenial(_ day: EventDay, _ event: Event) -> Bool {
    let sentence = reading.sentences[event.sentence].tokens
    guard let denial = reading.first(.denied, in: sentence) else { return false }
    let between = reading.dates[day.mention].tokens.lowerBound - denial
    return between > 0 && between <= 6
      && !event.triggers.contains {
        let start = reading.parts.triggers[$0].tokens.lowerBound
        return start > denial && start < reading.dates[day.mention].tokens.lowerBound
      }
  }

  /// "وفي سياق منفصل، قُتل مدنيان باستهداف سيارتهما": another act, though nobody says where.
  private func isApart(
    _ event: Event, _ strong: TriggerMention, _ status: ClaimStatus
  ) -> Bool {
    let start = reading.sentences[event.sentence].tokens.lowerBound
    guard status == .reported, !drafts.isEmpty, !strong.isDefinite,
      let sign = reading.first(.secondEvent, in: event.tokens), sign <= start + 1,
      reading.matches.at(sign).contains(where: {
        reading.matches[$0].lexeme?.category == .status
          && reading.matches[$0].end - reading.matches[$0].start >= 3
      })
    else { return false }
    return !event.outcomes.isEmpty && !event.signs.counts.isEmpty && !event.signs.actors.isEmpty
  }

  /// Whether an event without a place is told as something of its own: of another day of the calendar
  /// than what was told before, and not by a word that refers back.
  func isOfAnotherDay(_ event: Event, _ date: EventDay, _ strong: TriggerMention) -> Bool {
    guard let current, drafts[current].hasOwnDate, !agrees(date, drafts[current]),
      date.value?.bounds != nil, !strong.isDefinite || strong.form == .verb
    else { return false }
    let expression = reading.dates[date.mention].expression
    return expression.isCalendar && !expression.isCoarse
      && event.tokens.contains(reading.dates[date.mention].tokens.lowerBound)
      && reading.first(.continuation, in: event.tokens) == nil && reading.isArmed(event)
  }

  /// "استعادتها القوات في 18 آب": the place told before, where the verb has it as its object and the
  /// day is another.
  func siteOfObject(_ event: Event, _ date: EventDay?) -> Site? {
    guard let strong = reading.firstStrong(event.triggers) else { return nil }
    guard let current else { return siteBefore(strong, event) }
    guard strong.form == .verb || strong.clitics.contains(.pronoun),
      !drafts[current].anchors.isEmpty,
      isTakenBack(strong, event) || isOfOtherDay(strong, event, date)
    else { return nil }
    var site = Site(anchors: drafts[current].anchors)
    site.relation = drafts[current].relation
    site.contexts = drafts[current].contexts
    return site
  }

  /// The place named last, where nothing was told before: "زار الوزير بلدة X؛ واستعادها الجيش في
  /// تشرين الأول".
  private func siteBefore(_ strong: TriggerMention, _ event: Event) -> Site? {
    guard strong.trigger == .control, strong.clitics.contains(.pronoun), !event.dates.isEmpty else {
      return nil
    }
    let trigger = strong.tokens.lowerBound
    return reading.places(in: max(0, trigger - 40)..<trigger).last {
      reading.places[$0].anaphor == nil && !reading.isArea(reading.places[$0]) && !isAway($0)
    }.map { Site(anchors: [$0]) }
  }

  /// "ثم استعاده الثوار": ground that was taken, and somebody else who takes it.
  private func isTakenBack(_ strong: TriggerMention, _ event: Event) -> Bool {
    guard let current, strong.trigger == .control, strong.clitics.contains(.pronoun) else {
      return false
    }
    return isByAnother(event, .clash, strong, drafts[current])
  }

  private func isOfOtherDay(_ strong: TriggerMention, _ event: Event, _ date: EventDay?) -> Bool {
    guard let current, let date else { return false }
    return (strong.clitics.contains(.pronoun) || strong.trigger == .control)
      && drafts[current].hasOwnDate && !agrees(date, drafts[current])
      && event.tokens.contains(reading.dates[date.mention].tokens.lowerBound)
  }

  /// "في 19 أيلول الماضي" in a report that dates its own news by no calendar day.
  func isEarlier(_ event: Event) -> Bool {
    guard published == nil, leadDate == nil, !drafts.isEmpty else { return false }
    return event.dates.contains {
      switch reading.dates[$0].expression {
      case .dayMonth(_, _, .last), .month(_, .last), .dayMonth(_, _, .lastYear): true
      default: false
      }
    }
  }

  /// Whether nothing but "عملية" says what was done.
  func isGeneric(_ event: Event) -> Bool {
    reading.firstStrong(event.triggers) != nil
      && allStrong(event) { $0.trigger == .operation || $0.trigger == .similar }
  }

  func allStrong(_ event: Event, where test: (TriggerMention) -> Bool) -> Bool {
    event.triggers.allSatisfy { !reading.isStrong($0) || test(reading.parts.triggers[$0]) }
  }

  /// Whether a relative clause follows: "العملية التي نفذتها".
  func isRelative(after hit: TriggerMention) -> Bool {
    (hit.tokens.upperBound..<min(hit.tokens.upperBound + 2, reading.tokens.list.count))
      .contains(where: reading.isRelativePronoun)
  }

  /// "عملية مشابهة", "ضربة مماثلة": of the kind that was told before.
  func typeOfSimilar(_ event: Event) -> OperationType? {
    guard reading.has(.similar, in: event.triggers) else { return nil }
    return drafts.last?.type
  }

  /// "وسقط صاروخ ثالث قرب بلدة Y" in a report of strikes from the air: nobody else fires.
  func typeOfFurtherMissile(_ event: Event) -> OperationType? {
    guard drafts.last?.type == .airStrike, event.signs.means.isOnly(.rocket),
      event.signs.actors.isEmpty, reading.type(of: event) == .shelling,
      reading.firstStrong(event.triggers)?.form == .verb
    else { return nil }
    return .airStrike
  }

  /// "وقُتل ثلاثة في بلدة Y" behind "قصفت المدفعية بلدة X" in one sentence: of the same kind.
  func typeOfSame(_ event: Event) -> OperationType? {
    guard let current, drafts[current].sentences.last == event.sentence,
      !reading.areBodiesFound(event),
      reading.has(.killed, in: event.outcomes) || reading.has(.wounded, in: event.outcomes),
      event.groups.contains(where: { reading.isEventPlace(reading.groups[$0]) })
    else { return nil }
    return drafts[current].type
  }

  /// "استهدفت غارة بلدة X، وأخرى بلدة Y": of the same kind.
  func typeOfAnother(_ event: Event) -> OperationType? {
    guard let current, drafts[current].sentences.last == event.sentence, reading.isElliptic(event)
    else { return nil }
    return drafts[current].type
  }

  /// "العملية استهدفت سجناً": what the operation that was told did; not "بعد العملية … قصفت طائرة".
  func isOf(_ operation: TriggerMention, _ act: TriggerMention) -> Bool {
    operation.trigger == .operation
      && !(act.form == .verb && act.trigger.isFire
        && act.tokens.lowerBound > operation.tokens.upperBound
        && !reading.isDefiniteWord(act.tokens.lowerBound - 1))
  }

  /// "القصف الروسي على أطراف إحسم", "الغارات عند كفرسجنة": a place right behind the act, and none of
  /// those that it was told of; "ولم يسلم ريف منبج من القصف": or right before it.
  func isAimed(_ trigger: TriggerMention, at site: Site) -> Bool {
    guard site.anaphor == nil, trigger.trigger.isFire || trigger.trigger.isFight,
      let first = site.anchors.first, !drafts.contains(where: { refersToSame(site, $0) })
    else { return false }
    let start = reading.places[first].tokens.lowerBound
    let from = trigger.tokens.lowerBound - 1
    if from >= 0, reading.places[first].tokens.upperBound == from,
      reading.has(.spatial, Spatial.from.rawValue, at: from),
      (max(0, start - 3)..<start).contains(where: { reading.sign(.negation, at: $0) != nil })
    {
      return true
    }
    return !site.isCoarse && start > trigger.tokens.upperBound
      && start - trigger.tokens.upperBound <= 5
  }

  /// An event without a place: only with somebody in arms, or arms, and with a day of its own.
  func placeless(_ event: Event) -> Site? {
    let isTold =
      event.dates.contains { reading.dates[$0].expression.isRecent }
      && (!event.signs.actors.isEmpty || !event.signs.means.isEmpty) && !isOfNeighbour(event)
    return isTold ? Site(anchors: []) : nil
  }

  /// "اشتبكت دورية من الجيش الأردني مع مهربين عند الواجهة الشمالية للمملكة": the army of a neighbour that
  /// acts at home when no place in Syria is named.
  private func isOfNeighbour(_ event: Event) -> Bool {
    event.signs.actors.contains {
      switch reading.reader.lexicon.actors[reading.actors[$0].actor].id {
      case "jordan_army", "lebanese_army", "iraq_forces": true
      default: false
      }
    }
  }

  /// A place that a headline may be of, and no word of a menu that a hamlet bears.
  func isTitled(_ place: Int) -> Bool {
    let mention = reading.places[place]
    return mention.noun != nil || mention.nameTokens.count > 1 || mention.spelling.importance >= 50
  }

  /// Whether a place stands in a group that somebody comes from or speaks from.
  func isAway(_ place: Int) -> Bool {
    reading.groups.indices.contains {
      let group = reading.groups[$0]
      return (group.heads.contains(place) || group.contexts.contains(place))
        && group.role != .event && group.role != .destination
    }
  }

  /// The heading's area as the place of an event that names none.
  func headSite(_ sentence: Range<Int>) -> Site? {
    guard let heading else {
      // The title's place, for a report that opens without one.
      for s in reading.sentences.indices where reading.sentences[s].kind == .heading {
        for g in reading.groups(in: reading.sentences[s].tokens)
        where reading.groups[g].role == .event && isTitled(reading.groups[g].head) {
          return Site(anchors: Array(reading.groups[g].heads), as: reading.groups[g])
        }
      }
      // "عاد الباعة إلى الشارع الرئيسي في منبج": a town that the sentence names for something else.
      let town = reading.places(in: sentence).first {
        reading.places[$0].spelling.importance >= 50 && reading.places[$0].anaphor == nil
          && !isAway($0)
      }
      return town.map { Site(anchors: [$0]) }
    }
    var site = Site(anchors: [heading.place])
    site.relation = reading.places[heading.place].noun == .countryside ? .countryside : .in
    return site
  }

  mutating func begin(
    _ event: Event, _ type: OperationType, _ site: Site?, _ date: EventDay?, _ status: ClaimStatus
  ) {
    let draft = Draft(type: type, status: status)
    draft.isGeneric = isGeneric(event)
    if let site { place(site, in: draft) }
    if let date {
      draft.date = date.value
      draft.dateMention = date.mention
      draft.hasOwnDate = true
    }
    drafts.append(draft)
    current = drafts.count - 1
    extend(draft, with: event)
    if status == .reported, leadDate == nil, let value = date?.value { leadDate = value }
  }

  func place(_ site: Site, in draft: Draft) {
    draft.anchors = site.anchors
    draft.relation = site.relation
    draft.direction = site.direction
    draft.distanceKm = site.distanceKm
    draft.anaphor = site.anaphor
    draft.contexts = site.contexts
    if let heading, !site.anchors.contains(heading.place), holds(heading, site.anchors),
      !isElsewhere(site.contexts, than: heading)
    {
      draft.contexts.append(heading)
    }
  }

  /// Whether a label such as "حماة – وكالة كذا" may hold the places under it: news from Hama of the
  /// airport of Damascus does not move the airport.
  func holds(_ heading: Draft.ContextMention, _ anchors: [Int]) -> Bool {
    let own = reading.governorates(of: heading.place)
    return anchors.contains { anchor in
      let mention = reading.places[anchor]
      let isFamous =
        mention.spelling.has(.site) || mention.spelling.importance >= 50
        || mention.spelling.importance >= 30 && mention.noun != .neighbourhood
      if mention.spelling.isUnknown { return true }
      let isThere = reading.governorates(of: anchor).contains { own.contains($0) }
      return isThere ? mayLieIn(heading.place, mention) : !isFamous
    }
  }

  /// Whether a place may lie in the district that a heading names: one of the same governorate that
  /// only bears its name in another district does not.
  private func mayLieIn(_ heading: Int, _ mention: PlaceMention) -> Bool {
    let places = reading.reader.gazetteer.places
    let areas = reading.candidates(of: reading.places[heading])
    let isWide = areas.contains {
      let kind = places[Int($0)].kind
      return kind == .governorate || !kind.isUnit && !kind.isPopulated
    }
    if isWide { return true }
    return reading.candidates(of: mention).contains { candidate in
      areas.contains { places[Int($0)].district == places[Int(candidate)].district }
    }
  }

  /// Whether the sentence itself says that its place lies in another governorate than the heading's:
  /// "بريف حمص" under "دير الزور".
  func isElsewhere(
    _ contexts: [Draft.ContextMention], than heading: Draft.ContextMention
  ) -> Bool {
    let own = reading.governorates(of: heading.place)
    return contexts.contains {
      reading.isArea(reading.places[$0.place])
        && reading.governorates(of: $0.place).allSatisfy { !own.contains($0) }
    }
  }

  /// Adds what an event says to a draft.
  ///
  /// - Parameter counted: False for an event of another day: whom it harmed is not told of this one.
  func extend(_ draft: Draft, with event: Event, counted: Bool = true) {
    if !draft.sentences.contains(event.sentence) { draft.sentences.append(event.sentence) }
    draft.events.append(event)
    if counted {
      reading.count(
        event, into: &draft.tally, source: draft.sentences.count,
        isFurther: draft.events.count > 1, anchors: draft.anchors)
    }
    for means in event.signs.means { draft.means.insert(means) }
    noteSpan(of: event, in: draft)
    if draft.time == nil { draft.time = reading.clockTime(of: event) }
    let isTold = draft.events.count > 1
    // What is only named behind background — "these strikes show that the coalition …" — has no new
    // parties in it.
    if draft.status == .historical, draft.sentences.count > 1,
      event.outcomes.isEmpty || event.triggers.isEmpty
    {
      return
    }
    let hadInitiator = draft.actors.contains { $0.role == .initiator }
    for actor in reading.actors(of: event, isTold: isTold)
    where !draft.actors.contains(where: { same($0, actor) }) {
      if actor.role == .initiator, hadInitiator { continue }
      draft.actors.append(actor)
    }
  }

  private func same(_ a: DraftActor, _ b: DraftActor) -> Bool {
    a.actor != nil && a.actor == b.actor || reading.isSameText(a.range, b.range)
  }
}

extension Trigger {
  /// Whether it is fire on a target, which may be told of one place after the other.
  fileprivate var isFire: Bool {
    switch self {
    case .airStrike, .strike, .shelling: true
    default: false
    }
  }

  /// Whether it is fighting over a place.
  var isFight: Bool { self == .clash || self == .attack }
}
