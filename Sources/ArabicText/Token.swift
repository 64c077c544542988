/// One token of a text: a word, a number, a punctuation mark or a line break.
///
/// Tokens come in order and keep their byte ranges; what lies between two tokens is blank.
@frozen
public struct Token: BitwiseCopyable, Sendable {
  @frozen
  public enum Kind: UInt8, Sendable {
    case word, number, punctuation, lineBreak
  }

  /// Byte offsets in the text, half open.
  public var start: Int32
  public var end: Int32
  public var kind: Kind
  /// True when no blank stands between this token and the one before it.
  public var isGlued: Bool = false
  /// The punctuation mark; `.none` for the other kinds.
  public var mark: Mark = .none
  /// The conjunction or preposition that stands before a number or a quotation, parted from it by a
  /// blank.
  public var detachedClitics: Clitics = []
  /// True for such a single letter.
  public var isDetachedClitic: Bool = false
  /// How many vocabulary words the token may be.
  public internal(set) var readingCount: UInt8 = 0
  /// The clitics of the likeliest of them.
  public internal(set) var likelyClitics: Clitics = []
  /// The value of a number (at most `Int32.max`); 0 otherwise.
  public var value: Int32 = 0
  /// Where the folded letters lie in the tokens' letter buffer.
  public var lettersStart: Int32 = 0
  public var lettersCount: Int32 = 0
  /// The word's entry in the memory that it was read with; below zero without one, where it tells its
  /// place among the tokens' own readings.
  ///
  /// Until the word is looked up, where the looking begins.
  @usableFromInline var entry: Int32 = Self.isUnread

  @usableFromInline static let isUnread: Int32 = -1

  /// Whether the word is in the memory that it was read with.
  @inlinable
  public var isRemembered: Bool { entry >= 0 }

  /// Whether a word that nobody knows is long enough to be two that are written as one.
  @inline(__always)
  var mayBeTwoWords: Bool { readingCount == 0 && lettersCount >= 6 && kind == .word }

  /// Where the folded letters lie in the tokens' letter buffer.
  var lettersRange: Range<Int> { Int(lettersStart)..<Int(lettersStart + lettersCount) }
}

/// The punctuation that readers of tokens tell apart.
@frozen
public enum Mark: UInt8, Sendable {
  case none
  case fullStop
  /// `؟` `?` `!`
  case question
  /// `..` and `…`, which trail off or part headlines.
  case ellipsis
  case comma
  case semicolon
  case colon
  case quote
  case openBracket
  case closeBracket
  /// `-` `–` `—`
  case dash
  case slash
  /// `|` `•` `◂` and other signs that part items.
  case separator
  /// `#` and `_`, which join the words of a hashtag.
  case joiner
  case other
  /// A full stop between digits, where it parts numbers and no sentences: `3.4.2021`.
  case point
}

extension Mark {
  /// Whether the mark closes a sentence.
  @inlinable
  public var endsSentence: Bool { self == .fullStop || self == .question }
}

/// Letters that are written together with a word but belong to the sentence.
@frozen
public struct Clitics: OptionSet, Hashable, BitwiseCopyable, Sendable {
  public let rawValue: UInt8
  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// و "and".
  @inlinable public static var waw: Clitics { Clitics(rawValue: 1) }
  /// ف "so".
  @inlinable public static var feh: Clitics { Clitics(rawValue: 2) }
  /// ب "in, by".
  @inlinable public static var beh: Clitics { Clitics(rawValue: 4) }
  /// ل "to, for".
  @inlinable public static var lam: Clitics { Clitics(rawValue: 8) }
  /// ك "as".
  @inlinable public static var kaf: Clitics { Clitics(rawValue: 16) }
  /// A pronoun at the end: ه ها هم هما نا.
  @inlinable public static var pronoun: Clitics { Clitics(rawValue: 32) }

  /// How many letters stand before the word.
  @inlinable
  public var letterCount: Int { (rawValue & 31).nonzeroBitCount }
}

/// Up to three ways to take a token apart into clitics and a word of the vocabulary.
@frozen
public struct Readings: BitwiseCopyable, Sendable {
  @frozen
  public struct Reading: Hashable, BitwiseCopyable, Sendable {
    /// The word's number in the vocabulary.
    public var word: Int32
    public var clitics: Clitics

    @inlinable
    init(word: Int32, clitics: Clitics) {
      self.word = word
      self.clitics = clitics
    }
  }
  @usableFromInline var first = Reading(word: -1, clitics: [])
  @usableFromInline var second = Reading(word: -1, clitics: [])
  @usableFromInline var third = Reading(word: -1, clitics: [])
  public private(set) var count: UInt8 = 0

  @inlinable
  public init() {}

  /// The word that the token is without any clitics; -1 where there is none.
  @inlinable
  public var wholeWord: Int32 {
    count > 0 && first.clitics.isEmpty ? first.word : -1
  }

  @inlinable @inline(__always)
  public subscript(_ i: Int) -> Reading {
    i == 0 ? first : i == 1 ? second : third
  }

  @inline(__always)
  mutating func append(_ word: Int32, _ clitics: Clitics) {
    let reading = Reading(word: word, clitics: clitics)
    switch count {
    case 0: first = reading
    case 1: second = reading
    case 2: third = reading
    default: return
    }
    count += 1
  }
}

extension Tokens {
  /// A letter of a token, counted from its first; 0 where it has none.
  @inlinable @inline(__always)
  public func letter(_ i: Int, of token: Token) -> Letter {
    i < Int(token.lettersCount) ? letters[Int(token.lettersStart) + i] : 0
  }

  /// The last letter of a token; 0 when it has none.
  @inlinable @inline(__always)
  public func lastLetter(of token: Token) -> Letter {
    letter(Int(token.lettersCount) - 1, of: token)
  }

  /// Whether ال stands at the beginning of a token, or behind some letters of it.
  @inlinable @inline(__always)
  public func hasArticle(_ token: Token, behind skipped: Int = 0) -> Bool {
    letter(skipped, of: token) == .alef && letter(skipped + 1, of: token) == .lam
  }

  /// Whether a token is this one letter.
  @inlinable @inline(__always)
  public func isLetter(_ letter: Letter, _ token: Token) -> Bool {
    token.lettersCount == 1 && self.letter(0, of: token) == letter
  }

  /// The folded letters of a token.
  public func letters(of token: Token) -> [Letter] {
    (0..<Int(token.lettersCount)).map { letter($0, of: token) }
  }
}
