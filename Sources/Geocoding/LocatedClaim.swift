import Claims

/// A claim of one report with its location.
///
/// Copies share what it says until one of them is changed, so that a million claims are put in order and
/// handed on as easily as numbers.
public struct LocatedClaim: Sendable {
  /// The one element of an array, which is shared, and copied before it is changed.
  private var parts: [Parts]

  public init(
    id: String, report: ReportSummary, claim: Claim, location: Location?, evidence: [Evidence]
  ) {
    parts = [Parts(id: id, report: report, claim: claim, location: location, evidence: evidence)]
  }

  /// `c_` and 16 hexadecimal digits: the same for the same claim of the same report.
  public var id: String {
    _read { yield parts[0].id }
    _modify { yield &parts[0].id }
  }

  public var report: ReportSummary {
    _read { yield parts[0].report }
    _modify { yield &parts[0].report }
  }

  public var claim: Claim {
    _read { yield parts[0].claim }
    _modify { yield &parts[0].claim }
  }

  public var location: Location? {
    _read { yield parts[0].location }
    _modify { yield &parts[0].location }
  }

  /// The evidence, with UTF-16 offsets into the report's text.
  public var evidence: [Evidence] {
    _read { yield parts[0].evidence }
    _modify { yield &parts[0].evidence }
  }
}

extension LocatedClaim {
  /// What a claim is made of.
  package struct Parts: Sendable {
    package fileprivate(set) var id: String
    package fileprivate(set) var report: ReportSummary
    package fileprivate(set) var claim: Claim
    package fileprivate(set) var location: Location?
    package fileprivate(set) var evidence: [Evidence]
  }

  /// Where the parts lie; they stay there as long as somebody holds the claim and nobody changes it.
  package var place: UnsafePointer<Parts> { parts.withUnsafeBufferPointer { $0.baseAddress! } }
}
