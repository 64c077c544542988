import ArabicText

/// A name as the scorer compares it: folded words, with or without a letter prefixed to the first.
package struct ComparedName: Hashable, Sendable {
  /// The folded words.
  package var words: [[Letter]]

  package init(_ text: some StringProtocol) { words = Folding.words(text) }

  /// The letters of all words, a blank between two words.
  package var letters: [Letter] { Array(words.joined(separator: [0x20])) }

  /// The name without a prefixed و ف ب ك ل, nil when it has none; لل becomes ال.
  private var withoutPrefix: ComparedName? {
    guard let first = words.first, first.count > 3, Self.prefixes.contains(first[0]) else {
      return nil
    }
    var bare = self
    bare.words[0].removeFirst()
    if first[0] == .lam, first[1] == .lam { bare.words[0].insert(.alef, at: 0) }
    return bare
  }

  private static let prefixes: [Letter] = [.waw, .feh, .beh, .kaf, .lam]

  /// Tells whether the two are one name, one of them perhaps with a prefixed letter.
  package func matches(_ other: ComparedName) -> Bool {
    guard !words.isEmpty, !other.words.isEmpty else { return false }
    return self == other || withoutPrefix == other || self == other.withoutPrefix
  }

  /// Tells whether one of the two contains the other.
  package func containsOrIsContained(in other: ComparedName) -> Bool {
    func holds(_ whole: ComparedName, _ part: ComparedName) -> Bool {
      guard !part.words.isEmpty else { return false }
      return whole.letters.holds(part.letters)
        || part.withoutPrefix.map { whole.letters.holds($0.letters) } == true
    }
    return holds(self, other) || holds(other, self)
  }

  /// The names of a place text: its parts between ` | `.
  package static func parts(of placeText: String) -> [ComparedName] {
    placeText.split(separator: "|").map { ComparedName($0) }
  }
}

extension Array where Element: Equatable {
  /// Tells whether the elements of another array stand in this one, side by side.
  fileprivate func holds(_ part: [Element]) -> Bool {
    guard part.count <= count else { return false }
    return (0...(count - part.count)).contains { start in
      part.indices.allSatisfy { self[start + $0] == part[$0] }
    }
  }
}

/// The F1 of the words that two lists of quotations share, 0...1; each word counts as often as it
/// stands.
package func sharedWords(_ quoted: [String], _ other: [String]) -> Double {
  let a = quoted.flatMap { Folding.words($0) }
  let b = other.flatMap { Folding.words($0) }
  guard !a.isEmpty, !b.isEmpty else { return 0 }
  var left: [[Letter]: Int] = [:]
  for word in b { left[word, default: 0] += 1 }
  var shared = 0
  for word in a where left[word, default: 0] > 0 {
    left[word]! -= 1
    shared += 1
  }
  return 2 * Double(shared) / Double(a.count + b.count)
}
