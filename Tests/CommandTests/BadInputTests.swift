import Foundation
import TestSupport
import Testing

/// Files that are no reports: the good ones beside them are read all the same.
@Suite(.enabled(if: MakanProgram.path != nil)) struct BadInputTests {
  private static let good = """
    ---
    id: good
    published: 2025-10-08
    ---
    \(String(decoding: Folder.contents(of: Folder.package + "/seeds/s1-atma.txt") ?? [], as: UTF8.self)
      .components(separatedBy: "---\n").last ?? "")
    """

  @Test func `each bad file is named with its reason and the good report is mapped`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.good, to: "in/good.txt")
    try folder.write([], to: "in/empty.txt")
    try folder.write([0x50, 0x4B, 3, 4, 0, 0, 1, 0], to: "in/binary.txt")
    try folder.write(Array("ok ".utf8) + [0xC3, 0x28], to: "in/broken.txt")
    try folder.write([UInt8](repeating: 0x61, count: 50 << 20), to: "in/endless.txt")
    try folder.write(#"{"id":"x","text":}"#, to: "in/records.jsonl")
    // A link to nowhere cannot be read by anybody, not even by root.
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/in/gone.txt", withDestinationPath: "nowhere.txt")
    let result = try MakanProgram.run(["map", folder.path + "/in", "-o", folder.path + "/out"])
    #expect(result.status == 66, "\(result.talk)")
    for (file, reason) in [
      ("empty.txt", "is empty"), ("binary.txt", "is not text"), ("broken.txt:1", "is not UTF-8"),
      ("endless.txt", "longer than"), ("gone.txt", "no such file"),
      ("records.jsonl:1", "is not JSON"),
    ] {
      let line = result.talk.split(separator: "\n").first { $0.contains("/in/\(file): ") }
      #expect(line?.contains(reason) == true, "\(file): \(result.talk)")
    }
    #expect(result.talk.contains("1 report, "))
    let map = Folder.contents(of: folder.path + "/out/operations.geojson") ?? []
    #expect(String(decoding: map, as: UTF8.self).contains("\"Feature\""))
  }

  @Test func `bad data alone exits with 65`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([], to: "empty.txt")
    let result = try MakanProgram.run(["extract", path])
    #expect(result.status == 65)
    #expect(result.talk.contains("is empty"))
    #expect(result.output.isEmpty)
  }

  @Test func `an empty folder holds no reports`() throws {
    let folder = try TemporaryFolder()
    let result = try MakanProgram.run(["map", folder.path, "-o", folder.path + "/out"])
    #expect(result.status == 66)
    #expect(result.talk.contains("holds no reports"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
  }

  @Test func `a file that may not be opened is named`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.good, to: "closed.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    // Root may open everything, so that there is nothing to see.
    if FileHandle(forReadingAtPath: path) != nil { return }
    let result = try MakanProgram.run(["extract", path])
    #expect(result.status == 66)
    #expect(result.talk.contains("permission denied"))
  }

  @Test func `a path through a file is no folder`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.good, to: "good.txt")
    let result = try MakanProgram.run(["extract", path + "/more.txt"])
    #expect(result.status == 66)
  }

  @Test func `a link to itself is told from a missing file`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/loop.txt", withDestinationPath: "loop.txt")
    let result = try MakanProgram.run(["extract", folder.path + "/loop.txt"])
    #expect(result.status == 66)
    #expect(result.talk.contains("symbolic link to itself"))
  }

  @Test func `annotations beside reports are passed over`() throws {
    let result = try MakanProgram.run(["extract", "seeds"])
    #expect(result.status == 0)
    #expect(result.talk.contains("expected.jsonl: passed over"))
    #expect(result.talk.contains("5 reports, "))
  }

  @Test func `with quiet only what could not be read is said`() throws {
    #expect(try MakanProgram.run(["extract", "seeds", "--quiet"]).talk == "")
  }
}
