/// A JSON value as a tree whose objects keep the order of their keys.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])

  /// Reads a text that holds one value.
  ///
  /// Throws a ``JSONError`` for anything that is not UTF-8 or not JSON.
  public init(parsing utf8: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    if let broken = UTF8Text.firstInvalidByte(in: utf8) {
      throw JSONError("expected UTF-8", at: broken, in: utf8)
    }
    var scanner = JSONScanner(utf8)
    self = try scanner.value()
    try scanner.finish()
  }

  /// Reads bytes that hold one value.
  public init(parsing utf8: [UInt8]) throws(JSONError) {
    self = try utf8.withUnsafeBufferPointer { bytes throws(JSONError) in
      try JSONValue(parsing: bytes)
    }
  }

  /// Reads a text that holds one value.
  public init(parsing text: String) throws(JSONError) {
    self = try JSONValue(parsing: Array(text.utf8))
  }

  /// Reads one value from each line, and leaves out blank lines.
  ///
  /// An error's offset counts from the first byte of the whole.
  public static func lines(_ utf8: [UInt8]) throws(JSONError) -> [JSONValue] {
    var values: [JSONValue] = []
    var start = 0
    while start < utf8.count {
      let end = utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? utf8.count
      let line = Array(utf8[start..<end])
      if line.contains(where: { $0 > 0x20 }) {
        do {
          values.append(try JSONValue(parsing: line))
        } catch {
          var error = error
          error.offset += start
          throw error
        }
      }
      start = end + 1
    }
    return values
  }

  // MARK: Looking in

  /// The value of a key (the last one, where it is repeated), or nil.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The element at an index, or nil.
  public subscript(index: Int) -> JSONValue? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  public var isNull: Bool { self == .null }

  /// The text of a string, else nil.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// A number as a 64-bit float, else nil.
  public var double: Double? {
    switch self {
    case .int(let value): Double(value)
    case .double(let value): value
    default: nil
    }
  }

  /// A number that is whole, else nil.
  public var int: Int? {
    switch self {
    case .int(let value): value
    case .double(let value): wholeNumber(value)
    default: nil
    }
  }

  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The elements of an array, else nil.
  public var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members of an object in their order, else nil.
  public var object: [JSONMember]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The texts of an array of strings, leaving out what is no string; else nil.
  public var strings: [String]? { array?.compactMap(\.string) }

  /// The value as compact JSON.
  public var json: String {
    var writer = JSONWriter()
    writer.value(self)
    return writer.string
  }
}

/// One key of an object with its value.
public struct JSONMember: Hashable, Sendable {
  public var key: String
  public var value: JSONValue

  public init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}

extension JSONScanner {
  /// Reads the next value, whatever its kind, as a tree.
  public mutating func value() throws(JSONError) -> JSONValue {
    switch try kind() {
    case .null:
      try null()
      return .null
    case .bool: return .bool(try bool())
    case .string: return .string(try string().string)
    case .number:
      switch try number() {
      case .int(let value): return .int(value)
      case .double(let value): return .double(value)
      }
    case .array:
      var elements: [JSONValue] = []
      try beginArray()
      while try nextElement() { elements.append(try value()) }
      return .array(elements)
    case .object:
      var members: [JSONMember] = []
      try beginObject()
      while let key = try nextKey() { members.append(JSONMember(key.string, try value())) }
      return .object(members)
    }
  }
}

extension JSONWriter {
  /// Writes a tree; what is read back from it equals it.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .int(let value): int(value)
    case .double(let value):
      double(value)
      // A fraction of zero keeps a float a float.
      if value.isFinite, value.magnitude > 9e15 || wholeNumber(value) != nil {
        append(UInt8(ascii: "."))
        append(UInt8(ascii: "0"))
      }
    case .string(let text): string(text)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(text: member.key)
        self.value(member.value)
      }
      endObject()
    }
  }
}
