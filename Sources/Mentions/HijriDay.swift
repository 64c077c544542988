import Reports

/// A day of the calendar of Umm al-Qura, which Arab states and papers count their Hijri days by.
///
/// The lengths of its months follow no formula: they are published. The table below has them as the
/// Python package hijridate 2.6 does, which took them from archived papers and from the comparative
/// calendar of the King Abdulaziz City for Science and Technology. Years before 1400 and behind 1499
/// have no days here.
struct HijriDay {
  var year: Int
  /// 1 Muharram … 12 Dhu al-Hijja.
  var month: Int
  var day: Int

  /// The day of the civil calendar; nil where the month has no such day, or the table no such year.
  var civil: CalendarDay? {
    guard let first = Self.firstDay(of: month, in: year), day >= 1,
      day <= (Self.isLong(month, in: year) ? 30 : 29)
    else { return nil }
    return first + (day - 1)
  }

  /// The day that the civil calendar calls by another name; nil outside the table.
  init?(_ civil: CalendarDay) {
    var year = Self.firstYear
    var start = Self.firstDay
    while year < Self.endYear, start + Self.length(of: year) <= civil {
      start = start + Self.length(of: year)
      year += 1
    }
    guard year < Self.endYear, start <= civil else { return nil }
    var month = 1
    while true {
      let length = Self.isLong(month, in: year) ? 30 : 29
      if start + length > civil { break }
      start = start + length
      month += 1
    }
    (self.year, self.month, day) = (year, month, civil.number - start.number + 1)
  }

  init(year: Int, month: Int, day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  private static let firstYear = 1400
  private static var endYear: Int { firstYear + longMonths.count }
  /// 1 Muharram 1400, 20 November 1979.
  private static let firstDay = CalendarDay(number: 3610)

  private static func isLong(_ month: Int, in year: Int) -> Bool {
    longMonths[year - firstYear] >> UInt16(month - 1) & 1 == 1
  }

  private static func length(of year: Int) -> Int {
    12 * 29 + longMonths[year - firstYear].nonzeroBitCount
  }

  private static func firstDay(of month: Int, in year: Int) -> CalendarDay? {
    guard (firstYear..<endYear).contains(year), (1...12).contains(month) else { return nil }
    var day = firstDay
    for earlier in firstYear..<year { day = day + length(of: earlier) }
    for earlier in 1..<month { day = day + (isLong(earlier, in: year) ? 30 : 29) }
    return day
  }

  /// The months of 30 days of each year from 1400 on, one bit a month, Muharram the lowest.
  private static let longMonths: [UInt16] = [
    0xd4b, 0x52a, 0xa57, 0x4ae, 0x976, 0x56c, 0xb55, 0xaaa, 0xa55, 0x4ad,
    0x95d, 0x2da, 0x5d9, 0xdb2, 0xba4, 0xb4a, 0xa55, 0x2b5, 0x575, 0xb6a,
    0xbd2, 0xbc4, 0xb89, 0xa95, 0x52d, 0x5ad, 0xb6a, 0x6d4, 0xdc9, 0xd92,
    0xaa6, 0x956, 0x2ae, 0x56d, 0x36a, 0xb55, 0xaaa, 0x94d, 0x49d, 0x95d,
    0x2ba, 0x5b5, 0x5aa, 0xd55, 0xa9a, 0x92e, 0x26e, 0x55d, 0xada, 0x6d4,
    0x6a5, 0x54b, 0xa97, 0x54e, 0xaae, 0x5ac, 0xba9, 0xd92, 0xb25, 0x64b,
    0xcab, 0x55a, 0xb55, 0x6d2, 0xea5, 0xe4a, 0xa95, 0x52d, 0xaad, 0x36c,
    0x759, 0x6d2, 0x695, 0x52d, 0xa5b, 0x4ba, 0x9ba, 0x3b4, 0xb69, 0xb52,
    0xaa6, 0x4b6, 0x96d, 0x2ec, 0x6d9, 0xeb2, 0xd54, 0xd2a, 0xa56, 0x4ae,
    0x96d, 0xd6a, 0xb54, 0xb29, 0xa93, 0x52b, 0xa57, 0x536, 0xab5, 0x6aa,
  ]
}
