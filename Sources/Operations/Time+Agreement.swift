import Claims
import Geocoding
import Mentions
import Reports

/// When a claim says that something happened, made ready for comparison.
struct EventTime: Equatable {
  private var daySpan = Span()
  private var yearlessSpan = Span()
  private var publishedSpan = Span()
  private var clockSpan = Span()
  /// True when an undated claim is told as news, not as history.
  var isNews: Bool

  /// The first and last day that the claim allows, as day numbers; nil when the year is unknown.
  var days: ClosedRange<Int>? {
    get { daySpan.range }
    set { daySpan.range = newValue }
  }

  /// The first and last `month * 32 + day` of a date without a year.
  var yearless: ClosedRange<Int>? {
    get { yearlessSpan.range }
    set { yearlessSpan.range = newValue }
  }

  /// The day of publication of a claim without any date.
  var published: Int? {
    get { publishedSpan.range?.lowerBound }
    set { publishedSpan.range = newValue.map { $0...$0 } }
  }

  /// Minutes after midnight.
  var clock: ClosedRange<Int>? {
    get { clockSpan.range }
    set { clockSpan.range = newValue }
  }

  init(of located: ClaimPointer) {
    isNews = located.pointee.claim.status == .reported
    clock = located.pointee.claim.time.flatMap(minutes)
    switch located.pointee.claim.date {
    case .yearlessDay(let month, let day):
      yearless = month * 32 + day...month * 32 + day
    case .yearlessMonth(let month):
      yearless = month * 32...month * 32 + 31
    case .yearlessInterval(let month, let day, let toMonth, let toDay):
      let ends = (month * 32 + day, toMonth * 32 + toDay)
      yearless = min(ends.0, ends.1)...max(ends.0, ends.1)
    case let date?:
      days = date.bounds.map { $0.lowerBound.number...$0.upperBound.number }
    case nil:
      published = located.pointee.report.published?.number
    }
  }

  /// True for news without a day in a report without one.
  var isUndatedNews: Bool { isNews && days == nil && yearless == nil && published == nil }

  /// The same for what is told as past, without the day by which it was.
  var undated: EventTime {
    guard !isNews, days == nil, yearless == nil else { return self }
    var time = self
    time.published = nil
    return time
  }

  /// The days under which the claim is looked for: its own, or for undated news the last few
  /// before publication; nil when there are too many of them.
  var bucketDays: ClosedRange<Int>? {
    if let days { return days.count <= 7 ? days : nil }
    if yearless == nil, isNews, let published { return published - 3...published }
    return nil
  }
}

/// How two claims agree on the day.
enum TimeAgreement {
  case sameDay, yearlessDay, adjacentDay, withinNews, overlapping, unknown

  /// Half points towards the same event.
  var weight: Int {
    switch self {
    case .sameDay: 6
    case .yearlessDay: 4
    case .withinNews: 3
    case .overlapping: 2
    case .adjacentDay: 1
    case .unknown: 0
    }
  }

  /// True when the days alone single an event out among its like.
  var isSharp: Bool {
    switch self {
    case .sameDay, .yearlessDay, .withinNews: true
    case .adjacentDay, .overlapping, .unknown: false
    }
  }
}

extension EventTime {
  /// Tells how the days agree, or gives nil when they exclude each other.
  func agreement(with other: EventTime) -> TimeAgreement? {
    switch (days, other.days) {
    case (let a?, let b?):
      let areSharp = max(a.count, b.count) <= 3
      if a.overlaps(b) { return areSharp ? .sameDay : .overlapping }
      let gap = max(a.lowerBound, b.lowerBound) - min(a.upperBound, b.upperBound)
      // A night belongs to two days, and reports choose either.
      return areSharp && gap == 1 ? .adjacentDay : nil
    case (let a?, nil): return other.agreement(withDays: a)
    case (nil, let b?): return agreement(withDays: b)
    case (nil, nil): return agreement(withUndated: other)
    }
  }

  /// Compares a date without a year, or no date, with the known days of another claim.
  private func agreement(withDays known: ClosedRange<Int>) -> TimeAgreement? {
    if let yearless {
      guard known.count <= 366 else { return .unknown }
      let fits = known.contains { number in
        let parts = CalendarDay(number: number).parts
        return yearless.contains(parts.month * 32 + parts.day)
      }
      guard fits else { return nil }
      return known.count <= 3 && yearless.count <= 3 ? .yearlessDay : .overlapping
    }
    guard let published else { return .unknown }
    // Nobody reports what is still to come, and news is a few days old at most.
    guard known.lowerBound <= published + 1 else { return nil }
    guard isNews else { return .unknown }
    guard known.upperBound >= published - 7 else { return nil }
    return known.upperBound >= published - 3 && known.count <= 3 ? .withinNews : .unknown
  }

  /// Compares two claims neither of which has known days.
  private func agreement(withUndated other: EventTime) -> TimeAgreement? {
    if let a = yearless, let b = other.yearless {
      guard a.overlaps(b) else { return nil }
      return max(a.count, b.count) <= 3 ? .yearlessDay : .overlapping
    }
    guard isNews, other.isNews, let a = published, let b = other.published else { return .unknown }
    if abs(a - b) <= 3 { return .withinNews }
    return abs(a - b) <= 14 ? .unknown : nil
  }
}

/// Reads `HH:MM` or `HH:MM/HH:MM` as minutes after midnight.
private func minutes(_ text: String) -> ClosedRange<Int>? {
  let times = text.split(separator: "/").compactMap { time -> Int? in
    let parts = time.split(separator: ":").compactMap { Int($0) }
    return parts.count == 2 ? parts[0] * 60 + parts[1] : nil
  }
  guard let first = times.first, let last = times.last else { return nil }
  return min(first, last)...max(first, last)
}
