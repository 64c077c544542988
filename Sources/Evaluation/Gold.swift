import Claims
import Geocoding
import Geometry

/// What an annotator says a report tells: the yardstick for the claims read from it.
public struct GoldReport: Sendable {
  /// The id of the report, by which claims find their gold.
  public var id: String
  /// The operations that the report tells, in its order; none for a negative report.
  public var operations: [GoldOperation]
  /// Places that the report names and where nothing happened.
  public var notEventPlaces: [NotEventPlace]
  /// Phenomena of the report (`negative`, `outside_syria` …); indicative only.
  public var tags: [String]

  public init(
    id: String, operations: [GoldOperation], notEventPlaces: [NotEventPlace] = [],
    tags: [String] = []
  ) {
    self.id = id
    self.operations = operations
    self.notEventPlaces = notEventPlaces
    self.tags = tags
  }

  /// True when the report tells no operation at all.
  public var isNegative: Bool { operations.isEmpty }
}

/// One annotated operation.
public struct GoldOperation: Sendable {
  public var status: ClaimStatus
  public var type: OperationType
  /// Types and statuses that the annotator holds equally right.
  public var otherTypes: [OperationType] = []
  public var otherStatuses: [ClaimStatus] = []

  /// The shortest toponym phrase as written; ` | ` joins the ends of a between or a road.
  public var placeText: String
  public var relation: SpatialRelation
  public var direction: Compass?
  public var distanceKm: Double?
  /// P-codes of the named places; empty when the official gazetteer lacks them.
  public var codes: [String] = []
  /// Codes that the annotator holds equally right.
  public var otherCodes: [String] = []
  /// Nil when only a governorate or an informal region is named.
  public var point: GeoPoint?
  /// P-codes of every governorate touched.
  public var governorates: [String] = []
  public var precision: Precision

  /// EDTF; nil when the day cannot be known.
  public var date: String?
  /// The words that date it, as written; nil when it takes its day from elsewhere.
  public var dateText: String?
  public var actors: [GoldActor] = []
  public var killed: CountRange?
  public var wounded: CountRange?
  public var detained: CountRange?
  public var freed: CountRange?
  /// Verbatim strings of the report.
  public var evidence: [String] = []
  /// True for an operation that may be given or left out.
  public var isAmbiguous = false

  public init(
    status: ClaimStatus, type: OperationType, placeText: String, relation: SpatialRelation,
    precision: Precision
  ) {
    self.status = status
    self.type = type
    self.placeText = placeText
    self.relation = relation
    self.precision = precision
  }

  /// True for one operation at a named group of places, which may be claimed place by place.
  ///
  /// The two ends of a between or of a road are one place, not a group.
  public var hasSeveralPlaces: Bool {
    relation != .between && relation != .road && codes.count > 1
  }
}

/// Somebody who takes part in an annotated operation.
public struct GoldActor: Hashable, Sendable {
  /// As written.
  public var name: String
  public var role: ClaimActor.Role

  public init(name: String, role: ClaimActor.Role) {
    self.name = name
    self.role = role
  }
}

/// A place name that tempts a reader, and what it is there for.
public struct NotEventPlace: Hashable, Sendable {
  /// As written.
  public var text: String
  /// Why it is named: `origin`, `destination`, `context`, `outside_syria` or the like.
  public var reason: String

  public init(text: String, reason: String) {
    self.text = text
    self.reason = reason
  }
}
