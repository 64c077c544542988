import Reports
import TestSupport
import Testing

struct DocumentTests {
  private func read(
    _ bytes: [UInt8], published: CalendarDay? = nil
  ) -> (report: Report?, issues: [String]) {
    let (report, issues) = bytes.withUnsafeBufferPointer {
      Report.document($0, path: "news/a.b.txt", published: published)
    }
    return (report, issues.map(\.description))
  }

  private func read(
    _ text: String, published: CalendarDay? = nil
  ) -> (report: Report?, issues: [String]) { read(Array(text.utf8), published: published) }

  @Test func `a file without front matter is all text, and its stem is its id`() throws {
    let (report, issues) = read("عنوان\n\nنص\n")
    let found = try #require(report)
    #expect(issues.isEmpty)
    #expect(found.id == "a.b")
    #expect(found.title == nil)
    #expect(found.published == nil)
    #expect(found.text == Array("عنوان\n\nنص\n".utf8))
  }

  @Test(arguments: ["\n", "\r\n"])
  func `front matter is read, and the text begins behind it`(end: String) throws {
    let lines = [
      "---", "id: d001", #"title: "خبر: أول""#, "published: 2025-10-29", "source: 'وكالة الفرات'",
      "url: https://example.org/a?b=c#d", "editor: nobody", "# a comment", "", "--- ", "النص",
      "---", "",
    ]
    let (report, issues) = read(lines.joined(separator: end))
    let found = try #require(report)
    #expect(issues.isEmpty)
    #expect(found.id == "d001")
    #expect(found.title == "خبر: أول")
    #expect(found.published?.iso == "2025-10-29")
    #expect(found.source == "وكالة الفرات")
    #expect(found.url == "https://example.org/a?b=c#d")
    #expect(found.text == Array(["النص", "---", ""].joined(separator: end).utf8))
  }

  @Test func `what is more than plain lines is left to the YAML parser`() throws {
    let (report, issues) = read(
      """
      ---
      id: 0012   # kept as it is written
      title: "a \\"quoted\\" word: \\u0642"
      published: 2025-10-29T23:10:00+03:00
      source: >
        وكالة
        الفرات
      url: null
      tags: [a, b]
      ...
      نص
      """)
    let found = try #require(report)
    #expect(issues.isEmpty)
    #expect(found.id == "0012")
    #expect(found.title == "a \"quoted\" word: ق")
    #expect(found.published?.iso == "2025-10-29")
    #expect(found.source == "وكالة الفرات\n")
    #expect(found.url == nil)
    #expect(found.text == Array("نص".utf8))
  }

  /// The common form is read without the parser; both must agree on it.
  @Test(arguments: [
    "title: plain", "title: \"quoted # : x\"", "title: 'single'", "title: a:b c#d", "title:",
    "title: ~",
    "title: null", "title: 'null'", "title: \"\"", "title:   spaced   ", "title: 2025-10-29",
    "title: 12",
    "title: خبر - عاجل", "title: a, b [c] {d}", "title: x: y", "title: a #b", "title: \"x\" y",
    "title: [a]",
    "title: 'it''s'", "title: true", "title: a'b\"c", "title: a - b", "title: https://a.b/c",
    "title: *a",
    "title: -x", "title: !x y", "title: \"a\\tb\"", "title: %a", "title: a:", "title: 'a' 'b'",
  ])
  func `the common form means what YAML means`(line: String) throws {
    let (plain, issues) = read("---\n\(line)\n---\nx")
    // A flow sequence for another key sends the same line through the parser.
    let (parsed, otherIssues) = read("---\n\(line)\nother: [1]\n---\nx")
    #expect((plain == nil) == (parsed == nil))
    #expect(plain?.title == parsed?.title)
    #expect(issues.count == otherIssues.count)
  }

  @Test(arguments: [
    ("2025-10-08", "2025-10-08"), ("\"2025-10-08\"", "2025-10-08"), ("2025-1-8", "2025-01-08"),
    ("2025-10-08 21:00:00", "2025-10-08"), ("2025-10-08t21:00:00Z", "2025-10-08"),
    ("2001-12-14t21:59:43.10-05:00", "2001-12-14"),
  ])
  func `days may be written as YAML knows them`(written: String, iso: String) {
    #expect(read("---\npublished: \(written)\n---\nx").report?.published?.iso == iso)
  }

