import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Says that nobody reads the output any more.
struct ClosedPipe: Error {}

/// Where results go: whole blocks of bytes, in the order of the calls.
enum StandardOutput {
  private static let waiting = Mutex<[UInt8]>([])

  /// Writes a text.
  static func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Writes bytes.
  ///
  /// - Throws: ``ClosedPipe`` when the reader is gone, a ``Complaint`` when the system fails.
  static func write(_ bytes: [UInt8]) throws {
    try waiting.withLock { waiting in
      if waiting.isEmpty, bytes.count >= 1 << 16 {
        try put(bytes)
      } else {
        waiting += bytes
        if waiting.count >= 1 << 16 {
          defer { waiting.removeAll(keepingCapacity: true) }
          try put(waiting)
        }
      }
    }
  }

  /// Writes what is still waiting.
  static func flush() throws {
    try waiting.withLock { waiting in
      defer { waiting.removeAll() }
      try put(waiting)
    }
  }

  private static func put(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count {
        let count = Glibc.write(1, buffer.baseAddress! + start, buffer.count - start)
        if count >= 0 {
          start += count
        } else if errno == EPIPE {
          throw ClosedPipe()
        } else if errno != EINTR {
          throw Complaint(
            .inputOutput, "the results cannot be written: \(String(cString: strerror(errno)))")
        }
      }
    }
  }
}
