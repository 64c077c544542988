import Gazetteer
import Geometry

extension PlaceFacts {
  /// Takes the facts from a gazetteer.
  /// - Parameter equivalents: The units and seats that stand for each other; when nil, each
  ///   governorate, district and subdistrict and the place that the gazetteer has as its seat.
  public init(_ gazetteer: Gazetteer, equivalents: [String: Set<String>]? = nil) {
    self.init(
      equivalents: equivalents ?? Self.seats(in: gazetteer),
      point: { code in
        gazetteer.index(ofID: code).flatMap { gazetteer.places[Int($0)].point }
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
