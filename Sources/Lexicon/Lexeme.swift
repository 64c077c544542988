/// A word of the lists as the reader meets it: its list, its meaning there, its form.
public struct Lexeme: Hashable, Sendable {
  public var category: Category
  /// The case of the list's `Key`, or a number: a month, a weekday, an amount, a row.
  public var value: Int16
  public var form: Form

  public init(category: Category, value: Int16, form: Form) {
    self.category = category
    self.value = value
    self.form = form
  }

  /// The lexeme in one integer, below 2^30.
  public var packed: Int32 {
    Int32(category.rawValue) << 24 | Int32(form.rawValue) << 16
      | Int32(UInt16(bitPattern: value))
  }

  /// Unpacks what `packed` made.
  @inline(__always)
  public init(packed: Int32) {
    category = Category(rawValue: UInt8(truncatingIfNeeded: packed >> 24 & 0x3F))!
    form = Form(rawValue: UInt8(truncatingIfNeeded: packed >> 16 & 0xFF))!
    value = Int16(bitPattern: UInt16(truncatingIfNeeded: packed & 0xFFFF))
  }
}

/// How many people a trade's word stands for, and of which group.
public struct Trade: Hashable, Sendable {
  public enum Group: Int16, Key {
    case civilian, militant, soldier, police, official, commander, other, person
  }
  /// One, two, several, or a form that is two or several.
  public enum Number: Int16, Sendable, CaseIterable {
    case one, two, several, twoOrSeveral
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
  }
  public var id: String
  public var kind: Kind
}
