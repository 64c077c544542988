import Makan
import TestSupport
import Testing

@Suite struct ReadmeTests {
  /// The example of the README, line by line but for the folder that it writes.
  @Test func `the example of the README does what it says`() throws {
    let folder = try TemporaryFolder()
    var printed: [String] = []
    func print(_ type: OperationType, _ places: [String]) {
      printed.append("\(type) \(places.joined())")
    }

    // README
    let makan = try Makan()
    let report = Report(
      id: "r1", published: CalendarDay(iso: "2025-10-08"),
      text: "قصفت طائرة حربية فجر أمس بلدة سرمدا بريف إدلب الشمالي.")

    for claim in makan.claims(in: report) {
      print(claim.claim.type, claim.location?.places.map(\.nameEnglish) ?? [])
    }
    let operations = makan.operations(from: makan.claims(in: report))
    try makan.map(of: operations).write(to: folder.path + "/maps")
    // end

    #expect(printed == ["airStrike Sarmada"])
    #expect(Folder.names(in: folder.path + "/maps").contains("operations.geojson"))
  }

  @Test func `the README shows this example`() throws {
    let test = String(decoding: Folder.contents(of: #filePath) ?? [], as: UTF8.self)
    let readme = String(
      decoding: Folder.contents(of: Folder.package + "/README.md") ?? [], as: UTF8.self)
    let lines = test.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "    // README"))
    let end = try #require(lines.firstIndex(of: "    // end"))
    let shown = lines[(start + 1)..<end].map { String($0.dropFirst(4)) }
      .joined(separator: "\n")
      .replacing("folder.path + \"/maps\"", with: "\"maps\"")
    #expect(readme.contains("```swift\nimport Makan\n\n\(shown)\n```"))
  }
}
