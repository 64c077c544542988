import ArabicText
import Gazetteer
import Lexicon
import Mentions
import Reports

/// Which date of a sentence is that of an event.
extension Discourse {
  struct EventDay {
    var value: EventDate?
    /// Index into `ReportReading.dates`.
    var mention: Int
  }

  func date(of event: Event) -> EventDay? {
    guard !reading.dates.isEmpty else { return nil }
    let strong = reading.firstStrong(event.triggers)?.tokens.lowerBound
    let trigger = strong ?? event.tokens.lowerBound
    // The one in the trigger's clause, else the nearest.
    let clause = event.clauses.first { reading.parts.list[$0].tokens.contains(trigger) }
    let clauseTokens = clause.map { reading.parts.list[$0].tokens } ?? 0..<0
    var chosen: Int?
    var best = (isNear: false, isDay: false, distance: Int.max)
    for d in event.dates {
      let mention = reading.dates[d]
      guard isOfEvent(d), !isSince(mention), isUsable(mention, in: event) else { continue }
      let start = mention.tokens.lowerBound
      let isSaid = start < strong ?? event.tokens.upperBound && reading.isOfSaying(mention)
      let isNear = clauseTokens.contains(start) && !isSaid
      let isDay = !mention.expression.isCoarse
      let distance = abs(start - trigger)
      // A day behind a month says it closer: "مطلع شباط، وتحديداً في الثالث منه".
      let isBetter =
        isDay != best.isDay
        ? isDay || isNear && !best.isNear
        : isNear != best.isNear ? isNear : distance < best.distance
      if isBetter || chosen == nil {
        chosen = d
        best = (isNear, isDay, distance)
      }
    }
    guard var chosen = chosen ?? openingDate(of: event) ?? headingDay else { return nil }
    chosen = spelledOut(chosen, in: event) ?? chosen
    return EventDay(value: lasting(from: chosen, in: event) ?? day(of: chosen), mention: chosen)
  }

  /// "أثناء صلاة الجمعة في 26 ديسمبر": the day of the calendar that a weekday beside it is.
  private func spelledOut(_ chosen: Int, in event: Event) -> Int? {
    guard event.dates.count > 1, case .weekday(_, .none) = reading.dates[chosen].expression,
      let weekday = days[chosen]?.bounds
    else { return nil }
    return event.dates.first { d in
      guard d != chosen, reading.dates[d].expression.isCalendar,
        !reading.dates[d].expression.isCoarse, let day = days[d]?.bounds
      else { return false }
      return day.lowerBound == day.upperBound && day.lowerBound != weekday.lowerBound
        && (day.lowerBound.number - weekday.lowerBound.number).isMultiple(of: 7)
    }
  }

  /// "تبدأ الأحد", "خلال أسبوعين": days that lie ahead of the report.
  func ahead(_ day: EventDay) -> EventDate? {
    let expression = reading.dates[day.mention].expression
    return expression.ahead == expression ? day.value : expression.ahead.date(published: published)
  }

  /// "في 20 يناير واستمر القتال حتى الثلاثين من الشهر": from one day to another.
  func lasting(from chosen: Int, in event: Event) -> EventDate? {
    let sentence = reading.sentences[event.sentence].tokens
    let start = reading.dates[chosen].tokens.upperBound
    guard let from = days[chosen]?.bounds?.lowerBound else { return nil }
    // Any other day between would be another event's.
    guard let d = reading.dates(in: start..<max(start, sentence.upperBound)).first else {
      return nil
    }
    let end = reading.dates[d].tokens.lowerBound
    // "استمرت من مساء أمس حتى": the word may stand before both.
    let opening = max(event.tokens.lowerBound, reading.dates[chosen].tokens.lowerBound - 3)
    guard opening < end, reading.isUntil(end - 1),
      (opening..<end).contains(where: {
        reading.has(.calendar, CalendarWord.lasting.rawValue, at: $0)
      }), let to = days[d]?.bounds?.upperBound, from < to
    else { return nil }
    return .interval(from, to)
  }

  /// Notes when a campaign began and when it was over: "التي بدأت في 25 آب".
  func noteSpan(of event: Event, in draft: Draft) {
    for d in event.dates {
      let tokens = reading.dates[d].tokens
      let near = max(event.tokens.lowerBound, tokens.lowerBound - 3)..<tokens.lowerBound
      let after =
        tokens
        .upperBound..<max(
          tokens.upperBound, min(event.tokens.upperBound, tokens.upperBound + 2))
      func has(_ word: CalendarWord, _ range: Range<Int>) -> Bool {
        range.contains { reading.has(.calendar, word.rawValue, at: $0) }
      }
      if has(.began, near) {
        draft.began = draft.began ?? days[d]?.bounds?.lowerBound
      } else if has(.ended, near) || has(.ended, after) {
        draft.ended = draft.ended ?? days[d]?.bounds?.upperBound
      }
    }
  }

  /// "وكان ذلك في 27 كانون الثاني": a sentence that only dates what was told.
  func dateOfTold(_ sentence: Sentence) -> Int? {
    let start = sentence.tokens.lowerBound
    let opening = start..<min(start + 2, sentence.tokens.upperBound)
    guard let told = reading.first(.toldThat, in: opening),
      let d = reading.dates(in: sentence.tokens).first,
      reading.dates[d].tokens.lowerBound - told <= 4, days[d] != nil,
      !reading.dates[d].expression.isToldOn
    else { return nil }
    return d
  }

  /// What a date means: "في التوقيت ذاته" speaks of the event told before.
  func day(of d: Int) -> EventDate? {
    let expression = reading.dates[d].expression
    guard expression == .sameTime || expression == .hoursLater else { return days[d] }
    guard let current, let mention = drafts[current].dateMention else { return nil }
    if expression == .hoursLater {
      // Hours behind a night begin another day.
      switch reading.dates[mention].part {
      case .evening, .night, .nightOf: return nil
      default: break
      }
    }
    return drafts[current].date
  }

  /// Whether a date may be an event's: it counts on from nothing that was not told.
  func isOfEvent(_ d: Int) -> Bool {
    let expression = reading.dates[d].expression
    return expression != .longAgo && !(expression.isToldOn && day(of: d) == nil)
  }

  /// "منذ سقوط النظام في 8 كانون الأول", "عام 2011": a date of something else.
  func isSince(_ mention: DateMention) -> Bool {
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
  func isUsable(_ mention: DateMention, in event: Event) -> Bool {
    switch mention.expression {
    case .before, .monthsBefore: break
    default: return true
    }
    let sentence = reading.sentences[event.sentence].tokens
    return reading.isBackground(event, sentence) || reading.first(.background, in: sentence) != nil
  }

  /// "كما سبقته ضربة على …": when, the date of what came after does not tell.
  func isPreceding(_ event: Event) -> Bool {
    event.tokens.prefix(3).contains {
      reading.has(.calendar, CalendarWord.preceded.rawValue, at: $0)
    }
  }

  /// A date that opens the sentence holds for all its events.
  func openingDate(of event: Event) -> Int? {
    if isPreceding(event) { return nil }
    let sentence = reading.sentences[event.sentence].tokens
    let opening = sentence.lowerBound..<min(sentence.lowerBound + 3, sentence.upperBound)
    return reading.dates(in: opening).first { isOfEvent($0) }
  }
}
