import Claims
import Foundation
import Geocoding
import JSONText
import Maps
import Reports
import TestSupport
import Testing

struct IndexPageTests {
  /// A folder with files that stand for the map library.
  static func leaflet(script: String = "var L = {};") throws -> (Leaflet, TemporaryFolder) {
    let folder = try TemporaryFolder()
    for (name, text) in [
      ("leaflet.min.js", script + "\n//# sourceMappingURL=leaflet.min.js.map"),
      ("leaflet.markercluster.min.js", "L.c = 1;"),
      ("leaflet.css", ".a{background:url(images/a.png)}"), ("MarkerCluster.css", ".b{color:red}"),
    ] {
      try Data(text.utf8).write(to: URL(filePath: "\(folder.path)/\(name)"))
    }
    return (try Leaflet(folder: folder.path), folder)
  }

  static func page(
    of claims: [LocatedClaim] = Sample.claims, tiles: TileLayer? = nil,
    capacity: Int = IndexPage.capacity
  ) throws -> String {
    let (leaflet, _) = try leaflet()
    let layers = try Layers(Sample.features(of: claims), on: Sample.ground)
    let page = try IndexPage(
      of: layers, words: Words.bundled(), leaflet: leaflet, tiles: tiles, capacity: capacity)
    return String(decoding: try page.bytes(), as: UTF8.self)
  }

  /// What stands in the element with an id.
  static func data(_ id: String, in page: String) throws -> JSONValue {
    let start = try #require(page.range(of: "id=\"data-\(id)\">"))
    let end = try #require(page[start.upperBound...].range(of: "</script>"))
    return try JSONValue(parsing: Array(page[start.upperBound..<end.lowerBound].utf8))
  }

  @Test
  func `every place of the template is filled in`() throws {
    let page = try Self.page()
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(page.hasSuffix("</html>\n"))
    #expect(!page.contains("{{"))
    let head = try #require(page.components(separatedBy: "</head>").first)
    #expect(!head.contains("url("), "nothing is loaded by the style")
    #expect(!page.contains("sourceMappingURL"))
  }

