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
  /// What each way asks for: apart from it, for most ways are passed over at a glance.
  @usableFromInline let steps: [Step]
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

  /// A way on from a node; behind one whose element is optional lie the ways on from the node behind it,
  /// for where the element does not stand.
  @usableFromInline
  struct Way: Sendable {
    /// Where an item has none of these signs, neither this way nor one that goes on without it leads
    /// anywhere.
    @usableFromInline var signs: Signs
    /// The way behind the ones that go on without this one.
    @usableFromInline var next: Int32 = 0
    /// The node behind the element.
    @usableFromInline var node: Int32

    @inlinable
    init(signs: Signs, node: Int) {
      self.signs = signs
      self.node = Int32(node)
    }
  }

  /// The element of a way.
  @usableFromInline
  struct Step: Sendable {
    /// Where an item has none of these signs, the element is not there.
    @usableFromInline var signs: Signs
    @usableFromInline var isOptional: Bool
    @usableFromInline var isCaptured: Bool
    @usableFromInline var terminal: Terminal

    @inlinable
    init(element: Element<Terminal>, signs: Signs) {
      self.signs = signs
      (isOptional, isCaptured) = (element.isOptional, element.isCaptured)
      terminal = element.terminal
    }
  }

  /// A node while the tree is made: the elements that go on from it with the nodes behind them, and the
  /// rules that end there.
  @usableFromInline
  struct Branch {
    @usableFromInline var ways: [(element: Element<Terminal>, signs: Signs, node: Int)] = []
    @usableFromInline var ends: [Int] = []

    @inlinable
    init() {}
  }

  /// - Parameter signs: Tells of which signs one must stand at an item for a terminal to be there.
  @inlinable
  public init(_ rules: [Rule<Terminal, Value>], signs: (Terminal) -> Signs = { _ in .max }) {
    self.rules = rules
    var branches = [Branch()]
    for (number, rule) in rules.enumerated() {
      var node = 0
      for element in rule.pattern {
        // To compare signs is quicker than to compare elements.
        let own = signs(element.terminal)
        if let way = branches[node].ways.first(where: { $0.signs == own && $0.element == element })
        {
          node = way.node
        } else {
          branches.append(Branch())
          branches[node].ways.append((element, own, branches.count - 1))
          node = branches.count - 1
        }
      }
      branches[node].ends.append(number)
    }
    var nodes: [Node] = []
    var ways: [Way] = []
    var steps: [Step] = []
    var ends: [Int] = []
    for branch in branches {
      let first = ways.count
      Self.lay(branch, of: branches, into: &ways, &steps)
      var node = Node(
        ways: first..<ways.count, ends: ends.count..<ends.count + branch.ends.count)
      var way = first
      while way < ways.count {
        node.signs |= ways[way].signs
        way = Int(ways[way].next)
      }
      nodes.append(node)
      ends += branch.ends
    }
    (self.nodes, self.ways, self.steps, self.ends) = (nodes, ways, steps, ends)
  }

  /// Lays the ways on from a node side by side, behind each optional one those that go on without it.
  @inlinable
  static func lay(
    _ branch: Branch, of branches: [Branch], into ways: inout [Way], _ steps: inout [Step]
  ) {
    for (element, signs, node) in branch.ways {
      let place = ways.count
      ways.append(Way(signs: signs, node: node))
      steps.append(Step(element: element, signs: signs))
      if element.isOptional {
        lay(branches[node], of: branches, into: &ways, &steps)
        // A rule may end with what is not there.
        if !branches[node].ends.isEmpty { ways[place].signs = .max }
        var other = place + 1
        while other < ways.count {
          ways[place].signs |= ways[other].signs
          other = Int(ways[other].next)
        }
      }
      ways[place].next = Int32(ways.count)
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
        steps.withUnsafeBufferPointer { steps in
          ends.withUnsafeBufferPointer { ends in
            rules.withUnsafeBufferPointer { rules in
              let tree = Tree(
                nodes: nodes, ways: ways, steps: steps, ends: ends, rules: rules, start: start)
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
  }

  /// The tree of the patterns, held to be walked from a position.
  @usableFromInline
  struct Tree {
    @usableFromInline let nodes: UnsafeBufferPointer<Node>
    @usableFromInline let ways: UnsafeBufferPointer<Way>
    @usableFromInline let steps: UnsafeBufferPointer<Step>
    @usableFromInline let ends: UnsafeBufferPointer<Int>
    @usableFromInline let rules: UnsafeBufferPointer<Rule<Terminal, Value>>
    @usableFromInline let start: Int

    @inlinable
    init(
      nodes: UnsafeBufferPointer<Node>, ways: UnsafeBufferPointer<Way>,
      steps: UnsafeBufferPointer<Step>, ends: UnsafeBufferPointer<Int>,
      rules: UnsafeBufferPointer<Rule<Terminal, Value>>, start: Int
    ) {
      self.nodes = nodes
      self.ways = ways
      self.steps = steps
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
        let way = ways[w]
        guard way.signs & here != 0 else {
          w = Int(way.next)
          continue
        }
        let next = Int(way.node)
        if steps[w].signs & here != 0, let found = items.recognise(steps[w].terminal, at: i) {
          let count = captures.count
          if steps[w].isCaptured { captures.append(found.number) }
          if found.end > start { noteEnds(of: next, at: found.end, captures, &best) }
          let signs = found.end == i ? here : items.signs(of: found.end)
          if nodes[next].signs & signs != 0 {
            walk(from: next, at: found.end, signs, &captures, &best, items)
          }
          captures.count = count
          w = Int(way.next)
        } else if steps[w].isOptional {
          if i > start { noteEnds(of: next, at: i, captures, &best) }
          w += 1
        } else {
          w = Int(way.next)
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
