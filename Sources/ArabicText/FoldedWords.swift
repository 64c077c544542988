/// The folded words of one text after the other, in room that is used again.
///
/// ```swift
/// var words = FoldedWords()
/// words.read(Array("دير الزّور".utf8)[...])
/// words.count  // 2
/// words[1]     // the letters of الزور
/// ```
public struct FoldedWords: Sendable {
  /// The letters of all words, without anything between them, and room for a key behind them.
  private var room: [Letter] = []
  /// Where each word ends in `room`.
  private var ends: [Int] = []

  public init() {}

  /// How many words there are.
  public var count: Int { ends.count }

  /// The letters of all words, without anything between them.
  public var letters: ArraySlice<Letter> { room[..<(ends.last ?? 0)] }

  /// The letters of a word.
  public subscript(_ word: Int) -> ArraySlice<Letter> { room[range(of: word)] }

  private func range(of word: Int) -> Range<Int> {
    (word == 0 ? 0 : ends[word - 1])..<ends[word]
  }

  /// Hands the letters of a word to a body; at least sixteen bytes can be read from its first on.
  @inline(__always)
  func withWord<Result>(
    _ word: Int, _ body: (UnsafeBufferPointer<Letter>) -> Result
  ) -> Result {
    room.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(of: word)])) }
  }

  /// Folds another text into words, cut at everything that is no letter or digit.
  public mutating func read(_ utf8: ArraySlice<UInt8>) {
    ends.removeAll(keepingCapacity: true)
    // No scalar folds to more letters than it has bytes, but for ligatures: four for three bytes.
    let size = utf8.count + utf8.count / 3 + WordKey.capacity
    if room.count < size { room = Array(repeating: 0, count: size * 2) }
    utf8.withUnsafeBufferPointer { bytes in
      room.withUnsafeMutableBufferPointer { room in
        Folding.withTables { tables in Self.read(bytes, tables, into: room.baseAddress!, &ends) }
      }
    }
  }

  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ tables: Folding.Tables,
    into letters: UnsafeMutablePointer<Letter>, _ ends: inout [Int]
  ) {
    var count = 0
    var start = 0
    var i = 0
    while i < bytes.count {
      if count == start || letters[count - 1].isArabicLetter {
        i = tables.foldRun(bytes, from: i, into: letters, &count)
        if i == bytes.count { break }
      }
      let scalar = Scalar.next(in: bytes, at: i)
      i += scalar.length
      let letter = tables.fold(scalar.value)
      if letter == FoldedScalar.mark { continue }
      if count > start,
        letter == FoldedScalar.none || Folding.partsWord(letters[count - 1], letter)
      {
        ends.append(count)
        start = count
      }
      guard letter != FoldedScalar.none else { continue }
      letters[count] = letter
      count += 1
      var rest = Folding.restOfLigature(scalar.value)
      while rest > 0 {
        letters[count] = Letter(truncatingIfNeeded: rest)
        count += 1
        rest >>= 8
      }
    }
    if count > start { ends.append(count) }
  }
}
