/// What kind of value stands next in a JSON text.
public enum JSONKind: String, Sendable {
  case object, array, string, number, bool, null
}

/// Reads JSON value by value, in the order in which the caller asks.
///
/// It copies nothing, and points into the bytes that it is given: they must outlive it. They must
/// also be well-formed UTF-8 (``UTF8Text/firstInvalidByte(in:)`` tells); the scanner then holds a
/// text to RFC 8259, except that it leaves repeated keys to the caller.
///
///     var json = JSONScanner(line)
///     try json.beginObject()
///     while let key = try json.nextKey() {
///       switch key {
///       case "id": id = try json.string().string
///       case "text": text = try json.string().bytes
///       default: try json.skip()
///       }
///     }
///     try json.finish()
public struct JSONScanner {
  /// How many objects and arrays may stand one inside the other.
  public static let deepest = 200

  let bytes: UnsafeBufferPointer<UInt8>
  /// The byte that is read next.
  public private(set) var offset = 0
  private var depth = 0
  /// Whether an object or array was opened and nothing of it has been read.
  private var isFirst = false

  /// Begins at the first byte.
  public init(_ utf8: UnsafeBufferPointer<UInt8>) { bytes = utf8 }

  /// Tells the kind of the next value, and reads nothing of it.
  public mutating func kind() throws(JSONError) -> JSONKind {
    skipBlanks()
    switch current {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), 0x30...0x39: return .number
    default: throw error("expected a value")
    }
  }

  // MARK: Objects and arrays

  /// Enters an object.
  public mutating func beginObject() throws(JSONError) {
    try open(UInt8(ascii: "{"), "expected `{`")
  }

  /// Reads the next key of an object, or leaves the object and gives nil.
  public mutating func nextKey() throws(JSONError) -> JSONString? {
    guard try advance(to: UInt8(ascii: "}"), "expected `,` or `}`") else { return nil }
    guard current == UInt8(ascii: "\"") else { throw error("expected a key in quotes") }
    let key = try string()
    skipBlanks()
    guard current == UInt8(ascii: ":") else { throw error("expected `:` after a key") }
    offset += 1
    return key
  }

  /// Enters an array.
  public mutating func beginArray() throws(JSONError) {
    try open(UInt8(ascii: "["), "expected `[`")
  }

  /// Tells whether an array has another element, or leaves the array.
  public mutating func nextElement() throws(JSONError) -> Bool {
    try advance(to: UInt8(ascii: "]"), "expected `,` or `]`")
  }

  private mutating func open(_ bracket: UInt8, _ problem: String) throws(JSONError) {
    skipBlanks()
    guard current == bracket else { throw error(problem) }
    guard depth < Self.deepest else { throw error("nested more than \(Self.deepest) levels deep") }
    depth += 1
    offset += 1
    isFirst = true
  }

  /// Goes behind the comma before the next member or element, or behind the closing bracket.
  private mutating func advance(to bracket: UInt8, _ problem: String) throws(JSONError) -> Bool {
    skipBlanks()
    if current == bracket {
      offset += 1
      depth -= 1
      isFirst = false
      return false
    }
    if isFirst {
      isFirst = false
      return true
    }
    guard current == UInt8(ascii: ",") else { throw error(problem) }
    offset += 1
    skipBlanks()
    return true
  }

  // MARK: Scalars

  /// Reads a string.
  public mutating func string() throws(JSONError) -> JSONString {
    skipBlanks()
    guard current == UInt8(ascii: "\"") else { throw error("expected a string") }
    let start = offset + 1
    var i = start
    var hasEscapes = false
    let count = bytes.count
    let memory = UnsafeRawBufferPointer(bytes)
    while true {
      while i + 8 <= count {
        let eight = UInt64(
          littleEndian: memory.loadUnaligned(fromByteOffset: i, as: UInt64.self))
        let found = holdsSpecial(eight)
        if found != 0 {
          // The lowest hit is exact; false ones can only stand above it.
          i += found.trailingZeroBitCount >> 3
          break
        }
        i += 8
      }
      guard i < count else { throw error("expected `\"` at the end of a string", at: count) }
      let byte = bytes[i]
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        i = try endOfEscape(at: i)
      } else if byte < 0x20 {
        throw error("expected no control character in a string", at: i)
      } else {
        i += 1
      }
    }
    offset = i + 1
    return JSONString(
      raw: UnsafeBufferPointer(rebasing: bytes[start..<i]), hasEscapes: hasEscapes)
  }

  /// Checks the escape whose backslash stands at an offset, and gives the offset behind it.
  private func endOfEscape(at start: Int) throws(JSONError) -> Int {
    guard start + 1 < bytes.count else {
      throw error("expected an escape", at: bytes.count)
    }
    switch bytes[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return start + 2
    case UInt8(ascii: "u"):
      for i in start + 2..<start + 6 {
        guard i < bytes.count, hexValue(bytes[i]) != nil else {
          throw error("expected four hexadecimal digits in an escape", at: start)
        }
      }
      return start + 6
    default:
      throw error("expected an escape that JSON knows", at: start)
    }
  }

  /// Reads a number.
  public mutating func number() throws(JSONError) -> JSONNumber {
    skipBlanks()
    let start = offset
    var i = offset
    func byte(_ i: Int) -> UInt8 { i < bytes.count ? bytes[i] : 0 }
    func isDigit(_ i: Int) -> Bool { byte(i) &- 0x30 < 10 }

    var mantissa: UInt64 = 0
    var digits = 0
    var exponent = 0
    let isNegative = byte(i) == UInt8(ascii: "-")
    if isNegative { i += 1 }
    guard isDigit(i) else { throw error("expected a number", at: start) }
    let hasLeadingZero = byte(i) == UInt8(ascii: "0")
    let first = i
    while isDigit(i) {
      mantissa = mantissa &* 10 &+ UInt64(byte(i) - 0x30)
      digits += 1
      i += 1
    }
    if hasLeadingZero, i > first + 1 { throw error("expected no zero before a number", at: first) }
    var isWhole = true
    if byte(i) == UInt8(ascii: ".") {
      isWhole = false
      i += 1
      guard isDigit(i) else { throw error("expected a digit after the decimal point", at: i) }
      while isDigit(i) {
        mantissa = mantissa &* 10 &+ UInt64(byte(i) - 0x30)
        digits += 1
        exponent -= 1
        i += 1
      }
    }
    if byte(i) | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      i += 1
      let isDown = byte(i) == UInt8(ascii: "-")
      if isDown || byte(i) == UInt8(ascii: "+") { i += 1 }
      guard isDigit(i) else { throw error("expected a digit in the exponent", at: i) }
      var power = 0
      while isDigit(i) {
        power = min(power * 10 + Int(byte(i) - 0x30), 100_000)
        i += 1
      }
      exponent += isDown ? -power : power
    }
    offset = i

    if digits <= 18 {
      if isWhole { return .int(isNegative ? -Int(mantissa) : Int(mantissa)) }
      if mantissa < 1 << 53, abs(exponent) <= 22 {
        // Both are exact, so that one operation rounds correctly (Clinger, 1990).
        let power = exactPowersOfTen[abs(exponent)]
        let value = exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
        return .double(isNegative ? -value : value)
      }
    }
    let text = String(decoding: bytes[start..<i], as: UTF8.self)
    if isWhole, let value = Int(text) { return .int(value) }
    guard let value = Double(text), value.isFinite else {
      throw error("expected a number that a 64-bit float can hold", at: start)
    }
    return .double(value)
  }

  /// Reads `true` or `false`.
  public mutating func bool() throws(JSONError) -> Bool {
    skipBlanks()
    if current == UInt8(ascii: "t") {
      try literal("true")
      return true
    }
    try literal("false")
    return false
  }

  /// Reads `null`.
  public mutating func null() throws(JSONError) {
    skipBlanks()
    try literal("null")
  }

  private mutating func literal(_ text: StaticString) throws(JSONError) {
    let count = text.utf8CodeUnitCount
    guard offset + count <= bytes.count else { throw error("expected `\(text)`") }
    for i in 0..<count where bytes[offset + i] != text.utf8Start[i] {
      throw error("expected `\(text)`")
    }
    offset += count
  }

  // MARK: Whole values

  /// Goes behind the next value, and checks it on the way.
  public mutating func skip() throws(JSONError) {
    switch try kind() {
    case .object:
      try beginObject()
      while try nextKey() != nil { try skip() }
    case .array:
      try beginArray()
      while try nextElement() { try skip() }
    case .string: _ = try string()
    case .number: _ = try number()
    case .bool: _ = try bool()
    case .null: try null()
    }
  }

  /// Checks that nothing but blanks stands behind what has been read.
  public mutating func finish() throws(JSONError) {
    skipBlanks()
    guard offset == bytes.count else { throw error("expected the end") }
  }

  /// The bytes from an earlier offset to here as text, shortened where a length is given.
  public func text(from start: Int, atMost length: Int = .max) -> String {
    guard start < offset else { return "" }
    let read = UnsafeBufferPointer(rebasing: bytes[start..<offset])
    return UTF8Text.excerpt(of: read, at: 0, length: min(length, read.count))
  }

  // MARK: Bytes

  /// The byte that is read next; zero, which no JSON text has, behind the last one.
  private var current: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private mutating func skipBlanks() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  private func error(_ problem: String, at place: Int? = nil) -> JSONError {
    JSONError(problem, at: place ?? offset, in: bytes)
  }
}

/// A number of a JSON text: a whole one where it was written as such and fits.
public enum JSONNumber: Hashable, Sendable {
  case int(Int)
  case double(Double)

  /// The nearest 64-bit float.
  public var double: Double {
    switch self {
    case .int(let value): Double(value)
    case .double(let value): value
    }
  }

  /// The whole number, or nil where there is a fraction or no room.
  public var int: Int? {
    switch self {
    case .int(let value): value
    case .double(let value): wholeNumber(value)
    }
  }
}

/// The whole number that a float is, or nil.
///
/// The standard library's `Int(exactly:)` would make the module need the C library's mathematics.
func wholeNumber(_ value: Double) -> Int? {
  guard value.magnitude < 9.2e18 else { return nil }
  let whole = Int(value)
  return Double(whole) == value ? whole : nil
}

/// Ten to the power of the index, each of them exact.
private let exactPowersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]
