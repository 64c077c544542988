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

/// The numbers that a rule's capturing elements stood for, in order.
public struct Captures: Sendable {
  @usableFromInline var numbers: [Int] = []

  @inlinable
  public init() {}

  @inlinable
  public subscript(_ i: Int) -> Int { numbers[i] }

  @inlinable
  mutating func append(_ number: Int) { numbers.append(number) }
  @inlinable
  mutating func removeAll() { numbers.removeAll(keepingCapacity: true) }
}

/// What a rule has read: its value, the items that it covers, and the rule's name.
public struct RuleReading<Value: Sendable>: Sendable {
  public var value: Value
  public var items: Range<Int>
  public var rule: String

  @inlinable
  init(value: Value, items: Range<Int>, rule: String) {
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
  @inlinable
  public func longest(
    at start: Int, recognise: (Terminal, Int) -> (number: Int, end: Int)?
  ) -> RuleReading<Value>? {
    var best: RuleReading<Value>?
    var captures = Captures()
    for rule in rules {
      captures.removeAll()
      guard let end = match(rule.pattern, at: start, into: &captures, recognise), end > start else {
        continue
      }
      if let best, best.items.upperBound >= end { continue }
      if let value = rule.means(captures) {
        best = RuleReading(value: value, items: start..<end, rule: rule.name)
      }
    }
    return best
  }

  @inlinable
  func match(
    _ pattern: [Element<Terminal>], at start: Int, into captures: inout Captures,
    _ recognise: (Terminal, Int) -> (number: Int, end: Int)?
  ) -> Int? {
    var i = start
    for element in pattern {
      switch element {
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
