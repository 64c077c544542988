import ArabicText
import Gazetteer
import Reports

/// Every name of the gazetteer by its first and by its last word, so that names which only share
/// their start or their end are found: a name for the same name with a qualifier behind it, or with
/// a noun before it ("القاطرجي" for "كرم القاطرجي").
final class FirstWords: Sendable {
  /// The hash of the first word without its article in the upper half, that of the second in the lower,
  /// 0 for names of one word; sorted.
  private let entries: [UInt64]
  /// The numbers of the names, in the order of `entries`.
  private let numbers: [Int32]
  /// The hash of the last word of names of several in the upper half, the name's number in the lower;
  /// sorted.
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

    /// What names are filed under by the word; never 0.
    var key: UInt64 { max(1, stem >> 32) }
  }

  init(_ gazetteer: Gazetteer) {
    var entries: [(words: UInt64, number: Int32)] = []
    var endings: [UInt64] = []
    var words: [Word] = []
    var starts: [Int32] = [0]
    entries.reserveCapacity(gazetteer.names.count)
    words.reserveCapacity(2 * gazetteer.names.count)
    starts.reserveCapacity(gazetteer.names.count + 1)
    let folded = gazetteer.foldedNames
    for number in 0..<folded.count {
      let first = words.count
      for word in folded.words(of: number) { words.append(Word(folded.letters(ofWord: word))) }
      starts.append(Int32(words.count))
      guard first < words.count else { continue }
      let second = first + 1 < words.count ? words[first + 1].key : 0
      entries.append((words[first].key << 32 | second, Int32(number)))
      if first + 1 < words.count {
        endings.append(words[words.count - 1].key << 32 | UInt64(number))
      }
    }
    entries.sort { $0.words != $1.words ? $0.words < $1.words : $0.number < $1.number }
    endings.sort()
    self.entries = entries.map(\.words)
    numbers = entries.map(\.number)
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
    each: for number in names(beginningLike: wanted) {
      let first = Int(starts[number])
      let count = Int(starts[number + 1]) - first
      let shared = min(count, wanted.count)
      var article = false
      for i in 0..<shared {
        if wanted[i].stem != words[first + i].stem { continue each }
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
    forEachNumber(endingIn: wanted[wanted.count - 1]) { number in
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

  /// The numbers of the names that begin with the first of some words and have no other, or go on with
  /// the second; ascending.
  private func names(beginningLike wanted: [Word]) -> [Int] {
    let first = wanted[0].key << 32
    var found: [Int] = []
    func collect(_ range: ClosedRange<UInt64>) {
      var position = Self.position(of: range.lowerBound, in: entries)
      while position < entries.count, entries[position] <= range.upperBound {
        found.append(Int(numbers[position]))
        position += 1
      }
    }
    if wanted.count > 1 {
      collect(first...first)
      let both = first | wanted[1].key
      collect(both...both)
    } else {
      collect(first...first | 0xFFFF_FFFF)
    }
    found.sort()
    return found
  }

  /// Calls a body with the numbers of the names that end in a word.
  private func forEachNumber(endingIn word: Word, _ body: (Int) -> Void) {
    let wanted = word.key
    var position = Self.position(of: wanted << 32, in: endings)
    while position < endings.count, endings[position] >> 32 == wanted {
      body(Int(endings[position] & 0xFFFF_FFFF))
      position += 1
    }
  }

  /// The position of the first entry that is not below a value.
  private static func position(of wanted: UInt64, in entries: [UInt64]) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
