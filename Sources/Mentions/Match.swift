import ArabicText
import Lexicon

/// A phrase of the automaton that stands at a token.
@frozen
public struct Match: BitwiseCopyable, Sendable {
  /// The first token, and the one behind the last.
  public var start: Int32
  public var end: Int32
  /// What the automaton says: a packed lexeme, or from `WordReader.nameBase` on a spelling.
  @usableFromInline var payload: Int32
  public var clitics: Clitics

  /// The lexeme, or nil for gazetteer names.
  @inlinable
  public var lexeme: Lexeme? { isName ? nil : Lexeme(packed: payload) }

  /// "حاجز", "نقطة عسكرية": whether it is a word of triggers for what soldiers hold.
  public var isPost: Bool {
    guard let lexeme, lexeme.category == .triggers else { return false }
    return lexeme.value == Trigger.barrier.rawValue || lexeme.value == Trigger.post.rawValue
  }

  /// Whether it is a name of the gazetteer's.
  @inlinable
  var isName: Bool { payload >= WordReader.nameBase }

  /// Whether it is of a word list.
  @inlinable @inline(__always)
  func isOf(_ category: Category) -> Bool {
    !isName && Lexeme(packed: payload).category == category
  }

  /// For names: the index of the spelling in the reader's.
  var spelling: Int32 { payload - WordReader.nameBase }

  /// The word list that it is of, or the names; and whether a span of time may begin with it.
  var kind: CategorySet {
    guard let lexeme else { return .names }
    let kind = CategorySet(lexeme.category)
    return lexeme.opensSpan ? kind.union(.opensSpan) : kind
  }
}

extension Lexeme {
  /// "من 3 إلى 5 آذار", "بين الأحد والثلاثاء".
  fileprivate var opensSpan: Bool {
    category == .spatial && (value == Spatial.from.rawValue || value == Spatial.between.rawValue)
  }
}

extension CategorySet {
  /// A number in digits.
  @inlinable public static var number: CategorySet { CategorySet(rawValue: 1 << 30) }
  /// A punctuation mark.
  @inlinable static var punctuation: CategorySet { CategorySet(rawValue: 1 << 29) }
  /// "من" or "بين", which a span of time may begin with.
  @inlinable static var opensSpan: CategorySet { CategorySet(rawValue: 1 << 28) }
}
