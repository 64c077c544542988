/// A hash that is the same on every machine and in every run.
///
/// It is FNV-1a with 64 bits, by G. Fowler, L. C. Noll and K.-P. Vo.
struct Fingerprint {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Takes in bytes.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  /// Takes in a text, and a byte behind it that no text holds, so that fields do not run together.
  mutating func add(field text: String) {
    add(text.utf8)
    add(CollectionOfOne(0xFF))
  }

  /// Sixteen hexadecimal digits.
  var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
