/// Phrases of one or more vocabulary words, each with what it stands for: one automaton over all.
///
/// A trie whose edges are word numbers, in flat arrays; a phrase may have several payloads.
public struct PhraseTable: Sendable {
  public private(set) var vocabulary: Vocabulary
  /// The node that a phrase's first word leads to; -1 when no phrase begins with it.
  @usableFromInline var roots: [Int32] = []
  /// Edges of the deeper nodes: (node, word) to node, open addressing.
  @usableFromInline var edges: [Edge]
  private var edgeCount = 0
  @usableFromInline var edgeMask: Int
  /// Per node: the first payload cell, or -1.
  private var firstPayload: [Int32] = []
  /// Per node: whether a longer phrase goes through it.
  private var hasEdges: [Bool] = []
  private var payloads: [Int32] = []
  private var nextPayload: [Int32] = []
  /// The payloads, side by side for each node, once the table is frozen.
  @usableFromInline var cells: [Int32] = []
  @usableFromInline var nodes: [Node] = []
  /// A bit for each edge by its hash, once the table is frozen: most that are asked for are not there,
  /// and this is near where the edges are far.
  @usableFromInline var edgeFilter: [UInt64] = []
  @usableFromInline var isFrozen = false

  /// A node and a word, in one number, and the node that they lead to; the key is the greatest
  /// number in an empty slot.
  @frozen @usableFromInline
  struct Edge: BitwiseCopyable, Sendable {
    @usableFromInline var key: UInt64 = .max
    @usableFromInline var node: Int32 = -1

    init() {}
  }

