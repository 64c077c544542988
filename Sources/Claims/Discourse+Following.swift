import ArabicText
import Gazetteer
import Lexicon
import Mentions
import Reports

/// Whether an event goes on with what was told, or tells it again.
extension Discourse {
  mutating func attach(
    _ event: Event, _ site: Site?, _ date: EventDay?, _ isBackground: Bool
  ) {
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
    extend(
      drafts[current], with: event, counted: isOutcome(event) || isOfItsDay(date, drafts[current]))
  }

  /// "وأسفرت الحملة", "ثم أفرجوا عنهم بعد ثلاثة أيام", "توفي أمس متأثراً بجراحه": what came of an act that was
  /// told, whatever the day.
  private func isOutcome(_ event: Event) -> Bool {
    event.triggers.contains {
      reading.parts.triggers[$0].isDefinite && reading.parts.triggers[$0].form != .verb
    }
      || reading.has(.freed, in: event.outcomes)
      || event.outcomes.contains {
        let hit = reading.parts.outcomes[$0]
        return hit.outcome == .killed && hit.form == .drop
      }
  }

  /// Whether a heading stands between two sentences: what follows it is another story.
  func isParted(_ last: Int, _ sentence: Int) -> Bool {
    last >= 0 && (last..<sentence).contains { reading.sentences[$0].kind == .heading }
  }

  /// The draft that an event goes on with or tells again; nil for a new one.
  func target(
    of event: Event, _ type: OperationType, _ site: Site?, _ date: EventDay?, _ status: ClaimStatus,
    _ strong: TriggerMention?
  ) -> Int? {
    guard !drafts.isEmpty else { return nil }
    let isBackReference = strong.map { $0.isDefinite && $0.form != .verb } ?? true
    if let site {
      // "وكان آخرها إنزال في قرية X": another one of many.
      if reading.first(.latest, in: event.tokens) != nil { return nil }
      // The same place and kind, told again.
      for d in drafts.indices.reversed() where refersToSame(site, drafts[d]) {
        let isReferring =
          site.anaphor != nil && date == nil && d == current
          && (isBackReference || strong?.form != .verb || type == .clash && event.outcomes.isEmpty)
        // "توزعت القذائف على خمسة أحياء", and then what fell on each.
        if isItem(event, of: drafts[d], at: site) { continue }
        if isFurtherHarm(event, strong, drafts[d]) { continue }
        if type != drafts[d].type, comesAfter(event, drafts[d]) { continue }
        guard
          isReferring || isAlike(type, drafts[d].type, event) || drafts[d].isGeneric
            || isGeneric(event), agrees(date, drafts[d]), agrees(status, drafts[d]),
          !isByAnother(event, type, strong, drafts[d])
        else { continue }
        return d
      }
      if isDetail(type, site, date, status), !isFurther(event) { return 0 }
      guard let current, isBackReference,
        isAlike(type, drafts[current].type, event) || drafts[current].isGeneric || isGeneric(event),
        agrees(date, drafts[current]), agrees(status, drafts[current]),
        status != .historical || drafts[current].status == .historical
      else { return nil }
      // A finer place for what was told coarsely.
      if drafts[current].isCoarseArea(reading) || drafts[current].relation == .direction
        || site.isCoarse, !liesElsewhere(site, drafts[current])
      {
        return current
      }
      return nil
    }
    guard let current else { return nil }
    let isNewTopic = opensAnother(event)
    guard agrees(status, drafts[current]) else { return nil }
    // Without a word that refers back, another day is another event.
    guard agrees(date, drafts[current]) || isBackReference && strong != nil else { return nil }
    if isNewTopic, !isBackReference { return nil }
    let gap = event.sentence - (drafts[current].sentences.last ?? 0)
    return gap <= 4 ? current : nil
  }

  /// "كما استُهدفت في درعا سيارة قيادي فقُتل مرافقه", where somebody was killed in Daraa already: one more.
  private func isFurtherHarm(_ event: Event, _ strong: TriggerMention?, _ draft: Draft) -> Bool {
    guard let strong, !strong.isDefinite, opensAnother(event), !event.signs.counts.isEmpty,
      draft.sentences.last != event.sentence
    else { return false }
    func isHarm(_ event: Event) -> Bool {
      reading.has(.killed, in: event.outcomes) || reading.has(.wounded, in: event.outcomes)
    }
    return isHarm(event) && draft.events.contains(where: isHarm)
  }

  /// "وفي أعقاب التفجير هاجمت مجموعات البلدة": an act after the one that was told.
  private func comesAfter(_ event: Event, _ draft: Draft) -> Bool {
    guard draft.sentences.last != event.sentence,
      let act = event.triggers.first(where: {
        reading.isStrong($0) && reading.parts.triggers[$0].form == .verb
      }).map({ reading.parts.triggers[$0] })
    else { return false }
    let start = reading.sentences[event.sentence].tokens.lowerBound
    return event.triggers.contains {
      let told = reading.parts.triggers[$0]
      return told.isDefinite && told.form == .noun && told.tokens.lowerBound - start <= 3
        && told.tokens.upperBound <= act.tokens.lowerBound
        && reading.lexeme(.calendar, before: told.tokens.lowerBound)?.lexeme?.value
          == CalendarWord.after.rawValue
    }
  }

