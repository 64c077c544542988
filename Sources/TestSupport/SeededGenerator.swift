/// A random number generator that gives the same numbers for the same seed, everywhere.
///
/// Method: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
/// 2014).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A whole number of a range, each equally likely.
  public mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True in one of so many cases.
  public mutating func oneIn(_ count: Int) -> Bool { int(1...count) == 1 }

  /// An element of a collection that is not empty, each equally likely.
  public mutating func element<C: RandomAccessCollection>(of collection: C) -> C.Element {
    collection[
      collection.index(collection.startIndex, offsetBy: int(0...collection.count - 1))]
  }

  /// Bytes of all values.
  public mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
  }

  /// Text with what tests forget: controls, quotes, Arabic, line separators, emoji.
  public mutating func text(_ count: Int) -> String {
    var text = ""
    for _ in 0..<count { text.unicodeScalars.append(scalar()) }
    return text
  }

  private mutating func scalar() -> Unicode.Scalar {
    let range: ClosedRange<Int> =
      switch int(0...9) {
      case 0: 0...0x1F
      case 1...3: 0x20...0x7E
      case 4...6: 0x621...0x652
      case 7: 0x2018...0x202F
      case 8: 0x1F300...0x1F6FF
      default:
        element(of: [0x22...0x22, 0x5C...0x5C, 0x7F...0x9F, 0xFFFD...0xFFFD, 0xE000...0xE010])
      }
    return Unicode.Scalar(UInt32(int(range))) ?? " "
  }
}
