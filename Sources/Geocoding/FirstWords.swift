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
  /// The words of all names, and where each name's begin; one more at the end.
  private let words: [Word]
  private let starts: [Int32]

  /// A word by the hash of its stem, and whether it has the article.
  private struct Word: Equatable {
    var stem: UInt64
    var isDefinite: Bool

    init(_ letters: ArraySlice<Letter>) {
      isDefinite = letters.isDefinite
      var hash = StableHash()
      letters.dropFirst(isDefinite ? 2 : 0).withUnsafeBufferPointer { hash.combine($0) }
      stem = hash.value
    }

    /// What names are filed under by the word.
    var key: UInt64 { stem >> 32 }
  }

  init(_ gazetteer: Gazetteer) {
    var entries: [UInt64] = []
    var endings: [UInt64] = []
    var words: [Word] = []
    var starts: [Int32] = [0]
    entries.reserveCapacity(gazetteer.names.count)
    words.reserveCapacity(2 * gazetteer.names.count)
    starts.reserveCapacity(gazetteer.names.count + 1)
    var folded = FoldedWords()
    for (number, name) in gazetteer.names.enumerated() {
      folded.read(gazetteer.nameBytes[Int(name.start)..<Int(name.end)])
      let first = words.count
      for i in 0..<folded.count { words.append(Word(folded[i])) }
      starts.append(Int32(words.count))
      guard first < words.count else { continue }
      entries.append(words[first].key << 32 | UInt64(number))
      if first + 1 < words.count {
        endings.append(words[words.count - 1].key << 32 | UInt64(number))
      }
    }
    entries.sort()
    endings.sort()
    self.entries = entries
    self.endings = endings
    self.words = words
    self.starts = starts
  }

  /// The places with a name that goes on where these words end, or that ends where these words go
  /// on, each with its best such name; in the order of the names.
  func places(sharingStartWith letters: [[Letter]], atlas: Atlas) -> [(
    place: Int32, match: NameMatch
  )] {
    let wanted = letters.map { Word($0[...]) }
    var found: [(place: Int32, match: NameMatch, cost: Int)] = []
    forEachNumber(under: wanted[0], in: entries) { number in
      let first = Int(starts[number])
      let count = Int(starts[number + 1]) - first
      let shared = min(count, wanted.count)
      var article = false
      for i in 0..<shared {
        if wanted[i].stem != words[first + i].stem { return }
        if wanted[i].isDefinite != words[first + i].isDefinite { article = true }
      }
      let difference = abs(wanted.count - count)
      let cost = 2 * difference + (article ? 1 : 0)
      let place = atlas.gazetteer.names[number].place
      let match = NameMatch.qualifier(words: Int16(difference), article: article)
      if let last = found.indices.last, found[last].place == place {
        if cost < found[last].cost { found[last] = (place, match, cost) }
      } else {
        found.append((place, match, cost))
      }
    }
    return found.map { ($0.place, $0.match) }
  }

  /// The places with a main name that ends in these words, each with how many words stand before
  /// them; in the order of the names.
  func places(endingIn letters: [[Letter]], atlas: Atlas) -> [(place: Int32, match: NameMatch)] {
    let wanted = letters.map { Word($0[...]) }
    var found: [(place: Int32, match: NameMatch)] = []
    forEachNumber(under: wanted[wanted.count - 1], in: endings) { number in
      let name = atlas.gazetteer.names[number]
      guard name.kind == .main || name.kind == .alias else { return }
      let all = words[Int(starts[number])..<Int(starts[number + 1])]
      guard all.count > wanted.count,
        zip(wanted, all.suffix(wanted.count)).allSatisfy({ $0.stem == $1.stem })
      else { return }
      found.append(
        (name.place, .qualifier(words: Int16(all.count - wanted.count), article: true)))
    }
    return found
  }

  /// Calls a body with the numbers of the names that are filed under a word.
  private func forEachNumber(under word: Word, in entries: [UInt64], _ body: (Int) -> Void) {
    let wanted = word.key
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] >> 32 < wanted { low = middle + 1 } else { high = middle }
    }
    while low < entries.count, entries[low] >> 32 == wanted {
      body(Int(entries[low] & 0xFFFF_FFFF))
      low += 1
    }
  }
}
