import ArabicText
import Foundation
import Makan

/// Names of the gazetteer as folded words, each once, in a fixed order.
func foldedNames(_ gazetteer: Gazetteer) -> [[[Letter]]] {
  var seen: Set<[[Letter]]> = []
  var names: [[[Letter]]] = []
  for name in gazetteer.names {
    let words = Folding.words(gazetteer.nameBytes[Int(name.start)..<Int(name.end)])
    guard !words.isEmpty, seen.insert(words).inserted else { continue }
    names.append(words)
  }
  return names
}

/// Words with a blank before, between and behind them: how peers that match bytes are given whole
/// words.
func line(of words: [[Letter]]) -> String {
  words.reduce(into: " ") { $0 += Folding.text($1) + " " }
}

/// Writes names and texts for matching: both folded, a name or a report a line.
func writeFolded(names: String, texts: String, reports: [Report], gazetteer: Gazetteer) throws {
  let lines = foldedNames(gazetteer).map { line(of: $0) }.joined(separator: "\n")
  try Data(lines.utf8).write(to: URL(filePath: names))
  var bytes: [UInt8] = []
  for report in reports {
    bytes += Array((line(of: Folding.words(report.text[...])) + "\n").utf8)
  }
  try Data(bytes).write(to: URL(filePath: texts))
}

/// Finds all names in a text at all words, also those inside longer ones.
struct NameMatching {
  private var table: PhraseTable
  /// The length of each name in bytes, as peers count it.
  private var lengths: [Int] = []

  /// Builds the automaton of names that stand a line each.
  init(names: [UInt8]) {
    table = PhraseTable(capacity: 1 << 16)
    var words = FoldedWords()
    for line in names.split(separator: 0x0A) {
      words.read(line)
      table.insert((0..<words.count).map { words[$0] }, payload: Int32(lengths.count))
      lengths.append(line.count)
    }
    table.freeze()
  }

  /// Counts the matches, and the bytes that they hold with the blanks around them.
  func matches(in text: [UInt8]) -> (hits: Int, bytes: Int) {
    var hits = 0
    var bytes = 0
    var words = FoldedWords()
    var start = 0
    lengths.withUnsafeBufferPointer { lengths in
      while start < text.count {
        let end = text[start...].firstIndex(of: 0x0A) ?? text.count
        words.read(text[start..<end])
        start = end + 1
        table.forEachPhrase(in: words) { _, names in
          for name in names {
            hits += 1
            bytes += lengths[Int(name)]
          }
        }
      }
    }
    return (hits, bytes)
  }
}