  @Test(arguments: ["yesterday", "2025-13-01", "08/10/2025", "2025", "2025-10-081"])
  func `a day that cannot be read is said, and the report kept`(written: String) throws {
    let (report, issues) = read(
      "---\npublished: \(written)\n---\nx", published: CalendarDay(iso: "2025-01-01"))
    #expect(report?.text == Array("x".utf8))
    #expect(report?.published == nil)
    #expect(
      issues == [
        "news/a.b.txt: `published` is not a day: `\(written)`; "
          + "write it as 2025-10-08 (read without a day)"
      ])
  }

  @Test func `a list where one value belongs is said, and the report kept`() {
    let (report, issues) = read("---\nid: x\ntitle: [a, b]\n---\nنص")
    #expect(report?.id == "x")
    #expect(report?.title == nil)
    #expect(issues == ["news/a.b.txt:3: `title` should be one value, not `title: [a, b]`"])
  }

  @Test func `the given day stands in where there is none`() {
    let day = CalendarDay(iso: "2024-02-03")
    #expect(read("نص", published: day).report?.published == day)
    #expect(read("---\nid: x\n---\nنص", published: day).report?.published == day)
    #expect(
      read("---\npublished: 2025-10-08\n---\nx", published: day).report?.published?.iso
        == "2025-10-08")
  }

  @Test func `a byte order mark is passed over`() {
    #expect(read("\u{FEFF}---\nid: x\n---\nنص").report?.id == "x")
    #expect(read("\u{FEFF}نص").report?.text == Array("نص".utf8))
  }

  @Test(arguments: [
    ("", "news/a.b.txt: is empty"), (" \n\t\r\n", "news/a.b.txt: is empty"),
    ("---\nid: x\n---\n \n", "news/a.b.txt: has no text behind its front matter"),
    (
      "---\nid: x\nنص",
      "news/a.b.txt:1: `---` opens a front matter that nothing closes; put a line `---` behind it"
    ),
    ("a\0b", "news/a.b.txt: is not text: a zero byte stands at byte 1"),
    (
      "---\njust words\n---\nx",
      "news/a.b.txt:2: the front matter is not a list of `key: value` lines: `just words`"
    ),
  ])
  func `what holds no report is refused with its reason`(text: String, message: String) {
    let (report, issues) = read(text)
    #expect(report == nil)
    #expect(issues == [message])
  }

  @Test(arguments: [
    ("---\nid: x\ntitle: \"open\nsource: y\n---\nx", 3...5, "news/a.b.txt"),
    ("---\nid: x\ntitle: a: b\n---\nx", 3...3, "`title: a: b`"),
    ("---\nid: x\nid: y\n---\nx", 3...3, "`id` stands there twice"),
    ("---\nid: x\n\t- y\n---\nx", 2...3, "does not parse"),
  ])
  func `front matter that does not parse is quoted with its line`(
    text: String, lines: ClosedRange<Int>, part: String
  ) throws {
    let (report, issues) = Array(text.utf8).withUnsafeBufferPointer {
      Report.document($0, path: "news/a.b.txt")
    }
    #expect(report == nil)
    let issue = try #require(issues.first)
    #expect(issues.count == 1)
    #expect(issue.kind == .badData)
    #expect(lines.contains(try #require(issue.line)))
    #expect(issue.description.contains(part))
  }

  @Test func `other encodings are named with what to do`() {
    #expect(
      read([0x41, 0x0A, 0xC7, 0xE1, 0xE1]).issues == [
        "news/a.b.txt:2: is not UTF-8: byte 2 is 0xC7; "
          + "if it is Windows Arabic, convert it: iconv -f WINDOWS-1256 -t UTF-8"
      ])
    #expect(
      read([0xFF, 0xFE, 0x41, 0x00]).issues == [
        "news/a.b.txt: is UTF-16, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8"
      ])
  }

  @Test(arguments: 0..<40)
  func `any bytes give a report or a reason`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "---\n", "id: ", "\"", "title", ": ", "\n", "x", "...", "|", "[", "&a", "*a", "'", "- ", "\t",
      "{",
    ]
    for _ in 0..<100 {
      var bytes: [UInt8] = Array("---\n".utf8)
      for _ in 0..<random.int(0...12) {
        bytes += random.oneIn(8) ? random.bytes(2) : Array(random.element(of: pieces).utf8)
      }
      if random.oneIn(2) { bytes += Array("\n---\nنص".utf8) }
      let (report, issues) = read(bytes)
      #expect(report != nil || issues.count == 1)
    }
  }

  @Test func `every report of the corpus is read`() throws {
    let folder = Folder.package + "/Tests/Corpus/reports"
    var count = 0
    for name in Folder.names(in: folder) where name.hasSuffix(".txt") {
      let bytes = try #require(Folder.contents(of: "\(folder)/\(name)"))
      let (report, issues) = bytes.withUnsafeBufferPointer { Report.document($0, path: name) }
      #expect(issues.isEmpty)
      #expect(report?.id == String(name.dropLast(4)))
      #expect(report?.title?.isEmpty == false)
      let text = report?.text ?? []
      #expect(Array(bytes.suffix(text.count)) == text)
      count += 1
    }
    #expect(count == 76)
  }
}
