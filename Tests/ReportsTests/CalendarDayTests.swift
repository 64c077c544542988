import Reports
import TestSupport
import Testing

struct CalendarDayTests {
  @Test func `every day of five centuries comes round`() {
    var day = CalendarDay(year: 1700, month: 1, day: 1)!
    let last = CalendarDay(year: 2200, month: 12, day: 31)!
    while day < last {
      let (y, m, d) = day.parts
      #expect(CalendarDay(year: y, month: m, day: d) == day)
      #expect(CalendarDay(iso: day.iso) == day)
      let (ny, nm, nd) = (day + 1).parts
      #expect(
        (nd == d + 1 && nm == m && ny == y)
          || (nd == 1 && (nm == m + 1 && ny == y || nm == 1 && ny == y + 1 && m == 12)))
      #expect((day + 1).weekday == (day.weekday + 1) % 7)
      day = day + 1
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11016, 2), ("2025-10-08", 20369, 3),
    ("0001-01-01", -719162, 1), ("9999-12-31", 2_932_896, 5),
  ])
  func `known days have their number and weekday`(iso: String, number: Int, weekday: Int) throws {
    let day = try #require(CalendarDay(iso: iso))
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect(day.iso == iso)
  }

  @Test(arguments: [
    "2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "2025-1-01", "2025-10-8",
    "",
    "0000-01-01", "٢٠٢٥-10-08", "2025/10/08", "20251008",
  ])
  func `what the calendar lacks is nil`(iso: String) {
    #expect(CalendarDay(iso: iso) == nil)
  }
}
