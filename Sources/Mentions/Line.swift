import ArabicText
import Lexicon

/// A line of a report, and what it is for.
@frozen
public struct Line: Sendable {
  @frozen
  public enum Kind: BitwiseCopyable, Sendable {
    /// Prose that claims are read from.
    case body
    /// A headline or a subheading: it names what the prose tells.
    case heading
    /// A label such as "دير الزور:" that says where the following items happened.
    case label
    /// The day of the report, on a line of its own: "07.01.2024 | 19:16 دمشق".
    case dateline
    /// The day of the posts below it, on the saved page of a channel: "12 آب 2024".
    case dayOfPosts
    /// Menus, tickers, related links, comment forms, licence notices.
    case furniture
  }
  public var tokens: Range<Int>
  public var kind: Kind

  /// Parts a text into lines and tells what each is for.
  static func read(in reading: ReportReading) {
    let stages = reading.stages
    stages.pointee.lines.cut(to: 0)
    stages.pointee.shapes.cut(to: 0)
    var start = 0
    while start < stages.pointee.tokens.list.count {
      let (shape, end) = Shape.read(
        from: start, stages.pointee.tokens, stages.pointee.matches)
      if end > start {
        stages.pointee.lines.append(Line(tokens: start..<end, kind: .body))
        stages.pointee.shapes.append(shape)
      }
      start = end + 1
    }
    stages.pointee.lines.withMutableElements { lines in
      stages.pointee.shapes.withElements { tell(lines, by: $0, of: reading.tokens) }
    }
  }

  /// Tells what each line is for.
  private static func tell(
    _ lines: UnsafeMutableBufferPointer<Line>, by shapes: UnsafeBufferPointer<Shape>,
    of tokens: borrowing Tokens
  ) {
    let proseCount = shapes.count(where: \.isProse)
    let posts = posts(among: lines, shapes, tokens)
    var isAfterCut = false
    var isFirst = true
    for i in lines.indices {
      let shape = shapes[i]
      lines[i].kind = kind(shape, isFirst: isFirst, proseCount, isAfterCut)
      // Nothing of a post is a headline, though no full stop closes it.
      if lines[i].kind == .heading, posts.contains(i) { lines[i].kind = .body }
      if lines[i].kind == .dateline, !posts.isEmpty, shape.isDateline {
        lines[i].kind = .dayOfPosts
      }
      // "- قذيفتان على حي X: شهيد": an item of a list that the text above it opens.
      if lines[i].kind == .heading, shape.startsWithDash, i > 0, lines[i - 1].kind == .body {
        lines[i].kind = .body
      }
      if shape.furniture == .cut { isAfterCut = true } else if shape.isProse { isAfterCut = false }
      guard lines[i].kind == .body else { continue }
      isFirst = false
      // A label inside a line: what stands behind it is furniture.
      if let label = shape.inlineLabel, label > lines[i].tokens.lowerBound {
        lines[i].tokens = lines[i].tokens.lowerBound..<label
      }
    }
  }

  /// The lines of a channel's saved page that are posts: each stands behind the line that names the
  /// channel, or before the line that counts who saw it ("3.1K 👁 07:52").
  private static func posts(
    among lines: UnsafeMutableBufferPointer<Line>, _ shapes: UnsafeBufferPointer<Shape>,
    _ tokens: borrowing Tokens
  ) -> Set<Int> {
    let isCounted = shapes.count(where: \.isCounter) >= 3
    guard isCounted || shapes.count(where: \.mayBeName) >= 3 else { return [] }
    var named: [UInt64: [Int]] = [:]
    var posts: Set<Int> = []
    for i in lines.indices.dropFirst() {
      if isCounted, shapes[i].isCounter, !shapes[i - 1].isCounter { posts.insert(i - 1) }
      if shapes[i - 1].mayBeName, !shapes[i].mayBeName {
        named[tokens.hash(of: lines[i - 1].tokens), default: []].append(i)
      }
    }
    for lines in named.values where lines.count >= 3 { posts.formUnion(lines) }
    return posts
  }

