import Mentions
import Reports

/// What one report says of one operation.
public struct Claim: Sendable {
  public var status: ClaimStatus
  public var type: OperationType
  /// When it happened, as far as it can be known.
  public var date: EventDate?
  /// The words that the date was read from; nil when the date is inherited.
  public var dateText: String?
  /// Clock time `HH:MM`, or two of them with a slash between.
  public var time: String?
  public var place: PlacePhrase?
  public var actors: [ClaimActor] = []
  /// What it was carried out with.
  ///
  /// `helicopter`, `warplane`, `drone`, `artillery`, `mortar`, `rocket`, `ied`, `small_arms` …
  public var means: [String] = []
  /// Whom or what the operation was aimed at, as written.
  public var targets: [String] = []
  public var killed: CountRange?
  public var wounded: CountRange?
  public var detained: CountRange?
  public var freed: CountRange?
  public var casualties: [CasualtyCount] = []
  /// The sentences that the claim was read from: ranges of the report's text, in order.
  public var evidence: [TextRange] = []
  /// The words in them that the claim hangs on, in the order of the text.
  public var words: [ReadWords] = []

  public init(status: ClaimStatus, type: OperationType) {
    self.status = status
    self.type = type
  }
}

/// How far a report vouches for an operation.
public enum ClaimStatus: String, Sendable, CaseIterable {
  case reported, historical, planned, foiled, denied
}

/// The kinds of operation that Makan tells apart.
public enum OperationType: String, Sendable, CaseIterable {
  case airborneRaid = "airborne_raid"
  case airStrike = "air_strike"
  case droneStrike = "drone_strike"
  case groundRaid = "ground_raid"
  case arrest
  case shelling
  case clash
  case ied
  case assassination
  case ambush
  case weaponsCache = "weapons_cache"
  case other
}

/// A count known only within bounds; no upper bound when `max` is nil.
public struct CountRange: Hashable, Sendable {
  public var min: Int
  public var max: Int?

  public init(_ min: Int, _ max: Int?) {
    self.min = min
    self.max = max
  }
}

/// A count of people of one group.
public struct CasualtyCount: Hashable, Sendable {
  public enum Kind: String, Sendable { case killed, wounded, detained, freed }
  public var kind: Kind
  public var count: CountRange
  /// `civilian`, `militant`, `soldier`, or nil when the report does not say.
  public var group: String?
  /// The source that the figure is attributed to, as written.
  public var attributedTo: String?

  public init(kind: Kind, count: CountRange, group: String? = nil, attributedTo: String? = nil) {
    self.kind = kind
    self.count = count
    self.group = group
    self.attributedTo = attributedTo
  }
}

/// Somebody who takes part in an operation.
public struct ClaimActor: Hashable, Sendable {
  public enum Role: String, Sendable { case initiator, partner, target }
  /// As written, without clitics.
  public var name: String
  /// A stable id of the actor table, or nil for somebody the table does not have.
  public var id: String?
  public var role: Role

  public init(name: String, id: String?, role: Role) {
    self.name = name
    self.id = id
    self.role = role
  }
}
