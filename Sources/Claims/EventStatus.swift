import ArabicText
import Lexicon
import Mentions
import Reports

extension ReportReading {
  /// How the report vouches for an event.
  ///
  /// - Parameters:
  ///   - mention: where the date was read, as an index of `dates`.
  ///   - lead: the date of the report's news, against which background is told.
  ///   - isBackground: whether the event is told as background.
  func status(
    of event: Event, date: EventDate?, mention: Int?, lead: EventDate?, isBackground: Bool
  ) -> ClaimStatus {
    let sentence = sentences[event.sentence].tokens
    if isDenied(event, sentence) { return .denied }
    if isFoiled(event) { return .foiled }
    if isPlanned(event) { return .planned }
    if isBackground {
      return isNews(event, date, lead) && !saysBackground(event) ? .reported : .historical
    }
    // "17 كانون الثاني: …" as well, where the day heads a list.
    let isDated = mention.map { isOfCalendar(dates[$0].expression) } ?? false
    if let date, let lead, isLongBefore(date, lead),
      isDated || hasCalendarDate(event) || isAnchored(event)
    {
      return .historical
    }
    return .reported
  }

  private func isDenied(_ event: Event, _ sentence: Range<Int>) -> Bool {
    guard let hit = firstStrong(event.triggers) ?? event.triggers.first.map({ parts.triggers[$0] })
    else { return false }
    guard event.signs.sentenceStatus.has(anyOf: [SignSet(.untrue), SignSet(.denied)]) else {
      return false
    }
    // "الأنباء عن توغل غير صحيحة": before it or behind it.
    if let i = first(.untrue, in: sentence), i < event.tokens.upperBound + 8 { return true }
    guard let i = first(.denied, in: sentence) else { return false }
    // "الأمر الذي نفته موسكو" behind the act: a party denies its part, the act stays reported.
    return i < hit.tokens.lowerBound
  }

  /// Signs of what did not come about.
  private static let stopping: SignSet = [
    SignSet(.foiled), SignSet(.plannedPlot), SignSet(.defused), SignSet(.repelled),
  ]

  func isFoiled(_ event: Event) -> Bool {
    guard event.signs.status.has(anyOf: Self.stopping) || has(.shootDown, in: event.triggers) else {
      return false
    }
    if isStopped(event), event.signs.means.contains(.drone) { return true }
    if plot(in: event) != nil { return true }
    if isDefused(event) || isRepelled(event) { return true }
    guard let i = first(.foiled, in: event.tokens) else { return false }
    // "انفجرت أثناء محاولة إبطال مفعولها وأودت بحياة": it went off.
    if has(.killed, in: event.outcomes) || has(.wounded, in: event.outcomes),
      event.triggers.contains(where: {
        let hit = parts.triggers[$0]
        return hit.form == .verb && (hit.trigger == .explosion || hit.trigger == .bombing)
      })
    {
      return false
    }
    // Smuggling that was stopped is a seizure that took place.
    if has(.cache, in: event.triggers) || has(.seizure, in: event.triggers),
      !has(.bombing, in: event.triggers)
    {
      return false
    }
    return event.triggers.contains { parts.triggers[$0].tokens.lowerBound > i - 12 }
  }

  /// "فككت فرق الهندسة عبوة ناسفة": a bomb that did not go off, and not a cell that was broken up.
  private func isDefused(_ event: Event) -> Bool {
    if has(.defuse, in: event.triggers) { return event.outcomes.isEmpty }
    return event.signs.status.has(.defused) && event.outcomes.isEmpty
      && (has(.bombing, in: event.triggers) || event.signs.means.contains(.ied))
  }

  /// "صد عناصر الجيش محاولة تسلل": an attempt that was beaten back.
  private func isRepelled(_ event: Event) -> Bool {
    guard event.signs.status.has(.repelled), let sign = first(.repelled, in: event.tokens) else {
      return false
    }
    return (sign + 1..<min(sign + 7, event.tokens.upperBound)).contains {
      self.sign(.attempt, at: $0) != nil
    }
  }

