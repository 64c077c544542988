import Grammar
import Testing

/// Rules over the characters of a line: a terminal is a character, and its number is its code.
struct RuleSetTests {
  private typealias Pattern = [Element<Character>]

  private func rule(
    _ name: String, _ pattern: Pattern,
    means: @escaping @Sendable (Captures) -> [Int]? = { _ in [] }
  ) -> Rule<Character, [Int]> {
    Rule(name, pattern, means: means)
  }

  /// The characters of a line; `d` stands for any run of digits and its value.
  private struct Characters: ItemReader {
    var items: [Character]

    func recognise(_ terminal: Character, at i: Int) -> (number: Int, end: Int)? {
      guard i < items.count else { return nil }
      if terminal == "d" {
        let end = items[i...].firstIndex { !$0.isNumber } ?? items.count
        return end > i ? (number: Int(String(items[i..<end]))!, end: end) : nil
      }
      return items[i] == terminal ? (number: Int(items[i].asciiValue!), end: i + 1) : nil
    }
  }

  /// Characters of which can be seen at a glance whether they are digits.
  private struct SeenCharacters: ItemReader {
    var characters: Characters

    func signs(of i: Int) -> Signs {
      guard i < characters.items.count else { return 0 }
      return characters.items[i].isNumber ? 1 : 2
    }

    func recognise(_ terminal: Character, at i: Int) -> (number: Int, end: Int)? {
      #expect((terminal == "d" ? 1 : 2) == signs(of: i), "asked for what cannot be there")
      return characters.recognise(terminal, at: i)
    }
  }

  /// Reads a line at a position; at a glance or not, the same is read.
  private func read(
    _ line: String, with rules: [Rule<Character, [Int]>], at start: Int = 0
  ) -> RuleReading<[Int]>? {
    let items = Characters(items: Array(line))
    let reading = RuleSet(rules).longest(at: start, of: items)
    let glance = RuleSet(rules) { $0 == "d" ? 1 : 2 }
      .longest(at: start, of: SeenCharacters(characters: items))
    #expect(glance?.value == reading?.value)
    #expect(glance?.items == reading?.items)
    #expect(glance?.rule == reading?.rule)
    return reading
  }

  /// The name of the rule that reads a line.
  private func winner(_ line: String, of rules: [Rule<Character, [Int]>]) -> String? {
    read(line, with: rules).map { rules[$0.rule].name }
  }

  @Test func `the longest rule wins, wherever it stands`() {
    let short = rule("<a>", [.skip("a")])
    let long = rule("<a> b", [.skip("a"), .skip("b")])
    for rules in [[short, long], [long, short]] {
      #expect(winner("abc", of: rules) == "<a> b")
      #expect(read("abc", with: rules)?.items == 0..<2)
      #expect(winner("ac", of: rules) == "<a>")
    }
  }

  @Test func `length is counted in items, not in elements`() {
    let two = rule("two", [.skip("1"), .skip("2")])
    let run = rule("run", [.capture("d")])
    #expect(winner("123", of: [two, run]) == "run")
  }

  @Test func `of two equally long the earlier rule wins`() {
    let rules = [
      rule("first", [.skip("a"), .skip("b")]), rule("second", [.skip("a"), .capture("b")]),
    ]
    #expect(winner("ab", of: rules) == "first")
    #expect(winner("ab", of: rules.reversed()) == "second")
  }

  @Test func `optional elements may be there`() {
    let rules = [rule("r", [.skip("a"), .optional("-"), .capture("d")]) { [$0[0]] }]
    for line in ["a7", "a-7"] {
      #expect(read(line, with: rules)?.value == [7])
      #expect(read(line, with: rules)?.items.count == line.count)
    }
    #expect(read("a--7", with: rules) == nil)
  }

  @Test func `captures come in the order of the pattern, and nothing else is captured`() {
    let rules = [
      rule(
        "r", [.capture("d"), .skip("/"), .optional("x"), .capture("d"), .skip("/"), .capture("d")]
      ) { [$0[0], $0[1], $0[2]] }
    ]
    #expect(read("12/x3/2024", with: rules)?.value == [12, 3, 2024])
    #expect(read("12/3/2024", with: rules)?.value == [12, 3, 2024])
  }

  @Test func `a rule does not see what another has captured`() {
    let broken = rule("broken", [.capture("d"), .capture("d")]) { [$0[0], $0[1]] }
    let whole = rule("whole", [.capture("d"), .skip(".")]) { [$0[0]] }
    #expect(read("5.", with: [broken, whole])?.value == [5])
  }

  @Test func `what means nothing gives way to a shorter rule`() {
    let day = rule("<day>", [.capture("d")]) { (1...31).contains($0[0]) ? [$0[0]] : nil }
    let date = rule("<day>/<month>", [.capture("d"), .skip("/"), .capture("d")]) {
      (1...12).contains($0[1]) ? [$0[0], $0[1]] : nil
    }
    for rules in [[day, date], [date, day]] {
      #expect(read("7/12", with: rules)?.value == [7, 12])
      #expect(read("7/13", with: rules)?.value == [7])
      #expect(read("7/13", with: rules)?.items == 0..<1)
      #expect(read("45/13", with: rules) == nil)
    }
  }

  @Test func `of an opening only its own rules are read, by their numbers among all`() {
    let rules = [
      rule("a1", [.skip("a"), .skip("1")]), rule("b1", [.skip("b"), .skip("1")]),
      rule("a", [.skip("a")]), rule("a12", [.skip("a"), .skip("1"), .skip("2")]),
    ]
    // The second and the third opening go on alike behind "a".
    let set = RuleSet(rules, openings: [[1], [0, 2, 3], [0, 1, 2, 3], []], signs: { _ in .max })
    func number(_ line: String, _ opening: Int) -> Int? {
      let items = Characters(items: Array(line))
      return set.withTrees { $0.longest(at: 0, opening: opening, of: items) }?.rule
    }
    #expect((0..<4).map { number("a12", $0) } == [nil, 3, 3, nil])
    #expect((0..<4).map { number("a1", $0) } == [nil, 0, 0, nil])
    #expect((0..<4).map { number("b1", $0) } == [1, nil, 1, nil])
    #expect((0..<4).map { number("a", $0) } == [nil, 2, 2, nil])
  }

  @Test func `what means nothing gives way to a later rule of the same length`() {
    let odd = rule("odd", [.capture("d")]) { $0[0] % 2 == 1 ? [$0[0]] : nil }
    let any = rule("any", [.capture("d")]) { [$0[0]] }
    #expect(winner("8", of: [odd, any]) == "any")
    #expect(winner("9", of: [odd, any]) == "odd")
  }

  @Test func `reading begins where it is told to`() {
    let rules = [rule("r", [.skip("a"), .capture("d")]) { [$0[0]] }]
    #expect(read("a1a22", with: rules, at: 2)?.items == 2..<5)
    #expect(read("a1a22", with: rules, at: 2)?.value == [22])
    #expect(read("a1a22", with: rules, at: 1) == nil)
    #expect(read("a1a22", with: rules, at: 5) == nil)
  }

  @Test func `a rule that covers nothing reads nothing`() {
    #expect(read("a", with: [rule("empty", []), rule("maybe", [.optional("b")])]) == nil)
    #expect(read("a", with: []) == nil)
  }
}
