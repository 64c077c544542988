import Claims
import Foundation
import Geocoding
import Geometry
import JSONText

/// The map that people look at: one HTML file with its data, style and script inside, that opens
/// from disk and asks nothing of a network.
///
/// Whatever comes from reports stands in data blocks, which no browser runs, and reaches the page
/// as text. The policy in the file allows its own script and style by their digests and nothing
/// else: no other script, no connection, and no picture but those of a tile layer that was asked
/// for.
public struct IndexPage: Sendable {
  let layers: Layers
  private let words: Words
  private let leaflet: Leaflet
  private let tiles: TileLayer?
  /// How many operations the page groups itself.
  let capacity: Int

  /// How many operations a page takes before it is given ready-made clusters.
  public static let capacity = 20_000

  /// Where the page stands in the map folder.
  public static let path = "index.html"

  /// Tells whether a file is a page that Makan has written.
  static func isOurs(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    let head = (try? file.read(upToCount: 512)).flatMap { $0 } ?? Data()
    return String(decoding: head, as: UTF8.self).contains("name=\"generator\" content=\"makan\"")
  }

  /// Makes the page of some layers.
  ///
  /// - Parameter capacity: How many operations the page takes before it is given clusters.
  public init(
    of layers: Layers, words: Words, leaflet: Leaflet, tiles: TileLayer? = nil,
    capacity: Int = IndexPage.capacity
  ) {
    self.layers = layers
    self.words = words
    self.leaflet = leaflet
    self.tiles = tiles
    self.capacity = capacity
  }

  /// The parts of our own script, in the order in which they run.
  static let scripts = [
    "words", "elements", "folding", "geodesy", "operations", "state", "filtering", "basemap",
    "labels", "marks", "clusters", "badges", "selection", "legend", "timeline", "filters", "list",
    "evidence", "finding", "tools", "download", "printing", "start",
  ]

  /// The parts of our own style.
  static let styles = ["page", "map", "panels", "narrow", "print"]

  /// The bytes of `index.html`.
  ///
  /// - Throws: ``WordsError`` when a part of the page is missing from the program.
  public func bytes() throws -> [UInt8] {
    let script =
      "(() => {\n\"use strict\";\n"
      + (try Self.scripts.map { try Self.part("script/\($0).js") }.joined(separator: "\n"))
      + "})();\n"
    let style = try Self.styles.map { try Self.part("style/\($0).css") }.joined(separator: "\n")
    var page = Page(template: try Self.part("page.html"))
    page.fill(
      "policy",
      Array(policy(scripts: [leaflet.script, script], styles: [leaflet.style, style]).utf8))
    page.fill(
      "title",
      Array((words("picture.title", .arabic) + " · " + words("picture.title", .english)).xml.utf8))
    page.fill("leaflet-style", Array(leaflet.style.utf8))
    page.fill("style", Array(style.utf8))
    page.fill("words", inScript(wordsJSON))
    page.fill("ground", inScript(groundJSON))
    page.fill("operations", inScript(try operationsJSON()))
    page.fill("claims", inScript(claimsJSONLines))
    page.fill("leaflet", Array(leaflet.script.utf8))
    page.fill("script", Array(script.utf8))
    return page.bytes
  }

  /// A document with places to fill in, `{{name}}`, from top to bottom.
  private struct Page {
    private(set) var bytes: [UInt8] = []
    private var rest: Substring

    init(template: String) { rest = template[...] }

    mutating func fill(_ name: String, _ content: [UInt8]) {
      let place = rest.range(of: "{{\(name)}}")!
      bytes += Array(rest[..<place.lowerBound].utf8) + content
      rest = rest[place.upperBound...]
      if !rest.contains("{{") { bytes += Array(rest.utf8) }
    }
  }

