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
      makan evaluate GOLD INPUT... --calibration
      makan evaluate GOLD - < reports.jsonl
      """,
    discussion: """
      The gold is JSON lines: a report's id, its operations, and the places in it where nothing \
      happened. Claims and gold operations of one report are paired one to one; detection counts \
      the pairs, and every field is compared on the pairs.

      Examples:
        makan evaluate seeds/expected.jsonl seeds/*.txt
        makan evaluate gold.jsonl corpus/ --format json > figures.json
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

  func validate() throws {
    if calibration, format == .json {
      throw ValidationError("--calibration prints a table; the figures of --format json hold it.")
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
    var claims: [LocatedClaim] = []
    try makan.claims(in: reports.input, jobs: reports.jobCount) { batch in
      claims += batch.claims
      tally.add(reports: batch.reportCount, claims: batch.claims.count, issues: batch.issues)
    }
    if tally.reports > 0 {
      let facts = try PlaceFacts(makan.gazetteer)
      let evaluation = Evaluation(of: claims, against: gold, knowing: facts)
      switch format {
      case .text:
        try StandardOutput.write(calibration ? evaluation.calibrationText : evaluation.text())
      case .json: try StandardOutput.write(evaluation.json())
      }
    }
    try tally.finish()
  }
}
