import Reports

/// The days that an EDTF date allows, the year known or not.
package struct DateSpan: Hashable, Sendable {
  private var first: Part
  private var last: Part
  /// True for a date whose year cannot be known (`XXXX-10-19`).
  package var isYearless: Bool

  /// A day; the year is an arbitrary one when it is not known.
  private struct Part: Hashable, Sendable {
    var year: Int
    var month: Int
    var day: Int

    /// The day in the calendar, so many years later; a 29 February falls back to the 28th.
    func day(yearsLater: Int) -> CalendarDay? {
      CalendarDay(year: year + yearsLater, month: month, day: day)
        ?? CalendarDay(year: year + yearsLater, month: month, day: 28)
    }
  }

  /// Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, the last two with `XXXX` for the year, or two such
  /// with a slash between; gives nil for anything else.
  package init?(edtf text: some StringProtocol) {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count <= 2, let from = Self.bounds(of: halves[0]),
      let to = Self.bounds(of: halves[halves.count - 1]), from.isYearless == to.isYearless
    else { return nil }
    first = from.first
    last = to.last
    isYearless = from.isYearless
    if isYearless, (last.month, last.day) < (first.month, first.day) { last.year += 1 }
    guard let a = first.day(yearsLater: 0), let b = last.day(yearsLater: 0), a <= b else {
      return nil
    }
  }

  private static func bounds(
    of half: some StringProtocol
  ) -> (first: Part, last: Part, isYearless: Bool)? {
    let fields = half.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(fields.count), fields[0].utf8.count == 4,
      fields.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      fields.enumerated().allSatisfy({ i, field in
        i == 0 && field == "XXXX" || field.utf8.allSatisfy { (48...57).contains($0) }
      })
    else { return nil }
    let isYearless = fields[0] == "XXXX"
    // A leap year for the unknown one, so that 29 February stands in it.
    let year = isYearless ? 2000 : Int(fields[0])!
    switch fields.count {
    case 1:
      guard !isYearless else { return nil }
      return (
        Part(year: year, month: 1, day: 1), Part(year: year, month: 12, day: 31), false
      )
    case 2:
      let month = Int(fields[1])!
      guard
        let end = (28...31).last(where: { CalendarDay(year: year, month: month, day: $0) != nil })
      else { return nil }
      return (
        Part(year: year, month: month, day: 1), Part(year: year, month: month, day: end), isYearless
      )
    default:
      let part = Part(year: year, month: Int(fields[1])!, day: Int(fields[2])!)
      guard CalendarDay(year: part.year, month: part.month, day: part.day) != nil else {
        return nil
      }
      return (part, part, isYearless)
    }
  }

  /// The days between two dates: 0 when they overlap, 1 for neighbouring days.
  ///
  /// A date without a year is held against the nearest year that the other date allows.
  package func days(to other: DateSpan) -> Int {
    if isYearless, !other.isYearless { return other.days(to: self) }
    var shifts = 0...0
    if other.isYearless {
      let nearest = first.year - other.first.year
      shifts = (nearest - 1)...(nearest + last.year - first.year + 1)
    }
    guard let a = first.day(yearsLater: 0), let b = last.day(yearsLater: 0) else { return .max }
    return shifts.compactMap { shift in
      guard let c = other.first.day(yearsLater: shift), let d = other.last.day(yearsLater: shift)
      else { return nil }
      return max(0, c.number - b.number, a.number - d.number)
    }.min() ?? .max
  }

  package func overlaps(_ other: DateSpan) -> Bool { days(to: other) == 0 }
}
