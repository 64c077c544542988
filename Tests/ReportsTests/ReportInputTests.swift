import Foundation
import JSONText
import Reports
import TestSupport
import Testing

struct ReportInputTests {
  /// Everything that arguments give, in order.
  private func all(
    _ arguments: [String], longest: Int = ReportInput.longestReport, blockSize: Int = 1 << 20,
    published: CalendarDay? = nil
  ) -> (reports: [Report], issues: [InputIssue], blocks: Int) {
    var reports: [Report] = []
    var issues: [InputIssue] = []
    var blocks = 0
    for block in ReportInput(
      arguments, published: published, longest: longest, blockSize: blockSize)
    {
      let batch = block.batch()
      #expect(batch.number == blocks)
      blocks += 1
      reports += batch.reports
      issues += batch.issues
    }
    return (reports, issues, blocks)
  }

  @Test func `a folder gives its reports in the order of their paths`() throws {
    let folder = try TemporaryFolder()
    for name in [
      "b.txt", "a/z.md", "a/b.text", "A.TXT", "c.jsonl", ".hidden.txt", ".git/x.txt", "notes.pdf",
      "README.md",
    ] {
      try folder.write(
        name.hasSuffix("jsonl") ? "{\"text\":\"one\"}\n\n{\"text\":\"three\"}" : name, to: name)
    }
    let (reports, issues, _) = all([folder.path + "/"])
    #expect(issues.isEmpty)
    #expect(reports.map(\.id) == ["A", "b", "z", "b", "c-1", "c-3"])
    #expect(reports[1].text == Array("a/b.text".utf8))
    // Named itself, a file is read whatever it is called.
    #expect(all([folder.path + "/README.md"]).reports.map(\.id) == ["README"])
  }

  @Test func `a file that is named twice is read once`() throws {
    let folder = try TemporaryFolder()
    let a = try folder.write("x", to: "a.txt")
    let b = try folder.write("y", to: "b.txt")
    #expect(all([b, folder.path, "\(folder.path)/./a.txt"]).reports.map(\.id) == ["b", "a"])
    #expect(all([a, b]).reports.map(\.id) == ["a", "b"])
  }

