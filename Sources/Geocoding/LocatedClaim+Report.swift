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
    var offsets = UTF16Offsets(report.text)
    self.init(
      id: "c_" + hash.hex, report: ReportSummary(report), claim: claim,
      location: location,
      evidence: claim.evidence.map { range in
        Evidence(
          start: offsets.offset(ofByte: range.start), end: offsets.offset(ofByte: range.end),
          text: String(decoding: report.text[range.start..<range.end], as: UTF8.self))
      })
  }
}

/// Counts UTF-16 code units in UTF-8, going on from the last place asked for.
struct UTF16Offsets {
  private let bytes: [UInt8]
  private var byte = 0
  private var unit = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The number of UTF-16 code units before a byte.
  mutating func offset(ofByte wanted: Int) -> Int {
    if wanted < byte { (byte, unit) = (0, 0) }
    bytes.withUnsafeBufferPointer { bytes in
      while byte < min(wanted, bytes.count) {
        let value = bytes[byte]
        // Every scalar counts by its first byte; those of four bytes are surrogate pairs.
        if value & 0xC0 != 0x80 { unit += value >= 0xF0 ? 2 : 1 }
        byte += 1
      }
    }
    return unit
  }
}
