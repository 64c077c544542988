import ArabicText
import Lexicon
import Mentions
import Reports

/// Of which day news is that names none.
extension Discourse {
  /// The days of a report's news.
  struct NewsDays {
    /// That of the lead; nil when it cannot be known.
    var lead: EventDate?
    /// Both days, where the news is of two, or what the report itself says that it covers: "the
    /// past 24 hours".
    var covered: EventDate?
    /// Whether the report says which days it covers.
    var isTold = false
  }

  var newsDays: NewsDays {
    let lead = drafts.first { $0.status == .reported }.flatMap {
      $0.hasOwnDate ? $0.date : dayOfLead($0)
    }
    if let opening = reading.dates.indices.prefix(3).first(where: {
      if case .pastDays = reading.dates[$0].expression { true } else { false }
    }), let days = days[opening] {
      return NewsDays(lead: lead, covered: days, isTold: true)
    }
    guard var told = lead?.bounds else { return NewsDays(lead: lead) }
    for draft in drafts where draft.status == .reported && draft.hasOwnDate {
      guard let days = draft.date?.bounds else { return NewsDays(lead: lead) }
      told = min(told.lowerBound, days.lowerBound)...max(told.upperBound, days.upperBound)
    }
    guard told.upperBound.number - told.lowerBound.number == 1,
      published == nil || published == told.upperBound
    else { return NewsDays(lead: lead) }
    return NewsDays(lead: lead, covered: .interval(told.lowerBound, told.upperBound))
  }

  /// The day of a lead that has none: what was named on the way to it, or that of the report.
  private func dayOfLead(_ lead: Draft) -> EventDate? {
    let event = lead.sentences.first ?? 0
    for s in (max(0, event - 2)...event).reversed() where reading.sentences[s].kind == .body {
      let day = reading.dates(in: reading.sentences[s].tokens).last {
        reading.dates[$0].expression.isRecent && !reading.dates[$0].expression.isToldOn
          && !reading.isOfSaying(reading.dates[$0])
      }
      if let day, s < event, !drafts.contains(where: { $0.dateMention == day }) {
        return days[day]
      }
    }
    return published.map { .day($0) }
  }

  /// The day of news that names none: the lead's while nothing else was told, then all that the
  /// news covers.
  func inherited(by d: Int, of news: NewsDays) -> EventDate? {
    if let day = dayOfPart(drafts[d], news) { return day }
    guard let covered = news.covered else { return news.lead }
    let isOfToday = !news.isTold && news.lead != nil && news.lead == published.map { .day($0) }
    let isFirst = drafts[..<d].allSatisfy {
      $0.status != .reported || !$0.hasOwnDate || $0.date == news.lead
    }
    return isOfToday && isFirst ? news.lead : covered
  }

  /// Whether what is no news may yet be of the same day: "وكانت قد اشتبكت صباحاً", told right behind
  /// news and without any date.
  func isRecent(_ d: Int) -> Bool {
    let draft = drafts[d]
    return draft.status != .planned && draft.status != .denied && d > 0
      && drafts[d - 1].status == .reported && draft.events.allSatisfy { $0.dates.isEmpty }
  }

  /// "عند الظهيرة", "ليلاً": an hour without a day is of the lead's day, or of the night to the report's.
  func dayOfPart(_ draft: Draft, _ news: NewsDays) -> EventDate? {
    guard let published, let event = draft.events.first else { return nil }
    guard event.signs.words.has(.dayparts) else { return nil }
    let lead: CalendarDay? = if case .day(let day)? = news.lead { day } else { nil }
    for i in event.tokens where !reading.isInDate(i) {
      guard let part = reading.lexeme(.dayparts, at: i)?.lexeme,
        !event.triggers.contains(where: { reading.parts.triggers[$0].tokens.contains(i) })
      else { continue }
      switch DayPart(rawValue: part.value) {
      case .night, .afterMidnight: return .interval(published - 1, published)
      case .evening: if let first = news.lead?.bounds?.lowerBound { return .day(first) }
      case .dawn, .morning, .noon, .afternoon: return .day(lead ?? published)
      default: continue
      }
    }
    return nil
  }
}
