import Foundation
import TestSupport

/// What each figure of each set of reports must at least reach: a table that only rises.
struct Floors {
  /// A line of the table.
  struct Floor: Equatable {
    var set: String
    var figure: String
    /// In thousandths, so that nothing is lost between file and test.
    var thousandths: Int
  }

  /// How far below what was measured a floor is set, in thousandths.
  private static let room = 4
  private static let path = "\(Folder.package)/Tests/Corpus/floors.tsv"

  private var comments: [String] = []
  private var floors: [Floor] = []

  init() {
    let text = String(decoding: Folder.contents(of: Self.path) ?? [], as: UTF8.self)
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      guard !line.hasPrefix("#"), fields.count == 3, let floor = Double(fields[2]) else {
        comments.append(String(line))
        continue
      }
      floors.append(
        Floor(set: fields[0], figure: fields[1], thousandths: Int((floor * 1000).rounded())))
    }
  }

  /// Tells in a sentence each how measured figures stand below their floors; nothing when none does.
  ///
  /// With `RECORD=1` in the environment the floors are raised to a little below what was measured,
  /// and a sentence says so, so that nobody takes a recording for a test.
  func complaints(
    about set: String, _ figures: [(name: String, value: Double?)]
  ) -> [String] {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" { return [raise(set, figures)] }
    let own = floors.filter { $0.set == set }
    guard !own.isEmpty else {
      return ["\(Self.path): no floor for \(set); record it with RECORD=1"]
    }
    return own.compactMap { floor in
      guard let figure = figures.first(where: { $0.name == floor.figure }) else {
        return "\(Self.path): \(set) has no figure \(floor.figure)"
      }
      let value = figure.value ?? 0
      guard value * 1000 < Double(floor.thousandths) else { return nil }
      return "\(set), \(figure.name): \(value) is below \(Self.text(floor.thousandths))"
    }
  }

  private func raise(_ set: String, _ figures: [(name: String, value: Double?)]) -> String {
    var floors = floors
    for figure in figures {
      guard let value = figure.value else { continue }
      let new = max(0, value >= 1 ? 1000 : Int(value * 1000) - Self.room)
      if let known = floors.firstIndex(where: { $0.set == set && $0.figure == figure.name }) {
        floors[known].thousandths = max(floors[known].thousandths, new)
      } else {
        floors.append(Floor(set: set, figure: figure.name, thousandths: new))
      }
    }
    let lines =
      comments + floors.map { "\($0.set)\t\($0.figure)\t\(Self.text($0.thousandths))" }
    do {
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: Self.path))
      return "\(Self.path): recorded; run again without RECORD to compare"
    } catch {
      return "\(Self.path): cannot be recorded: \(error)"
    }
  }

  private static func text(_ thousandths: Int) -> String {
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
