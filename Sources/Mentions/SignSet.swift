import ArabicText
import Lexicon

/// Signs of how a report vouches for something, one bit for each kind.
@frozen
public struct SignSet: OptionSet, BitwiseCopyable, Sendable {
  public let rawValue: UInt64

  @inlinable
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  @inlinable @inline(__always)
  public init(_ sign: StatusSign) { rawValue = 1 << UInt64(sign.rawValue) }

  /// Whether a sign is in the set.
  @inlinable @inline(__always)
  public func has(_ sign: StatusSign) -> Bool { contains(SignSet(sign)) }

  /// Whether any of some signs is in the set.
  @inlinable @inline(__always)
  public func has(anyOf signs: SignSet) -> Bool { !isDisjoint(with: signs) }
}

extension WordMatches {
  /// The kinds of signs that begin in a range of tokens.
  public func signs(in range: Range<Int>) -> SignSet {
    guard present.has(.status) else { return [] }
    var found: SignSet = []
    forEachSign(in: range) { match in
      if let value = match.lexeme?.value { found.formUnion(SignSet(rawValue: 1 << UInt64(value))) }
    }
    return found
  }

  /// What begins anywhere in a range of tokens.
  public func begins(in range: Range<Int>) -> CategorySet {
    begins.withElements { begins in
      var all: UInt32 = 0
      for set in begins[range] { all |= set.rawValue }
      return CategorySet(rawValue: all)
    }
  }
}
