import ArabicText
import Gazetteer
import Reports

/// Every name of the gazetteer by its first word, so that names which only share their start are
/// found: a name for the same name with a qualifier behind it.
struct FirstWords: Sendable {
  /// The hash of the first word without its article in the upper half, the name's number in the
  /// lower; sorted.
  private let entries: [UInt64]

  init(_ gazetteer: Gazetteer) {
    var entries: [UInt64] = []
    entries.reserveCapacity(gazetteer.names.count)
    for (number, name) in gazetteer.names.enumerated() {
      let words = Folding.words(gazetteer.nameBytes[Int(name.start)..<Int(name.end)])
      guard let first = words.first else { continue }
      entries.append(Self.hash(first.stem) << 32 | UInt64(number))
    }
    entries.sort()
    self.entries = entries
  }

  /// The places with a name that goes on where these words end, or that ends where these words go
  /// on, each with its best such name; in the order of the names.
  func places(sharingStartWith words: [[Letter]], atlas: Atlas) -> [(
    place: Int32, match: NameMatch
  )] {
    let wanted = Self.hash(words[0].stem)
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] >> 32 < wanted { low = middle + 1 } else { high = middle }
    }
    var found: [(place: Int32, match: NameMatch, cost: Int)] = []
    while low < entries.count, entries[low] >> 32 == wanted {
      let name = atlas.gazetteer.names[Int(entries[low] & 0xFFFF_FFFF)]
      low += 1
      let other = Folding.words(
        atlas.gazetteer.nameBytes[Int(name.start)..<Int(name.end)])
      guard zip(words, other).allSatisfy({ $0.stem == $1.stem }) else { continue }
      let difference = abs(words.count - other.count)
      let article = zip(words, other).contains { $0 != $1 }
      let cost = 2 * difference + (article ? 1 : 0)
      let match = NameMatch.qualifier(words: difference, article: article)
      if let last = found.indices.last, found[last].place == name.place {
        if cost < found[last].cost { found[last] = (name.place, match, cost) }
      } else {
        found.append((name.place, match, cost))
      }
    }
    return found.map { ($0.place, $0.match) }
  }

  private static func hash(_ letters: [Letter]) -> UInt64 {
    var hash = StableHash()
    hash.combine(letters)
    return hash.value >> 32
  }
}
