#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One line of a text: its number, counted from 1, and its bytes without the line feed.
struct Line {
  var number: Int
  var bytes: UnsafeBufferPointer<UInt8>
}

/// The lines of a text, one by one; the last one may lack its line feed.
struct Lines: Sequence, IteratorProtocol {
  private let text: UnsafeBufferPointer<UInt8>
  private var number: Int
  /// Where the next line begins.
  private(set) var offset = 0

  init(of text: UnsafeBufferPointer<UInt8>, firstNumber: Int = 1) {
    self.text = text
    number = firstNumber
  }

  mutating func next() -> Line? {
    guard offset < text.count else { return nil }
    let end = text.firstIndex(of: lineFeed, from: offset) ?? text.count
    defer {
      offset = Swift.min(end + 1, text.count)
      number += 1
    }
    return Line(number: number, bytes: UnsafeBufferPointer(rebasing: text[offset..<end]))
  }
}

let lineFeed = UInt8(ascii: "\n")

extension UnsafeBufferPointer<UInt8> {
  /// Finds a byte from an offset on, by the C library's search.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let base = baseAddress,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Finds the last occurrence of a byte behind an offset.
  func lastIndex(of byte: UInt8, from start: Int) -> Int? {
    var i = count
    while i > start {
      i -= 1
      if self[i] == byte { return i }
    }
    return nil
  }

  /// How many lines end before an offset.
  func lineFeeds(before end: Int) -> Int {
    var found = 0
    var i = 0
    while let next = firstIndex(of: lineFeed, from: i), next < end {
      found += 1
      i = next + 1
    }
    return found
  }

  /// The first byte that is no blank, from an offset on.
  func firstVisible(from start: Int = 0) -> Int? {
    var i = start
    while i < count, self[i] <= 0x20 { i += 1 }
    return i < count ? i : nil
  }
}
