/// One Unicode scalar of UTF-8 bytes, and how many bytes it takes.
struct Scalar {
  var value: UInt32
  var length: Int

  /// Reads the scalar that begins at a byte.
  ///
  /// Where the bytes are no UTF-8 its value is any, but it never reaches behind the end.
  @inline(__always)
  static func next(in bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Scalar {
    let a = bytes[i]
    if a < 0x80 { return Scalar(value: UInt32(a), length: 1) }
    let left = bytes.count - i
    if a & 0xE0 == 0xC0, left >= 2 {
      return Scalar(value: UInt32(a & 0x1F) << 6 | UInt32(bytes[i + 1] & 0x3F), length: 2)
    }
    if a & 0xF0 == 0xE0, left >= 3 {
      let high = UInt32(a & 0x0F) << 12
      let middle = UInt32(bytes[i + 1] & 0x3F) << 6
      return Scalar(value: high | middle | UInt32(bytes[i + 2] & 0x3F), length: 3)
    }
    if a & 0xF8 == 0xF0, left >= 4 {
      let high = UInt32(a & 0x07) << 18 | UInt32(bytes[i + 1] & 0x3F) << 12
      let low = UInt32(bytes[i + 2] & 0x3F) << 6 | UInt32(bytes[i + 3] & 0x3F)
      return Scalar(value: high | low, length: 4)
    }
    return Scalar(value: 0xFFFD, length: 1)
  }
}
