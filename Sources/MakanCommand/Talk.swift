#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the program says about its work: on standard error, never among the results.
enum Talk {
  /// Says a sentence on a line of its own.
  static func say(_ text: String) { put("makan: \(text)\n") }

  static func put(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let count = write(2, bytes.baseAddress! + start, bytes.count - start)
        if count > 0 { start += count } else if errno != EINTR { return }
      }
    }
  }

  /// A number and what it counts: `1 report`, `1,234 reports`.
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(grouped(number)) \(number == 1 ? one : many)"
  }

  private static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }
}

/// A line on the terminal that tells how far the work has come.
///
/// It is shown only to a person, and only after a while; nothing of it is left when the work ends.
struct Progress {
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var last = ContinuousClock.now
  private var hasLine = false

  init(quietly: Bool) { isShown = !quietly && isatty(2) == 1 }

  /// Tells how far the work is, at most ten times a second.
  mutating func tell(_ text: @autoclosure () -> String) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now - last > .milliseconds(100) else { return }
    last = now
    hasLine = true
    Talk.put("\r\u{1B}[K\(text())")
  }

  /// Takes the line away.
  mutating func clear() {
    guard hasLine else { return }
    hasLine = false
    Talk.put("\r\u{1B}[K")
  }
}
