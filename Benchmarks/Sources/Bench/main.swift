import ArabicText
import Foundation
import Makan

let arguments = Array(CommandLine.arguments.dropFirst())

/// The value of an option such as `--seed 7`.
func option(_ name: String) -> String? {
  arguments.firstIndex(of: "--" + name).flatMap {
    $0 + 1 < arguments.count ? arguments[$0 + 1] : nil
  }
}

/// The whole number of an option.
func number(_ name: String, orElse other: Int) -> Int { option(name).flatMap { Int($0) } ?? other }

/// What is neither an option nor its value.
let inputs = arguments.indices.dropFirst().filter {
  !arguments[$0].hasPrefix("--") && !arguments[$0 - 1].hasPrefix("--")
}.map { arguments[$0] }

let times = number("repeat", orElse: 3)

switch arguments.first {
case "corpus":
  // Varied reports as JSON lines on standard output, until there are so many or so many bytes.
  let makan = try Makan()
  var sources: [Report] = []
  for block in ReportInput(inputs) { sources += block.batch().reports }
  let corpus = VariedCorpus(sources, makan: makan, seed: number("seed", orElse: 1))
  let (reports, bytes) = (number("reports", orElse: .max), number("bytes", orElse: .max))
  var json = JSONWriter(capacity: 1 << 21)
  var room: [UInt8] = []
  var (written, count) = (0, 0)
  while count < reports, written < bytes {
    corpus.write(report: count, to: &json, &room)
    count += 1
    if json.count > 1 << 20 {
      written += json.count
      FileHandle.standardOutput.write(Data(json.bytes))
      json.clear()
    }
  }
  FileHandle.standardOutput.write(Data(json.bytes))

case "setup":
  let (_, span) = try Span.best(of: times) { try Makan() }
  tell("setup", span)

case "read":
  let (counts, span) = Span.best(of: times) { TextStages.reading(inputs[0]) }
  tell("read", span, [("reports", Double(counts.reports)), ("bytes", Double(counts.bytes))])

case "tokens", "mentions", "stages":
  let stages = TextStages(
    inputs[0], atMost: number("bytes", orElse: 20_000_000), makan: try Makan())
  let sizes = [("reports", Double(stages.reports.count)), ("bytes", Double(stages.bytes))]
  switch arguments[0] {
  case "tokens":
    let (tokens, span) = Span.best(of: times) { stages.tokens() }
    tell("tokens", span, sizes + [("tokens", Double(tokens))])
  case "mentions":
    let (mentions, span) = Span.best(of: times) { stages.mentions() }
    tell("mentions", span, sizes + [("mentions", Double(mentions))])
  default:
    let (result, span) = Span.best(of: times) { stages.claims() }
    tell(
      "stages", span,
      sizes + result.spans.map { ($0.0 + "_seconds", $0.1) }
        + [("claims", Double(result.claims)), ("bytes_written", Double(result.bytesWritten))])
  }

case "pipeline":
  let makan = try Makan()
  // Other reports first: what is met for the first time costs more, however many follow.
  if let path = option("after") {
    _ = try pipeline(path, jobs: number("jobs", orElse: 2), makan: makan)
  }
  let (counts, span) = try Span.best(of: times) {
    try pipeline(inputs[0], jobs: number("jobs", orElse: 2), makan: makan)
  }
  tell(
    "pipeline", span,
    [
      ("reports", Double(counts.reports)), ("claims", Double(counts.claims)),
      ("bytes_written", Double(counts.written)),
    ])

case "folded":
  let stages = TextStages(
    inputs[0], atMost: number("bytes", orElse: 100_000_000), makan: try Makan())
  try writeFolded(
    names: inputs[1], texts: inputs[2], reports: stages.reports, gazetteer: stages.makan.gazetteer)

case "names":
  let matching = NameMatching(names: Array(try Data(contentsOf: URL(filePath: inputs[0]))))
  let text = Array(try Data(contentsOf: URL(filePath: inputs[1])))
  let (found, span) = Span.best(of: times) { matching.matches(in: text) }
  tell(
    "names", span,
    [
      ("bytes", Double(text.count)), ("hits", Double(found.hits)),
      ("hit_bytes", Double(found.bytes)),
    ])

case "dates":
  // Reads phrases that stand a line each behind the day of publication and the day meant.
  if let path = option("write") {
    let stages = TextStages(inputs[0], atMost: 20_000_000, makan: try Makan())
    let phrases = stages.datePhrases(atMost: number("count", orElse: 2000))
    let lines = phrases.map { "\($0.published)\t\($0.day)\t\($0.phrase)\n" }.joined()
    try Data(lines.utf8).write(to: URL(filePath: path))
  } else {
    let makan = try Makan()
    let text = String(decoding: try Data(contentsOf: URL(filePath: inputs[0])), as: UTF8.self)
    let reports = text.split(separator: "\n").map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return Report(
        id: "d", published: CalendarDay(iso: cells[0]), text: String(cells[2]))
    }
    let (days, span) = Span.best(of: times) {
      reports.map { report in
        ReportReading(report, reader: makan.reader.words).dates.array.first?.expression
          .date(published: report.published)?.edtf ?? ""
      }
    }
    if let path = option("write-days") {
      try Data(days.joined(separator: "\n").utf8).write(to: URL(filePath: path))
    }
    tell(
      "dates", span,
      [("phrases", Double(reports.count)), ("read", Double(days.count { !$0.isEmpty }))])
  }

