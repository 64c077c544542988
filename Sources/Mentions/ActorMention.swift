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

  static func mentions(in reading: ReportReading) -> PlainList<ActorMention> {
    var mentions = PlainList<ActorMention>()
    guard reading.matches.present.has(.actors) else { return mentions }
    for s in reading.sentences.indices {
      let sentence = reading.sentences[s].tokens
      var i = sentence.lowerBound
      while let match = reading.matches.next(.actors, in: i..<sentence.upperBound),
        let lexeme = match.lexeme
      {
        i = Int(match.start) + 1
        guard Int(match.end) <= sentence.upperBound else { continue }
        let tokens = Int(match.start)..<Int(match.end)
        mentions.append(
          ActorMention(
            actor: Int(lexeme.value), tokens: tokens,
            range: reading.rangeWithoutClitics(of: tokens, match.clitics), clitics: match.clitics))
        i = tokens.upperBound
      }
    }
    return mentions
  }
}

extension ReportReading {
  /// The byte range of a run of tokens without the clitics of the first.
  public func rangeWithoutClitics(of tokens: Range<Int>, _ clitics: Clitics) -> TextRange {
    var range = range(of: tokens)
    let first = self.tokens.list[tokens.lowerBound]
    let glued = clitics.subtracting(first.detachedClitics)
    if glued.isEmpty { return range }
    // لل stands for ل + ال: nothing can be cut off.
    if glued.contains(.lam), self.tokens.letter(0, of: first) == .lam,
      self.tokens.letter(1, of: first) == .lam
    {
      return range
    }
    for _ in 0..<glued.letterCount {
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
