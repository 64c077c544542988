import Foundation

/// Files to be written together, by their paths below a folder.
public struct MapFolder: Sendable {
  /// A file: its path with slashes, and its bytes.
  public struct File: Sendable {
    public var path: String
    public var bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The files, by path.
  public private(set) var files: [File]
  /// What the user should know of the files, a sentence each.
  public var notices: [String] = []

  public init(files: [File]) {
    self.files = files
    sort()
  }

  /// The picture of the whole map, as SVG.
  public var picture: [UInt8] { files.first { $0.path == "map.svg" }?.bytes ?? [] }

  /// Adds a file.
  public mutating func add(_ file: File) {
    files.append(file)
    sort()
  }

  private mutating func sort() {
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Writes the files into a folder, and makes the folder where there is none.
  ///
  /// Each file appears whole or not at all: it is written under another name and then renamed.
  /// Pages in `reports` that this folder does not hold are removed, since they tell of operations
  /// that are no more, and so is an `index.html` of ours where this folder has none; other files
  /// stay.
  public func write(to folder: String) throws(MapFolderError) {
    let root = URL(filePath: folder, directoryHint: .isDirectory)
    var folders: Set<String> = []
    for file in files {
      let url = root.appending(path: file.path)
      let parent = url.deletingLastPathComponent()
      if folders.insert(parent.path).inserted {
        do {
          try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        } catch { throw MapFolderError(path: parent.path, kind: .cannotCreate, cause: error) }
      }
      do { try Data(file.bytes).write(to: url, options: .atomic) } catch {
        throw MapFolderError(path: url.path, kind: .cannotWrite, cause: error)
      }
    }
    try removeOldPages(in: root)
  }

  private func removeOldPages(in root: URL) throws(MapFolderError) {
    let pages = root.appending(path: "reports")
    let kept = Set(files.map(\.path))
    let names = (try? FileManager.default.contentsOfDirectory(atPath: pages.path)) ?? []
    for name in names where Self.isPage(name) && !kept.contains("reports/\(name)") {
      try remove(pages.appending(path: name))
    }
    let index = root.appending(path: IndexPage.path)
    if !kept.contains(IndexPage.path), IndexPage.isOurs(index.path) { try remove(index) }
  }

  private func remove(_ url: URL) throws(MapFolderError) {
    do { try FileManager.default.removeItem(at: url) } catch {
      throw MapFolderError(path: url.path, kind: .cannotWrite, cause: error)
    }
  }

  /// True for the names that pages of governorates and their pictures have: `SY09.md`,
  /// `SY09.ar.md`, `SY09.svg`.
  private static func isPage(_ name: String) -> Bool {
    name.hasPrefix("SY") && name.dropFirst(2).prefix { $0.isASCII && $0.isNumber }.count == 2
      && [".md", ".ar.md", ".svg"].contains { name.dropFirst(4) == $0 }
  }
}

/// Says that a file or folder could not be written.
public struct MapFolderError: Error, Sendable, CustomStringConvertible {
  public enum Kind: Sendable { case cannotCreate, cannotWrite }

  public var path: String
  public var kind: Kind
  /// What the system says.
  public var cause: String

  init(path: String, kind: Kind, cause: any Error) {
    self.path = path
    self.kind = kind
    self.cause = (cause as NSError).localizedDescription
  }

  /// The exit code of `sysexits.h`: 73 when a folder cannot be made, 74 when writing fails.
  public var exitCode: Int32 { kind == .cannotCreate ? 73 : 74 }

  public var description: String {
    switch kind {
    case .cannotCreate:
      "the folder \(path) cannot be made: \(cause); give another one with --output"
    case .cannotWrite: "\(path) cannot be written: \(cause)"
    }
  }
}
