import Gazetteer

/// One kind of evidence for or against a candidate.
///
/// A reason weighs a candidate in natural logarithms of odds: 0 says nothing, 1 makes the place
/// nearly three times likelier, -5 all but rules it out. The geocoder adds the weights up, in this
/// order.
enum Reason: Int, CaseIterable, Sendable {
  /// How close the words are to a name of the place.
  case nameMatch
  /// Whether the place lies in the governorate, district, region or neighbourhood of a place that
  /// the sentence names: the strongest evidence there is.
  case insideNamedArea
  /// Whether the place lies on the side of the named area that the sentence tells: "ريف حماة
  /// الجنوبي" prefers the south.
  case onNamedSide
  /// Whether the place is of the kind that its type noun tells.
  case typeNoun
  /// Whether the kind of place suits a phrase of this shape: a bare name is a town sooner than a
  /// district, a countryside belongs to a governorate sooner than to a village.
  case phraseKind
  /// Whether the place lies near the other names of its phrase: two ends of a road, two villages
  /// that something happened between.
  case nearestToCompanions
  /// Whether the place lies near the other places of the report; weak, for reports name far places
  /// too.
  case nearestToSurroundings
  /// Whether the rest of the report is about the governorate that the place lies in.
  case sameGovernorateAsReport
  /// Whether the same name means this place elsewhere in the report.
  case sameNameInReport
  /// How well known the place is: a bare name means the capital sooner than a hamlet.
  case importance
  /// How far the gazetteer's row is to be trusted.
  case rowTrust

  /// How many reasons there are.
  static var count: Int { rowTrust.rawValue + 1 }

  /// The evidence of everything around the name, which an unknown place would share.
  static var ofContext: Range<Int> { insideNamedArea.rawValue..<sameNameInReport.rawValue }

  /// Tells the evidence for a candidate in a short English phrase that quotes the report where it
  /// rests on it.
  ///
  /// - Parameter name: The words of the name.
  func told(
    of candidate: Candidate, named name: String, in scene: Scene, _ atlas: Atlas
  ) -> String {
    switch self {
    case .nameMatch: candidate.match.told(of: candidate.place, named: name, atlas)
    case .insideNamedArea: scene.toldArea(of: candidate.place, atlas)
    case .onNamedSide: scene.toldSide
    case .typeNoun: scene.noun?.told ?? "the text says so"
    case .phraseKind: atlas[candidate.place].kind.toldOfPhrase
    case .nearestToCompanions: "near the other name of the phrase"
    case .nearestToSurroundings: "near other places of the report"
    case .sameGovernorateAsReport:
      atlas.governorateNumber(of: candidate.place).map { atlas.toldGovernorates[$0] }
        ?? "the report is about it"
    case .sameNameInReport: "the report says elsewhere which one it means"
    case .importance: "the best known place of this name"
    case .rowTrust: "the gazetteer doubts this row"
    }
  }
}
