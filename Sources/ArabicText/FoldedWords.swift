/// The folded words of one text after the other, in room that is used again.
///
/// ```swift
/// var words = FoldedWords()
/// words.read(Array("دير الزّور".utf8)[...])
/// words.count  // 2
/// words[1]     // the letters of الزور
/// ```
public struct FoldedWords: Sendable {
  /// The letters of all words, without anything between them.
  public private(set) var letters: [Letter] = []
  /// Where each word ends in `letters`.
  private var ends: [Int] = []

  public init() {}

  /// How many words there are.
  public var count: Int { ends.count }

  /// The letters of a word.
  public subscript(_ word: Int) -> ArraySlice<Letter> {
    letters[(word == 0 ? 0 : ends[word - 1])..<ends[word]]
  }

  /// Folds another text into words, cut at everything that is no letter or digit.
  public mutating func read(_ utf8: ArraySlice<UInt8>) {
    letters.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    utf8.withUnsafeBufferPointer { bytes in
      Folding.withTables { tables in read(bytes, tables) }
    }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ tables: Folding.Tables) {
    var start = 0
    var last: Letter?
    var i = 0
    while i < bytes.count {
      let scalar = Scalar.next(in: bytes, at: i)
      i += scalar.length
      let letter = tables.fold(scalar.value)
      if let end = last, letter == FoldedScalar.none || Folding.partsWord(end, letter) {
        start = letters.count
        ends.append(start)
        last = nil
      }
      guard letter > FoldedScalar.mark else { continue }
      letters.append(letter)
      last = letter
      if letter == .lam, let second = Folding.lamAlefLigature(scalar.value) {
        letters.append(second)
        last = second
      }
    }
    if letters.count > start { ends.append(letters.count) }
  }
}
