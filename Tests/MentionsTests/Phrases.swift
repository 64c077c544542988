import Foundation
import Gazetteer
import Lexicon
import Mentions
import Reports
import TestSupport
import Testing

/// The corpora of this folder, and the reader that their phrases are given to.
enum Phrases {
  static let reader = try! WordReader(lexicon: .bundled(), gazetteer: .bundled())

  static func examples(_ name: String) -> [ExampleCorpus.Example] {
    let path = Bundle.module.resourcePath! + "/Corpora/\(name).corpus"
    let text = try! String(contentsOfFile: path, encoding: .utf8)
    return ExampleCorpus(text, file: "\(name).corpus").examples
  }

  static func reading(_ example: ExampleCorpus.Example) -> ReportReading {
    let day = example.reference.flatMap { CalendarDay(iso: $0) }
    return ReportReading(
      Report(id: "example", published: day, text: example.phrase), reader: reader)
  }
}

extension ExampleCorpus.Example {
  /// Where a failure is reported: the line of the corpus.
  var source: SourceLocation {
    SourceLocation(
      fileID: "MentionsTests/\(file)", filePath: "Tests/MentionsTests/Corpora/\(file)",
      line: line, column: 1)
  }
}
