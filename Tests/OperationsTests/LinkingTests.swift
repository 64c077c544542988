import Claims
import Geocoding
import Mentions
import Operations
import Reports
import TestSupport
import Testing

struct LinkingTests {
  /// Two tellings, and whether they tell of one event.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var a: Telling
    var b: Telling

    init(_ description: String, _ a: Telling, _ change: (inout Telling) -> Void) {
      testDescription = description
      self.a = a
      b = a
      b.report = "r2"
      change(&b)
    }
  }

  static let raid = Telling(
    type: .airborneRaid, initiators: ["coalition"], targets: ["isis"], killed: 2...2)
  static let strike = Telling(type: .airStrike)

  static let same: [Case] = [
    Case("same kind, day and village, nothing else told", strike) { _ in },
    Case("a helicopter raid told as a raid", raid) { $0.type = .groundRaid },
    Case("a raid told as an arrest", raid) { $0.type = .arrest },
    Case("a drone's strike told as an air strike", Telling(type: .droneStrike, killed: 1...1)) {
      $0.type = .airStrike
    },
    Case("first figures corrected a little", raid) { $0.killed = 3...3 },
    Case("an exact count and an open one", raid) {
      $0.killed = nil
      $0.killedAtLeast = 2
    },
    Case("a night told as two days", raid) { $0.date = "2025-03-09/2025-03-10" },
    Case("the day before, with all else equal", raid) { $0.date = "2025-03-09" },
    Case("a day without a year", raid) { $0.date = "XXXX-03-10" },
    Case("told later as history, by month", raid) {
      $0.status = .historical
      $0.date = "2025-03"
      $0.published = "2025-06-01"
    },
    Case("told later as history, without a day", raid) {
      $0.status = .historical
      $0.date = nil
      $0.published = "2025-06-01"
    },
    Case("news without a day, published the day after", raid) { $0.date = nil },
    Case("known only to the governorate, all else equal", raid) {
      $0.place = .idleb
    },
    Case("near the village rather than in it", raid) { $0.relation = .near },
    Case("denied by another report", raid) { $0.status = .denied },
    Case("another report does not say who", raid) { $0.initiators = [] },
    Case("a part named for the whole", raid) { $0.initiators = ["centcom"] },
    Case("a name that the table does not have", raid) { $0.initiators = ["somebody"] },
    Case(
      "a rare thing told by two undated reports",
      raid.with {
        $0.date = nil
        $0.published = nil
        $0.killed = nil
        $0.targets = []
      }
    ) { _ in },
    Case("an unknown attacker", raid) { $0.initiators = ["unknown"] },
  ]

  static let different: [Case] = [
    Case("another day", raid) { $0.date = "2025-03-14" },
    Case("the day before, with no figures to go by", strike) { $0.date = "2025-03-09" },
    Case("another village", raid) { $0.place = .sarmada },
    Case("two towns whose circles touch", Telling(place: .sarmada, killed: 2...2)) {
      $0.place = .dana
    },
    Case("another kind", strike) { $0.type = .ied },
    Case("same town and day, other figures", strike.with { $0.killed = 1...1 }) {
      $0.killed = 9...9
    },
    Case("same town and day, other attackers", strike.with { $0.initiators = ["russia"] }) {
      $0.initiators = ["idf"]
    },
    Case("same town and day, other victims", strike.with { $0.targets = ["isis"] }) {
      $0.targets = ["civilians"]
    },
    Case("same governorate and day, nothing else told", strike) { $0.place = .idleb },
    Case("another governorate", raid) { $0.place = .aleppo },
    Case("planned, then done", raid) { $0.status = .planned },
    Case("foiled, and done", raid) { $0.status = .foiled },
    Case("a month's shelling and one day's", strike.with { $0.type = .shelling }) {
      $0.date = "2025-03"
    },
    Case(
      "what recurs, told by two undated reports",
      strike.with {
        $0.date = nil
        $0.published = nil
        $0.initiators = ["coalition"]
      }
    ) { _ in },
    Case("without a day, and no figures to go by", strike) {
      $0.status = .historical
      $0.date = nil
    },
    Case("told before it happened", raid) {
      $0.date = nil
      $0.published = "2025-03-01"
    },
  ]

  @Test(arguments: same)
  func `one event in two reports is one operation`(pair: Case) {
    #expect(operations(from: [pair.a.claim(), pair.b.claim()]).count == 1)
    #expect(operations(from: [pair.b.claim(), pair.a.claim()]).count == 1)
  }

  @Test(arguments: different)
  func `two events stay two operations`(pair: Case) {
    #expect(operations(from: [pair.a.claim(), pair.b.claim()]).count == 2)
    #expect(operations(from: [pair.b.claim(), pair.a.claim()]).count == 2)
  }

  @Test
  func `two claims of one report are one operation only when nothing tells them apart`() {
    let raid = Self.raid
    #expect(operations(from: [raid.claim(1), raid.claim(2)]).count == 1)
    let other = raid.with { $0.killed = 3...3 }
    #expect(operations(from: [raid.claim(1), other.claim(2)]).count == 2)
    let timed = raid.with { $0.time = "04:00" }
    #expect(operations(from: [raid.claim(1), timed.claim(2)]).count == 2)
  }

  @Test
  func `a vague report does not join two events that differ`() {
    let first = Self.raid
    let second = first.with {
      $0.report = "r2"
      $0.place = .sarmada
    }
    let vague = first.with {
      $0.report = "r3"
      $0.place = .idleb
    }
    let linked = operations(from: [first.claim(), second.claim(), vague.claim()])
    #expect(linked.count == 2)
    #expect(linked.map(\.claims.count).sorted() == [1, 2])
  }

  @Test
  func `two claims of one report stay apart though another report resembles both`() {
    let first = Self.strike
    let second = first.with { $0.time = "18:00" }
    let other = first.with { $0.report = "r2" }
    let linked = operations(from: [first.claim(1), second.claim(2), other.claim()])
    #expect(linked.count == 2)
  }

  @Test
  func `reprints are joined though nothing but the words tells what they mean`() {
    let words = "An agency's sentence, word for word the same."
    let first = Telling(date: nil, place: nil, words: words)
    let reprint = first.with { $0.report = "r2" }
    #expect(operations(from: [first.claim(), reprint.claim()]).count == 1)
    let rewritten = reprint.with { $0.words = "Another sentence." }
    #expect(operations(from: [first.claim(), rewritten.claim()]).count == 2)
  }

  @Test
  func `the same words about what recurs tell of two days`() {
    let words = "The outskirts were shelled."
    let first = Telling(type: .shelling, initiators: ["regime"], words: words)
    let next = first.with {
      $0.report = "r2"
      $0.date = "2025-03-11"
    }
    #expect(operations(from: [first.claim(), next.claim()]).count == 2)
    let raid = first.with { $0.type = .airborneRaid }
    let reprint = next.with { $0.type = .airborneRaid }
    #expect(operations(from: [raid.claim(), reprint.claim()]).count == 1)
  }

  @Test
  func `a claim that is given twice counts once`() {
    let claim = Self.raid.claim()
    let linked = operations(from: [claim, claim])
    #expect(linked.map(\.claims.count) == [1])
  }

  @Test
  func `each day of a long archive has its own operation, a week among them or not`() {
    let days = (0..<90).map {
      CalendarDay(number: CalendarDay(iso: "2025-01-01")!.number + $0 * 2).iso
    }
    let pairs = days.enumerated().flatMap { number, day in
      ["a", "b"].map { outlet in
        Telling(report: "\(outlet)\(number)", published: nil, date: day, killed: 3...3).claim()
      }
    }
    let week = Telling(
      report: "w", published: nil, date: "2025-03-01/2025-03-07", place: .aleppoCity)
    let linked = operations(from: pairs + [week.claim()])
    #expect(linked.count == days.count + 1)
    #expect(linked.filter { $0.claims.count == 2 }.count == days.count)
  }

  @Test
  func `one of many in common joins as one of two does`() {
    let many = Telling(
      initiators: ["coalition", "russia_air", "us_forces", "turkey"],
      means: ["mortar", "rocket", "ied"])
    let one = many.with {
      $0.report = "r2"
      $0.initiators = ["turkey"]
      $0.means = ["ied"]
    }
    let other = one.with { $0.initiators = ["idf"] }
    #expect(operations(from: [many.claim(), one.claim()]).count == 1)
    #expect(operations(from: [many.claim(), other.claim()]).count == 2)
  }

  @Test(arguments: 0..<60)
  func `the order of the claims does not matter`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let spots: [Spot] = [.atme, .sarmada, .dana, .aleppoCity, .idleb, .aleppo]
    let claims = (0..<60).map { number -> LocatedClaim in
      var telling = Telling(
        report: "r\(generator.int(0...11))", words: "words \(generator.int(0...39))")
      telling.type = OperationType.allCases[generator.int(0...3)]
      telling.date =
        ["2025-03-10", "2025-03-11", "2025-03", nil, "XXXX-03-10"][generator.int(0...4)]
      telling.published = ["2025-03-11", "2025-03-20", nil][generator.int(0...2)]
      telling.place = spots[generator.int(0...5)]
      telling.initiators = [["coalition"], ["idf"], []][generator.int(0...2)]
      telling.killed = [2...2, 3...3, nil, 0...0][generator.int(0...3)]
      return telling.claim(number)
    }
    let expected = operations(from: claims).map(Summary.init)
    #expect(operations(from: claims.shuffled(using: &generator)).map(Summary.init) == expected)
    #expect(Set(expected.map(\.id)).count == expected.count, "ids are unique")
    #expect(expected.flatMap(\.claims).count == claims.count, "every claim is kept once")
  }
}

/// What must not change with the order of the input.
private struct Summary: Equatable {
  var id: String
  var claims: [String]
  var date: String?
  var place: String?
  var killed: CountRange?

  init(_ operation: Operations.Operation) {
    id = operation.id
    claims = operation.claims.map(\.id)
    date = operation.date?.edtf
    place = operation.location?.text
    killed = operation.killed
  }
}

extension Telling {
  func with(_ change: (inout Telling) -> Void) -> Telling {
    var copy = self
    change(&copy)
    return copy
  }
}
