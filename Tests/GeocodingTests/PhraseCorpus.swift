import ArabicText
import Claims
import Foundation
import Gazetteer
import Geocoding
import Geometry
import Reports
import Testing

/// The tables of phrases under `Corpora`, and how their cells become phrases.
enum PhraseCorpus {
  static let gazetteer = try! Gazetteer.bundled()
  static let geocoder = Geocoder(gazetteer: gazetteer)

  /// The rows of a table with their line numbers, comments left out, cells padded to a width.
  static func rows(of table: String, width: Int) -> [(line: Int, cells: [String])] {
    let folder = Bundle.module.resourcePath! + "/Corpora"
    let text = try! String(contentsOfFile: "\(folder)/\(table).tsv", encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { !$1.isEmpty && !$1.hasPrefix("#") }
      .map { number, line in
        var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        while cells.count < width { cells.append("") }
        return (number + 1, cells)
      }
  }

  /// A name with every gazetteer place that bears it.
  static func named(_ text: String, _ noun: PlaceNoun? = nil) -> NamedPlace {
    let found = gazetteer.places(named: Folding.folded(text)).map(\.place)
    return NamedPlace(text: text, noun: noun, candidates: found, range: TextRange(0, 0))
  }

  /// Names as a cell lists them: "city: X ; Y".
  static func names(in cell: String) -> [NamedPlace] {
    items(in: cell).map { named($0.text, $0.tags.compactMap(PlaceNoun.init).first) }
  }

  /// Context as a cell lists it: "countryside E: X ; governorate: Y".
  static func context(in cell: String) -> [ContextPlace] {
    items(in: cell).map { item in
      let nouns = item.tags.compactMap(PlaceNoun.init)
      let isCountryside = nouns.contains(.countryside)
      return ContextPlace(
        place: named(item.text, nouns.first { $0 != .countryside }),
        direction: item.tags.compactMap(Compass.init).first, isCountryside: isCountryside)
    }
  }

  /// Positions as a cell lists them: "longitude,latitude ; …"; none for "-".
  static func points(in cell: String) -> [GeoPoint] {
    cell.components(separatedBy: " ; ").compactMap { text in
      let numbers = text.split(separator: ",").compactMap { Double($0) }
      return numbers.count == 2 ? GeoPoint(longitude: numbers[0], latitude: numbers[1]) : nil
    }
  }

  private static func items(in cell: String) -> [(tags: [String], text: String)] {
    guard !cell.isEmpty else { return [] }
    return cell.components(separatedBy: " ; ").map { item in
      let halves = item.components(separatedBy: ": ")
      return halves.count == 2
        ? (halves[0].split(separator: " ").map(String.init), halves[1]) : ([], item)
    }
  }

  /// Where a failure is reported: the line of the table.
  static func source(_ table: String, _ line: Int) -> SourceLocation {
    SourceLocation(
      fileID: "GeocodingTests/\(table).tsv", filePath: "Tests/GeocodingTests/Corpora/\(table).tsv",
      line: line, column: 1)
  }
}
