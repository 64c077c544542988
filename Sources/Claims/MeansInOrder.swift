import Lexicon
import Mentions

/// What an event was carried out with, in the order of the text, each means once.
///
/// Four bits for each, so that looking at them takes no memory from elsewhere.
struct MeansInOrder: RandomAccessCollection {
  private var packed: UInt64 = 0
  private var set: UInt16 = 0
  private(set) var count = 0

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(position: Int) -> Means {
    Means(rawValue: Int16(packed >> UInt64(4 * position) & 15)) ?? .smallArms
  }

  func contains(_ means: Means) -> Bool { set & 1 << UInt16(means.rawValue) != 0 }

  /// Whether a means is named and no other.
  func isOnly(_ means: Means) -> Bool { set == 1 << UInt16(means.rawValue) }

  /// Adds a means that was not named before.
  mutating func insert(_ means: Means) {
    if contains(means) { return }
    set |= 1 << UInt16(means.rawValue)
    packed |= UInt64(means.rawValue) << UInt64(4 * count)
    count += 1
  }
}

extension ReportReading {
  /// The means named in a range of tokens.
  func means(in range: Range<Int>) -> MeansInOrder {
    var found = MeansInOrder()
    matches.forEach(.means, in: range) { match in
      if let means = match.lexeme.flatMap({ Means(rawValue: $0.value) }) { found.insert(means) }
    }
    return found
  }
}
