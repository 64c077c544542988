/// The words that were met before, with all that a phrase table says of them.
///
/// Texts say the same words over and over. What a word may be, and where the phrases that begin with
/// it lead, then stands in one place of memory instead of five. A memory belongs to one table and to
/// one thread at a time.
public final class WordMemory {
  /// A word as it is written, and what its readings lead to: one line of a processor's cache.
  @usableFromInline
  struct Entry {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var folded = WordKey.Letters()
    /// A bit for each word that may go on with a phrase that begins with this one.
    @usableFromInline var nexts: UInt32 = 0
    /// The bit of the word itself, where it goes on with another's phrase.
    @usableFromInline var bits: UInt32 = 0
    /// The node of the one reading that a phrase goes on from; -1 where there are several.
    @usableFromInline var node: Int32 = -1
    /// The word without clitics, by which a phrase goes on; -1 for none.
    @usableFromInline var wholeWord: Int32 = -1
    /// Where the senses lie; of a word that has a single one, as most have, its payload.
    @usableFromInline var firstSense: Int32 = 0
    /// The kinds of the senses, a bit for each.
    @usableFromInline var kinds: UInt32 = 0
    /// How many senses were noted; -1 for none yet.
    @usableFromInline var senseCount: Int8 = -1
    /// The clitics of a single sense.
    @usableFromInline var senseClitics: Clitics = []
    var readingCount: UInt8 = 0
    var likelyClitics: Clitics = []
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

  @inlinable static var size: Int { 1 << 15 }
  private static var mask: Int { size - 1 }
  /// An open-addressing table, emptied when it is half full; behind it stands the entry of what is no
  /// word, which says nothing.
  @usableFromInline let entries: UnsafeMutablePointer<Entry>
  /// The readings of each entry's word; nothing where there is no word.
  @usableFromInline let readings: UnsafeMutablePointer<Readings>
  private var filled = 0
  /// Used by one thread at a time, as everything here.
  @exclusivity(unchecked)
  @usableFromInline var senses = PlainList<Sense>(capacity: 1 << 12)

  public init() {
    entries = UnsafeMutableRawPointer.allocate(
      byteCount: (Self.size + 1) * MemoryLayout<Entry>.stride, alignment: 64
    ).bindMemory(to: Entry.self, capacity: Self.size + 1)
    entries.initialize(repeating: Entry(), count: Self.size + 1)
    entries[Self.size].senseCount = 0
    readings = .allocate(capacity: Self.size)
    forgetSenses()
  }

  deinit {
    UnsafeMutableRawPointer(entries).deallocate()
    readings.deallocate()
  }

  /// Forgets everything when half of the room is taken; to be called before a text.
  ///
  /// What was told of the words of one text holds until the next.
  func makeRoom() {
    guard filled > Self.size / 2 else { return }
    entries.update(repeating: Entry(), count: Self.size)
    filled = 0
    forgetSenses()
  }

  /// Leaves two senses that are no word's, so that two can always be looked at.
  private func forgetSenses() {
    senses.cut(to: 0)
    for _ in 0..<2 { senses.append(Sense(payload: 0, clitics: [])) }
  }

  /// Where the looking for a word begins.
  @inline(__always)
  static func slot(of word: WordKey) -> Int32 { Int32(truncatingIfNeeded: word.hash) & Int32(mask) }

  /// Some letters that stand at a slot, or at any for no slot; once they are loaded, what stands
  /// there is near.
  @inline(__always)
  func lowLetters(at slot: Int32) -> UInt64 { entries[Int(slot) & Self.mask].low }

  /// The index of the entry of a word as it is written; -1 when there is no room for it.
  ///
  /// - Parameter slot: Where the looking for it begins.
  @inline(__always)
  func index(
    of word: WordKey.Letters, count: Int, from slot: Int32, _ vocabulary: Vocabulary.Cells,
    _ table: PhraseTable.Cells
  ) -> Int32 {
    var i = Int(slot)
    while true {
      // No letter is 0, so that the letters tell where a word ends.
      if entries[i].low == word.low, entries[i].high == word.high {
        return Int32(truncatingIfNeeded: i)
      }
      if entries[i].low == 0 {
        return add(WordKey(word, count: count), at: i, vocabulary, table)
      }
      i = (i + 1) & Self.mask
    }
  }

  @inline(never)
  private func add(
    _ word: WordKey, at i: Int, _ vocabulary: Vocabulary.Cells, _ table: PhraseTable.Cells
  ) -> Int32 {
    guard filled < Self.size * 7 / 8 else { return -1 }
    filled += 1
    let folded = word.folded
    let readings = Readings(of: folded, vocabulary: vocabulary)
    var entry = Entry(
      low: word.low, high: word.high, folded: folded.letters,
      wholeWord: readings.wholeWord, readingCount: readings.count)
    if readings.count > 0 { entry.likelyClitics = readings[0].clitics }
    if entry.wholeWord >= 0 { entry.bits = PhraseTable.Node.bit(of: entry.wholeWord) }
    if readings.count == 0 { entry.senseCount = 0 }
    for r in 0..<Int(readings.count) {
      let reading = readings[r]
      let root = table.root(reading.word)
      // Nothing goes on behind a pronoun.
      guard root >= 0, !reading.clitics.contains(.pronoun), table.node(root).goesOn else {
        continue
      }
      entry.node = entry.nexts == 0 ? root : -1
      entry.nexts |= table.node(root).nextBits
    }
    entries[i] = entry
    self.readings[i] = readings
    return Int32(truncatingIfNeeded: i)
  }

  // MARK: Senses