  @Test
  func `the rows of the page have the flat columns of the GeoJSON`() throws {
    let table = try Self.data("operations", in: Self.page())
    let columns = try #require(table["columns"]?.array).compactMap(\.string)
    let features = try LayersTests.features(LayersTests.layers().operationsGeoJSON)
    let names = try #require(features.first?["properties"]?.object).map(\.key)
    #expect(
      columns == ["id", "longitude", "latitude"]
        + names.filter { $0 != "quote_ar" && $0 != "claims" })
    let texts = try #require(table["texts"]?.array).compactMap(\.string)
    let textColumns = try #require(table["texts_in"]?.array).compactMap(\.string)
    let rows = try #require(table["rows"]?.array)
    #expect(rows.count == features.count)
    for (row, feature) in zip(rows, features) {
      let cells = try #require(row.array)
      #expect(cells.count == columns.count + 2, "and an area and the parties")
      for (name, cell) in zip(columns, cells).dropFirst(3) {
        let value = try #require(feature["properties"]?[name])
        if textColumns.contains(name), let number = cell.int {
          #expect(value.string == texts[number], "\(name)")
        } else {
          #expect(value == cell, "\(name)")
        }
      }
    }
  }

  @Test
  func `nothing of a report can end the element that holds it`() throws {
    let hostile = "</script><script>alert(1)</script><!--\u{2028}"
    let page = try Self.page(of: [
      Sample.claim(1, .ied, on: "2025-10-01", at: Sample.point(36.5, 36)) {
        $0.location?.places[0].nameEnglish = hostile
        $0.report.title = hostile
        $0.evidence[0].text = hostile
      }
    ])
    #expect(page.components(separatedBy: "</script>").count == 7, "as many as the template has")
    #expect(!page.contains("alert(1)</script"))
    #expect(page.contains("\\u003c/script>\\u003cscript>alert(1)\\u003c/script>"))
    #expect(!page.contains("\u{2028}"))
  }

  @Test
  func `the policy names what the page holds, and lets nothing else in`() throws {
    let page = try Self.page()
    let policy = try #require(Self.policy(of: page))
    #expect(policy.contains("default-src 'none'"))
    #expect(policy.contains("connect-src 'none'"))
    #expect(policy.contains("img-src 'none'"))
    #expect(policy.contains("require-trusted-types-for 'script'"))
    #expect(!policy.contains("unsafe"))
    #expect(policy.components(separatedBy: "'sha256-").count == 5, "two scripts and two styles")
  }

  @Test
  func `beyond its capacity a page is given clusters that straddle no border`() throws {
    let claims = (1...40).map { number in
      // Close together on both sides of the border at 37 degrees.
      let isEast = number % 2 == 0
      let point = Sample.point(37 + (isEast ? 0.01 : -0.01) * Double(number % 5 + 1), 36)
      return Sample.claim(
        number, .ied, on: "2025-10-\(9 + number % 20)", at: point,
        governorates: [isEast ? "SY02" : "SY07"])
    }
    let few = try Self.data("operations", in: Self.page(of: claims))
    #expect(few["clusters"]?.isNull == true)
    let many = try Self.data("operations", in: Self.page(of: claims, capacity: 10))
    let rows = try #require(many["rows"]?.array)
    let texts = try #require(many["texts"]?.array)
    let columns = try #require(many["columns"]?.array).compactMap(\.string)
    let code = try #require(columns.firstIndex(of: "adm1_pcode"))
    for zoom in 5...11 {
      let numbers = try #require(many["clusters"]?["\(zoom)"]?.array).compactMap(\.int)
      #expect(numbers.count == rows.count)
      var governorates: [Int: Set<Int>] = [:]
      for (number, row) in zip(numbers, rows) {
        #expect(number >= 0)
        governorates[number, default: []].insert(try #require(row[code]?.int))
      }
      #expect(governorates.values.allSatisfy { $0.count == 1 })
      if zoom == 5 { #expect(governorates.count == 2, "all of each side stands together") }
    }
    #expect(texts.count > 2)
  }

  @Test
  func `a layer of tiles is the only thing that a page may load`() throws {
    let tiles = try TileLayer(address: "https://{s}.example.org/{z}/{x}/{y}.png", credit: "Nobody")
    let page = try Self.page(tiles: tiles)
    let policy = try #require(Self.policy(of: page))
    #expect(policy.contains("img-src https://*.example.org;"))
    let table = try Self.data("operations", in: page)
    #expect(table["tiles"]?["credit"]?.string == "Nobody")
  }

  @Test(arguments: [
    "http://example.org/{z}/{x}/{y}.png", "https://example.org/tiles", "javascript:{z}{x}{y}",
    "https://example.org; script-src *;/{z}/{x}/{y}", "https://*/{z}/{x}/{y}", "",
  ])
  func `an address that is none of tiles is refused`(address: String) {
    #expect(throws: TileLayerError.self) { try TileLayer(address: address) }
  }

  @Test
  func `a library that would end its element is refused`() {
    #expect(throws: LeafletError.self) { try Self.leaflet(script: "x = '</SCRIPT>'") }
  }

  @Test
  func `a folder without the library is named, with what to do`() throws {
    let error = #expect(throws: LeafletError.self) { try Leaflet(folder: "/nowhere") }
    #expect(error?.description == "the folder /nowhere holds no leaflet.min.js")
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `digests are those of the standard's examples`(text: String, digest: String) {
    let bytes = SHA256.digest(of: Array(text.utf8))
    let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    #expect(hex == digest)
  }

  @Test
  func `a million letters have the digest of the standard's last example`() {
    let bytes = SHA256.digest(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
    #expect(bytes.prefix(4) == [0xcd, 0xc7, 0x6e, 0x5c])
  }

  @Test
  func `a claim's words are found in its quotation, where the report has them`() throws {
    let claims = [
      Sample.claim(1, .ied, on: "2025-10-01", at: Sample.point(36.5, 36)) {
        $0.evidence = [
          Evidence(
            start: 0, end: 8, text: "في أطمة.", words: [.init(kind: .place, start: 3, end: 7)]),
          Evidence(
            start: 20, end: 31, text: "قتل ثلاثة.", words: [.init(kind: .loss, start: 4, end: 9)]),
        ]
      }
    ]
    let feature = try #require(Sample.features(of: claims).first)
    let note = feature.claims[0]
    let quote = Array(note.quote.utf16)
    let marked = note.words.map { String(decoding: quote[$0.start..<$0.end], as: UTF16.self) }
    #expect(marked == ["أطمة", "ثلاثة"])
  }

  private static func policy(of page: String) -> String? {
    page.components(separatedBy: "Content-Security-Policy\" content=\"").dropFirst().first?
      .components(separatedBy: "\">").first
  }
}
