import ArabicText

/// The names in one script by their folded spelling, without spaces: كفر نبل and كفرنبل are one.
final class SpellingIndex: Sendable {
  private let numbers: HashedNumbers
  /// A mark of each name's folded spelling: the same for the same letters, and mostly another for
  /// others.
  let marks: [UInt32]

  /// - Parameter read: Gives the folded letters of a name by its number.
  init(_ count: Int, read: (Int) -> ArraySlice<Letter>) {
    var numbers = HashedNumbers(count: count)
    var marks: [UInt32] = []
    marks.reserveCapacity(count)
    for number in 0..<count {
      let hash = LetterHash(read(number))
      numbers.add(number, under: hash)
      marks.append(UInt32(hash.folded))
    }
    self.numbers = numbers
    self.marks = marks
  }

  /// Visits those of the names whose folded spelling has the same hash, in their order.
  func visit(_ folded: [Letter], _ body: (Int) -> Void) {
    numbers.visit(LetterHash(folded[...])) { body($0) }
  }
}

/// A place that bears a name, and what kind of name that is.
public struct NamedMatch: Hashable, Sendable {
  public var place: Int32
  public var kind: PlaceName.Kind
}

extension Gazetteer {
  /// Returns the places that bear exactly this folded name, each once with its best kind of name,
  /// in the order of ids; spaces do not count.
  ///
  /// - Complexity: O(1); the first call builds the index in a few milliseconds.
  public func places(named folded: [Letter]) -> [NamedMatch] {
    let letters = folded.contains(0x20) ? folded.filter { $0 != 0x20 } : folded
    guard !letters.isEmpty else { return [] }
    var matches: [NamedMatch] = []
    for name in names(spelled: letters) {
      if let old = matches.firstIndex(where: { $0.place == name.place }) {
        if name.kind.rawValue < matches[old].kind.rawValue { matches[old].kind = name.kind }
      } else {
        matches.append(NamedMatch(place: name.place, kind: name.kind))
      }
    }
    if matches.count > 1 { matches.sort { $0.place < $1.place } }
    return matches
  }

  /// A mark of the folded spelling of each name in Arabic script: the same for the same letters, and
  /// mostly another for others.
  package var spellingMarks: [UInt32] {
    arabicSpellingIndex.marks
  }

  /// The mark of folded letters without spaces, as names have it.
  package static func spellingMark(of letters: [Letter]) -> UInt32 {
    UInt32(LetterHash(letters[...]).folded)
  }

  /// The names with exactly these folded letters, in their order.
  func names(spelled letters: [Letter]) -> [PlaceName] {
    var found: [PlaceName] = []
    if letters.contains(where: \.isArabicLetter) {
      let folded = foldedNames
      arabicSpellingIndex.visit(letters) { number in
        if folded[number].elementsEqual(letters) { found.append(names[number]) }
      }
    } else {
      latinSpellingIndex.visit(letters) { number in
        if folded(latinNames[number]) == letters { found.append(latinNames[number]) }
      }
    }
    return found
  }

  /// The name's letters, folded, without spaces.
  func folded(_ name: PlaceName) -> [Letter] {
    Folding.folded(nameBytes[Int(name.start)..<Int(name.end)])
  }

  /// The names in Arabic script, folded.
  package var foldedNames: FoldedNames { folded.value { FoldedNames(names, of: nameBytes) } }

  /// Makes what the first search for an Arabic name would make.
  package func indexSpellings() { _ = arabicSpellingIndex }

  private var arabicSpellingIndex: SpellingIndex {
    arabicSpellings.value {
      let folded = foldedNames
      return SpellingIndex(folded.count) { folded[$0] }
    }
  }

  private var latinSpellingIndex: SpellingIndex {
    latinSpellings.value {
      var words = FoldedWords()
      return SpellingIndex(latinNames.count) {
        words.read(nameBytes[Int(latinNames[$0].start)..<Int(latinNames[$0].end)])
        return words.letters
      }
    }
  }
}