  /// What somebody was about to do: "كانوا يخططون لاستهداف كنيسة", and not what they are taken for
  /// where it says no more.
  func plot(in event: Event) -> TriggerMention? {
    guard event.signs.status.has(.plannedPlot),
      let sign = matches.first(.plannedPlot, in: event.tokens)
    else { return nil }
    return event.triggers.first {
      let hit = parts.triggers[$0]
      return hit.tokens.lowerBound >= Int(sign.end) && hit.tokens.lowerBound - Int(sign.end) <= 6
        && hit.trigger != .operation && hit.trigger != .arrest
    }.map { parts.triggers[$0] }
  }

  /// "ستهاجم", "سيدخل": what is said to come; "سيطر" only looks like it.
  private func isFuture(_ hit: TriggerMention) -> Bool {
    guard hit.form == .verb else { return false }
    let token = tokens.list[hit.tokens.lowerBound]
    let first = hit.clitics.isDisjoint(with: [.waw, .feh]) ? 0 : 1
    guard tokens.letter(first, of: token) == .seen else { return false }
    let person = tokens.letter(first + 1, of: token)
    return (person == .yeh || person == .teh) && tokens.letter(first + 2, of: token) != .tehWide
  }

  func isPlanned(_ event: Event) -> Bool {
    let range = event.tokens
    if let hit = firstStrong(event.triggers) {
      if isFuture(hit) { return true }
      // "تحشد قواتها تمهيداً لاقتحامها": where nothing is told but what is to come.
      if event.signs.status.has(.prospect), let prospect = first(.prospect, in: range),
        prospect < hit.tokens.lowerBound
      {
        return true
      }
    }
    let planned = event.signs.status.has(.planned) ? first(.planned, in: range) : nil
    guard let i = planned ?? nextDate(event) else { return false }
    let hit = event.triggers.first { isStrong($0) || parts.triggers[$0].trigger == .raidWeak }
    return hit.map { i <= parts.triggers[$0].tokens.lowerBound + 8 } ?? false
  }

  /// A date that lies ahead: "خلال تشرين الأول المقبل", "غداً الخميس".
  private func nextDate(_ event: Event) -> Int? {
    event.dates.first {
      switch dates[$0].expression {
      case .month(_, .next), .dayMonth(_, _, .next), .monthsAgo(-1), .relativeWeek(.next),
        .weekday(_, .next), .offset(days: 1):
        return true
      default: return false
      }
    }.map { dates[$0].tokens.lowerBound }
  }

  /// Signs of what was told before, or went before.
  private static let past: SignSet = [SignSet(.was), SignSet(.background), SignSet(.latest)]

  func isBackground(_ event: Event, _ sentence: Range<Int>) -> Bool {
    let start = sentence.lowerBound
    let range = event.tokens
    let firstTrigger =
      event.triggers.first.map { parts.triggers[$0].tokens.lowerBound } ?? range.upperBound
    if event.signs.sentenceStatus.has(anyOf: Self.past) {
      // "وكانت … قد …" opens the sentence.
      for i in start..<min(start + 4, sentence.upperBound) {
        guard sign(.was, at: i) != nil else { continue }
        if (i..<min(i + 14, sentence.upperBound)).contains(where: { sign(.already, at: $0) != nil })
        {
          return true
        }
        if isPluperfect(i, sentence, of: event) { return true }
      }
      // In the event, or before it in its sentence.
      let end = max(range.upperBound, min(firstTrigger + 1, sentence.upperBound))
      for i in start..<end
      where matches.begins(CategorySet(.status), at: i) && (i <= firstTrigger || range.contains(i))
      {
        if let was = sign(.was, at: i), Int(was.end) < sentence.upperBound, range.contains(i),
          i <= firstTrigger,
          (i..<min(i + 8, range.upperBound)).contains(where: { sign(.already, at: $0) != nil })
        {
          return true
        }
        if sign(.background, at: i) != nil && !isEarlierToday(i)
          && !isCounted(i, from: firstTrigger)
          || sign(.latest, at: i) != nil,
          i <= max(firstTrigger, start + 3) || range.contains(i)
        {
          return true
        }
      }
    }
    return event.dates.contains { dates[$0].expression == .longAgo }
  }

