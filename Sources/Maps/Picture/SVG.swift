import Geometry

/// A drawing in Scalable Vector Graphics (SVG 1.1), written element by element.
struct SVG {
  private(set) var text = ""

  /// Opens an element whose children follow.
  mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    text += "<\(name)\(Self.written(attributes))>\n"
  }

  mutating func close(_ name: String) { text += "</\(name)>\n" }

  /// Draws an element without children.
  mutating func draw(_ name: String, _ attributes: [(String, String)]) {
    text += "<\(name)\(Self.written(attributes))/>\n"
  }

  /// Writes text at a spot; it is escaped.
  mutating func write(
    _ content: String, at spot: Spot, class style: String, _ attributes: [(String, String)] = []
  ) {
    let place = [("x", spot.x.pixels), ("y", spot.y.pixels), ("class", style)]
    text += "<text\(Self.written(place + attributes))>\(content.oneLine.xml)</text>\n"
  }

  /// Names the element that is open, for readers and pointers.
  mutating func name(_ content: String) { text += "<title>\(content.oneLine.xml)</title>\n" }

  private static func written(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0.0)=\"\($0.1.xml)\"" }.joined()
  }
}

extension Double {
  /// The number as SVG has it, to a tenth of a pixel.
  var pixels: String { text(decimals: 1) }
}

extension Canvas {
  /// A shape as the data of an SVG path; points that fall on one pixel are drawn once.
  func path(of shape: Shape) -> String {
    switch shape {
    case .point: ""
    case .line(let line): path(of: line, closed: false)
    case .polygon, .multiPolygon:
      shape.polygons.flatMap(\.rings).map { path(of: $0, closed: true) }.joined()
    }
  }

  private func path(of points: [GeoPoint], closed: Bool) -> String {
    var data = ""
    var last: Spot?
    for point in closed ? points.dropLast() : points[...] {
      let spot = self[point]
      if let last, last.distance(to: spot) < 0.4 { continue }
      data += (last == nil ? "M" : "L") + spot.x.pixels + " " + spot.y.pixels
      last = spot
    }
    return closed ? data + "Z" : data
  }
}
