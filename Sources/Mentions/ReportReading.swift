import ArabicText
import Lexicon
import Reports

/// A report taken apart: tokens, the words found in them, lines, sentences and mentions.
///
/// A class, so that the many readers that look at it share it; nothing changes once it is made.
public final class ReportReading {
  public let report: Report
  public let reader: WordReader
  public let tokens: Tokens
  public let matches: WordMatches
  public private(set) var lines: [Line] = []
  public private(set) var sentences: [Sentence] = []
  public private(set) var dates: [DateMention] = []
  public private(set) var places: [PlaceMention] = []
  public private(set) var groups: [PlaceGroup] = []
  public private(set) var actors: [ActorMention] = []
  public private(set) var counts: [CountMention] = []
  /// Per token: whether it belongs to a date.
  public private(set) var isInDate: [Bool] = []
  /// Per token: whether it belongs to a place name or its noun.
  public private(set) var isInPlace: [Bool] = []

  /// Reads a report's text.
  public init(_ report: Report, reader: WordReader) {
    self.report = report
    self.reader = reader
    tokens = Tokens(report.text, vocabulary: reader.table.vocabulary)
    matches = WordMatches(in: tokens, reader: reader)
    lines = Line.lines(of: tokens, matches)
    sentences = Sentence.sentences(of: lines, tokens)
    isInDate = Array(repeating: false, count: tokens.list.count)
    isInPlace = isInDate
    dates = DateMention.mentions(in: self)
    for date in dates { for i in date.tokens { isInDate[i] = true } }
    places = PlaceMention.mentions(in: self)
    for place in places { for i in place.tokens { isInPlace[i] = true } }
    groups = PlaceGroup.groups(in: self)
    actors = ActorMention.mentions(in: self)
    counts = CountMention.mentions(in: self)
  }

  /// The byte range of a run of tokens.
  public func range(of tokenRange: Range<Int>) -> TextRange {
    guard !tokenRange.isEmpty else { return TextRange(0, 0) }
    return TextRange(
      Int(tokens.list[tokenRange.lowerBound].start), Int(tokens.list[tokenRange.upperBound - 1].end)
    )
  }

  /// The text of a run of tokens, as written.
  public func text(of tokenRange: Range<Int>) -> String { text(in: range(of: tokenRange)) }

  /// The text of a byte range, as written.
  public func text(in range: TextRange) -> String {
    String(decoding: report.text[range.start..<range.end], as: UTF8.self)
  }

  /// The lexeme of a list that begins at a token.
  @inline(__always)
  public func lexeme(_ category: Category, at token: Int) -> Match? {
    matches.lexeme(category, at: token)
  }

  /// Whether a lexeme of a list with a value begins at a token.
  @inline(__always)
  public func has(_ category: Category, _ value: Int16, at token: Int) -> Bool {
    matches.lexeme(category, at: token)?.lexeme?.value == value
  }

  /// The lexeme of a list that ends right before a token, quotes between left out.
  public func lexeme(_ category: Category, before token: Int) -> Match? {
    let end = skippingQuotes(before: token)
    for length in 1...4 {
      let start = end - length
      guard start >= 0 else { return nil }
      if let match = matches.lexeme(category, at: start), Int(match.end) == end { return match }
    }
    return nil
  }

  /// The token index behind the last token before `token` that is no quotation mark.
  public func skippingQuotes(before token: Int) -> Int {
    var end = token
    while end > 0, tokens.list[end - 1].kind == .punctuation,
      tokens.list[end - 1].mark == .quote || tokens.list[end - 1].mark == .joiner
        || tokens.list[end - 1].mark == .openBracket
    {
      end -= 1
    }
    return end
  }

  /// The clitics of a token as the words found there take them.
  public func clitics(at token: Int) -> Clitics {
    if let match = matches.at(token).first { return match.clitics }
    return tokens.list[token].readings.count > 0 ? tokens.list[token].readings[0].clitics : []
  }
}
