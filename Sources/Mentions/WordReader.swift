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
  ///
  /// - Parameter phrase: The only text that will be read, by itself and behind a preposition; nil for
  ///   texts of any kind. Names that it cannot hold are then left out.
  public init(lexicon: Lexicon, gazetteer: Gazetteer, toRead phrase: String? = nil) {
    self.lexicon = lexicon
    self.gazetteer = gazetteer
    let possible = phrase.map {
      PossibleWords(of: [$0] + Self.prepositions(lexicon))
    }
    var table = PhraseTable(capacity: possible == nil ? 1 << 16 : 1 << 12)
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
    let names = gazetteer.foldedNames
    var words: [ArraySlice<Letter>] = []
    for (number, name) in gazetteer.names.enumerated() {
      let range = names.words(of: number)
      guard (1...6).contains(range.count) else { continue }
      // A name of one word may be parted into two.
      if let possible, range.count > 1,
        !range.contains(where: { possible.contains(names.letters(ofWord: $0)) })
      {
        continue
      }
      words.removeAll(keepingCapacity: true)
      for word in range { words.append(names.letters(ofWord: word)) }
      let place = gazetteer.places[Int(name.place)]
      if place.kind == .region, place.governorate >= 0, words.count > 1,
        surroundings.contains(Array(words[0]))
      {
        continue
      }
      let payload = Self.nameBase + name.place
      table.insert(words, payload: payload, where: possible)
      Self.insertSpacingVariants(of: words, names[number], heads, payload, &table, where: possible)
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

  /// Makes the rules of dates, which the first reading would make.
  public static func makeRules() { _ = DateExpression.rulesByOpening }

  /// Joins a name of several words, and parts one that begins with a common head.
  private static func insertSpacingVariants(
    of words: [ArraySlice<Letter>], _ letters: ArraySlice<Letter>, _ heads: [[Letter]],
    _ payload: Int32, _ table: inout PhraseTable, where possible: PossibleWords?
  ) {
    guard letters.count >= 6, let first = letters.first else { return }
    switch words.count {
    case 2, 3:
      if words[0].count <= 4, first.isArabicLetter {
        table.insert([letters], payload: payload, where: possible)
      }
    case 1:
      for head in heads
      where first == head[0] && letters.starts(with: head) && letters.count >= head.count + 3 {
        table.insert(
          [head[...], letters.dropFirst(head.count)], payload: payload, where: possible)
      }
    default: break
    }
  }

  /// The words for "in", as the word list has them.
  static func prepositions(_ lexicon: Lexicon) -> [String] {
    (lexicon.forms.singleWords(.spatial, Spatial.in.rawValue)
      + lexicon.forms.singleWords(.spatial, Spatial.on.rawValue)).map { Folding.text($0) }
  }

  /// The words for "in", which may stand before a phrase.
  public var prepositions: [String] { Self.prepositions(lexicon) }
}

extension PhraseTable {
  /// Adds a name that some texts may hold; of one that they cannot hold, the words that they can: what a
  /// word may be is told by whether the table has it.
  fileprivate mutating func insert(
    _ words: [ArraySlice<Letter>], payload: Int32, where possible: PossibleWords?
  ) {
    if possible?.contains(words[0]) ?? true {
      insert(words, payload: payload)
    } else if let possible {
      for word in words.dropFirst() where possible.contains(word) { _ = insertWord(word) }
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
