import Claims
import Gazetteer

extension Precision: Comparable {
  /// Orders precisions from fine to coarse.
  public static func < (a: Precision, b: Precision) -> Bool { a.rank < b.rank }

  private var rank: Int { Precision.allCases.firstIndex(of: self)! }

  /// The precision of being in a place: its kind, but a mountain range or a lake is a region.
  init(of place: Place) {
    self =
      switch place.kind {
      case .country: .country
      case .governorate: .governorate
      case .district: .district
      case .subdistrict: .subdistrict
      case .city: .city
      case .town: .town
      case .village: .village
      case .neighbourhood: .neighbourhood
      case .site: place.radius > 9000 ? .region : .site
      case .region, .road, .river: .region
      }
  }

  /// The precision that a phrase has: what was found, or what the text's noun says of a settlement.
  ///
  /// Two anchors have the coarser one.
  init(of key: Whereabouts.Key, found: Precision, atlas: Atlas) {
    self = found
    guard key.relation != .countryside, found <= .city else { return }
    self =
      key.places.map { place -> Precision in
        let row = atlas[place.index]
        switch (row.kind, place.noun) {
        case (.city, let noun?), (.town, let noun?), (.village, let noun?):
          return noun.precision ?? Precision(of: row)
        // A road or a region beside a named place does not coarsen it.
        case (.road, _), (.river, _), (.region, _): return .site
        default: return Precision(of: row)
        }
      }.max() ?? found
  }
}

extension PlaceNoun {
  /// The precision that a settlement has where the text says so; nil for other nouns.
  var precision: Precision? {
    switch self {
    case .city: .city
    case .town: .town
    case .village: .village
    default: nil
    }
  }
}
