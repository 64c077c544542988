import Geometry

/// The outlines of regions that are made of units, joined when the tables were compiled: as lines of a
/// boundary file, of which only those are read that somebody asks for.
struct RegionOutlines: Sendable {
  private var bytes: [UInt8] = []
  /// Where the line of each region stands, by its place.
  private var lines: [Int32: Range<Int>] = [:]

  /// Finds the lines of a boundary file; none where there is no such file.
  init(file path: String, gazetteer: Gazetteer) {
    var file = TableBytes()
    guard let range = try? file.append(file: path) else { return }
    bytes = file.bytes
    bytes.withUnsafeBufferPointer { buffer in
      var start = range.lowerBound
      while start < range.upperBound {
        var end = start
        while end < range.upperBound, buffer[end] != UInt8(ascii: "\n") { end += 1 }
        if let code = BoundaryFeature.code(of: buffer, start..<end),
          let region = gazetteer.index(ofID: code)
        {
          lines[region] = start..<end
        }
        start = end + 1
      }
    }
  }

  /// The outline of a region; nil where the file has none.
  func shape(of region: Int32) -> Shape? {
    guard let line = lines[region] else { return nil }
    return bytes.withUnsafeBufferPointer { BoundaryFeature($0, line) }
      .map { Shape(polygons: $0.polygons) }
  }
}

extension Gazetteer {
  /// The area of a region: the units and places that it is made of, joined, or the circle that it is; nil
  /// where it has neither.
  package func outline(ofRegion region: Int32) throws -> Shape? {
    let known = regionOutlines.value {
      RegionOutlines(file: folder + "/regions.geojson", gazetteer: self)
    }
    return try known.shape(of: region) ?? joinedMembers(ofRegion: region)
  }

  /// The area of a region as its members make it.
  package func joinedMembers(ofRegion region: Int32) throws -> Shape? {
    let parts = try members(of: region).compactMap { member in
      places[Int(member)].kind.isUnit
        ? try? boundary(of: member) : try? disc(around: member, metres: 4000)
    }
    return parts.isEmpty
      ? try disc(around: region, metres: Double(places[Int(region)].radius))
      : try Shape.union(of: parts)
  }

  private func disc(around index: Int32, metres: Double) throws -> Shape? {
    guard let point = places[Int(index)].point, metres > 0 else { return nil }
    return try Shape.disc(around: point, radius: .metres(metres))
  }
}
