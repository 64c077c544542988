import Claims
import Geocoding
import Mentions
import Reports

/// One event in the world: the claims that tell of it, and what they say taken together.
///
/// Most events are told by one claim, which then says it all: only where there are several is what they
/// say together kept besides them.
public struct Operation: Sendable, Identifiable {
  /// The claims, the founding claim first; also those that deny the operation.
  public let claims: [LocatedClaim]
  private let hash: StableHash
  /// What several claims say together; nil where there is but one.
  private let united: UnitedClaims?

  /// Takes the claims of one event.
  ///
  /// - Parameters:
  ///   - group: At least one claim, the founding claim first.
  ///   - claims: The same claims, for the operation to keep.
  init(merging group: ClaimGroup, under heading: Heading, claims: [LocatedClaim]) {
    self.claims = claims
    hash = heading.hash
    united = group.count > 1 ? UnitedClaims(of: group.told, on: heading.date) : nil
  }

  /// `o_` and 16 hexadecimal digits.
  ///
  /// The digits hash the kind, the day and the place of the founding claim, which is the claim that
  /// was published first. The id therefore outlives the order of the input, the names of the files,
  /// and every later report of the same event.
  public var id: String { hash.text(after: "o_") }
}

extension Operation {
  /// What the claims say together, or what the only one says.
  @inline(__always)
  private func said<Value>(
    _ together: (UnitedClaims) -> Value, _ alone: (LocatedClaim) -> Value
  ) -> Value {
    if let united { together(united) } else { alone(claims[0]) }
  }

  public var type: OperationType { said({ $0.type }, { $0.claim.type }) }

  public var status: ClaimStatus { said({ $0.status }, { $0.claim.status }) }

  /// The most precise date on which the claims agree.
  public var date: EventDate? { said({ $0.date }, { $0.claim.date }) }

  /// Clock time `HH:MM`, or two of them with a slash between.
  public var time: String? { said({ $0.time }, { $0.claim.time }) }

  /// The finest location that the claims give.
  public var location: Location? { said({ $0.location }, { $0.location }) }

  /// Everybody who takes part, each once: initiators, then partners, then targets.
  public var actors: [ClaimActor] {
    said({ $0.actors }, { unitedActors(of: CollectionOfOne($0.place)) })
  }

  public var means: [String] { said({ $0.means }, { unique($0.claim.means) }) }

  /// Whom or what the operation was aimed at, as written.
  public var targets: [String] { said({ $0.targets }, { unique($0.claim.targets) }) }

  public var killed: CountRange? { said({ $0.killed }, { $0.claim.killed }) }

  public var wounded: CountRange? { said({ $0.wounded }, { $0.claim.wounded }) }

  public var detained: CountRange? { said({ $0.detained }, { $0.claim.detained }) }

  public var freed: CountRange? { said({ $0.freed }, { $0.claim.freed }) }

  public var casualties: [CasualtyCount] {
    said({ $0.casualties }, { unitedCasualties(of: CollectionOfOne($0.place)) })
  }
}

extension Operation {
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
