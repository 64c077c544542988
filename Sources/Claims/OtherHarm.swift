import ArabicText
import Lexicon
import Mentions

/// Whom other acts harmed than the one that is told: an act that went before, that is answered, that
/// somebody is taken for, or many of them together.
extension ReportReading {
  /// The stretches of an event that tell whom another act harmed: "بعد ساعات من هجوم أودى بحياة أربعة".
  ///
  /// - Parameter isFurther: whether the event goes on with what a sentence before told.
  func asides(of event: Event, isFurther: Bool) -> [Range<Int>] {
    guard !event.outcomes.isEmpty else { return [] }
    var asides: [Range<Int>] = []
    for t in event.triggers where isOther(t, event, isFurther) {
      asides.append(aside(from: parts.triggers[t].tokens.upperBound, event))
    }
    if event.signs.words.has(.calendar) {
      for i in event.tokens {
        if let start = earlierAct(at: i, event, isFurther) {
          asides.append(aside(from: start, event))
        }
      }
    }
    return asides
  }

  /// Whether an act is another one than that which its event tells: one that somebody is blamed for, or
  /// that went before.
  private func isOther(_ t: Int, _ event: Event, _ isFurther: Bool) -> Bool {
    let act = parts.triggers[t]
    guard act.form != .verb else { return false }
    if act.isBlamed {
      // An act that is told with its place and day, and told alone, keeps whom it harmed.
      return isFurther || event.triggers.contains { isStrong($0) && !parts.triggers[$0].isBlamed }
    }
    return isLaterThan(t, event)
  }

  /// "انفجرت عبوة …، بعد هجومين أسفرا عن مقتل تسعة": fire or an arrest that came after an attack; but
  /// fighting after an attack is of the attack, and what came "on the heels of" it, too.
  private func isLaterThan(_ t: Int, _ event: Event) -> Bool {
    let act = parts.triggers[t]
    let before = act.tokens.lowerBound - 1
    guard before > event.tokens.lowerBound, isAfter(before),
      tokens.letter(0, of: tokens.list[before]) != .alef, act.trigger.mayBeAnswered,
      let main = event.triggers.first(where: { isStrong($0) }).map({ parts.triggers[$0] })
    else { return false }
    return main.tokens.upperBound <= before && main.trigger.mayAnswer
  }

  /// A token, where no act with its article stands: "بعد ثلاثة أيام من المداهمات" is of the same one.
  private func named(_ start: Int) -> Int? {
    isDefiniteWord(start) && lexeme(.triggers, at: start) != nil ? nil : start
  }

  /// Where that begins which is counted from: "بعد يوم من", "بعد ساعات من", behind something told.
  private func earlierAct(at i: Int, _ event: Event, _ isFurther: Bool) -> Int? {
    guard event.tokens.lowerBound < i,
      isFurther
        || event.triggers.contains(where: {
          isStrong($0) && !parts.triggers[$0].isDefinite
            && parts.triggers[$0].tokens.upperBound <= i
        })
    else { return nil }
    if let match = lexeme(.calendar, at: i),
      match.lexeme?.value == CalendarWord.hoursLater.rawValue,
      has(.spatial, Spatial.from.rawValue, at: Int(match.end))
    {
      return named(Int(match.end) + 1)
    }
    // "بعد أيام من مقتل تاجر"
    if isAfter(i),
      let from = (i + 2..<min(i + 5, event.tokens.upperBound)).first(where: {
        has(.spatial, Spatial.from.rawValue, at: $0) || has(.spatial, Spatial.on.rawValue, at: $0)
      }), isSpan(from - 1, event, in: 1) || has(.calendar, CalendarWord.hour.rawValue, at: from - 1)
    {
      return named(from + 1)
    }
    // "وتأتي الحادثة عقب أسبوع قُتل خلاله 13 مدنياً"
    if isFurther, event.signs.status.has(.goesOn), isAfter(i), isSpan(i + 1, event, in: 1) {
      return i + 2
    }
    guard isInDate(i), let d = dates(in: i..<i + 1).first else { return nil }
    switch dates[d].expression {
    case .before, .monthsBefore: return named(dates[d].tokens.upperBound)
    default: return nil
    }
  }

