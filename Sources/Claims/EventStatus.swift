import ArabicText
import Lexicon
import Mentions
import Reports

extension ReportReading {
  /// How the report vouches for an event.
  ///
  /// - Parameters:
  ///   - lead: the date of the report's news, against which background is told.
  ///   - isBackground: whether the event is told as background.
  func status(
    of event: Event, date: EventDate?, lead: EventDate?, isBackground: Bool
  ) -> ClaimStatus {
    let sentence = sentences[event.sentence].tokens
    let range = event.tokens
    if isDenied(event, sentence) { return .denied }
    if isFoiled(event) { return .foiled }
    if isPlanned(event) { return .planned }
    if isBackground {
      return isNews(event, date, lead) && !saysBackground(event) ? .reported : .historical
    }
    if let date, let lead, isLongBefore(date, lead), hasCalendarDate(range) || isAnchored(range) {
      return .historical
    }
    return .reported
  }

  private func isDenied(_ event: Event, _ sentence: Range<Int>) -> Bool {
    guard let i = first(.denied, in: sentence) else { return false }
    guard let hit = firstStrong(event.triggers) else { return false }
    // "الأمر الذي نفته موسكو" behind the act: a party denies its part, the act stays reported.
    return i < hit.tokens.lowerBound
  }

  private func isFoiled(_ event: Event) -> Bool {
    if isStoppedDrone(event), means(in: event.tokens).contains(.drone) { return true }
    guard let i = first(.foiled, in: event.tokens) else { return false }
    // Smuggling that was stopped is a seizure that took place.
    if has(.cache, in: event.triggers) || has(.seizure, in: event.triggers),
      !has(.bombing, in: event.triggers)
    {
      return false
    }
    return event.triggers.contains { parts.triggers[$0].tokens.lowerBound > i - 12 }
  }

  private func isPlanned(_ event: Event) -> Bool {
    let range = event.tokens
    guard let i = first(.planned, in: range) ?? nextDate(range) else { return false }
    let hit = event.triggers.first { isStrong($0) || parts.triggers[$0].trigger == .raidWeak }
    return hit.map { i <= parts.triggers[$0].tokens.lowerBound + 8 } ?? false
  }

  /// A date that lies ahead: "خلال تشرين الأول المقبل", "غداً الخميس".
  private func nextDate(_ range: Range<Int>) -> Int? {
    dates(in: range).first {
      switch dates[$0].expression {
      case .month(_, .next), .dayMonth(_, _, .next), .monthsAgo(-1), .relativeWeek(.next),
        .weekday(_, .next), .offset(days: 1):
        return true
      default: return false
      }
    }.map { dates[$0].tokens.lowerBound }
  }

  func isBackground(_ event: Event, _ sentence: Range<Int>) -> Bool {
    let start = sentence.lowerBound
    let range = event.tokens
    let firstTrigger =
      event.triggers.first.map { parts.triggers[$0].tokens.lowerBound } ?? range.upperBound
    if matches.present.has(.status) {
      // "وكانت … قد …" opens the sentence.
      for i in start..<min(start + 4, sentence.upperBound) {
        guard sign(.was, at: i) != nil else { continue }
        if (i..<min(i + 14, sentence.upperBound)).contains(where: { sign(.already, at: $0) != nil })
        {
          return true
        }
        if isPluperfect(i, sentence) { return true }
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
        if sign(.background, at: i) != nil || sign(.latest, at: i) != nil,
          i <= max(firstTrigger, start + 3) || range.contains(i)
        {
          return true
        }
      }
    }
    return event.dates.contains { dates[$0].expression == .longAgo }
  }

