import TestSupport
import Testing

@Suite(.enabled(if: MakanProgram.path != nil)) struct HelpTests {
  @Test(arguments: [
    [], ["map"], ["extract"], ["explain"], ["geocode"], ["near"], ["report"], ["evaluate"],
    ["gazetteer"],
    ["gazetteer", "search"], ["gazetteer", "info"], ["gazetteer", "check"],
    ["gazetteer", "build"],
  ])
  func `help is what it was`(command: [String]) throws {
    let result = try MakanProgram.run(command + ["--help"])
    #expect(result.status == 0)
    #expect(result.talk == "")
    let name = (["makan"] + command).joined(separator: "-")
    #expect(
      GoldenFile("Tests/CommandTests/Golden/\(name).txt").difference(from: result.output) == nil)
    #expect(result.text.contains("Examples:"))
    // The examples fit on a line, so that they can be copied.
    for line in result.lines { #expect(line.count <= 80, "\(line)") }
  }

  @Test func `the version is told`() throws {
    let result = try MakanProgram.run(["--version"])
    #expect(result.status == 0)
    #expect(result.text.hasPrefix("makan "))
  }

  @Test func `an unknown command is a wrong command line`() throws {
    let result = try MakanProgram.run(["mop"])
    #expect(result.status == 64)
    #expect(result.talk.contains("mop"))
    #expect(result.text == "")
  }
}
