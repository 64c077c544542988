import Claims
import Geocoding
import Geometry
import Testing

/// Quarters that the gazetteer lacks, in towns that the sentence names.
struct Quarters {
  /// A quarter, its town, and the middle of the town (longitude, latitude).
  ///
  /// Each name is that of a village elsewhere, which is not meant.
  static let rows: [(quarter: String, town: String, longitude: Double, latitude: Double)] = [
    ("المغاير", "حلب", 37.1524, 36.2060), ("باب الحديد", "حلب", 37.1524, 36.2060),
    ("الصفصافة", "حمص", 36.7134, 34.7268), ("العزيزية", "الحسكة", 40.7470, 36.5070),
    ("البساتين", "بانياس", 35.9500, 35.1800),
  ]

  @Test(arguments: rows)
  func `a quarter lies in its town, and not in a village of its name`(
    row: (quarter: String, town: String, longitude: Double, latitude: Double)
  ) {
    let phrase = PlacePhrase(
      text: row.quarter, relation: .in, direction: nil, distanceKm: nil,
      anchors: PhraseCorpus.names(in: "neighbourhood: \(row.quarter)"),
      context: PhraseCorpus.context(in: "city: \(row.town)"))
    let location = PhraseCorpus.geocoder.location(of: phrase)
    let town = GeoPoint(longitude: row.longitude, latitude: row.latitude)
    let away = location.point.map { $0.distance(to: town).kilometres } ?? .infinity
    #expect(away <= 8, "\(row.quarter): \(location.places.map(\.id)), \(location.reasons)")
  }
}
