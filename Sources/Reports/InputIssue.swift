/// Something that could not be read as a report, and why.
///
/// It never stops the other reports.
public struct InputIssue: Error, Hashable, Sendable, CustomStringConvertible {
  /// Whose fault it is, as the exit codes of sysexits tell them apart.
  public enum Kind: Int32, Sendable, Comparable {
    /// Nobody's: the input is no report and does not claim to be one.
    case passedOver = 0
    /// What the input holds cannot be read.
    case badData = 65
    /// The input does not exist, may not be opened, or holds no reports.
    case noInput = 66
    /// The system failed while it was being read.
    case ioError = 74

    public static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
  }

  /// The file or folder, as the user named it; `standard input` for `-`.
  public var path: String
  /// The line, counted from 1, where one can be told.
  public var line: Int?
  /// What is wrong, with a quotation where there is one, and what to try.
  public var reason: String
  public var kind: Kind

  public init(path: String, line: Int? = nil, reason: String, kind: Kind) {
    self.path = path
    self.line = line
    self.reason = reason
    self.kind = kind
  }

  /// The exit code that stands for it when nothing worse happens.
  public var exitCode: Int32 { kind.rawValue }

  /// One line: `path:line: reason`.
  public var description: String {
    line.map { "\(path):\($0): \(reason)" } ?? "\(path): \(reason)"
  }
}
