import ArabicText
import Lexicon
import Reports

/// A party of the war where a report names it.
public struct ActorMention: Sendable {
  /// Index into `Lexicon.actors`.
  public var actor: Int
  public var tokens: Range<Int>
  /// Where the name stands, without clitics.
  public var range: TextRange
  public var clitics: Clitics

  static func read(in reading: ReportReading) {
    guard reading.matches.present.has(.actors) else { return }
    let stages = reading.stages
    for s in reading.sentences.indices {
      let sentence = reading.sentences[s].tokens
      var i = sentence.lowerBound
      while let match = reading.matches.next(.actors, in: i..<sentence.upperBound),
        let lexeme = match.lexeme
      {
        i = Int(match.start) + 1
        guard Int(match.end) <= sentence.upperBound, !isOwned(match, lexeme, reading) else {
          continue
        }
        let tokens = Int(match.start)..<Int(match.end)
        let mention = ActorMention(
          actor: Int(lexeme.value), tokens: tokens,
          range: reading.rangeWithoutClitics(of: tokens, match.clitics), clitics: match.clitics)
        i = tokens.upperBound
        if let last = stages.pointee.actors.last, mention.renames(last, reading) {
          stages.pointee.actors[stages.pointee.actors.count - 1].rename(as: mention)
        } else {
          stages.pointee.actors.append(mention)
        }
      }
    }
  }

  /// "طائراته", "مسلحوها", "عناصرها الملثمون": whose they are is said elsewhere.
  private static func isOwned(_ match: Match, _ lexeme: Lexeme, _ reading: ReportReading) -> Bool {
    let kind = reading.reader.lexicon.actors[Int(lexeme.value)].kind
    let start = Int(match.start)
    if kind == .unknown, reading.isDefiniteWord(start),
      let people = reading.lexeme(.trades, before: start), endsAsTheirs(people, reading)
    {
      return true
    }
    guard match.clitics.contains(.pronoun) else { return false }
    return kind == .arms || kind == .unknown || kind == .common
  }

  /// "عناصرها", "مقاتليهم": as it is written, for the lists have some with the pronoun.
  private static func endsAsTheirs(_ match: Match, _ reading: ReportReading) -> Bool {
    if match.clitics.contains(.pronoun) { return true }
    let token = reading.tokens.list[Int(match.end) - 1]
    let count = Int(token.lettersCount)
    guard count > 4, reading.tokens.letter(count - 2, of: token) == .heh else { return false }
    let last = reading.tokens.letter(count - 1, of: token)
    return last == .alef || last == .meem
  }

  /// "قوى الأمن الداخلي (الأسايش)", "فصيل «جيش العزة»": the party of before by its own name.
  private func renames(_ last: ActorMention, _ reading: ReportReading) -> Bool {
    let gap = last.tokens.upperBound..<tokens.lowerBound
    guard gap.count <= 2, clitics.isEmpty else { return false }
    // "طائرة مسيّرة تركية (درون)": no name of anybody.
    switch reading.reader.lexicon.actors[actor].kind {
    case .arms, .unknown, .common: return false
    default: break
    }
    // "وحدات مكافحة الإرهاب HAT".
    if gap.isEmpty {
      let first = reading.tokens.list[tokens.lowerBound]
      return !reading.tokens.letter(0, of: first).isArabicLetter
    }
    return gap.allSatisfy {
      let mark = reading.tokens.list[$0].mark
      return mark == .quote || mark == .openBracket
    }
  }

  private mutating func rename(as name: ActorMention) {
    actor = name.actor
    tokens = tokens.lowerBound..<name.tokens.upperBound
    range.end = name.range.end
  }
}

extension ReportReading {
  /// Whether a token belongs to the name of a party, and is no common noun: "مسلح" is one who is counted.
  public func isInNamedParty(_ token: Int) -> Bool {
    guard isInActor(token) else { return false }
    let index = actors.firstIndex { $0.tokens.upperBound > token }
    return index == actors.count || reader.lexicon.actors[actors[index].actor].kind != .common
  }

  /// The byte range of a run of tokens without the clitics of the first.
  public func rangeWithoutClitics(of tokens: Range<Int>, _ clitics: Clitics) -> TextRange {
    var range = range(of: tokens)
    let first = self.tokens.list[tokens.lowerBound]
    let glued = clitics.subtracting(first.detachedClitics)
    if glued.isEmpty { return range }
    // لل stands for ل + ال: nothing of it can be cut off.
    var count = glued.letterCount
    if glued.contains(.lam), self.tokens.letter(count - 1, of: first) == .lam,
      self.tokens.letter(count, of: first) == .lam
    {
      count -= 1
    }
    for _ in 0..<count {
      range.start += 2
      // Vowel marks and tatweel on the clitic.
      while range.start + 1 < range.end, report.text[range.start] == 0xD9,
        (0x8B...0x9F).contains(report.text[range.start + 1]) || report.text[range.start + 1] == 0x80
      {
        range.start += 2
      }
      // The blank behind a clitic that was parted from its word.
      while range.start < range.end, report.text[range.start] == 0x20 { range.start += 1 }
    }
    return range
  }
}
