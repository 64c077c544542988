import Claims
import Foundation
import Maps
import TestSupport
import Testing

struct PagesTests {
  static func folder() throws -> MapFolder {
    try Layers(Sample.features(), on: Sample.ground).folder(words: Words.bundled())
  }

  @Test
  func `a page for each governorate that has operations, and an overview, in both languages`()
    throws
  {
    #expect(
      try Self.folder().files.map(\.path).filter { $0 != "index.html" } == [
        "areas.geojson", "clusters.geojson", "governorates.geojson", "map.svg",
        "operations.geojson",
        "reports/SY02.ar.md", "reports/SY02.md", "reports/SY02.svg", "reports/SY07.ar.md",
        "reports/SY07.md", "reports/SY07.svg",
        "reports/index.ar.md", "reports/index.md",
      ])
  }

  @Test(arguments: ["SY02.md", "SY07.ar.md", "SY07.md", "index.ar.md", "index.md"])
  func `pages say what they said before`(name: String) throws {
    let file = try #require(try Self.folder().files.first { $0.path == "reports/\(name)" })
    #expect(GoldenFile("Tests/MapsTests/Golden/\(name)").difference(from: file.bytes) == nil)
  }

  @Test(arguments: Language.allCases)
  func `the text of a report says what it said before`(language: Language) throws {
    let text = try GovernorateReport(Sample.features(), governorate: Sample.idleb)
      .rendered(as: .text, words: Words.bundled(), language: language)
    let name = "Tests/MapsTests/Golden/SY07.\(language.rawValue).txt"
    #expect(GoldenFile(name).difference(from: text) == nil)
  }

  @Test
  func `every kind, status, and precision has words`() throws {
    let words = try Words.bundled()
    let keys =
      OperationType.allCases.map { "type.\($0.rawValue)" }
      + ClaimStatus.allCases.flatMap { ["section.\($0.rawValue)", "status.\($0.rawValue)"] }
      + Compass.allCases.flatMap {
        ["direction.\($0.rawValue)", "side.\($0.rawValue)", "sides.\($0.rawValue)"]
      } + (1...12).map { "month.\($0)" }
    for key in keys {
      for language in Language.allCases {
        #expect(words.term(key, language)?.isEmpty == false, "\(key) in \(language)")
      }
    }
  }

  @Test
  func `a folder is written whole, and pages of governorates without operations go`() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "reports/SY14.md")
    try folder.write("old", to: "reports/SY14.ar.md")
    try folder.write("mine", to: "reports/notes.md")
    let files = try Self.folder()
    try files.write(to: folder.path)
    #expect(Folder.names(in: folder.path + "/reports").contains("notes.md"))
    #expect(!Folder.names(in: folder.path + "/reports").contains("SY14.md"))
    #expect(!Folder.names(in: folder.path + "/reports").contains("SY14.ar.md"))
    for file in files.files {
      #expect(Folder.contents(of: folder.path + "/" + file.path) == file.bytes)
    }
  }

  @Test
  func `a folder that cannot be made is an error with its exit code`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a file", to: "taken")
    let error = #expect(throws: MapFolderError.self) { try Self.folder().write(to: file + "/map") }
    #expect(error?.exitCode == 73)
    #expect(error?.description.contains("taken/map") == true)
  }
}
