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
      // Eight bytes at a time: a byte 10xxxxxx continues a character and begins no unit, a byte
      // 1111xxxx begins two. Each lane counts its own, which suffices for 255 rounds.
      let lows: UInt64 = 0x0101_0101_0101_0101
      while i + 8 <= end {
        var (continuing, doubled): (UInt64, UInt64) = (0, 0)
        let stop = min(end, i + 255 * 8)
        while i + 8 <= stop {
          let eight = text.loadUnaligned(fromByteOffset: i, as: UInt64.self)
          continuing &+= eight >> 7 & ~(eight >> 6) & lows
          doubled &+= eight >> 7 & eight >> 6 & eight >> 5 & eight >> 4 & lows
          i += 8
        }
        units += Int(sum(ofLanes: doubled)) - Int(sum(ofLanes: continuing))
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

/// The sum of eight bytes.
private func sum(ofLanes lanes: UInt64) -> UInt64 {
  let pairs = (lanes & 0x00FF_00FF_00FF_00FF) &+ (lanes >> 8 & 0x00FF_00FF_00FF_00FF)
  return (pairs &* 0x0001_0001_0001_0001) >> 48
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