  private static func kind(
    _ shape: Shape, isFirst: Bool, _ proseCount: Int, _ isAfterCut: Bool
  ) -> Kind {
    if shape.isDateline || shape.isByline { return .dateline }
    if shape.furniture != nil { return .furniture }
    if shape.wordCount == 0 || shape.hasNoArabic { return .furniture }
    if isAfterCut {
      return shape.isProse && shape.endsWithStop && shape.wordCount >= 12 ? .body : .furniture
    }
    if shape.endsWithColon, shape.wordCount <= 4 { return .label }
    // A headline that asks or exclaims above the text.
    if isFirst, proseCount > 1, shape.endsWithQuestion, shape.wordCount <= 16 { return .heading }
    if shape.isProse || shape.goesOn { return .body }
    if shape.separatorCount >= 2 {
      return shape.wordCount < shape.separatorCount * 8 ? .furniture : .body
    }
    if shape.wordCount <= 3 { return proseCount > 0 ? .label : .body }
    if proseCount == 0 { return .body }
    if shape.wordCount <= 25 { return .heading }
    // A long run of headlines without a full stop among real sentences is a ticker.
    return shape.wordCount > 60 && proseCount > 1 && !isFirst ? .furniture : .body
  }

  /// What can be seen of a line without reading it.
  struct Shape {
    var wordCount = 0
    var fullStopCount = 0
    var separatorCount = 0
    var endsWithStop = false
    var endsWithColon = false
    var endsWithQuestion = false
    /// Whether a dash opens it, as an item of a list; other signs open headlines as well.
    var startsWithDash = false
    var hasNoArabic = true
    /// Words that no list of dates has.
    var plainWordCount = 0
    var numberCount = 0
    var hasYear = false
    /// A word for what became of people.
    var hasOutcome = false
    /// A word that a sign of furniture may begin with.
    private var hasFurniture = false
    var furniture: Furniture?
    /// The token at which a label such as "اقرأ أيضاً" stands inside the line.
    var inlineLabel: Int?

    /// "وكانت حملة …": a sentence that goes on with the text, though nothing closes it.
    var goesOn = false

    /// Sentences: closed by a full stop, and long enough to say something.
    var isProse: Bool {
      furniture == nil && endsWithStop
        && (wordCount >= 6 || hasOutcome && wordCount >= 3)
        || fullStopCount >= 2 && wordCount >= 20
    }

    /// "3.1K 👁 07:52": how many saw a post, and when it was written.
    var isCounter: Bool { hasNoArabic && numberCount >= 3 && wordCount <= 2 }

    /// A line as short as the name of a channel or of somebody who posts.
    var mayBeName: Bool {
      (1...6).contains(wordCount) && !hasNoArabic && numberCount == 0 && !endsWithStop
        && !endsWithColon && separatorCount == 0 && !hasOutcome
    }

    /// A year with a day beside it, and hardly a word more.
    var isDateline: Bool { hasYear && numberCount >= 2 && plainWordCount <= 2 && wordCount <= 9 }

    /// "نُشر: 24/01/2026، 21:05 • وقت القراءة: 4 دقائق": furniture with the day of the report in it.
    var isByline: Bool {
      (furniture == .line || separatorCount >= 2) && !isProse && hasYear && numberCount >= 3
        && wordCount <= 20
    }

    private static let dateWords: CategorySet = [
      CategorySet(.months), CategorySet(.weekdays), CategorySet(.dayparts), CategorySet(.calendar),
      CategorySet(.ordinals),
    ]

    /// "اقرأ أيضاً:" on a line of its own: the headlines stand on the lines below.
    private static func isAlone(
      _ label: Int, _ range: Range<Int>, _ tokens: borrowing Tokens,
      _ matches: borrowing WordMatches
    ) -> Bool {
      guard let end = matches.lexeme(.furniture, at: label)?.end else { return false }
      for i in Int(end)..<max(Int(end), range.upperBound)
      where tokens.list[i].kind != .punctuation { return false }
      return true
    }

    private static func beginsWithWaw(
      _ token: Token, _ matches: borrowing WordMatches, at i: Int
    ) -> Bool {
      for m in matches.at(i) where matches[m].clitics.contains(.waw) { return true }
      return token.likelyClitics.contains(.waw)
    }

    /// Counts what stands up to the next line break; gives where that is.
    private mutating func count(
      from start: Int, _ tokens: borrowing Tokens, _ matches: borrowing WordMatches
    ) -> Int {
      let dateWords = Self.dateWords
      var (words, numbers, plainWords, stops, separators) = (0, 0, 0, 0, 0)
      // What begins with words, and with numbers.
      var (all, others): (CategorySet, CategorySet) = ([], [])
      var hasArabic = false
      let end = tokens.list.withElements { list in
        matches.begins.withElements { begins in
          for i in start..<list.count {
            switch list[i].kind {
            case .word:
              words &+= 1
              all.formUnion(begins[i])
              if begins[i].isDisjoint(with: dateWords) { plainWords &+= 1 }
              if !hasArabic { hasArabic = tokens.letter(0, of: list[i]).isArabicLetter }
            case .number:
              numbers &+= 1
              others.formUnion(begins[i])
              if (1990...2100).contains(list[i].value) { hasYear = true }
            case .punctuation:
              if list[i].mark.endsSentence { stops &+= 1 }
              if list[i].mark == .separator { separators &+= 1 }
            case .lineBreak: return i
            }
          }
          return list.count
        }
      }
      (wordCount, numberCount, plainWordCount) = (words, numbers, plainWords)
      (fullStopCount, separatorCount) = (stops, separators)
      hasOutcome = all.has(.outcomes)
      hasFurniture = all.union(others).has(.furniture)
      hasNoArabic = !hasArabic
      return end
    }