  /// How far an aside reaches: to a mark that is none of a date's, or to a verb with و before any harm.
  private func aside(from start: Int, _ event: Event) -> Range<Int> {
    let harm = event.outcomes.map { parts.outcomes[$0] }.filter { $0.tokens.lowerBound >= start }
    var i = start
    while i < event.tokens.upperBound {
      if let first = harm.first, first.form == .verb, first.tokens.lowerBound == i,
        !clitics(at: i).isDisjoint(with: [.waw, .feh])
      {
        break
      }
      // "متهمون بالوقوف خلف تفجيرات في X باتوا في قبضة الأمن": the news goes on.
      let isNews = event.triggers.contains {
        let act = parts.triggers[$0]
        return act.tokens.lowerBound == i && act.form == .verb && act.isStrong && !act.isBlamed
      }
      if isNews { break }
      if tokens.list[i].kind == .punctuation, tokens.list[i].mark != .quote {
        let next = i + 1 < event.tokens.upperBound ? i + 1 : i
        let goesOn =
          sign(.clause, at: next) != nil || !clitics(at: next).isDisjoint(with: [.waw, .feh])
        if goesOn || !(isInDate(next) || i > start && isInDate(i - 1)) { break }
      }
      i += 1
    }
    return start..<max(start, i)
  }

  // MARK: Many acts together

  /// "بلغ عدد القتلى في المنطقة منذ حزيران 61": of many months, and not of this day.
  func isRunning(_ count: CountMention, _ event: Event, isFurther: Bool) -> Bool {
    // No single operation of this war took as many: "أودى بحياة 18 ألفاً".
    if count.min >= 5000 { return true }
    // "ووثّقت الشبكة مقتل 69 مدنياً خلال الشهر الماضي"
    if event.triggers.isEmpty, !count.isBareSingular,
      event.dates.contains(where: { dates[$0].expression.isCoarse })
    {
      return true
    }
    guard event.signs.words.has(.calendar) || !event.dates.isEmpty else { return false }
    let toll = event.outcomes.first { parts.outcomes[$0].outcome.isToll }.map { parts.outcomes[$0] }
    // "حصيلة قتلى الأسبوع"
    if let toll, toll.tokens.upperBound <= count.tokens.lowerBound,
      isSpan(toll.tokens.upperBound, event, in: 2)
    {
      return true
    }
    let range = event.tokens.lowerBound..<min(count.tokens.upperBound + 6, event.tokens.upperBound)
    // "قُتل أكثر من 30 عنصراً خلال شهرين"
    if isFurther,
      range.contains(where: {
        has(.calendar, CalendarWord.during.rawValue, at: $0) && isSpan($0 + 1, event, in: 3)
      })
    {
      return true
    }
    guard let since = range.first(where: { has(.calendar, CalendarWord.since.rawValue, at: $0) })
    else { return false }
    return dates(in: since..<min(since + 5, event.tokens.upperBound)).contains {
      dates[$0].expression.isCalendar || dates[$0].expression.isCoarse
    } || event.triggers.isEmpty && isSpan(since + 1, event, in: 3)
      || (isFurther || event.signs.status.has(.rising)) && !isOfToday(since, event)
        && toll.map { $0.tokens.upperBound <= count.tokens.lowerBound } ?? false
  }

  /// "منذ الصباح", "منذ بدء القصف": since a part of the day, or since the act itself began.
  private func isOfToday(_ since: Int, _ event: Event) -> Bool {
    (since..<min(since + 4, event.tokens.upperBound)).contains {
      isInDate($0) || matches.begins([CategorySet(.dayparts), CategorySet(.triggers)], at: $0)
    }
  }

  /// "منذ أسبوع", "منذ ثلاثة أشهر".
  private func isSpan(_ start: Int, _ event: Event, in reach: Int) -> Bool {
    let units: [CalendarWord] = [
      .week, .weeks, .twoWeeks, .month, .months, .twoMonths, .year, .years, .twoYears, .days,
    ]
    return (start..<min(start + reach, event.tokens.upperBound)).contains { i in
      units.contains { has(.calendar, $0.rawValue, at: i) }
    }
  }

