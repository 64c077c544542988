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
      // Eight bytes at a time as long as all are ASCII or two-byte sequences, as Arabic is.
      var pending: UInt64 = 0
      while i + 8 <= count {
        let eight = UInt64(littleEndian: memory.loadUnaligned(fromByteOffset: i, as: UInt64.self))
        let high = eight & highBits
        if high == 0, pending == 0 {
          i += 8
          continue
        }
        let second = eight << 1 & highBits
        let leads = high & second
        let followers = high & ~second
        // C0 and C1 would be overlong; E0 and above begin longer sequences.
        let wide = (eight & 0x1E1E_1E1E_1E1E_1E1E) &+ 0x7E7E_7E7E_7E7E_7E7E
        guard leads & (eight << 2 | ~wide) == 0, followers == leads << 8 | pending else { break }
        pending = leads >> 56
        i += 8
      }
      if pending != 0 { i -= 1 }
      // One by one over what is left, or over the next few bytes.
      let end = min(i + 16, count)
      while i < end {
        guard let length = sequenceLength(at: i, in: bytes) else { return i }
        i += length
      }
      if i >= count { return nil }
    }
  }

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
