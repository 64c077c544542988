/// Phrases of one or more vocabulary words, each with what it stands for: one automaton over all.
///
/// A trie whose edges are word numbers, in flat arrays; a phrase may have several payloads.
public struct PhraseTable: Sendable {
  public private(set) var vocabulary: Vocabulary
  /// The node that a phrase's first word leads to; -1 when no phrase begins with it.
  private var roots: [Int32] = []
  /// Edges of the deeper nodes: (node, word) to node, open addressing.
  private var edgeKeys: [UInt64]
  private var edgeNodes: [Int32]
  private var edgeCount = 0
  private var edgeMask: Int
  /// Per node: the first payload cell, or -1.
  private var firstPayload: [Int32] = []
  /// Per node: whether a longer phrase goes through it.
  private var hasEdges: [Bool] = []
  private var payloads: [Int32] = []
  private var nextPayload: [Int32] = []

  /// Makes an empty table with room for a number of phrases.
  public init(capacity: Int = 1024) {
    vocabulary = Vocabulary(capacity: capacity)
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    edgeKeys = Array(repeating: .max, count: size)
    edgeNodes = Array(repeating: -1, count: size)
    edgeMask = size - 1
    firstPayload.reserveCapacity(capacity)
    hasEdges.reserveCapacity(capacity)
    payloads.reserveCapacity(capacity)
    nextPayload.reserveCapacity(capacity)
  }

  /// Adds a phrase, given as folded words, with what it stands for.
  public mutating func insert(_ words: [[Letter]], payload: Int32) {
    insert(numbers: words.map { vocabulary.insert($0) }, payload: payload)
  }

  /// Adds a phrase, given as folded words, with what it stands for.
  public mutating func insert(_ words: borrowing FoldedWords, payload: Int32) {
    guard words.count > 0 else { return }
    var node = rootNode(vocabulary.insert(words[0]))
    for i in 1..<words.count { node = child(of: node, by: vocabulary.insert(words[i])) }
    insert(payload: payload, at: node)
  }

  /// Adds a phrase, given as ranges of a letter buffer.
  public mutating func insert(_ words: [Range<Int>], of letters: [Letter], payload: Int32) {
    insert(numbers: words.map { vocabulary.insert(letters[$0]) }, payload: payload)
  }

  /// Adds a phrase, given as word numbers of `vocabulary`.
  public mutating func insert(numbers: [Int32], payload: Int32) {
    guard let first = numbers.first else { return }
    var node = rootNode(first)
    for word in numbers.dropFirst() { node = child(of: node, by: word) }
    insert(payload: payload, at: node)
  }

  private mutating func insert(payload: Int32, at node: Int32) {
    let cell = Int32(payloads.count)
    // A payload that stands there already is not added twice.
    var i = firstPayload[Int(node)]
    var last: Int32 = -1
    while i >= 0 {
      if payloads[Int(i)] == payload { return }
      last = i
      i = nextPayload[Int(i)]
    }
    payloads.append(payload)
    nextPayload.append(-1)
    if last < 0 { firstPayload[Int(node)] = cell } else { nextPayload[Int(last)] = cell }
  }

  /// Adds a word to the vocabulary without a phrase.
  public mutating func insertWord(_ letters: some Collection<Letter>) -> Int32 {
    vocabulary.insert(letters)
  }

  private mutating func newNode() -> Int32 {
    firstPayload.append(-1)
    hasEdges.append(false)
    return Int32(firstPayload.count - 1)
  }

  private mutating func rootNode(_ word: Int32) -> Int32 {
    while roots.count <= Int(word) { roots.append(-1) }
    if roots[Int(word)] < 0 { roots[Int(word)] = newNode() }
    return roots[Int(word)]
  }

  private mutating func child(of node: Int32, by word: Int32) -> Int32 {
    let key = Self.key(node, word)
    var slot = Self.slot(key) & edgeMask
    while edgeKeys[slot] != .max {
      if edgeKeys[slot] == key { return edgeNodes[slot] }
      slot = (slot + 1) & edgeMask
    }
    let made = newNode()
    hasEdges[Int(node)] = true
    edgeKeys[slot] = key
    edgeNodes[slot] = made
    edgeCount += 1
    if edgeCount * 2 > edgeKeys.count { growEdges() }
    return made
  }

  private mutating func growEdges() {
    let (keys, nodes) = (edgeKeys, edgeNodes)
    edgeMask = keys.count * 2 - 1
    edgeKeys = Array(repeating: .max, count: edgeMask + 1)
    edgeNodes = Array(repeating: -1, count: edgeMask + 1)
    for (key, node) in zip(keys, nodes) where key != .max {
      var slot = Self.slot(key) & edgeMask
      while edgeKeys[slot] != .max { slot = (slot + 1) & edgeMask }
      edgeKeys[slot] = key
      edgeNodes[slot] = node
    }
  }

  @inline(__always)
  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 33)
  }

  // MARK: Walking

  /// The node that a first word leads to, or -1.
  @inline(__always)
  public func root(_ word: Int32) -> Int32 {
    word >= 0 && Int(word) < roots.count ? roots[Int(word)] : -1
  }

  /// The node that a further word leads to, or -1.
  @inline(__always)
  public func step(from node: Int32, by word: Int32) -> Int32 {
    guard word >= 0, hasEdges[Int(node)] else { return -1 }
    let key = Self.key(node, word)
    var slot = Self.slot(key) & edgeMask
    while true {
      let here = edgeKeys[slot]
      if here == key { return edgeNodes[slot] }
      if here == .max { return -1 }
      slot = (slot + 1) & edgeMask
    }
  }

  /// Whether a phrase ends at a node.
  @inline(__always)
  public func isEnd(_ node: Int32) -> Bool { firstPayload[Int(node)] >= 0 }

  /// Whether a longer phrase goes on from a node.
  @inline(__always)
  public func goesOn(_ node: Int32) -> Bool { hasEdges[Int(node)] }

  /// Calls a body with each payload of the phrase that ends at a node.
  @inline(__always)
  public func forEachPayload(at node: Int32, _ body: (Int32) -> Void) {
    var cell = firstPayload[Int(node)]
    while cell >= 0 {
      body(payloads[Int(cell)])
      cell = nextPayload[Int(cell)]
    }
  }
}