  // MARK: An act that is only pointed at

  /// "منفذي تفجير قرية X، الذي خلّف 7 شهداء", "الأضخم بعد التفجير الذي ضرب سوق Y وراح ضحيته 21": whom an
  /// act harmed that is told of another only to say which it was.
  func isOfOtherAct(_ count: CountMention, _ event: Event) -> Bool {
    let start = count.tokens.lowerBound
    guard
      let last = event.triggers.last(where: {
        let act = parts.triggers[$0]
        return act.tokens.upperBound <= start && act.form != .verb
          && (act.isBlamed
            || act.isDefinite && event.dates.isEmpty && isAfter(act.tokens.lowerBound - 1))
      }).map({ parts.triggers[$0] })
    else { return false }
    let gap = last.tokens.upperBound..<start
    // An act that is told with its place and day, and told alone, keeps whom it harmed.
    guard
      !last.isBlamed
        || event.triggers.contains(where: { isStrong($0) && !parts.triggers[$0].isBlamed })
    else { return false }
    let reach = last.isBlamed ? gap : gap.prefix(2)
    return reach.contains(where: isRelativePronoun)
      && !gap.contains { tokens.list[$0].mark.endsSentence }
  }

  private func isAfter(_ i: Int) -> Bool {
    has(.calendar, CalendarWord.after.rawValue, at: i)
      || has(.calendar, CalendarWord.since.rawValue, at: i)
  }

  // MARK: A word of harm that is only a reason

  /// Whether a word of harm tells what led to an act, or what somebody is taken for.
  func isOfOther(_ hit: OutcomeMention, _ event: Event, isFurther: Bool) -> Bool {
    isBlamed(hit) || isDoneByCaptives(hit, event, isFurther) || isOfBlamed(hit, event)
      || isCause(hit, event, isFurther: isFurther)
      || follows(hit, event, isFurther: isFurther)
  }

  /// "القبض على شخصين … قتلا سائق أجرة", "وأقر الموقوفان بزرع عبوة أودت بحياة ضابط": what those did who were
  /// taken.
  private func isDoneByCaptives(
    _ hit: OutcomeMention, _ event: Event, _ isFurther: Bool
  ) -> Bool {
    let start = hit.tokens.lowerBound
    guard hit.outcome == .killed || hit.outcome == .wounded else { return false }
    if isFurther {
      return event.outcomes.contains {
        let captives = parts.outcomes[$0]
        return captives.outcome == .detained && captives.form.isPerson
          && captives.tokens.upperBound < start && isDefiniteWord(captives.tokens.lowerBound)
          && (captives.tokens.upperBound..<start).contains {
            lexeme(.triggers, at: $0) != nil || sign(.accusation, at: $0) != nil
          }
      }
    }
    // An active verb in the dual or in the plural, with somebody else as its object.
    guard hit.form == .verb, hit.tokens.count == 1,
      clitics(at: start).isDisjoint(with: [.waw, .feh, .pronoun]), start > event.tokens.lowerBound,
      event.signs.counts.contains(where: { counts[$0].tokens.lowerBound == hit.tokens.upperBound }),
      isDual(hit) || endsAsPlural(start),
      let main = firstStrong(event.triggers), main.tokens.upperBound <= start
    else { return false }
    return main.trigger == .arrest
  }

  /// "على خلفية مقتل شرطيين وإصابة ثالث": a noun that goes on with another.
  private func follows(_ hit: OutcomeMention, _ event: Event, isFurther: Bool) -> Bool {
    guard hit.form == .noun, clitics(at: hit.tokens.lowerBound).contains(.waw),
      let last = event.outcomes.last(where: {
        parts.outcomes[$0].countsPeople
          && parts.outcomes[$0].tokens.upperBound <= hit.tokens.lowerBound
      }).map({ parts.outcomes[$0] }), last.form == .noun,
      !hasPunctuation(last.tokens.upperBound..<hit.tokens.lowerBound)
    else { return false }
    return isOfOther(last, event, isFurther: isFurther)
  }

