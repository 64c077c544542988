import Foundation

/// A still picture of the map in a file of its own: SVG as it is, or PNG by `rsvg-convert`.
public struct PictureFile: Sendable {
  private let path: String
  private let isPNG: Bool

  /// The program that turns SVG into PNG.
  private static let converter = "rsvg-convert"

  /// Takes the path of a picture.
  ///
  /// - Throws: ``PictureError`` when its name ends with neither `.svg` nor `.png`.
  public init(path: String) throws(PictureError) {
    let form = URL(filePath: path).pathExtension.lowercased()
    guard form == "svg" || form == "png" else { throw PictureError(kind: .noPicture, path: path) }
    self.path = path
    isPNG = form == "png"
  }

  /// Writes a picture, as the end of the file's name asks.
  ///
  /// - Throws: ``PictureError`` that says what is missing or could not be written.
  public func write(_ svg: [UInt8]) throws(PictureError) {
    let bytes = isPNG ? try png(of: svg) : Data(svg)
    do { try bytes.write(to: URL(filePath: path), options: .atomic) } catch {
      throw PictureError(
        kind: .cannotWrite, path: path, cause: (error as NSError).localizedDescription)
    }
  }

  private func png(of svg: [UInt8]) throws(PictureError) -> Data {
    // Files, not pipes: a large picture would fill both pipes and stop.
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "makan-\(ProcessInfo.processInfo.processIdentifier)")
    let (source, target) = (folder.appending(path: "map.svg"), folder.appending(path: "map.png"))
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(svg).write(to: source)
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = [Self.converter, "--unlimited", "-o", target.path, source.path]
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      if process.terminationStatus == 0 { return try Data(contentsOf: target) }
    } catch {
      throw PictureError(
        kind: .cannotWrite, path: path, cause: (error as NSError).localizedDescription)
    }
    // The shell's sign for a command that is not there.
    if process.terminationStatus == 127 { throw PictureError(kind: .noConverter, path: path) }
    throw PictureError(
      kind: .cannotWrite, path: path, cause: "\(Self.converter) could not draw the map")
  }
}

/// Says that a picture could not be made.
public struct PictureError: Error, Sendable, CustomStringConvertible {
  public enum Kind: Sendable { case noPicture, noConverter, cannotWrite }

  public var kind: Kind
  public var path: String
  /// What the system says.
  public var cause = ""

  /// The exit code of `sysexits.h`.
  public var exitCode: Int32 {
    switch kind {
    case .noPicture: 64
    case .noConverter: 66
    case .cannotWrite: 73
    }
  }

  public var description: String {
    switch kind {
    case .noPicture: "'\(path)' is no picture; give a file that ends with .svg or .png"
    case .noConverter:
      "\(path) needs rsvg-convert: apt-get install librsvg2-bin, or name a file that ends with .svg"
    case .cannotWrite: "\(path) cannot be written: \(cause)"
    }
  }
}
