import JSONText
import Reports
import TestSupport
import Testing

struct RecordTests {
  private func read(_ line: [UInt8], published: CalendarDay? = nil) -> (
    report: Report?, issues: [String]
  ) {
    let (report, issues) = line.withUnsafeBufferPointer {
      Report.record($0, number: 7, path: "a/more.jsonl", stem: "more", published: published)
    }
    return (report, issues.map(\.description))
  }

  private func read(_ line: String, published: CalendarDay? = nil) -> (
    report: Report?, issues: [String]
  ) {
    read(Array(line.utf8), published: published)
  }

  @Test func `a record has the keys of front matter, and text`() throws {
    let (report, issues) = read(
      #"{"id":"d1","extra":{"a":[1]},"text":"\u0646\u0635 \ud83d\udd34\n","title":"ع","published":"2025-10-08T10:00:00Z","source":null,"url":"https:\/\/x.org"}"#
    )
    let found = try #require(report)
    #expect(issues.isEmpty)
    #expect(found.id == "d1")
    #expect(found.text == Array("نص 🔴\n".utf8))
    #expect(found.title == "ع")
    #expect(found.published?.iso == "2025-10-08")
    #expect(found.source == nil)
    #expect(found.url == "https://x.org")
  }

  @Test(arguments: [#"{"text":"x"}"#, #"{"id":null,"text":"x"}"#, #"{"text":"x","id":""}"#])
  func `a record without an id takes its file's stem and its line`(line: String) {
    #expect(read(line).report?.id == "more-7")
  }

  @Test func `an id may be a number, as it is written`() {
    #expect(read(#"{"id": 12345678901234567890, "text":"x"}"#).report?.id == "12345678901234567890")
    #expect(read(#"{"id":1.50,"text":"x"}"#).report?.id == "1.50")
  }

  @Test func `the given day stands in where there is none`() {
    let day = CalendarDay(iso: "2024-02-03")
    #expect(read(#"{"text":"x"}"#, published: day).report?.published == day)
    #expect(
      read(#"{"text":"x","published":"2025-10-08"}"#, published: day).report?.published?.iso
        == "2025-10-08")
  }

  @Test func `annotations are passed over`() throws {
    let (report, issues) = read(#"{"id":"x","operations":[]}"#)
    #expect(report == nil)
    #expect(issues.count == 1)
    #expect(issues[0].contains("passed over"))
  }

  @Test(arguments: [
    (#"{"id":"x"}"#, "the record has no `text`"),
    (
      #"{"body":"x","headline":"y"}"#,
      "the record has no `text`; its other keys are `body`, `headline`"
    ),
    (#"{"text":" \n"}"#, "the record's `text` is empty"),
    (#"["x"]"#, "expected one JSON object, {\"id\": …, \"text\": …}, not `[\"x\"]`"),
    ("just words", "expected one JSON object, {\"id\": …, \"text\": …}, not `just words`"),
    (#"{"text":"x""#, "is not JSON: byte 11: expected `,` or `}`, but the text ends here"),
    (
      #"{"text":"x"} {"text":"y"}"#,
      "is not JSON: byte 13: expected the end, not `{\"text\":\"y\"}`"
    ),
    (#"{"text":"x",}"#, "is not JSON: byte 12: expected a key in quotes, not `}`"),
  ])
  func `a bad record is refused with its line and reason`(line: String, reason: String) {
    let (report, issues) = read(line)
    #expect(report == nil)
    #expect(issues == ["a/more.jsonl:7: \(reason)"])
  }

  @Test func `what is no string is said, and the record kept`() {
    let (report, issues) = read(#"{"title":["a"],"text":"x","published":20251008}"#)
    #expect(report?.title == nil)
    #expect(
      issues == [
        "a/more.jsonl:7: `title` should be a string, not `[\"a\"]`",
        "a/more.jsonl:7: `published` is not a day: `20251008`; write it as 2025-10-08 (read without a day)",
      ])
    #expect(read(#"{"text":5}"#).report == nil)
  }

  @Test func `broken UTF-8 is not repaired`() {
    let (report, issues) = read(Array(#"{"text":"x"#.utf8) + [0xD8] + Array(#""}"#.utf8))
    #expect(report == nil)
    #expect(issues.first?.hasPrefix("a/more.jsonl:7: is not UTF-8: byte 10 is 0xD8") == true)
  }

  @Test(arguments: 0..<100)
  func `what is written as JSON is read as it was`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let text = "x" + random.text(random.int(0...200))
    let title = "t" + random.text(random.int(0...20))
    var json = JSONWriter()
    json.object { json in
      json.member("title", title)
      json.member("text", text)
    }
    let report = try #require(read(json.string).report)
    #expect(report.text == Array(text.utf8))
    #expect(report.title == title)
  }
}
