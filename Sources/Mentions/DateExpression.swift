import Reports

/// What a date phrase says, before the report's day is known.
@frozen
public enum DateExpression: Hashable, BitwiseCopyable, Sendable {
  /// Days from the report's day: 0 today, -1 yesterday.
  case offset(days: Int)
  /// The night that begins on the day so many days off.
  case night(offset: Int)
  case weekday(Int, Hint)
  /// A weekday of the week before.
  case weekdayOfLastWeek(Int)
  /// From one weekday to another, most often the night between them.
  case weekdays(from: Int, to: Int)
  /// From a weekday to the report's day.
  case sinceWeekday(Int)
  /// The night that begins on a weekday and goes on past midnight.
  case weekdayAfterMidnight(Int)
  case dayMonth(day: Int, month: Int, Hint)
  case days(from: Int, to: Int, month: Int, Hint)
  /// From a day of one month to a day of another.
  case daysAcross(day: Int, month: Int, toDay: Int, toMonth: Int, Hint)
  case dayOfMonth(Int, Hint)
  case daysOfMonth(from: Int, to: Int, Hint)
  case month(Int, Hint)
  /// The first or the second half of a month.
  case halfMonth(Int, month: Int, Hint)
  /// The first or the second half of a year.
  case halfYear(Int, Hint)
  /// The month so many before the report's: 0 this one, 1 the last.
  case monthsAgo(Int)
  case yearsAgo(Int)
  /// The report's day and month in another year.
  case anniversary(year: Int)
  case relativeWeek(Hint)
  /// The last so many days, today included.
  case pastDays(Int)
  /// The next so many days, today included.
  case nextDays(Int)
  case exact(EventDate)
  case hijri(day: Int, month: Int, year: Int?, weekday: Int?)
  case newYearsEve
  /// The day spoken of last, or so many days behind it.
  case sameDay(Int)
  /// The day or the night spoken of last: "في الليلة ذاتها".
  case sameNight
  /// When the event before it was: "في التوقيت ذاته".
  case sameTime
  /// Some hours from the event before it: "وبعد ساعات".
  case hoursLater
  /// The month spoken of last, or so many behind it: "مطلع الشهر نفسه", "وبعدها بشهرين".
  case sameMonth(Int)
  /// So many days before the news: "بعد أربعة أيام من …", where that is background.
  case before(days: Int)
  case monthsBefore(Int)
  /// Known to be past and nothing more.
  case longAgo
  /// Some days or weeks ago, and no one can tell which: "خلال الأيام الماضية".
  case lately

  /// What a phrase says of the year, or which of several is meant.
  @frozen
  public enum Hint: Hashable, BitwiseCopyable, Sendable {
    case none, last, this, next, lastYear, sameYear
    /// Of the month that was spoken of last.
    case same
    case year(Int)
    /// No word of the year, but the weekday that the day was.
    case weekday(Int)
  }

  /// The same phrase said of what is to come: "الأحد", "خلال أسبوعين".
  public var ahead: DateExpression {
    switch self {
    case .weekday(let weekday, .none): .weekday(weekday, .next)
    case .pastDays(let days): .nextDays(days)
    default: self
    }
  }

  /// Whether the phrase names a calendar day or month, and not a day relative to the report.
  public var isCalendar: Bool {
    switch self {
    case .dayMonth, .days, .daysAcross, .month, .halfMonth, .exact, .hijri, .dayOfMonth,
      .daysOfMonth, .sameMonth:
      true
    default: false
    }
  }

  /// Whether the phrase names a whole year, or more of it than a report can tell an event by.
  public var isYear: Bool {
    switch self {
    case .exact(.year), .yearsAgo, .halfYear: true
    default: false
    }
  }

  /// Whether the phrase counts on from what was told before it, and says nothing without that.
  public var isToldOn: Bool {
    switch self {
    case .sameDay, .sameNight, .sameTime, .hoursLater, .sameMonth, .dayOfMonth(_, .same),
      .daysOfMonth(_, _, .same):
      true
    default: false
    }
  }

  /// Whether the phrase names a month or more, or a day by something else only.
  public var isCoarse: Bool {
    switch self {
    case .month, .halfMonth, .monthsAgo, .monthsBefore, .before, .relativeWeek, .lately, .longAgo,
      .sameTime, .hoursLater, .sameMonth, .exact(.month):
      true
    default: isYear
    }
  }

  /// Whether the phrase names an hour, a day or two, so that it can be the day of news.
  public var isRecent: Bool {
    switch self {
    case .offset(let days): days >= -2
    case .night, .pastDays: true
    case .weekday(_, let hint): hint == .none
    case .weekdays, .weekdayAfterMidnight, .sinceWeekday, .sameDay, .sameNight, .lately: true
    default: false
    }
  }
}

