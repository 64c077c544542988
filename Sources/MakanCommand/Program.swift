import ArgumentParser
import Makan

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs a command, and turns what goes wrong into a sentence and an exit code.
@main
enum Program {
  static func main() {
    LargeBlocks.giveBack()
    do {
      var command = try MakanCommand.parseAsRoot()
      try command.run()
      try StandardOutput.flush()
    } catch is ClosedPipe {
      // Whoever was reading has seen enough.
      exit(0)
    } catch let complaint as Complaint {
      try? StandardOutput.flush()
      if let message = complaint.message { Talk.say(message) }
      exit(complaint.status.rawValue)
    } catch {
      if let complaint = Complaint(about: error) {
        try? StandardOutput.flush()
        if let message = complaint.message { Talk.say(message) }
        exit(complaint.status.rawValue)
      }
      MakanCommand.exit(withError: error)
    }
  }
}

/// The command `makan` and what it can be asked.
struct MakanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "makan",
    abstract: "Put Arabic reports of military operations in Syria on the map.",
    usage: """
      makan map INPUT... [-o DIR]
      makan <command> --help
      """,
    discussion: """
      Makan reads reports, works out what each one claims happened, where, when, to whom and by \
      whom, finds the places in its own gazetteer, links the claims of one event, and writes \
      GeoJSON. It works offline, and the same input gives the same bytes.

      Results go to standard output, everything else to standard error.

      Exit status: 0 done, 64 the command line is wrong, 65 some input could not be read as reports, \
      66 some input does not exist or may not be opened, 70 an error in makan itself, 73 a file or \
      folder cannot be made, 74 reading or writing failed. What could be read is done all the same.

      Examples:
        makan map seeds -o maps
        makan extract reports.jsonl > claims.jsonl
        makan near maps/operations.geojson --place سرمدا --radius 20km
      """,
    version: "makan 0.1.0",
    subcommands: [
      MapCommand.self, ExtractCommand.self, ExplainCommand.self, GeocodeCommand.self,
      NearCommand.self,
      ReportCommand.self, EvaluateCommand.self, GazetteerCommand.self,
    ])
}
