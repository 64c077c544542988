/// What can be said of bytes that should be UTF-8 text.
public enum UTF8Text {
  /// Finds the first byte that does not belong to well-formed UTF-8.
  ///
  /// Well-formed is what table 3-7 of the Unicode standard allows: no overlong forms, no
  /// surrogates, nothing above U+10FFFF. The offset is that of the first byte of the broken
  /// sequence.
  /// - Complexity: linear.
  public static func firstInvalidByte(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let count = bytes.count
    let raw = UnsafeRawPointer(base)
    var i = 0
    while i < count {
      while i + 8 <= count, raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & highBits == 0 {
        i += 8
      }
      guard i < count else { return nil }
      let lead = base[i]
      if lead < 0x80 {
        i += 1
      } else if lead < 0xE0 {
        guard lead >= 0xC2, i + 1 < count, base[i + 1] & 0xC0 == 0x80 else { return i }
        i += 2
      } else if lead < 0xF0 {
        guard i + 2 < count, base[i + 1] & 0xC0 == 0x80, base[i + 2] & 0xC0 == 0x80 else {
          return i
        }
        if lead == 0xE0, base[i + 1] < 0xA0 { return i }
        if lead == 0xED, base[i + 1] >= 0xA0 { return i }
        i += 3
      } else {
        guard lead <= 0xF4, i + 3 < count, base[i + 1] & 0xC0 == 0x80,
          base[i + 2] & 0xC0 == 0x80, base[i + 3] & 0xC0 == 0x80
        else { return i }
        if lead == 0xF0, base[i + 1] < 0x90 { return i }
        if lead == 0xF4, base[i + 1] >= 0x90 { return i }
        i += 4
      }
    }
    return nil
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
