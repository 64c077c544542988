import ArgumentParser
import Makan

/// A spelling in, places out.
struct GazetteerSearch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find places by name, in Arabic or Latin letters, also misspelt.",
    usage: """
      makan gazetteer search NAME... [--limit NUMBER] [--gazetteer PATH]
      """,
    discussion: """
      All words make one name. Exact names come first, then those that differ by the article, then \
      those that a few slips explain.

      Examples:
        makan gazetteer search الجريجسة
        makan gazetteer search Dayr az-Zawr --limit 3
        makan gazetteer search كفرنبل --format json
      """)

  @Argument(help: ArgumentHelp("The words of the name.", valueName: "name"))
  var name: [String]

  @Option(help: ArgumentHelp("At most so many places.", valueName: "number"))
  var limit = 20

  @Option(help: ArgumentHelp("The form of the list.", valueName: "format"))
  var format = GazetteerCommand.Format.text

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit \(limit): give a number above zero.") }
  }

  @OptionGroup var places: GazetteerOption

  func run() throws {
    let gazetteer = try places.gazetteer()
    let text = name.joined(separator: " ")
    let matches = gazetteer.matches(for: text, limit: limit)
    switch format {
    case .json:
      var json = JSONWriter()
      for match in matches {
        let place = match.place
        let row = gazetteer.places[Int(place)]
        json.object { json in
          json.member("id", gazetteer.id(of: place))
          json.member("name_ar", gazetteer.arabicName(of: place))
          json.member("name_en", gazetteer.englishName(of: place))
          json.member("kind", gazetteer.kindName(of: place))
          json.member("governorate", row.governorate < 0 ? nil : gazetteer.id(of: row.governorate))
          json.member("latitude", row.point?.latitude, decimals: 5)
          json.member("longitude", row.point?.longitude, decimals: 5)
          json.member("matched", gazetteer.text(of: match.name))
          json.member("match", "\(match.kind)")
          json.member("cost", Double(match.cost), decimals: 2)
        }
        json.newline()
      }
      try StandardOutput.write(json.take())
    case .text:
      var columns = Columns(
        ["id", "kind", "governorate", "latitude", "longitude", "match", "name"],
        rightAligned: [3, 4])
      for match in matches {
        let point = gazetteer.places[Int(match.place)].point
        columns.add([
          gazetteer.id(of: match.place), gazetteer.kindName(of: match.place),
          gazetteer.governorateLabel(of: match.place), point?.latitude.degrees ?? "",
          point?.longitude.degrees ?? "", "\(match.kind)", gazetteer.bothNames(of: match.place),
        ])
      }
      if !matches.isEmpty {
        try StandardOutput.write(columns.lines().joined(separator: "\n") + "\n")
      }
    }
    if matches.isEmpty {
      throw Complaint(.badData, "the gazetteer has nothing like '\(text)'; try another spelling")
    }
  }
}
