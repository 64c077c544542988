import ArabicText
import Lexicon
import Mentions
import Reports

/// A part of a sentence that tells one event: one or more clauses, and what was found in them, as
/// ranges of the reading's lists.
struct Event {
  var sentence: Int
  var clauses: Range<Int>
  var tokens: Range<Int>
  var triggers: Range<Int>
  var outcomes: Range<Int>
  var groups: Range<Int>
  var dates: Range<Int>
  /// What most rules ask for first: a word that is not there keeps them from looking for it.
  var signs = EventSigns()
  /// What kind of operation it is, once that has been asked.
  var type: OperationType??
}

/// What stands in an event and in its sentence, found once for all rules.
struct EventSigns {
  var actors = 0..<0
  var counts = 0..<0
  var means = MeansInOrder()
  /// The word lists of which something begins in the event.
  var words: CategorySet = []
  /// The same of its whole sentence.
  var sentenceWords: CategorySet = []
  /// How the report vouches for the event.
  var status: SignSet = []
  /// The same of its whole sentence.
  var sentenceStatus: SignSet = []
}

extension ReportReading {
  /// The event that some clauses of a sentence tell.
  func event(of clauses: Range<Int>, sentence: Int) -> Event {
    let all = parts.list(ofSentence: sentence)
    return noted(
      stretch(of: clauses, sentence: sentence), parts.words(in: all), parts.status(in: all))
  }

  /// An event with what stands in it, given what stands in its sentence.
  private func noted(_ event: Event, _ words: CategorySet, _ status: SignSet) -> Event {
    let isAll = event.tokens == sentences[event.sentence].tokens
    var signs = EventSigns()
    signs.sentenceWords = words
    signs.sentenceStatus = status
    signs.words = isAll ? words : parts.words(in: event.clauses)
    signs.status = isAll || status.isEmpty ? status : parts.status(in: event.clauses)
    if signs.words.has(.means) { signs.means = means(in: event.tokens) }
    signs.actors = actors(in: event.tokens)
    signs.counts = counts(in: event.tokens)
    var event = event
    event.signs = signs
    return event
  }

  /// The stretch of a sentence that some clauses make.
  private func stretch(of clauses: Range<Int>, sentence: Int) -> Event {
    let first = parts.list[clauses.lowerBound]
    let last = parts.list[clauses.upperBound - 1]
    return Event(
      sentence: sentence, clauses: clauses,
      tokens: first.tokens.lowerBound..<last.tokens.upperBound,
      triggers: first.triggers.lowerBound..<last.triggers.upperBound,
      outcomes: first.outcomes.lowerBound..<last.outcomes.upperBound,
      groups: first.groups.lowerBound..<last.groups.upperBound,
      dates: first.dates.lowerBound..<last.dates.upperBound)
  }

  /// What a sentence has that tells an event: a word of an act, of harm or of arms, or "another one".
  private static let telling: CategorySet = [
    CategorySet(.triggers), CategorySet(.outcomes), CategorySet(.means), CategorySet(.quantities),
  ]

  /// Cuts a sentence into events: a new one begins where a clause has a trigger and a place of its
  /// own, and the event before it has both already; none where nothing tells one.
  func events(of sentence: Int) -> [Event] {
    let clauses = parts.list(ofSentence: sentence)
    let words = parts.words(in: clauses)
    if words.isDisjoint(with: Self.telling) { return [] }
    guard let first = clauses.first else { return [] }
    var events: [Event] = []
    var last = stretch(of: first..<first + 1, sentence: sentence)
    for c in clauses.dropFirst() {
      if beginsEvent(c, after: last) {
        events.append(last)
        last = stretch(of: c..<c + 1, sentence: sentence)
      } else {
        last = stretch(of: last.clauses.lowerBound..<c + 1, sentence: sentence)
      }
    }
    events.append(last)
    if events.count > 1 { moveLeadingClauses(&events) }
    let status = parts.status(in: clauses)
    for e in events.indices { events[e] = noted(events[e], words, status) }
    return events
  }