extension DateExpression {
  /// The date that is meant, counted from the report's day; nil when it cannot be known.
  ///
  /// - Parameters:
  ///   - published: the report's day, if there is one.
  ///   - told: what was told before it, for "of the same year" and "a day later".
  public func date(published: CalendarDay?, told: ToldDates = ToldDates()) -> EventDate? {
    switch self {
    case .exact(let date): return date
    case .hijri(let day, let month, let year, let weekday):
      return hijriDate(day, month, year, weekday, published)
    case .dayMonth(let day, let month, let hint):
      guard let year = year(of: month, day: day, hint, published, told) else {
        return .yearlessDay(month: month, day: day)
      }
      return CalendarDay(year: year, month: month, day: day).map { .day($0) }
    case .days(let a, let b, let month, let hint):
      guard let year = year(of: month, day: a, hint, published, told) else {
        return .yearlessInterval(
          month: a <= b ? month : month == 1 ? 12 : month - 1, day: a, toMonth: month, toDay: b)
      }
      return interval(a, b, month, year)
    case .daysAcross(let day, let month, let toDay, let toMonth, let hint):
      guard let year = year(of: toMonth, day: toDay, hint, published, told) else {
        return .yearlessInterval(month: month, day: day, toMonth: toMonth, toDay: toDay)
      }
      return Self.interval(
        CalendarDay(year: month > toMonth ? year - 1 : year, month: month, day: day),
        CalendarDay(year: year, month: toMonth, day: toDay))
    case .month(let month, let hint):
      guard let year = year(of: month, day: 1, hint, published, told) else {
        return .yearlessMonth(month)
      }
      return .month(year: year, month: month)
    case .halfMonth(let half, let month, let hint):
      let first = half == 1 ? 1 : 16
      guard let year = year(of: month, day: first, hint, published, told) else {
        let last = half == 1 ? 15 : EventDate.month(year: 2001, month: month).lastDay
        return .yearlessInterval(month: month, day: first, toMonth: month, toDay: last)
      }
      let last = half == 1 ? 15 : EventDate.month(year: year, month: month).lastDay
      return Self.interval(
        CalendarDay(year: year, month: month, day: first),
        CalendarDay(year: year, month: month, day: last))
    case .halfYear(let half, let hint):
      guard let year = self.year(hint, published) else { return nil }
      return half == 1
        ? Self.interval(
          CalendarDay(year: year, month: 1, day: 1), CalendarDay(year: year, month: 6, day: 30))
        : Self.interval(
          CalendarDay(year: year, month: 7, day: 1), CalendarDay(year: year, month: 12, day: 31))
    case .anniversary(let year):
      guard let (_, month, day) = published?.parts else { return nil }
      return CalendarDay(year: year, month: month, day: day).map { .day($0) }
    case .sameDay(let days):
      if let day = told.day?.bounds {
        return .day((days < 0 ? day.lowerBound : day.upperBound) + days)
      }
      return days == 0 ? published.map { .day($0) } : nil
    case .sameNight: return told.day
    case .sameTime, .hoursLater: return nil
    case .sameMonth(let months): return told.month?.later(by: months).date
    case .dayOfMonth(let day, let hint):
      return month(hint, published, told)?.date(day)
    case .daysOfMonth(let a, let b, let hint):
      guard let month = month(hint, published, told) else { return nil }
      let days = EventDate.days(month.date(a), month.date(b))
      return a <= b ? days : EventDate.days(month.later(by: -1).date(a), month.date(b))
    case .before, .monthsBefore:
      return (told.news?.bounds?.lowerBound ?? published).flatMap { relative(to: $0) }
    default:
      guard let published else { return nil }
      return relative(to: published)
    }
  }

  private func relative(to day: CalendarDay) -> EventDate? {
    switch self {
    case .offset(let days): return .day(day + days)
    case .before(let days): return .day(day - days)
    case .night(let offset): return .interval(day + offset, day + offset + 1)
    case .weekday(let weekday, let hint):
      switch hint {
      case .next: return .day(day + (weekday - day.weekday + 6) % 7 + 1)
      case .last:
        // "The last Friday" said on a Friday is the one before.
        return .day(day - ((day.weekday - weekday + 6) % 7 + 1))
      default: return .day(day - (day.weekday - weekday + 7) % 7)
      }
    case .weekdayOfLastWeek(let weekday): return .day(day - day.weekday - 7 + weekday)
    case .weekdays(let first, let second):
      let end = day - (day.weekday - second + 7) % 7
      return .interval(end - ((second - first + 7) % 7), end)
    case .sinceWeekday(let weekday):
      let first = day - (day.weekday - weekday + 7) % 7
      return first == day ? .day(day) : .interval(first, day)
    case .weekdayAfterMidnight(let weekday):
      let start = day - (day.weekday - weekday + 7) % 7
      return .interval(start, start + 1)
    case .monthsAgo(let months), .monthsBefore(let months):
      let (year, month, _) = day.parts
      let count = year * 12 + month - 1 - months
      return .month(year: count / 12, month: count % 12 + 1)
    case .yearsAgo(let years): return .year(day.parts.year - years)
    case .relativeWeek(let hint):
      switch hint {
      case .last: return .interval(day - 13, day - 1)
      case .next: return .interval(day + 1, day + 13)
      default: return .interval(day - 6, day)
      }
    case .pastDays(let days): return .interval(day - days, day)
    case .nextDays(let days): return .interval(day, day + days)
    case .newYearsEve:
      let year = day.parts.year
      guard let eve = CalendarDay(year: year - 1, month: 12, day: 31) else { return nil }
      return .interval(eve, eve + 1)
    default: return nil
    }
  }

