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
  func isOfSaying(_ mention: DateMention, before trigger: Int) -> Bool {
    let start = mention.tokens.lowerBound
    return start < trigger
      && (max(0, start - 5)..<start).contains {
        reading.has(.speech, Speech.say.rawValue, at: $0)
      }
  }

  /// The calendar day that stands last before a date: what "ذلك اليوم" and "قبل ذلك بيومين" speak of.
  func dayBefore(mention chosen: Int) -> EventDate? {
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

  /// A date that opens the sentence holds for all its events.
  func openingDate(of event: Event) -> Int? {
    let sentence = reading.sentences[event.sentence].tokens
    let opening = sentence.lowerBound..<min(sentence.lowerBound + 3, sentence.upperBound)
    return reading.dates(in: opening).first {
      reading.dates[$0].expression != .longAgo
    }
  }
}
