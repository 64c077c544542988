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
    separate()
    if writePlain(utf8, behind: 0, { _ in 0 }) { return }
    append(UInt8(ascii: "\""))
    appendEscaped(utf8)
    append(UInt8(ascii: "\""))
  }

  /// Writes a string in which nothing needs an escape, as nearly all are; false where something may, and
  /// nothing has been written.
  ///
  /// - Parameters:
  ///   - length: How many bytes may stand before it.
  ///   - begin: Writes them, and gives how many they are.
  @inline(__always)
  mutating func writePlain(
    _ utf8: UnsafeBufferPointer<UInt8>, behind length: Int,
    _ begin: (UnsafeMutablePointer<UInt8>) -> Int
  ) -> Bool {
    guard let base = utf8.baseAddress else { return false }
    let from = UnsafeRawPointer(base)
    let count = utf8.count
    var isPlain = true
    write(atMost: length + count + 2) { out in
      let begun = begin(out)
      let start = out + begun
      let to = UnsafeMutableRawPointer(start + 1)
      var i = 0
      while i + 8 <= count {
        let eight = from.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        // U+2028 and U+2029 begin with E2.
        let found = holdsSpecial(eight) | holds(eight, 0xE2E2_E2E2_E2E2_E2E2)
        if found != 0 {
          isPlain = false
          return 0
        }
        to.storeBytes(of: eight, toByteOffset: i, as: UInt64.self)
        i += 8
      }
      if i < count, count >= 8 {
        // The last eight bytes, of which some have been written.
        let eight = from.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
        if holdsSpecial(eight) | holds(eight, 0xE2E2_E2E2_E2E2_E2E2) != 0 {
          isPlain = false
          return 0
        }
        to.storeBytes(of: eight, toByteOffset: count - 8, as: UInt64.self)
        i = count
      }
      while i < count {
        let byte = base[i]
        if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0xE2 {
          isPlain = false
          return 0
        }
        start[i + 1] = byte
        i += 1
      }
      start[0] = UInt8(ascii: "\"")
      start[count + 1] = UInt8(ascii: "\"")
      return begun + count + 2
    }
    return isPlain
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
        // U+2028 and U+2029 begin with E2.
        let found = holdsSpecial(eight) | holds(eight, 0xE2E2_E2E2_E2E2_E2E2)
        if found != 0 { break }
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
