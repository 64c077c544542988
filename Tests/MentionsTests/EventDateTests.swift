import Mentions
import Reports
import TestSupport
import Testing

struct EventDates {
  @Test(arguments: [
    "2025-10-08", "2025-10", "2017", "XXXX-10-19", "XXXX-10", "2025-11-24/2025-11-27",
    "XXXX-11-24/XXXX-11-27", "2024-02-29", "0001-01-01", "9999-12-31", "2024-12-31/2025-01-01",
  ])
  func `a date is written as it was read`(edtf: String) throws {
    #expect(try #require(EventDate(edtf: edtf)).edtf == edtf)
  }

  @Test(arguments: [
    "", "2025-13-01", "2025-02-30", "2023-02-29", "25-10-08", "2025-10-08-01", "yesterday",
    "2025-10-08/", "/2025-10-08", "2025-10-08/2025-10-09/2025-10-10", "2025-xx-01", "XXXX",
  ])
  func `text that is no date gives none`(text: String) {
    #expect(EventDate(edtf: text) == nil)
  }

  @Test func `every day of many years survives being written and read`() {
    for number in stride(from: -719_162, to: 2_932_896, by: 97) {
      let day = CalendarDay(number: number)
      #expect(CalendarDay(iso: day.iso) == day)
      #expect(EventDate(edtf: EventDate.day(day).edtf) == .day(day))
    }
  }

  @Test func `intervals survive being written and read`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let first = CalendarDay(number: random.int(-100_000...100_000))
      let date = EventDate.interval(first, first + random.int(0...5000))
      #expect(EventDate(edtf: date.edtf) == date)
    }
  }

  @Test(arguments: [
    ("2024-02", "2024-02-01", "2024-02-29"), ("2023-12", "2023-12-01", "2023-12-31"),
    ("2017", "2017-01-01", "2017-12-31"), ("2025-10-08", "2025-10-08", "2025-10-08"),
    ("2025-11-24/2025-11-27", "2025-11-24", "2025-11-27"),
  ])
  func `a date allows the days from its first to its last`(
    edtf: String, first: String, last: String
  ) throws {
    let bounds = try #require(EventDate(edtf: edtf)?.bounds)
    #expect(bounds.lowerBound.iso == first)
    #expect(bounds.upperBound.iso == last)
  }

  @Test(arguments: ["XXXX-10-19", "XXXX-10", "XXXX-11-24/XXXX-11-27"])
  func `a date without a year allows no known days`(edtf: String) throws {
    #expect(try #require(EventDate(edtf: edtf)).bounds == nil)
  }
}
