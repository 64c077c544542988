import Foundation
import Geometry

/// The full-resolution outlines of the subdistricts, and which of them holds a point.
struct Outlines {
  struct Unit {
    var code: String
    var properties: [String: Any]
    var polygons: [Polygon]
    var box: BoundingBox
  }
  var units: [Unit]

  init(subdistricts: [Feature]) {
    units = subdistricts.map { feature in
      var box = BoundingBox(west: 180, south: 90, east: -180, north: -90)
      for polygon in feature.polygons {
        for point in polygon.rings[0] {
          box.west = min(box.west, point.longitude)
          box.east = max(box.east, point.longitude)
          box.south = min(box.south, point.latitude)
          box.north = max(box.north, point.latitude)
        }
      }
      return Unit(
        code: feature.text("ADM3_PCODE"), properties: feature.properties,
        polygons: feature.polygons, box: box)
    }
    units.sort { byBytes($0.code, $1.code) }
  }

  /// The code of the subdistrict that holds the point; nil outside all of them.
  func code(at point: GeoPoint) -> String? {
    units.first { unit in
      unit.box.west <= point.longitude && point.longitude <= unit.box.east
        && unit.box.south <= point.latitude && point.latitude <= unit.box.north
        && unit.polygons.contains { holds($0, point) }
    }?.code
  }

  /// The subdistrict nearest to a point outside all of them, and the distance in metres.
  func nearest(to point: GeoPoint) -> (code: String, metres: Double) {
    var best = (code: "", metres: Double.infinity)
    for unit in units {
      for polygon in unit.polygons {
        for ring in polygon.rings {
          for index in 1..<ring.count {
            let metres = distance(point, from: ring[index - 1], to: ring[index])
            if metres < best.metres { best = (unit.code, metres) }
          }
        }
      }
    }
    return best
  }
}

/// Tells whether the polygon holds the point: inside the outer ring and in no hole.
func holds(_ polygon: Polygon, _ point: GeoPoint) -> Bool {
  var inside = false
  for ring in polygon.rings {
    for index in 1..<ring.count {
      let (a, b) = (ring[index - 1], ring[index])
      guard (a.latitude > point.latitude) != (b.latitude > point.latitude) else { continue }
      let x =
        a.longitude + (point.latitude - a.latitude) / (b.latitude - a.latitude)
        * (b.longitude - a.longitude)
      if point.longitude < x { inside.toggle() }
    }
  }
  return inside
}

private let metresPerDegree = 111_195.0

/// Metres between two points near each other, on a local plane.
func metres(_ a: GeoPoint, _ b: GeoPoint) -> Double {
  let scale = cos((a.latitude + b.latitude) / 2 * .pi / 180)
  let x = (a.longitude - b.longitude) * scale
  let y = a.latitude - b.latitude
  return (x * x + y * y).squareRoot() * metresPerDegree
}

/// Metres from a point to a stretch, on a local plane.
func distance(_ point: GeoPoint, from a: GeoPoint, to b: GeoPoint) -> Double {
  let scale = cos(point.latitude * .pi / 180)
  let (ax, ay) = ((a.longitude - point.longitude) * scale, a.latitude - point.latitude)
  let (bx, by) = ((b.longitude - point.longitude) * scale, b.latitude - point.latitude)
  let (dx, dy) = (bx - ax, by - ay)
  let length = dx * dx + dy * dy
  let share = length == 0 ? 0 : max(0, min(1, -(ax * dx + ay * dy) / length))
  let (x, y) = (ax + share * dx, ay + share * dy)
  return (x * x + y * y).squareRoot() * metresPerDegree
}

/// Square metres of a polygon, on a plane at its middle latitude.
func area(_ polygon: Polygon) -> Double {
  var total = 0.0
  for (index, ring) in polygon.rings.enumerated() {
    let origin = ring[0]
    let scale = cos(origin.latitude * .pi / 180)
    var sum = 0.0
    for index in 1..<ring.count {
      let (a, b) = (ring[index - 1], ring[index])
      sum +=
        (a.longitude - origin.longitude) * (b.latitude - origin.latitude)
        - (b.longitude - origin.longitude) * (a.latitude - origin.latitude)
    }
    let value = abs(sum / 2) * scale * metresPerDegree * metresPerDegree
    total += index == 0 ? value : -value
  }
  return total
}

/// A point inside the polygons, and roughly in their middle: the middle of the longest stretch
/// inside on the best of several parallels.
func innerPoint(_ polygons: [Polygon]) -> GeoPoint {
  let polygon = polygons.max { area($0) < area($1) }!
  let latitudes = polygon.rings[0].map(\.latitude)
  let (south, north) = (latitudes.min()!, latitudes.max()!)
  var best = (length: -1.0, point: polygon.rings[0][0])
  for step in 1..<16 {
    let share = Double(step) / 16
    let latitude = south + (north - south) * share + 1e-7
    var crossings: [Double] = []
    for ring in polygon.rings {
      for index in 1..<ring.count {
        let (a, b) = (ring[index - 1], ring[index])
        guard (a.latitude > latitude) != (b.latitude > latitude) else { continue }
        crossings.append(
          a.longitude + (latitude - a.latitude) / (b.latitude - a.latitude)
            * (b.longitude - a.longitude))
      }
    }
    crossings.sort()
    for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
      // Stretches near the middle parallel are worth more than longer ones at the rim.
      let length = (crossings[pair + 1] - crossings[pair]) * (1 - abs(share - 0.5))
      if length > best.length {
        best = (
          length,
          GeoPoint(longitude: (crossings[pair] + crossings[pair + 1]) / 2, latitude: latitude)
        )
      }
    }
  }
  return best.point
}
