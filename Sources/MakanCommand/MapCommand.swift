import ArgumentParser
import Makan

/// The main job: reports in, map folder out.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Read reports and write a map folder.",
    usage: """
      makan map INPUT... [-o DIR] [--published DAY] [--jobs N] [--quiet]
      makan map - -o DIR < reports.jsonl
      """,
    discussion: """
      Reads the reports, links the claims that tell of one event, and writes into the folder:

        index.html            the map to look at: one file, without a network
        operations.geojson    a point for each operation
        areas.geojson         the area in which it lies, where that is no circle
        governorates.geojson  the 14 governorates with counts and losses
        clusters.geojson      groups of operations inside one governorate
        reports/              a page and a picture for each governorate, and an overview
        map.svg               the map as a picture

      The same reports give the same files, in whatever order they come.

      Examples:
        makan map seeds -o maps
        makan map january/ february.jsonl --published 2025-03-01 -o maps
        cat reports.jsonl | makan map - -o maps
      """)

  @OptionGroup var reports: InputOptions

  @OptionGroup var places: GazetteerOption

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The folder to write; made where there is none.", valueName: "dir"),
    completion: .directory)
  var output = "maps"

  @Option(
    help: ArgumentHelp(
      "Also draw the map as a picture: SVG, or PNG by rsvg-convert.", valueName: "file"),
    completion: .file(extensions: ["svg", "png"]))
  var picture: String?

  @Option(
    help: ArgumentHelp(
      "An online map that the page's reader may switch on; without this there is none.",
      valueName: "url"))
  var tiles: String?

  @Option(
    help: ArgumentHelp("Who made the tiles, as their licence asks.", valueName: "text"))
  var tilesCredit = ""

  @Option(
    help: ArgumentHelp(
      "The folder that holds Leaflet and its clusters; they are looked for in the usual places.",
      valueName: "dir"),
    completion: .directory)
  var leaflet: String?

  private func tileLayer() throws -> TileLayer? {
    guard let tiles else { return nil }
    do { return try TileLayer(address: tiles, credit: tilesCredit) } catch {
      throw Complaint(.usage, "\(error)")
    }
  }

  func run() throws {
    let still = try picture.map { try PictureFile(path: $0) }
    let viewer = ViewerOptions(leafletFolder: leaflet, tiles: try tileLayer())
    let makan = try places.makan()
    var tally = RunningTally(quiet: reports.quiet)
    var claims: [LocatedClaim] = []
    try makan.claims(in: reports.input, jobs: reports.jobCount) { batch in
      claims += batch.claims
      tally.add(reports: batch.reportCount, claims: batch.claims.count, issues: batch.issues)
    }
    guard tally.reports > 0 else { return try tally.finish(orElse: "no reports, so no map") }
    var read: [LocatedClaim] = []
    swap(&read, &claims)
    let operations = makan.operations(from: consume read)
    tally.operations = operations.count
    let folder = try makan.map(of: operations, viewer: viewer)
    try folder.write(to: output)
    for notice in folder.notices { Talk.say(notice) }
    try still?.write(folder.picture)
    try tally.finish()
  }
}
