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
///
/// A caller that knows what stands at an item may part the rules by what they begin with: each opening
/// has a tree of its own, and trees that go on alike share what they go on with.
public struct RuleSet<Terminal: Sendable & Equatable, Value: Sendable>: Sendable {
  public let rules: [Rule<Terminal, Value>]
  /// The trees: a node's ways on and the rules that end there lie side by side.
  @usableFromInline let nodes: [Node]
  @usableFromInline let ways: [Way]
  /// What each way asks for: apart from it, for most ways are passed over at a glance.
  @usableFromInline let steps: [Step]
  @usableFromInline let ends: [Int32]
  /// The node that each opening begins with.
  @usableFromInline let roots: [Int32]

  /// A point in a tree: ranges of the ways on, and of the rules that end here.
  @usableFromInline
  struct Node: Sendable {
    @usableFromInline var firstWay: Int32
    @usableFromInline var endOfWays: Int32
    @usableFromInline var firstEnd: Int32
    @usableFromInline var endOfEnds: Int32
    /// Where an item has none of these signs, nothing goes on from here.
    @usableFromInline var signs: Signs = 0

    @inlinable
    init(ways: Range<Int>, ends: Range<Int>) {
      (firstWay, endOfWays) = (Int32(ways.lowerBound), Int32(ways.upperBound))
      (firstEnd, endOfEnds) = (Int32(ends.lowerBound), Int32(ends.upperBound))
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
    self.init(rules, openings: [Array(rules.indices)], signs: signs)
  }

  /// Parts the rules by what they begin with.
  ///
  /// - Parameters:
  ///   - openings: For each opening the indexes of the rules that may begin with it, in their order.
  ///   - signs: Tells of which signs one must stand at an item for a terminal to be there.
  @inlinable
  public init(
    _ rules: [Rule<Terminal, Value>], openings: [[Int]], signs: (Terminal) -> Signs
  ) {
    self.rules = rules
    var forest = Forest(rules: rules, signs: signs)
    roots = openings.map { Int32(forest.branch(of: $0, behind: 0)) }
    var nodes: [Node] = []
    var ways: [Way] = []
    var steps: [Step] = []
    var ends: [Int32] = []
    for branch in forest.branches {
      let first = ways.count
      Self.lay(branch, of: forest.branches, into: &ways, &steps)
      var node = Node(
        ways: first..<ways.count, ends: ends.count..<ends.count + branch.ends.count)
      var way = first
      while way < ways.count {
        node.signs |= ways[way].signs
        way = Int(ways[way].next)
      }
      nodes.append(node)
      for rule in branch.ends { ends.append(Int32(rule)) }
    }
    (self.nodes, self.ways, self.steps, self.ends) = (nodes, ways, steps, ends)
  }

  /// The trees while they are made.
  @usableFromInline
  struct Forest {
    @usableFromInline let rules: [Rule<Terminal, Value>]
    /// The signs of each rule's elements.
    @usableFromInline var signs: [[Signs]]
    @usableFromInline var branches: [Branch] = []
    /// The nodes behind first elements, by the rules that go on there: those of other openings go on
    /// alike.
    @usableFromInline var shared: [[Int]: Int] = [:]

    @inlinable
    init(rules: [Rule<Terminal, Value>], signs: (Terminal) -> Signs) {
      self.rules = rules
      self.signs = rules.map { rule in rule.pattern.map { signs($0.terminal) } }
    }

    /// Makes the node at which some rules have read so many elements, which all of them begin with;
    /// gives its number.
    @inlinable
    mutating func branch(of numbers: [Int], behind depth: Int) -> Int {
      if depth == 1, let known = shared[numbers] { return known }
      let own = branches.count
      branches.append(Branch())
      if depth == 1 { shared[numbers] = own }
      var ways: [(rule: Int, numbers: [Int])] = []
      for number in numbers {
        guard depth < rules[number].pattern.count else {
          branches[own].ends.append(number)
          continue
        }
        // To compare signs is quicker than to compare elements.
        let way = ways.firstIndex {
          signs[$0.rule][depth] == signs[number][depth]
            && rules[$0.rule].pattern[depth] == rules[number].pattern[depth]
        }
        if let way { ways[way].numbers.append(number) } else { ways.append((number, [number])) }
      }
      for way in ways {
        let node = branch(of: way.numbers, behind: depth + 1)
        branches[own].ways.append(
          (rules[way.rule].pattern[depth], signs[way.rule][depth], node))
      }
      return own
    }
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
    withTrees { $0.longest(at: start, opening: 0, of: items) }
  }

