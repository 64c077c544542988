/// Where the bytes of a UTF-8 text stand when it is counted in UTF-16 code units.
///
/// Programs for the web and most editors count text in these units, so evidence does as well.
public struct UTF16Offsets: Sendable {
  private static let stride = 128
  private let text: [UInt8]
  /// The offset of every 128th byte.
  private var marks: [Int] = [0]

  /// Counts a text once.
  /// - Complexity: linear.
  public init(_ text: [UInt8]) {
    self.text = text
    marks.reserveCapacity(text.count / Self.stride + 1)
    var start = 0
    while start + Self.stride <= text.count {
      marks.append(marks[marks.count - 1] + Self.units(in: text, start, start + Self.stride))
      start += Self.stride
    }
  }

  /// The UTF-16 offset of the character that begins at a byte offset; ends are clamped.
  /// - Complexity: constant.
  public subscript(byte: Int) -> Int {
    let byte = min(max(byte, 0), text.count)
    let mark = byte / Self.stride
    return marks[mark] + Self.units(in: text, mark * Self.stride, byte)
  }

  /// The UTF-16 range of a range of bytes.
  public subscript(range: TextRange) -> TextRange { TextRange(self[range.start], self[range.end]) }

  /// The code units that some bytes begin: one each, two for what takes four bytes.
  private static func units(in text: [UInt8], _ start: Int, _ end: Int) -> Int {
    text.withUnsafeBytes { text in
      var units = end - start
      var i = start
      // Sixteen bytes at a time: a byte 10xxxxxx continues a character and begins no unit, a byte
      // 1111xxxx begins two. Each lane counts its own, which suffices for 255 rounds.
      while i + 16 <= end {
        var (continuing, doubled) = (SIMD16<UInt8>(), SIMD16<UInt8>())
        let stop = min(end, i + 255 * 16)
        while i + 16 <= stop {
          let bytes = text.loadUnaligned(fromByteOffset: i, as: SIMD16<UInt8>.self)
          // To add a byte to itself moves the next bit to the top.
          let second = bytes &+ bytes
          let third = second &+ second
          continuing &+= (bytes & ~second) &>> 7
          doubled &+= (bytes & second & third & (third &+ third)) &>> 7
          i += 16
        }
        units += sum(ofLanes: doubled) - sum(ofLanes: continuing)
      }
      while i < end {
        let byte = text[i]
        units += (byte >= 0xF0 ? 1 : 0) - (byte & 0xC0 == 0x80 ? 1 : 0)
        i += 1
      }
      return units
    }
  }
}

/// The sum of sixteen bytes.
private func sum(ofLanes lanes: SIMD16<UInt8>) -> Int {
  let halves = unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
  let pairs = (halves & 0x00FF_00FF_00FF_00FF) &+ ((halves &>> 8) & 0x00FF_00FF_00FF_00FF)
  let sums = (pairs[0] &+ pairs[1]) &* 0x0001_0001_0001_0001
  return Int(sums >> 48)
}

extension Report {
  /// Gives ranges of the text in UTF-16 code units, in the same order.
  /// - Complexity: linear in the text, whatever the number of ranges: ask for all at once.
  public func utf16Offsets(of ranges: [TextRange]) -> [TextRange] {
    if ranges.isEmpty { return [] }
    let offsets = UTF16Offsets(text)
    return ranges.map { offsets[$0] }
  }
}
