import Mentions
import Reports

extension Words {
  /// A date as people write it: `8 October 2025`, `24–27 November (year unknown)`.
  public func date(_ date: EventDate?, _ language: Language) -> String {
    switch date {
    case nil: self("date.unknown", language)
    case .day(let day): self.day(day, language)
    case .month(let year, let month):
      self("date.month", language, self("month.\(month)", language), "\(year)")
    case .year(let year): "\(year)"
    case .yearlessDay(let month, let day):
      self("date.yearless", language, yearDay(month, day, language))
    case .yearlessMonth(let month):
      self("date.yearless", language, self("month.\(month)", language))
    case .interval(let first, let last): period(first...max(first, last), language)
    case .yearlessInterval(let month, let day, let toMonth, let toDay):
      self(
        "date.yearless", language,
        month == toMonth
          ? self(
            "date.interval.month.yearless", language, "\(day)", "\(toDay)",
            self("month.\(month)", language))
          : self(
            "date.interval", language, yearDay(month, day, language),
            yearDay(toMonth, toDay, language)))
    }
  }

  /// A day as people write it: `8 October 2025`.
  public func day(_ day: CalendarDay, _ language: Language) -> String {
    let (year, month, number) = day.parts
    return self("date.day", language, "\(number)", self("month.\(month)", language), "\(year)")
  }

  /// Days from first to last as people write them: `24–27 November 2025`.
  func period(_ days: ClosedRange<CalendarDay>, _ language: Language) -> String {
    let first = days.lowerBound.parts
    let last = days.upperBound.parts
    if days.lowerBound == days.upperBound { return day(days.lowerBound, language) }
    guard (first.year, first.month) == (last.year, last.month) else {
      return self(
        "date.interval", language,
        first.year == last.year
          ? yearDay(first.month, first.day, language) : day(days.lowerBound, language),
        day(days.upperBound, language))
    }
    return self(
      "date.interval.month", language, "\(first.day)", "\(last.day)",
      self("month.\(first.month)", language), "\(first.year)")
  }

  private func yearDay(_ month: Int, _ day: Int, _ language: Language) -> String {
    self("date.day.yearless", language, "\(day)", self("month.\(month)", language))
  }
}
