import ArgumentParser
import Makan

/// A GeoNames country file in, a folder of tables out.
struct GazetteerBuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Make a gazetteer of another country.",
    usage: """
      makan gazetteer build COUNTRY [--governorates FILE] [-o DIR]
      """,
    discussion: """
      The country file is one that GeoNames gives out: nineteen cells a line, with tabs between \
      them. Units get codes of their own (IQ01, IQ0101) in the order of GeoNames' codes. Without \
      outlines a unit is known by its seat and its extent, and countrysides have no area.

      Examples:
        makan gazetteer build IQ.txt -o iraq
        makan gazetteer build YE.txt --governorates yemen-adm1.geojson -o yemen
        makan extract reports/ --gazetteer iraq
      """)

  @Argument(
    help: ArgumentHelp("The country file, or - for standard input.", valueName: "country"),
    completion: .file(extensions: ["txt"]))
  var country: String

  @Option(
    help: ArgumentHelp("GeoJSON polygons of the first level.", valueName: "file"),
    completion: .file(extensions: ["geojson", "json"]))
  var governorates: String?

  @Option(
    help: ArgumentHelp("GeoJSON polygons of the second level.", valueName: "file"),
    completion: .file(extensions: ["geojson", "json"]))
  var districts: String?

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The folder to write; made where there is none.", valueName: "dir"),
    completion: .directory)
  var output = "gazetteer"

  func run() throws {
    let pack: CountryPack
    do {
      pack = try CountryPack(
        places: NamedFile.bytes(of: country),
        governorates: governorates.map { try NamedFile.bytes(of: $0) },
        districts: districts.map { try NamedFile.bytes(of: $0) },
        unitWords: Gazetteer.unitWords())
    } catch let error as CountryFileError {
      throw Complaint(.badData, "\(country):\(error.line == nil ? " " : "")\(error)")
    }
    do { try pack.write(to: output) } catch {
      throw Complaint(.cannotCreate, "\(output): cannot be written; give a folder that can be made")
    }
    let counts = pack.counts.map { "\($0.count) \($0.kind.name)" }.joined(separator: ", ")
    Talk.say("\(output): \(counts); \(pack.outlineCount) outlines")
  }
}
