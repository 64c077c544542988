import Claims
import Geocoding
import Maps
import Testing

struct EscapingTests {
  static let hostile =
    "<script>alert('x')</script> & [link](javascript:alert(1)) | # *bold* @user\u{1B}[31m\u{202E}"

  static func features() throws -> [OperationFeature] {
    try Sample.features(of: [
      Sample.claim(1, .ied, on: "2025-10-01", at: Sample.point(36.5, 36)) {
        $0.location?.places[0].nameEnglish = hostile
        $0.location?.places[0].nameArabic = "=HYPERLINK(\"x\")"
        $0.report.title = hostile
        $0.report.source = "=1+1"
        $0.report.url = "javascript:alert(1)"
        $0.evidence[0].text = hostile
      }
    ])
  }

  static func report(_ format: GovernorateReport.Format) throws -> String {
    try GovernorateReport(features(), governorate: Sample.idleb)
      .rendered(as: format, words: Words.bundled(), language: .english)
  }

  @Test
  func `a report's text is no markup in HTML`() throws {
    let html = try Self.report(.html)
    #expect(!html.contains("<script"))
    #expect(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp;"))
    #expect(!html.contains("href=\"javascript"))
    #expect(!html.contains("\u{1B}"))
  }

  @Test
  func `a report's text is no markup in Markdown`() throws {
    let markdown = try Self.report(.markdown)
    #expect(!markdown.contains("<script"))
    #expect(markdown.contains("\\[link\\](javascript:alert(1)) \\| \\# \\*bold\\* &#64;user"))
    #expect(!markdown.contains("](<javascript"))
  }

  @Test
  func `a report's text gives no orders to a terminal`() throws {
    let text = try Self.report(.text)
    #expect(!text.contains("\u{1B}"))
    #expect(!text.unicodeScalars.contains("\u{202E}"))
  }

  @Test
  func `a spreadsheet runs nothing of a report`() throws {
    let csv = try Self.report(.csv)
    #expect(csv.contains(",\"'=HYPERLINK(\"\"x\"\")\","))
    #expect(csv.contains(",'=1+1,"))
    #expect(!csv.contains(",=1+1"))
    #expect(csv.contains(",36.5,36,"), "numbers stay numbers")
  }

  @Test
  func `only addresses of the web become links`() throws {
    let features = try Sample.features(of: [
      Sample.claim(1, .ied, on: "2025-10-01", at: Sample.point(36.5, 36)) {
        $0.report.url = "https://example.org/a?b=1&c=\"><script>(x)"
      }
    ])
    let html = try GovernorateReport(features)
      .rendered(as: .html, words: Words.bundled(), language: .arabic)
    #expect(
      html.contains("href=\"https://example.org/a?b=1&amp;c=%22%3E%3Cscript%3E%28x%29\""))
    #expect(html.contains("<html lang=\"ar\" dir=\"rtl\">"))
  }
}
