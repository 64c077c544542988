extension UnsafeRawBufferPointer {
  /// True when two stretches of memory hold the same, compared eight bytes at a time.
  func isSame(as other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count else { return false }
    var i = 0
    while i + 8 <= count {
      let a = loadUnaligned(fromByteOffset: i, as: UInt64.self)
      let b = other.loadUnaligned(fromByteOffset: i, as: UInt64.self)
      if a != b { return false }
      i += 8
    }
    while i < count {
      if self[i] != other[i] { return false }
      i += 1
    }
    return true
  }
}
