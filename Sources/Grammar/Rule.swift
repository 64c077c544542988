/// A pattern over a sequence of items, and what its captures mean together.
///
/// A grammar knows neither Arabic nor news: `Terminal` is whatever the caller can recognise at a
/// position, and says how many items it takes and which number it stands for.
public struct Rule<Terminal: Sendable & Equatable, Value: Sendable>: Sendable {
  /// The rule's shape in angle brackets; it travels with what the rule reads.
  public let name: String
  public let pattern: [Element<Terminal>]
  /// What the captured numbers mean; nil when they make no sense together.
  public let means: @Sendable (Captures) -> Value?

  @inlinable
  public init(
    _ name: String, _ pattern: [Element<Terminal>],
    means: @escaping @Sendable (Captures) -> Value?
  ) {
    self.name = name
    self.pattern = pattern
    self.means = means
  }
}

/// One place in a pattern.
@frozen
public enum Element<Terminal: Sendable & Equatable>: Sendable, Equatable {
  /// Must be there, and its number is captured.
  case capture(Terminal)
  /// Must be there, and leaves nothing behind.
  case skip(Terminal)
  /// May be there; leaves nothing behind.
  case optional(Terminal)
}

extension Element {
  /// What is asked for.
  @inlinable
  public var terminal: Terminal {
    switch self {
    case .capture(let terminal), .skip(let terminal), .optional(let terminal): terminal
    }
  }

  /// Whether a pattern may go on without it.
  @inlinable
  public var isOptional: Bool {
    if case .optional = self { true } else { false }
  }
}

extension Element {
  /// Whether its number is kept.
  @inlinable
  var isCaptured: Bool {
    if case .capture = self { true } else { false }
  }
}

/// What can be seen of an item at a glance, a bit for each sign; the caller says what each means.
public typealias Signs = UInt64

/// The items that rules are read from.
public protocol ItemReader<Terminal> {
  associatedtype Terminal

  /// What can be seen of an item at a glance.
  func signs(of item: Int) -> Signs

  /// Tells whether a terminal stands at an item; gives its number and the item behind it.
  func recognise(_ terminal: Terminal, at item: Int) -> (number: Int, end: Int)?
}

extension ItemReader {
  /// Nothing is to be seen at a glance: everything may stand there.
  public func signs(of item: Int) -> Signs { .max }
}

/// The numbers that a rule's capturing elements stood for, in order; at most six.
@frozen
public struct Captures: BitwiseCopyable, Sendable {
  @usableFromInline var numbers: (Int, Int, Int, Int, Int, Int) = (0, 0, 0, 0, 0, 0)
  @usableFromInline var count = 0

  @inlinable
  public init() {}

  @inlinable
  public subscript(_ i: Int) -> Int {
    switch i {
    case 0: numbers.0
    case 1: numbers.1
    case 2: numbers.2
    case 3: numbers.3
    case 4: numbers.4
    default: numbers.5
    }
  }

  @inlinable
  mutating func append(_ number: Int) {
    switch count {
    case 0: numbers.0 = number
    case 1: numbers.1 = number
    case 2: numbers.2 = number
    case 3: numbers.3 = number
    case 4: numbers.4 = number
    case 5: numbers.5 = number
    default: preconditionFailure("a rule captures more than six numbers")
    }
    count += 1
  }
}

/// What a rule has read: its value, the items that it covers, and which rule of the set it was.
public struct RuleReading<Value: Sendable>: Sendable {
  public var value: Value
  public var items: Range<Int>
  /// The rule's index in its set.
  public var rule: Int

  @inlinable
  init(value: Value, items: Range<Int>, rule: Int) {
    self.value = value
    self.items = items
    self.rule = rule
  }
}

/// A list of rules that is read longest match first; of two equally long the earlier rule wins.
///
/// The patterns are kept as a tree, so that what several begin with is looked at once. Most
/// terminals can be seen to be missing at a glance: the caller may give each terminal a set of signs,
/// of which one must stand at an item for the terminal to be there. A branch none of whose terminals
/// has a sign at an item is not entered. An optional element is taken where it stands; what goes on
/// without it lies right behind it, so that nothing is called for what is left out.
public struct RuleSet<Terminal: Sendable & Equatable, Value: Sendable>: Sendable {
  public let rules: [Rule<Terminal, Value>]
  /// The tree: a node's ways on and the rules that end there lie side by side.
  @usableFromInline let nodes: [Node]
  @usableFromInline let ways: [Way]
  @usableFromInline let ends: [Int]

  /// A point in the tree: ranges of the ways on, and of the rules that end here.
  @usableFromInline
  struct Node: Sendable {
    @usableFromInline var ways: Range<Int>
    @usableFromInline var ends: Range<Int>
    /// Where an item has none of these signs, nothing goes on from here.
    @usableFromInline var signs: Signs = 0

    @inlinable
    init(ways: Range<Int>, ends: Range<Int>) {
      self.ways = ways
      self.ends = ends
    }
  }

  /// An element of one or more patterns, and the node behind it.
  ///
  /// Behind an optional one lie the ways on from its node, for where it does not stand.
  @usableFromInline
  struct Way: Sendable {
    /// Where an item has none of these signs, the element is not there.
    @usableFromInline var signs: Signs
    @usableFromInline var node: Int
    /// The way behind the ones that go on without this one.
    @usableFromInline var next: Int
    /// Where an item has none of these signs, neither this way nor one that goes on without it leads
    /// anywhere.
    @usableFromInline var allSigns: Signs
    @usableFromInline var isOptional: Bool
    @usableFromInline var isCaptured: Bool
    @usableFromInline var element: Element<Terminal>

