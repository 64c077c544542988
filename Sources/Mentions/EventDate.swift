import Reports

/// When something happened, as far as a report lets one know (EDTF, ISO 8601-2).
@frozen
public enum EventDate: Hashable, BitwiseCopyable, Sendable {
  /// One day: `2025-10-08`.
  case day(CalendarDay)
  /// Some day of a month: `2025-10`.
  case month(year: Int, month: Int)
  /// Some day of a year: `2017`.
  case year(Int)
  /// A day of a year that cannot be known: `XXXX-10-19`.
  case yearlessDay(month: Int, day: Int)
  /// A month of a year that cannot be known: `XXXX-10`.
  case yearlessMonth(Int)
  /// From one day to another, both included: `2025-11-24/2025-11-27`.
  case interval(CalendarDay, CalendarDay)
  /// The same without a year: `XXXX-11-24/XXXX-11-27`.
  case yearlessInterval(month: Int, day: Int, toMonth: Int, toDay: Int)

  /// The EDTF text.
  public var edtf: String {
    switch self {
    case .day(let day): day.iso
    case .month(let year, let month): "\(padded(year, 4))-\(padded(month, 2))"
    case .year(let year): padded(year, 4)
    case .yearlessDay(let month, let day): "XXXX-\(padded(month, 2))-\(padded(day, 2))"
    case .yearlessMonth(let month): "XXXX-\(padded(month, 2))"
    case .interval(let a, let b): "\(a.iso)/\(b.iso)"
    case .yearlessInterval(let m, let d, let m2, let d2):
      "XXXX-\(padded(m, 2))-\(padded(d, 2))/XXXX-\(padded(m2, 2))-\(padded(d2, 2))"
    }
  }

  /// The first and last day that the date allows, or nil when the year is unknown.
  public var bounds: ClosedRange<CalendarDay>? {
    switch self {
    case .day(let day): return day...day
    case .month(let year, let month):
      guard let first = CalendarDay(year: year, month: month, day: 1),
        let next = CalendarDay(
          year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
      else { return nil }
      return first...(next - 1)
    case .year(let year):
      guard let first = CalendarDay(year: year, month: 1, day: 1),
        let last = CalendarDay(year: year, month: 12, day: 31)
      else { return nil }
      return first...last
    case .interval(let a, let b): return min(a, b)...max(a, b)
    case .yearlessDay, .yearlessMonth, .yearlessInterval: return nil
    }
  }

  /// Reads EDTF of the forms that `edtf` writes, or gives nil.
  public init?(edtf text: some StringProtocol) {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    func numbers(_ half: Substring) -> [Int?]? {
      let parts = half.split(separator: "-", omittingEmptySubsequences: false)
      guard (1...3).contains(parts.count), parts[0].count == 4 else { return nil }
      return parts.enumerated().map { $0 == 0 && $1 == "XXXX" ? nil : Int($1) }
    }
    guard let first = halves.first.map({ Substring($0) }), let a = numbers(first) else {
      return nil
    }
    if halves.count == 2, let b = numbers(Substring(halves[1])), a.count == 3, b.count == 3,
      let m = a[1], let d = a[2], let m2 = b[1], let d2 = b[2]
    {
      if let y = a[0], let y2 = b[0] {
        guard let from = CalendarDay(year: y, month: m, day: d),
          let to = CalendarDay(year: y2, month: m2, day: d2)
        else { return nil }
        self = .interval(from, to)
      } else {
        self = .yearlessInterval(month: m, day: d, toMonth: m2, toDay: d2)
      }
      return
    }
    guard halves.count == 1 else { return nil }
    switch (a.count, a[0]) {
    case (1, let year?): self = .year(year)
    case (2, let year?):
      guard let month = a[1] else { return nil }
      self = .month(year: year, month: month)
    case (2, nil):
      guard let month = a[1] else { return nil }
      self = .yearlessMonth(month)
    case (3, let year?):
      guard let month = a[1], let d = a[2], let day = CalendarDay(year: year, month: month, day: d)
      else { return nil }
      self = .day(day)
    case (3, nil):
      guard let month = a[1], let day = a[2] else { return nil }
      self = .yearlessDay(month: month, day: day)
    default: return nil
    }
  }
}
