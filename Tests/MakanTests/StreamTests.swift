import Makan
import TestSupport
import Testing

@Suite struct StreamTests {
  static let makan = Result { try Makan() }

  /// JSON lines of some reports, each with a number in its id.
  private static func lines(_ count: Int) throws -> [UInt8] {
    var json = JSONWriter()
    for number in 0..<count {
      json.object { json in
        json.member("id", "r\(number)")
        json.member("published", "2025-10-08")
        json.member("text", "قصفت طائرة حربية أمس بلدة سرمدا في ريف إدلب، وقتل ثلاثة مدنيين.")
      }
      json.newline()
    }
    return json.take()
  }

  @Test(arguments: [1, 2, 5])
  func `claims come in the order of the input`(jobs: Int) throws {
    let makan = try Self.makan.get()
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.lines(500), to: "reports.jsonl")
    // Small blocks, so that there are many of them.
    let input = ReportInput([path], blockSize: 4096)
    var ids: [String] = []
    var batches = 0
    try makan.claims(in: input, jobs: jobs) { batch in
      batches += 1
      ids += batch.claims.map(\.report.id)
      #expect(batch.issues.isEmpty)
    }
    #expect(batches > 10)
    #expect(ids == (0..<500).map { "r\($0)" })
  }

  @Test func `lines hold what batches hold`() throws {
    let makan = try Self.makan.get()
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.lines(40), to: "reports.jsonl")
    var expected = JSONWriter()
    try makan.claims(in: ReportInput([path]), jobs: 2) { batch in
      for claim in batch.claims {
        ClaimRecord(claim).write(to: &expected)
        expected.newline()
      }
    }
    var lines: [UInt8] = []
    var counted = 0
    try makan.claimLines(in: ReportInput([path]), jobs: 2) { batch in
      lines += batch.lines
      counted += batch.claimCount
    }
    #expect(counted == 40)
    #expect(lines == expected.bytes)
  }

  @Test func `what the receiver throws ends the reading`() throws {
    struct Enough: Error {}
    let makan = try Self.makan.get()
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.lines(500), to: "reports.jsonl")
    var batches = 0
    #expect(throws: Enough.self) {
      try makan.claims(in: ReportInput([path], blockSize: 4096), jobs: 2) { _ in
        batches += 1
        if batches == 3 { throw Enough() }
      }
    }
    #expect(batches == 3)
  }

  @Test func `the same event in many reports is one operation`() throws {
    let makan = try Self.makan.get()
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.lines(7), to: "reports.jsonl")
    var claims: [LocatedClaim] = []
    try makan.claims(in: ReportInput([path]), jobs: 2) { claims += $0.claims }
    let operations = makan.operations(from: claims)
    #expect(operations.count == 1)
    #expect(operations.first?.claims.count == 7)
    let folderOfMap = try makan.map(of: operations)
    #expect(folderOfMap.files.map(\.path).contains("operations.geojson"))
  }
}
