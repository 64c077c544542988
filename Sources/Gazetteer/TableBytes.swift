#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A table that cannot be read: which file, which line of it, and why.
public struct GazetteerError: Error, Hashable, CustomStringConvertible {
  public var file: String
  /// The line, counted from 1; nil when the file as a whole is at fault.
  public var line: Int?
  public var problem: String

  public var description: String {
    "\(file)\(line.map { ":\($0)" } ?? ""): \(problem); "
      + "run GazetteerCompiler again, or reinstall the program"
  }
}

/// The bytes of one file after those of another.
struct TableBytes {
  private(set) var bytes: [UInt8] = []

  /// Appends the file's bytes and returns where they stand.
  mutating func append(file path: String) throws(GazetteerError) -> Range<Int> {
    try append(files: [path])[0]
  }

  /// Appends the bytes of files and returns where those of each stand.
  mutating func append(files paths: [String]) throws(GazetteerError) -> [Range<Int>] {
    var descriptors: [Int32] = []
    defer { for descriptor in descriptors { close(descriptor) } }
    var ends = [bytes.count]
    for path in paths {
      let descriptor = open(path, O_RDONLY)
      guard descriptor >= 0 else {
        throw GazetteerError(file: path, problem: String(cString: strerror(errno)))
      }
      descriptors.append(descriptor)
      ends.append(ends[ends.count - 1] + Int(lseek(descriptor, 0, SEEK_END)))
      lseek(descriptor, 0, SEEK_SET)
    }
    let old = bytes
    var failed: (file: Int, problem: String)?
    bytes = [UInt8](unsafeUninitializedCapacity: ends[paths.count]) { buffer, count in
      _ = buffer.update(fromContentsOf: old)
      count = old.count
      for file in paths.indices where failed == nil {
        while count < ends[file + 1] {
          let got = read(descriptors[file], buffer.baseAddress! + count, ends[file + 1] - count)
          if got <= 0 {
            let problem =
              got < 0 ? String(cString: strerror(errno)) : "it became shorter while it was read"
            failed = (file, problem)
            break
          }
          count += got
        }
      }
    }
    if let failed {
      throw GazetteerError(file: paths[failed.file], problem: failed.problem)
    }
    return paths.indices.map { ends[$0]..<ends[$0 + 1] }
  }

  /// Appends rows to those of a file that was appended last, and returns where all stand.
  mutating func append(_ rows: [UInt8], behind file: Range<Int>) -> Range<Int> {
    guard !rows.isEmpty else { return file }
    if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    bytes += rows
    return file.lowerBound..<bytes.count
  }
}

/// Reads cells, one after the other, from a stretch of a table's bytes.
struct CellReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var position: Int
  let end: Int

  /// Leaves out the header line.
  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
    skipLine()
  }

  var atEnd: Bool { position >= end }

  /// The next cell's bytes; empty behind the end of the row.
  @inline(__always)
  mutating func cell() -> Range<Int> {
    let start = position
    let here = next(separator: 0x09, from: start)
    position = here < end && bytes[here] == 0x09 ? here + 1 : here
    return start..<here
  }

  /// The next cell as a number; 0 when it is empty.
  @inline(__always)
  mutating func number() -> Double {
    let cell = cell()
    return decimal(bytes, cell)
  }

  /// Goes to the start of the next line.
  @inline(__always)
  mutating func skipLine() {
    position = min(end, next(separator: 0x0A, from: position) + 1)
  }

  /// Finds the end of a line, or a tab before it if that is what is looked for; eight bytes at once.
  @inline(__always)
  private func next(separator: UInt8, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var here = start
    while here + 8 <= end {
      let word = UnsafeRawPointer(bytes.baseAddress! + here).loadUnaligned(as: UInt64.self)
      let toLine = word ^ ones &* 0x0A
      let toOther = word ^ ones &* UInt64(separator)
      let found =
        ((toLine &- ones) & ~toLine | (toOther &- ones) & ~toOther) & (ones &* 0x80)
      if found != 0 { return here + found.trailingZeroBitCount / 8 }
      here += 8
    }
    while here < end, bytes[here] != 0x0A, bytes[here] != separator { here += 1 }
    return here
  }
}

private let powersOfTen: [Double] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

/// The decimal number in the range of bytes: sign, digits, and at most nine digits of a fraction.
@inline(__always)
func decimal(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Double {
  var position = range.lowerBound
  return decimal(bytes, range, at: &position)
}

/// Reads the number that begins at a position, and goes on to where it ends: at a comma, at a bracket, or
/// with the range.
@inline(__always)
func decimal(
  _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, at position: inout Int
) -> Double {
  var value = 0
  var fraction = -1
  var negative = false
  while position < range.upperBound {
    let byte = bytes[position]
    if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "[") { break }
    position += 1
    if byte &- 0x30 < 10 {
      value = value &* 10 &+ Int(byte &- 0x30)
      if fraction >= 0 { fraction += 1 }
    } else if byte == 0x2E {
      fraction = 0
    } else if byte == 0x2D {
      negative = true
    }
  }
  let size = fraction > 0 ? Double(value) / powersOfTen[min(fraction, 9)] : Double(value)
  return negative ? -size : size
}