  /// Holds the trees for a body that reads at many positions: to ask an array is to count who holds
  /// it.
  @inlinable
  public func withTrees<Result>(_ body: (Trees) -> Result) -> Result {
    nodes.withUnsafeBufferPointer { nodes in
      ways.withUnsafeBufferPointer { ways in
        steps.withUnsafeBufferPointer { steps in
          ends.withUnsafeBufferPointer { ends in
            rules.withUnsafeBufferPointer { rules in
              roots.withUnsafeBufferPointer { roots in
                body(
                  Trees(
                    nodes: nodes, ways: ways, steps: steps, ends: ends, rules: rules, roots: roots))
              }
            }
          }
        }
      }
    }
  }

  /// The trees of the patterns, held to be walked.
  public struct Trees {
    @usableFromInline let nodes: UnsafeBufferPointer<Node>
    @usableFromInline let ways: UnsafeBufferPointer<Way>
    @usableFromInline let steps: UnsafeBufferPointer<Step>
    @usableFromInline let ends: UnsafeBufferPointer<Int32>
    @usableFromInline let rules: UnsafeBufferPointer<Rule<Terminal, Value>>
    @usableFromInline let roots: UnsafeBufferPointer<Int32>

    @inlinable
    init(
      nodes: UnsafeBufferPointer<Node>, ways: UnsafeBufferPointer<Way>,
      steps: UnsafeBufferPointer<Step>, ends: UnsafeBufferPointer<Int32>,
      rules: UnsafeBufferPointer<Rule<Terminal, Value>>, roots: UnsafeBufferPointer<Int32>
    ) {
      self.nodes = nodes
      self.ways = ways
      self.steps = steps
      self.ends = ends
      self.rules = rules
      self.roots = roots
    }

    /// Reads the longest rule of an opening that begins at a position.
    @inlinable
    public func longest<Items: ItemReader>(
      at start: Int, opening: Int, of items: Items
    ) -> RuleReading<Value>? where Items.Terminal == Terminal {
      let root = Int(roots[opening])
      let signs = items.signs(of: start)
      guard nodes[root].signs & signs != 0 else { return nil }
      var best: RuleReading<Value>?
      var captures = Captures()
      Tree(trees: self, start: start).walk(from: root, at: start, signs, &captures, &best, items)
      return best
    }
  }

  /// A tree of the patterns, walked from a position.
  @usableFromInline
  struct Tree {
    @usableFromInline let nodes: UnsafeBufferPointer<Node>
    @usableFromInline let ways: UnsafeBufferPointer<Way>
    @usableFromInline let steps: UnsafeBufferPointer<Step>
    @usableFromInline let ends: UnsafeBufferPointer<Int32>
    @usableFromInline let rules: UnsafeBufferPointer<Rule<Terminal, Value>>
    @usableFromInline let start: Int

    @inlinable
    init(trees: Trees, start: Int) {
      (nodes, ways, steps) = (trees.nodes, trees.ways, trees.steps)
      (ends, rules) = (trees.ends, trees.rules)
      self.start = start
    }

    /// Walks on from a node at an item with some signs.
    @inlinable
    func walk<Items: ItemReader>(
      from node: Int, at i: Int, _ here: Signs, _ captures: inout Captures,
      _ best: inout RuleReading<Value>?, _ items: Items
    ) where Items.Terminal == Terminal {
      var w = Int(nodes[node].firstWay)
      let end = Int(nodes[node].endOfWays)
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
      var end = nodes[node].firstEnd
      while end < nodes[node].endOfEnds {
        let rule = Int(ends[Int(end)])
        end += 1
        if let best, (best.items.upperBound, -best.rule) >= (i, -rule) { continue }
        if let value = rules[rule].means(captures) {
          best = RuleReading(value: value, items: start..<i, rule: rule)
        }
      }
    }
  }
}