  /// Makes an empty table with room for a number of phrases.
  public init(capacity: Int = 1024) {
    vocabulary = Vocabulary(capacity: capacity)
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    edges = Array(repeating: Edge(), count: size)
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
  public mutating func insert(_ words: [ArraySlice<Letter>], payload: Int32) {
    guard let first = words.first else { return }
    var node = rootNode(vocabulary.insert(first))
    for word in words.dropFirst() { node = child(of: node, by: vocabulary.insert(word)) }
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
    while edges[slot].key != .max {
      if edges[slot].key == key { return edges[slot].node }
      slot = (slot + 1) & edgeMask
    }
    let made = newNode()
    hasEdges[Int(node)] = true
    edges[slot].key = key
    edges[slot].node = made
    edgeCount += 1
    if edgeCount * 2 > edges.count { growEdges() }
    return made
  }

  private mutating func growEdges() {
    let old = edges
    edgeMask = old.count * 2 - 1
    edges = Array(repeating: Edge(), count: edgeMask + 1)
    for edge in old where edge.key != .max { insert(edge) }
  }

  @inlinable @inline(__always)
  static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  @inlinable @inline(__always)
  static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 33)
  }

  /// Where an edge's bit stands in the filter: its word, and its place in the word.
  @inlinable @inline(__always)
  static func filterBit(_ key: UInt64) -> (word: Int, bit: UInt64) {
    let hash = (key &* 0x9E37_79B9_7F4A_7C15) >> 44
    return (Int(truncatingIfNeeded: hash >> 6), 1 &<< (hash & 63))
  }

  // MARK: Walking

  /// Gathers each phrase's payloads side by side; to be called once, behind the last insertion.
  ///
  /// - Parameter body: May put others in the place of a phrase's payloads.
  public mutating func freeze(_ body: (inout [Int32]) -> Void = { _ in }) {
    putChildrenBehindParents()
    cells.reserveCapacity(payloads.count)
    nodes.reserveCapacity(firstPayload.count)
    var own: [Int32] = []
    for node in firstPayload.indices {
      own.removeAll(keepingCapacity: true)
      forEachPayload(at: Int32(node)) { own.append($0) }
      if !own.isEmpty { body(&own) }
      nodes.append(
        Node(
          start: own.count == 1 ? own[0] : Int32(cells.count), count: UInt16(own.count),
          followers: .none, nexts: 0))
      if own.count > 1 { for payload in own { cells.append(payload) } }
    }
    for edge in edges where edge.key != .max { nodes[Int(edge.key >> 32)].addFollower() }
    edgeFilter = Array(repeating: 0, count: 1 << 14)
    for edge in edges where edge.key != .max {
      nodes[Int(edge.key >> 32)].note(Int32(truncatingIfNeeded: edge.key))
      let place = Self.filterBit(edge.key)
      edgeFilter[place.word] |= place.bit
    }
    isFrozen = true
  }

  /// Numbers the nodes anew: each stands right before its first child, so that where there is but one
  /// nobody has to look for it.
  private mutating func putChildrenBehindParents() {
    let count = firstPayload.count
    var parents = [Int32](repeating: -1, count: count)
    for edge in edges where edge.key != .max {
      parents[Int(edge.node)] = Int32(truncatingIfNeeded: edge.key >> 32)
    }
    // Children were made behind their parents: taken from the last, each goes to the front of its
    // parent's list.
    var firstChild = [Int32](repeating: -1, count: count)
    var sibling = firstChild
    for node in stride(from: count - 1, through: 0, by: -1) where parents[node] >= 0 {
      sibling[node] = firstChild[Int(parents[node])]
      firstChild[Int(parents[node])] = Int32(node)
    }
    var numbers = [Int32](repeating: -1, count: count)
    var next: Int32 = 0
    for root in 0..<count where parents[root] < 0 {
      var node = root
      while true {
        numbers[node] = next
        next += 1
        if firstChild[node] >= 0 {
          node = Int(firstChild[node])
          continue
        }
        while sibling[node] < 0, node != root { node = Int(parents[node]) }
        if node == root { break }
        node = Int(sibling[node])
      }
    }
    for word in roots.indices where roots[word] >= 0 { roots[word] = numbers[Int(roots[word])] }
    let old = (edges: edges, payloads: firstPayload, hasEdges: hasEdges)
    for node in 0..<count {
      firstPayload[Int(numbers[node])] = old.payloads[node]
      hasEdges[Int(numbers[node])] = old.hasEdges[node]
    }
    edges = Array(repeating: Edge(), count: old.edges.count)
    for edge in old.edges where edge.key != .max {
      var moved = Edge()
      moved.key = Self.key(
        numbers[Int(edge.key >> 32)], Int32(truncatingIfNeeded: edge.key))
      moved.node = numbers[Int(edge.node)]
      insert(moved)
    }
  }

  private mutating func insert(_ edge: Edge) {
    var slot = Self.slot(edge.key) & edgeMask
    while edges[slot].key != .max { slot = (slot + 1) & edgeMask }
    edges[slot] = edge
  }

  /// A node's payloads, and whether a longer phrase goes on from it.
  @frozen
  public struct Node: BitwiseCopyable, Sendable {
    /// Where the payloads lie; of one that has a single payload, as most do, that payload itself.
    @usableFromInline var start: Int32
    /// How many payloads there are.
    public var count: UInt16
    @usableFromInline var followers: Followers
    /// The word that a longer phrase goes on with where there is but one; where there are several, a bit
    /// for each by its hash.
    @usableFromInline var nexts: UInt32

    /// How many words a longer phrase may go on with.
    @frozen @usableFromInline
    enum Followers: UInt8, BitwiseCopyable, Sendable { case none, one, several }

    @inlinable
    init(start: Int32, count: UInt16, followers: Followers, nexts: UInt32) {
      self.start = start
      self.count = count
      self.followers = followers
      self.nexts = nexts
    }

    /// What leads nowhere.
    @inlinable static var none: Node { Node(start: 0, count: 0, followers: .none, nexts: 0) }

    /// Whether a longer phrase goes on from here.
    @inlinable
    public var goesOn: Bool { followers != .none }

    fileprivate mutating func addFollower() { followers = followers == .none ? .one : .several }

    fileprivate mutating func note(_ word: Int32) {
      nexts = followers == .one ? UInt32(bitPattern: word) : nexts | Self.bit(of: word)
    }

    /// A bit for each word that a longer phrase goes on with, by its hash.
    var nextBits: UInt32 {
      followers == .one ? Self.bit(of: Int32(bitPattern: nexts)) : nexts
    }

    @inlinable @inline(__always)
    static func bit(of word: Int32) -> UInt32 {
      1 &<< ((UInt32(bitPattern: word) &* 0x9E37_79B1) >> 27)
    }
  }

  /// The tables of a frozen table, held for the walking of many phrases.
  @frozen
  public struct Cells {
    @usableFromInline let roots: UnsafeBufferPointer<Int32>
    @usableFromInline let edges: UnsafePointer<Edge>
    @usableFromInline let edgeMask: Int
    @usableFromInline let edgeFilter: UnsafePointer<UInt64>
    @usableFromInline let nodes: UnsafePointer<Node>
    /// The payloads of nodes that have several; a node has those from its start on.
    @usableFromInline let payloads: UnsafeBufferPointer<Int32>

    @inlinable
    init(
      roots: UnsafeBufferPointer<Int32>, edges: UnsafePointer<Edge>, edgeMask: Int,
      edgeFilter: UnsafePointer<UInt64>, nodes: UnsafePointer<Node>,
      payloads: UnsafeBufferPointer<Int32>
    ) {
      self.roots = roots
      self.edges = edges
      self.edgeMask = edgeMask
      self.edgeFilter = edgeFilter
      self.nodes = nodes
      self.payloads = payloads
    }

    /// The node that a first word leads to, or -1.
    @inlinable @inline(__always)
    public func root(_ word: Int32) -> Int32 {
      UInt32(bitPattern: word) < UInt32(roots.count) ? roots[Int(word)] : -1
    }

    /// The node that a further word leads to, or -1.
    ///
    /// - Parameter from: The node's number, and the node.
    @inlinable @inline(__always)
    public func step(from number: Int32, _ node: Node, by word: Int32) -> Int32 {
      switch node.followers {
      case .none: return -1
      case .one: return node.nexts == UInt32(bitPattern: word) ? number + 1 : -1
      case .several: if node.nexts & Node.bit(of: word) == 0 { return -1 }
      }
      let key = PhraseTable.key(number, word)
      let place = PhraseTable.filterBit(key)
      guard edgeFilter[place.word] & place.bit != 0 else { return -1 }
      var slot = PhraseTable.slot(key) & edgeMask
      while true {
        let edge = edges[slot]
        if edge.key == key { return edge.node }
        if edge.key == .max { return -1 }
        slot = (slot + 1) & edgeMask
      }
    }

    /// What stands at a node.
    @inlinable @inline(__always)
    public func node(_ node: Int32) -> Node { nodes[Int(node)] }

    /// One of a node's payloads, by its place among them.
    @inlinable @inline(__always)
    public func payload(_ i: Int, of node: Node) -> Int32 {
      node.count == 1 ? node.start : payloads[Int(node.start) + i]
    }
  }

  /// Takes a text apart in the place of another, with a memory of this table's.
  ///
  /// Asked of the table itself, so that nobody copies it to hand it on.
  public func read(_ text: [UInt8], into tokens: inout Tokens, memory: WordMemory?) {
    tokens.read(text, table: self, memory: memory)
  }

  /// Holds the tables of a frozen table while a body walks; nil before it is frozen.
  @inlinable @inline(__always)
  public func withCells<Result>(_ body: (Cells) -> Result) -> Result? {
    guard isFrozen, !nodes.isEmpty else { return nil }
    return roots.withUnsafeBufferPointer { roots in
      edges.withUnsafeBufferPointer { edges in
        edgeFilter.withUnsafeBufferPointer { filter in
          nodes.withUnsafeBufferPointer { nodes in
            cells.withUnsafeBufferPointer { cells in
              body(
                Cells(
                  roots: roots, edges: edges.baseAddress!, edgeMask: edgeMask,
                  edgeFilter: filter.baseAddress!, nodes: nodes.baseAddress!, payloads: cells))
            }
          }
        }
      }
    }
  }

  /// Finds every phrase at every word, also those inside longer ones; the table must be frozen.
  ///
  /// - Parameter body: Is called with the words of a phrase and with its payloads.
  public func forEachPhrase(
    in words: borrowing FoldedWords, _ body: (Range<Int>, UnsafeBufferPointer<Int32>) -> Void
  ) {
    let count = words.count
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: count) { numbers in
      vocabulary.withCells { vocabulary in
        for i in 0..<count {
          numbers.initializeElement(at: i, to: words.withWord(i) { vocabulary.number(of: $0) })
        }
      }
      let numbers = UnsafeBufferPointer(numbers)
      _ = withCells { table in
        for first in 0..<count where numbers[first] >= 0 {
          var number = table.root(numbers[first])
          var end = first + 1
          while number >= 0 {
            let node = table.node(number)
            if node.count == 1 {
              withUnsafePointer(to: node.start) {
                body(first..<end, UnsafeBufferPointer(start: $0, count: 1))
              }
            } else if node.count > 1 {
              let payloads = Int(node.start)..<Int(node.start) + Int(node.count)
              body(first..<end, UnsafeBufferPointer(rebasing: table.payloads[payloads]))
            }
            guard node.goesOn, end < count, numbers[end] >= 0 else { break }
            number = table.step(from: number, node, by: numbers[end])
            end += 1
          }
        }
      }
    }
  }

  /// The node that a first word leads to, or -1.
  public func root(_ word: Int32) -> Int32 {
    word >= 0 && Int(word) < roots.count ? roots[Int(word)] : -1
  }

  /// The node that a further word leads to, or -1.
  public func step(from node: Int32, by word: Int32) -> Int32 {
    guard word >= 0, hasEdges[Int(node)] else { return -1 }
    let key = Self.key(node, word)
    var slot = Self.slot(key) & edgeMask
    while edges[slot].key != .max {
      if edges[slot].key == key { return edges[slot].node }
      slot = (slot + 1) & edgeMask
    }
    return -1
  }

  /// Whether a phrase ends at a node.
  public func isEnd(_ node: Int32) -> Bool { firstPayload[Int(node)] >= 0 }

  /// Whether a longer phrase goes on from a node.
  public func goesOn(_ node: Int32) -> Bool { hasEdges[Int(node)] }

  /// Calls a body with each payload of the phrase that ends at a node.
  public func forEachPayload(at node: Int32, _ body: (Int32) -> Void) {
    var cell = firstPayload[Int(node)]
    while cell >= 0 {
      body(payloads[Int(cell)])
      cell = nextPayload[Int(cell)]
    }
  }
}