  /// "عاد الطيران ليقصف البلدة بعد أيام من الهدوء": what is told is counted from something before it.
  private func isCounted(_ sign: Int, from trigger: Int) -> Bool {
    if sign > trigger, has(.calendar, CalendarWord.after.rawValue, at: sign) { return true }
    // "لم تمضِ دقائق على دخول الشحنة حتى استهدفتها": just now.
    return (sign + 1..<min(sign + 4, tokens.list.count)).contains {
      has(.calendar, CalendarWord.minute.rawValue, at: $0)
        || has(.calendar, CalendarWord.hour.rawValue, at: $0)
    }
  }

  /// "وكانت القوات الإسرائيلية قصفت", "وكان المعلم … قُتل": كان, whom it is said of, and a verb of the past.
  private func isPluperfect(_ was: Int, _ sentence: Range<Int>, of event: Event) -> Bool {
    for i in was + 1..<max(was + 1, min(was + 9, sentence.upperBound)) {
      if tokens.list[i].kind == .punctuation, tokens.list[i].mark != .quote { return false }
      if sign(.planned, at: i) != nil || sign(.negation, at: i) != nil { return false }
      // "وكان بين الموقوفين": what there was.
      if i == was + 1, lexeme(.spatial, at: i) != nil { return false }
      let isVerb = matches.at(i).contains { m in
        guard let lexeme = matches[m].lexeme, lexeme.form == .verb else { return false }
        switch lexeme.category {
        case .outcomes: return true
        // "وكانت وسائل إعلام قالت إن 28 شخصاً قُتلوا في الهجوم": told before, and of the same act.
        case .speech:
          return event.triggers.isEmpty
            || event.triggers.contains {
              !parts.triggers[$0].isDefinite || parts.triggers[$0].form == .verb
            }
        // "وكان المقصود ضرب المستودعات": spelled as the verb.
        case .triggers: return !matches.at(i).contains { matches[$0].lexeme?.form == .noun }
        default: return false
        }
      }
      if isVerb { return isPast(i) }
    }
    return false
  }

  /// Whether a verb has the form of the past: "قصفت", "تعرضت"; "يقصف", "تقصف" do not.
  private func isPast(_ verb: Int) -> Bool {
    let token = tokens.list[verb]
    let first = clitics(at: verb).isDisjoint(with: [.waw, .feh]) ? 0 : 1
    let count = Int(token.lettersCount)
    guard count > first + 1 else { return false }
    switch tokens.letter(first, of: token) {
    case .yeh: return false
    case .teh: return tokens.letter(count - 1, of: token) == .teh
    default: return true
    }
  }

  private func hasCalendarDate(_ event: Event) -> Bool {
    event.dates.contains { isOfCalendar(dates[$0].expression) }
  }

  private func isOfCalendar(_ expression: DateExpression) -> Bool {
    !expression.isYear && (expression.isCalendar || !expression.isRecent)
  }

  /// "وكانت … قد قصفت … صباح اليوم": told in the pluperfect, and yet of the day of the news.
  private func isNews(_ event: Event, _ date: EventDate?, _ lead: EventDate?) -> Bool {
    let isOfHours =
      event.dates.isEmpty && matches.next(.dayparts, in: event.tokens) != nil
    guard isOfHours || event.dates.contains(where: { dates[$0].expression.isRecent }) else {
      return false
    }
    // "وكانت مقاتلات دكت ليلاً مستودعاً", "وكان … قد تعرض لقصف مساء أمس" in a report that gives no day.
    if date == nil { return true }
    guard let a = date?.bounds, let b = lead?.bounds else { return false }
    return a.upperBound.number >= b.lowerBound.number
  }

  /// "سبق أن", "يذكر أن": the report itself calls it background.
  private func saysBackground(_ event: Event) -> Bool {
    event.signs.sentenceStatus.has(.background)
      && sentences[event.sentence].tokens.contains {
        sign(.background, at: $0) != nil && !isEarlierToday($0)
      }
  }

