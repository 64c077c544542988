import Foundation
import Gazetteer
import Testing

struct Readme {
  /// The numbers of the readme's tables by the word in their first column.
  private func counts() throws -> [String: Int] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../gazetteer/README.md")
    var counts: [String: Int] = [:]
    for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      if cells.count >= 3, let count = Int(cells[1]) { counts[cells[0]] = count }
    }
    return counts
  }

  @Test func `the readme counts the rows as they are`() throws {
    let stated = try counts()
    let statistics = gazetteer.statistics()
    for count in statistics.kinds + statistics.sources {
      #expect(stated[count.label] == count.count, "\(count.label)")
    }
  }

  @Test func `every source of the readme is one of the table`() throws {
    let names = try gazetteer.sources().map(\.name)
    #expect(Set(names).isSubset(of: Set(try counts().keys)))
  }
}
