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
    Operation(merging: group.map { claims[$0] }.sorted(by: isFoundedBefore))
  }
  operations.identify()
  operations.sort { ($0.sortKey, $0.id) < ($1.sortKey, $1.id) }
  return operations
}

/// Orders claims by id, each id once.
private func canonical(_ claims: [LocatedClaim]) -> [LocatedClaim] {
  let sorted = claims.sorted { ($0.id, $0.report.id) < ($1.id, $1.report.id) }
  return sorted.enumerated().filter { $0 == 0 || sorted[$0 - 1].id != $1.id }.map(\.element)
}

/// True when the first claim founds an operation rather than the second: it was published first.
///
/// A claim without a day of publication stands behind those with one.
private func isFoundedBefore(_ a: LocatedClaim, _ b: LocatedClaim) -> Bool {
  let days = (a.report.published?.number ?? .max, b.report.published?.number ?? .max)
  return (days.0, a.report.id, a.evidence.first?.start ?? 0, a.id)
    < (days.1, b.report.id, b.evidence.first?.start ?? 0, b.id)
}

extension Operation {
  /// The first and the last day as ISO text, dates without a year at the end.
  fileprivate var sortKey: String {
    guard let date else { return "~" }
    return date.bounds.map { $0.lowerBound.iso + $0.upperBound.iso } ?? date.edtf
  }
}
