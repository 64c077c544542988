import Claims
import Mentions
import Reports

extension LocatedClaim {
  /// Joins a claim with its location and with the report that makes it: gives it its id, and quotes
  /// its evidence.
  ///
  /// The id hangs on the report's id and on what the claim says; not on how places are resolved, so
  /// a better gazetteer keeps it.
  public init(_ claim: Claim, at location: Location?, in report: Report) {
    var hash = StableHash()
    hash.combine(report.id)
    hash.combine(claim.status.rawValue)
    hash.combine(claim.type.rawValue)
    hash.combine(claim.place?.text ?? "")
    hash.combine(claim.place?.relation.rawValue ?? "")
    hash.combine(claim.date?.edtf ?? "")
    for range in claim.evidence {
      hash.combine(range.start)
      hash.combine(range.end)
    }
    let offsets = UTF16Offsets(report.text)
    self.init(
      id: "c_" + hash.hex, report: ReportSummary(report), claim: claim,
      location: location,
      evidence: claim.evidence.map { range in
        Evidence(
          start: offsets[range.start], end: offsets[range.end],
          text: String(decoding: report.text[range.start..<range.end], as: UTF8.self),
          words: claim.words.filter { range.start <= $0.range.start && $0.range.end <= range.end }
            .map { words in
              QuotedWords(
                kind: words.kind, start: offsets[words.range.start] - offsets[range.start],
                end: offsets[words.range.end] - offsets[range.start])
            })
      })
  }
}
