import Claims
import Geocoding
import Mentions
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
  let claims = canonical(claims)
  var operations = links(between: claims).map { group in
    Operation(merging: group.count == 1 ? [claims[group[0]]] : founded(group.map { claims[$0] }))
  }
  operations.identify()
  let keys = operations.map(\.sortKey)
  return operations.indices
    .sorted { (keys[$0], operations[$0].id) < (keys[$1], operations[$1].id) }
    .map { operations[$0] }
}

/// Orders claims by id, each id once.
private func canonical(_ claims: [LocatedClaim]) -> [LocatedClaim] {
  // Claims are large; their numbers are moved in their place, with the beginnings of their ids.
  let order = claims.enumerated().map { ($1.id.beginning, $0) }.sorted { a, b in
    if a.0 != b.0 { return a.0 < b.0 }
    return (claims[a.1].id, claims[a.1].report.id) < (claims[b.1].id, claims[b.1].report.id)
  }
  return order.indices
    .filter { $0 == 0 || claims[order[$0 - 1].1].id != claims[order[$0].1].id }
    .map { claims[order[$0].1] }
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

/// Orders the claims of one event, the founding claim first: the one that was published first.
///
/// A claim without a day of publication stands behind those with one.
private func founded(_ claims: [LocatedClaim]) -> [LocatedClaim] {
  claims.sorted { a, b in
    let days = (a.report.published?.number ?? .max, b.report.published?.number ?? .max)
    return (days.0, a.report.id, a.evidence.first?.start ?? 0, a.id)
      < (days.1, b.report.id, b.evidence.first?.start ?? 0, b.id)
  }
}

extension Operation {
  /// The first and the last day as ISO text, dates without a year at the end.
  fileprivate var sortKey: String {
    guard let date else { return "~" }
    return date.bounds.map { $0.lowerBound.iso + $0.upperBound.iso } ?? date.edtf
  }
}