  /// Whether a sentence begins with a sign of a second event: "كما", "إلى ذلك".
  private func opensAnother(_ event: Event) -> Bool {
    reading.first(.secondEvent, in: event.tokens).map {
      $0 <= reading.sentences[event.sentence].tokens.lowerBound + 1
    } ?? false
  }

  /// Whether an event tells of one of the many places of an act, with losses of its own.
  private func isItem(_ event: Event, of draft: Draft, at site: Site) -> Bool {
    draft.anchors.count >= 3 && site.anchors.count == 1 && site.anaphor == nil
      && draft.sentences.last != event.sentence && !event.outcomes.isEmpty
      && !event.signs.counts.isEmpty
      && event.triggers.allSatisfy { !reading.parts.triggers[$0].isDefinite }
  }

  /// "في ريف الحسكة", and then "في قرية X بريف حمص": the governorates that the two name differ.
  private func liesElsewhere(_ site: Site, _ draft: Draft) -> Bool {
    func governorates(_ anchors: [Int], _ contexts: [Draft.ContextMention]) -> [Int] {
      (anchors + contexts.map(\.place)).filter { reading.places[$0].spelling.has(.governorate) }
    }
    // "قرى الدردارة والفكة في ريف تل تمر": where all the names may lie, if they can lie together.
    func mayLieIn(_ anchors: [Int], _ contexts: [Draft.ContextMention]) -> [Int32] {
      let all = (anchors + contexts.map(\.place)).map { reading.governorates(of: $0) }
        .filter { !$0.isEmpty }
      let common = all.first?.filter { g in all.allSatisfy { $0.contains(g) } } ?? []
      return common.isEmpty ? all.flatMap { $0 } : common
    }
    let (here, there) = (
      mayLieIn(site.anchors, site.contexts), mayLieIn(draft.anchors, draft.contexts)
    )
    if !here.isEmpty, !there.isEmpty, !here.contains(where: there.contains) { return true }
    let old = governorates(draft.anchors, draft.contexts)
    let new = governorates(site.anchors, site.contexts)
    return !old.isEmpty && !new.isEmpty
      && !new.contains { n in
        old.contains { reading.isSameName(reading.places[n], reading.places[$0]) }
      }
  }