  private func beginsEvent(_ c: Int, after event: Event) -> Bool {
    let clause = parts.list[c]
    if goesOn(clause) { return false }
    if isPluperfect(clause), !event.triggers.isEmpty || !event.outcomes.isEmpty { return true }
    guard firstStrong(event.triggers) != nil || tellsHarm(event),
      firstStrong(clause.triggers) != nil || tellsOwnHarm(clause, after: event)
        || isElliptic(clause.tokens)
    else { return false }
    // "أما حيا الحمرا والكلاسة فأغارت عليهما": the places stand in the clause before.
    let leading = leadingClause(before: c, in: event)
    let own = leading.map { parts.list[$0].groups.lowerBound..<clause.groups.upperBound }
    let newGroups = own ?? clause.groups
    let oldGroups = event.groups.lowerBound..<newGroups.lowerBound
    let hasOld = oldGroups.contains { isEventPlace(groups[$0]) }
    let isAnother = firstStrong(clause.triggers).map(isOneMore) ?? false
    if tellsBesides(clause, newGroups, after: event) { return true }
    let hasNew = newGroups.contains {
      isEventPlace(groups[$0])
        || isAnother && groups[$0].role == .event && places[groups[$0].head].anaphor == nil
        || isPlaceOfTaking($0, in: clause.triggers)
          && !isFoiled(self.event(of: event.clauses, sentence: event.sentence))
    }
    if hasNew, hasOld {
      // The same place again, or an area that holds it, goes on with the event.
      return newGroups.contains { g in
        (isEventPlace(groups[g]) || isPlaceOfTaking(g, in: clause.triggers)
          || isAnother && groups[g].role == .event)
          && !oldGroups.contains {
            isEventPlace(groups[$0]) && samePlaces(groups[$0], groups[g])
          }
      }
    }
    // Another day makes another event, even without a place.
    guard hasNew || hasOld, !clause.dates.isEmpty else { return false }
    if event.dates.isEmpty { return tellsOwnDay(clause) }
    let isSameDay = clause.dates.contains { new in
      event.dates.contains { dates[$0].expression == dates[new].expression }
    }
    return !isSameDay
      && clause.dates.contains {
        dates[$0].expression.isRecent || dates[$0].expression.isCalendar
      }
      && !clause.triggers.allSatisfy { parts.triggers[$0].isDefinite }
  }

  /// "وأسفرت الحملة عن اعتقال خمسة نُقلوا إلى فرع سعسع": what came of the act that was told.
  private func goesOn(_ clause: Clause) -> Bool {
    guard let first = clause.triggers.first.map({ parts.triggers[$0] }), first.isDefinite,
      first.form != .verb, clause.dates.isEmpty,
      let harm = clause.outcomes.first.map({ parts.outcomes[$0].tokens.lowerBound }),
      clause.groups.allSatisfy({ groups[$0].tokens.lowerBound > harm })
    else { return false }
    let start = clause.tokens.lowerBound
    return first.tokens.lowerBound == start + 1 && clitics(at: start).contains(.waw)
      && sign(.clause, at: start) != nil && sign(.goesOn, at: start) != nil
  }

  /// "…، وكانت الكتائب قد رفعت علمها قبل أيام على المعبر": what went before is no part of what is told.
  private func isPluperfect(_ clause: Clause) -> Bool {
    let start = clause.tokens.lowerBound
    // "وكان قد أصيب": he who was told of.
    return clitics(at: start).contains(.waw) && sign(.was, at: start) != nil
      && (start + 2..<max(start + 2, min(start + 7, clause.tokens.upperBound))).contains {
        sign(.already, at: $0) != nil
      }
  }

