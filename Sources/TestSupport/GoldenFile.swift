import Foundation

/// A file that holds what a test should give, byte for byte.
///
/// With `RECORD=1` in the environment the file is written anew, and the comparison still fails, so
/// that a recording run cannot pass for a tested one.
public struct GoldenFile: Sendable {
  public let path: String

  /// Names a golden file by its path below the package's root.
  public init(_ path: String) { self.path = "\(Folder.package)/\(path)" }

  /// Tells in a sentence how some bytes differ from the file, or gives nil when they are the same.
  ///
  ///     #expect(GoldenFile("maps/areas.geojson").difference(from: bytes) == nil)
  public func difference(from bytes: [UInt8]) -> String? {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      do {
        try FileManager.default.createDirectory(
          at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: path))
        return "\(path): recorded; run again without RECORD to compare"
      } catch {
        return "\(path): cannot be recorded: \(error)"
      }
    }
    guard let golden = Folder.contents(of: path) else {
      return "\(path): no such file; record it with RECORD=1"
    }
    if golden == bytes { return nil }
    let expected = golden.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let found = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for number in 0..<min(expected.count, found.count) where expected[number] != found[number] {
      return "\(path):\(number + 1): \(Self.contrast(expected[number], found[number]))"
    }
    return "\(path): has \(expected.count) lines, but the test gives \(found.count)"
  }

  /// Tells in a sentence how a text differs from the file, or gives nil when they are the same.
  public func difference(from text: String) -> String? { difference(from: Array(text.utf8)) }

  /// Quotes two lines around the first byte in which they differ.
  private static func contrast(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> String {
    let common = zip(a, b).prefix { $0 == $1 }.count
    let from = max(0, common - 40)
    func quoted(_ line: ArraySlice<UInt8>) -> String {
      String(decoding: line.dropFirst(from).prefix(120), as: UTF8.self)
    }
    return "column \(common + 1): golden `\(quoted(a))`, here `\(quoted(b))`"
  }
}
