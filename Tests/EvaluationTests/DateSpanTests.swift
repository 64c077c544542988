import Evaluation
import Testing

/// Dates of known and unknown year, and the days between them.
struct DateSpanTests {
  @Test(arguments: [
    ("2025-10-19", "2025-10-19", 0),
    ("2025-10-19", "2025-10-20", 1),
    ("2025-10-19", "2025-10-22", 3),
    ("2025-10", "2025-10-31", 0),
    ("2025-10", "2025-11-01", 1),
    ("2024-02", "2024-03-01", 1),
    ("2017", "2017-06-01", 0),
    ("2017", "2018-01-03", 3),
    ("2025-11-24/2025-11-27", "2025-11-27/2025-11-30", 0),
    ("2025-11-24/2025-11-27", "2025-11-28", 1),
    ("2025-12-31", "2026-01-01", 1),
    ("XXXX-10-19", "XXXX-10-19", 0),
    ("XXXX-10-19", "XXXX-10-21", 2),
    ("XXXX-10-19", "2025-10-19", 0),
    ("XXXX-10-19", "2025-10-18", 1),
    ("XXXX-10-19", "2025-12-19", 61),
    ("XXXX-10", "2025-10-03", 0),
    ("XXXX-12-31", "XXXX-01-01", 1),
    ("XXXX-12-31", "2026-01-01", 1),
    ("XXXX-12-30/XXXX-01-02", "2026-01-01", 0),
    ("XXXX-12-30/XXXX-01-02", "2025-12-30", 0),
    ("XXXX-11-24/XXXX-11-27", "XXXX-11-25", 0),
    ("XXXX-10-19", "2019-01-01/2024-01-01", 0),
    ("XXXX-02-29", "2025-02-28", 0),
  ])
  func `the days between two dates count from end to start`(
    a: String, b: String, days: Int
  ) throws {
    let first = try #require(DateSpan(edtf: a))
    let second = try #require(DateSpan(edtf: b))
    #expect(first.days(to: second) == days)
    #expect(second.days(to: first) == days, "the other way round")
    #expect(first.overlaps(second) == (days == 0))
  }

  @Test(arguments: [
    "", "XXXX", "2025-13", "2025-02-30", "25-01-01", "2025-1-1", "2025-01-01/", "yesterday",
    "2025-01-02/2025-01-01", "2025-01-01/XXXX-01-02", "2025-01-01/2025-01-02/2025-01-03",
    "2025-01-01-01", "+025-01-01",
  ])
  func `what is no date is refused`(text: String) {
    #expect(DateSpan(edtf: text) == nil)
  }
}
