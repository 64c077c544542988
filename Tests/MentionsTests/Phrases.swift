import Gazetteer
import Lexicon
import Mentions
import Reports
import TestSupport

/// The corpora of this folder, and the reader that their phrases are given to.
enum Phrases {
  static let reader = try! WordReader(lexicon: .bundled(), gazetteer: .bundled())

  static func examples(_ name: String) -> [Corpus.Example] {
    Corpus("Tests/MentionsTests/Corpora/\(name).corpus").examples
  }

  static func reading(_ example: Corpus.Example) -> ReportReading {
    let day = example.reference.flatMap { CalendarDay(iso: $0) }
    return ReportReading(
      Report(id: "example", published: day, text: example.text), reader: reader)
  }
}
