extension JSONWriter {
  /// Writes a string, or `null` for nil.
  public mutating func string(_ text: String?) {
    guard let text else { return null() }
    if text.utf8.withContiguousStorageIfAvailable({ string($0) }) == nil {
      string(Array(text.utf8))
    }
  }

  /// Writes a string whose UTF-8 bytes are given; they must be well-formed.
  public mutating func string(_ utf8: [UInt8]) {
    utf8.withUnsafeBufferPointer { string($0) }
  }

  /// Writes a string whose UTF-8 bytes are a slice of others; they must be well-formed.
  public mutating func string(_ utf8: ArraySlice<UInt8>) {
    utf8.withUnsafeBufferPointer { string($0) }
  }

  /// Writes a string whose UTF-8 bytes are given; they must be well-formed.
  ///
  /// Quotes, backslashes and control characters are escaped, as RFC 8259 asks; so are U+2028 and
  /// U+2029, which end a line in some readers. Everything else stays as it is.
  public mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
    if writePlain(utf8) { return }
    separate()
    append(UInt8(ascii: "\""))
    appendEscaped(utf8)
    append(UInt8(ascii: "\""))
  }

  /// Writes a string in which nothing needs an escape, as nearly all are; false where something may, and
  /// nothing has been written.
  @inline(__always)
  private mutating func writePlain(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = utf8.baseAddress else { return false }
    let hasComma = needsComma
    var isPlain = true
    write(atMost: utf8.count + 3) { start in
      start.pointee = UInt8(ascii: ",")
      let out = hasComma ? start + 1 : start
      isPlain = Self.copyPlain(base, utf8.count, to: out + 1)
      guard isPlain else { return 0 }
      out.pointee = UInt8(ascii: "\"")
      out[utf8.count + 1] = UInt8(ascii: "\"")
      return utf8.count + (hasComma ? 3 : 2)
    }
    if isPlain { needsComma = true }
    return isPlain
  }

  /// Copies bytes as far as none of them may need an escape; tells whether none does.
  ///
  /// Sixteen or eight at a time, the last ones together with some of those before them.
  @inline(__always)
  private static func copyPlain(
    _ base: UnsafePointer<UInt8>, _ count: Int, to out: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    let (from, to) = (UnsafeRawPointer(base), UnsafeMutableRawPointer(out))
    if count >= 16 {
      var i = 0
      while true {
        let bytes = from.loadUnaligned(fromByteOffset: i, as: SIMD16<UInt8>.self)
        // U+2028 and U+2029 begin with E2. What is compared is compared by subtracting: bit 7 tells.
        let (quote, backslash, wide) = (bytes ^ 0x22, bytes ^ 0x5C, bytes ^ 0xE2)
        let special =
          (bytes &- 0x20) & ~bytes | (quote &- 1) & ~quote | (backslash &- 1) & ~backslash
          | (wide &- 1) & ~wide
        let found = unsafeBitCast(special & 0x80, to: SIMD2<UInt64>.self)
        if found[0] | found[1] != 0 { return false }
        to.storeBytes(of: bytes, toByteOffset: i, as: SIMD16<UInt8>.self)
        if i == count &- 16 { return true }
        i = min(i &+ 16, count &- 16)
      }
    }
    if count >= 8 {
      let first = from.loadUnaligned(as: UInt64.self)
      let last = from.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      if mayNeedEscape(first) | mayNeedEscape(last) != 0 { return false }
      to.storeBytes(of: first, as: UInt64.self)
      to.storeBytes(of: last, toByteOffset: count &- 8, as: UInt64.self)
      return true
    }
    if count >= 4 {
      let first = from.loadUnaligned(as: UInt32.self)
      let last = from.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      if mayNeedEscape(UInt64(first) << 32 | UInt64(last)) != 0 { return false }
      to.storeBytes(of: first, as: UInt32.self)
      to.storeBytes(of: last, toByteOffset: count &- 4, as: UInt32.self)
      return true
    }
    for i in 0..<count {
      let byte = base[i]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0xE2 { return false }
      out[i] = byte
    }
    return true
  }

  /// Finds bytes that may need an escape; U+2028 and U+2029 begin with E2.
  @inline(__always)
  private static func mayNeedEscape(_ eight: UInt64) -> UInt64 {
    holdsSpecial(eight) | holds(eight, 0xE2E2_E2E2_E2E2_E2E2)
  }

  private mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
    guard let base = utf8.baseAddress else { return }
    let raw = UnsafeRawPointer(base)
    let count = utf8.count
    var start = 0
    var i = 0
    while i < count {
      while i + 8 <= count {
        let eight = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        if Self.mayNeedEscape(eight) != 0 { break }
        i += 8
      }
      // The rest of the text, or eight bytes among which one may need an escape.
      let end = min(i + 8, count)
      while i < end {
        let byte = base[i]
        if byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0xE2 {
          i += 1
        } else if byte == 0xE2 {
          if i + 2 < count, base[i + 1] == 0x80, base[i + 2] & 0xFE == 0xA8 {
            append(UnsafeBufferPointer(start: base + start, count: i - start))
            appendUnicodeEscape(0x2028 + UInt16(base[i + 2] & 1))
            i += 3
            start = i
          } else {
            i += 1
          }
        } else {
          append(UnsafeBufferPointer(start: base + start, count: i - start))
          appendEscape(of: byte)
          i += 1
          start = i
        }
      }
    }
    append(UnsafeBufferPointer(start: base + start, count: count - start))
  }

  private mutating func appendEscape(of byte: UInt8) {
    let letter: UInt8
    switch byte {
    case 0x22, 0x5C: letter = byte
    case 0x08: letter = UInt8(ascii: "b")
    case 0x09: letter = UInt8(ascii: "t")
    case 0x0A: letter = UInt8(ascii: "n")
    case 0x0C: letter = UInt8(ascii: "f")
    case 0x0D: letter = UInt8(ascii: "r")
    default: return appendUnicodeEscape(UInt16(byte))
    }
    append(UInt8(ascii: "\\"))
    append(letter)
  }

  private mutating func appendUnicodeEscape(_ unit: UInt16) {
    append(UInt8(ascii: "\\"))
    append(UInt8(ascii: "u"))
    for shift: UInt16 in [12, 8, 4, 0] {
      let digit = UInt8(truncatingIfNeeded: unit >> shift & 15)
      append(digit < 10 ? digit + UInt8(ascii: "0") : digit - 10 + UInt8(ascii: "a"))
    }
  }
}
