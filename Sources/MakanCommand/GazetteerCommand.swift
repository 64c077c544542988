import ArgumentParser
import Makan

/// The places that makan knows.
struct GazetteerCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "gazetteer",
    abstract:
      "Search, show, check and make the places that makan knows.",
    discussion: """
      Examples:
        makan gazetteer search الجريجسة
        makan gazetteer info C4130
        makan gazetteer check
        makan gazetteer build IQ.txt -o iraq
      """,
    subcommands: [
      GazetteerSearch.self, GazetteerInfo.self, GazetteerCheck.self, GazetteerBuild.self,
    ])
}

extension Gazetteer {
  /// `SY07 Idleb`, or nothing for a place that no governorate holds.
  func governorateLabel(of place: Int32) -> String {
    let governorate = places[Int(place)].governorate
    return governorate < 0 ? "" : "\(id(of: governorate)) \(englishName(of: governorate))"
  }

  /// The English and the Arabic name, as far as there are any.
  func bothNames(of place: Int32) -> String {
    [englishName(of: place), arabicName(of: place)].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// `village`, or for a site what kind of site: `airbase`.
  func kindName(of place: Int32) -> String {
    let kind = places[Int(place)].kind
    return kind == .site ? siteKindName(of: place) : kind.name
  }
}

extension Double {
  /// Degrees with five decimals.
  var degrees: String {
    var json = JSONWriter()
    json.double(self, decimals: 5)
    return json.string
  }
}
