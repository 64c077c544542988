import ArgumentParser
import Makan

/// Reports in, claims out: a stream.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Read reports and print what they claim, one JSON object a line.",
    usage: """
      makan extract INPUT... [--published DAY] [--jobs N] [--quiet]
      makan extract - < reports.jsonl > claims.jsonl
      """,
    discussion: """
      Each line is a claim: status, type, date, place with point and reasons, actors, counts of \
      people as ranges, and the sentences that it was read from. The claims come in the order of \
      the input; memory does not grow with it.

      Examples:
        makan extract seeds > claims.jsonl
        makan extract report.txt --published 2025-10-08
        cat reports.jsonl | makan extract - | head
      """)

  @OptionGroup var reports: InputOptions

  @OptionGroup var places: GazetteerOption

  func run() throws {
    let makan = try places.makan()
    var tally = RunningTally(quiet: reports.quiet)
    try makan.claimLines(in: reports.input, jobs: reports.jobCount) { batch in
      try StandardOutput.write(batch.lines)
      tally.add(reports: batch.reportCount, claims: batch.claimCount, issues: batch.issues)
    }
    try tally.finish()
  }
}