  /// "في وقت سابق من اليوم": earlier, and still the news.
  private func isEarlierToday(_ sign: Int) -> Bool {
    dates(in: sign..<min(sign + 6, tokens.list.count)).contains {
      switch dates[$0].expression {
      case .offset(days: 0): true
      default: false
      }
    }
  }

  /// "في اليوم التالي", "مساء ذلك اليوم": a day that is counted from the one told before.
  private func isAnchored(_ event: Event) -> Bool {
    event.dates.contains { dates[$0].expression.isToldOn }
  }

  /// More than three days before the news: background, whatever the tense.
  private func isLongBefore(_ date: EventDate, _ lead: EventDate) -> Bool {
    guard let a = date.bounds, let b = lead.bounds else { return false }
    return a.upperBound.number < b.lowerBound.number - 3
  }

  /// "تتواصل الاشتباكات عند البلدة وقد باتت المعارضة تسيطر على نصفها", "وسط مخاوف من تكرار ما حصل": a habit that a clause
  /// behind the act tells of something else, or that is only feared.
  private func isAside(_ habit: Int, of event: Event) -> Bool {
    if matches.lexeme(.status, endingAt: habit)?.lexeme?.value == StatusSign.accusation.rawValue {
      return true
    }
    guard let act = firstStrong(event.triggers), !act.isDefinite || act.form == .noun,
      let aside = clause(at: habit, in: event),
      let told = clause(at: act.tokens.lowerBound, in: event)
    else { return false }
    return aside > told && sign(.already, at: parts.list[aside].tokens.lowerBound) != nil
  }

  /// Statistics, habits, opinions and rumours: nothing that happened once.
  func isNoEvent(_ event: Event) -> Bool {
    let sentence = sentences[event.sentence].tokens
    let range = event.tokens
    let status = event.signs.status
    // "تتكرر هذه العمليات", but "آخر هذه العمليات إنزال في قرية X".
    if status.has(.habitual), !status.has(.latest), !hasDay(event),
      let habit = first(.habitual, in: range), !isToll(habit, event), !isAside(habit, of: event)
    {
      return true
    }
    let strong = firstStrong(event.triggers)
    // "إذا وقع هجوم على المحافظة", "لو تعرضت القاعدة لهجوم".
    if status.has(.condition),
      let hit = strong ?? event.triggers.first.map({ parts.triggers[$0] }),
      leads(.condition, to: hit.tokens.lowerBound)
    {
      return true
    }
    // "شائعات عن نية مسلحين مهاجمة القرى", "سترد إن تعرضت": what was never begun.
    if status.has(.planned) || status.has(.prospect), isPlanned(event),
      isDenied(event, sentence) || status.has(.condition)
    {
      return true
    }
    let trigger = strong?.tokens.lowerBound ?? range.lowerBound
    if isOfYear(event, trigger) { return true }
    if event.signs.sentenceStatus.has(.opinion), !hasCalendarDate(event), !isFoiled(event),
      let opinion = first(.opinion, in: sentence), opinion < trigger,
      opinion - sentence.lowerBound <= 2
    {
      return true
    }
    // "استهداف فلان يثبت", "هذه الضربات تعكس": what an act means, and not that it happened.
    if status.has(.meaning), !hasDay(event), !isFoiled(event),
      event.triggers.allSatisfy({ parts.triggers[$0].form != .verb })
    {
      return true
    }
    if isOnlyTalkedOf(event) || isNumbered(event) { return true }
    // "لم تهدأ الاشتباكات …، إذ قصفت": what stands behind may be told.
    if status.has(.negation), let hit = strong, !isFoiled(event),
      !event.triggers.contains(where: {
        isStrong($0) && !parts.triggers[$0].isDefinite
          && parts.triggers[$0].tokens.lowerBound > hit.tokens.upperBound + 2
      }),
      (max(range.lowerBound, hit.tokens.lowerBound - 4)..<hit.tokens.lowerBound).contains(where: {
        // "لم ينفذ التحالف عملية": behind a verb of doing it may stand farther off.
        sign(.negation, at: $0) != nil
          && (hit.tokens.lowerBound - $0 <= 2 || has(.parties, PartySign.does.rawValue, at: $0 + 1))
      })
    {
      return !event.signs.sentenceStatus.has(.denied)
    }
    // What a report says is not true is told whatever it says of the sound that was heard.
    return event.signs.sentenceWords.has(.unrelated) && !isDenied(event, sentence)
      && isUnrelated(sentence, event)
  }

