/// 96 bits that stand for quoted words: among a million claims, two that differ have the same less often
/// than once in 10^17 runs.
package struct Fingerprint: Hashable, Sendable {
  package private(set) var hash: UInt64
  package private(set) var check: UInt32

  /// Takes the fingerprint of some bytes.
  package init(of bytes: UnsafeBufferPointer<UInt8>) {
    let bytes = UnsafeRawBufferPointer(bytes)
    var (one, other) = (Lane(0x9E37_79B9_7F4A_7C15), Lane(0xD1B5_4A32_D192_ED03))
    // The two lanes go side by side, for each has to wait for itself.
    func mix(_ word: UInt64) {
      one.mix(word)
      other.mix(word)
    }
    mix(UInt64(bytes.count))
    var i = 0
    while i + 8 <= bytes.count {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)))
      i += 8
    }
    var rest: UInt64 = 0
    while i < bytes.count {
      rest = rest << 8 | UInt64(bytes[i])
      i += 1
    }
    mix(rest)
    hash = one.state
    check = UInt32(truncatingIfNeeded: other.state >> 16)
  }

  /// Adds the words that follow.
  package mutating func combine(_ next: Fingerprint) {
    var (one, other) = (Lane(0x9E37_79B9_7F4A_7C15), Lane(0xD1B5_4A32_D192_ED03))
    for word in [hash, UInt64(check), next.hash, UInt64(next.check)] {
      one.mix(word)
      other.mix(word)
    }
    hash = one.state
    check = UInt32(truncatingIfNeeded: other.state >> 16)
  }

  private struct Lane {
    var state: UInt64
    let factor: UInt64

    init(_ factor: UInt64) {
      state = ~factor
      self.factor = factor
    }

    @inline(__always)
    mutating func mix(_ word: UInt64) {
      let product = (state ^ word).multipliedFullWidth(by: factor)
      state = product.high ^ product.low ^ (state << 23 | state >> 41)
    }
  }
}
