import Claims
import Geocoding
import Reports

/// Links the claims of the same events, and tells of each event what its claims say together.
///
///     let operations = operations(from: claims)
///     operations[0].reports.count  // how many reports tell of it
///
/// The result does not depend on the order of the claims. A claim whose id stands twice counts
/// once.
///
/// - Parameter claims: Located claims of any number of reports.
/// - Returns: The operations from the earliest to the latest, those without a known year last.
public func operations(from claims: [LocatedClaim]) -> [Operation] {
  // Claims are large: they are looked at where they lie, and copied once, into their operation.
  claims.withUnsafeBufferPointer { claims in
    var events = links(between: claims, ranks: ranks(of: claims))
    events.sort { isFounded(claims.baseAddress! + Int($0), before: claims.baseAddress! + Int($1)) }
    return Heading.headings(of: events, in: claims).map { heading in
      Operation(merging: ClaimGroup(events[heading.event], of: claims), id: heading.id)
    }
  }
}

/// The place of each claim in the order of ids; -1 for a claim whose id stands before it already.
private func ranks(of claims: UnsafeBufferPointer<LocatedClaim>) -> [Int32] {
  struct Key {
    var beginning: UInt128
    var claim: Int32
  }
  var keys = claims.indices.map { Key(beginning: claims[$0].id.beginning, claim: Int32($0)) }
  keys.sort { a, b in
    if a.beginning != b.beginning { return a.beginning < b.beginning }
    let (one, other) = (Int(a.claim), Int(b.claim))
    return (claims[one].id, claims[one].report.id, one)
      < (claims[other].id, claims[other].report.id, other)
  }
  var ranks = [Int32](repeating: -1, count: claims.count)
  for i in keys.indices {
    let isRepeated =
      i > 0 && keys[i].beginning == keys[i - 1].beginning
      && claims[Int(keys[i].claim)].id == claims[Int(keys[i - 1].claim)].id
    if !isRepeated { ranks[Int(keys[i].claim)] = Int32(i) }
  }
  return ranks
}

extension String {
  /// The first sixteen bytes as a number, which orders texts of plain letters as they are ordered.
  fileprivate var beginning: UInt128 {
    var number: UInt128 = 0
    var count = 0
    for byte in utf8 {
      number = number << 8 | UInt128(byte)
      count += 1
      if count == 16 { return number }
    }
    return number << (8 * UInt128(16 - count))
  }
}

/// Whether a claim founds the event that it shares with another one: the one that was published first.
///
/// A claim without a day of publication stands behind those with one.
private func isFounded(
  _ a: UnsafePointer<LocatedClaim>, before b: UnsafePointer<LocatedClaim>
) -> Bool {
  let days = (
    a.pointee.report.published?.number ?? .max, b.pointee.report.published?.number ?? .max
  )
  if days.0 != days.1 { return days.0 < days.1 }
  return (a.pointee.report.id, a.pointee.evidence.first?.start ?? 0, a.pointee.id)
    < (b.pointee.report.id, b.pointee.evidence.first?.start ?? 0, b.pointee.id)
}
