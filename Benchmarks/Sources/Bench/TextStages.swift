import ArabicText
import Makan

/// The stages from bytes to claims, each alone, on one core.
struct TextStages {
  let makan: Makan
  let reports: [Report]

  /// The bytes of all texts.
  var bytes: Int { reports.reduce(0) { $0 + $1.text.count } }

  /// Reads JSON lines into reports and keeps none of them.
  static func reading(_ path: String) -> (reports: Int, bytes: Int) {
    var (reports, bytes) = (0, 0)
    for block in ReportInput([path]) {
      let batch = block.batch()
      reports += batch.reports.count
      bytes += batch.reports.reduce(0) { $0 + $1.text.count }
    }
    return (reports, bytes)
  }

  /// The first reports of a file, until they hold so many bytes.
  init(_ path: String, atMost limit: Int, makan: Makan) {
    self.makan = makan
    var reports: [Report] = []
    var bytes = 0
    reading: for block in ReportInput([path]) {
      for report in block.batch().reports {
        if bytes >= limit { break reading }
        bytes += report.text.count
        reports.append(report)
      }
    }
    self.reports = reports
  }

  func tokens() -> Int {
    let vocabulary = makan.reader.words.table.vocabulary
    return reports.reduce(0) { $0 + Tokens($1.text, vocabulary: vocabulary).list.count }
  }

  /// Mentions of all kinds: the whole of what a reading finds, tokens and words included, with the
  /// memory of words that the program reads with.
  func mentions() -> Int {
    let memory = WordMemory()
    return reports.reduce(0) { sum, report in
      let reading = ReportReading(report, reader: makan.reader.words, memory: memory)
      return sum + reading.dates.count + reading.places.count + reading.actors.count
        + reading.counts.count
    }
  }

  /// Goes the whole way report by report, and clocks each stage by itself.
  func claims() -> (spans: [(String, Double)], claims: Int, bytesWritten: Int) {
    var reading = 0.0
    var claiming = 0.0
    var geocoding = 0.0
    var writing = 0.0
    var count = 0
    var written = 0
    var json = JSONWriter()
    let memory = WordMemory()
    for report in reports {
      let start = Span.now.wall
      let read = ReportReading(report, reader: makan.reader.words, memory: memory)
      let afterReading = Span.now.wall
      let claims = makan.reader.claims(in: read)
      let afterClaims = Span.now.wall
      let locations = makan.geocoder.locations(for: claims)
      let located = LocatedClaim.joined(claims, at: locations, in: report)
      let afterGeocoding = Span.now.wall
      for claim in located {
        ClaimRecord(claim).write(to: &json)
        json.newline()
      }
      written += json.count
      json.clear()
      let end = Span.now.wall
      reading += afterReading - start
      claiming += afterClaims - afterReading
      geocoding += afterGeocoding - afterClaims
      writing += end - afterGeocoding
      count += claims.count
    }
    return (
      [
        ("mentions", reading), ("claims", claiming), ("geocoding", geocoding),
        ("records", writing),
      ], count, written
    )
  }

  /// The phrases of dates that the reports hold, with the day of each report and the day they mean.
  func datePhrases(atMost limit: Int) -> [(phrase: String, published: String, day: String)] {
    var phrases: [(String, String, String)] = []
    for report in reports {
      let reading = ReportReading(report, reader: makan.reader.words)
      for date in reading.dates.array {
        guard let published = report.published,
          case .day(let day)? = date.expression.date(published: published)
        else { continue }
        phrases.append((reading.text(of: date.tokens), published.iso, day.iso))
        if phrases.count == limit { return phrases }
      }
    }
    return phrases
  }
}

/// The whole pipeline in one process: JSON lines in, claim records out, which nobody keeps.
func pipeline(
  _ path: String, jobs: Int, makan: Makan
) throws -> (reports: Int, claims: Int, written: Int) {
  var counts = (reports: 0, claims: 0, written: 0)
  try makan.claimLines(in: ReportInput([path]), jobs: jobs) { batch in
    counts.reports += batch.reportCount
    counts.claims += batch.claimCount
    counts.written += batch.lines.count
  }
  return counts
}
