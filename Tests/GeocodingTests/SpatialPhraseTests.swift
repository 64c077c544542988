import Claims
import Geocoding
import Geometry
import Testing

struct SpatialPhrases {
  struct Row: Sendable, CustomTestStringConvertible {
    var line: Int
    var phrase: PlacePhrase
    var point: GeoPoint?
    var tolerance: Double
    var precision: String
    var governorates: [String]
    var inside: [GeoPoint]
    var outside: [GeoPoint]
    var testDescription: String { "line \(line): \(phrase.relation.rawValue) \(phrase.text)" }
  }

  static let rows: [Row] = PhraseCorpus.rows(of: "spatial", width: 11).map { line, cells in
    let anchors = PhraseCorpus.names(in: cells[3])
    return Row(
      line: line,
      phrase: PlacePhrase(
        text: anchors.map(\.text).joined(separator: " | "),
        relation: SpatialRelation(rawValue: cells[0])!, direction: Compass(rawValue: cells[1]),
        distanceKm: Double(cells[2]), anchors: anchors,
        context: PhraseCorpus.context(in: cells[4])),
      point: PhraseCorpus.points(in: cells[5]).first, tolerance: Double(cells[6]) ?? 0,
      precision: cells[7], governorates: cells[8].split(separator: ",").map(String.init),
      inside: PhraseCorpus.points(in: cells[9]), outside: PhraseCorpus.points(in: cells[10]))
  }

  @Test(arguments: rows)
  func `a phrase lies where its words say`(row: Row) {
    let location = PhraseCorpus.geocoder.location(of: row.phrase)
    let source = PhraseCorpus.source("spatial", row.line)
    let said = "\(row.phrase.text): \(location.places.map(\.id)), \(location.reasons)"
    #expect(!location.places.isEmpty, "\(said)", sourceLocation: source)
    #expect(location.precision.rawValue == row.precision, "\(said)", sourceLocation: source)
    #expect(
      Set(row.governorates).isSubset(of: location.governorates), "\(said)", sourceLocation: source)
    if let point = row.point {
      let away = location.point.map { $0.distance(to: point).kilometres } ?? .infinity
      #expect(away <= row.tolerance, "\(said) \(away) km off", sourceLocation: source)
      #expect(away * 1000 <= location.radius ?? 0, "\(said)", sourceLocation: source)
    }
    for point in row.inside {
      #expect(
        location.area?.contains(point) == true, "\(said) must hold \(point)", sourceLocation: source
      )
    }
    for point in row.outside {
      #expect(
        location.area?.contains(point) == false, "\(said) must not hold \(point)",
        sourceLocation: source)
    }
  }

  @Test(arguments: rows)
  func `an area is valid, right-handed, and holds its point`(row: Row) throws {
    let location = PhraseCorpus.geocoder.location(of: row.phrase)
    let point = try #require(location.point)
    #expect((location.radius ?? 0) > 0)
    guard let area = location.area else { return }
    #expect(area.fault == nil)
    #expect(area.isRightHanded)
    #expect(area.contains(point))
    #expect(area.squareMetres > 0)
  }
}
