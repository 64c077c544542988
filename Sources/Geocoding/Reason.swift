import Gazetteer

/// One kind of evidence for or against a candidate.
///
/// A reason weighs a candidate in natural logarithms of odds: 0 says nothing, 1 makes the place
/// nearly three times likelier, -5 all but rules it out. The geocoder adds the weights up.
struct Reason: Sendable {
  /// Weighs a candidate in its scene; 0 when the evidence does not apply.
  var weigh: @Sendable (Candidate, Scene, Atlas) -> Double
  /// Tells the evidence in a short English phrase that quotes the report where it rests on it.
  var tell: @Sendable (Candidate, Scene, Atlas) -> String

  /// The evidence of everything around the name, which an unknown place would share.
  static let ofContext: [Reason] = [
    .insideNamedArea, .onNamedSide, .typeNoun, .phraseKind, .nearestToCompanions,
    .nearestToSurroundings, .sameGovernorateAsReport,
  ]

  /// All the evidence that Makan knows.
  static let all: [Reason] = [
    .nameMatch, .insideNamedArea, .onNamedSide, .typeNoun, .phraseKind, .nearestToCompanions,
    .nearestToSurroundings, .sameGovernorateAsReport, .sameNameInReport, .importance, .rowTrust,
  ]
}
