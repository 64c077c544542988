import ArabicText
import TestSupport

/// Text as no newsroom writes it, the same for the same seed.
struct UnrulyText {
  private var generator: SeededGenerator

  init(seed: Int) { generator = SeededGenerator(seed: seed) }

  private static let ranges: [ClosedRange<UInt32>] = [
    0...0x1F, 0x20...0x7E, 0x20...0x20, 0x2A...0x2E, 0x30...0x39, 0x61...0x7A, 0x85...0xFF,
    0x100...0x24F, 0x300...0x36F, 0x600...0x6FF, 0x621...0x64A, 0x621...0x64A, 0x640...0x640,
    0x64B...0x652, 0x660...0x66C, 0x750...0x77F, 0x8A0...0x8FF, 0x1E00...0x1EFF, 0x2000...0x206F,
    0x25A0...0x25FF, 0x4E00...0x4E20, 0xFB50...0xFDFF, 0xFE70...0xFEFF, 0xFF10...0xFF19,
    0x1F300...0x1F6FF, 0xE0000...0xE007F, 0x10_FFF0...0x10_FFFF,
  ]

  /// Text of a number of scalars: letters, digits, marks, emoji, bidi signs in any order.
  mutating func next(_ count: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<count {
      let range = generator.element(of: Self.ranges)
      let value = generator.int(Int(range.lowerBound)...Int(range.upperBound))
      scalars.append(Unicode.Scalar(UInt32(value)) ?? " ")
    }
    return String(scalars)
  }

  /// Bytes of such a text, some of them struck out, doubled or replaced.
  mutating func brokenBytes(_ count: Int) -> [UInt8] {
    var bytes = Array(next(count).utf8)
    for _ in 0..<generator.int(1...4) where !bytes.isEmpty {
      let i = generator.int(0...bytes.count - 1)
      switch generator.int(0...3) {
      case 0: bytes.remove(at: i)
      case 1: bytes.insert(bytes[i], at: i)
      case 2: bytes[i] = UInt8(generator.int(0...255))
      default: bytes.removeLast(bytes.count - i)
      }
    }
    return bytes
  }

  /// A number of a range.
  mutating func int(_ range: ClosedRange<Int>) -> Int { generator.int(range) }

  /// Folded letters of a small alphabet, clitics among them, so that words meet again.
  mutating func word() -> [Letter] {
    (0..<generator.int(1...4)).map { _ in generator.element(of: Self.letters) }
  }

  private static let letters: [Letter] = [.alef, .beh, .lam, .waw, .heh]

  /// Bytes of all values.
  mutating func bytes(_ count: Int) -> [UInt8] { generator.bytes(count) }
}
