import Makan

/// What has been read so far, and what could not be.
struct RunningTally {
  var reports = 0
  var claims = 0
  var operations: Int?
  private var worst: InputIssue.Kind?
  private var refused = 0
  private var quiet: Bool
  private var progress: Progress

  init(quiet: Bool) {
    self.quiet = quiet
    progress = Progress(quietly: quiet)
  }

  /// Counts a batch, and says what of it could not be read.
  mutating func add(reports: Int, claims: Int, issues: [InputIssue]) {
    self.reports += reports
    self.claims += claims
    if !issues.isEmpty { progress.clear() }
    for issue in issues {
      if issue.kind == .passedOver {
        if !quiet { Talk.say("\(issue)") }
        continue
      }
      Talk.say("\(issue)")
      refused += 1
      worst = max(worst ?? issue.kind, issue.kind)
    }
    let counts = counts
    progress.tell("\(counts) so far")
  }

  /// Sums up, and ends with the exit code that the worst input calls for.
  ///
  /// - Parameter nothing: What to say when there was no report at all.
  mutating func finish(orElse nothing: String = "no reports") throws {
    progress.clear()
    if !quiet {
      Talk.say(
        (reports == 0 ? nothing : counts)
          + (refused == 0 ? "" : "; \(Talk.count(refused, "complaint", "complaints")) above"))
    }
    if let worst = worst ?? (reports == 0 ? .noInput : nil) {
      try StandardOutput.flush()
      throw Complaint(ExitStatus(rawValue: worst.rawValue) ?? .badData, nil)
    }
  }

  private var counts: String {
    ([
      Talk.count(reports, "report", "reports"), Talk.count(claims, "claim", "claims"),
    ] + [operations.map { Talk.count($0, "operation", "operations") }].compactMap { $0 })
    .joined(separator: ", ")
  }
}
