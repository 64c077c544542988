import ArgumentParser
import Makan

/// A phrase in, places out.
struct GeocodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "geocode",
    abstract: "Find the place that a phrase means, and say why.",
    usage: """
      makan geocode PHRASE... [--format FORMAT]
      makan geocode - < phrases.txt
      """,
    discussion: """
      All words make one phrase, as it would stand in a report; quotes are not needed. The chosen \
      place is marked, the others follow, likeliest first.

      Examples:
        makan geocode الجريجسة بريف حماة الجنوبي
        makan geocode 10 كم جنوب غرب منبج --format geojson
        cat phrases.txt | makan geocode - --format json
      """)

  @Argument(
    help: ArgumentHelp(
      "The words of a phrase, or - for one phrase a line on standard input.", valueName: "phrase"))
  var phrase: [String]

  @Option(help: ArgumentHelp("The form of the answer.", valueName: "format"))
  var format = PhraseAnswer.Format.text

  func run() throws {
    let makan = try Makan.forPhrases()
    if phrase != ["-"] {
      let answer = makan.answer(to: phrase.joined(separator: " "))
      try StandardOutput.write(answer.rendered(as: format))
      if answer.location?.places.isEmpty ?? true {
        throw Complaint(
          .badData,
          "the gazetteer has no place for '\(answer.phrase)'; try makan gazetteer search \(answer.phrase)"
        )
      }
      return
    }
    let answers = try NamedFile.bytes(of: "-").split(separator: UInt8(ascii: "\n"))
      .map { String(decoding: $0, as: UTF8.self).trimmingBlanks }
      .filter { !$0.isEmpty }.map { makan.answer(to: $0) }
    switch format {
    case .geojson: try StandardOutput.write(PhraseAnswer.geoJSON(answers))
    case .json:
      for answer in answers { try StandardOutput.write(answer.rendered(as: .json)) }
    case .text:
      try StandardOutput.write(answers.map { $0.rendered(as: .text) }.joined(separator: "\n"))
    }
  }
}

extension PhraseAnswer.Format: ExpressibleByArgument {}

extension String {
  /// The text without blanks and line ends at its ends.
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