  /// "أوقفت أربعة عناصر عقب إصابة شرطي": a raid's reason is another day's harm.
  private func isCause(_ hit: OutcomeMention, _ event: Event, isFurther: Bool) -> Bool {
    let before = hit.tokens.lowerBound - 1
    guard hit.form == .noun, hit.outcome == .killed || hit.outcome == .wounded,
      isAfter(before) || has(.status, StatusSign.clause.rawValue, at: before)
    else { return false }
    // "أعنف هجوم منذ مقتل 20 عنصراً"
    if isFurther, has(.calendar, CalendarWord.since.rawValue, at: before) { return true }
    if let strong = firstStrong(event.triggers), strong.tokens.upperBound <= hit.tokens.lowerBound,
      [.arrest, .raid].contains(strong.trigger)
    {
      return true
    }
    // "وتأتي المداهمة بعد مقتل عنصر": the act that was told.
    return isFurther
      && event.triggers.last {
        parts.triggers[$0].tokens.upperBound <= before
      }.map { parts.triggers[$0].isDefinite && parts.triggers[$0].form != .verb } ?? false
  }

  /// "على صلة بمقتل رجلي أمن": what somebody is blamed for was another day; "ذكرى مقتل فلان".
  private func isBlamed(_ hit: OutcomeMention) -> Bool {
    let start = hit.tokens.lowerBound
    // "مسؤولون عن قتل عنصرين", "يشتبه بأنهما قتلا"
    guard matches.present.has(.status),
      hit.form == .noun || clitics(at: start).contains(.beh) || isNoun(start)
        || start > 0
          && (isOff(start - 1) || has(.parties, PartySign.own.rawValue, at: start - 1))
    else {
      return false
    }
    return (max(0, start - 3)..<start).contains {
      (sign(.accusation, at: $0) != nil || sign(.concern, at: $0) != nil)
        && !hasPunctuation($0..<start)
    }
  }

  /// "بتهمة قتل ثلاثة": spelled as the verb.
  private func isNoun(_ i: Int) -> Bool {
    clitics(at: i).isEmpty
      && matches.at(i).contains {
        matches[$0].lexeme.map { $0.category == .outcomes && $0.form == .noun } ?? false
      }
  }

  /// "متهماً بتفجير سيارة في حي X، قُتل فيه خمسة": whom an act harmed that somebody is only blamed for.
  private func isOfBlamed(_ hit: OutcomeMention, _ event: Event) -> Bool {
    let start = hit.tokens.lowerBound
    guard hit.form == .verb, clitics(at: start).isDisjoint(with: [.waw, .feh]),
      let last = event.triggers.last(where: { parts.triggers[$0].tokens.upperBound <= start })
    else { return false }
    // "متهمون بتفجيرات باتوا في قبضة الأمن": the news itself.
    let isNews = event.triggers.contains {
      !parts.triggers[$0].isBlamed && parts.triggers[$0].tokens.overlaps(hit.tokens)
    }
    if isNews { return false }
    // An act that is told with its place and day, and told alone, keeps whom it harmed.
    return parts.triggers[last].isBlamed
      && event.triggers.contains { isStrong($0) && !parts.triggers[$0].isBlamed }
  }
}

extension Outcome {
  /// Whether it stands before a figure that sums up.
  var isToll: Bool {
    switch self {
    case .toll, .woundedToll, .detainedToll: true
    default: false
    }
  }
}

extension Trigger {
  /// Attacks after which others come that are acts of their own.
  fileprivate var mayBeAnswered: Bool {
    switch self {
    case .attack, .explosion, .bombing, .assassination, .ambush, .massacre, .execution: true
    default: false
    }
  }

  /// What may come after an attack and is no part of it.
  fileprivate var mayAnswer: Bool {
    switch self {
    case .airborne, .airStrike, .strike, .shelling, .raid, .raidWeak, .arrest, .explosion, .bombing,
      .assassination:
      true
    default: false
    }
  }
}
