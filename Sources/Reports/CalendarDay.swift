/// A day of the proleptic Gregorian calendar, counted in days since 1970-01-01.
@frozen
public struct CalendarDay: Hashable, Comparable, BitwiseCopyable, Sendable {
  /// Days since 1970-01-01, which is 0.
  public var number: Int

  public init(number: Int) { self.number = number }

  /// Makes a day from its parts, or nil when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...31).contains(day), (1...9999).contains(year) else {
      return nil
    }
    // Days from civil: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
    guard parts == (year, month, day) else { return nil }
  }

  /// Reads `YYYY-MM-DD`, or gives nil.
  ///
  /// A time may stand behind it, after `T` or a blank; the day is taken as it is written there.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8.prefix(11))
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes.count == 10 || bytes[10] | 0x20 == UInt8(ascii: "t") || bytes[10] == 0x20
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      range.reduce(Int?.some(0)) { value, i in
        (48...57).contains(bytes[i]) ? value.map { $0 * 10 + Int(bytes[i]) - 48 } : nil
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// The year, the month 1...12 and the day of the month 1...31.
  public var parts: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1)
  }

  /// The day of the week, from 0 for Sunday to 6 for Saturday.
  public var weekday: Int { ((number + 4) % 7 + 7) % 7 }

  /// `YYYY-MM-DD`.
  public var iso: String {
    let (year, month, day) = parts
    guard (0...9999).contains(year) else {
      return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
    return String(unsafeUninitializedCapacity: 10) { text in
      var rest = (year * 100 + month) * 100 + day
      for i in stride(from: 9, through: 0, by: -1) {
        if i == 4 || i == 7 {
          text[i] = UInt8(ascii: "-")
        } else {
          text[i] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
      }
      return 10
    }
  }

  public static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.number < b.number }
  public static func + (day: CalendarDay, days: Int) -> CalendarDay {
    .init(number: day.number + days)
  }
  public static func - (day: CalendarDay, days: Int) -> CalendarDay {
    .init(number: day.number - days)
  }
}

/// A number in decimal digits, with zeros before it up to a width.
package func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
