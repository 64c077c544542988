import Claims
import Foundation
import Geocoding
import Geometry
import Maps
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct MapPictureTests {
  static func svg(of claims: [LocatedClaim] = Sample.claims) throws -> String {
    try MapPicture(
      of: Layers(Sample.features(of: claims), on: Sample.ground), words: Words.bundled()
    ).svg()
  }

  @Test
  func `a picture is well-formed XML`() throws {
    let parser = XMLParser(data: Data(try Self.svg().utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
  }

  @Test
  func `a picture names the governorates in both languages, and its sources`() throws {
    let svg = try Self.svg()
    for name in ["إدلب", "Idleb", "حلب", "Aleppo", "Nobody &amp; co."] {
      #expect(svg.contains(name + "</text>"), "\(name)")
    }
  }

  @Test
  func `a governorate's picture shows what happened in it, under its own title`() throws {
    let layers = try Layers(Sample.features(), on: Sample.ground)
    let words = try Words.bundled()
    let picture = MapPicture(of: layers, words: words, governorate: "SY02", width: 1000)
    let svg = try picture.svg()
    #expect(svg.contains("Operations in Aleppo governorate</text>"))
    #expect(svg.contains("العمليات في محافظة حلب</text>"))
    let own = layers.operations.filter { $0.governorates.contains { $0.code == "SY02" } }
    let titles = svg.components(separatedBy: "<g>\n<title>").count - 1
    #expect(titles == own.count { $0.point != nil && $0.status != .denied })
    #expect(own.count < layers.operations.count)
    #expect(XMLParser(data: Data(svg.utf8)).parse())
  }

  @Test
  func `every operation with a point has a mark, unless it is denied`() throws {
    let titles = try Self.svg().components(separatedBy: "<g>\n<title>").count - 1
    #expect(titles == 5)
  }

  @Test
  func `marks at one place are drawn apart, each with a line to where it belongs`() throws {
    let claims = (1...4).map {
      Sample.claim($0, .ied, on: "2025-0\($0)-01", at: Sample.point(36.5, 36))
    }
    let svg = try Self.svg(of: claims)
    let paths = svg.components(separatedBy: "\n").filter { $0.contains("fill=\"#CC79A7\" stroke=") }
    #expect(paths.count == 5, "four marks and the legend's")
    #expect(Set(paths).count == 5, "no two in one place")
    #expect(svg.contains("<path d=\"M") && svg.contains("stroke-opacity=\".55\""))
  }

  @Test
  func `a report's text is no markup in a picture`() throws {
    let svg = try Self.svg(of: [
      Sample.claim(1, .ied, on: "2025-10-01", at: Sample.point(36.5, 36)) {
        $0.location?.places[0].nameEnglish = "</title><script>alert(1)</script>"
      }
    ])
    #expect(!svg.contains("<script"))
    #expect(svg.contains("&lt;script&gt;"))
  }

  @Test
  func `a picture does not depend on the order of the claims`() throws {
    #expect(try Self.svg() == Self.svg(of: Sample.claims.reversed()))
  }
}
