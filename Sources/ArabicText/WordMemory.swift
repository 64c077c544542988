/// The words that were met before, with all that a phrase table says of them.
///
/// Texts say the same words over and over. What a word may be, and where the phrases that begin with
/// it lead, then stands in one place of memory instead of five. A memory belongs to one table and to
/// one thread at a time.
public final class WordMemory {
  /// A word, its readings, and what the first of them leads to: one line of a processor's cache.
  struct Entry {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var root = PhraseTable.Root.none
    var readings = Readings()
    var count: Int32 = 0
  }

  private static let size = 1 << 15
  private static let mask = size - 1
  /// An open-addressing table, emptied when it is half full.
  let entries: UnsafeMutablePointer<Entry>
  private var filled = 0

  public init() {
    entries = UnsafeMutableRawPointer.allocate(
      byteCount: Self.size * MemoryLayout<Entry>.stride, alignment: 64
    ).bindMemory(to: Entry.self, capacity: Self.size)
    entries.initialize(repeating: Entry(), count: Self.size)
  }

  deinit { UnsafeMutableRawPointer(entries).deallocate() }

  /// Forgets everything when half of the room is taken; to be called before a text.
  ///
  /// What was told of the words of one text holds until the next.
  func makeRoom() {
    guard filled > Self.size / 2 else { return }
    entries.update(repeating: Entry(), count: Self.size)
    filled = 0
  }

  /// The index of a word's entry; -1 when there is no room for it.
  @inline(__always)
  func index(
    of word: WordKey, _ vocabulary: Vocabulary.Cells, _ table: PhraseTable.Cells
  ) -> Int32 {
    var i = Int(truncatingIfNeeded: word.hash) & Self.mask
    while true {
      if entries[i].low == word.low, entries[i].high == word.high,
        entries[i].count == Int32(word.count)
      {
        return Int32(i)
      }
      if entries[i].count == 0 { return add(word, at: i, vocabulary, table) }
      i = (i + 1) & Self.mask
    }
  }

  @inline(never)
  private func add(
    _ word: WordKey, at i: Int, _ vocabulary: Vocabulary.Cells, _ table: PhraseTable.Cells
  ) -> Int32 {
    guard filled < Self.size * 7 / 8 else { return -1 }
    filled += 1
    let readings = Readings(of: word, vocabulary: vocabulary)
    entries[i] = Entry(
      low: word.low, high: word.high, root: table.rootNode(readings[0].word), readings: readings,
      count: Int32(word.count))
    return Int32(i)
  }
}

extension PhraseTable {
  /// The node that a first word leads to, and what stands there.
  @frozen
  public struct Root: BitwiseCopyable, Sendable {
    public var number: Int32
    public var node: Node

    @inlinable
    init(number: Int32, node: Node) {
      self.number = number
      self.node = node
    }

    /// What leads nowhere.
    @inlinable static var none: Root {
      Root(number: -1, node: .none)
    }
  }
}

extension PhraseTable.Cells {
  /// Where a first word leads.
  public func rootNode(_ word: Int32) -> PhraseTable.Root {
    let number = root(word)
    return number < 0 ? .none : PhraseTable.Root(number: number, node: node(number))
  }

  /// Where a reading of a token leads; the first one's place is in the memory.
  public func root(_ reading: Int, of token: Token, _ memory: WordMemory?) -> PhraseTable.Root {
    if reading == 0, let memory, token.entry >= 0 { return memory.root(at: token.entry) }
    return rootNode(token.readings[reading].word)
  }
}

extension WordMemory {
  /// Where the first reading of an entry leads.
  @usableFromInline
  func root(at entry: Int32) -> PhraseTable.Root { entries[Int(entry)].root }
}
