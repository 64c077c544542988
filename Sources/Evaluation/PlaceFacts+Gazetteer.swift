import Gazetteer
import Geometry

extension PlaceFacts {
  /// Takes the facts from a gazetteer.
  /// - Parameter equivalents: The units and seats that stand for each other; when nil, each
  ///   governorate, district and subdistrict and the place that the gazetteer has as its seat.
  /// - Throws: What the gazetteer throws when it cannot read its boundaries.
  public init(_ gazetteer: Gazetteer, equivalents: [String: Set<String>]? = nil) throws {
    // Reads the boundaries now, so that no later look-up can fail.
    _ = try gazetteer.units(containing: GeoPoint(longitude: 0, latitude: 0))
    self.init(
      equivalents: equivalents ?? Self.seats(in: gazetteer),
      point: { code in
        gazetteer.index(ofID: code).flatMap { gazetteer.places[Int($0)].point }
      },
      governorate: { point in
        (try? gazetteer.units(containing: point)).map { gazetteer.id(of: $0.governorate) }
      })
  }

  private static func seats(in gazetteer: Gazetteer) -> [String: Set<String>] {
    var equivalents: [String: Set<String>] = [:]
    for (index, place) in gazetteer.places.enumerated()
    where place.kind.isUnit && place.kind != .country {
      guard let seat = gazetteer.seat(of: Int32(index)) else { continue }
      let (unit, town) = (gazetteer.id(of: Int32(index)), gazetteer.id(of: seat))
      equivalents[unit, default: []].insert(town)
      equivalents[town, default: []].insert(unit)
    }
    return equivalents
  }
}