  /// "…، بينما ألقت المروحيات براميل في جبل الأكراد", "…، كما دارت اشتباكات بريف حماة": another act, in an area
  /// that the event before does not name.
  private func tellsBesides(_ clause: Clause, _ new: Range<Int>, after event: Event) -> Bool {
    let start = clause.tokens.lowerBound
    guard sign(.secondEvent, at: start) != nil || sign(.contrast, at: start) != nil,
      let act = firstStrong(clause.triggers), !act.isDefinite, act.tokens.lowerBound - start <= 3,
      let told = firstStrong(event.triggers),
      event.groups.contains(where: { isEventPlace(groups[$0]) })
    else { return false }
    let areas = new.filter { groups[$0].role == .event && groups[$0].tokens.lowerBound > start }
    let old = event.groups.flatMap { groups[$0].heads.lowerBound..<groups[$0].contexts.upperBound }
    let there = Set(old.flatMap { governorates(of: $0) })
    return !areas.isEmpty
      && areas.allSatisfy { g in
        let head = groups[g].head
        return places[head].anaphor == nil && !places[head].spelling.isUnknown
          && !old.contains { isSameName(places[$0], places[head]) }
          && (act.trigger != told.trigger || there.isDisjoint(with: governorates(of: head)))
      }
  }

  /// "وشن هجوماً آخر على مواقع في بادية X".
  private func isOneMore(_ hit: TriggerMention) -> Bool {
    has(.quantities, Quantity.another.rawValue, at: hit.tokens.upperBound)
  }

  /// "سيطرت الفصائل على الضاحية …، لكن قوات النظام استعادتها في 12 من الشهر": a verb with a day of
  /// the calendar behind what has none.
  private func tellsOwnDay(_ clause: Clause) -> Bool {
    guard let strong = firstStrong(clause.triggers), strong.form == .verb else { return false }
    return clause.dates.contains {
      dates[$0].expression.isCalendar && !dates[$0].expression.isCoarse
        && dates[$0].tokens.lowerBound > strong.tokens.lowerBound
    }
  }

  /// "… وأخرى بلدة Y": one more, told by its place alone.
  private func isElliptic(_ tokens: Range<Int>) -> Bool {
    guard let start = tokens.first(where: { self.tokens.list[$0].kind == .word }) else {
      return false
    }
    return has(.quantities, Quantity.another.rawValue, at: start)
      && clitics(at: start).contains(.waw)
  }

  /// Whether an event is told by its place alone: "وأخرى في بلدة Y".
  func isElliptic(_ event: Event) -> Bool {
    event.triggers.isEmpty && isElliptic(event.tokens)
  }

  /// "… فقُتلت امرأة، كما أوقعت البراميل أربعة قتلى في البارة": losses and a place of their own, where
  /// the event before has both already.
  private func tellsOwnHarm(_ clause: Clause, after event: Event) -> Bool {
    func isHarm(_ outcome: Int) -> Bool {
      [.killed, .wounded].contains(parts.outcomes[outcome].outcome)
    }
    // Or of a day of their own: "وأصيب مزارع برصاص قناص قرب قرية X يوم الجمعة".
    return clause.outcomes.contains(where: isHarm)
      && (event.outcomes.contains(where: isHarm) || !clause.dates.isEmpty)
      && clause.groups.contains { isEventPlace(groups[$0]) }
      && (matches.next(.means, in: clause.tokens) != nil
        // "كما قُتل مدنيان في منطقة خان العسل": one more.
        || sign(.secondEvent, at: clause.tokens.lowerBound) != nil
          && clause.outcomes.contains(where: { isHarm($0) && parts.outcomes[$0].form == .verb }))
  }

  /// "ثلاثة أطفال قضوا بقذائف على حي X يوم الأحد": losses, by what, where and when.
  private func tellsHarm(_ event: Event) -> Bool {
    !event.dates.isEmpty && has(.killed, in: event.outcomes)
      && event.groups.contains { isEventPlace(groups[$0]) }
      && matches.next(.means, in: event.tokens) != nil
  }

