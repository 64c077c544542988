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
