import Geometry
import JSONText

/// Whereabouts as locations tell them: coordinates rounded, units by their codes.
final class DrawnWhereabouts: Sendable {
  /// The places that the phrase names.
  let places: [LocatedPlace]
  let point: GeoPoint?
  let radius: Double?
  let area: DrawnArea?
  let precision: Precision
  let governorates: [String]
  let district: String?
  let subdistrict: String?

  init(_ whereabouts: Whereabouts, of key: Whereabouts.Key, atlas: Atlas) {
    places = key.places.map { atlas.located($0.index) }
    point = whereabouts.point.map {
      GeoPoint(longitude: rounded5($0.longitude), latitude: rounded5($0.latitude))
    }
    radius = whereabouts.radius.map { $0.rounded() }
    area = whereabouts.area.map { DrawnArea($0) }
    precision = whereabouts.precision
    governorates = whereabouts.governorates.map(atlas.id).sorted()
    district = whereabouts.district.map(atlas.id)
    subdistrict = whereabouts.subdistrict.map(atlas.id)
  }
}

/// An area together with the way it is written, for the same area is written many times.
final class DrawnArea: Sendable {
  let shape: Shape
  /// A GeoJSON geometry with five decimals.
  let json: [UInt8]

  init(_ shape: Shape) {
    self.shape = shape
    var json = JSONWriter()
    shape.write(to: &json)
    self.json = json.take()
  }
}

private func rounded5(_ value: Double) -> Double { (value * 1e5).rounded() / 1e5 }
