import Claims
import Gazetteer
import Geocoding
import Geometry
import Mentions
import Reports

/// A still picture of the map: governorates shaded by their number of operations, and a mark with
/// its area of uncertainty for each operation.
///
/// Marks that would hide each other are drawn apart, with a line to where they belong. A picture of
/// one governorate shows it alone, larger, with its towns.
public struct MapPicture: Sendable {
  private let layers: Layers
  /// The governorate that the picture is of; nil for the whole country.
  private let focus: Territory?
  private let ground: MapGround
  private let words: Words
  private let canvas: Canvas
  private var drawing = SVG()
  /// What labels and marks have taken so far.
  private var taken: [Frame] = []

  /// Makes a picture of a width in pixels.
  ///
  /// - Parameter governorate: The code of the governorate to show; nil for the whole country.
  public init(of layers: Layers, words: Words, governorate: String? = nil, width: Int = 1400) {
    self.layers = layers
    ground = layers.ground
    focus = governorate.flatMap { layers.ground[$0] }
    self.words = words
    let box = focus?.shape.boundingBox.map { Self.view(of: $0, width: Double(width)) }
    canvas = Canvas(of: box ?? Self.view(of: ground), width: Double(width))
  }

  /// The operations that the picture shows.
  private var operations: [OperationFeature] {
    guard let focus else { return layers.operations }
    return layers.operations.filter { operation in
      operation.governorates.contains { $0.code == focus.unit.code }
    }
  }

  /// The picture as an SVG document.
  ///
  /// - Throws: What GEOS says when a part of the ground cannot be cut out.
  public func svg() throws -> String {
    var picture = self
    try picture.drawGround()
    picture.drawAreas()
    let marks = picture.placedMarks()
    picture.taken += picture.titleFrames + [picture.legendFrame] + marks.map(\.frame).uniqued
    picture.drawGovernorateNames()
    try picture.drawNeighbourNames()
    picture.drawPlaces()
    picture.drawMarks(marks)
    picture.drawTitle()
    picture.drawLegend()
    picture.drawScale()
    return picture.document
  }

  /// The governorates with room for a title above and a legend below.
  private static func view(of ground: MapGround) -> BoundingBox {
    let boxes = ground.governorates.compactMap(\.shape.boundingBox)
    guard let first = boxes.first else {
      return BoundingBox(west: 34.5, south: 31.5, east: 43.5, north: 38)
    }
    let box = boxes.reduce(first) { $0.union($1) }
    let width = box.east - box.west
    let height = box.north - box.south
    return BoundingBox(
      west: box.west - width * 0.16, south: box.south - height * 0.12,
      east: box.east + width * 0.13, north: box.north + height * 0.13)
  }

  /// A governorate with room for a title above and a legend below.
  private static func view(of box: BoundingBox, width: Double) -> BoundingBox {
    let side = max(box.east - box.west, (box.north - box.south) * 1.1)
    let margin = (side * 1.24 - (box.east - box.west)) / 2
    let degree = side * 1.24 / width
    return BoundingBox(
      west: box.west - margin, south: box.south - degree * 215, east: box.east + margin,
      north: box.north + degree * 100)
  }

