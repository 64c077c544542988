import ArgumentParser
import Makan

/// The proof that the tables keep their rules.
struct GazetteerCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check every rule that the gazetteer's tables must keep.",
    discussion: """
      Ids are unique; every point lies in the unit that its code names; names are in their script; \
      outlines are valid, right-handed, and share their edges with their neighbours; members of \
      regions and courses of roads and rivers exist. Known exceptions are counted, and listed with \
      --exceptions. Exits with 65 when a rule is broken.

      Examples:
        makan gazetteer check
        makan gazetteer check --exceptions
        makan gazetteer check > findings.txt
      """)

  @Flag(help: "List the known exceptions too.")
  var exceptions = false

  func run() throws {
    let gazetteer = try Gazetteer.bundled()
    let findings = try gazetteer.check()
    let statistics = gazetteer.statistics()
    var counts = Columns(["kind", "places"], rightAligned: [1])
    for kind in statistics.kinds { counts.add([kind.label, "\(kind.count)"]) }
    try StandardOutput.write(counts.lines().joined(separator: "\n") + "\n")
    let share = Double(statistics.populatedWithArabicName) / Double(max(1, statistics.populated))
    try StandardOutput.write(
      "\n\(statistics.populated) populated places, \(percent(share)) of them with an Arabic name\n\n"
    )
    var rules = Columns(["rule", "broken", "exceptions"], rightAligned: [1, 2])
    for rule in Finding.Rule.allCases {
      let own = findings.filter { $0.rule == rule }
      rules.add([
        rule.rawValue, "\(own.count { !$0.isListed })", "\(own.count(where: \.isListed))",
      ])
    }
    try StandardOutput.write(rules.lines().joined(separator: "\n") + "\n")
    let shown = findings.filter { exceptions || !$0.isListed }
    if !shown.isEmpty {
      try StandardOutput.write("\n" + shown.map { "\($0)\n" }.joined())
    }
    let broken = findings.count { !$0.isListed }
    if broken > 0 {
      throw Complaint(
        .badData, "\(Talk.count(broken, "finding", "findings")); run GazetteerCompiler again")
    }
  }

  private func percent(_ share: Double) -> String {
    var json = JSONWriter()
    json.double(share * 100, decimals: 1)
    return json.string + " %"
  }
}
