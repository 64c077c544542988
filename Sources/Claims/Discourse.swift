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
  var drafts: [Draft] = []
  /// The draft that the last sentence spoke of.
  private var current: Int?
  /// The date of the report's news.
  private(set) var leadDate: EventDate?
  private var previousDate: EventDate?
  /// The label or the leading area that the present paragraph stands under.
  private var heading: Draft.ContextMention?
  private var headingLine = -1
  /// "الجمعة" on a line of its own between the items of a round-up: the day of those below, as an
  /// index of the reading's dates.
  private var headingDay: Int?
  private var hasBody = false
  private var isLabelled = false

  init(_ reading: ReportReading) {
    self.reading = reading
    published = reading.report.published ?? reading.dateline
  }

  // MARK: Sentences

  mutating func read(sentence s: Int) {
    for event in open(sentence: s) { read(event) }
  }

  /// Notes what a sentence says of its paragraph, and gives the events that it tells.
  mutating func open(sentence s: Int) -> [Event] {
    let sentence = reading.sentences[s]
    noteHeading(sentence)
    return sentence.kind == .body ? reading.events(of: s) : []
  }

  private mutating func noteHeading(_ sentence: Sentence) {
    if sentence.kind == .body { hasBody = true }
    if sentence.kind == .label, hasBody {
      let days = reading.dates(in: sentence.tokens)
      let isDay =
        days.count == 1 && reading.dates[days.lowerBound].tokens.count + 2 >= sentence.tokens.count
      headingDay = isDay ? days.lowerBound : nil
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
    guard sentence.kind == .body, let g = firstGroup(in: sentence) else { return }
    let group = reading.groups[g]
    guard group.tokens.lowerBound - sentence.tokens.lowerBound <= 2,
      group.isCoarse(in: reading), reading.places[group.head].anaphor == nil
    else { return }
    heading = .init(place: group.head, direction: reading.places[group.head].part)
    headingLine = sentence.line
    isLabelled = false
  }

  /// The first group of a sentence.
  private func firstGroup(in sentence: Sentence) -> Int? {
    reading.groups(in: sentence.tokens).first
  }

  // MARK: Events

  mutating func read(_ event: Event) {
    guard !reading.isNoEvent(event) else { return }
    let site = site(of: event)
    let date = date(of: event)
    let strong = reading.firstStrong(event.triggers)
    let isBackground = reading.isBackground(event, reading.sentences[event.sentence].tokens)
    guard
      var type = typeOfFurtherMissile(event) ?? reading.type(of: event) ?? typeOfSimilar(event)
        ?? typeOfSame(event)
    else {
      if !event.outcomes.isEmpty { attach(event, site, isBackground) }
      return
    }
    if reading.isAbroad(event, places: site?.anchors ?? []) {
      current = nil
      return
    }
    var status = reading.status(
      of: event, date: date?.value, lead: leadDate ?? published.map { .day($0) })
    if status == .reported, isEarlier(event) { status = .historical }
    // "أفشلت اقتحاماً نفذه مسلحون": an attack on a front that was repelled.
    if status == .foiled, type == .groundRaid { type = .clash }
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
      } else if strong != nil {
        attach(event, nil, isBackground)
      }
      return
    }
    // "العملية" without "التي" goes on with an operation that was told; it begins none.
    if !drafts.isEmpty, date == nil, status == .reported || status == .historical, let strong,
      strong.isDefinite, !isAimed(strong, at: site),
      allStrong(
        event,
        where: { !isRelative(after: $0) && ($0.isDefinite || isOf(strong, $0)) })
    {
      attach(event, site, isBackground)
      return
    }
    // "لم يسلم الموسم في إدلب من القصف": an act that is only named, and told nowhere.
    if drafts.isEmpty, date == nil, event.outcomes.isEmpty, status == .reported,
      let strong, strong.isDefinite, allStrong(event, where: { $0.isDefinite }),
      !isAimed(strong, at: site)
    {
      return
    }
    // "عملية", "معركة", "هاجم" need somebody in arms, or harm, to be what they say.
    guard reading.isArmed(event) || status == .denied || status == .foiled else { return }
    begin(event, type, site, date, status)
  }

  /// "في 19 أيلول الماضي" in a report that dates its own news by no calendar day.
  private func isEarlier(_ event: Event) -> Bool {
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

  private func allStrong(_ event: Event, where test: (TriggerMention) -> Bool) -> Bool {
    event.triggers.allSatisfy { !reading.isStrong($0) || test(reading.parts.triggers[$0]) }
  }

  /// Whether a relative clause follows: "العملية التي نفذتها".
  private func isRelative(after hit: TriggerMention) -> Bool {
    (hit.tokens.upperBound..<min(hit.tokens.upperBound + 2, reading.tokens.list.count)).contains {
      let token = reading.tokens.list[$0]
      guard reading.tokens.hasArticle(token) else { return false }
      let third = reading.tokens.letter(2, of: token)
      return third == .teh && token.lettersCount >= 4 || third == .thal
    }
  }

  /// "عملية مشابهة", "ضربة مماثلة": of the kind that was told before.
  private func typeOfSimilar(_ event: Event) -> OperationType? {
    guard reading.has(.similar, in: event.triggers) else { return nil }
    return drafts.last?.type
  }

  /// "وسقط صاروخ ثالث قرب بلدة Y" in a report of strikes from the air: nobody else fires.
  private func typeOfFurtherMissile(_ event: Event) -> OperationType? {
    guard drafts.last?.type == .airStrike, reading.means(in: event.tokens) == [.rocket],
      reading.type(of: event) == .shelling, reading.actors(in: event.tokens).isEmpty,
      reading.firstStrong(event.triggers)?.form == .verb
    else { return nil }
    return .airStrike
  }

  /// "وقُتل ثلاثة في بلدة Y" behind "قصفت المدفعية بلدة X" in one sentence: of the same kind.
  private func typeOfSame(_ event: Event) -> OperationType? {
    guard let current, drafts[current].sentences.last == event.sentence,
      reading.has(.killed, in: event.outcomes) || reading.has(.wounded, in: event.outcomes),
      event.groups.contains(where: { reading.isEventPlace(reading.groups[$0]) })
    else { return nil }
    return drafts[current].type
  }

  /// "العملية استهدفت سجناً": what the operation that was told did; not "بعد العملية … قصفت طائرة".
  private func isOf(_ operation: TriggerMention, _ act: TriggerMention) -> Bool {
    operation.trigger == .operation
      && !(act.form == .verb && act.trigger.isFire
        && act.tokens.lowerBound > operation.tokens.upperBound
        && !reading.isDefiniteWord(act.tokens.lowerBound - 1))
  }

  /// "القصف الروسي على أطراف إحسم", "الغارات عند كفرسجنة": a place right behind the act, and none of
  /// those that it was told of.
  private func isAimed(_ trigger: TriggerMention, at site: Site) -> Bool {
    guard site.anaphor == nil, !site.isCoarse, trigger.trigger.isFire || trigger.trigger.isFight,
      let first = site.anchors.first, !drafts.contains(where: { refersToSame(site, $0) })
    else { return false }
    let start = reading.places[first].tokens.lowerBound
    return start > trigger.tokens.upperBound && start - trigger.tokens.upperBound <= 5
  }

  /// An event without a place: only with somebody in arms, or arms, and with a day of its own.
  private func placeless(_ event: Event) -> Site? {
    let isTold =
      event.dates.contains { reading.dates[$0].expression.isRecent }
      && (!reading.actors(in: event.tokens).isEmpty || !reading.means(in: event.tokens).isEmpty)
    return isTold ? Site(anchors: []) : nil
  }

  /// A place that a headline may be of, and no word of a menu that a hamlet bears.
  private func isTitled(_ place: Int) -> Bool {
    let mention = reading.places[place]
    return mention.noun != nil || mention.nameTokens.count > 1 || mention.spelling.importance >= 50
  }

  /// Whether a place stands in a group that somebody comes from or speaks from.
  private func isAway(_ place: Int) -> Bool {
    reading.groups.indices.contains {
      let group = reading.groups[$0]
      return (group.heads.contains(place) || group.contexts.contains(place))
        && group.role != .event && group.role != .destination
    }
  }

  /// The heading's area as the place of an event that names none.
  private func headSite(_ sentence: Range<Int>) -> Site? {
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

  private mutating func begin(
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
    extend(drafts.count - 1, with: event)
    if status == .reported, leadDate == nil, let value = date?.value { leadDate = value }
  }

  private func place(_ site: Site, in draft: Draft) {
    draft.anchors = site.anchors
    draft.relation = site.relation
    draft.direction = site.direction
    draft.distanceKm = site.distanceKm
    draft.anaphor = site.anaphor
    draft.contexts = site.contexts
    if let heading, !site.anchors.contains(heading.place), holds(heading, site.anchors) {
      draft.contexts.append(heading)
    }
  }

  /// Whether a label such as "حماة – وكالة كذا" may hold the places under it: news from Hama of the
  /// airport of Damascus does not move the airport.
  private func holds(_ heading: Draft.ContextMention, _ anchors: [Int]) -> Bool {
    let places = reading.reader.gazetteer.places
    let own = reading.candidates(of: reading.places[heading.place]).map {
      places[Int($0)].governorate
    }
    return anchors.contains { anchor in
      let mention = reading.places[anchor]
      let isFamous = mention.spelling.has(.site) || mention.spelling.importance >= 50
      return mention.spelling.isUnknown || !isFamous
        || reading.candidates(of: mention).contains { own.contains(places[Int($0)].governorate) }
    }
  }

  /// Adds what an event says to a draft.
  private mutating func extend(_ d: Int, with event: Event) {
    if !drafts[d].sentences.contains(event.sentence) { drafts[d].sentences.append(event.sentence) }
    drafts[d].events.append(event)
    reading.count(event, into: &drafts[d].tally, source: drafts[d].sentences.count)
    for means in reading.means(in: event.tokens) where !drafts[d].means.contains(means) {
      drafts[d].means.append(means)
    }
    if drafts[d].time == nil { drafts[d].time = reading.clockTime(in: event.tokens) }
    let isTold = drafts[d].events.count > 1
    // What is only named behind background — "these strikes show that the coalition …" — has no new
    // parties in it.
    if drafts[d].status == .historical, drafts[d].sentences.count > 1,
      event.outcomes.isEmpty || event.triggers.isEmpty
    {
      return
    }
    let hadInitiator = drafts[d].actors.contains { $0.role == .initiator }
    for actor in reading.actors(of: event, isTold: isTold)
    where !drafts[d].actors.contains(where: { same($0, actor) }) {
      if actor.role == .initiator, hadInitiator { continue }
      drafts[d].actors.append(actor)
    }
  }

  private func same(_ a: DraftActor, _ b: DraftActor) -> Bool {
    a.actor != nil && a.actor == b.actor || reading.isSameText(a.range, b.range)
  }

  // MARK: Going on with an event

  private mutating func attach(_ event: Event, _ site: Site?, _ isBackground: Bool) {
    guard let current, drafts.indices.contains(current) else { return }
    // Only the event that was just spoken of, and not across unrelated paragraphs.
    let last = drafts[current].sentences.last ?? -1
    guard event.sentence - last <= 4, !isParted(last, event.sentence) else { return }
    let isNewTopic =
      reading.first(.secondEvent, in: event.tokens)
      == reading.sentences[event.sentence].tokens.lowerBound
    if isBackground, drafts[current].status == .reported { return }
    if isNewTopic, reading.firstStrong(event.triggers) != nil { return }
    if let site, !refersToSame(site, drafts[current]), !site.isCoarse { return }
    extend(current, with: event)
  }

  /// Whether a heading stands between two sentences: what follows it is another story.
  private func isParted(_ last: Int, _ sentence: Int) -> Bool {
    last >= 0 && (last..<sentence).contains { reading.sentences[$0].kind == .heading }
  }

  /// The draft that an event goes on with or tells again; nil for a new one.
  private func target(
    of event: Event, _ type: OperationType, _ site: Site?, _ date: EventDay?, _ status: ClaimStatus,
    _ strong: TriggerMention?
  ) -> Int? {
    guard !drafts.isEmpty else { return nil }
    let isBackReference = strong.map { $0.isDefinite && $0.form != .verb } ?? true
    if let site {
      // The same place and kind, told again.
      for d in drafts.indices.reversed() where refersToSame(site, drafts[d]) {
        let isReferring =
          site.anaphor != nil && date == nil && d == current
          && (isBackReference || strong?.form != .verb || type == .clash && event.outcomes.isEmpty)
        guard
          isReferring || isAlike(type, drafts[d].type, event) || drafts[d].isGeneric
            || isGeneric(event), agrees(date, drafts[d]), agrees(status, drafts[d]),
          !isByAnother(event, type, strong, drafts[d])
        else { continue }
        return d
      }
      if isDetail(type, site, date, status) { return 0 }
      guard let current, isBackReference,
        isAlike(type, drafts[current].type, event) || drafts[current].isGeneric || isGeneric(event),
        agrees(date, drafts[current]), agrees(status, drafts[current]),
        status != .historical || drafts[current].status == .historical
      else { return nil }
      // A finer place for what was told coarsely.
      if drafts[current].isCoarseArea(reading) || drafts[current].relation == .direction
        || site.isCoarse
      {
        return current
      }
      return nil
    }
    guard let current else { return nil }
    let isNewTopic =
      reading.first(.secondEvent, in: event.tokens).map {
        $0 <= reading.sentences[event.sentence].tokens.lowerBound + 1
      } ?? false
    guard agrees(status, drafts[current]) else { return nil }
    // Without a word that refers back, another day is another event.
    guard agrees(date, drafts[current]) || isBackReference && strong != nil else { return nil }
    if isNewTopic, !isBackReference { return nil }
    let gap = event.sentence - (drafts[current].sentences.last ?? 0)
    return gap <= 4 ? current : nil
  }

  /// Whether another party is told to have done another thing at the same place.
  private func isByAnother(
    _ event: Event, _ type: OperationType, _ strong: TriggerMention?, _ draft: Draft
  ) -> Bool {
    // What is done within a raid is part of it, whoever is said to do it.
    guard type != draft.type, draft.type != .airborneRaid, draft.type != .groundRaid,
      let strong, strong.form == .verb
    else { return false }
    func initiators(_ actors: [DraftActor]) -> [Int] {
      actors.filter { $0.role == .initiator }.compactMap(\.actor)
    }
    let (new, old) = (
      initiators(reading.actors(of: event, isTold: false)), initiators(draft.actors)
    )
    return !new.isEmpty && !old.isEmpty && !new.contains(where: old.contains)
  }

  /// Whether an event is the news of the lead, told again with its place: the lead named only a
  /// governorate.
  private func isDetail(
    _ type: OperationType, _ site: Site, _ date: EventDay?, _ status: ClaimStatus
  ) -> Bool {
    guard drafts.count == 1, current == 0, type == drafts[0].type, !site.isCoarse,
      site.anchors.contains(where: { !reading.places[$0].spelling.isUnknown }),
      agrees(date, drafts[0]),
      status == drafts[0].status
    else { return false }
    return drafts[0].anchors.allSatisfy {
      let anchor = reading.places[$0]
      return reading.isArea(anchor) || anchor.noun == nil && anchor.spelling.has(.governorate)
    }
  }

  private mutating func merge(
    _ event: Event, into d: Int, _ type: OperationType, _ site: Site?, _ date: EventDay?,
    _ status: ClaimStatus
  ) {
    current = d
    if let site, !refersToSame(site, drafts[d]), isWorthMore(site, than: drafts[d]) {
      let draft = drafts[d]
      let coarser =
        draft.anchors.map { Draft.ContextMention(place: $0, direction: draft.direction) }
        + draft.contexts
      place(site, in: draft)
      draft.contexts += coarser
    } else if let site {
      drafts[d].contexts += site.contexts
    }
    if let date, !drafts[d].hasOwnDate {
      drafts[d].date = date.value
      drafts[d].dateMention = date.mention
      drafts[d].hasOwnDate = true
      if drafts[d].status == .reported, leadDate == nil { leadDate = date.value }
    }
    if drafts[d].isGeneric, !isGeneric(event) {
      drafts[d].type = type
      drafts[d].isGeneric = false
    } else if !isGeneric(event), outranks(type, drafts[d].type) {
      drafts[d].type = type
    }
    extend(d, with: event)
  }

  /// A known place in the stead of an area, or any in the stead of none.
  private func isWorthMore(_ site: Site, than draft: Draft) -> Bool {
    if draft.anchors.isEmpty { return true }
    return !site.isCoarse && site.anchors.contains { !reading.places[$0].spelling.isUnknown }
  }

  /// A raid from the air takes in everything; a raid the rest but the kinds that name a plan.
  private func outranks(_ new: OperationType, _ old: OperationType) -> Bool {
    if new == .airborneRaid { return old != .airborneRaid }
    return new == .groundRaid && (old == .arrest || old == .other)
      || old == .other && new == .arrest
  }

  private func isAlike(_ a: OperationType, _ b: OperationType, _ event: Event) -> Bool {
    if a == b { return true }
    // Shells and bombs on one place are two operations, when each is told as what it is.
    if a != b, Self.fires.contains(a), Self.fires.contains(b),
      let told = reading.firstStrong(event.triggers), !told.isDefinite,
      told.trigger == .shelling || told.trigger == .airStrike
    {
      return false
    }
    return Self.families.contains { $0.contains(a) && $0.contains(b) }
  }

  private static let fires: Set<OperationType> = [.airStrike, .droneStrike, .shelling]

  private static let families: [Set<OperationType>] = [
    [.airborneRaid, .groundRaid, .arrest, .weaponsCache, .clash, .airStrike],
    [.airStrike, .droneStrike, .shelling], [.clash, .ambush, .assassination, .ied, .arrest],
  ]

  /// Whether two dates that cannot both be resolved may be one: a day of the calendar is no "last
  /// Friday" of news.
  private func isSameTime(_ a: Int?, _ b: Int?) -> Bool {
    guard published == nil, let a, let b else { return true }
    let (new, old) = (reading.dates[a].expression, reading.dates[b].expression)
    return new == old || new.isCalendar == old.isCalendar
  }

  private func agrees(_ date: EventDay?, _ draft: Draft) -> Bool {
    guard isSameTime(date?.mention, draft.dateMention) else { return false }
    guard let date = date?.value, let own = draft.date else { return true }
    if date == own { return true }
    guard let a = date.bounds, let b = own.bounds else { return false }
    return a.overlaps(b)
  }

  private func agrees(_ status: ClaimStatus, _ draft: Draft) -> Bool {
    status == draft.status || status == .reported
  }

  // MARK: Dates

  struct EventDay {
    var value: EventDate?
    /// Index into `ReportReading.dates`.
    var mention: Int
  }

  mutating func date(of event: Event) -> EventDay? {
    guard !reading.dates.isEmpty else { return nil }
    let trigger =
      reading.firstStrong(event.triggers)?.tokens.lowerBound ?? event.tokens.lowerBound
    // The one in the trigger's clause, else the nearest.
    let clause = event.clauses.first { reading.parts.list[$0].tokens.contains(trigger) }
    let clauseTokens = clause.map { reading.parts.list[$0].tokens } ?? 0..<0
    var chosen: Int?
    var best = (isNear: false, isDay: false, distance: Int.max)
    for d in event.dates {
      let mention = reading.dates[d]
      guard mention.expression != .longAgo, !isSince(mention), isUsable(mention, in: event) else {
        continue
      }
      let isNear =
        clauseTokens.contains(mention.tokens.lowerBound) && !isOfSaying(mention, before: trigger)
      let distance = abs(mention.tokens.lowerBound - trigger)
      // "قبل شهرين، في 13 أيار": the day says more than the month.
      let isDay = !mention.expression.isCoarse
      let isBetter =
        isNear != best.isNear ? isNear : isDay != best.isDay ? isDay : distance < best.distance
      if isBetter {
        chosen = d
        best = (isNear, isDay, distance)
      }
    }
    guard let chosen = chosen ?? openingDate(of: event) ?? headingDay else { return nil }
    let value = reading.dates[chosen].expression.date(
      published: published, previous: dayBefore(mention: chosen) ?? previousDate)
    if let value, value.bounds != nil { previousDate = value }
    return EventDay(value: value, mention: chosen)
  }

  /// "قال مسؤولون يوم الجمعة إن": the day of the word, where the act may have its own.
  private func isOfSaying(_ mention: DateMention, before trigger: Int) -> Bool {
    let start = mention.tokens.lowerBound
    return start < trigger
      && (max(0, start - 5)..<start).contains {
        reading.has(.speech, Speech.say.rawValue, at: $0)
      }
  }

  /// The calendar day that stands last before a date: what "ذلك اليوم" and "قبل ذلك بيومين" speak of.
  private func dayBefore(mention chosen: Int) -> EventDate? {
    for d in (0..<chosen).reversed() {
      let mention = reading.dates[d]
      guard reading.dates[chosen].tokens.lowerBound - mention.tokens.upperBound <= 80 else { break }
      guard mention.expression.isCalendar, !mention.expression.isCoarse, !isSince(mention) else {
        continue
      }
      return mention.expression.date(published: published, previous: previousDate)
    }
    return nil
  }

  /// "منذ سقوط النظام في 8 كانون الأول", "عام 2011": a date of something else.
  private func isSince(_ mention: DateMention) -> Bool {
    if mention.expression.isYear { return true }
    guard mention.expression.isCalendar else { return false }
    let start = mention.tokens.lowerBound
    return (max(0, start - 4)...start).contains {
      // "منذ اغتيال فلان في 2 تشرين الثاني": the day of what is told.
      reading.has(.calendar, CalendarWord.since.rawValue, at: $0)
        && reading.matches.next(.triggers, in: $0..<start) == nil
    }
  }

  /// "بعد أربعة أيام من" dates what it tells of only in background.
  private func isUsable(_ mention: DateMention, in event: Event) -> Bool {
    switch mention.expression {
    case .before, .monthsBefore: break
    default: return true
    }
    let sentence = reading.sentences[event.sentence].tokens
    return reading.isBackground(event, sentence) || reading.first(.background, in: sentence) != nil
  }

  /// A date that opens the sentence holds for all its events.
  private func openingDate(of event: Event) -> Int? {
    let sentence = reading.sentences[event.sentence].tokens
    let opening = sentence.lowerBound..<min(sentence.lowerBound + 3, sentence.upperBound)
    return reading.dates(in: opening).first {
      reading.dates[$0].expression != .longAgo
    }
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
  fileprivate var isFight: Bool { self == .clash || self == .attack }
}
