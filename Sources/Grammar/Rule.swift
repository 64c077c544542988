/// A pattern over a sequence of items, and what its captures mean together.
///
/// A grammar knows neither Arabic nor news: `Terminal` is whatever the caller can recognise at a
/// position, and says how many items it takes and which number it stands for.
public struct Rule<Terminal: Sendable, Value: Sendable>: Sendable {
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
public enum Element<Terminal: Sendable>: Sendable {
  /// Must be there, and its number is captured.
  case capture(Terminal)
  /// Must be there, and leaves nothing behind.
  case skip(Terminal)
  /// May be there; leaves nothing behind.
  case optional(Terminal)
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
public struct RuleSet<Terminal: Sendable, Value: Sendable>: Sendable {
  public let rules: [Rule<Terminal, Value>]

  @inlinable
  public init(_ rules: [Rule<Terminal, Value>]) { self.rules = rules }

  /// Reads the longest rule that begins at a position.
  ///
  /// - Parameter recognise: tells whether a terminal stands at an item; gives its number and the
  ///   item behind it.
  @inlinable @inline(__always)
  public func longest(
    at start: Int, recognise: (Terminal, Int) -> (number: Int, end: Int)?
  ) -> RuleReading<Value>? {
    var best: RuleReading<Value>?
    for i in rules.indices {
      var captures = Captures()
      guard let end = match(rules[i].pattern, at: start, into: &captures, recognise), end > start
      else { continue }
      if let best, best.items.upperBound >= end { continue }
      if let value = rules[i].means(captures) {
        best = RuleReading(value: value, items: start..<end, rule: i)
      }
    }
    return best
  }

  @inlinable @inline(__always)
  func match(
    _ pattern: [Element<Terminal>], at start: Int, into captures: inout Captures,
    _ recognise: (Terminal, Int) -> (number: Int, end: Int)?
  ) -> Int? {
    var i = start
    for e in pattern.indices {
      switch pattern[e] {
      case .capture(let terminal):
        guard let found = recognise(terminal, i) else { return nil }
        captures.append(found.number)
        i = found.end
      case .skip(let terminal):
        guard let found = recognise(terminal, i) else { return nil }
        i = found.end
      case .optional(let terminal):
        if let found = recognise(terminal, i) { i = found.end }
      }
    }
    return i
  }
}
