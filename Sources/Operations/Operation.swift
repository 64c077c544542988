import Claims
import Geocoding
import Mentions
import Reports

/// One event in the world: the claims that tell of it, and what they say taken together.
public struct Operation: Sendable, Identifiable {
  /// `o_` and 16 hexadecimal digits.
  ///
  /// The digits hash the kind, the day and the place of the founding claim, which is the claim that
  /// was published first. The id therefore outlives the order of the input, the names of the files,
  /// and every later report of the same event.
  public var id: String
  public var type: OperationType
  public var status: ClaimStatus
  /// The most precise date on which the claims agree.
  public var date: EventDate?
  /// Clock time `HH:MM`, or two of them with a slash between.
  public var time: String?
  /// The finest location that the claims give.
  public var location: Location?
  /// Everybody who takes part, each once: initiators, then partners, then targets.
  public var actors: [ClaimActor]
  public var means: [String]
  /// Whom or what the operation was aimed at, as written.
  public var targets: [String]
  public var killed: CountRange?
  public var wounded: CountRange?
  public var detained: CountRange?
  public var freed: CountRange?
  public var casualties: [CasualtyCount]
  /// The claims, the founding claim first; also those that deny the operation.
  public var claims: [LocatedClaim]

  /// The reports that tell of the operation, in the order of the claims, each once.
  public var reports: [ReportSummary] {
    var seen: Set<String> = []
    return claims.compactMap { seen.insert($0.report.id).inserted ? $0.report : nil }
  }

  /// The outlets of those reports, each once; a report without an outlet stands under its own id.
  public var sources: [String] {
    var seen: Set<String> = []
    return reports.map { $0.source ?? $0.id }.filter { seen.insert($0).inserted }
  }
}
