import ArgumentParser
import Makan

/// What happened, as pages that can be sent on.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Print what happened, in one governorate or in all of them.",
    usage: """
      makan report FILE [--governorate NAME] [--format FORMAT] [--lang LANG]
      makan report - --format csv < operations.geojson
      """,
    discussion: """
      Says of each operation what, when, where, how sure, the losses as ranges, and who reports it, \
      in Arabic or in English.

      Examples:
        makan report maps/operations.geojson --governorate "دير الزور" --lang ar
        makan report maps --governorate SY07 --format html > idleb.html
        cat maps/operations.geojson | makan report - --format csv
      """)

  @Argument(
    help: ArgumentHelp(
      "An operations.geojson, a map folder, or - for standard input.", valueName: "file"),
    completion: .file(extensions: ["geojson"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      "Only this one, by p-code or name: SY09, Idleb. (default: all)", valueName: "governorate"))
  var governorate: String?

  @Option(
    help: ArgumentHelp("The form of the report.", valueName: "format"))
  var format = GovernorateReport.Format.text

  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp("The language of text, markdown and html.", valueName: "lang"))
  var language = Language.english

  func run() throws {
    var unit: AdminUnit?
    if let governorate {
      let gazetteer = try Gazetteer.bundled()
      unit = gazetteer.governorate(governorate)
      if unit == nil {
        let known = gazetteer.governorates.map { "\($0.code) \($0.nameEnglish)" }
        throw Complaint(
          .usage,
          "'\(governorate)' is no governorate; give one of \(known.joined(separator: ", "))")
      }
    }
    let report = GovernorateReport(try MapFile.operations(in: file), governorate: unit)
    try StandardOutput.write(report.rendered(as: format, words: .bundled(), language: language))
  }
}
