import Geocoding

/// The place of each claim in the order of ids; -1 for a claim whose id stands before it already.
///
/// Ids are hashes: their first digits spread them evenly over bundles of a few, which are soon in order.
func ranks(of claims: [ClaimPointer]) -> [Int32] {
  let keys = keys(of: claims)
  let digits = max(1, Int.bitWidth - claims.count.leadingZeroBitCount - 2)
  var order = Bundles(
    keys.map { Int32(truncatingIfNeeded: $0 >> UInt64(64 - digits)) }, count: 1 << digits)
  order.sort { a, b in
    let (one, other) = (Int(a), Int(b))
    if keys[one] != keys[other] { return keys[one] < keys[other] }
    let (a, b) = (claims[one], claims[other])
    return (a.pointee.id, a.pointee.report.id, one) < (b.pointee.id, b.pointee.report.id, other)
  }
  var ranks = [Int32](repeating: -1, count: claims.count)
  var place: Int32 = 0
  var last: Int?
  for bundle in 0..<order.count {
    for claim in order[bundle] {
      let claim = Int(claim)
      let isRepeated =
        last.map { keys[claim] == keys[$0] && claims[claim].pointee.id == claims[$0].pointee.id }
        ?? false
      if !isRepeated { ranks[claim] = place }
      place += 1
      last = claim
    }
  }
  return ranks
}

/// A number for each id, which puts the ids in the order of the texts: what their digits say where all are
/// written as the reader writes them, else the same for all.
private func keys(of claims: [ClaimPointer]) -> [UInt64] {
  var keys: [UInt64] = []
  keys.reserveCapacity(claims.count)
  var seen = 0
  for claim in claims.indices {
    // Ids lie all over the memory: some are looked at before their turn.
    if claim + 16 < claims.count { seen |= claims[claim + 16].pointee.id.utf8.count }
    if claim + 8 < claims.count { seen |= Int(claims[claim + 8].pointee.id.utf8.first ?? 0) }
    guard let number = claims[claim].pointee.id.hashWritten else {
      return Array(repeating: 0, count: claims.count)
    }
    keys.append(number)
  }
  precondition(seen >= 0)
  return keys
}

extension String {
  /// The number in `c_` and sixteen hexadecimal digits; nil for any other text.
  fileprivate var hashWritten: UInt64? {
    utf8.withContiguousStorageIfAvailable { bytes -> UInt64? in
      guard bytes.count == 18, bytes[0] == UInt8(ascii: "c"), bytes[1] == UInt8(ascii: "_") else {
        return nil
      }
      var number: UInt64 = 0
      for byte in bytes[2...] {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | UInt64(byte & 15)
        case UInt8(ascii: "a")...UInt8(ascii: "f"): number = number << 4 | UInt64(byte & 15 + 9)
        default: return nil
        }
      }
      return number
    } ?? nil
  }
}