    @inlinable
    init(element: Element<Terminal>, node: Int, signs: Signs) {
      self.element = element
      self.node = node
      self.signs = signs
      (next, allSigns) = (0, signs)
      (isOptional, isCaptured) = (element.isOptional, element.isCaptured)
    }
  }

  /// - Parameter signs: Tells of which signs one must stand at an item for a terminal to be there.
  @inlinable
  public init(_ rules: [Rule<Terminal, Value>], signs: (Terminal) -> Signs = { _ in .max }) {
    self.rules = rules
    var branches: [(ways: [Way], ends: [Int])] = [([], [])]
    for (number, rule) in rules.enumerated() {
      var node = 0
      for element in rule.pattern {
        if let way = branches[node].ways.first(where: { $0.element == element }) {
          node = way.node
        } else {
          branches.append(([], []))
          branches[node].ways.append(
            Way(element: element, node: branches.count - 1, signs: signs(element.terminal)))
          node = branches.count - 1
        }
      }
      branches[node].ends.append(number)
    }
    var nodes: [Node] = []
    var ways: [Way] = []
    var ends: [Int] = []
    for branch in branches {
      let first = ways.count
      Self.lay(branch.ways, of: branches, into: &ways)
      var node = Node(
        ways: first..<ways.count, ends: ends.count..<ends.count + branch.ends.count)
      var way = first
      while way < ways.count {
        node.signs |= ways[way].allSigns
        way = ways[way].next
      }
      nodes.append(node)
      ends += branch.ends
    }
    (self.nodes, self.ways, self.ends) = (nodes, ways, ends)
  }

  /// Lays ways side by side, behind each optional one those that go on without it.
  @usableFromInline
  static func lay(
    _ some: [Way], of branches: [(ways: [Way], ends: [Int])], into ways: inout [Way]
  ) {
    for way in some {
      let place = ways.count
      ways.append(way)
      if way.isOptional {
        lay(branches[way.node].ways, of: branches, into: &ways)
        // A rule may end with what is not there.
        if !branches[way.node].ends.isEmpty { ways[place].allSigns = .max }
        var other = place + 1
        while other < ways.count {
          ways[place].allSigns |= ways[other].allSigns
          other = ways[other].next
        }
      }
      ways[place].next = ways.count
    }
  }

  /// Reads the longest rule that begins at a position.
  @inlinable
  public func longest<Items: ItemReader>(
    at start: Int, of items: Items
  ) -> RuleReading<Value>? where Items.Terminal == Terminal {
    // The tables are held while the tree is walked: to ask an array is to count who holds it.
    nodes.withUnsafeBufferPointer { nodes in
      ways.withUnsafeBufferPointer { ways in
        ends.withUnsafeBufferPointer { ends in
          rules.withUnsafeBufferPointer { rules in
            let tree = Tree(nodes: nodes, ways: ways, ends: ends, rules: rules, start: start)
            var best: RuleReading<Value>?
            let signs = items.signs(of: start)
            guard !nodes.isEmpty, nodes[0].signs & signs != 0 else { return nil }
            var captures = Captures()
            tree.walk(from: 0, at: start, signs, &captures, &best, items)
            return best
          }
        }
      }
    }
  }

  /// The tree of the patterns, held to be walked from a position.
  @usableFromInline
  struct Tree {
    @usableFromInline let nodes: UnsafeBufferPointer<Node>
    @usableFromInline let ways: UnsafeBufferPointer<Way>
    @usableFromInline let ends: UnsafeBufferPointer<Int>
    @usableFromInline let rules: UnsafeBufferPointer<Rule<Terminal, Value>>
    @usableFromInline let start: Int

    @inlinable
    init(
      nodes: UnsafeBufferPointer<Node>, ways: UnsafeBufferPointer<Way>,
      ends: UnsafeBufferPointer<Int>, rules: UnsafeBufferPointer<Rule<Terminal, Value>>, start: Int
    ) {
      self.nodes = nodes
      self.ways = ways
      self.ends = ends
      self.rules = rules
      self.start = start
    }

    /// Walks on from a node at an item with some signs.
    @inlinable
    func walk<Items: ItemReader>(
      from node: Int, at i: Int, _ here: Signs, _ captures: inout Captures,
      _ best: inout RuleReading<Value>?, _ items: Items
    ) where Items.Terminal == Terminal {
      var w = nodes[node].ways.lowerBound
      let end = nodes[node].ways.upperBound
      while w < end {
        guard ways[w].allSigns & here != 0 else {
          w = ways[w].next
          continue
        }
        if ways[w].signs & here != 0,
          let found = items.recognise(ways[w].element.terminal, at: i)
        {
          let next = ways[w].node
          let count = captures.count
          if ways[w].isCaptured { captures.append(found.number) }
          if found.end > start { noteEnds(of: next, at: found.end, captures, &best) }
          let signs = found.end == i ? here : items.signs(of: found.end)
          if nodes[next].signs & signs != 0 {
            walk(from: next, at: found.end, signs, &captures, &best, items)
          }
          captures.count = count
          w = ways[w].next
        } else if ways[w].isOptional {
          if i > start { noteEnds(of: ways[w].node, at: i, captures, &best) }
          w += 1
        } else {
          w = ways[w].next
        }
      }
    }

    /// Keeps the rules that end at a node, if one of them reads more than what was read before.
    @inlinable @inline(__always)
    func noteEnds(
      of node: Int, at i: Int, _ captures: Captures, _ best: inout RuleReading<Value>?
    ) {
      for end in nodes[node].ends {
        let rule = ends[end]
        if let best, (best.items.upperBound, -best.rule) >= (i, -rule) { continue }
        if let value = rules[rule].means(captures) {
          best = RuleReading(value: value, items: start..<i, rule: rule)
        }
      }
    }
  }
}
