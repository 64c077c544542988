import Claims
import Gazetteer
import Geometry

/// What a report says around one name: everything that a reason may weigh.
struct Scene: Sendable {
  /// Whether the name is one of several words.
  var isOfWords: Bool
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
  /// How strongly the rest of the report speaks for each governorate, 0...1, by its number in the
  /// atlas; empty before the rest has been read.
  var governorates: [Double] = []
  /// The place that the same name means elsewhere in the report, if that is settled.
  var settled: Int32?

  /// Sets the scene of one name of a phrase.
  init(of name: KnownName, behind noun: PlaceNoun?, in phrase: PlacePhrase, frames: [Frame]) {
    isOfWords = name.isOfWords
    self.noun = noun
    relation = phrase.relation
    self.frames = frames
  }
}

/// A point that a report names, as far as it is known.
struct Landmark: Sendable {
  var place: Int32
  var point: GeoPoint
  /// The probability that the name means this place, 0...1.
  var weight: Double
}
