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
  let groups = links(between: claims, in: canonical(claims)).map { founded($0, of: claims) }
  // Claims are large: what the order hangs on is found first, so that no operation is moved.
  let headings = Heading.headings(of: groups, of: claims)
  return headings.indices.sorted { headings[$0] < headings[$1] }
    .map { Operation(merging: groups[$0].map { claims[$0] }, id: headings[$0].id) }
}

/// Orders claims by id, each id once.
private func canonical(_ claims: [LocatedClaim]) -> [Int] {
  let beginnings = claims.map(\.id.beginning)
  let order = claims.indices.sorted { a, b in
    if beginnings[a] != beginnings[b] { return beginnings[a] < beginnings[b] }
    return (claims[a].id, claims[a].report.id) < (claims[b].id, claims[b].report.id)
  }
  return order.indices
    .filter { i in
      i == 0 || beginnings[order[i - 1]] != beginnings[order[i]]
        || claims[order[i - 1]].id != claims[order[i]].id
    }
    .map { order[$0] }
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
private func founded(_ group: [Int], of claims: [LocatedClaim]) -> [Int] {
  if group.count == 1 { return group }
  return group.sorted {
    let (a, b) = (claims[$0], claims[$1])
    let days = (a.report.published?.number ?? .max, b.report.published?.number ?? .max)
    return (days.0, a.report.id, a.evidence.first?.start ?? 0, a.id)
      < (days.1, b.report.id, b.evidence.first?.start ?? 0, b.id)
  }
}
