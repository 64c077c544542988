import ArabicText

/// The words that some texts may be read as: each is spelled with letters of one word of theirs, and with
/// those that a reading puts in the place of others.
///
/// It may hold words that no reading finds, but never lacks one.
struct PossibleWords {
  /// The letters of each word of the texts, one bit each, which letters far apart in code share.
  private let words: [UInt64]

  /// What a hamza is sought on or behind, the article behind a preposition, and a ta marbuta before a
  /// pronoun: the letters that readings put in.
  private static let putIn: [Letter] = [.hamza, .waw, .alef, .heh]

  /// Takes the words of texts, cut at nothing but blanks.
  init(of texts: [String]) {
    words = texts.flatMap { $0.split(whereSeparator: \.isWhitespace) }.map { word in
      Self.letters(of: (Folding.folded(word) + Self.putIn)[...])
    }
  }

  func contains(_ word: ArraySlice<Letter>) -> Bool {
    let letters = Self.letters(of: word)
    return words.contains { letters & ~$0 == 0 }
  }

  private static func letters(of word: ArraySlice<Letter>) -> UInt64 {
    word.withUnsafeBufferPointer { letters in
      var bits: UInt64 = 0
      for letter in letters { bits |= 1 << UInt64(letter & 63) }
      return bits
    }
  }
}
