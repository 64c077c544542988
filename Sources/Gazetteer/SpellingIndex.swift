import ArabicText

/// The names in one script by their folded spelling, without spaces: كفر نبل and كفرنبل are one.
final class SpellingIndex: Sendable {
  private let numbers: HashedNumbers
  /// A mark of each name's folded spelling: the same for the same letters, and mostly another for
  /// others.
  let marks: [UInt32]

  init(_ names: [PlaceName], of gazetteer: Gazetteer) {
    var numbers = HashedNumbers(count: names.count)
    var marks: [UInt32] = []
    marks.reserveCapacity(names.count)
    var words = FoldedWords()
    for (number, name) in names.enumerated() {
      words.read(gazetteer.nameBytes[Int(name.start)..<Int(name.end)])
      numbers.add(number, under: words.letters)
      marks.append(UInt32(LetterHash(words.letters).folded))
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
    arabicSpellings.value { SpellingIndex(names, of: self) }.marks
  }

  /// The mark of folded letters without spaces, as names have it.
  package static func spellingMark(of letters: [Letter]) -> UInt32 {
    UInt32(LetterHash(letters[...]).folded)
  }

  /// The names with exactly these folded letters, in their order.
  func names(spelled letters: [Letter]) -> [PlaceName] {
    let isArabic = letters.contains { $0.isArabicLetter }
    let index =
      isArabic
      ? arabicSpellings.value { SpellingIndex(names, of: self) }
      : latinSpellings.value { SpellingIndex(latinNames, of: self) }
    let list = isArabic ? names : latinNames
    var found: [PlaceName] = []
    index.visit(letters) { number in
      if folded(list[number]) == letters { found.append(list[number]) }
    }
    return found
  }

  /// The name's letters, folded, without spaces.
  package func folded(_ name: PlaceName) -> [Letter] {
    Folding.folded(nameBytes[Int(name.start)..<Int(name.end)])
  }
}
