import Foundation
import TestSupport

/// The built program, run as a user runs it.
struct MakanProgram {
  /// What a run left behind.
  struct Result {
    var status: Int32
    var output: [UInt8]
    var talk: String

    var text: String { String(decoding: output, as: UTF8.self) }
    /// The lines of the output.
    var lines: [Substring] { text.split(separator: "\n") }
  }

  /// The release build's program, or nil where it has not been built.
  static let path: String? = {
    let path = Folder.package + "/.build/release/makan"
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - arguments: What stands behind `makan`.
  ///   - input: What it reads from standard input.
  ///   - environment: Variables beside an otherwise empty environment.
  ///   - folder: The working directory; the package's root unless given.
  static func run(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:],
    in folder: String = Folder.package, program: String? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: program ?? path ?? "")
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "COLUMNS": "80"].merging(environment) { $1 }
    process.currentDirectoryURL = URL(filePath: folder)
    // Files instead of pipes: no writer waits for its reader.
    let files = try TemporaryFolder()
    let output = try files.write([], to: "output")
    let talk = try files.write([], to: "talk")
    let source = try files.write(input, to: "input")
    process.standardInput = FileHandle(forReadingAtPath: source)
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: talk)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationReason == .exit
        ? process.terminationStatus : -process.terminationStatus,
      output: Folder.contents(of: output) ?? [],
      talk: String(decoding: Folder.contents(of: talk) ?? [], as: UTF8.self))
  }
}
