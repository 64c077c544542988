/// One token of a text: a word, a number, a punctuation mark or a line break.
///
/// Tokens come in order and keep their byte ranges; what lies between two tokens is blank.
public struct Token: Sendable {
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
  /// The conjunction or preposition that stands before the word, parted from it by a blank.
  public var detachedClitics: Clitics = []
  /// True for such a single letter.
  public var isDetachedClitic: Bool = false
  /// The value of a number (at most `Int32.max`); 0 otherwise.
  public var value: Int32 = 0
  /// Where the folded letters lie in the tokens' letter buffer.
  public var lettersStart: Int32 = 0
  public var lettersCount: Int32 = 0
  /// The vocabulary words that the token may be, the likeliest first.
  public var readings = Readings()
}

/// The punctuation that readers of tokens tell apart.
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
}

extension Mark {
  /// Whether the mark closes a sentence.
  public var endsSentence: Bool { self == .fullStop || self == .question }
}

/// Letters that are written together with a word but belong to the sentence.
public struct Clitics: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// و "and".
  public static let waw = Clitics(rawValue: 1)
  /// ف "so".
  public static let feh = Clitics(rawValue: 2)
  /// ب "in, by".
  public static let beh = Clitics(rawValue: 4)
  /// ل "to, for".
  public static let lam = Clitics(rawValue: 8)
  /// ك "as".
  public static let kaf = Clitics(rawValue: 16)
  /// A pronoun at the end: ه ها هم هما نا.
  public static let pronoun = Clitics(rawValue: 32)
}

/// Up to three ways to take a token apart into clitics and a word of the vocabulary.
public struct Readings: Sendable {
  public struct Reading: Hashable, Sendable {
    /// The word's number in the vocabulary.
    public var word: Int32
    public var clitics: Clitics
  }
  private var first = Reading(word: -1, clitics: [])
  private var second = Reading(word: -1, clitics: [])
  private var third = Reading(word: -1, clitics: [])
  public private(set) var count: UInt8 = 0

  public init() {}

  @inline(__always)
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
