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
/// - Parameter claims: Located claims of any number of reports. Who has no more need of them hands them
///   over: then they move into their operations, and are not copied.
/// - Returns: The operations from the earliest to the latest, those without a known year last.
public func operations(from claims: consuming [LocatedClaim]) -> [Operation] {
  claims.withUnsafeMutableBufferPointer { claims in
    // Claims are large, and have many parts elsewhere: they are looked at where they lie.
    let all = claims.map(\.place)
    var events = links(between: all, ranks: ranks(of: all))
    events.sort { isFounded(all[Int($0)], before: all[Int($1)]) }
    let headings = Heading.headings(of: events, in: all)
    let places = Heading.places(of: headings)
    let hollow = LocatedClaim.hollow
    var seen = 0
    return [Operation](unsafeUninitializedCapacity: headings.count) { operations, count in
      // Claims of one event and of the next lie near each other: they are gone through in that order,
      // and each operation is put where its time places it.
      for event in places.indices {
        seen |= all.look(ahead: event, in: events, atLeast: 2) { $0.lookAtWhatIsMerged() }
        (operations.baseAddress! + places[event]).initialize(
          to: Operation(
            merging: ClaimGroup(events[event], of: all), under: headings[event],
            claims: taken(events[event], from: claims, leaving: hollow)))
      }
      precondition(seen >= 0)
      count = headings.count
    }
  }
}

/// Some claims, which are moved away.
private func taken(
  _ members: ArraySlice<Int32>, from claims: UnsafeMutableBufferPointer<LocatedClaim>,
  leaving hollow: LocatedClaim
) -> [LocatedClaim] {
  members.map { claim in
    let place = claims.baseAddress! + Int(claim)
    defer { place.initialize(to: hollow) }
    return place.move()
  }
}

extension LocatedClaim {
  /// What stands where a claim was moved away.
  fileprivate static var hollow: LocatedClaim {
    LocatedClaim(
      id: "", report: ReportSummary(Report(id: "", text: [])),
      claim: Claim(status: .reported, type: .other), location: nil, evidence: [])
  }
}

/// Whether a claim founds the event that it shares with another one: the one that was published first.
///
/// A claim without a day of publication stands behind those with one.
private func isFounded(
  _ a: ClaimPointer, before b: ClaimPointer
) -> Bool {
  let days = (
    a.pointee.report.published?.number ?? .max, b.pointee.report.published?.number ?? .max
  )
  if days.0 != days.1 { return days.0 < days.1 }
  return (a.pointee.report.id, a.pointee.evidence.first?.start ?? 0, a.pointee.id)
    < (b.pointee.report.id, b.pointee.evidence.first?.start ?? 0, b.pointee.id)
}
