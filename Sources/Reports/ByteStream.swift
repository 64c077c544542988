#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file, pipe or standard input, closed when nobody holds it any more.
final class ByteStream: Sendable {
  let path: String
  private let descriptor: Int32
  private let isOwned: Bool

  /// Opens a file.
  init(opening path: String) throws(InputIssue) {
    self.path = path
    var descriptor: Int32
    repeat { descriptor = open(path, O_RDONLY | O_CLOEXEC) } while descriptor < 0 && errno == EINTR
    guard descriptor >= 0 else { throw SystemFault(errno).issue(path) }
    self.descriptor = descriptor
    isOwned = true
  }

  /// Reads standard input.
  init() {
    path = InputPath.standardInput
    descriptor = 0
    isOwned = false
  }

  deinit { if isOwned { close(descriptor) } }

  /// Reads what is there, at most so many bytes; zero at the end.
  func read(
    into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(InputIssue) -> Int {
    guard let start = buffer.baseAddress, !buffer.isEmpty else { return 0 }
    while true {
      let count = unistdRead(descriptor, start, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw SystemFault(errno).issue(path) }
    }
  }

  /// Reads to the end, or gives nil when there is more than a limit.
  func readAll(atMost limit: Int, after head: [UInt8] = []) throws(InputIssue) -> [UInt8]? {
    var info = stat()
    let size = fstat(descriptor, &info) == 0 ? Int(info.st_size) : 0
    if isOwned, size > limit { return nil }
    var bytes = head
    bytes.reserveCapacity(head.count + min(size, limit) + 1)
    while bytes.count <= limit {
      // One byte more than the file should have tells its end with the first reading.
      let room = max(bytes.capacity - bytes.count, 1 << 16)
      let chunk = try read(atMost: room)
      if chunk.isEmpty { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    }
    return nil
  }

  /// Reads what is there into a new array; empty at the end.
  func read(atMost count: Int) throws(InputIssue) -> [UInt8] {
    var issue: InputIssue?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(InputIssue) {
        filled = try read(into: buffer)
      } catch {
        issue = error
      }
    }
    if let issue { throw issue }
    return bytes
  }
}

/// The C library's `read`, which the method of that name hides.
private func unistdRead(_ descriptor: Int32, _ to: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int
{
  read(descriptor, to, count)
}

/// An error number of the system, and what it means for an input.
struct SystemFault {
  var number: Int32

  init(_ number: Int32) { self.number = number }

  func issue(_ path: String) -> InputIssue {
    switch number {
    case ENOENT, ENOTDIR:
      InputIssue(
        path: path, reason: "no such file or folder; `-` reads standard input", kind: .noInput)
    case EACCES, EPERM:
      InputIssue(path: path, reason: "may not be read: permission denied", kind: .noInput)
    case ELOOP:
      InputIssue(path: path, reason: "is a symbolic link to itself", kind: .noInput)
    case ENAMETOOLONG:
      InputIssue(path: path, reason: "the path is too long", kind: .noInput)
    default:
      InputIssue(
        path: path, reason: "cannot be read: \(String(cString: strerror(number)))", kind: .ioError)
    }
  }
}