  private var document: String {
    let size = (canvas.width.pixels, canvas.height.pixels)
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(size.0)" height="\(size.1)" \
      viewBox="0 0 \(size.0) \(size.1)">
      <title>\(words("picture.title", .english).xml) · \(words("picture.title", .arabic).xml)</title>
      <style>
      text { font-family: "Noto Sans", "Noto Sans Arabic", "DejaVu Sans", sans-serif; }
      .halo { paint-order: stroke; stroke: #fffdf8; stroke-width: 3.2px; stroke-linejoin: round; \
      stroke-opacity: .85; }
      .ar { direction: rtl; }
      .mid { text-anchor: middle; }
      .unit-ar { font-size: 19px; font-weight: 700; fill: #4d3f2c; }
      .unit-en { font-size: 12.5px; fill: #6d5d46; letter-spacing: .3px; }
      .town-ar { font-size: 12.5px; fill: #3d372d; }
      .town-en { font-size: 9.5px; fill: #6d5d46; }
      .land { font-size: 15px; fill: #a39a88; letter-spacing: 3px; }
      .land-ar { font-size: 18px; fill: #a39a88; }
      .sea { font-size: 14px; font-style: italic; fill: #86a9b8; letter-spacing: 1px; }
      .title { font-size: \(focus == nil ? 31 : 22)px; font-weight: 700; fill: #2f2a22; }
      .subtitle { font-size: 16px; fill: #5f574a; }
      .head { font-size: 13.5px; font-weight: 700; fill: #2f2a22; }
      .key { font-size: 13px; fill: #3d372d; }
      .small { font-size: 11.5px; fill: #6b6355; }
      </style>
      \(drawing.text)</svg>

      """
  }
}

// MARK: Ground

extension MapPicture {
  /// Shades of the governorates, from none to many operations.
  private static let shades = ["#fdfaf3", "#f9f0dd", "#f5e4c4", "#eed4a6", "#e5c186"]

  /// The least number of operations for each shade but the first.
  private var steps: [Int] {
    let most = layers.governorates.map(\.tally.count).max() ?? 0
    guard most > 4 else { return [1, 2, 3, 4] }
    return [1, (most + 3) / 4, (most + 1) / 2, (3 * most + 3) / 4]
  }

  private func shade(for count: Int) -> String {
    Self.shades[steps.count { $0 <= count }]
  }

  /// The shade of a governorate; around the one that a picture is of, the others stay pale.
  private func fill(of governorate: GovernorateSummary) -> String {
    guard let focus else { return shade(for: governorate.tally.count) }
    return governorate.unit.code == focus.unit.code ? Self.shades[0] : "#f6f1e6"
  }

  private mutating func drawGround() throws {
    drawing.draw(
      "rect",
      [
        ("width", canvas.width.pixels), ("height", canvas.height.pixels),
        ("fill", ground.sea.isEmpty ? "#dceaf0" : "#f2eee5"),
      ]
    )
    if !ground.sea.isEmpty {
      drawing.draw("path", [("d", canvas.path(of: ground.sea)), ("fill", "#dceaf0")])
    }
    drawing.open("g", [("fill", "#f2eee5"), ("stroke", "#d9d1c1"), ("stroke-width", "1")])
    for land in ground.neighbours where isInView(land.shape) {
      drawing.draw("path", [("d", canvas.path(of: land.shape))])
    }
    drawing.close("g")
    let governorates = layers.governorates.filter { isInView($0.shape) }
    let paths = governorates.map { canvas.path(of: $0.shape) }
    drawing.open(
      "g",
      [
        ("fill", "none"), ("stroke", "#a08a66"), ("stroke-width", "4"),
        ("stroke-linejoin", "round"),
      ]
    )
    for path in paths { drawing.draw("path", [("d", path)]) }
    drawing.close("g")
    drawing.open(
      "g", [("stroke", "#ffffff"), ("stroke-width", "1.3"), ("stroke-linejoin", "round")])
    for (governorate, path) in zip(governorates, paths) {
      drawing.draw("path", [("d", path), ("fill", fill(of: governorate))])
    }
    drawing.close("g")
    drawing.open(
      "g",
      [
        ("fill", "none"), ("stroke", "#9cc4d6"), ("stroke-width", "1.8"),
        ("stroke-linejoin", "round"), ("stroke-linecap", "round"),
      ])
    for river in ground.rivers where isInView(.line(river.line)) {
      drawing.draw("path", [("d", canvas.path(of: .line(river.line)))])
    }
    drawing.close("g")
    drawing.open("g", [("fill", "#b9d8e5"), ("stroke", "#9cc4d6"), ("stroke-width", ".8")])
    for lake in ground.lakes where isInView(lake.shape) {
      drawing.draw("path", [("d", canvas.path(of: lake.shape))])
    }
    drawing.close("g")
    drawRoads()
    if let focus {
      drawing.draw(
        "path",
        [
          ("d", canvas.path(of: focus.shape)), ("fill", "none"), ("stroke", "#8f7a58"),
          ("stroke-width", "2.4"), ("stroke-linejoin", "round"),
        ])
    }
  }

  /// Draws the roads, thin and pale: between the towns that they pass their course is not known.
  private mutating func drawRoads() {
    for (colour, width) in [("#d9c9a6", "2.2"), ("#fffdf6", "1")] {
      drawing.open(
        "g",
        [
          ("fill", "none"), ("stroke", colour), ("stroke-width", width),
          ("stroke-linejoin", "round"),
        ])
      for road in ground.roads where isInView(.line(road.line)) {
        drawing.draw("path", [("d", canvas.path(of: .line(road.line)))])
      }
      drawing.close("g")
    }
  }

  /// Tells whether a part of a shape may be in the picture.
  private func isInView(_ shape: Shape) -> Bool {
    shape.boundingBox.map { $0.intersects(canvas.box) } ?? false
  }

  /// Draws the areas in which operations lie: those of places filled, those of regions and smaller
  /// units dashed; a governorate shows by its own border.
  private mutating func drawAreas() {
    // Among very many marks, areas would only darken the map.
    guard operations.count <= 1000 else { return }
    drawing.open("g", [("stroke-width", "1"), ("stroke-linejoin", "round")])
    for operation in operations where operation.status != .denied {
      guard let area = operation.area, operation.precision != .governorate else { continue }
      let colour = Mark(for: operation.type).colour
      drawing.draw(
        "path",
        [("d", canvas.path(of: area)), ("stroke", colour)]
          + (operation.isPlaced
            ? [("stroke-opacity", ".45"), ("fill", colour), ("fill-opacity", ".08")]
            : [("stroke-opacity", ".6"), ("fill", "none"), ("stroke-dasharray", "3 4")]))
    }
    drawing.close("g")
  }
}

// MARK: Marks

extension MapPicture {
  /// A mark, where it belongs, and where there is room for it.
  private struct PlacedMark {
    var operation: OperationFeature
    var home: Spot
    var spot: Spot

    static let size = 6.5
    var frame: Frame { Frame(around: spot, width: 2.6 * Self.size, height: 2.6 * Self.size) }
  }

  /// Finds room for every mark, near to where it belongs; where all is full, marks hide each other.
  private func placedMarks() -> [PlacedMark] {
    let gap = 2.5 * PlacedMark.size
    var crowd = Crowd(gap: gap)
    return operations.compactMap { operation in
      guard operation.status != .denied, let point = operation.point else { return nil }
      let home = canvas[point]
      let spots = [home] + Self.spiral.map { home.moved($0.x * gap, $0.y * gap) }
      let spot = spots.first { crowd.hasRoom(at: $0) } ?? home
      crowd.add(spot)
      return PlacedMark(operation: operation, home: home, spot: spot)
    }
  }

  /// Spots of which no two should come closer than a gap.
  private struct Crowd {
    var gap: Double
    private var cells: [Cell: [Spot]] = [:]

    struct Cell: Hashable {
      var column: Int
      var row: Int
    }

    init(gap: Double) { self.gap = gap }

    mutating func add(_ spot: Spot) { cells[cell(of: spot), default: []].append(spot) }

    func hasRoom(at spot: Spot) -> Bool {
      let middle = cell(of: spot)
      for column in middle.column - 1...middle.column + 1 {
        for row in middle.row - 1...middle.row + 1 {
          let others = cells[Cell(column: column, row: row)] ?? []
          if others.contains(where: { $0.distance(to: spot) < gap }) { return false }
        }
      }
      return true
    }

    private func cell(of spot: Spot) -> Cell {
      Cell(
        column: Int((spot.x / gap).rounded(.down)), row: Int((spot.y / gap).rounded(.down)))
    }
  }

  /// Spots on rings of radius one, two and so on around the middle, those to the sides first.
  private static let spiral: [Spot] = (1...6).flatMap { ring in
    let corners = [
      Spot(x: 1, y: 0), Spot(x: -1, y: 0), Spot(x: 0.5, y: 0.87), Spot(x: -0.5, y: -0.87),
      Spot(x: 0.5, y: -0.87), Spot(x: -0.5, y: 0.87),
    ]
    return corners.indices.flatMap { index -> [Spot] in
      let a = corners[index]
      let order = [0, 4, 3, 1, 5, 2]
      let b = corners[order[(order.firstIndex(of: index)! + 1) % 6]]
      return (0..<ring).map { step in
        let part = Double(step) / Double(ring)
        return Spot(
          x: (a.x + (b.x - a.x) * part) * Double(ring),
          y: (a.y + (b.y - a.y) * part) * Double(ring))
      }
    }
  }

  private mutating func drawMarks(_ marks: [PlacedMark]) {
    drawing.open("g", [("stroke", "#4d3f2c"), ("stroke-width", ".8"), ("stroke-opacity", ".55")])
    for mark in marks where mark.home != mark.spot {
      drawing.draw(
        "path",
        [
          (
            "d",
            "M\(mark.home.x.pixels) \(mark.home.y.pixels)L\(mark.spot.x.pixels) "
              + mark.spot.y.pixels
          )
        ])
    }
    drawing.close("g")
    drawing.open("g", [("stroke-linejoin", "round")])
    for mark in marks {
      let sign = Mark(for: mark.operation.type)
      let path = sign.path(at: mark.spot, size: PlacedMark.size)
      drawing.open("g")
      drawing.name(mark.operation.titleEnglish + " · " + mark.operation.titleArabic)
      drawMark(path, colour: sign.colour, isSolid: mark.operation.isPlaced)
      drawing.close("g")
    }
    drawing.close("g")
  }

  /// Draws a form filled, or hollow for a place that is known only by its unit.
  private mutating func drawMark(_ path: String, colour: String, isSolid: Bool) {
    drawing.draw(
      "path",
      isSolid
        ? [("d", path), ("fill", colour), ("stroke", "#ffffff"), ("stroke-width", "1.1")]
        : [("d", path), ("fill", "#fffdf8"), ("stroke", colour), ("stroke-width", "1.8")])
  }
}

// MARK: Names

extension MapPicture {
  private mutating func drawGovernorateNames() {
    // The smallest first, since they have the least room.
    let order = layers.governorates.filter { governorate in
      focus.map { $0.unit.code == governorate.unit.code } ?? true
    }.sorted { a, b in
      (a.shape.squareMetres, a.unit.code) < (b.shape.squareMetres, b.unit.code)
    }
    for governorate in order {
      let unit = governorate.unit
      let width = max(
        Double(unit.nameArabic.columns) * 10.5, Double(unit.nameEnglish.columns) * 7.6)
      let size = (width: width + 6, height: 38.0)
      guard let label = room(for: size, in: governorate.shape) else { continue }
      taken.append(Frame(around: label.spot, width: size.width, height: size.height))
      if let leader = label.leader {
        drawing.draw(
          "path",
          [
            (
              "d",
              "M\(leader.x.pixels) \(leader.y.pixels)L\(label.spot.x.pixels) \(label.spot.y.pixels)"
            ), ("stroke", "#4d3f2c"), ("stroke-width", "1"), ("stroke-dasharray", "2 2"),
          ])
      }
      drawing.write(
        unit.nameArabic, at: label.spot.moved(0, 0), class: "unit-ar ar mid halo")
      drawing.write(unit.nameEnglish, at: label.spot.moved(0, 15), class: "unit-en mid halo")
    }
  }

  /// Finds room for a label inside a shape, near its middle and clear of everything else; beside
  /// the shape, with a line to it, when it is too small.
  private func room(
    for size: (width: Double, height: Double), in shape: Shape
  ) -> (spot: Spot, leader: Spot?)? {
    guard let box = shape.boundingBox, let middle = (try? shape.pointOnSurface()).flatMap({ $0 })
    else { return nil }
    let sheet = Frame(
      around: Spot(x: canvas.width / 2, y: canvas.height / 2), width: canvas.width - 20,
      height: canvas.height - 20)
    let centre = canvas[middle]
    let corners = (
      canvas[GeoPoint(longitude: box.west, latitude: box.north)],
      canvas[GeoPoint(longitude: box.east, latitude: box.south)]
    )
    var best: (spot: Spot, cost: Double)?
    // Only the part that is in the picture: of a governorate alone, its neighbours reach far out.
    let left = max(corners.0.x, sheet.left)
    let right = min(corners.1.x, sheet.right)
    let top = max(corners.0.y, sheet.top)
    let bottom = min(corners.1.y, sheet.bottom)
    for x in stride(from: left, through: right, by: 6) {
      for y in stride(from: top, through: bottom, by: 6) {
        let spot = Spot(x: x, y: y)
        let frame = Frame(around: spot, width: size.width, height: size.height)
        guard frame.isInside(sheet) else { continue }
        let hits = taken.count { $0.overlaps(frame) }
        // A little over the border is better than upon a mark. What costs least to ask comes first.
        let least = Double(hits) * 400 + spot.distance(to: centre)
        if let best, least >= best.cost { continue }
        guard shape.contains(canvas.point(at: spot)) else { continue }
        let outside = frame.rim.count { !shape.contains(canvas.point(at: $0)) }
        let cost = least + Double(outside) * 60
        if outside <= 3, best == nil || cost < best!.cost { best = (spot, cost) }
      }
    }
    if let best, best.cost < 400 { return (best.spot, nil) }
    for ring in stride(from: 40.0, through: 260, by: 10) {
      for direction in [
        Spot(x: -1, y: 0), Spot(x: -0.87, y: 0.5), Spot(x: -0.87, y: -0.5),
        Spot(x: 0.87, y: 0.5), Spot(x: 1, y: 0), Spot(x: 0.87, y: -0.5), Spot(x: 0, y: 1),
        Spot(x: 0, y: -1),
      ] {
        let spot = centre.moved(direction.x * ring, direction.y * ring)
        let frame = Frame(around: spot, width: size.width, height: size.height)
        if frame.isInside(sheet), !taken.contains(where: { $0.overlaps(frame) }),
          frame.rim.allSatisfy({ spot in
            !layers.governorates.contains { $0.shape.contains(canvas.point(at: spot)) }
          })
        {
          return (spot, centre)
        }
      }
    }
    return best.map { ($0.spot, nil) }
  }

  /// Names the towns, the best known first, where there is room for a dot with its name.
  private mutating func drawPlaces() {
    let least = focus == nil ? 70 : 50
    for place in ground.places where place.kind.isPopulated && place.importance >= least {
      let spot = canvas[place.point]
      if let focus, place.governorate != focus.unit.code { continue }
      let sheet = Frame(
        around: Spot(x: canvas.width / 2, y: canvas.height / 2), width: canvas.width - 20,
        height: canvas.height - 20)
      let dot = Frame(around: spot, width: 7, height: 7)
      guard dot.isInside(sheet), !taken.contains(where: { $0.overlaps(dot) }) else { continue }
      let size = (
        width: max(
          Double(place.nameArabic.columns) * 6.4, Double(place.nameEnglish.columns) * 5.2) + 4,
        height: 28.0
      )
      let spots = [
        spot.moved(size.width / 2 + 5, 0), spot.moved(-size.width / 2 - 5, 0),
        spot.moved(0, size.height / 2 + 5), spot.moved(0, -size.height / 2 - 5),
      ]
      let frames = spots.map { Frame(around: $0, width: size.width, height: size.height) }
      guard
        let frame = frames.first(where: { frame in
          frame.isInside(sheet) && !taken.contains { $0.overlaps(frame) }
        })
      else { continue }
      taken += [dot, frame]
      drawing.draw(
        "circle",
        [
          ("cx", spot.x.pixels), ("cy", spot.y.pixels), ("r", "2.6"), ("fill", "#4d3f2c"),
          ("stroke", "#fffdf8"), ("stroke-width", "1"),
        ])
      let middle = Spot(x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2)
      drawing.write(place.nameArabic, at: middle.moved(0, -1), class: "town-ar ar mid halo")
      drawing.write(place.nameEnglish, at: middle.moved(0, 11), class: "town-en mid halo")
    }
  }

  private mutating func drawNeighbourNames() throws {
    let view = Shape(canvas.box)
    for land in ground.neighbours {
      let key = "country.\(land.unit.code)"
      guard let arabic = words.term(key, .arabic), let english = words.term(key, .english),
        let visible = try? land.shape.intersection(view), !visible.isEmpty
      else { continue }
      let size = (width: Double(english.columns) * 13 + 10, height: 40.0)
      guard let label = room(for: size, in: visible), label.leader == nil else { continue }
      let frame = Frame(around: label.spot, width: size.width, height: size.height)
      if taken.contains(where: { $0.overlaps(frame) }) { continue }
      taken.append(frame)
      drawing.write(arabic, at: label.spot, class: "land-ar ar mid")
      drawing.write(english, at: label.spot.moved(0, 17), class: "land mid")
    }
  }
}

// MARK: Title, legend, scale

extension MapPicture {
  private var titleFrames: [Frame] {
    [Frame(around: Spot(x: canvas.width / 2, y: 50), width: canvas.width, height: 100)]
  }

  private mutating func drawTitle() {
    let tally = Tally(of: operations)
    for language in Language.allCases {
      let isArabic = language == .arabic
      let x = isArabic ? canvas.width - 36 : 36
      let style = isArabic ? " ar" : ""
      let title =
        focus.map { words("page.title", language, $0.unit.name(language)) }
        ?? words("picture.title", language)
      drawing.write(
        title, at: Spot(x: x, y: 52), class: "title halo" + style)
      var parts = [words("summary.count", language, "\(tally.count)")]
      if let first = tally.firstDay, let last = tally.lastDay {
        parts.append(words.period(first...last, language))
      }
      drawing.write(
        parts.joined(separator: " · "), at: Spot(x: x, y: 80), class: "subtitle halo" + style)
    }
  }

  /// The kinds that occur, in the order of their declaration.
  private var kinds: [OperationType] {
    let present = Set(operations.map(\.type))
    return OperationType.allCases.filter { present.contains($0) }
  }

  private var legendFrame: Frame {
    let rows = Double((kinds.count + 1) / 2)
    let height = 46 + rows * 23 + (focus == nil ? 92 : 58)
    return Frame(
      around: Spot(x: canvas.width - 24 - 265, y: canvas.height - 24 - height / 2), width: 530,
      height: height)
  }

  private mutating func drawLegend() {
    let frame = legendFrame
    drawing.draw(
      "rect",
      [
        ("x", frame.left.pixels), ("y", frame.top.pixels),
        ("width", (frame.right - frame.left).pixels), ("height", (frame.bottom - frame.top).pixels),
        ("rx", "8"), ("fill", "#fffdf8"), ("fill-opacity", ".94"), ("stroke", "#d9d1c1"),
      ])
    let left = frame.left + 20
    let right = frame.right - 20
    var y = frame.top + 28
    drawing.write(words("picture.legend", .english), at: Spot(x: left, y: y), class: "head")
    drawing.write(words("picture.legend", .arabic), at: Spot(x: right, y: y), class: "head ar")
    let rows = (kinds.count + 1) / 2
    let middle = (left + right) / 2
    for (index, type) in kinds.enumerated() {
      let start = index < rows ? left : middle + 10
      let end = index < rows ? middle - 10 : right
      let line = y + 23 * Double(index % rows + 1)
      let mark = Mark(for: type)
      drawMark(
        mark.path(at: Spot(x: start + 8, y: line - 4.5), size: 6.5), colour: mark.colour,
        isSolid: true)
      let key = "type.\(type.rawValue)"
      drawing.write(words(key, .english), at: Spot(x: start + 24, y: line), class: "key")
      drawing.write(words(key, .arabic), at: Spot(x: end, y: line), class: "key ar")
    }
    y += 23 * Double(rows) + 30
    drawMark(
      Mark(for: .other).path(at: Spot(x: left + 8, y: y - 4.5), size: 6), colour: "#6b6355",
      isSolid: false)
    drawing.write(words("picture.coarse", .english), at: Spot(x: left + 24, y: y), class: "small")
    drawing.write(words("picture.coarse", .arabic), at: Spot(x: right, y: y), class: "small ar")
    y += 21
    drawing.draw(
      "circle",
      [
        ("cx", (left + 8).pixels), ("cy", (y - 4.5).pixels), ("r", "7"), ("fill", "#D55E00"),
        ("fill-opacity", ".12"), ("stroke", "#D55E00"), ("stroke-opacity", ".6"),
      ])
    drawing.write(words("picture.ring", .english), at: Spot(x: left + 24, y: y), class: "small")
    drawing.write(words("picture.ring", .arabic), at: Spot(x: right, y: y), class: "small ar")
    y += 22
    if focus == nil { drawShades(at: Spot(x: left, y: y), right: right) }
  }

  private mutating func drawShades(at spot: Spot, right: Double) {
    drawing.write(words("picture.count", .english), at: spot, class: "small")
    drawing.write(words("picture.count", .arabic), at: Spot(x: right, y: spot.y), class: "small ar")
    let width = 24.0
    let start = (spot.x + right) / 2 - width * Double(Self.shades.count) / 2
    for (index, shade) in Self.shades.enumerated() {
      let x = start + Double(index) * width
      drawing.draw(
        "rect",
        [
          ("x", x.pixels), ("y", (spot.y - 11).pixels), ("width", width.pixels), ("height", "13"),
          ("fill", shade), ("stroke", "#d9d1c1"),
        ])
      let low = index == 0 ? 0 : steps[index - 1]
      drawing.write("\(low)", at: Spot(x: x, y: spot.y + 14), class: "small mid")
    }
  }

  private mutating func drawScale() {
    let lengths = [100.0, 50, 20, 10, 5].map { Distance.kilometres($0) }
    let distance = lengths.first { canvas.pixels($0) < 200 } ?? lengths[4]
    let length = canvas.pixels(distance)
    let y = canvas.height - 44
    drawing.draw(
      "path",
      [
        ("d", "M36 \((y - 6).pixels)V\(y.pixels)H\((36 + length).pixels)V\((y - 6).pixels)"),
        ("fill", "none"), ("stroke", "#5f574a"), ("stroke-width", "1.5"),
      ])
    drawing.write(
      words.length(distance, .english), at: Spot(x: 42, y: y - 6), class: "small")
    drawing.write(
      words.length(distance, .arabic), at: Spot(x: 30 + length, y: y - 6),
      class: "small ar")
    if !ground.attribution.isEmpty {
      drawing.write(
        words("picture.sources", .english, ground.attribution),
        at: Spot(x: 36, y: canvas.height - 22), class: "small")
    }
  }
}
