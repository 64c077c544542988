import ArabicText
import Lexicon
import Reports

/// A party of the war where a report names it.
public struct ActorMention: Sendable {
  /// Index into `Lexicon.actors`.
  public var actor: Int
  public var tokens: Range<Int>
  /// As written, without clitics.
  public var text: String
  public var clitics: Clitics

  static func mentions(in reading: ReportReading) -> [ActorMention] {
    var mentions: [ActorMention] = []
    for sentence in reading.sentences {
      var i = sentence.tokens.lowerBound
      while i < sentence.tokens.upperBound {
        guard let match = reading.lexeme(.actors, at: i), let lexeme = match.lexeme,
          Int(match.end) <= sentence.tokens.upperBound
        else {
          i += 1
          continue
        }
        let tokens = i..<Int(match.end)
        mentions.append(
          ActorMention(
            actor: Int(lexeme.value), tokens: tokens,
            text: reading.text(in: reading.rangeWithoutClitics(of: tokens, match.clitics)),
            clitics: match.clitics))
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
    let letters = self.tokens.letters(of: self.tokens.list[tokens.lowerBound])
    let glued = clitics.subtracting(self.tokens.list[tokens.lowerBound].detachedClitics)
    // لل stands for ل + ال: nothing can be cut off.
    if glued.contains(.lam), letters.starts(with: [.lam, .lam]) { return range }
    for clitic: Clitics in [.waw, .feh, .beh, .lam, .kaf] where glued.contains(clitic) {
      range.start += 2
      // Vowel marks and tatweel on the clitic.
      while range.start + 1 < range.end, report.text[range.start] == 0xD9,
        (0x8B...0x9F).contains(report.text[range.start + 1]) || report.text[range.start + 1] == 0x80
      {
        range.start += 2
      }
    }
    return range
  }
}
