import ArabicText

/// The names in Arabic script, folded once for all that compares them.
package final class FoldedNames: Sendable {
  /// The letters of all names, one after the other, without anything between words.
  private let letters: [Letter]
  /// Where each word ends in `letters`.
  private let wordEnds: [Int32]
  /// Where each name's words begin in `wordEnds`; one more at the end.
  private let firstWords: [Int32]

  init(_ names: [PlaceName], of bytes: [UInt8]) {
    var letters: [Letter] = []
    var wordEnds: [Int32] = []
    var firstWords: [Int32] = [0]
    letters.reserveCapacity(names.count * 12)
    wordEnds.reserveCapacity(names.count * 2)
    firstWords.reserveCapacity(names.count + 1)
    var words = FoldedWords()
    for name in names {
      words.read(bytes[Int(name.start)..<Int(name.end)])
      let start = letters.count
      letters += words.letters
      for word in 0..<words.count { wordEnds.append(Int32(start + words[word].endIndex)) }
      firstWords.append(Int32(wordEnds.count))
    }
    self.letters = letters
    self.wordEnds = wordEnds
    self.firstWords = firstWords
  }

  /// How many names there are.
  package var count: Int { firstWords.count - 1 }

  /// The letters of a name.
  package subscript(_ name: Int) -> ArraySlice<Letter> {
    letters[end(ofWord: Int(firstWords[name]) - 1)..<end(ofWord: Int(firstWords[name + 1]) - 1)]
  }

  /// The words of a name, by their numbers among those of all names.
  package func words(of name: Int) -> Range<Int> {
    Int(firstWords[name])..<Int(firstWords[name + 1])
  }

  /// The letters of a word.
  package func letters(ofWord word: Int) -> ArraySlice<Letter> {
    letters[end(ofWord: word - 1)..<end(ofWord: word)]
  }

  private func end(ofWord word: Int) -> Int { word < 0 ? 0 : Int(wordEnds[word]) }
}
