import Gazetteer

extension PlaceKind {
  /// Whether places of this kind are small enough for their point to say where they are.
  var isLocal: Bool {
    switch self {
    case .city, .town, .village, .neighbourhood, .site: true
    case .country, .governorate, .district, .subdistrict, .region, .road, .river: false
    }
  }
}
