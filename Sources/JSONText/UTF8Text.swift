/// What can be said of bytes that should be UTF-8 text.
public enum UTF8Text {
  /// Finds the first byte that does not belong to well-formed UTF-8.
  ///
  /// Well-formed is what table 3-7 of the Unicode standard allows: no overlong forms, no
  /// surrogates, nothing above U+10FFFF. The offset is that of the first byte of the broken
  /// sequence.
  /// - Complexity: linear.
  public static func firstInvalidByte(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let count = bytes.count
    let memory = UnsafeRawBufferPointer(bytes)
    var i = 0
    while true {
      // Sixteen bytes at a time as long as all are ASCII or two-byte sequences, as Arabic is; each is
      // told with the one before it.
      if i > 0 {
        while i + 16 <= count, arePlain(memory, at: i) { i += 16 }
        // The last ones once more, together with some of those before them.
        if i + 16 > count, count > 16, arePlain(memory, at: count - 16), !isLead(bytes[count - 1]) {
          return nil
        }
        if isLead(bytes[i - 1]) { i -= 1 }
      }
      // One by one to begin with, and over what is left or the next few bytes.
      let end = i == 0 ? min(1, count) : min(i + 16, count)
      while i < end {
        guard let length = sequenceLength(at: i, in: bytes) else { return i }
        i += length
      }
      if i >= count { return nil }
    }
  }

  /// Whether sixteen bytes are ASCII or of two-byte sequences, and go on from the byte before them.
  @inline(__always)
  private static func arePlain(_ memory: UnsafeRawBufferPointer, at i: Int) -> Bool {
    let bytes = memory.loadUnaligned(fromByteOffset: i, as: SIMD16<UInt8>.self)
    let before = memory.loadUnaligned(fromByteOffset: i - 1, as: SIMD16<UInt8>.self)
    // Bit 7 tells: to add a byte to itself moves the next bit there.
    let second = bytes &+ bytes
    let awaited = before & (before &+ before)
    // C0 and C1 would be overlong; E0 and above begin longer sequences.
    let isNarrow = (bytes & 0x1E) &+ 0x7E
    let isOther = bytes & second & ((second &+ second) | ~isNarrow)
    let isBroken = ((bytes & ~second) ^ awaited | isOther) & 0x80
    let broken = unsafeBitCast(isBroken, to: SIMD2<UInt64>.self)
    return broken[0] | broken[1] == 0
  }

  /// Whether a byte begins a sequence of two.
  @inline(__always)
  private static func isLead(_ byte: UInt8) -> Bool { byte &- 0xC2 < 30 }

  /// The length of the well-formed sequence that begins at an offset, or nil.
  @inline(__always)
  private static func sequenceLength(at i: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    func follows(_ place: Int) -> Bool {
      i + place < bytes.count && bytes[i + place] & 0xC0 == 0x80
    }
    let lead = bytes[i]
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return follows(1) ? 2 : nil
    case 0xE0...0xEF:
      guard follows(1), follows(2) else { return nil }
      if lead == 0xE0, bytes[i + 1] < 0xA0 { return nil }
      if lead == 0xED, bytes[i + 1] >= 0xA0 { return nil }
      return 3
    case 0xF0...0xF4:
      guard follows(1), follows(2), follows(3) else { return nil }
      if lead == 0xF0, bytes[i + 1] < 0x90 { return nil }
      if lead == 0xF4, bytes[i + 1] >= 0x90 { return nil }
      return 4
    default: return nil
    }
  }

  /// Finds the first byte of an array that does not belong to well-formed UTF-8.
  public static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { firstInvalidByte(in: $0) }
  }

  /// Shortens the bytes from an offset on to something that fits into a message.
  ///
  /// Control characters become spaces, broken sequences U+FFFD, and a cut is shown by an ellipsis.
  public static func excerpt(
    of bytes: UnsafeBufferPointer<UInt8>, at offset: Int, length: Int = 32
  ) -> String {
    guard offset >= 0, offset < bytes.count else { return "" }
    var end = min(offset + length, bytes.count)
    let isCut = end < bytes.count
    while isCut, end > offset + 1, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    var text = ""
    for scalar in String(decoding: bytes[offset..<end], as: UTF8.self).unicodeScalars {
      text.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
    }
    return isCut ? text + "…" : text
  }
}

/// The top bit of each of eight bytes.
let highBits: UInt64 = 0x8080_8080_8080_8080

/// The low bit of each of eight bytes.
let lowBits: UInt64 = 0x0101_0101_0101_0101

/// Tells whether one of eight bytes equals a byte that is given eight times.
///
/// Method: Mycroft's test for a zero byte.
@inline(__always)
func holds(_ eight: UInt64, _ repeated: UInt64) -> UInt64 {
  let difference = eight ^ repeated
  return (difference &- lowBits) & ~difference & highBits
}

/// Finds bytes that no string of JSON holds as they are: control characters, quotation marks, backslashes.
///
/// The top bit of each is set; only the lowest hit is exact.
@inline(__always)
func holdsSpecial(_ eight: UInt64) -> UInt64 {
  (eight &- 0x2020_2020_2020_2020) & ~eight & highBits
    | holds(eight, 0x2222_2222_2222_2222) | holds(eight, 0x5C5C_5C5C_5C5C_5C5C)
}
