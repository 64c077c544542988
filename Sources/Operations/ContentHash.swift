/// A number that stands for a text, the same on every machine and in every run.
///
/// FNV-1a of Fowler, Noll and Vo over the UTF-8 bytes, its bits mixed by the last step of
/// MurmurHash3 so that texts which differ in one byte differ in many digits.
struct ContentHash {
  private var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init(of text: String) {
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    value = (value ^ (value >> 33)) &* 0xff51_afd7_ed55_8ccd
    value = (value ^ (value >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    value ^= value >> 33
  }

  /// The number as 16 hexadecimal digits.
  var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
