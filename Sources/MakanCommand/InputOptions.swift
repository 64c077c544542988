import ArgumentParser
import Makan

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The reports that a command reads, and how it reads them.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, folders with all below them, or - for standard input.",
      discussion: """
        A text file (.txt, .md) holds one report, with or without YAML front matter (id, title, \
        published, source, url); JSON lines (.jsonl, .ndjson) hold one report a line, with the \
        same keys and text.
        """,
      valueName: "input"),
    completion: .file())
  var inputs: [String]

  @Option(
    help: ArgumentHelp(
      "The day of publication for reports that give none, as in 2025-10-08.", valueName: "day"),
    transform: Given.day)
  var published: CalendarDay?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "How many cores to use; the results do not hang on it. (default: all)", valueName: "number"),
    transform: Given.jobCount)
  var jobs: Int?

  @Flag(name: [.short, .long], help: "Say nothing but what could not be read.")
  var quiet = false

  /// The reports, not read yet.
  var input: ReportInput { ReportInput(inputs, published: published) }

  /// How many blocks to work on at the same time.
  var jobCount: Int { jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  func validate() throws {
    if inputs.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("Standard input (-) can be read only once.")
    }
  }
}
