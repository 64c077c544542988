import ArgumentParser
import Makan

/// Reports in, what they are read as and why out.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show what a report is read as: its mentions, its claims, and why.",
    usage: """
      makan explain INPUT... [--published DAY]
      makan explain - < report.txt
      """,
    discussion: """
      Every sentence is printed with its mentions in numbered brackets. Below it each number has a \
      line: what the words are read as, and by which rule or word list. Then comes what was made of \
      it: which claim it begins or adds to, the place chosen and why others were not, the date, the \
      sign of its status. Lines that were dropped say why. At the end stand the claims, each with \
      the mentions that it was put together from, and the reasons for its place.

      Arabic is isolated from the English around it (U+2068, U+2069), so that each keeps its order.

      Examples:
        makan explain report.txt | less
        makan explain seeds/s1-atma.txt
        makan explain report.txt --published 2025-10-08
      """)

  @OptionGroup var reports: InputOptions

  @OptionGroup var places: GazetteerOption

  func run() throws {
    let makan = try places.makan()
    var tally = RunningTally(quiet: reports.quiet)
    var isFirst = true
    try makan.explanations(in: reports.input, jobs: reports.jobCount) { batch in
      for explanation in batch.explanations {
        try StandardOutput.write((isFirst ? "" : "\n") + explanation.text)
        isFirst = false
      }
      tally.add(
        reports: batch.explanations.count, claims: batch.claimCount, issues: batch.issues)
    }
    try tally.finish()
  }
}
