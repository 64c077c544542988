import ArabicText
import Gazetteer
import Reports

/// Every name of the gazetteer by its first and by its last word, so that names which only share
/// their start or their end are found: a name for the same name with a qualifier behind it, or with
/// a noun before it ("القاطرجي" for "كرم القاطرجي").
struct FirstWords: Sendable {
  /// The hash of the first word without its article in the upper half, the name's number in the
  /// lower; sorted.
  private let entries: [UInt64]
  /// The same by the last word, of names of several.
  private let endings: [UInt64]

  init(_ gazetteer: Gazetteer) {
    var entries: [UInt64] = []
    var endings: [UInt64] = []
    entries.reserveCapacity(gazetteer.names.count)
    for (number, name) in gazetteer.names.enumerated() {
      let words = Folding.words(gazetteer.nameBytes[Int(name.start)..<Int(name.end)])
      guard let first = words.first else { continue }
      entries.append(Self.hash(first.stem) << 32 | UInt64(number))
      if words.count > 1, let last = words.last {
        endings.append(Self.hash(last.stem) << 32 | UInt64(number))
      }
    }
    entries.sort()
    endings.sort()
    self.entries = entries
    self.endings = endings
  }

  /// The places with a name that goes on where these words end, or that ends where these words go
  /// on, each with its best such name; in the order of the names.
  func places(sharingStartWith words: [[Letter]], atlas: Atlas) -> [(
    place: Int32, match: NameMatch
  )] {
    var found: [(place: Int32, match: NameMatch, cost: Int)] = []
    for number in Self.numbers(under: words[0], in: entries) {
      let name = atlas.gazetteer.names[number]
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

  /// The places with a main name that ends in these words, each with how many words stand before
  /// them; in the order of the names.
  func places(endingIn words: [[Letter]], atlas: Atlas) -> [(place: Int32, match: NameMatch)] {
    Self.numbers(under: words[words.count - 1], in: endings).compactMap { number in
      let name = atlas.gazetteer.names[number]
      guard name.kind == .main || name.kind == .alias else { return nil }
      let other = Folding.words(atlas.gazetteer.nameBytes[Int(name.start)..<Int(name.end)])
      guard other.count > words.count,
        zip(words, other.suffix(words.count)).allSatisfy({ $0.stem == $1.stem })
      else { return nil }
      return (name.place, .qualifier(words: other.count - words.count, article: true))
    }
  }

  /// The numbers of the names that are filed under a word.
  private static func numbers(under word: [Letter], in entries: [UInt64]) -> [Int] {
    let wanted = hash(word.stem)
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] >> 32 < wanted { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < entries.count, entries[end] >> 32 == wanted { end += 1 }
    return entries[low..<end].map { Int($0 & 0xFFFF_FFFF) }
  }

  private static func hash(_ letters: [Letter]) -> UInt64 {
    var hash = StableHash()
    hash.combine(letters)
    return hash.value >> 32
  }
}
