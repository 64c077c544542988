import ArabicText
import Lexicon
import Reports

/// A report taken apart: tokens, the words found in them, lines, sentences and mentions.
///
/// A class, so that the many readers that look at it share it; nothing changes once it is made. The
/// stages lie behind a pointer of its own, for a look at a class's variable asks each time whether
/// somebody else is writing to it.
/// Lists of mentions are in the order of the text.
public final class ReportReading {
  public let report: Report
  public let reader: WordReader
  public let tokens: Tokens
  public let matches: WordMatches
  public let sentences: PlainList<Sentence>
  /// What is read stage by stage; nobody else writes to it, and nobody after `init`.
  @usableFromInline let stages: UnsafeMutablePointer<Stages>

  /// What is read behind the sentences, one stage after the other.
  @usableFromInline
  struct Stages: ~Copyable {
    /// What the tokens are part of, each for itself.
    @usableFromInline var roles: PlainList<TokenRoles>
    @usableFromInline var dates = PlainList<DateMention>()
    @usableFromInline var places = PlainList<PlaceMention>()
    @usableFromInline var groups = PlainList<PlaceGroup>()
    @usableFromInline var actors = PlainList<ActorMention>()
    @usableFromInline var counts = PlainList<CountMention>()
    @usableFromInline var parts = Clauses()

    init(tokenCount: Int) { roles = PlainList(repeating: [], count: tokenCount) }
  }

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
    tokens = Tokens(report.text, table: reader.table, memory: memory)
    matches = WordMatches(in: tokens, reader: reader, memory: memory)
    sentences = Sentence.sentences(of: tokens, matches)
    stages = .allocate(capacity: 1)
    stages.initialize(to: Stages(tokenCount: tokens.list.count))
    stages.pointee.dates = DateMention.mentions(in: self)
    for d in dates.indices { mark(dates[d].tokens, .date) }
    stages.pointee.places = PlaceMention.mentions(in: self)
    for p in places.indices {
      mark(places[p].tokens, .place)
      mark(places[p].nameTokens, .placeName)
    }
    stages.pointee.groups = PlaceGroup.groups(in: self)
    stages.pointee.actors = ActorMention.mentions(in: self)
    for a in actors.indices { mark(actors[a].tokens, .actor) }
    stages.pointee.counts = CountMention.mentions(in: self)
    stages.pointee.parts = Clauses(of: self)
  }

  deinit {
    stages.deinitialize(count: 1)
    stages.deallocate()
  }

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
    let readings = tokens.list[token].readings
    return readings.count > 0 ? readings[0].clitics : []
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
