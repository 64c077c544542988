import Claims
import JSONText
import Mentions
import Reports

extension LocatedClaim {
  /// Joins the claims of a report with their locations and with the report: gives each its id, and
  /// quotes its evidence.
  ///
  /// - Parameters:
  ///   - claims: The claims of the report.
  ///   - locations: One for each claim, as a geocoder gives them.
  public static func joined(
    _ claims: [Claim], at locations: [Location?], in report: Report
  ) -> [LocatedClaim] {
    guard !claims.isEmpty else { return [] }
    let quoting = Quoting(report)
    return zip(claims, locations).map { quoting.claim($0, at: $1) }
  }

  /// Joins one claim with its location and with the report that makes it.
  ///
  /// The id hangs on the report's id and on what the claim says; not on how places are resolved, so
  /// a better gazetteer keeps it.
  public init(_ claim: Claim, at location: Location?, in report: Report) {
    self = Quoting(report).claim(claim, at: location)
  }
}

/// What the claims of one report share.
struct Quoting {
  private let report: Report
  private let summary: ReportSummary
  private let offsets: UTF16Offsets

  init(_ report: Report) {
    self.report = report
    summary = ReportSummary(report)
    offsets = UTF16Offsets(report.text)
  }

  /// Quotes a stretch of the report: where it begins and ends, in UTF-16, and its well-formed bytes.
  func quotation(_ range: TextRange) -> (start: Int, end: Int, utf8: ArraySlice<UInt8>) {
    let bytes = report.text[range.start..<range.end]
    let isText = bytes.withUnsafeBufferPointer { UTF8Text.firstInvalidByte(in: $0) == nil }
    let (start, end) = (offsets[range.start], offsets[range.end])
    return (start, end, isText ? bytes : Evidence(start: start, end: end, quoting: bytes).utf8)
  }

  func claim(_ claim: Claim, at location: Location?) -> LocatedClaim {
    LocatedClaim(
      id: id(of: claim, date: claim.date?.edtf), report: summary, claim: claim, location: location,
      evidence: claim.evidence.map { evidence($0, marking: claim.words) })
  }

  /// Quotes a stretch of the report, and marks the words of a claim that stand in it.
  func evidence(_ range: TextRange, marking words: [ReadWords] = []) -> Evidence {
    let start = offsets[range.start]
    return Evidence(
      start: start, end: offsets[range.end], quoting: report.text[range.start..<range.end],
      words: words.compactMap { words in
        guard range.start <= words.range.start, words.range.end <= range.end else { return nil }
        return QuotedWords(
          kind: words.kind, start: offsets[words.range.start] - start,
          end: offsets[words.range.end] - start)
      })
  }

  /// The id of a claim, whose date is given as it is written.
  func id(of claim: Claim, date: String?) -> String {
    var hash = StableHash()
    hash.combine(report.id)
    hash.combine(claim.status.rawValue)
    hash.combine(claim.type.rawValue)
    hash.combine(claim.place?.text ?? "")
    hash.combine(claim.place?.relation.rawValue ?? "")
    hash.combine(date ?? "")
    for range in claim.evidence {
      hash.combine(range.start)
      hash.combine(range.end)
    }
    let value = hash.value
    return String(unsafeUninitializedCapacity: 18) { text in
      text[0] = UInt8(ascii: "c")
      text[1] = UInt8(ascii: "_")
      for digit in 0..<16 {
        let nibble = UInt8(truncatingIfNeeded: value >> UInt64(60 - 4 * digit) & 15)
        text[digit + 2] = nibble < 10 ? nibble + UInt8(ascii: "0") : nibble - 10 + UInt8(ascii: "a")
      }
      return 18
    }
  }
}
