#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One thing to read, found from what the user named.
enum InputPath: Sendable {
  /// A file that holds one report.
  case document(String)
  /// A file of JSON lines.
  case records(String)
  /// A file whose form its first bytes tell; nil is standard input.
  case unknown(String?)
  /// What cannot be read.
  case issue(InputIssue)

  static let standardInput = "standard input"
  /// What stands for a file's stem where there is no file.
  static let standardInputStem = "stdin"
  static let documents: Set<String> = ["txt", "md", "text"]
  static let lineFiles: Set<String> = ["jsonl", "ndjson", "json"]

  /// Finds what arguments name: files, folders with all below them, `-` for standard input.
  ///
  /// The files of a folder come in the order of their paths' bytes; what an earlier argument has
  /// named already is left out.
  static func all(_ arguments: [String]) -> [InputPath] {
    var found: [InputPath] = []
    for argument in arguments { found += paths(argument) }
    if arguments.count > 1 {
      var seen: Set<String> = []
      found = found.filter { input in
        switch input {
        case .document(let path), .records(let path), .unknown(let path?):
          seen.insert(resolved(path)).inserted
        case .unknown(nil): seen.insert("-").inserted
        case .issue: true
        }
      }
    }
    return found
  }

  private static func paths(_ argument: String) -> [InputPath] {
    if argument == "-" { return [.unknown(nil)] }
    var info = stat()
    guard stat(argument, &info) == 0 else { return [.issue(SystemFault(errno).issue(argument))] }
    switch info.st_mode & S_IFMT {
    case S_IFDIR: return folder(argument, info)
    case S_IFREG: return [file(argument) ?? .unknown(argument)]
    default: return [.unknown(argument)]
    }
  }

  /// A file by its extension, or nil for one that reports do not have.
  private static func file(_ path: String) -> InputPath? {
    let form = TextForm.fileExtension(of: path)
    if documents.contains(form) { return .document(path) }
    if lineFiles.contains(form) { return .records(path) }
    return nil
  }

  private static func folder(_ path: String, _ info: stat) -> [InputPath] {
    var name = path
    while name.utf8.count > 1, name.utf8.last == UInt8(ascii: "/") { name.removeLast() }
    var found: [(path: String, input: InputPath)] = []
    list(name, within: [Identity(info)], into: &found)
    if found.isEmpty {
      return [
        .issue(
          InputIssue(
            path: path, reason: "holds no reports (.txt .md .text .jsonl .ndjson .json)",
            kind: .noInput))
      ]
    }
    found.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return found.map(\.input)
  }

  /// Lists a folder and those below it; hidden files and files named README are passed over.
  private static func list(
    _ path: String, within folders: [Identity], into found: inout [(path: String, input: InputPath)]
  ) {
    guard let folder = opendir(path) else {
      return found.append((path, .issue(SystemFault(errno).issue(path))))
    }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.utf8.first == UInt8(ascii: ".") { continue }
      let below = path == "/" ? "/" + name : path + "/" + name
      var info = stat()
      let fault = stat(below, &info) == 0 ? nil : SystemFault(errno)
      if fault == nil, info.st_mode & S_IFMT == S_IFDIR {
        if !folders.contains(Identity(info)) {
          list(below, within: folders + [Identity(info)], into: &found)
        }
        continue
      }
      if TextForm.stem(of: name).lowercased() == "readme" { continue }
      guard let input = file(below) else { continue }
      if let fault {
        found.append((below, .issue(fault.issue(below))))
      } else if info.st_mode & S_IFMT == S_IFREG {
        found.append((below, input))
      }
    }
  }

  /// The path without links and dots, for telling whether two paths mean one file.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// What tells one folder from another.
  private struct Identity: Equatable {
    var device: UInt64
    var number: UInt64

    init(_ info: stat) {
      device = UInt64(truncatingIfNeeded: info.st_dev)
      number = UInt64(truncatingIfNeeded: info.st_ino)
    }
  }
}
