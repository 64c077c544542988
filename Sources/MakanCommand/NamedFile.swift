import Makan

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is read whole.
enum NamedFile {
  /// Reads a file, or standard input for `-`.
  ///
  /// - Throws: A ``Complaint`` that quotes the path.
  static func bytes(of path: String) throws -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw complaint(path) }
    defer { if descriptor > 0 { close(descriptor) } }
    var bytes: [UInt8] = []
    var info = stat()
    if fstat(descriptor, &info) == 0, info.st_size > 0 { bytes.reserveCapacity(Int(info.st_size)) }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count > 0 { bytes += chunk[..<count] } else if errno != EINTR { throw complaint(path) }
    }
  }

  /// Reads a file, or gives nil where there is none.
  static func bytesIfAny(of path: String) throws -> [UInt8]? {
    access(path, F_OK) == 0 ? try bytes(of: path) : nil
  }

  /// True for a folder.
  static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  private static func complaint(_ path: String) -> Complaint {
    switch errno {
    case ENOENT, ENOTDIR:
      Complaint(.noInput, "\(path): no such file; - reads standard input")
    case EACCES, EPERM: Complaint(.noInput, "\(path): may not be read: permission denied")
    default: Complaint(.inputOutput, "\(path): cannot be read: \(String(cString: strerror(errno)))")
    }
  }
}

/// The operations of a map that was written before.
enum MapFile {
  /// Reads an `operations.geojson`, with the `areas.geojson` beside it where there is one; a map
  /// folder stands for the file in it.
  static func operations(in path: String) throws -> [OperationFeature] {
    let file = NamedFile.isFolder(path) ? path + "/operations.geojson" : path
    let bytes = try NamedFile.bytes(of: file)
    let folder = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(file[...$0]) } ?? ""
    let areas = path == "-" ? nil : try NamedFile.bytesIfAny(of: folder + "areas.geojson")
    do {
      return try OperationFeature.features(parsing: bytes, areas: areas)
    } catch {
      throw Complaint(
        .badData,
        error.file == "operations.geojson"
          ? "\(file): \(error.problem); give a file that makan map has written" : "\(error)")
    }
  }
}