  /// The clause before one, when it only names the places that the one speaks of.
  private func leadingClause(before c: Int, in event: Event) -> Int? {
    guard c - 1 > event.clauses.lowerBound else { return nil }
    let last = parts.list[c - 1]
    guard last.triggers.isEmpty, last.outcomes.isEmpty, beginsWithWaw(last),
      last.groups.contains(where: { isEventPlace(groups[$0]) })
    else { return nil }
    return c - 1
  }

  /// A clause with a place or a date and no trigger at the end of an event may open the next one:
  /// "…، وفي بلدة X، انفجرت عبوة".
  private func moveLeadingClauses(_ events: inout [Event]) {
    for e in 1..<events.count {
      if let first = opening(of: events[e], in: events[e - 1]) {
        let sentence = events[e].sentence
        let (from, end) = (events[e - 1].clauses.lowerBound, events[e].clauses.upperBound)
        events[e - 1] = event(of: from..<first, sentence: sentence)
        events[e] = event(of: first..<end, sentence: sentence)
        continue
      }
      while events[e - 1].clauses.count > 1 {
        let c = events[e - 1].clauses.upperBound - 1
        let last = parts.list[c]
        guard last.triggers.isEmpty, last.outcomes.isEmpty,
          last.groups.contains(where: { isEventPlace(groups[$0]) }) && beginsWithWaw(last)
            || isSecondDay(last, of: events[e - 1])
        else { break }
        let sentence = events[e].sentence
        events[e - 1] = stretch(of: events[e - 1].clauses.lowerBound..<c, sentence: sentence)
        events[e] = stretch(of: c..<events[e].clauses.upperBound, sentence: sentence)
      }
    }
  }

  /// "قتلت غارة في 13 الجاري …، وبعدها بيومين، أي في الخامس عشر منه، أوقع انفجاران": a day behind an event
  /// that has one.
  private func isSecondDay(_ clause: Clause, of event: Event) -> Bool {
    guard let day = clause.dates.first, clause.groups.isEmpty,
      dates[day].tokens.lowerBound - clause.tokens.lowerBound <= 3,
      clause.tokens.upperBound - dates[day].tokens.upperBound <= 2,
      event.dates.lowerBound < clause.dates.lowerBound
    else { return false }
    return (event.dates.lowerBound..<clause.dates.lowerBound).contains {
      dates[$0].expression != dates[day].expression && !dates[$0].expression.isCoarse
    }
  }

  /// "…، فقد استشهدت أربع فتيات | وأصيبت 11 بضربة", "…، كما لقي أمير التنظيم، فلان، | مصرعه بكمين": the
  /// clause of the event before from which on the next one is told, losses first.
  private func opening(of next: Event, in last: Event) -> Int? {
    let head = parts.list[next.clauses.lowerBound]
    guard last.clauses.count > 1 else { return nil }
    for c in (last.clauses.lowerBound + 1..<last.clauses.upperBound).reversed() {
      let clause = parts.list[c]
      guard clause.triggers.isEmpty else { return nil }
      let start = clause.tokens.lowerBound
      if clause.outcomes.isEmpty { continue }
      // "فقد استشهدت" is spelled as "lost".
      if has(.outcomes, Outcome.fell.rawValue, at: start),
        clause.outcomes.first.map({ parts.outcomes[$0].tokens.lowerBound }) == start + 1
      {
        let goesOn = head.outcomes.first.map { parts.outcomes[$0].tokens.lowerBound }
        return goesOn == head.tokens.lowerBound && beginsWithWaw(head) ? c : nil
      }
      return sign(.secondEvent, at: start) != nil && !beginsWithWaw(head) ? c : nil
    }
    return nil
  }

  private func beginsWithWaw(_ clause: Clause) -> Bool {
    clitics(at: clause.tokens.lowerBound).contains(.waw)
      || sign(.clause, at: clause.tokens.lowerBound) != nil
  }