    /// Reads the signs of furniture, the first of which counts.
    private mutating func readFurniture(
      _ range: Range<Int>, _ tokens: borrowing Tokens, _ matches: borrowing WordMatches
    ) {
      var words = 0
      for i in range {
        if tokens.list[i].kind == .word { words += 1 }
        guard let lexeme = matches.lexeme(.furniture, at: i)?.lexeme,
          let sign = Furniture(rawValue: lexeme.value)
        else { continue }
        let isAtStart = words <= 2
        switch sign {
        case .cut where isAtStart: furniture = furniture ?? .cut
        case .line where isAtStart: furniture = furniture ?? .line
        case .inline where isAtStart:
          furniture = furniture ?? (Self.isAlone(i, range, tokens, matches) ? .cut : .line)
        case .inline, .cut:
          // Inside prose only behind a full stop, or as a label with a colon.
          let opensSentence = i == range.lowerBound || tokens.list[i - 1].mark.endsSentence
          if opensSentence, inlineLabel == nil { inlineLabel = i }
        default: break
        }
      }
    }

    /// Reads what can be seen of the line that begins at a token; gives where it ends.
    static func read(
      from start: Int, _ tokens: borrowing Tokens, _ matches: borrowing WordMatches
    ) -> (shape: Shape, end: Int) {
      var shape = Shape()
      let end = shape.count(from: start, tokens, matches)
      if end > start { shape.look(at: start..<end, tokens, matches) }
      return (shape, end)
    }

    /// Looks at how the line begins and ends, and at the signs of furniture in it.
    private mutating func look(
      at range: Range<Int>, _ tokens: borrowing Tokens, _ matches: borrowing WordMatches
    ) {
      if hasFurniture { readFurniture(range, tokens, matches) }
      var last = range.upperBound - 1
      while last >= range.lowerBound, tokens.list[last].kind == .punctuation,
        !tokens.list[last].mark.endsSentence, tokens.list[last].mark != .colon
      {
        last -= 1
      }
      let mark = last >= range.lowerBound ? tokens.list[last].mark : .none
      endsWithStop = mark.endsSentence
      endsWithQuestion = mark == .question
      endsWithColon = mark == .colon
      let first = tokens.list[range.lowerBound]
      goesOn =
        furniture == nil && wordCount >= 8 && separatorCount == 0
        && Self.beginsWithWaw(first, matches, at: range.lowerBound)
      startsWithDash =
        first.kind == .punctuation && first.mark == .dash
      if furniture != nil, wordCount > 25, furniture == .line, fullStopCount >= 2 {
        furniture = nil
      }
    }
  }
}

extension Tokens {
  /// A hash of the words of a run of tokens.
  fileprivate func hash(of run: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01B3 }
    for i in run {
      let token = list[i]
      for k in 0..<Int(token.lettersCount) { add(UInt64(letter(k, of: token))) }
      add(0xFF)
    }
    return hash
  }
}

/// A sentence: a run of tokens of one line.
@frozen
public struct Sentence: Sendable {
  public var tokens: Range<Int>
  /// The line it stands in.
  public var line: Int
  public var kind: Line.Kind

  /// Parts the lines into sentences at full stops; furniture has none.
  static func read(in reading: ReportReading) {
    let stages = reading.stages
    stages.pointee.sentences.cut(to: 0)
    for index in reading.lines.indices {
      let line = reading.lines[index]
      guard line.kind != .furniture else { continue }
      var start = line.tokens.lowerBound
      var i = start
      while true {
        i = stages.pointee.matches.next(.punctuation, from: i, to: line.tokens.upperBound)
        guard i < line.tokens.upperBound else { break }
        if stages.pointee.tokens.list[i].mark.endsSentence {
          if i > start {
            stages.pointee.sentences.append(
              Sentence(tokens: start..<i + 1, line: index, kind: line.kind))
          }
          start = i + 1
        }
        i += 1
      }
      if start < line.tokens.upperBound {
        stages.pointee.sentences.append(
          Sentence(tokens: start..<line.tokens.upperBound, line: index, kind: line.kind))
      }
    }
  }
}
