/// The words that were met before, with all that a phrase table says of them.
///
/// Texts say the same words over and over. What a word may be, and where the phrases that begin with
/// it lead, then stands in one place of memory instead of five. A memory belongs to one table and to
/// one thread at a time.
public final class WordMemory {
  /// A word, its readings, and what they lead to: one line of a processor's cache.
  @usableFromInline
  struct Entry {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var readings = Readings()
    var count: UInt8 = 0
    /// How many senses were noted; -1 for none yet.
    @usableFromInline var senseCount: Int8 = -1
    /// Where the senses lie.
    @usableFromInline var firstSense: Int32 = 0
    /// A bit for each word that may go on with a phrase that begins with this one.
    @usableFromInline var nexts: UInt32 = 0
    /// The bits of the word itself, where it goes on with another's phrase.
    @usableFromInline var bits: UInt32 = 0
    /// The node of the one reading that a phrase goes on from; -1 where there are several.
    @usableFromInline var node: Int32 = -1
  }

  /// What a word says where no phrase of several words begins with it: a payload of the table, and the
  /// clitics before it.
  @frozen
  public struct Sense: BitwiseCopyable, Sendable {
    public var payload: Int32
    public var clitics: Clitics

    @inlinable
    public init(payload: Int32, clitics: Clitics) {
      self.payload = payload
      self.clitics = clitics
    }
  }

  private static let size = 1 << 15
  private static let mask = size - 1
  /// An open-addressing table, emptied when it is half full.
  @usableFromInline let entries: UnsafeMutablePointer<Entry>
  private var filled = 0
  /// Used by one thread at a time, as everything here.
  @exclusivity(unchecked)
  @usableFromInline var senses = PlainList<Sense>(capacity: 1 << 12)

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
    senses.cut(to: 0)
  }

  /// The index of a word's entry; -1 when there is no room for it.
  @inline(__always)
  func index(
    of word: WordKey, _ vocabulary: Vocabulary.Cells, _ table: PhraseTable.Cells
  ) -> Int32 {
    var i = Int(truncatingIfNeeded: word.hash) & Self.mask
    while true {
      if entries[i].low == word.low, entries[i].high == word.high,
        entries[i].count == UInt8(truncatingIfNeeded: word.count)
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
    var entry = Entry(
      low: word.low, high: word.high, readings: readings, count: UInt8(word.count))
    for r in 0..<Int(readings.count) {
      let reading = readings[r]
      if reading.clitics.isEmpty { entry.bits |= PhraseTable.Node.bit(of: reading.word) }
      let root = table.root(reading.word)
      // Nothing goes on behind a pronoun.
      guard root >= 0, !reading.clitics.contains(.pronoun), table.node(root).goesOn else {
        continue
      }
      entry.node = entry.nexts == 0 ? root : -1
      entry.nexts |= table.node(root).nextBits
    }
    entries[i] = entry
    return Int32(i)
  }

  // MARK: Senses

  /// What was noted of a word; nil where nothing was.
  @inlinable @inline(__always)
  public func senses(of token: Token) -> Range<Int>? {
    let entry = entries + Int(token.entry)
    guard entry.pointee.senseCount >= 0 else { return nil }
    let first = Int(entry.pointee.firstSense)
    return first..<first + Int(entry.pointee.senseCount)
  }

  @inlinable
  public subscript(_ sense: Int) -> Sense {
    @inline(__always) get { senses[sense] }
  }

  /// Notes one more thing that a word says, to be told where it is met again.
  ///
  /// - Parameter count: How many things were noted of it right before; none tells that it says nothing.
  public func note(_ sense: Sense?, of token: Token, behind count: Int) {
    guard count < Int(Int8.max) else { return }
    let entry = entries + Int(token.entry)
    if count == 0 { entry.pointee.firstSense = Int32(senses.count) }
    entry.pointee.senseCount = Int8(count)
    guard let sense else { return }
    senses.append(sense)
    entry.pointee.senseCount += 1
  }

  /// Whether a phrase may begin with a token and go on with another; both must be in the memory.
  @inlinable @inline(__always)
  public func mayGoOn(from token: Token, to next: Token, _ table: PhraseTable.Cells) -> Bool {
    let entry = entries + Int(token.entry)
    guard entry.pointee.nexts & entries[Int(next.entry)].bits != 0 else { return false }
    return entry.pointee.node < 0 || table.mayStep(from: entry.pointee.node, by: next.readings)
  }
}

extension PhraseTable.Cells {
  /// Whether one of a token's words may go on with a phrase, as far as the filter of edges tells.
  @usableFromInline
  func mayStep(from node: Int32, by readings: Readings) -> Bool {
    for r in 0..<Int(readings.count) where readings[r].clitics.isEmpty {
      let place = PhraseTable.filterBit(PhraseTable.key(node, readings[r].word))
      if edgeFilter[place.word] & place.bit != 0 { return true }
    }
    return false
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
  @inlinable @inline(__always)
  public func rootNode(_ word: Int32) -> PhraseTable.Root {
    let number = root(word)
    return number < 0 ? .none : PhraseTable.Root(number: number, node: node(number))
  }
}