  @Test func `a folder that links to itself comes to an end`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "in/a.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/in/again", withDestinationPath: folder.path)
    #expect(all([folder.path]).reports.map(\.id) == ["a"])
  }

  @Test func `each bad input is named, and the good ones are read`() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write("نص", to: "good.txt")
    try folder.write("", to: "empty.txt")
    try folder.write([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1], to: "binary.txt")
    try folder.write([0xC7, 0xE1, 0xE1, 0xCB, 0xE6, 0xD1, 0xC9], to: "windows.txt")
    try folder.write([UInt8](repeating: 0x61, count: 50_000_000), to: "long.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/nowhere.txt", withDestinationPath: folder.path + "/gone.txt")
    try folder.write("", to: "empty.jsonl")
    try folder.write([0x1F, 0x8B, 8, 0, 0, 0xFF], to: "packed.jsonl")
    try folder.write("[\n  {\"text\": \"x\"}\n]\n", to: "array.json")
    try folder.write("{\n  \"text\": \"x\"\n}\n", to: "pretty.json")
    try folder.write(
      Array("{\"text\":\"".utf8) + [UInt8](repeating: 0x61, count: 50_000_000), to: "long.ndjson")
    let (reports, issues, _) = all([folder.path, "\(folder.path)/missing.txt", good])
    #expect(reports.map(\.id) == ["good"])
    let lines = issues.map { $0.description.replacingOccurrences(of: folder.path + "/", with: "") }
    #expect(
      lines
        == [
          "array.json: is a JSON array over several lines, not JSON lines; convert it: jq -c '.[]'",
          "binary.txt: is not text: a zero byte stands at byte 4",
          "empty.jsonl: is empty",
          "empty.txt: is empty",
          "long.ndjson:1: the line is longer than 16 MB, too long for one report; split it into one report per file or per line of JSON lines",
          "long.txt: the text is longer than 16 MB, too long for one report; split it into one report per file or per line of JSON lines",
          "nowhere.txt: no such file or folder; `-` reads standard input",
          "packed.jsonl: is not text: expected JSON lines, one object a line",
          "pretty.json: is one JSON object over several lines, not JSON lines; convert it: jq -c .",
          "windows.txt:1: is not UTF-8: byte 0 is 0xC7; if it is Windows Arabic, convert it: iconv -f WINDOWS-1256 -t UTF-8",
          "missing.txt: no such file or folder; `-` reads standard input",
        ].sorted(by: { a, b in
          a.hasPrefix("missing")
            ? false : b.hasPrefix("missing") ? true : a.utf8.lexicographicallyPrecedes(b.utf8)
        }))
    #expect(issues.map(\.exitCode).max() == 66)
  }

  @Test func `a file that may not be read, and one that fails, say so`() throws {
    if geteuid() != 0 {
      let folder = try TemporaryFolder()
      let path = try folder.write("x", to: "locked.txt")
      chmod(path, 0)
      let issues = all([path]).issues
      #expect(issues.map(\.kind) == [.noInput])
      #expect(issues.first?.reason == "may not be read: permission denied")
    }
    #if os(Linux)
      // The memory of a process cannot be read at its beginning.
      for path in ["/proc/self/mem"] {
        let issues = all([path]).issues
        #expect(issues.map(\.kind) == [.ioError])
        #expect(issues.first?.path == path)
      }
    #endif
  }

  @Test func `a folder without reports is no input`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "notes.pdf")
    let issues = all([folder.path]).issues
    #expect(issues.map(\.kind) == [.noInput])
    #expect(issues.first?.reason == "holds no reports (.txt .md .text .jsonl .ndjson .json)")
  }

  @Test func `a bad line is named with its number and stops nothing`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      {"id":"a","text":"x","broken
      {"id":"b","text":"x"}

      nonsense
      {"id":"c"}
      {"id":"d","text":"x"}
      """, to: "a.jsonl")
    let (reports, issues, _) = all([path])
    #expect(reports.map(\.id) == ["b", "d"])
    #expect(issues.map(\.line) == [1, 4, 5])
    #expect(issues.allSatisfy { $0.path == path && $0.kind == .badData })
  }

  @Test(arguments: [
    ("{\"text\":\"x\"}\n{\"text\":\"y\"}", ["f-1", "f-2"]),
    ("\u{FEFF}\n {\"text\":\"x\"}\n", ["f-2"]),
    ("نص {عادي}\n{\"text\":\"x\"}", ["f"]), ("[دمشق] نص", ["f"]),
  ])
  func `a file of another name is told by its first visible byte`(text: String, ids: [String])
    throws
  {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "f.dat")
    let (reports, issues, _) = all([path])
    #expect(reports.map(\.id) == ids)
    #expect(issues.isEmpty)
  }

  @Test func `blocks that are cut anywhere give the same reports`() throws {
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: 5)
    var bytes: [UInt8] = []
    for i in 0..<12 {
      switch random.int(0...7) {
      case 0: bytes += Array("\n \n".utf8)
      case 1: bytes += Array("bad line \(i)\n".utf8)
      case 2: bytes += Array("{\"text\":\"\(String(repeating: "a", count: 90))\"}\r\n".utf8)
      default:
        var json = JSONWriter()
        json.object { json in
          if random.oneIn(2) { json.member("id", "n\(i)") }
          json.member("text", "x" + random.text(random.int(0...20)))
        }
        json.newline()
        bytes += json.take()
      }
    }
    for ending in [0, 1] {
      let path = try folder.write(Array(bytes.dropLast(ending)), to: "a.jsonl")
      let whole = all([path], longest: 80)
      #expect(whole.reports.count > 4)
      #expect(whole.issues.contains { $0.reason.hasPrefix("the line is longer") })
      for size in 1...bytes.count + 1 {
        let cut = all([path], longest: 80, blockSize: size)
        #expect(cut.reports.map(\.id) == whole.reports.map(\.id))
        #expect(cut.reports.map(\.text) == whole.reports.map(\.text))
        #expect(Set(cut.issues) == Set(whole.issues) && cut.issues.count == whole.issues.count)
        #expect(cut.issues.map(\.line) == whole.issues.map(\.line))
      }
    }
  }

  @Test func `a long input is read block by block`() throws {
    let folder = try TemporaryFolder()
    var json = JSONWriter()
    for i in 0..<20_000 {
      json.object { json in
        json.member("id", "n\(i)")
        json.member("text", String(repeating: "قرية ", count: 20))
      }
      json.newline()
    }
    let path = try folder.write(json.take(), to: "long.jsonl")
    let (reports, issues, blocks) = all([path], blockSize: 1 << 16)
    #expect(issues.isEmpty)
    #expect(reports.map(\.id) == (0..<20_000).map { "n\($0)" })
    #expect(blocks > 50)
  }

  @Test func `a pipe is read like a file`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let writer = Thread {
      guard let file = FileHandle(forWritingAtPath: path) else { return }
      for i in 0..<3000 { try? file.write(contentsOf: Data("{\"text\":\"line \(i)\"}\n".utf8)) }
      try? file.close()
    }
    writer.start()
    let (reports, issues, _) = all([path])
    #expect(issues.isEmpty)
    #expect(reports.map(\.id) == (1...3000).map { "pipe-\($0)" })
  }

  @Test(arguments: 0..<30)
  func `any bytes of JSON lines are read or named`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    var bytes: [UInt8] = []
    for _ in 0..<random.int(0...30) {
      switch random.int(0...3) {
      case 0: bytes += random.bytes(random.int(0...20))
      case 1: bytes += Array("{\"text\":\"x\"}".utf8)
      default: bytes.append(0x0A)
      }
    }
    let path = try folder.write(bytes, to: "a.jsonl")
    let (reports, issues, _) = all([path], blockSize: random.int(1...50))
    #expect(!reports.isEmpty || !issues.isEmpty)
  }
}
