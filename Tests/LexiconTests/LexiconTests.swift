import ArabicText
import Lexicon
import TestSupport
import Testing

struct LexiconTests {
  private static let bundled = Result { try Lexicon.bundled() }

  /// The lexicon of one list with some lines, and nothing in the others.
  private func lexicon(_ category: Category, _ lines: String) throws -> Lexicon {
    try Lexicon([category]) { _ in Array(lines.utf8) }
  }

  /// The forms of a lexicon as folded text with their lexemes.
  private func forms(of lexicon: Lexicon) -> [(text: String, lexeme: Lexeme)] {
    (0..<lexicon.forms.count).map { form in
      let words = lexicon.forms.words(of: form).map { Folding.text(lexicon.forms.letters[$0]) }
      return (words.joined(separator: " "), lexicon.forms.lexemes[form])
    }
  }

  private func texts(_ spellings: String, of category: Category = .means, _ key: String = "rocket")
    throws -> [String]
  {
    forms(of: try lexicon(category, "\(key)\t\(spellings)")).map(\.text)
  }

  @Test func `all lists load, and every category has forms`() throws {
    let lexicon = try Self.bundled.get()
    #expect(lexicon.forms.count > 10_000)
    let categories = Set(lexicon.forms.lexemes.map(\.category))
    #expect(categories.count == Category.allCases.count)
  }

  @Test func `the lists leave the four upper bits of a set to what is no list`() {
    for category in Category.allCases { #expect(category.rawValue < 28, "\(category)") }
  }

  @Test func `some lists load alone`() throws {
    let lexicon = try Lexicon.bundled(Category.spatialLists)
    #expect(Set(lexicon.forms.lexemes.map(\.category)) == Set(Category.spatialLists))
    #expect(lexicon.actors.isEmpty)
  }

  @Test func `every spelling of the lists is a form`() throws {
    let forms = Set(forms(of: try Self.bundled.get()).map(\.text))
    for list in WordListFile.all {
      for spelling in list.spellings where !spelling.text.hasSuffix("~") {
        // The stem of a verb in the present is written with its ya.
        #expect(forms.contains(spelling.text), "\(list.name):\(spelling.line): \(spelling.text)")
      }
    }
  }

  @Test func `a form has words, and each word has letters`() throws {
    let lexicon = try Self.bundled.get()
    var end = 0
    for form in 0..<lexicon.forms.count {
      let words = lexicon.forms.words(of: form)
      #expect(!words.isEmpty)
      for word in words {
        #expect(word.lowerBound == end && !word.isEmpty)
        end = word.upperBound
      }
    }
    #expect(end == lexicon.forms.letters.count)
  }

  // MARK: Forms

  @Test func `a noun has its definite form, and its object's alef`() throws {
    #expect(try texts("صاروخ") == ["صاروخ", "الصاروخ", "صاروخا"])
    #expect(try texts("عبوة") == ["عبوه", "العبوه"])
    #expect(try texts("غارات") == ["غارات", "الغارات"])
    #expect(try texts("قتيلين") == ["قتيلين", "القتيلين"])
  }

  @Test func `a noun of two words is definite in both or in the last`() throws {
    #expect(
      try texts("عملية إنزال") == ["عمليه انزال", "العمليه الانزال", "عمليه الانزال"])
  }

  @Test func `a noun with the article gets no second one`() throws {
    #expect(try texts("القصف") == ["القصف"])
    #expect(try texts("إطلاق النار") == ["اطلاق النار", "الاطلاق النار"])
  }

  @Test func `a literal is taken as it stands`() throws {
    #expect(try texts("=محمولة جوا") == ["محموله جوا"])
    #expect(try texts("=في | =من") == ["في", "من"])
  }

  @Test func `a verb in the past has its endings`() throws {
    let forms = ["استهدف", "استهدفت", "استهدفوا", "استهدفا", "استهدفتا", "استهدفن", "استهدفو"]
    #expect(try texts("استهدف~") == forms)
  }

  @Test func `a verb in the present has its prefixes and endings`() throws {
    let texts = try texts("يقصف~")
    #expect(texts.count == 16)
    for form in ["يقصف", "تقصف", "سيقصف", "ستقصف", "يقصفون", "يقصفان", "يقصفوا", "ستقصفون"] {
      #expect(texts.contains(form))
    }
  }

  @Test func `the words behind a verb follow it unchanged`() throws {
    let forms = [
      "عثر علي", "عثرت علي", "عثروا علي", "عثرا علي", "عثرتا علي", "عثرن علي", "عثرو علي",
    ]
    #expect(try texts("عثر~ على") == forms)
  }

