import ArabicText
import Gazetteer
import Lexicon
import Reports

/// A place name in a report, or a word that refers back to one.
public struct PlaceMention: Sendable {
  /// The noun before the name.
  public var noun: PlaceWord?
  /// True when the noun is dual or plural and so speaks of several names.
  public var isNounPlural = false
  /// The places that bear the name.
  public var spelling: NameSpelling = .unknown
  /// Set for a word such as "البلدة" that refers back.
  public var anaphor: Anaphor?
  /// The compass part named behind the place: "ريف حماة الجنوبي".
  public var part: Direction?
  /// The compass word between the place before it in its group and this one, which tells where
  /// that one lies.
  public var contextDirection: Direction?
  /// The tokens with noun and part, and those of the name alone.
  public var tokens: Range<Int>
  public var nameTokens: Range<Int>
  /// The name without its noun and clitics, as written.
  public var range: TextRange
  /// The name with a noun that belongs to it ("مطار", "ريف").
  public var fullRange: TextRange
  /// The clitics of the first token.
  public var clitics: Clitics

  /// Whether the name is that of an area rather than of a place in it.
  public var isCoarse: Bool {
    switch noun {
    case .governorate, .countryside, .desert, .region: true
    default: false
    }
  }

  static func read(in reading: ReportReading) {
    let scanner = PlaceScanner(reading)
    for s in reading.sentences.indices { scanner.scan(reading.sentences[s].tokens) }
  }
}

extension PlaceWord {
  /// Whether the noun names a settlement or a part of one.
  public var isSettlement: Bool {
    self == .city || self == .town || self == .village || self == .neighbourhood
  }
}

extension ReportReading {
  /// "ذيبان واللطوة وغرانيج": a word with و that no list knows, between the names of a list.
  func isUnknownListed(_ i: Int) -> Bool {
    let token = tokens.list[i]
    return token.kind == .word && token.lettersCount >= 4 && tokens.letter(0, of: token) == .waw
      && token.readingCount == 0
  }
}

extension Trigger {
  /// Whether the act is aimed at a place.
  var isAimed: Bool {
    switch self {
    case .strike, .beat, .shelling, .attack, .raid, .airStrike, .destroy, .control, .take, .enter:
      true
    default: false
    }
  }
}