  /// "خطف مسلحون ثلاثة أشقاء من قرية معراتة", "صودرت صواريخ من داخل مزرعة في بلدة ربلة": where people
  /// or things were taken from.
  func isPlaceOfTaking(_ g: Int, in triggers: Range<Int>) -> Bool {
    let group = groups[g]
    guard group.role == .origin, places[group.head].anaphor == nil, !group.isCoarse(in: self),
      let hit = firstStrong(triggers),
      hit.trigger == .arrest || hit.trigger == .kidnapping
        || hit.form == .verb && (hit.trigger == .seizure || hit.trigger == .cache)
    else { return false }
    return group.tokens.lowerBound > hit.tokens.lowerBound
      && lexeme(.roles, before: group.tokens.lowerBound) == nil
  }

  /// A place at which the event may have happened, and not just an area around it.
  func isEventPlace(_ group: PlaceGroup) -> Bool {
    group.role == .event && !group.isCoarse(in: self)
  }

  // MARK: Triggers and outcomes of an event

  func isStrong(_ trigger: Int) -> Bool { parts.triggers[trigger].isStrong }

  /// The first trigger of a range that tells an act and does not only name it.
  func firstStrong(_ triggers: Range<Int>) -> TriggerMention? {
    triggers.first { isStrong($0) }.map { parts.triggers[$0] }
  }

  /// Whether one of an event's triggers is of a kind.
  func has(_ trigger: Trigger, in triggers: Range<Int>) -> Bool {
    triggers.contains { parts.triggers[$0].trigger == trigger }
  }

  /// Whether one of an event's outcomes is of a kind.
  func has(_ outcome: Outcome, in outcomes: Range<Int>) -> Bool {
    outcomes.contains { parts.outcomes[$0].outcome == outcome }
  }

  /// Whether anything in an event says that it was done by arms or by people in arms: many words of
  /// fighting tell as well of matches, diseases and quarrels.
  func isArmed(_ event: Event) -> Bool {
    if isTakingInGeneral(event) { return false }
    return event.triggers.contains {
      !parts.triggers[$0].needsArms && !parts.triggers[$0].isAccusation
    }
      || event.outcomes.contains { !isTrigger(parts.outcomes[$0].tokens, of: event) }
      || !event.signs.words.isDisjoint(with: [CategorySet(.means), CategorySet(.weapons)])
      || event.signs.actors.contains {
        reader.lexicon.actors[actors[$0].actor].kind != .civilian
      }
      || event.signs.words.has(.trades)
        && matches.first(
          .trades, in: event.tokens,
          where: { $0.lexeme.map { Trade(value: $0.value).group.isArmed } ?? false }) != nil
  }

  /// "تعيش على الخطف", "مراكز الاحتجاز": people taken, at no time and in no number.
  private func isTakingInGeneral(_ event: Event) -> Bool {
    event.dates.isEmpty && !event.triggers.isEmpty
      && !event.signs.counts.contains {
        (counts[$0].trade != nil || counts[$0].outcome != nil)
          && counts[$0].tokens.lowerBound
            >= parts.triggers[event.triggers.lowerBound].tokens.lowerBound
      }
      && event.triggers.allSatisfy {
        let hit = parts.triggers[$0]
        return !isStrong($0)
          || hit.needsArms && hit.form == .noun
            && (hit.trigger == .arrest || hit.trigger == .kidnapping)
      }
  }

  /// Whether a word for what became of people is the word that tells the act.
  private func isTrigger(_ tokens: Range<Int>, of event: Event) -> Bool {
    event.triggers.contains {
      parts.triggers[$0].needsArms && parts.triggers[$0].tokens.overlaps(tokens)
    }
  }

  func samePlaces(_ a: PlaceGroup, _ b: PlaceGroup) -> Bool {
    if a.heads.contains(where: { places[$0].anaphor != nil })
      || b.heads.contains(where: { places[$0].anaphor != nil })
    {
      return false
    }
    return a.heads.contains { p in
      b.heads.contains { q in isSameName(places[p], places[q]) }
    }
  }

  /// Whether two mentions have the same name, or names of the same place.
  func isSameName(_ a: PlaceMention, _ b: PlaceMention) -> Bool {
    isSameText(a.range, b.range) || shareCandidate(a, b)
  }
}
