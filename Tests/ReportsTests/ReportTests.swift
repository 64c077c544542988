import Reports
import TestSupport
import Testing

struct ReportTests {
  @Test(arguments: 0..<60)
  func `offsets agree with the standard library's UTF-16 view`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let text = random.text(random.int(0...400))
    let report = Report(id: "x", text: text)
    var bytes: [Int] = []
    var units: [Int] = []
    for i in text.unicodeScalars.indices + [text.endIndex] {
      bytes.append(text.utf8.distance(from: text.startIndex, to: i))
      units.append(text.utf16.distance(from: text.startIndex, to: i))
    }
    var ranges: [TextRange] = []
    var expected: [TextRange] = []
    for _ in 0..<20 {
      let a = random.int(0...bytes.count - 1)
      let b = random.int(a...bytes.count - 1)
      ranges.append(TextRange(bytes[a], bytes[b]))
      expected.append(TextRange(units[a], units[b]))
    }
    #expect(report.utf16Offsets(of: ranges) == expected)
    #expect(report.utf16Offsets(of: []).isEmpty)
  }

  @Test func `a range gives its words`() {
    let report = Report(id: "x", text: "في قرية أطمة")
    #expect(report[TextRange(5, 13)] == "قرية")
    #expect(report.utf16Offsets(of: [TextRange(5, 13)]) == [TextRange(3, 7)])
  }

  @Test func `the content's hash is the text's alone`() {
    let a = Report(id: "a", text: "نص")
    #expect(a.contentHash == Report(id: "b", title: "t", text: Array("نص".utf8)).contentHash)
    #expect(a.contentHash != Report(id: "a", text: "نص ").contentHash)
  }
}

struct StableHashTests {
  private func hash(_ fields: [String]) -> StableHash {
    var hash = StableHash()
    for field in fields { hash.combine(field) }
    return hash
  }

  /// Ids that have been published must not change: these values are for ever.
  @Test(arguments: [
    ([], "e9e0033e3badaf36"), ([""], "b28c6e0eba65e3ec"), (["a"], "5f63e2fc63d063e3"),
    (["abcdefgh"], "b56c25c61bdff32c"),
    (["قرية أطمة", "2025-10-08"], "1ed8add28239a5a3"),
  ])
  func `hashes stay what they were`(fields: [String], hex: String) {
    #expect(hash(fields).hex == hex)
  }

  @Test func `fields are told apart`() {
    let hashes = [
      [], [""], ["", ""], ["ab", "c"], ["a", "bc"], ["abc"], ["abc\0"], ["abc", ""],
    ].map(hash)
    #expect(Set(hashes).count == hashes.count)
    var number = StableHash()
    number.combine(0)
    #expect(!hashes.contains(number))
  }

  @Test func `a million neighbours do not meet, and each bit turns half of the others`() {
    var seen: Set<UInt64> = []
    var flips = 0
    for i in 0..<1_000_000 {
      var hash = StableHash()
      hash.combine(i)
      seen.insert(hash.value)
      if i < 1000 {
        var neighbour = StableHash()
        neighbour.combine(i ^ 1 << (i % 60))
        flips += (hash.value ^ neighbour.value).nonzeroBitCount
      }
    }
    #expect(seen.count == 1_000_000)
    #expect((31_000...33_000).contains(flips))
  }
}