  /// What was noted of a token, which may be no word.
  @frozen
  public struct Said: BitwiseCopyable {
    /// How many things it says: at most two, or more than two where not all are here or none were
    /// looked for.
    public var count: UInt8
    /// The kinds of what it says.
    public var kinds: UInt32
    public var first: Sense
    public var second: Sense

    @inlinable
    init(count: UInt8, kinds: UInt32, first: Sense, second: Sense) {
      (self.count, self.kinds, self.first, self.second) = (count, kinds, first, second)
    }
  }

  /// What was noted of a token, looked up without a question on the way.
  @inlinable @inline(__always)
  public func said(by token: Token) -> Said {
    let entry = entries + (token.entry < 0 ? Self.size : Int(token.entry))
    let count = entry.pointee.senseCount
    let listed = count > 1 ? Int(entry.pointee.firstSense) : 0
    let own = Sense(payload: entry.pointee.firstSense, clitics: entry.pointee.senseClitics)
    let (first, second) = (senses[listed], senses[listed + 1])
    return Said(
      count: UInt8(bitPattern: count), kinds: entry.pointee.kinds,
      first: Sense(
        payload: count == 1 ? own.payload : first.payload,
        clitics: count == 1 ? own.clitics : first.clitics),
      second: second)
  }

  /// How many things were noted of a word; nil where none were looked for.
  @inlinable @inline(__always)
  public func senseCount(of token: Token) -> Int? {
    let count = Int(entries[Int(token.entry)].senseCount)
    return count < 0 ? nil : count
  }

  /// One of the things that were noted of a word.
  @inlinable @inline(__always)
  public func sense(_ i: Int, of token: Token) -> Sense {
    let entry = entries + Int(token.entry)
    return entry.pointee.senseCount == 1
      ? Sense(payload: entry.pointee.firstSense, clitics: entry.pointee.senseClitics)
      : senses[Int(entry.pointee.firstSense) + i]
  }

  /// The kinds of what was noted of a word.
  @inlinable @inline(__always)
  public func kinds(of token: Token) -> UInt32 { entries[Int(token.entry)].kinds }

  /// Notes all that a word says, to be told where it is met again.
  ///
  /// - Parameters:
  ///   - count: How many things it says.
  ///   - kinds: Any bits that tell their kinds.
  ///   - sense: Gives one of them.
  public func note(
    _ count: Int, _ kinds: UInt32, of token: Token, sense: (Int) -> Sense
  ) {
    guard count <= Int(Int8.max) else { return }
    let entry = entries + Int(token.entry)
    entry.pointee.senseCount = Int8(count)
    entry.pointee.kinds = kinds
    entry.pointee.firstSense = Int32(senses.count)
    if count == 1 {
      entry.pointee.firstSense = sense(0).payload
      entry.pointee.senseClitics = sense(0).clitics
    } else {
      for i in 0..<count { senses.append(sense(i)) }
    }
  }

  /// A number from where a phrase leads that begins with a token and goes on with another.
  ///
  /// Once it is loaded, what the phrase leads to is near. Both tokens must be in the memory.
  @inlinable @inline(__always)
  public func numbers(near table: PhraseTable.Cells, from token: Token, to next: Token) -> UInt64 {
    let node = entries[Int(token.entry)].node
    guard node >= 0 else { return firstWord(of: token) }
    let key = PhraseTable.key(node, entries[Int(next.entry)].wholeWord)
    let edge = table.edges[PhraseTable.slot(key) & table.edgeMask]
    let child = edge.key == key ? edge.node : node
    return UInt64(table.nodes[Int(node)].count) ^ UInt64(table.nodes[Int(child)].count)
  }

  /// The number of the likeliest word of a token, which stands with its other readings.
  @inlinable
  func firstWord(of token: Token) -> UInt64 {
    UInt64(UInt32(bitPattern: readings[Int(token.entry)].first.word))
  }

  /// Where the only reading of a token leads, if phrases go on from there; nil elsewhere.
  @inlinable @inline(__always)
  public func onlyRoot(of token: Token, _ table: PhraseTable.Cells) -> PhraseTable.Root? {
    guard token.isRemembered, token.readingCount == 1 else { return nil }
    let number = entries[Int(token.entry)].node
    return number < 0 ? nil : PhraseTable.Root(number: number, node: table.node(number))
  }

  /// The word that a token is without clitics; -1 where there is none.
  ///
  /// It must be in the memory.
  @inlinable @inline(__always)
  public func wholeWord(of token: Token) -> Int32 { entries[Int(token.entry)].wholeWord }

  /// Whether a phrase may begin with a token and go on with another, as far as their bits tell; both
  /// must be in the memory.
  @inlinable @inline(__always)
  public func mayGoOn(from token: Token, to next: Token) -> Bool {
    entries[Int(token.entry)].nexts & entries[Int(next.entry)].bits != 0
  }

  /// Whether a phrase may begin with a token and go on with another, as far as the filter of edges
  /// tells; to be asked where the bits say that it may.
  @inlinable @inline(__always)
  public func mayStep(from token: Token, to next: Token, _ table: PhraseTable.Cells) -> Bool {
    let node = entries[Int(token.entry)].node
    return node < 0 || table.mayStep(from: node, by: entries[Int(next.entry)].wholeWord)
  }
}

extension PhraseTable.Cells {
  /// Whether a word may go on with a phrase, as far as the filter of edges tells.
  @inlinable @inline(__always)
  func mayStep(from node: Int32, by word: Int32) -> Bool {
    let place = PhraseTable.filterBit(PhraseTable.key(node, word))
    return edgeFilter[place.word] & place.bit != 0
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
