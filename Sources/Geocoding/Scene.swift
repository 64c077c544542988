import Claims
import Gazetteer
import Geometry

/// What a report says around one name: everything that a reason may weigh.
struct Scene: Sendable {
  /// The words of the name.
  var text: String
  /// The type noun before it.
  var noun: PlaceNoun?
  /// How the event stands to the name.
  var relation: SpatialRelation
  /// The areas that the sentence names to say where the place lies, nearest first.
  var frames: [Frame] = []
  /// Where the other names of the same phrase may lie, one list for each name.
  var companions: [[Landmark]] = []
  /// Where the other places of the report may lie.
  var surroundings: [Landmark] = []
  /// How much to make of the surroundings: 0 none, 1 a long report.
  var surroundingsTrust = 0.0
  /// How strongly the rest of the report speaks for each governorate, 0...1, by place index.
  var governorates: [Int32: Double] = [:]
  /// The place that the same name means elsewhere in the report, if that is settled.
  var settled: Int32?
}

/// An area that a sentence names to say where a place lies: "بريف دير الزور الشرقي".
struct Frame: Sendable {
  /// The words of the name.
  var text: String
  /// The side of it that is meant.
  var direction: Compass?
  /// Whether the countryside of it is meant, not the town.
  var isCountryside: Bool
  /// What the name may stand for.
  var readings: [Reading]
}

/// One thing that the name of a frame may stand for.
struct Reading: Sendable {
  /// An index into the gazetteer's places.
  var place: Int32
  /// What is named: an administrative unit, a region, or the surroundings of a place.
  var extent: Extent
  /// Where its compass directions count from.
  var centre: GeoPoint?
  /// How likely the reading is beside the others: a logarithm, 0 for the best.
  var plausibility: Double

  enum Extent: Sendable {
    case country
    case governorate
    case district
    case subdistrict
    /// The units that make up an informal region.
    case region([Int32])
    /// A settlement or site, and what lies about it.
    case surroundings
  }
}

/// A point that a report names, as far as it is known.
struct Landmark: Sendable {
  var place: Int32
  var point: GeoPoint
  /// The probability that the name means this place, 0...1.
  var weight: Double
}
