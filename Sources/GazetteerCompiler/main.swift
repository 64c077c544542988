import Foundation
import Gazetteer
import Geometry

if CommandLine.arguments.count == 2 {
  // What is made of the other tables alone.
  try GeoJSON.writeRegions(in: CommandLine.arguments[1])
  exit(0)
}
guard CommandLine.arguments.count == 3 else {
  FileHandle.standardError.write(
    Data("usage: GazetteerCompiler [RAW_FOLDER] TABLES_FOLDER\n".utf8))
  exit(64)
}
let raw = CommandLine.arguments[1]
let tables = CommandLine.arguments[2]

func tell(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

do {
  let spelling = try Spelling(qualifiers: Table(path: tables + "/qualifiers.tsv"))
  let outlines = Outlines(
    subdistricts: try Feature.all(path: raw + "/ocha/adm3_20201217.geojson"))
  var compilation = Compilation()

  // Units first: the places name them.
  try compilation.addUnits(outlines: outlines, spelling: spelling) { file in
    let url = URL(fileURLWithPath: raw + "/open-syria/geography-\(file).json")
    return try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [[String: Any]] ?? []
  }
  try compilation.addPopulatedPlaces(
    path: raw + "/ocha/populated_places.json", spelling: spelling)
  try compilation.addNeighbourhoods(
    Feature.all(path: raw + "/ocha/neighbourhoods.geojson"), spelling: spelling)
  let seats = compilation.rankSeats(spelling: spelling)

  // Aliases may say which GeoNames row is which OCHA place.
  // One of low trust leaves the two apart.
  let aliases = try Table(path: raw + "/sites/aliases.tsv")
  var known: [String: String] = [:]
  var kept: Set<String> = []
  var ofPlaces: [Table.Row] = []
  var ofGeoNames: [Table.Row] = []
  for row in aliases.rows {
    if row["id"].hasPrefix("G:") {
      kept.insert("G" + row["id"].dropFirst(2))
      ofGeoNames.append(row)
    } else if row["source"].hasPrefix("GeoNames "), row["id"].hasPrefix("C") {
      let id = "G" + row["source"].dropFirst(9).prefix { $0.isNumber }
      if row["confidence"] == "low" {
        if known[id] == nil { kept.insert(id) }
      } else {
        known[id] = row["id"]
        ofPlaces.append(row)
      }
    } else {
      ofPlaces.append(row)
    }
  }
  compilation.addAliases(Table(rows: ofPlaces), merged: [:], spelling: spelling)
  let geoNames = try Compilation.geoNames(path: raw + "/geonames/wof-sy-localities.tsv")
  let (merged, outside) = compilation.addGeoNames(
    geoNames, outlines: outlines, known: known, kept: kept, spelling: spelling)
  compilation.addAliases(
    Table(rows: ofGeoNames), merged: merged, spelling: spelling)

  try compilation.addSites(path: raw + "/sites/sites.tsv", outlines: outlines)
  try compilation.addFurtherPlaces(path: tables + "/added_places.tsv", outlines: outlines)
  let regions = try compilation.addRegions(
    path: raw + "/sites/regions.tsv", outlines: outlines, merged: merged)
  let roads = try compilation.addLines(
    path: raw + "/sites/roads.tsv", kind: .road, prefix: "W-", merged: merged)
  let rivers = try compilation.addLines(
    path: raw + "/sites/rivers.tsv", kind: .river, prefix: "V-", merged: merged)
  for row in try Table(path: tables + "/additions.tsv").rows {
    guard let kind = FurtherName.Kind(rawValue: row["kind"]), let trust = row.number("confidence")
    else { throw CompilerError("additions.tsv: bad row for \(row["place"])") }
    compilation.name(
      row["place"], row["name"], kind, source: row["source"], confidence: trust)
  }
  let corrections = tables + "/corrections.tsv"
  try compilation.correct(by: Table(path: corrections), path: corrections)

  // Where OCHA's code and the outlines differ, the code stays, and the exception is listed.
  var exceptions: [[String]] = []
  for entry in compilation.entries where entry.unit.count == 8 && entry.kind != .subdistrict {
    guard let point = entry.point else { continue }
    let found = outlines.code(at: point)
    guard found != entry.unit else { continue }
    let far = found == nil ? outlines.nearest(to: point).metres : 0
    exceptions.append([entry.id, entry.unit, found ?? "", decimal(far, 0)])
  }

  let entries = compilation.entries.sorted { byBytes($0.id, $1.id) }
  for (first, second) in zip(entries, entries.dropFirst()) where first.id == second.id {
    throw CompilerError("two places have the id \(first.id)")
  }
  let ids = Set(entries.map(\.id))
  let names = compilation.names.sorted {
    ($0.place, $0.kind.rawValue, $0.name).0 == ($1.place, $1.kind.rawValue, $1.name).0
      ? ($0.kind.rawValue == $1.kind.rawValue
        ? byBytes($0.name, $1.name) : byBytes($0.kind.rawValue, $1.kind.rawValue))
      : byBytes($0.place, $1.place)
  }
  for name in names where !ids.contains(name.place) {
    throw CompilerError("the name \(name.name) belongs to the unknown place \(name.place)")
  }
  for course in regions + roads + rivers {
    for member in course.members where !member.contains(",") && !ids.contains(member) {
      throw CompilerError("\(course.id) runs through the unknown place \(member)")
    }
  }
  try Table.write(Entry.header, entries.map(\.cells), to: tables + "/places.tsv")
  try Table.write(FurtherName.header, names.map(\.cells), to: tables + "/names.tsv")
  func write(_ courses: [Course], _ header: [String], _ file: String) throws {
    let rows = courses.sorted { byBytes($0.id, $1.id) }
      .map { [$0.id, $0.members.joined(separator: "|")] }
    try Table.write(header, rows, to: tables + "/" + file)
  }
  try write(regions, ["region", "members"], "regions.tsv")
  try write(roads + rivers, ["line", "waypoints"], "lines.tsv")
  // Boundaries: one topology for all levels.
  var topology = Topology(outlines)
  let fixed = compilation.entries.compactMap {
    entry -> (id: String, point: GeoPoint, unit: String)? in
    guard entry.unit.count == 8, let point = entry.point, outlines.code(at: point) == entry.unit
    else { return nil }
    return (entry.id, GridPoint(point).geoPoint, entry.unit)
  }
  let rounds = topology.simplify(metres: 50, keeping: fixed.map { ($0.point, $0.unit) })
  for index in topology.misplaced(fixed.map { ($0.point, $0.unit) }) {
    exceptions.append([fixed[index].id, fixed[index].unit, fixed[index].unit, "0"])
  }
  try Table.write(
    ["place", "unit", "unit_at_point", "metres_outside"],
    exceptions.sorted { byBytes($0[0], $1[0]) }, to: tables + "/exceptions.tsv")

  let levels = [(2, "country"), (4, "governorates"), (6, "districts"), (8, "subdistricts")]
  for (length, file) in levels {
    let units = entries.filter { $0.id.hasPrefix("SY") && $0.id.count == length }
    try GeoJSON.write(
      file,
      units.map { unit in
        GeoJSON.Line(
          id: unit.id,
          properties: [
            ("pcode", unit.id), ("name_ar", unit.arabic), ("name_en", unit.english),
            ("parent", unit.unit),
          ], geometry: GeoJSON.polygons(topology.union(unit.id)))
      }, to: tables + "/" + file + ".geojson")
  }
  tell(
    "boundaries: \(topology.full.reduce(0) { $0 + $1.count }) points in \(topology.arcs.count) arcs, "
      + "\(topology.arcs.reduce(0) { $0 + $1.count }) kept after \(rounds) rounds")
  try GeoJSON.writeRegions(in: tables)
  try GeoJSON.write(
    "basemap", BaseMap(naturalEarth: raw + "/natural-earth").lines, to: tables + "/basemap.geojson")

  let populated = entries.filter { [.city, .town, .village].contains($0.kind) }
  tell(
    "populated places \(populated.count), of them with an Arabic name \(populated.count { !$0.arabic.isEmpty })"
  )
  tell("GeoNames rows \(geoNames.count): folded in \(merged.count), outside Syria \(outside)")
  tell("further names \(names.count), seats \(seats.count), exceptions \(exceptions.count)")
} catch {
  tell("GazetteerCompiler: \(error)")
  exit(65)
}
