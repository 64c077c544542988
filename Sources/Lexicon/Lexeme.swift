/// A word of the lists as the reader meets it: its list, its meaning there, its form.
@frozen
public struct Lexeme: Hashable, BitwiseCopyable, Sendable {
  /// The case of the list's `Key`, or a number: a month, a weekday, an amount, a row.
  public var value: Int16
  public var category: Category
  public var form: Form

  @inlinable
  public init(category: Category, value: Int16, form: Form) {
    self.category = category
    self.value = value
    self.form = form
  }

  /// The lexeme in one integer, below 2^30: its four bytes as they lie in memory.
  @inlinable
  public var packed: Int32 {
    @inline(__always) get { unsafeBitCast(self, to: Int32.self) }
  }

  /// Unpacks what `packed` made, and nothing else.
  @inlinable @inline(__always)
  public init(packed: Int32) { self = unsafeBitCast(packed, to: Lexeme.self) }
}

/// How many people a trade's word stands for, and of which group.
@frozen
public struct Trade: Hashable, BitwiseCopyable, Sendable {
  @frozen
  public enum Group: Int16, Key {
    case civilian, militant, soldier, police, official, commander, other, person
  }
  /// One, two, several, or a form that is two or several.
  @frozen
  public enum Number: Int16, Sendable, CaseIterable {
    case one, two, several, twoOrSeveral

    /// How many people a word of this number stands for; nil where it does not tell.
    @inlinable
    public var exactly: Int? {
      switch self {
      case .one: 1
      case .two: 2
      case .several, .twoOrSeveral: nil
      }
    }
  }
  public var group: Group
  public var number: Number

  /// The value of its lexeme.
  public var value: Int16 { group.rawValue * 4 + number.rawValue }

  public init(group: Group, number: Number) {
    self.group = group
    self.number = number
  }

  public init(value: Int16) {
    group = Group(rawValue: value / 4) ?? .other
    number = Number(rawValue: value % 4) ?? .one
  }
}

/// A party of the war, from the actor table.
public struct Actor: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case state, coalition
    case armedGroup = "armed_group"
    case militia, unknown, civilian, police
    /// Aircraft and the like of which the text does not say whose they are.
    case arms
    /// People in arms told by a common noun alone: "مسلح", "المقاتلون".
    case common
  }
  public var id: String
  public var kind: Kind
  /// When it existed or bore its names, as EDTF: `2017-01-28/2025-01-29`, `2024-12-08/..`.
  public var period: String?
  /// The id of the party that it belongs to.
  public var partOf: String?
  /// The id of the party that took it in at the end of its period.
  public var became: String?
  /// The id of the party that its names stood for before its period.
  public var formerly: String?

  public init(
    id: String, kind: Kind, period: String? = nil, partOf: String? = nil, became: String? = nil,
    formerly: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.period = period
    self.partOf = partOf
    self.became = became
    self.formerly = formerly
  }

  /// Tells which party the names stood for on a day, given as `2024-12-07`: "the Syrian army" was
  /// another one before 8 December 2024.
  public func id(on day: String) -> String {
    guard let formerly, let period else { return id }
    let since = period.utf8.prefix { $0 != UInt8(ascii: "/") }
    return !since.isEmpty && day.utf8.lexicographicallyPrecedes(since) ? formerly : id
  }
}