  /// Whether an event is dated by a day, of the calendar or of the news.
  private func hasDay(_ event: Event) -> Bool {
    event.dates.contains {
      isOfCalendar(dates[$0].expression) || dates[$0].expression.isRecent
    }
  }

  /// "وبلغ عدد القتلى أربعة": of what was told, where nothing says since when.
  private func isToll(_ habit: Int, _ event: Event) -> Bool {
    event.triggers.isEmpty
      && event.outcomes.contains {
        let hit = parts.outcomes[$0]
        return hit.outcome.isToll && (0...1).contains(hit.tokens.lowerBound - habit)
      }
      && !event.tokens.contains { has(.calendar, CalendarWord.since.rawValue, at: $0) }
  }

  /// "وهذه ثاني عملية معروفة في شمال سوريا", "ويعد هذا ثالث استهداف": says of what was told how many there
  /// have been.
  private func isNumbered(_ event: Event) -> Bool {
    guard event.outcomes.allSatisfy({ parts.outcomes[$0].outcome == .fell }),
      !event.triggers.isEmpty, matches.present.has(.ordinals)
    else { return false }
    let start = parts.triggers[event.triggers.lowerBound].tokens.lowerBound
    guard start > 0, lexeme(.ordinals, at: start - 1) != nil,
      event.triggers.allSatisfy({ parts.triggers[$0].form == .noun })
    else { return false }
    return (max(0, start - 3)..<start - 1).contains {
      has(.calendar, CalendarWord.these.rawValue, at: $0) || sign(.numbered, at: $0) != nil
    }
  }

  /// "أحيا الأهالي ذكرى المجزرة", "لن تسمح بأي هجوم": acts that are remembered, discussed or thought of.
  private func isOnlyTalkedOf(_ event: Event) -> Bool {
    guard !event.triggers.isEmpty,
      event.triggers.allSatisfy({ parts.triggers[$0].form != .verb })
    else { return false }
    let first = parts.triggers[event.triggers.lowerBound]
    let start = first.tokens.lowerBound
    // "أي هجوم", where nobody denies it.
    if start > 0, has(.quantities, Quantity.altogether.rawValue, at: start - 1),
      !event.signs.sentenceStatus.has(anyOf: [SignSet(.denied), SignSet(.untrue)])
    {
      return true
    }
    guard event.signs.status.has(.concern), let sign = self.first(.concern, in: event.tokens),
      sign < start
    else { return false }
    // "ذكرى المجزرة التي راح ضحيتها": right before it, whatever is told behind.
    if start - sign <= 1, first.isDefinite { return true }
    return event.triggers.allSatisfy {
      let hit = parts.triggers[$0]
      // "عمليات الاغتيال" is as definite.
      return hit.isDefinite || hit.form == .weak || hit.needsArms
        || isDefiniteWord(hit.tokens.upperBound - 1)
    } && !event.outcomes.contains { parts.outcomes[$0].form == .verb }
  }

  /// "ناقش المجلس الهجمات على المستشفيات", "جسر دمرته الغارات": an act with ال, without anybody who did
  /// it, harm, or a verb by which it goes on.
  func isTopic(_ event: Event) -> Bool {
    event.outcomes.isEmpty && !event.triggers.isEmpty
      && event.triggers.allSatisfy {
        let hit = parts.triggers[$0]
        return hit.form != .verb && hit.isDefinite
          || hit.trigger == .destroy && hit.clitics.contains(.pronoun)
      }
      && !event.signs.status.has(.goesOn) && !event.signs.words.has(.means)
      && !event.signs.actors.contains {
        reader.lexicon.actors[actors[$0].actor].kind != .civilian
      }
  }

