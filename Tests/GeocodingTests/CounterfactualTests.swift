import Claims
import Geocoding
import Testing

/// Takes the words of one reason away from a report, and looks whether the choice changes.
struct Counterfactuals {
  struct Row: Sendable, CustomTestStringConvertible {
    var line: Int
    var with: [PlacePhrase]
    var without: [PlacePhrase]
    var id: String
    var reason: String
    var testDescription: String { "line \(line): \(reason)" }
  }

  static let rows: [Row] = PhraseCorpus.rows(of: "counterfactuals", width: 4).map { line, cells in
    Row(
      line: line, with: phrases(cells[0]), without: phrases(cells[1]), id: cells[2],
      reason: cells[3])
  }

  private static func phrases(_ cell: String) -> [PlacePhrase] {
    cell.split(separator: "||").map { text in
      let parts = text.split(separator: "~", omittingEmptySubsequences: false).map {
        String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      let anchors = PhraseCorpus.names(in: parts[1])
      return PlacePhrase(
        text: anchors.map(\.text).joined(separator: " | "),
        relation: SpatialRelation(rawValue: parts[0])!, anchors: anchors,
        context: PhraseCorpus.context(in: parts[2]))
    }
  }

  private func last(of phrases: [PlacePhrase]) -> Location? {
    let claims = phrases.map { phrase in
      var claim = Claim(status: .reported, type: .clash)
      claim.place = phrase
      return claim
    }
    return PhraseCorpus.geocoder.locations(for: claims).last ?? nil
  }

  @Test(arguments: rows)
  func `without the words of a reason another place is chosen`(row: Row) throws {
    let source = PhraseCorpus.source("counterfactuals", row.line)
    let with = try #require(last(of: row.with), sourceLocation: source)
    let without = try #require(last(of: row.without), sourceLocation: source)
    #expect(with.places.first?.id == row.id, "\(with.reasons)", sourceLocation: source)
    #expect(
      with.reasons.contains { $0.contains(row.reason) }, "\(with.reasons)", sourceLocation: source)
    #expect(without.places.first?.id != row.id, "\(without.reasons)", sourceLocation: source)
  }
}
