import ArabicText
import Lexicon
import Mentions
import TestSupport
import Testing

struct Places {
  @Test(arguments: Phrases.examples("places"))
  func `a phrase says where, and how it stands to what`(example: Corpus.Example) {
    let reading = Phrases.reading(example)
    let found = reading.groups.array.map { Self.words($0, reading) }
    #expect(found == example.values, "\(example.text)", sourceLocation: example.source)
  }

  /// `relation | direction | km | heads | contexts | role`, a dash for what is not said.
  private static func words(_ group: PlaceGroup, _ reading: ReportReading) -> String {
    let heads = group.heads.map { reading.text(in: reading.places[$0].range) }
    let part = group.heads.first.flatMap { reading.places[$0].part }
    let contexts = group.contexts.map { context in
      let mention = reading.places[context]
      return [
        mention.contextDirection.map(Self.compass), reading.text(in: mention.fullRange),
      ]
      .compactMap(\.self).joined(separator: " ")
    }
    return [
      "\(group.relation)", (group.direction ?? part).map(Self.compass) ?? "-",
      group.distanceKm.map { $0 == $0.rounded() ? "\(Int($0))" : "\($0)" } ?? "-",
      heads.joined(separator: ", "), contexts.isEmpty ? "-" : contexts.joined(separator: ", "),
      "\(group.role)",
    ].joined(separator: " | ")
  }

  private static func compass(_ direction: Direction) -> String {
    ["N", "NE", "E", "SE", "S", "SW", "W", "NW", "C"][Int(direction.rawValue)]
  }
}
