import ArabicText
import Lexicon
import Reports

/// What was told before a date that counts on from it: "بعدها بيومين", "في الثالث منه".
public struct ToldDates: Sendable {
  /// The day, or the night, told last.
  public private(set) var day: EventDate?
  /// The month told last.
  private(set) var month: Month?
  /// The year told last.
  private(set) var year: Int?
  /// The first day of the report's news.
  private(set) var news: EventDate?

  public init() {}

  /// A month of a year that may be unknown.
  struct Month {
    var year: Int?
    var number: Int

    var date: EventDate {
      year.map { .month(year: $0, month: number) } ?? .yearlessMonth(number)
    }

    /// The month so many behind it.
    func later(by months: Int) -> Month {
      let count = (year ?? 2000) * 12 + number - 1 + months
      return Month(year: year == nil ? nil : count / 12, number: count % 12 + 1)
    }

    /// A day of it.
    func date(_ day: Int) -> EventDate? {
      guard let year else { return .yearlessDay(month: number, day: day) }
      return CalendarDay(year: year, month: number, day: day).map { .day($0) }
    }
  }

  /// Takes in a date that was read.
  mutating func take(_ value: EventDate, _ expression: DateExpression) {
    if let bounds = value.bounds {
      let (first, last) = (bounds.lowerBound, bounds.upperBound)
      year = first.parts.year
      if last.number - first.number <= 2 {
        day = value
        if news == nil, expression.isRecent { news = value }
      }
      if expression.isCalendar || last == first, first.parts.month == last.parts.month,
        first.parts.year == last.parts.year
      {
        month = Month(year: first.parts.year, number: first.parts.month)
      }
    } else {
      switch value {
      case .yearlessDay(let number, _), .yearlessMonth(let number):
        (day, month) = (nil, Month(year: nil, number: number))
      default: break
      }
    }
  }
}

extension EventDate {
  /// From one day to another, if both are days that follow each other.
  static func days(_ from: EventDate?, _ to: EventDate?) -> EventDate? {
    switch (from, to) {
    case (.day(let a)?, .day(let b)?): a <= b ? .interval(a, b) : nil
    case (.yearlessDay(let m, let d)?, .yearlessDay(let m2, let d2)?):
      .yearlessInterval(month: m, day: d, toMonth: m2, toDay: d2)
    default: nil
    }
  }
}

extension ReportReading {
  /// What each date means, in the order of the text, for many count on from the one before.
  ///
  /// - Parameter published: the report's day, if there is one.
  public func days(published: CalendarDay?) -> [EventDate?] {
    var days = [EventDate?]()
    days.reserveCapacity(dates.count)
    var told = ToldDates()
    var published = published
    for d in dates.indices {
      let expression = dates[d].expression
      if let day = dayOfPosts(d) { published = day }
      let value = expression.date(published: published, told: told)
      days.append(value)
      if let value, !isOfSaying(dates[d]) { told.take(value, expression) }
    }
    return days
  }

  /// The day that a date gives to the posts below it, where it heads them.
  private func dayOfPosts(_ date: Int) -> CalendarDay? {
    guard case .exact(.day(let day)) = dates[date].expression else { return nil }
    let start = dates[date].tokens.lowerBound
    let s = sentences.firstIndex { $0.tokens.upperBound > start }
    return s < sentences.count && sentences[s].kind == .dayOfPosts ? day : nil
  }

  /// "قال مسؤولون يوم الجمعة إن": the day of the word, and not of what it tells.
  public func isOfSaying(_ mention: DateMention) -> Bool {
    let start = mention.tokens.lowerBound
    guard
      let verb = (max(0, start - 5)..<start).last(where: {
        has(.speech, Speech.say.rawValue, at: $0)
      })
    else { return false }
    return !(verb + 1..<start).contains {
      let sign = lexeme(.parties, at: $0)?.lexeme?.value
      return sign == PartySign.that.rawValue || sign == PartySign.own.rawValue
    }
  }
}
