/// A 64-bit hash that is the same on every machine and in every release, for ids.
///
/// Fields are told apart: `"ab", "c"` and `"a", "bc"` hash differently. It is made to spread, not
/// to withstand an attacker.
///
///     var hash = StableHash()
///     hash.combine(report.id)
///     hash.combine(claim.start)
///     "c_" + hash.hex
///
/// Method: per field its length and then its bytes, eight at a time as a little-endian number, are
/// each mixed in by one 64 × 64 → 128 bit multiplication whose halves are folded together; the
/// end is SplitMix64's finalizer.
public struct StableHash: Hashable, Sendable {
  private var state: UInt64 = 0x243F_6A88_85A3_08D3

  public init() {}

  /// Adds bytes as one field.
  public mutating func combine(_ bytes: UnsafeBufferPointer<UInt8>) {
    mix(UInt64(bytes.count) ^ 0x1319_8A2E_0370_7344)
    let memory = UnsafeRawBufferPointer(bytes)
    var i = 0
    while i + 8 <= bytes.count {
      mix(UInt64(littleEndian: memory.loadUnaligned(fromByteOffset: i, as: UInt64.self)))
      i += 8
    }
    guard i < bytes.count else { return }
    var rest: UInt64 = 0
    for (place, byte) in bytes[i...].enumerated() { rest |= UInt64(byte) << UInt64(8 * place) }
    mix(rest)
  }

  /// Adds bytes as one field.
  public mutating func combine(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { combine($0) }
  }

  /// Adds a text as one field.
  public mutating func combine(_ text: String) {
    if text.utf8.withContiguousStorageIfAvailable({ combine($0) }) == nil {
      combine(Array(text.utf8))
    }
  }

  /// Adds a number as one field.
  public mutating func combine(_ number: Int) { mix(UInt64(bitPattern: Int64(number))) }

  /// The hash of all fields so far.
  public var value: UInt64 {
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// The hash as 16 hexadecimal digits.
  public var hex: String { text(after: "") }

  /// The hash as 16 hexadecimal digits, with a few plain letters before them.
  public func text(after prefix: StaticString) -> String {
    let (value, start) = (value, prefix.utf8CodeUnitCount)
    return String(unsafeUninitializedCapacity: start + 16) { text in
      for i in 0..<start { text[i] = prefix.utf8Start[i] }
      for digit in 0..<16 {
        let nibble = UInt8(truncatingIfNeeded: value >> UInt64(60 - 4 * digit) & 15)
        text[start + digit] = nibble < 10 ? 0x30 + nibble : 0x57 + nibble
      }
      return start + 16
    }
  }

  private mutating func mix(_ word: UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    state = product.high ^ product.low ^ (state << 23 | state >> 41)
  }
}
