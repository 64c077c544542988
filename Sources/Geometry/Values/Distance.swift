/// A length on the ground, named with its unit where it is written.
///
/// ```swift
/// let reach: Distance = .kilometres(10)
/// reach.metres  // 10000
/// ```
public struct Distance: Hashable, Comparable, Sendable {
  /// The length in metres.
  public var metres: Double

  /// The length in kilometres.
  public var kilometres: Double { metres / 1000 }

  private init(inMetres metres: Double) { self.metres = metres }

  /// Makes a length of metres.
  public static func metres(_ metres: Double) -> Distance { Distance(inMetres: metres) }

  /// Makes a length of kilometres.
  public static func kilometres(_ kilometres: Double) -> Distance {
    Distance(inMetres: kilometres * 1000)
  }

  /// No length at all.
  public static let zero = Distance(inMetres: 0)

  public static func < (a: Distance, b: Distance) -> Bool { a.metres < b.metres }
  public static func + (a: Distance, b: Distance) -> Distance { .metres(a.metres + b.metres) }
  public static func - (a: Distance, b: Distance) -> Distance { .metres(a.metres - b.metres) }
  public static func * (a: Distance, factor: Double) -> Distance { .metres(a.metres * factor) }
  public static func / (a: Distance, divisor: Double) -> Distance { .metres(a.metres / divisor) }
  public static func / (a: Distance, b: Distance) -> Double { a.metres / b.metres }
}

extension Distance: CustomStringConvertible {
  public var description: String { metres < 1000 ? "\(metres) m" : "\(kilometres) km" }
}
