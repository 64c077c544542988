import Geometry
import JSONText

extension JSONWriter {
  /// Writes a geometry as RFC 7946 has it, five decimals, or `null`.
  mutating func geometry(_ shape: Shape?) {
    guard let shape, !shape.isEmpty else { return null() }
    object { json in
      switch shape {
      case .point(let point):
        json.member("type", "Point")
        json.key("coordinates")
        json.position(point)
      case .line(let line):
        json.member("type", "LineString")
        json.key("coordinates")
        json.positions(line)
      case .polygon(let polygon):
        json.member("type", "Polygon")
        json.key("coordinates")
        json.rings(polygon)
      case .multiPolygon(let polygons):
        json.member("type", "MultiPolygon")
        json.array("coordinates") { json in
          for polygon in polygons { json.rings(polygon) }
        }
      }
    }
  }

  /// Writes the `bbox` of some boxes, unless there are none.
  mutating func boundingBox(of boxes: some Sequence<BoundingBox>) {
    guard let first = boxes.first(where: { _ in true }) else { return }
    let box = boxes.reduce(first) { $0.union($1) }
    array("bbox") { json in
      for side in [box.west, box.south, box.east, box.north] { json.double(side, decimals: 5) }
    }
  }

  private mutating func rings(_ polygon: Polygon) {
    array { json in
      for ring in polygon.rings { json.positions(ring) }
    }
  }

  private mutating func positions(_ points: [GeoPoint]) {
    array { json in
      for point in points { json.position(point) }
    }
  }

  private mutating func position(_ point: GeoPoint) {
    array { json in
      json.double(point.longitude, decimals: 5)
      json.double(point.latitude, decimals: 5)
    }
  }

  /// Writes a feature collection, each feature on a line of its own.
  ///
  /// - Parameter description: What a reader must know of the numbers, as a foreign member.
  mutating func featureCollection<Element>(
    _ name: String, description: String? = nil, boxes: [BoundingBox], features: [Element],
    write: (Element, inout JSONWriter) -> Void
  ) {
    object { json in
      json.member("type", "FeatureCollection")
      json.member("name", name)
      if let description { json.member("description", description) }
      json.boundingBox(of: boxes)
      json.array("features") { json in
        for feature in features {
          json.lineBreak()
          write(feature, &json)
        }
      }
    }
    newline()
  }
}