  private static func month(before month: Int, of year: Int) -> (Int, Int) {
    month == 1 ? (year - 1, 12) : (year, month - 1)
  }

  /// The month that "of last month", "of the same month" or "of the month" speak of.
  private func month(
    _ hint: Hint, _ published: CalendarDay?, _ told: ToldDates
  ) -> ToldDates.Month? {
    let own = published.map { ToldDates.Month(year: $0.parts.year, number: $0.parts.month) }
    return switch hint {
    case .last: own?.later(by: -1)
    case .same: told.month ?? own
    default: own ?? told.month
    }
  }

  private func interval(_ a: Int, _ b: Int, _ month: Int, _ year: Int) -> EventDate? {
    let (y, m) = a <= b ? (year, month) : Self.month(before: month, of: year)
    return Self.interval(
      CalendarDay(year: y, month: m, day: a), CalendarDay(year: year, month: month, day: b))
  }

  private static func interval(_ from: CalendarDay?, _ to: CalendarDay?) -> EventDate? {
    guard let from, let to, from <= to else { return nil }
    return .interval(from, to)
  }

  /// The year that a hint alone names.
  private func year(_ hint: Hint, _ published: CalendarDay?) -> Int? {
    switch hint {
    case .year(let year): year
    case .lastYear, .last: published.map { $0.parts.year - 1 }
    default: published.map { $0.parts.year }
    }
  }

  /// The year of a month that a report names without one.
  private func year(
    of month: Int, day: Int, _ hint: Hint, _ published: CalendarDay?, _ told: ToldDates
  ) -> Int? {
    if case .year(let year) = hint { return year }
    if hint == .sameYear, let year = told.year { return year }
    guard let published else { return nil }
    let (year, thisMonth, thisDay) = published.parts
    let isLater = month > thisMonth || (month == thisMonth && day > thisDay)
    switch hint {
    case .lastYear: return year - 1
    case .next: return isLater || month == thisMonth ? year : year + 1
    case .last: return month > thisMonth || isLater ? year - 1 : year
    case .this, .sameYear: return year
    default:
      // Without a word the last one is meant, unless it lies only some weeks ahead.
      guard isLater else { return self.year(year, of: month, day: day, hint) }
      let ahead = (CalendarDay(year: year, month: month, day: min(day, 28)) ?? published).number
      let isAhead =
        ahead - published.number <= 45 && month != thisMonth && told.year != year - 1
      return self.year(isAhead ? year : year - 1, of: month, day: day, hint)
    }
  }

  /// The year next to a guessed one in which the day has the weekday of a hint.
  private func year(_ guess: Int, of month: Int, day: Int, _ hint: Hint) -> Int {
    guard case .weekday(let weekday) = hint else { return guess }
    let near = [0, 1, -1, -2, -3].lazy.map { guess + $0 }
    return near.first {
      CalendarDay(year: $0, month: month, day: day)?.weekday == weekday
    } ?? guess
  }

  private func hijriDate(
    _ day: Int, _ month: Int, _ year: Int?, _ weekday: Int?, _ published: CalendarDay?
  ) -> EventDate? {
    guard let year = year ?? published.flatMap({ hijriYear(of: month, day: day, before: $0) })
    else { return nil }
    guard day > 0 else {
      // Only the month is given: the civil month that holds most of it.
      return HijriDay(year: year, month: month, day: 20).civil.map {
        .month(year: $0.parts.year, month: $0.parts.month)
      }
    }
    guard let civil = HijriDay(year: year, month: month, day: day).civil else { return nil }
    // Countries that look for the moon may be a day off; a weekday in the text tells.
    let shifts = [0, -1, 1]
    let shift = weekday.flatMap { w in shifts.first { (civil + $0).weekday == w } } ?? 0
    return .day(civil + shift)
  }

  /// The Hijri year in which a day or month was last before a civil day.
  private func hijriYear(of month: Int, day: Int, before published: CalendarDay) -> Int? {
    guard let year = HijriDay(published)?.year,
      let civil = HijriDay(year: year, month: month, day: Swift.max(day, 1)).civil
    else { return nil }
    return civil > published + 3 ? year - 1 : year
  }
}

extension EventDate {
  /// The number of the last day that the date allows in its month.
  fileprivate var lastDay: Int { bounds?.upperBound.parts.day ?? 31 }
}
