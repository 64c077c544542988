/// A string as it stands between its quotes in a JSON text, not yet unescaped.
///
/// It points into the bytes that the scanner reads, and is valid as long as they are. Its escapes
/// have been checked, so that unescaping cannot fail.
public struct JSONString {
  /// The bytes between the quotes.
  public let raw: UnsafeBufferPointer<UInt8>
  /// Whether a backslash stands among them.
  public let hasEscapes: Bool

  /// The unescaped UTF-8 bytes; a lone surrogate becomes U+FFFD.
  public var bytes: [UInt8] {
    guard hasEscapes else { return Array(raw) }
    return [UInt8](unsafeUninitializedCapacity: raw.count) { buffer, count in
      count = unescape(into: buffer)
    }
  }

  /// The unescaped text; a lone surrogate becomes U+FFFD.
  public var string: String {
    guard hasEscapes else { return String(decoding: raw, as: UTF8.self) }
    return String(unsafeUninitializedCapacity: raw.count) { unescape(into: $0) }
  }

  /// Tells whether the unescaped text is this text.
  public static func == (string: JSONString, text: StaticString) -> Bool {
    if string.hasEscapes { return string.string == text.description }
    guard string.raw.count == text.utf8CodeUnitCount else { return false }
    for i in 0..<string.raw.count where string.raw[i] != text.utf8Start[i] { return false }
    return true
  }

  /// Lets a literal stand as a case in a switch over keys.
  public static func ~= (text: StaticString, string: JSONString) -> Bool { string == text }

  /// Writes the unescaped bytes, which are never more than the raw ones, and gives their number.
  private func unescape(into out: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var i = 0
    var o = 0
    let count = raw.count
    let memory = UnsafeRawBufferPointer(raw)
    let target = UnsafeMutableRawBufferPointer(out)
    while i < count {
      // The output is never ahead of the input, so that there is room for eight bytes.
      while i + 8 <= count, raw[i] != UInt8(ascii: "\\") {
        let eight = memory.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        if holds(eight, 0x5C5C_5C5C_5C5C_5C5C) != 0 { break }
        target.storeBytes(of: eight, toByteOffset: o, as: UInt64.self)
        i += 8
        o += 8
      }
      guard i < count else { break }
      let byte = raw[i]
      if byte != UInt8(ascii: "\\") {
        out[o] = byte
        o += 1
        i += 1
        continue
      }
      let letter = raw[i + 1]
      i += 2
      switch letter {
      case UInt8(ascii: "u"):
        var scalar = unit(at: i)
        i += 4
        if scalar & 0xFC00 == 0xD800, i + 6 <= count, raw[i] == UInt8(ascii: "\\"),
          raw[i + 1] == UInt8(ascii: "u")
        {
          let low = unit(at: i + 2)
          if low & 0xFC00 == 0xDC00 {
            scalar = 0x10000 + (scalar & 0x3FF) << 10 + low & 0x3FF
            i += 6
          }
        }
        o = write(scalar & 0xFFFF_F800 == 0xD800 ? 0xFFFD : scalar, to: out, at: o)
      default:
        switch letter {
        case UInt8(ascii: "b"): out[o] = 0x08
        case UInt8(ascii: "f"): out[o] = 0x0C
        case UInt8(ascii: "n"): out[o] = 0x0A
        case UInt8(ascii: "r"): out[o] = 0x0D
        case UInt8(ascii: "t"): out[o] = 0x09
        default: out[o] = letter
        }
        o += 1
      }
    }
    return o
  }

  private func unit(at i: Int) -> UInt32 {
    var value: UInt32 = 0
    for k in i..<i + 4 {
      // Digits end in their value, letters in one less than what they have above nine.
      let digit = raw[k]
      value = value << 4 | UInt32(digit & 15 + (digit >> 6) * 9)
    }
    return value
  }

  private func write(
    _ scalar: UInt32, to out: UnsafeMutableBufferPointer<UInt8>, at o: Int
  ) -> Int {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift & 0x3F)) }
    switch scalar {
    case ..<0x80:
      out[o] = UInt8(scalar)
      return o + 1
    case ..<0x800:
      out[o] = UInt8(0xC0 | scalar >> 6)
      out[o + 1] = tail(0)
      return o + 2
    case ..<0x10000:
      out[o] = UInt8(0xE0 | scalar >> 12)
      out[o + 1] = tail(6)
      out[o + 2] = tail(0)
      return o + 3
    default:
      out[o] = UInt8(0xF0 | scalar >> 18)
      out[o + 1] = tail(12)
      out[o + 2] = tail(6)
      out[o + 3] = tail(0)
      return o + 4
    }
  }
}

/// The value of a hexadecimal digit.
@inline(__always)
func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x37
  case 0x61...0x66: byte - 0x57
  default: nil
  }
}
