import Claims
import Geocoding
import Testing

struct AmbiguousNames {
  struct Row: Sendable, CustomTestStringConvertible {
    var line: Int
    var id: String
    var phrase: PlacePhrase
    var testDescription: String { "line \(line): \(phrase.text)" }
  }

  static let rows: [Row] = PhraseCorpus.rows(of: "ambiguous", width: 5).map { line, cells in
    Row(
      line: line, id: cells[0],
      phrase: PlacePhrase(
        text: cells[2], relation: .in,
        anchors: [PhraseCorpus.named(cells[2], PlaceNoun(rawValue: cells[1]))],
        context: PhraseCorpus.context(in: cells[3]),
        surroundings: PhraseCorpus.names(in: cells[4])))
  }

  @Test(arguments: rows)
  func `the words around a name tell which place it means`(row: Row) {
    let location = PhraseCorpus.geocoder.location(of: row.phrase)
    let others = location.alternatives.map { "\($0.place.id) \($0.confidence)" }
    #expect(
      location.places.map(\.id) == [row.id],
      "\(row.phrase.text): \(location.confidence), \(location.reasons), others \(others)",
      sourceLocation: PhraseCorpus.source("ambiguous", row.line))
  }

  @Test(arguments: rows)
  func `the order of the candidates makes no difference`(row: Row) {
    var turned = row.phrase
    for i in turned.anchors.indices { turned.anchors[i].candidates.reverse() }
    for i in turned.context.indices { turned.context[i].place.candidates.reverse() }
    for i in turned.surroundings.indices { turned.surroundings[i].candidates.reverse() }
    let (a, b) = (
      PhraseCorpus.geocoder.location(of: row.phrase), PhraseCorpus.geocoder.location(of: turned)
    )
    #expect(a.places == b.places)
    #expect(a.confidence == b.confidence)
    #expect(a.reasons == b.reasons)
    #expect(a.alternatives == b.alternatives)
  }
}
