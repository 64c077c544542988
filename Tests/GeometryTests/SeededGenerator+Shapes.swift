import Geometry
import TestSupport

extension SeededGenerator {
  /// Draws a point in a box, by default one around Syria.
  mutating func point(
    in box: BoundingBox = BoundingBox(west: 35.5, south: 32.2, east: 42.4, north: 37.3)
  ) -> GeoPoint {
    GeoPoint(
      longitude: .random(in: box.west...box.east, using: &self),
      latitude: .random(in: box.south...box.north, using: &self))
  }

  /// Draws a point near another, by metres up to the reach, dense towards the middle.
  mutating func point(near centre: GeoPoint, reach: Double) -> GeoPoint {
    centre.destination(
      bearing: .random(in: 0..<360, using: &self),
      distance: .metres(.random(in: 0...reach, using: &self)))
  }

  /// Draws a polygon without crossings: corners around a centre at changing distances.
  mutating func star(around centre: GeoPoint, corners: Int, reach: Double) -> Polygon {
    var ring = (0..<corners).map { corner in
      let angle = 2 * Double.pi * Double(corner) / Double(corners)
      let radius = Double.random(in: 0.3...1, using: &self) * reach
      return GeoPoint(
        longitude: centre.longitude + radius * cosine(angle),
        latitude: centre.latitude + radius * cosine(angle - .pi / 2))
    }
    ring.append(ring[0])
    return Polygon(rings: [ring])
  }

  private func cosine(_ angle: Double) -> Double {
    // Bhaskara's approximation will do for drawing stars.
    var turned = angle.truncatingRemainder(dividingBy: 2 * .pi)
    if turned > .pi { turned -= 2 * .pi }
    if turned < -.pi { turned += 2 * .pi }
    let sign = abs(turned) > .pi / 2 ? -1.0 : 1.0
    let folded = abs(turned) > .pi / 2 ? .pi - abs(turned) : abs(turned)
    return sign * (.pi * .pi - 4 * folded * folded) / (.pi * .pi + folded * folded)
  }
}

let aleppo = GeoPoint(longitude: 37.1613, latitude: 36.2021)
let idlib = GeoPoint(longitude: 36.6339, latitude: 35.9306)
let raqqa = GeoPoint(longitude: 39.0057, latitude: 35.9528)

/// Makes a closed ring of longitudes and latitudes in turn.
func ring(_ numbers: Double...) -> [GeoPoint] {
  stride(from: 0, to: numbers.count, by: 2).map {
    GeoPoint(longitude: numbers[$0], latitude: numbers[$0 + 1])
  }
}
