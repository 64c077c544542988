import Reports

/// What a date phrase says, before the report's day is known.
@frozen
public enum DateExpression: Hashable, BitwiseCopyable, Sendable {
  /// Days from the report's day: 0 today, -1 yesterday.
  case offset(days: Int)
  /// The night that begins on the day so many days off.
  case night(offset: Int)
  case weekday(Int, Hint)
  /// The night between two weekdays.
  case weekdayNight(Int, Int)
  /// The night that begins on a weekday and goes on past midnight.
  case weekdayAfterMidnight(Int)
  case dayMonth(day: Int, month: Int, Hint)
  case days(from: Int, to: Int, month: Int, Hint)
  case dayOfMonth(Int, Hint)
  case month(Int, Hint)
  case relativeMonth(Hint)
  case relativeWeek(Hint)
  /// The last so many days, today included.
  case pastDays(Int)
  case exact(EventDate)
  case hijri(day: Int, month: Int, year: Int?, weekday: Int?)
  case newYearsEve
  /// The day spoken of last, or so many days behind it.
  case sameDay(Int)
  /// So many days before the news: "بعد أربعة أيام من …", where that is background.
  case before(days: Int)
  /// Known to be past and nothing more.
  case longAgo

  /// What a phrase says of the year, or which of several is meant.
  @frozen
  public enum Hint: Hashable, BitwiseCopyable, Sendable {
    case none, last, this, next, lastYear, sameYear
    case year(Int)
  }

  /// Whether the phrase names a calendar day or month, and not a day relative to the report.
  public var isCalendar: Bool {
    switch self {
    case .dayMonth, .days, .month, .exact, .hijri, .dayOfMonth: true
    default: false
    }
  }

  /// Whether the phrase names an hour, a day or two, so that it can be the day of news.
  public var isRecent: Bool {
    switch self {
    case .offset(let days): days >= -2
    case .night, .pastDays: true
    case .weekday(_, let hint): hint == .none
    case .weekdayNight, .weekdayAfterMidnight, .sameDay: true
    default: false
    }
  }
}

extension DateExpression {
  /// The date that is meant, counted from the report's day; nil when it cannot be known.
  ///
  /// - Parameters:
  ///   - published: the report's day, if there is one.
  ///   - previous: the last full date read before, for "of the same year".
  public func date(published: CalendarDay?, previous: EventDate? = nil) -> EventDate? {
    switch self {
    case .exact(let date): return date
    case .hijri(let day, let month, let year, let weekday):
      return hijriDate(day, month, year, weekday, published)
    case .dayMonth(let day, let month, let hint):
      guard let year = year(of: month, day: day, hint, published, previous) else {
        return .yearlessDay(month: month, day: day)
      }
      return CalendarDay(year: year, month: month, day: day).map { .day($0) }
    case .days(let a, let b, let month, let hint):
      guard let year = year(of: month, day: a, hint, published, previous) else {
        return .yearlessInterval(
          month: a <= b ? month : month == 1 ? 12 : month - 1, day: a, toMonth: month, toDay: b)
      }
      return interval(a, b, month, year)
    case .month(let month, let hint):
      guard let year = year(of: month, day: 1, hint, published, previous) else {
        return .yearlessMonth(month)
      }
      return .month(year: year, month: month)
    case .sameDay(let days):
      if let day = previous?.bounds?.upperBound { return .day(day + days) }
      return days == 0 ? published.map { .day($0) } : nil
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
    case .weekdayNight(let first, let second):
      let end = day - (day.weekday - second + 7) % 7
      return .interval(end - ((second - first + 7) % 7), end)
    case .weekdayAfterMidnight(let weekday):
      let start = day - (day.weekday - weekday + 7) % 7
      return .interval(start, start + 1)
    case .dayOfMonth(let number, let hint):
      let (year, month, _) = day.parts
      let (y, m) = hint == .last ? Self.month(before: month, of: year) : (year, month)
      return CalendarDay(year: y, month: m, day: number).map { .day($0) }
    case .relativeMonth(let hint):
      let (year, month, _) = day.parts
      switch hint {
      case .last:
        let (y, m) = Self.month(before: month, of: year)
        return .month(year: y, month: m)
      case .next:
        return .month(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1)
      default: return .month(year: year, month: month)
      }
    case .relativeWeek(let hint):
      switch hint {
      case .last: return .interval(day - 13, day - 1)
      case .next: return .interval(day + 1, day + 13)
      default: return .interval(day - 6, day)
      }
    case .pastDays(let days): return .interval(day - days, day)
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

  private func interval(_ a: Int, _ b: Int, _ month: Int, _ year: Int) -> EventDate? {
    guard let to = CalendarDay(year: year, month: month, day: b) else { return nil }
    if a <= b, let from = CalendarDay(year: year, month: month, day: a) {
      return .interval(from, to)
    }
    let (y, m) = Self.month(before: month, of: year)
    return CalendarDay(year: y, month: m, day: a).map { .interval($0, to) }
  }

  /// The year of a month that a report names without one.
  private func year(
    of month: Int, day: Int, _ hint: Hint, _ published: CalendarDay?, _ previous: EventDate?
  ) -> Int? {
    if case .year(let year) = hint { return year }
    if hint == .sameYear, let year = previous?.bounds?.lowerBound.parts.year { return year }
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
      guard isLater else { return year }
      let ahead = (CalendarDay(year: year, month: month, day: min(day, 28)) ?? published).number
      return ahead - published.number <= 45 && month != thisMonth ? year : year - 1
    }
  }

  /// Umm al-Qura by the tabular calendar; right within a day (CONVENTIONS: ±1 day).
  private func hijriDate(
    _ day: Int, _ month: Int, _ year: Int?, _ weekday: Int?, _ published: CalendarDay?
  ) -> EventDate? {
    func civil(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
      // Tabular Islamic calendar, civil epoch 622-07-16 (Julian) = Julian day 1,948,440.
      let days =
        day + Int((29.5 * Double(month - 1)).rounded(.up)) + (year - 1) * 354
        + (3 + 11 * year) / 30 + 1_948_439 - 2_440_588
      return CalendarDay(number: days)
    }
    var hijriYear = year
    if hijriYear == nil, let published {
      var guess = (published.number + 2_440_588 - 1_948_440) * 30 / 10_631 + 1
      if civil(guess, month, max(day, 1)) > published + 3 { guess -= 1 }
      hijriYear = guess
    }
    guard let hijriYear else { return nil }
    if day > 0 {
      let computed = civil(hijriYear, month, day)
      // The calendar of the state may be a day off; a weekday in the text tells.
      let shifts = [0, -1, 1]
      let shift = weekday.flatMap { w in shifts.first { (computed + $0).weekday == w } } ?? 0
      return .day(computed + shift)
    }
    // Only the month is given: the Gregorian month that holds its middle.
    let (y, m, _) = civil(hijriYear, month, 20).parts
    return .month(year: y, month: m)
  }
}
