import Gazetteer
import Geometry

extension GeoJSON {
  /// Writes the outlines of the regions that are made of units; of those whose outlines have other
  /// corners than hundred-thousandths of a degree none, for they would not be the same when read.
  static func writeRegions(in tables: String) throws {
    let gazetteer = try Gazetteer(folder: tables)
    var lines: [Line] = []
    for region in gazetteer.places.indices.map(Int32.init)
    where gazetteer.places[Int(region)].kind == .region {
      guard let shape = try gazetteer.joinedMembers(ofRegion: region), !shape.polygons.isEmpty
      else { continue }
      let rings = shape.polygons.map { $0.rings.map { $0.map(GridPoint.init) } }
      guard rings.map({ $0.map { $0.map(\.geoPoint) } }) == shape.polygons.map(\.rings) else {
        continue
      }
      let id = gazetteer.id(of: region)
      lines.append(
        Line(id: id, properties: [("pcode", id)], geometry: polygons(rings)))
    }
    try write("regions", lines, to: tables + "/regions.geojson")
  }
}
