import Claims
import Geocoding
import Geometry
import Mentions
import Reports

/// An operation as the map folder tells it: what `operations.geojson` holds of it, and its area.
///
/// Pages, answers, and pictures are made from features alone, so that they can be made from the
/// files again. Lists of texts stand in one column, with `; ` between them.
public struct OperationFeature: Hashable, Sendable, Identifiable {
  public var id: String
  /// The best point; the representative point of the unit when no more is known.
  public var point: GeoPoint?
  /// The area in which the place lies, right-handed, with five decimals.
  public var area: Shape?

  public var type: OperationType
  public var status: ClaimStatus
  public var titleArabic: String
  public var titleEnglish: String
  public var date: EventDate?
  public var time: String?

  /// The place as named by the gazetteer, else as written.
  public var placeArabic: String?
  public var placeEnglish: String?
  public var placeID: String?
  public var relation: SpatialRelation?
  public var precision: Precision
  /// Metres: nine true positions in ten lie within this distance of the point.
  public var radius: Double?
  public var confidence: Double

  /// The governorates, all of them where there are several, by code.
  public var governorates: [AdminUnit]
  public var district: AdminUnit?
  public var subdistrict: AdminUnit?

  /// Everybody who takes part, by name.
  public var actors: [String]
  public var initiators: [String]
  /// The actors and things that the operation was aimed at.
  public var targets: [String]
  public var means: [String]

  public var killed: CountRange?
  public var wounded: CountRange?
  public var detained: CountRange?
  public var freed: CountRange?

  public var reportCount: Int
  public var sourceCount: Int
  public var sources: [String]
  /// The sentences that the founding claim was read from.
  public var quote: String
  public var claims: [ClaimNote]
}

/// What an operation's feature keeps of each claim: who says it, when, and in which words.
public struct ClaimNote: Hashable, Sendable {
  public var id: String
  public var report: String
  public var reportTitle: String?
  public var source: String?
  public var published: CalendarDay?
  public var url: String?
  public var status: ClaimStatus
  public var type: OperationType
  public var date: EventDate?
  /// The place phrase as written.
  public var place: String?
  public var killed: CountRange?
  public var wounded: CountRange?
  /// Who takes part, as this report names them.
  public var actors: [ClaimActor]
  /// How surely the place is the right one, 0...1; nil for a claim without a place.
  public var confidence: Double?
  /// Why this place and no other, strongest first.
  public var reasons: [String]
  /// Places that were considered and not chosen.
  public var alternatives: [Alternative]
  /// The sentences that the claim was read from, with " … " between them.
  public var quote: String
  /// The words of the quotation that the claim hangs on.
  public var words: [QuotedWords]
}

extension OperationFeature {
  /// The title in a language.
  public func title(_ language: Language) -> String {
    language == .arabic ? titleArabic : titleEnglish
  }

  /// The place in a language, or in the other one where there is no name.
  public func place(_ language: Language) -> String? {
    language == .arabic ? placeArabic ?? placeEnglish : placeEnglish ?? placeArabic
  }

  /// True for what happened by the reports: news and history, not what was foiled, announced, or
  /// denied.
  public var tookPlace: Bool { status == .reported || status == .historical }

  /// True when the place is known to a settlement, a part of one, or a site.
  public var isPlaced: Bool { precision.coarseness <= Precision.city.coarseness && point != nil }
}

extension Precision {
  /// How coarse the precision is, from 0 for a site to 9 for a country.
  var coarseness: Int { Precision.allCases.firstIndex(of: self)! }
}
