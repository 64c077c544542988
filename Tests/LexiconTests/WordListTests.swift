import Lexicon
import Testing

/// What the lists must keep to, so that each word has one place.
struct WordListTests {
  @Test func `every list has a category, and every category a list`() {
    #expect(WordListFile.all.map(\.name) == Category.allCases.map { "\($0).tsv" }.sorted())
  }

  @Test(arguments: WordListFile.all)
  func `every line has a key and spellings`(_ list: WordListFile) {
    #expect(list.brokenLines.isEmpty)
    #expect(!list.spellings.isEmpty)
  }

  /// Signs that begin a clause and also tell of a second event, or of another thing: two rules ask for them,
  /// each for its own.
  private static let twofold: Set<String> = [
    "كما", "كذلك", "ادي", "ادت", "اسفر", "اسفرت", "تسبب",
    "بينما", "فيما", "في حين",
  ]

  @Test(arguments: WordListFile.all)
  func `no spelling stands under two keys`(_ list: WordListFile) {
    var first: [String: WordListFile.Spelling] = [:]
    for spelling in list.spellings {
      let known = first[spelling.text] ?? spelling
      first[spelling.text] = known
      #expect(
        known.key == spelling.key || Self.twofold.contains(spelling.text),
        """
        \(list.name):\(spelling.line): "\(spelling.text)" is \(spelling.key), \
        and \(known.key) in line \(known.line)
        """)
    }
  }

  @Test(arguments: WordListFile.all)
  func `folding finds what a list would write twice`(_ list: WordListFile) {
    var lines: [[String]: Int] = [:]
    for spelling in list.spellings {
      let known = lines.updateValue(
        spelling.line, forKey: [spelling.text, spelling.key, spelling.attribute])
      #expect(
        known == nil,
        "\(list.name):\(spelling.line): \"\(spelling.text)\" stands in line \(known ?? 0), too")
    }
  }

  /// The keys of lists that name the cases of an enumeration.
  private static let keys: [(list: String, keys: [String])] = [
    ("triggers", keys(of: Trigger.self)), ("outcomes", keys(of: Outcome.self)),
    ("means", keys(of: Means.self)), ("weapons", keys(of: Weapons.self)),
    ("quantities", keys(of: Quantity.self)), ("dayparts", keys(of: DayPart.self)),
    ("calendar", keys(of: CalendarWord.self)), ("placenouns", keys(of: PlaceWord.self)),
    ("spatial", keys(of: Spatial.self)), ("anaphora", keys(of: Anaphor.self)),
    ("roles", keys(of: PlaceRole.self)), ("status", keys(of: StatusSign.self)),
    ("speech", keys(of: Speech.self)), ("furniture", keys(of: Furniture.self)),
    ("unrelated", keys(of: Unrelated.self)), ("people", keys(of: PersonWord.self)),
    ("heads", keys(of: NameHead.self)), ("parties", keys(of: PartySign.self)),
    ("compass", ["N", "NE", "E", "SE", "S", "SW", "W", "NW", "C"]),
    ("months", (1...12).map { "\($0)" } + (1...12).map { "h\($0)" }),
    ("ordinary", ["name", "word"]),
  ]

  private static func keys<K: Key>(of type: K.Type) -> [String] { type.allCases.map(\.key) }

  @Test(arguments: keys)
  func `the keys of a list are the cases of its enumeration, each with a word`(
    list: String, keys: [String]
  ) {
    #expect(WordListFile(list + ".tsv").keys.sorted() == keys.sorted())
  }

  @Test func `keys are written in small letters with low lines`() {
    #expect(Trigger.airStrike.key == "air_strike")
    #expect(Spatial.in.key == "in")
    #expect(Means.smallArms.name == "small_arms")
    #expect(Means.allCases.map(\.name) == Means.allCases.map(\.key))
  }

  @Test(arguments: WordListFile.all)
  func `attributes are known`(_ list: WordListFile) {
    switch list.name {
    case "actors.tsv":
      let kinds = Set(Actor.Kind.allCases.map(\.rawValue))
      for spelling in list.spellings {
        #expect(kinds.contains(spelling.attribute), "\(list.name):\(spelling.line)")
      }
    case "foreign.tsv":
      for spelling in list.spellings {
        #expect(spelling.attribute.wholeMatch(of: /[A-Z]{2}(-[A-Z])?/) != nil, "\(spelling)")
      }
    default:
      let forms = Set(Form.allCases.map { "\($0)" } + [""])
      for spelling in list.spellings {
        #expect(forms.contains(spelling.attribute), "\(list.name):\(spelling.line)")
      }
    }
  }
}
