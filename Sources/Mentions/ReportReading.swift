import ArabicText
import Lexicon
import Reports

/// A report taken apart: tokens, the words found in them, lines, sentences and mentions.
///
/// A class, so that the many readers that look at it share it; nothing changes once it is made. The
/// stages lie behind a pointer of its own, for a look at a class's variable asks each time whether
/// somebody else is writing to it; their memory is used again for the next report.
/// Lists of mentions are in the order of the text.
public final class ReportReading {
  public let report: Report
  public let reader: WordReader
  /// What is read stage by stage; nobody else writes to it, and nobody after `init`.
  @usableFromInline let stages: UnsafeMutablePointer<Stages>

  /// What is read, one stage after the other.
  @usableFromInline
  struct Stages: ~Copyable {
    @usableFromInline var tokens = Tokens()
    @usableFromInline var matches = WordMatches()
    @usableFromInline var lines = PlainList<Line>()
    var shapes = PlainList<Line.Shape>()
    @usableFromInline var sentences = PlainList<Sentence>()
    /// What the tokens are part of, each for itself.
    @usableFromInline var roles = PlainList<TokenRoles>()
    @usableFromInline var dates = PlainList<DateMention>()
    @usableFromInline var places = PlainList<PlaceMention>()
    @usableFromInline var groups = PlainList<PlaceGroup>()
    @usableFromInline var actors = PlainList<ActorMention>()
    @usableFromInline var counts = PlainList<CountMention>()
    @usableFromInline var parts = Clauses()

    init() {}

    /// Takes away the mentions of another report; the other lists are filled anew by those who read.
    fileprivate mutating func clear() {
      dates.cut(to: 0)
      places.cut(to: 0)
      groups.cut(to: 0)
      actors.cut(to: 0)
      counts.cut(to: 0)
      parts.clear()
    }
  }

  @inlinable
  public var tokens: Tokens { _read { yield stages.pointee.tokens } }
  @inlinable
  public var matches: WordMatches { _read { yield stages.pointee.matches } }
  @inlinable
  public var lines: PlainList<Line> { _read { yield stages.pointee.lines } }
  @inlinable
  public var sentences: PlainList<Sentence> { _read { yield stages.pointee.sentences } }
  @inlinable
  public var dates: PlainList<DateMention> { _read { yield stages.pointee.dates } }
  @inlinable
  public var places: PlainList<PlaceMention> { _read { yield stages.pointee.places } }
  @inlinable
  public var groups: PlainList<PlaceGroup> { _read { yield stages.pointee.groups } }
  @inlinable
  public var actors: PlainList<ActorMention> { _read { yield stages.pointee.actors } }
  @inlinable
  public var counts: PlainList<CountMention> { _read { yield stages.pointee.counts } }
  /// The sentences' clauses, with the words in them that tell what was done.
  @inlinable
  public var parts: Clauses { _read { yield stages.pointee.parts } }

  /// Reads a report's text.
  ///
  /// - Parameter memory: For the reading of many reports: of the reader's table, and used by nobody
  ///   else until the reading is made.
  public init(_ report: Report, reader: WordReader, memory: WordMemory? = nil) {
    self.report = report
    self.reader = reader
    stages = reader.rooms.take()
    stages.pointee.clear()
    reader.table.read(report.text, into: &stages.pointee.tokens, memory: memory)
    stages.pointee.matches.find(in: stages.pointee.tokens, reader: reader, memory: memory)
    stages.pointee.roles.refill(with: [], count: stages.pointee.tokens.list.count)
    Line.read(in: self)
    Sentence.read(in: self)
    DateMention.read(in: self)
    for d in dates.indices { mark(dates[d].tokens, .date) }
    PlaceMention.read(in: self)
    for p in places.indices {
      mark(places[p].tokens, .place)
      mark(places[p].nameTokens, .placeName)
    }
    PlaceGroup.read(in: self)
    ActorMention.read(in: self)
    for a in actors.indices { mark(actors[a].tokens, .actor) }
    CountMention.read(in: self)
    stages.pointee.parts.read(in: self)
  }

  deinit { reader.rooms.giveBack(stages) }

  /// What a token may be part of.
  @frozen @usableFromInline
  struct TokenRoles: OptionSet, BitwiseCopyable {
    @usableFromInline let rawValue: UInt8
    @inlinable
    init(rawValue: UInt8) { self.rawValue = rawValue }

    @inlinable static var date: TokenRoles { TokenRoles(rawValue: 1) }
    @inlinable static var place: TokenRoles { TokenRoles(rawValue: 2) }
    @inlinable static var placeName: TokenRoles { TokenRoles(rawValue: 4) }
    @inlinable static var actor: TokenRoles { TokenRoles(rawValue: 8) }
  }

  private func mark(_ tokens: Range<Int>, _ role: TokenRoles) {
    for i in tokens { stages.pointee.roles[i].formUnion(role) }
  }

  /// Whether a token belongs to a date.
  @inlinable
  public func isInDate(_ token: Int) -> Bool { stages.pointee.roles[token].contains(.date) }

  /// Whether a token belongs to a place name or its noun.
  @inlinable
  public func isInPlace(_ token: Int) -> Bool { stages.pointee.roles[token].contains(.place) }