  private static func part(_ path: String) throws -> String {
    let file = Bundle.module.bundleURL.appending(path: "Viewer").appending(path: path)
    guard let data = FileManager.default.contents(atPath: file.path) else {
      throw WordsError(table: path, line: nil)
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// What the browser may do with the page.
  private func policy(scripts: [String], styles: [String]) -> String {
    func digests(_ parts: [String]) -> String {
      parts.map { "'sha256-\(Data(SHA256.digest(of: Array($0.utf8))).base64EncodedString())'" }
        .joined(separator: " ")
    }
    return [
      "default-src 'none'", "script-src \(digests(scripts))", "style-src \(digests(styles))",
      "img-src \(tiles?.origin ?? "'none'")", "connect-src 'none'", "base-uri 'none'",
      "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
    ].joined(separator: "; ")
  }

  /// JSON as it may stand in a script element: nothing in it can end the element.
  private func inScript(_ json: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(json.count)
    for byte in json {
      if byte == UInt8(ascii: "<") { text += Array("\\u003c".utf8) } else { text.append(byte) }
    }
    return text
  }

  /// The words of the page: a key and two texts.
  private var wordsJSON: [UInt8] {
    let families = [
      "viewer.", "type.", "status.", "means.", "actor.", "count.", "range.", "level.", "unit.",
      "losses.", "actors.", "country.", "water.", "reason.", "noun.", "confidence.", "within.",
      "picture.",
    ]
    var json = JSONWriter()
    json.object { json in
      for key in words.keys where families.contains(where: { key.hasPrefix($0) }) {
        json.key(text: key)
        json.array { json in
          json.string(words(key, .arabic))
          json.string(words(key, .english))
        }
      }
    }
    return json.take()
  }
}

extension IndexPage {
  /// The operations, a row each, under the names of their columns; texts stand in a list of their
  /// own, and cells of text are numbers of it.
  private func operationsJSON() throws -> [UInt8] {
    var texts = TextTable()
    var shapes = ShapeTable()
    var rows = JSONWriter()
    rows.array { json in
      for operation in layers.operations {
        json.array { json in
          for cell in operation.cells {
            switch cell {
            case .text(let text): json.int(text.map { texts.number(of: $0) })
            case .whole(let number): json.int(number)
            case .decimal(let number, let decimals): json.double(number, decimals: decimals)
            }
          }
          json.int(shapes.number(of: operation))
          json.array { json in
            for party in operation.parties {
              json.array { json in
                json.int(texts.number(of: party.name))
                json.int(party.id.map { texts.number(of: $0) })
                json.string(party.role.rawValue)
              }
            }
          }
        }
      }
    }
    var json = JSONWriter()
    json.object { json in
      json.array("columns") { json in
        for column in OperationFeature.cellColumns { json.string(column.name) }
      }
      json.array("texts_in") { json in
        for column in OperationFeature.cellColumns where column.isText { json.string(column.name) }
      }
      json.member("texts", texts.texts)
      json.key("areas")
      json.array { json in
        for shape in shapes.shapes { json.rings(ofAreas: shape) }
      }
      json.key("rows")
      json.raw(rows.take())
      json.object("marks") { json in
        for type in OperationType.allCases {
          let mark = Mark(for: type)
          json.key(text: type.rawValue)
          json.object { json in
            json.member("path", mark.path(at: Spot(x: 0, y: 0), size: 100))
            json.member("colour", mark.colour)
          }
        }
      }
      json.key("clusters")
      writeClusters(to: &json)
      json.key("tiles")
      if let tiles {
        json.object { json in
          json.member("address", tiles.address)
          json.member("credit", tiles.credit)
        }
      } else {
        json.null()
      }
    }
    return json.take()
  }

  /// The claims of the operations, a line each, in the same order.
  private var claimsJSONLines: [UInt8] {
    var json = JSONWriter()
    for operation in layers.operations {
      json.array { json in
        for claim in operation.claims { claim.write(to: &json) }
      }
      json.newline()
    }
    return json.take()
  }

  /// Texts by number, in the order of their first use.
  private struct TextTable {
    private(set) var texts: [String] = []
    private var numbers: [String: Int] = [:]

    mutating func number(of text: String) -> Int {
      if let number = numbers[text] { return number }
      numbers[text] = texts.count
      texts.append(text)
      return texts.count - 1
    }
  }

  /// Areas by number; those that are discs around their operation's point need none.
  private struct ShapeTable {
    private(set) var shapes: [Shape] = []
    private var numbers: [Shape: Int] = [:]

    mutating func number(of operation: OperationFeature) -> Int? {
      guard let area = operation.area, !operation.hasDisc else { return nil }
      if let number = numbers[area] { return number }
      numbers[area] = shapes.count
      shapes.append(area)
      return shapes.count - 1
    }
  }
}

extension OperationFeature {
  /// Whether the area is no more than the disc that the point and the radius make.
  fileprivate var hasDisc: Bool {
    guard isPlaced, let point, let radius, radius > 0, case .polygon(let polygon)? = area,
      polygon.rings.count == 1, polygon.rings[0].count == 73
    else { return false }
    // All corners of a disc lie at its radius, but for the rounding to a metre.
    return polygon.rings[0].allSatisfy { abs(point.distance(to: $0).metres - radius) < 5 }
  }

  /// Those who take part, each once in each role, with the ids that the claims give them.
  fileprivate var parties: [ClaimActor] {
    claims.flatMap(\.actors).uniqued
  }
}