  /// "ألقت 6243 برميلاً خلال 2017": a year's count.
  private func isOfYear(_ event: Event, _ trigger: Int) -> Bool {
    guard !event.dates.isEmpty,
      let c = event.clauses.first(where: { parts.list[$0].tokens.contains(trigger) })
    else { return false }
    let own = parts.list[c].dates
    // Those behind the act first: "نُشر اليوم تقرير عن قصف 6243 موقعاً خلال 2017".
    let isAnyBehind = own.contains { dates[$0].tokens.lowerBound > trigger }
    return !own.isEmpty
      && own.allSatisfy {
        isAnyBehind && dates[$0].tokens.lowerBound <= trigger || dates[$0].expression.isYear
      }
  }

  /// Whether an event tells nothing but acts of some kinds, and one at least.
  private func allTriggers(of event: Event, are kinds: [Trigger]) -> Bool {
    !event.triggers.isEmpty
      && event.triggers.allSatisfy { kinds.contains(parts.triggers[$0].trigger) }
  }

  /// Searches and seizures without arms.
  private func isInspection(_ event: Event) -> Bool {
    !hasArms(event, of: .arms)
      && allTriggers(
        of: event, are: [.raid, .raidWeak, .seizure, .cache, .arrest, .operation, .checkpoint])
  }

  private func isUnrelated(_ sentence: Range<Int>, _ event: Event) -> Bool {
    var count = 0
    var isAccident = false
    let isHarmless = event.outcomes.allSatisfy { parts.outcomes[$0].outcome == .fell }
    let isBare =
      isHarmless && event.signs.actors.isEmpty && event.signs.means.isEmpty
      && !event.signs.sentenceStatus.has(.denied)
    matches.forEach(.unrelated, in: sentence) { match in
      // "في مرمى نيران التنظيم": within what tells the act.
      let isOfAct = event.triggers.contains {
        parts.triggers[$0].tokens.contains(Int(match.start))
          && parts.triggers[$0].tokens.count > Int(match.end - match.start)
      }
      if isOfAct { return }
      switch match.lexeme.flatMap({ Unrelated(rawValue: $0.value) }) {
      case .accident: isAccident = true
      // "جُرح طفل برصاص طائش خلال اشتباك": of a fight that is told.
      case .stray: isAccident = isAccident || !has(.clash, in: event.triggers)
      case .sport, .fiction: count += 2
      // "مناورة بالذخيرة الحية", "تُقصف الغيوم": words of arms that harm nobody.
      case .drill: count += isHarmless ? 2 : 1
      case .weather: count += isBare ? 2 : 1
      case .culture, .health: count += isBare ? 2 : 1
      case .economy where isBare: count += 2
      // "قضت محكمة الجنايات بإعدام متهمين", "داهمت دوريات التموين الأفران".
      case .court:
        // Not the sentences that armed groups pass.
        let isState = event.signs.actors.allSatisfy {
          ![.armedGroup, .unknown].contains(reader.lexicon.actors[actors[$0].actor].kind)
        }
        if isState, allTriggers(of: event, are: [.execution, .kidnapping, .arrest]) { count += 2 }
      case .inspection: count += isInspection(event) && isHarmless ? 2 : 0
      case .pest: count += 2
      case .economy, .religion, .diplomacy, nil: break
      }
    }
    // A mine that a shepherd trod on, a brawl; but he may as well have been taken.
    let isBlast = event.triggers.allSatisfy {
      switch parts.triggers[$0].trigger {
      case .bombing, .explosion, .clash, .seizure, .raidWeak, .cache, .operation: true
      // "أوقفت الشركة ضخ المياه بسبب عطل فني": nobody was taken.
      case .arrest: event.signs.counts.allSatisfy { counts[$0].isOfThings }
      default: false
      }
    }
    return isAccident && isBlast || count >= 2
  }
}