  @Test func `single words of one meaning are found`() throws {
    let lexicon = try lexicon(.means, "rocket\tصاروخ | صاروخ موجه\nmortar\tهاون")
    let words = lexicon.forms.singleWords(.means, Means.rocket.rawValue).map { Folding.text($0) }
    #expect(words == ["صاروخ", "الصاروخ", "صاروخا"])
    #expect(lexicon.forms.singleWords(.triggers, Means.rocket.rawValue).isEmpty)
  }

  // MARK: Values

  @Test func `the key and the attribute make the lexeme`() throws {
    let lexicon = try lexicon(.triggers, "air_strike\t=غارة\tnoun\nstrike\t=ضرب\tverb\tnote")
    #expect(
      lexicon.forms.lexemes == [
        Lexeme(category: .triggers, value: Trigger.airStrike.rawValue, form: .noun),
        Lexeme(category: .triggers, value: Trigger.strike.rawValue, form: .verb),
      ])
  }

  @Test(arguments: [
    (Category.numbers, "300", 300), (.ordinals, "31", 31), (.weekdays, "0", 0), (.months, "4", 4),
    (.months, "h9", 109), (.compass, "NE", 1), (.ordinary, "word", 0),
    (.trades, "civilian.1", 0), (.trades, "civilian.2n", 3), (.trades, "militant.n", 6),
  ])
  func `keys that are no words have their numbers`(category: Category, key: String, value: Int)
    throws
  {
    #expect(try lexicon(category, "\(key)\t=س").forms.lexemes.first?.value == Int16(value))
  }

  @Test func `a trade's value tells its group and number`() {
    for group in Trade.Group.allCases {
      for number in Trade.Number.allCases {
        let trade = Trade(group: group, number: number)
        #expect(Trade(value: trade.value) == trade)
      }
    }
  }

  @Test func `lexemes are packed and unpacked`() throws {
    for lexeme in try Set(Self.bundled.get().forms.lexemes) {
      #expect(Lexeme(packed: lexeme.packed) == lexeme)
      #expect(lexeme.packed >= 0 && lexeme.packed < 1 << 30)
    }
    for value in [Int16.min, -1, 0, .max] {
      let lexeme = Lexeme(category: .people, value: value, form: .persons)
      #expect(Lexeme(packed: lexeme.packed) == lexeme)
    }
  }

  @Test func `a row is an actor, with its columns`() throws {
    let lexicon = try lexicon(
      .actors,
      """
      old\t=جيش النظام\tstate\t../2024-12-08
      new\t=الجيش\tstate\t2024-12-08/..\tministry\t\told\ta note
      sna\t=الجيش الوطني\tarmed_group\t2017/2025\t\tnew
      """)
    #expect(
      lexicon.actors == [
        Actor(id: "old", kind: .state, period: "../2024-12-08"),
        Actor(
          id: "new", kind: .state, period: "2024-12-08/..", partOf: "ministry", formerly: "old"),
        Actor(id: "sna", kind: .armedGroup, period: "2017/2025", became: "new"),
      ])
    #expect(lexicon.forms.lexemes.map(\.value) == [0, 1, 2])
  }

  @Test func `a name stands for another party before the period of its row`() {
    let army = Actor(id: "new", kind: .state, period: "2024-12-08/..", formerly: "old")
    #expect(army.id(on: "2024-12-07") == "old")
    #expect(army.id(on: "2024-12-08") == "new")
    #expect(Actor(id: "sna", kind: .armedGroup, period: "2017/2025").id(on: "2016-01-01") == "sna")
  }

  @Test func `patterns are unfolded with a nation's adjective`() throws {
    let lexicon = try lexicon(
      .actors,
      "@\t=غارتان @تان | طيران @\n@@\t=قوة @ة\nturkey\t@تركي | @@تركي | =أنقرة\tstate\nx\t@@روسي\tstate"
    )
    #expect(
      forms(of: lexicon).map { "\($0.text) \($0.lexeme.value)" } == [
        "غارتان تركيتان 0", "طيران تركي 0", "الطيران التركي 0", "طيران التركي 0", "قوه تركيه 0",
        "انقره 0", "قوه روسيه 1",
      ])
  }

  @Test func `the lists know at least 150 actors`() throws {
    let lexicon = try Self.bundled.get()
    #expect(lexicon.actors.count >= 150)
    #expect(Set(lexicon.actors.map(\.id)).count == lexicon.actors.count)
    #expect(Set(lexicon.actors.map(\.kind)).count == Actor.Kind.allCases.count)
    let written = Set(
      lexicon.forms.lexemes.filter { $0.category == .actors }.map(\.value))
    #expect(written == Set(lexicon.actors.indices.map { Int16($0) }))
  }

  @Test func `no name stands for two actors, not even as a pattern makes it`() throws {
    let lexicon = try Self.bundled.get()
    var actors: [String: Int16] = [:]
    for form in forms(of: lexicon) where form.lexeme.category == .actors {
      let known = actors[form.text] ?? form.lexeme.value
      actors[form.text] = known
      #expect(
        known == form.lexeme.value,
        """
        \(form.text): \(lexicon.actors[Int(known)].id), \
        \(lexicon.actors[Int(form.lexeme.value)].id)
        """)
    }
  }

  @Test func `actors belong to, became and were formerly actors of the table`() throws {
    let actors = try Self.bundled.get().actors
    let ids = Set(actors.map(\.id))
    for actor in actors {
      for other in [actor.partOf, actor.became, actor.formerly].compactMap(\.self) {
        #expect(ids.contains(other) && other != actor.id, "\(actor.id): \(other)")
      }
      // What took a party in, or bears its names, needs a day on which that was.
      if actor.formerly != nil { #expect(actor.period != nil, "\(actor.id)") }
      guard let period = actor.period else { continue }
      let days = period.split(separator: "/", omittingEmptySubsequences: false)
      #expect(days.count == 2, "\(actor.id): \(period)")
      let known = days.filter { $0 != ".." }
      #expect(!known.isEmpty && known == known.sorted(), "\(actor.id): \(period)")
      for day in known {
        #expect(day.wholeMatch(of: /\d{4}(-\d\d(-\d\d)?)?/) != nil, "\(actor.id): \(period)")
      }
    }
  }

  @Test func `countries are told from their adjectives`() throws {
    let lexicon = try lexicon(
      .foreign, "iraq\t=العراق\tIQ\niraq_adj\t=عراقي\tIQ\nbaghdad\t=بغداد\tIQ")
    #expect(lexicon.countries == ["IQ", "IQ_adj"])
    #expect(lexicon.forms.lexemes.map(\.value) == [0, 1, 0])
  }

  // MARK: Errors

  @Test(arguments: [
    (Category.triggers, "strike\t=ضرب\n\n# a comment\nstrik\t=ضرب\n", 4, "strik"),
    (.triggers, "airStrike\t=غارة", 1, "airStrike"), (.numbers, "one\tواحد", 1, "one"),
    (.numbers, "99999\t=س", 1, "99999"), (.months, "hx\t=س", 1, "hx"),
    (.compass, "n\t=شمال", 1, "n"), (.trades, "civilian\t=مدني", 1, "civilian"),
    (.trades, "civilian.3\t=مدني", 1, "civilian.3"), (.trades, "nobody.1\t=مدني", 1, "nobody.1"),
    (.actors, "isis\t=داعش\tarmed_group\nsaa\t=الجيش", 2, "saa"),
    (.actors, "isis\t=داعش\tarmy", 1, "isis"),
    (.actors, "isis\t=داعش\tarmed_group\nisis\t=التنظيم\tarmed_group", 2, "isis"),
    (.actors, "@\tغارة @ة\nidf\t@@إسرائيلي\tstate", 2, "idf"), (.triggers, "strike", 1, "strike"),
    (.triggers, "strike\tضرب\nstrike\t\tnoun", 2, "strike"),
    (.triggers, "strike\t ~ | =\tnoun", 1, "strike"),
  ])
  func `a line that cannot be read is named with its file`(
    category: Category, lines: String, line: Int, key: String
  ) throws {
    let error = try #require(throws: LexiconError.self) { try lexicon(category, lines) }
    #expect(error.file == "\(category).tsv")
    #expect(error.line == line)
    #expect(error.key == key)
    #expect(error.description.hasPrefix("\(category).tsv:\(line): "))
    #expect(error.description.contains("\"\(key)\""))
  }

  @Test func `what cannot be found is the reader's error`() {
    struct NoSuchList: Error {}
    #expect(throws: NoSuchList.self) { try Lexicon { _ in throw NoSuchList() } }
  }

  @Test func `any bytes make a lexicon or an error`() {
    var generator = SeededGenerator(seed: 9)
    for category in Category.allCases {
      for _ in 0..<50 {
        let bytes = generator.bytes(200)
        do {
          let lexicon = try Lexicon([category]) { _ in bytes }
          #expect(lexicon.forms.lexemes.allSatisfy { $0.category == category })
        } catch {
          #expect(error is LexiconError)
        }
      }
    }
  }
}
