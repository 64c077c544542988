import ArabicText
import Gazetteer
import Lexicon

/// One automaton over the word lists and the gazetteer's names.
///
/// A class, for every reading holds it.
public final class WordReader: Sendable {
  public let table: PhraseTable
  public let lexicon: Lexicon
  public let gazetteer: Gazetteer
  /// What is known of each spelling that is a place's name; a match points into this.
  let spellings: [NameSpelling]
  /// The places that bear the spellings, one spelling's after the other's.
  let bearers: [Int32]
  /// The memory that readings use one after the other.
  let rooms = ReadingRooms()

  /// A payload at or above this is a spelling of names: its index is the payload less this.
  @inlinable static var nameBase: Int32 { 1 << 30 }

  /// Builds the automaton: some 60,000 phrases, a few milliseconds.
  public init(lexicon: Lexicon, gazetteer: Gazetteer) {
    self.lexicon = lexicon
    self.gazetteer = gazetteer
    var table = PhraseTable(capacity: 1 << 16)
    let heads = lexicon.forms.singleWords(.heads, NameHead.joined.rawValue)
    // "The western countryside of X" and "the desert of X" are read by their words, not as the
    // name of a region, unless the region reaches over several governorates.
    let surroundings = Set(
      lexicon.forms.singleWords(.placenouns, PlaceWord.countryside.rawValue)
        + lexicon.forms.singleWords(.placenouns, PlaceWord.desert.rawValue))
    // What is abroad seen from Syria is at home in a gazetteer of its own country.
    let isSyria = gazetteer.country.map { gazetteer.id(of: $0) == "SY" } ?? true
    for form in 0..<lexicon.forms.count {
      if !isSyria, lexicon.forms.lexemes[form].category == .foreign {
        let words = lexicon.forms.words(of: form).map { lexicon.forms.letters[$0] }
        if !gazetteer.places(named: Array(words.joined())).isEmpty { continue }
      }
      table.insert(
        lexicon.forms.words(of: form), of: lexicon.forms.letters,
        payload: lexicon.forms.lexemes[form].packed)
    }
    var words = FoldedWords()
    for name in gazetteer.names {
      let payload = Self.nameBase + name.place
      words.read(gazetteer.nameBytes[Int(name.start)..<Int(name.end)])
      guard (1...6).contains(words.count) else { continue }
      let place = gazetteer.places[Int(name.place)]
      if place.kind == .region, place.governorate >= 0, words.count > 1,
        surroundings.contains(Array(words[0]))
      {
        continue
      }
      table.insert(words, payload: payload)
      Self.insertSpacingVariants(of: words, heads, payload, &table)
    }
    var spellings: [NameSpelling] = []
    var bearers: [Int32] = []
    bearers.reserveCapacity(gazetteer.names.count * 2)
    table.freeze { payloads in
      guard let first = payloads.firstIndex(where: { $0 >= Self.nameBase }) else { return }
      if first + 1 < payloads.count { payloads[first...].sort() }
      let start = bearers.count
      for i in first..<payloads.count { bearers.append(payloads[i] - Self.nameBase) }
      spellings.append(NameSpelling(of: bearers, from: start, in: gazetteer))
      payloads[first] = Self.nameBase + Int32(spellings.count - 1)
      payloads.removeLast(payloads.count - first - 1)
    }
    self.table = table
    self.spellings = spellings
    self.bearers = bearers
  }

  /// Joins a name of several words, and parts one that begins with a common head.
  private static func insertSpacingVariants(
    of words: FoldedWords, _ heads: [[Letter]], _ payload: Int32, _ table: inout PhraseTable
  ) {
    let letters = words.letters
    guard letters.count >= 6 else { return }
    switch words.count {
    case 2, 3:
      if words[0].count <= 4, letters[0].isArabicLetter {
        table.insert(word: letters, payload: payload)
      }
    case 1:
      for head in heads
      where letters[0] == head[0] && letters.starts(with: head) && letters.count >= head.count + 3 {
        table.insert(words: head[...], letters.dropFirst(head.count), payload: payload)
      }
    default: break
    }
  }
}

/// A spelling that one or more places bear as a name, and what they have in common.
@frozen
public struct NameSpelling: BitwiseCopyable, Sendable {
  /// Where the places lie in `WordReader.bearers`.
  var start: Int32
  var count: Int32
  /// The kinds of the places, one bit each by its raw value.
  private(set) var kinds: UInt32
  /// The importance of the best known of them.
  public var importance: UInt8

  /// A spelling that no place bears.
  static let unknown = NameSpelling(start: 0, count: 0, kinds: 0, importance: 0)

  private init(start: Int32, count: Int32, kinds: UInt32, importance: UInt8) {
    self.start = start
    self.count = count
    self.kinds = kinds
    self.importance = importance
  }

  /// Sums up the places that bear a spelling: the last ones of a list.
  fileprivate init(of bearers: [Int32], from first: Int, in gazetteer: Gazetteer) {
    self = .unknown
    start = Int32(first)
    count = Int32(bearers.count - first)
    for i in first..<bearers.count {
      let place = gazetteer.places[Int(bearers[i])]
      kinds |= 1 << UInt32(place.kind.rawValue)
      importance = max(importance, place.importance)
    }
  }

  /// Whether the gazetteer has no place of this name.
  public var isUnknown: Bool { count == 0 }

  /// Whether one of the places is of a kind.
  public func has(_ kind: PlaceKind) -> Bool { kinds & 1 << UInt32(kind.rawValue) != 0 }

  private static let areas: UInt32 = PlaceKind.allCases.reduce(0) { kinds, kind in
    kind.isUnit || kind == .region ? kinds | 1 << UInt32(kind.rawValue) : kinds
  }

  /// Whether one of the places is an admin unit or a region.
  public var hasAreas: Bool { kinds & Self.areas != 0 }

  /// Whether all of the places are admin units or regions.
  public var isAllAreas: Bool { kinds & ~Self.areas == 0 }

  /// Whether all of the places are of a kind.
  public func isAll(_ kind: PlaceKind) -> Bool { kinds == 1 << UInt32(kind.rawValue) }
}