  /// Whether another party is told to have done another thing at the same place.
  func isByAnother(
    _ event: Event, _ type: OperationType, _ strong: TriggerMention?, _ draft: Draft
  ) -> Bool {
    // What is done within a raid is part of it, whoever is said to do it.
    // "ثم استعاده الثوار": what was taken is taken back.
    let isTakenBack = strong?.trigger == .control && strong?.clitics.contains(.pronoun) == true
    guard type != draft.type || isTakenBack, draft.type != .airborneRaid, draft.type != .groundRaid,
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

  /// "كما تعرضت أحياء في مدينة X لقذائف": one more act, with losses besides those told.
  private func isFurther(_ event: Event) -> Bool {
    opensAnother(event) && !event.signs.counts.isEmpty
      && drafts.first?.tally.entries.isEmpty == false
  }

  /// "قُتل 21 في ريف إدلب … ففي سرمين قُتل اثنان": one of the acts that the lead counted together.
  private func isPart(_ event: Event, of lead: Draft) -> Bool {
    guard !event.signs.counts.isEmpty, let all = lead.tally.range(.killed) else { return false }
    var own = Tally()
    reading.count(event, into: &own, source: 0, isFurther: false)
    guard let some = own.range(.killed), let most = some.max else { return false }
    // "ارتفعت حصيلة قتلى القصف إلى ثمانية": of all the acts of the day.
    let isSum = lead.tally.entries.contains { $0.outcome == .killed && ($0.isToll || $0.isRaised) }
    return most > 0 && (most * 2 < all.min || isSum && most < all.min)
  }

  /// Whether an event is the news of the lead, told again with its place: the lead named only a
  /// governorate.
  func isDetail(
    _ type: OperationType, _ site: Site, _ date: EventDay?, _ status: ClaimStatus
  ) -> Bool {
    guard drafts.count == 1, current == 0, type == drafts[0].type, !site.isCoarse,
      site.anchors.contains(where: { !reading.places[$0].spelling.isUnknown }),
      agrees(date, drafts[0]),
      status == drafts[0].status
    else { return false }
    let isOfArea = drafts[0].anchors.allSatisfy {
      let anchor = reading.places[$0]
      return reading.isArea(anchor) || anchor.noun == nil && anchor.spelling.has(.governorate)
    }
    return isOfArea || drafts[0].tally.entries.isEmpty && isInTown(site, of: drafts[0])
  }

  /// "استهدفت مسيّرة سيارة في القامشلي … لاحقت السيارة في حي الهلالية بالقامشلي": in the town that was told.
  private func isInTown(_ site: Site, of draft: Draft) -> Bool {
    guard draft.anchors.count == 1, draft.direction == nil else { return false }
    let town = reading.places[draft.anchors[0]]
    return site.anchors.allSatisfy { reading.places[$0].noun == .neighbourhood }
      && site.contexts.contains { reading.isSameName(reading.places[$0.place], town) }
  }

  mutating func merge(
    _ event: Event, into d: Int, _ type: OperationType, _ site: Site?, _ date: EventDay?,
    _ status: ClaimStatus
  ) {
    current = d
    let isSameDay = isOfItsDay(date, drafts[d])
    if let site, !refersToSame(site, drafts[d]), isWorthMore(site, than: drafts[d]) {
      let draft = drafts[d]
      if !draft.anchors.isEmpty, isPart(event, of: draft) { draft.tally = Tally() }
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
    } else if !isGeneric(event),
      outranks(type, drafts[d].type)
        // "أُطلقت النار، فاستُشهد شاب خلال اقتحام القوات البلدة": fire within a raid.
        || type == .groundRaid && drafts[d].type == .clash
          && drafts[d].sentences.last == event.sentence
    {
      drafts[d].type = type
    }
    extend(drafts[d], with: event, counted: isSameDay)
  }

  /// A known place in the stead of an area, or any in the stead of none.
  func isWorthMore(_ site: Site, than draft: Draft) -> Bool {
    if draft.anchors.isEmpty { return true }
    return !site.isCoarse && site.anchors.contains { !reading.places[$0].spelling.isUnknown }
  }

  /// A raid from the air takes in everything; a raid the rest but the kinds that name a plan.
  func outranks(_ new: OperationType, _ old: OperationType) -> Bool {
    if new == .airborneRaid { return old != .airborneRaid }
    return new == .groundRaid && (old == .arrest || old == .other)
      || old == .other && new == .arrest
  }

  func isAlike(_ a: OperationType, _ b: OperationType, _ event: Event) -> Bool {
    if a == b { return true }
    // Shells and bombs on one place are two operations, when each is told as what it is.
    if a.isFire, b.isFire,
      let told = reading.firstStrong(event.triggers), !told.isDefinite,
      told.trigger == .shelling || told.trigger == .airStrike
    {
      return false
    }
    return a.isRaidOrPart && b.isRaidOrPart || a.isFire && b.isFire
      || a.isFightOrAttempt && b.isFightOrAttempt
  }

  /// Whether two dates that cannot both be resolved may be one: a day of the calendar is no "last
  /// Friday" of news.
  func isSameTime(_ a: Int?, _ b: Int?) -> Bool {
    guard published == nil, let a, let b else { return true }
    let (new, old) = (reading.dates[a].expression, reading.dates[b].expression)
    return new == old || new.isCalendar == old.isCalendar
  }

  func agrees(_ date: EventDay?, _ draft: Draft) -> Bool {
    guard isSameTime(date?.mention, draft.dateMention) else { return false }
    guard let date = date?.value, let own = draft.date else { return true }
    if date == own { return true }
    guard let a = date.bounds, let b = own.bounds else { return false }
    return a.overlaps(b)
  }

  /// Whether what is told of a day may be counted with what was told: the day is the same, and not one
  /// of many that are told together: "خلال الأيام الثلاثة الماضية قُتل تسعة".
  private func isOfItsDay(_ date: EventDay?, _ draft: Draft) -> Bool {
    // "ثم أفرجوا عنهم بعد ثلاثة أيام", "وأسفرت الحملة، التي بدأت في 25 آب، عن": of what was told.
    if let date {
      let mention = reading.dates[date.mention]
      if reading.isOfSaying(mention) || mention.expression.isToldOn { return true }
    }
    guard agrees(date, draft) else { return false }
    guard let date, date.mention != draft.dateMention, let days = date.value?.bounds,
      days.upperBound.number - days.lowerBound.number > 2, let own = draft.date?.bounds
    else { return true }
    return own.upperBound.number - own.lowerBound.number
      >= days.upperBound.number - days.lowerBound.number
  }

  func agrees(_ status: ClaimStatus, _ draft: Draft) -> Bool {
    status == draft.status || status == .reported
  }
}

/// What one report may call by several names.
extension OperationType {
  /// A raid, and what goes with one.
  var isRaidOrPart: Bool {
    switch self {
    case .airborneRaid, .groundRaid, .arrest, .weaponsCache, .clash, .airStrike: true
    default: false
    }
  }

  /// Fire from afar.
  fileprivate var isFire: Bool {
    switch self {
    case .airStrike, .droneStrike, .shelling: true
    default: false
    }
  }

  /// A fight, and attempts on people that may lead to one or come of one.
  var isFightOrAttempt: Bool {
    switch self {
    case .clash, .ambush, .assassination, .ied, .arrest: true
    default: false
    }
  }
}