  /// "وكانت القوات الإسرائيلية قصفت", "وكان المعلم … قُتل": كان, whom it is said of, and a verb of the past.
  private func isPluperfect(_ was: Int, _ sentence: Range<Int>) -> Bool {
    for i in was + 1..<max(was + 1, min(was + 9, sentence.upperBound)) {
      if tokens.list[i].kind == .punctuation, tokens.list[i].mark != .quote { return false }
      if sign(.planned, at: i) != nil || sign(.negation, at: i) != nil { return false }
      // "وكان بين الموقوفين": what there was.
      if i == was + 1, lexeme(.spatial, at: i) != nil { return false }
      let isVerb = matches.at(i).contains { m in
        guard let lexeme = matches[m].lexeme, lexeme.form == .verb else { return false }
        switch lexeme.category {
        case .outcomes, .speech: return true
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

  private func hasCalendarDate(_ range: Range<Int>) -> Bool {
    dates(in: range).contains {
      !dates[$0].expression.isYear
        && (dates[$0].expression.isCalendar || !dates[$0].expression.isRecent)
    }
  }

  /// "وكانت … قد قصفت … مساء أمس": told in the pluperfect, and yet of the day before.
  private func isNews(_ event: Event, _ date: EventDate?, _ lead: EventDate?) -> Bool {
    guard let a = date?.bounds, let b = lead?.bounds else { return false }
    return a.upperBound.number >= b.lowerBound.number - 1
      && event.dates.contains { dates[$0].expression.isRecent }
  }

  /// "سبق أن", "يذكر أن": the report itself calls it background.
  private func saysBackground(_ event: Event) -> Bool {
    first(.background, in: sentences[event.sentence].tokens) != nil
  }

  /// "في اليوم التالي", "مساء ذلك اليوم": a day that is counted from the one told before.
  private func isAnchored(_ range: Range<Int>) -> Bool {
    dates(in: range).contains {
      dates[$0].expression.isToldOn
    }
  }

  /// More than three days before the news: background, whatever the tense.
  private func isLongBefore(_ date: EventDate, _ lead: EventDate) -> Bool {
    guard let a = date.bounds, let b = lead.bounds else { return false }
    return a.upperBound.number < b.lowerBound.number - 3
  }

  /// Statistics, habits, opinions and rumours: nothing that happened once.
  func isNoEvent(_ event: Event) -> Bool {
    let sentence = sentences[event.sentence].tokens
    let range = event.tokens
    let hasCalendar = hasCalendarDate(range)
    let hasDay =
      hasCalendar
      || dates(in: range).contains { dates[$0].expression.isRecent }
    // "تتكرر هذه العمليات", but "آخر هذه العمليات إنزال في قرية X".
    if !hasDay, let habit = first(.habitual, in: range), first(.latest, in: range) == nil,
      !isToll(habit, event)
    {
      return true
    }
    let strong = firstStrong(event.triggers)
    let trigger = strong?.tokens.lowerBound ?? range.lowerBound
    if isOfYear(event, trigger) { return true }
    if !hasCalendar, !isFoiled(event), let opinion = first(.opinion, in: sentence),
      opinion < trigger,
      opinion - sentence.lowerBound <= 2
    {
      return true
    }
    // "استهداف فلان يثبت", "هذه الضربات تعكس": what an act means, and not that it happened.
    if !hasDay, !isFoiled(event), event.triggers.allSatisfy({ parts.triggers[$0].form != .verb }),
      first(.meaning, in: range) != nil
    {
      return true
    }
    if let hit = strong,
      (max(range.lowerBound, hit.tokens.lowerBound - 2)..<hit.tokens.lowerBound).contains(where: {
        sign(.negation, at: $0) != nil
      })
    {
      return first(.denied, in: sentence) == nil
    }
    return isUnrelated(sentence, event)
  }

  /// "وبلغ عدد القتلى أربعة": of what was told, where nothing says since when.
  private func isToll(_ habit: Int, _ event: Event) -> Bool {
    event.triggers.isEmpty
      && event.outcomes.contains {
        let hit = parts.outcomes[$0]
        return hit.outcome == .toll && (0...1).contains(hit.tokens.lowerBound - habit)
      }
      && !event.tokens.contains { has(.calendar, CalendarWord.since.rawValue, at: $0) }
  }

  /// "ألقت 6243 برميلاً خلال 2017": a year's count.
  private func isOfYear(_ event: Event, _ trigger: Int) -> Bool {
    guard let c = event.clauses.first(where: { parts.list[$0].tokens.contains(trigger) }) else {
      return false
    }
    let own = parts.list[c].dates
    return !own.isEmpty && own.allSatisfy { dates[$0].expression.isYear }
  }

  private func isUnrelated(_ sentence: Range<Int>, _ event: Event) -> Bool {
    var count = 0
    var isAccident = false
    let isHarmless = event.outcomes.isEmpty
    let isBare =
      isHarmless && actors(in: event.tokens).isEmpty && means(in: event.tokens).isEmpty
      && first(.denied, in: sentence) == nil
    matches.forEach(.unrelated, in: sentence) { match in
      switch match.lexeme.flatMap({ Unrelated(rawValue: $0.value) }) {
      case .accident: isAccident = true
      case .sport, .fiction: count += 2
      // "مناورة بالذخيرة الحية", "تُقصف الغيوم": words of arms that harm nobody.
      case .drill: count += isHarmless ? 2 : 1
      case .weather: count += isBare ? 2 : 1
      case .culture, .health: count += isBare ? 2 : 1
      case .economy where isBare: count += 2
      case .economy, .religion, .diplomacy, nil: break
      }
    }
    // A mine that a shepherd trod on, a brawl; but he may as well have been taken.
    let isBlast = event.triggers.allSatisfy {
      switch parts.triggers[$0].trigger {
      case .bombing, .explosion, .clash, .seizure, .raidWeak: true
      // "أوقفت الشركة ضخ المياه بسبب عطل فني": nobody was taken.
      case .arrest: counts(in: event.tokens).allSatisfy { counts[$0].isOfThings }
      default: false
      }
    }
    return isAccident && isBlast || count >= 2
  }
}
