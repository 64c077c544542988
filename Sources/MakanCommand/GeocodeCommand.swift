import ArgumentParser
import Makan

/// A phrase in, places out.
struct GeocodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "geocode",
    abstract: "Find the place that a phrase means, and say why.",
    usage: """
      makan geocode PHRASE... [--format FORMAT] [--gazetteer PATH]
      makan geocode - < phrases.txt
      makan geocode TABLE --column NAME [--context NAME]... [--format FORMAT]
      """,
    discussion: """
      All words make one phrase, as it would stand in a report; quotes are not needed. The chosen \
      place is marked, the others follow, likeliest first.

      With --column the words are the path of a table (CSV, TSV; - for standard input): every row \
      comes out again with its place, point, radius, precision on the scales of ACLED, UCDP, PLOVER \
      and Airwars, reasons and alternatives behind its own cells.

      Examples:
        makan geocode الجريجسة بريف حماة الجنوبي
        makan geocode 10 كم جنوب غرب منبج --format geojson
        cat phrases.txt | makan geocode - --format json
        makan geocode events.csv --column place --context governorate > located.csv
        makan geocode تل الزنبق --gazetteer my-places.tsv
      """)

  /// The forms of the answer.
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, geojson, csv }

  @Argument(
    help: ArgumentHelp(
      "The words of a phrase, or - for one phrase a line on standard input; with --column the path of a table.",
      valueName: "phrase"))
  var phrase: [String]

  @Option(
    help: ArgumentHelp("The column of the table that holds the phrases.", valueName: "name"))
  var column: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "A column that says where the places lie, such as the governorate by name or p-code; may be given again, the nearest area first.",
      valueName: "name"))
  var context: [String] = []

  @OptionGroup var places: GazetteerOption

  @Option(
    help: ArgumentHelp(
      "The form of the answer. (default: text, for a table csv)", valueName: "format"))
  var format: Format?

  func validate() throws {
    if column == nil {
      if !context.isEmpty {
        throw ValidationError("--context belongs to a table; give its phrases with --column.")
      }
      if format == .csv {
        throw ValidationError("--format csv is for a table; give its phrases with --column.")
      }
    } else {
      if phrase.count != 1 {
        throw ValidationError("--column needs the path of one table, or - for standard input.")
      }
      if format == .text || format == .json {
        throw ValidationError("A table goes out as csv or geojson.")
      }
    }
  }

  func run() throws {
    let only = column == nil && phrase != ["-"] ? phrase.joined(separator: " ") : nil
    let makan = try Makan.forPhrases(only: only) { [places] in try places.gazetteer() }
    if let column { return try geocodeTable(column, makan) }
    let format = PhraseAnswer.Format(rawValue: format?.rawValue ?? "") ?? .text
    if let only {
      let answer = makan.answer(to: only)
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

extension GeocodeCommand {
  /// Answers every row of a table.
  private func geocodeTable(_ column: String, _ makan: Makan) throws {
    let path = phrase[0]
    let bytes = try NamedFile.bytes(of: path)
    let table: GeocodedTable
    do { table = try GeocodedTable(bytes, column: column, context: context, by: makan) } catch {
      throw Complaint(.badData, "\(path): \(error)")
    }
    try StandardOutput.write(
      table.rendered(as: GeocodedTable.Format(rawValue: format?.rawValue ?? "") ?? .csv))
    let counts = table.counts
    Talk.say("\(counts.placed) of \(counts.rows) rows have a place")
  }
}

extension String {
  /// The text without blanks and line ends at its ends.
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