case "points":
  let gazetteer = try Gazetteer.bundled()
  let towns = gazetteer.places.filter(\.kind.isPopulated).compactMap(\.point)
  let points = [GeoPoint].scattered(
    number("count", orElse: 1_000_000), around: towns, seed: number("seed", orElse: 1))
  try PointFile.write(points, to: inputs[0])
  if inputs.count > 1 {
    try Data(PointRow.table(PointRow.rows(points, gazetteer: gazetteer)))
      .write(to: URL(filePath: inputs[1]))
  }
  if inputs.count > 2 {
    // The governorates, for peers: the same rings that we are given.
    var json = JSONWriter()
    json.object { json in
      json.member("type", "FeatureCollection")
      json.array("features") { json in
        for (key, shape) in (try? governorateAreas(gazetteer)) ?? [] {
          json.object { json in
            json.member("type", "Feature")
            json.object("properties") { $0.member("key", key) }
            json.object("geometry") { json in
              json.member("type", "MultiPolygon")
              json.array("coordinates") { json in
                for polygon in shape.polygons {
                  json.array { json in
                    for ring in polygon.rings {
                      json.array { json in
                        for point in ring {
                          json.array { json in
                            json.double(point.longitude, decimals: 12)
                            json.double(point.latitude, decimals: 12)
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    try Data(json.bytes).write(to: URL(filePath: inputs[2]))
  }

case "assign":
  let points = try PointFile.points(at: inputs[0])
  let areas = try governorateAreas(Gazetteer.bundled())
  let (_, building) = try Span.best(of: times) { try PolygonIndex(areas) }
  let (keys, span) = try Span.best(of: times) { try PolygonIndex(areas).keys(ofEach: points) }
  if let path = option("write") { try write(keys.map { Int32($0 ?? -1) }, to: path) }
  tell(
    "assign", span,
    [
      ("points", Double(points.count)), ("inside", Double(keys.count { $0 != nil })),
      ("build_seconds", building.wall),
    ])

case "radius":
  let points = try PointFile.points(at: inputs[0])
  let radius = Distance.kilometres(option("km").flatMap { Double($0) } ?? 10)
  let queries = number("queries", orElse: 200)
  let centres = (0..<queries).map { points[$0 * (points.count / queries)] }
  let (index, building) = try Span.best(of: times) { try RadiusIndex(points) }
  let (found, span) = Span.best(of: times) {
    centres.map { index.indices(within: radius, of: $0).count }
  }
  if let path = option("write") { try write(found.map { Int32($0) }, to: path) }
  tell(
    "radius", span,
    [
      ("points", Double(points.count)), ("queries", Double(queries)),
      ("rows", Double(found.reduce(0, +))), ("build_seconds", building.wall),
    ])

case "cluster":
  let points = try PointFile.points(at: inputs[0])
  let radius = Distance.metres(option("metres").flatMap { Double($0) } ?? 500)
  let (labels, span) = try Span.best(of: times) {
    try points.clusters(within: radius, atLeast: number("least", orElse: 10))
  }
  if let path = option("write") { try write(labels.map { Int32($0 ?? -1) }, to: path) }
  tell(
    "cluster", span,
    [
      ("points", Double(points.count)),
      ("clusters", Double((labels.compactMap { $0 }.max() ?? -1) + 1)),
      ("noise", Double(labels.count { $0 == nil })),
    ])

case "geojson":
  let rows = PointRow.rows(try PointFile.points(at: inputs[0]), gazetteer: try Gazetteer.bundled())
  let path = inputs[1]
  let (size, span) = try Span.best(of: times) {
    let bytes = PointRow.geoJSON(rows)
    try Data(bytes).write(to: URL(filePath: path))
    return bytes.count
  }
  tell("geojson", span, [("features", Double(rows.count)), ("bytes_written", Double(size))])

case "linking":
  // Links the first so many claims of the file, for several numbers of claims.
  let makan = try Makan()
  let counts = (option("claims") ?? "1000,10000,100000").split(separator: ",").compactMap {
    Int($0)
  }
  let most = counts.max() ?? 0
  var claims: [LocatedClaim] = []
  struct Enough: Error {}
  do {
    try makan.claims(in: ReportInput([inputs[0]]), jobs: 2) { batch in
      claims += batch.claims
      if claims.count >= most { throw Enough() }
    }
  } catch is Enough {}
  let before = peakMegabytes
  for count in counts where count <= claims.count {
    // As `makan map` does it, the claims are handed over; the copy of them is not clocked.
    let (operations, span) = Span.best(
      of: count <= 100_000 ? times : 1, with: { claims[..<count].map { $0 } },
      { makan.operations(from: $0) })
    if let path = option("write") {
      // What was linked with what, to compare two versions of the program.
      let lines = operations.map { operation in
        ([operation.id] + operation.claims.map(\.id)).joined(separator: " ") + "\n"
      }
      try Data(lines.joined().utf8).write(to: URL(filePath: "\(path)-\(count).txt"))
    }
    tell(
      "linking", span,
      [
        ("claims", Double(count)), ("operations", Double(operations.count)),
        ("claims_mb", before),
      ])
  }

case "maps":
  // What stands behind linking: features, clusters, files.
  let makan = try Makan()
  var claims: [LocatedClaim] = []
  struct Enough: Error {}
  let most = number("claims", orElse: 100_000)
  do {
    try makan.claims(in: ReportInput([inputs[0]]), jobs: 2) { batch in
      claims += batch.claims
      if claims.count >= most { throw Enough() }
    }
  } catch is Enough {}
  let operations = makan.operations(from: Array(claims.prefix(most)))
  let sizes = [("operations", Double(operations.count))]
  let (ground, groundSpan) = try Span.of { try MapGround(makan.gazetteer) }
  let words = try Words.bundled()
  tell("map_ground", groundSpan)
  let (features, span) = try Span.of {
    try operations.map { try OperationFeature($0, on: ground, words: words) }
  }
  tell("map_features", span, sizes)
  let (layers, layerSpan) = try Span.of { try Layers(features, on: ground) }
  tell("map_clusters", layerSpan, sizes + [("clusters", Double(layers.clusters.count))])
  let (bytes, writeSpan) = Span.of { layers.operationsGeoJSON }
  tell("map_geojson", writeSpan, sizes + [("bytes_written", Double(bytes.count))])
  let (folder, folderSpan) = try Span.of { try layers.folder(words: words) }
  tell("map_folder", folderSpan, sizes + [("files", Double(folder.files.count))])

default:
  FileHandle.standardError.write(
    Data(
      """
      usage: bench corpus|setup|read|tokens|mentions|stages|pipeline|folded|names|dates|points|\
      assign|radius|cluster|geojson|linking|maps INPUT… [OPTIONS]

      """.utf8))
  exit(64)
}