  /// Whether a token belongs to a place name itself.
  @inlinable
  public func isInPlaceName(_ token: Int) -> Bool {
    stages.pointee.roles[token].contains(.placeName)
  }

  /// Whether a token belongs to an actor's name.
  @inlinable
  public func isInActor(_ token: Int) -> Bool { stages.pointee.roles[token].contains(.actor) }

  // MARK: Text

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
    report.text.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[range.start..<range.end]), as: UTF8.self)
    }
  }

  /// Whether a mark of punctuation stands in a range of tokens; quotation marks part nothing.
  public func hasPunctuation(_ range: Range<Int>) -> Bool {
    range.contains { tokens.list[$0].kind == .punctuation && tokens.list[$0].mark != .quote }
  }

  /// Whether two ranges hold the same bytes.
  public func isSameText(_ a: TextRange, _ b: TextRange) -> Bool {
    guard a.end - a.start == b.end - b.start else { return false }
    return report.text.withUnsafeBufferPointer { text in
      for i in 0..<a.end - a.start where text[a.start + i] != text[b.start + i] { return false }
      return true
    }
  }

  // MARK: Words

  /// The lexeme of a list that begins at a token.
  @inlinable @inline(__always)
  public func lexeme(_ category: Category, at token: Int) -> Match? {
    matches.lexeme(category, at: token)
  }

  /// Whether a lexeme of a list with a value begins at a token.
  @inlinable @inline(__always)
  public func has(_ category: Category, _ value: Int16, at token: Int) -> Bool {
    matches.begins(CategorySet(category), at: token)
      && matches.found(category, at: token)?.lexeme?.value == value
  }

  /// Whether "في" or "على" stands at a token.
  public func saysIn(at token: Int) -> Bool {
    matches.lexeme(.spatial, at: token)?.lexeme.map {
      $0.value == Spatial.in.rawValue || $0.value == Spatial.on.rawValue
    } ?? false
  }

  /// The lexeme of a list that ends right before a token, quotes between left out.
  public func lexeme(_ category: Category, before token: Int) -> Match? {
    matches.lexeme(category, endingAt: skippingQuotes(before: token))
  }

  /// Whether no list says what a word means: those of parties only say what it does to a party.
  public func isUnknownWord(_ token: Int) -> Bool {
    matches.at(token).allSatisfy { matches[$0].lexeme?.category == .parties }
  }

  /// The token index behind the last token before `token` that is no quotation mark.
  public func skippingQuotes(before token: Int) -> Int {
    var end = token
    while end > 0 {
      let before = tokens.list[end - 1]
      guard before.kind == .punctuation,
        before.mark == .quote || before.mark == .joiner || before.mark == .openBracket
      else { break }
      end -= 1
    }
    return end
  }

  /// The clitics of a token as the words found there take them.
  public func clitics(at token: Int) -> Clitics {
    if let first = matches.at(token).first { return matches[first].clitics }
    return tokens.list[token].likelyClitics
  }

  // MARK: Places

  /// Indexes into `Gazetteer.places` of the places that bear a mention's name.
  public func candidates(of place: PlaceMention) -> ArraySlice<Int32> {
    let start = Int(place.spelling.start)
    return reader.bearers[start..<start + Int(place.spelling.count)]
  }

  /// Whether a place bears the names of both mentions.
  public func shareCandidate(_ a: PlaceMention, _ b: PlaceMention) -> Bool {
    if a.spelling.isUnknown || b.spelling.isUnknown { return false }
    if a.spelling.start == b.spelling.start { return true }
    // Both in the order of the gazetteer.
    var (i, j) = (a.spelling.start, b.spelling.start)
    let (iEnd, jEnd) = (i + a.spelling.count, j + b.spelling.count)
    while i < iEnd, j < jEnd {
      let (x, y) = (reader.bearers[Int(i)], reader.bearers[Int(j)])
      if x == y { return true }
      if x < y { i += 1 } else { j += 1 }
    }
    return false
  }

  // MARK: Mentions in a range

  /// The indexes of the dates that begin in a range of tokens.
  public func dates(in range: Range<Int>) -> Range<Int> {
    dates.firstIndex {
      $0.tokens.lowerBound >= range.lowerBound
    }..<dates.firstIndex { $0.tokens.lowerBound >= range.upperBound }
  }

  /// The indexes of the places that begin in a range of tokens.
  public func places(in range: Range<Int>) -> Range<Int> {
    places.firstIndex {
      $0.tokens.lowerBound >= range.lowerBound
    }..<places.firstIndex { $0.tokens.lowerBound >= range.upperBound }
  }

  /// The indexes of the actors that begin in a range of tokens.
  public func actors(in range: Range<Int>) -> Range<Int> {
    actors.firstIndex {
      $0.tokens.lowerBound >= range.lowerBound
    }..<actors.firstIndex { $0.tokens.lowerBound >= range.upperBound }
  }

  /// The indexes of the counts that begin in a range of tokens.
  public func counts(in range: Range<Int>) -> Range<Int> {
    counts.firstIndex {
      $0.tokens.lowerBound >= range.lowerBound
    }..<counts.firstIndex { $0.tokens.lowerBound >= range.upperBound }
  }
}
