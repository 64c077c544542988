import Claims
import Geocoding
import Testing

/// Takes words away from a phrase, and looks whether the choice changes as the reason said.
struct Reasons {
  struct Row: Sendable, CustomTestStringConvertible {
    var line: Int
    var with: PlacePhrase
    var without: PlacePhrase
    var id: String
    var reason: String
    var testDescription: String { "line \(line): \(reason)" }
  }

  static let rows: [Row] = PhraseCorpus.rows(of: "reasons", width: 9).map { line, cells in
    Row(
      line: line, with: phrase(cells[0], cells[1...3]), without: phrase(cells[0], cells[4...6]),
      id: cells[7], reason: cells[8])
  }

  /// The phrase of a name with three cells: its noun, its context, its surroundings.
  private static func phrase(_ name: String, _ cells: ArraySlice<String>) -> PlacePhrase {
    let cells = Array(cells)
    return PlacePhrase(
      text: name, relation: .in,
      anchors: [PhraseCorpus.named(name, PlaceNoun(rawValue: cells[0]))],
      context: PhraseCorpus.context(in: cells[1]), surroundings: PhraseCorpus.names(in: cells[2]))
  }

  @Test(arguments: rows)
  func `without its words a reason no longer chooses`(row: Row) throws {
    let source = PhraseCorpus.source("reasons", row.line)
    let with = PhraseCorpus.geocoder.location(of: row.with)
    let without = PhraseCorpus.geocoder.location(of: row.without)
    #expect(with.places.map(\.id) == [row.id], "\(with.reasons)", sourceLocation: source)
    #expect(
      with.reasons.contains { $0.hasPrefix(row.reason) }, "\(with.reasons)", sourceLocation: source)
    #expect(without.places.map(\.id) != [row.id], "\(without.reasons)", sourceLocation: source)
    #expect(
      !without.reasons.contains { $0.hasPrefix(row.reason) }, "\(without.reasons)",
      sourceLocation: source)
  }
}
