import ArabicText

/// The Arabic word lists, read and unfolded into forms.
public struct Lexicon: Sendable {
  /// The forms of all lists, as they may stand in a text.
  public private(set) var forms = WordForms()
  /// The actors; an actor lexeme's value is an index into this.
  public private(set) var actors: [Actor] = []
  /// Country codes of the places abroad; a foreign lexeme's value is an index into this.
  public private(set) var countries: [String] = []

  /// Reads the bundled lists, or some of them.
  ///
  /// - Throws: `LexiconError` that names the file and the line that cannot be read.
  public static func bundled(_ categories: [Category] = Category.allCases) throws -> Lexicon {
    try Lexicon(categories) { try WordList.bundledBytes(of: $0) }
  }

  /// Reads lists from wherever a closure finds them.
  public init(
    _ categories: [Category] = Category.allCases, reading bytes: (String) throws -> [UInt8]
  ) throws {
    for category in categories {
      let file = category.fileName
      let keys = Self.keys(of: category)
      var patterns = Patterns()
      try WordList(bytes: bytes(file)).forEachRow { row in
        if category == .actors, patterns.take(row) { return }
        guard let value = keys[row.key] ?? value(of: row, in: category) else {
          throw LexiconError(file: file, line: row.line, key: row.key)
        }
        let lexeme = Lexeme(category: category, value: value, form: Form(attribute: row.attribute))
        let count = forms.count
        for spelling in row.spellings {
          for written in patterns.unfolded(spelling) { forms.add(spelling: written, as: lexeme) }
        }
        if forms.count == count { throw LexiconError(file: file, line: row.line, key: row.key) }
      }
    }
  }

  /// The keys of a list that stand for the cases of an enumeration.
  private static func keys(of category: Category) -> [String: Int16] {
    func keys<K: Key>(_ type: K.Type) -> [String: Int16] {
      Dictionary(uniqueKeysWithValues: type.allCases.map { ($0.key, $0.rawValue) })
    }
    return switch category {
    case .triggers: keys(Trigger.self)
    case .outcomes: keys(Outcome.self)
    case .means: keys(Means.self)
    case .weapons: keys(Weapons.self)
    case .quantities: keys(Quantity.self)
    case .dayparts: keys(DayPart.self)
    case .calendar: keys(CalendarWord.self)
    case .placenouns: keys(PlaceWord.self)
    case .spatial: keys(Spatial.self)
    case .anaphora: keys(Anaphor.self)
    case .roles: keys(PlaceRole.self)
    case .status: keys(StatusSign.self)
    case .speech: keys(Speech.self)
    case .furniture: keys(Furniture.self)
    case .unrelated: keys(Unrelated.self)
    case .people: keys(PersonWord.self)
    case .heads: keys(NameHead.self)
    case .parties: keys(PartySign.self)
    case .ordinary: keys(OrdinaryWord.self)
    case .compass, .numbers, .ordinals, .weekdays, .months, .trades, .actors, .foreign: [:]
    }
  }

  /// The value of a row whose key is a number, a compass point, a trade, or a name of its own.
  private mutating func value(of row: WordList.Row, in category: Category) -> Int16? {
    switch category {
    case .compass: Direction.keys.firstIndex(of: row.key).map { Int16($0) }
    case .numbers, .ordinals, .weekdays: Int16(row.key)
    case .months:
      row.key.hasPrefix("h") ? Int16(row.key.dropFirst()).map { $0 + 100 } : Int16(row.key)
    case .trades: Self.trade(row.key)?.value
    case .actors: add(actor: row)
    case .foreign:
      // Adjectives of countries are told from the countries.
      add(country: row.key.hasSuffix("_adj") ? row.attribute + "_adj" : row.attribute)
    default: nil
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
    guard let kind = Actor.Kind(rawValue: row.attribute),
      !actors.contains(where: { $0.id == row.key })
    else { return nil }
    actors.append(
      Actor(
        id: row.key, kind: kind, period: row.column(1), partOf: row.column(2),
        became: row.column(3), formerly: row.column(4)))
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
    """
    \(file):\(line): the key "\(key)" is not known or stands twice, or its spellings or its attribute \
    are missing; write key, spellings and attribute parted by tabs
    """
  }
}
