import ArabicText

/// The Arabic word lists, read and unfolded into forms.
public struct Lexicon: Sendable {
  /// A form as it may stand in a text: folded words, and what they mean.
  public struct Entry: Sendable {
    public var words: [[Letter]]
    public var lexeme: Lexeme
  }

  public private(set) var entries: [Entry] = []
  /// The actors; an actor lexeme's value is an index into this.
  public private(set) var actors: [Actor] = []
  /// Country codes of the places abroad; a foreign lexeme's value is an index into this.
  public private(set) var countries: [String] = []

  /// Reads the bundled lists.
  ///
  /// - Throws: `LexiconError` that names the file and the line that cannot be read.
  public static func bundled() throws -> Lexicon {
    try Lexicon { try WordList.bundledBytes(of: $0) }
  }

  /// Reads lists from wherever a closure finds them.
  public init(reading bytes: (String) throws -> [UInt8]) throws {
    for category in Category.allCases {
      let file = category.fileName
      try WordList(bytes: bytes(file)).forEachRow { row in
        let lexeme = try lexeme(for: row, in: category, file: file)
        for spelling in row.spellings {
          Spelling.forms(of: spelling) { words in
            entries.append(Entry(words: words, lexeme: lexeme))
          }
        }
      }
    }
  }

  private mutating func lexeme(
    for row: WordList.Row, in category: Category, file: String
  ) throws -> Lexeme {
    guard let value = value(of: row, in: category) else {
      throw LexiconError(file: file, line: row.line, key: row.key)
    }
    return Lexeme(category: category, value: value, form: Form(attribute: row.attribute))
  }

  private mutating func value(of row: WordList.Row, in category: Category) -> Int16? {
    switch category {
    case .triggers: Trigger(key: row.key)?.rawValue
    case .outcomes: Outcome(key: row.key)?.rawValue
    case .means: Means(key: row.key)?.rawValue
    case .weapons: Weapons(key: row.key)?.rawValue
    case .quantities: Quantity(key: row.key)?.rawValue
    case .dayparts: DayPart(key: row.key)?.rawValue
    case .calendar: CalendarWord(key: row.key)?.rawValue
    case .placenouns: PlaceWord(key: row.key)?.rawValue
    case .spatial: Spatial(key: row.key)?.rawValue
    case .anaphora: Anaphor(key: row.key)?.rawValue
    case .roles: PlaceRole(key: row.key)?.rawValue
    case .status: StatusSign(key: row.key)?.rawValue
    case .speech: Speech(key: row.key)?.rawValue
    case .furniture: Furniture(key: row.key)?.rawValue
    case .unrelated: Unrelated(key: row.key)?.rawValue
    case .compass: Direction.keys.firstIndex(of: row.key).map { Int16($0) }
    case .numbers, .ordinals, .weekdays: Int16(row.key)
    case .months: row.key.hasPrefix("h") ? Int16(row.key.dropFirst()).map { $0 + 100 } : Int16(row.key)
    case .trades: Self.trade(row.key)?.value
    case .ordinary: 0
    case .people: PersonWord(key: row.key)?.rawValue
    case .heads: NameHead(key: row.key)?.rawValue
    case .actors: add(actor: row)
    case .foreign:
      // Adjectives of countries are told from the countries.
      add(country: row.key.hasSuffix("_adj") ? row.attribute + "_adj" : row.attribute)
    }
  }

  /// `civilian.1`, `civilian.2`, `civilian.n`, `civilian.2n`.
  private static func trade(_ key: String) -> Trade? {
    let parts = key.split(separator: ".")
    guard parts.count == 2, let group = Trade.Group(key: parts[0]) else { return nil }
    switch parts[1] {
    case "1": return Trade(group: group, number: .one)
    case "2": return Trade(group: group, number: .two)
    case "n": return Trade(group: group, number: .several)
    case "2n": return Trade(group: group, number: .twoOrSeveral)
    default: return nil
    }
  }

  private mutating func add(actor row: WordList.Row) -> Int16? {
    guard let kind = Actor.Kind(rawValue: row.attribute) else { return nil }
    if let i = actors.firstIndex(where: { $0.id == row.key }) { return Int16(i) }
    actors.append(Actor(id: row.key, kind: kind))
    return Int16(actors.count - 1)
  }

  private mutating func add(country code: String) -> Int16? {
    if let i = countries.firstIndex(of: code) { return Int16(i) }
    countries.append(code)
    return Int16(countries.count - 1)
  }
}

/// A word list has a line that cannot be read.
public struct LexiconError: Error, CustomStringConvertible {
  public var file: String
  public var line: Int
  public var key: String

  public var description: String {
    "\(file):\(line): the key \"\(key)\" is not known, or its attribute is missing"
  }
}
