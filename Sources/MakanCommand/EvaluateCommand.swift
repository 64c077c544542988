import ArgumentParser
import Makan

/// Reports and their gold in, figures and misses out.
struct EvaluateCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score claims against an annotated corpus, and list every miss.",
    usage: """
      makan evaluate GOLD INPUT... [--format FORMAT]
      makan evaluate GOLD INPUT... --by-phenomenon
      makan evaluate GOLD INPUT... --noise [--seed NUMBER]
      makan evaluate GOLD INPUT... --calibration
      """,
    discussion: """
      The gold is JSON lines: a report's id, its operations, and the places in it where nothing \
      happened. Claims and gold operations of one report are paired one to one; detection counts \
      the pairs, and every field is compared on the pairs.

      --by-phenomenon sorts the operations by the tags of their reports and by what they are like, \
      the weakest classes first. --noise spoils the spelling on purpose (hamzas, ta marbuta, alef \
      maqsura, tatweel, vowel marks, digits, clitics, blanks), in the reports and in what the gold \
      quotes from them, and tells how far the figures fall.

      Examples:
        makan evaluate seeds/expected.jsonl seeds/*.txt
        makan evaluate gold.jsonl corpus/ --format json > figures.json
        makan evaluate gold.jsonl corpus/ --noise --seed 7
        cat reports.jsonl | makan evaluate gold.jsonl -
      """)

  @Argument(
    help: ArgumentHelp("The annotations, as JSON lines.", valueName: "gold"),
    completion: .file(extensions: ["jsonl"]))
  var gold: String

  @OptionGroup var reports: InputOptions

  @OptionGroup var places: GazetteerOption

  @Option(
    help: ArgumentHelp("The form of the figures.", valueName: "format"))
  var format = Format.text

  @Flag(
    help:
      "Print how far the confidence of places is kept: of the claims given 0.9, how many are right."
  )
  var calibration = false

  @Flag(
    name: .customLong("by-phenomenon"),
    help: "Print the figures of each class of operations, the weakest classes first.")
  var byPhenomenon = false

  @Flag(help: "Print how far the figures fall when the spelling is spoiled on purpose.")
  var noise = false

  @Option(
    help: ArgumentHelp(
      "Which words --noise spoils: any number. (default: 1)", valueName: "number"))
  var seed: Int?

  func validate() throws {
    if calibration, format == .json {
      throw ValidationError("--calibration prints a table; the figures of --format json hold it.")
    }
    if [calibration, byPhenomenon, noise].count(where: \.self) > 1 {
      throw ValidationError(
        "--calibration, --by-phenomenon and --noise are different tables; ask for one.")
    }
    if seed != nil, !noise {
      throw ValidationError("--seed says which words --noise spoils; it needs --noise.")
    }
  }

  func run() throws {
    let gold: [GoldReport]
    do {
      gold = try GoldReport.reports(inLines: try NamedFile.bytes(of: self.gold))
    } catch let error as GoldError {
      throw Complaint(.badData, "\(self.gold): \(error)")
    }
    let makan = try places.makan()
    var tally = RunningTally(quiet: reports.quiet)
    if noise {
      let read = reports.input.map { $0.batch() }
      let documents = read.flatMap(\.reports)
      tally.add(reports: documents.count, claims: 0, issues: read.flatMap(\.issues))
      if !documents.isEmpty {
        let figures = try makan.noiseFigures(of: documents, against: gold, seed: seed ?? 1)
        tally.add(reports: 0, claims: figures.clean.claims, issues: [])
        try write(figures.text, figures.json)
      }
      return try tally.finish()
    }
    var claims: [LocatedClaim] = []
    try makan.claims(in: reports.input, jobs: reports.jobCount) { batch in
      claims += batch.claims
      tally.add(reports: batch.reportCount, claims: batch.claims.count, issues: batch.issues)
    }
    if tally.reports > 0 {
      if byPhenomenon {
        let phenomena = try makan.phenomena(of: claims, against: gold)
        try write(phenomena.text, phenomena.json)
      } else {
        let facts = try PlaceFacts(makan.gazetteer)
        let evaluation = Evaluation(of: claims, against: gold, knowing: facts)
        try write(calibration ? evaluation.calibrationText : evaluation.text(), evaluation.json())
      }
    }
    try tally.finish()
  }

  private func write(_ text: @autoclosure () -> String, _ json: @autoclosure () -> [UInt8]) throws {
    switch format {
    case .text: try StandardOutput.write(text())
    case .json: try StandardOutput.write(json())
    }
  }
}
