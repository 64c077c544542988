import ArabicText
import Grammar
import Lexicon
import Reports

extension DateExpression {
  typealias DateRule = Rule<DateTerminal, DateExpression>
  typealias DateElement = Element<DateTerminal>

  /// Every shape of date that the reader knows; the longest that fits is taken.
  static let rules: [DateRule] =
    digitRules + calendarRules + rangeRules + monthlyRangeRules + monthRules + yearRules
    + weekdayRules + nightRules + agoRules + spanRules + relativeRules + toldRules + hijriRules

  /// The rules by what they may begin with, so that at a token only those are tried that can fit.
  static let rulesByOpening: RuleSet<DateTerminal, DateExpression> = {
    var openings = [[Int]](repeating: [], count: DateOpening.count)
    for (number, rule) in rules.enumerated() {
      for opening in Set(DateOpening.openings(of: rule.pattern)) {
        openings[opening].append(number)
      }
    }
    return RuleSet(rules, openings: openings, signs: \.signs)
  }()

  /// The signs of which one stands behind each opening.
  static let signsBehindOpening = DateOpening.signsBehind(in: rules)

  // MARK: Building blocks

  /// A rule with and without what may stand before a calendar date.
  private static func withLead(_ rules: (_ name: String, _ lead: [DateElement]) -> [DateRule])
    -> [DateRule]
  {
    rules("", []) + rules("<lead> ", [.skip(.lead)])
  }

  /// What may follow a month to fix its year.
  private struct HintTail: Sendable {
    var name: String
    var elements: [DateElement]
    var hint: Hint?

    func value(_ captures: Captures, _ i: Int) -> Hint { hint ?? .year(captures[i]) }
  }

  private static let tails: [HintTail] = [
    HintTail(name: "", elements: [], hint: Hint.none),
    HintTail(name: " last", elements: [.skip(.word(.last))], hint: .last),
    HintTail(name: " this", elements: [.skip(.word(.this))], hint: .this),
    HintTail(name: " next", elements: [.skip(.word(.next))], hint: .next),
    HintTail(name: " of last year", elements: ofYear(.last), hint: .lastYear),
    HintTail(name: " of this year", elements: ofYear(.this), hint: .this),
    HintTail(name: " of the same year", elements: ofYear(.same), hint: .sameYear),
    HintTail(
      name: " <year>",
      elements: [
        .optional(.mark(.comma)), .optional(.inYear), .capture(.year), .optional(.word(.gregorian)),
      ], hint: nil),
  ]

  private static func ofYear(_ which: CalendarWord) -> [DateElement] {
    [.optional(.from), .skip(.word(.year)), .skip(.word(which))]
  }

  private static func hinted(_ rules: (HintTail) -> [DateRule]) -> [DateRule] {
    tails.flatMap(rules)
  }

  static func exact(_ year: Int, _ month: Int, _ day: Int) -> DateExpression? {
    CalendarDay(year: year, month: month, day: day).map { .exact(.day($0)) }
  }

  private static func dayMonth(_ day: Int, _ month: Int, _ hint: Hint) -> DateExpression? {
    if case .year(let year) = hint { return exact(year, month, day) }
    return isDay(day, of: month) ? .dayMonth(day: day, month: month, hint) : nil
  }

  /// Whether a month can have a day of that number.
  private static func isDay(_ day: Int, of month: Int) -> Bool {
    // A leap year has every day that any year has.
    CalendarDay(year: 2000, month: month, day: day) != nil
  }

  static let partOfSpan: [DateElement] = [
    .optional(.word(.during)), .optional(.word(.since)), .optional(.word(.beginning)),
    .optional(.word(.middle)), .optional(.word(.end)),
  ]

  // MARK: Days in digits

  private static let digitRules: [DateRule] =
    withLead { name, lead in
      [Mark.dash, .slash, .point].flatMap { mark -> [DateRule] in
        let part = DateElement.skip(.mark(mark))
        let end: [DateElement] = [.optional(.word(.gregorian)), .optional(.close)]
        return [
          DateRule(
            "\(name)<yyyy>-<mm>-<dd>",
            lead + [
              .capture(.year), part, .capture(.number(1...12)), part, .capture(.number(1...31)),
            ]
              + end
          ) { exact($0[0], $0[1], $0[2]) },
          DateRule(
            "\(name)<dd>/<mm>/<yyyy>",
            lead + [
              .capture(.number(1...31)), part, .capture(.number(1...12)), part, .capture(.year),
            ]
              + end
          ) { exact($0[2], $0[1], $0[0]) },
          DateRule(
            "\(name)<dd>/<month>/<yyyy>",
            lead + [.capture(.number(1...31)), part, .capture(.month), part, .capture(.year)] + end
          ) { exact($0[2], $0[1], $0[0]) },
        ]
      }
    }
    + [Mark.dash, .slash, .point].flatMap { mark -> [DateRule] in
      // Without a year, or with two digits of it, only where a word says that this is a day.
      let part = DateElement.skip(.mark(mark))
      return [
        DateRule(
          "<lead> <dd>/<mm>",
          [
            .capture(.lead), .capture(.number(1...31)), part, .capture(.number(1...12)),
            .optional(.close),
          ]
        ) { dayMonth($0[1], $0[2], $0[0] < 7 ? .weekday($0[0]) : .none) },
        DateRule(
          "<lead> <dd>/<mm>/<yy>",
          [
            .skip(.lead), .capture(.number(1...31)), part, .capture(.number(1...12)), part,
            .capture(.number(11...39)), .optional(.close),
          ]
        ) { exact(2000 + $0[2], $0[1], $0[0]) },
        DateRule(
          "from <dd>/<mm>/<yyyy> to <dd>/<mm>/<yyyy>",
          [
            .skip(.from), .capture(.number(1...31)), part, .capture(.number(1...12)), part,
            .capture(.year), .skip(.until), .capture(.number(1...31)), part,
            .capture(.number(1...12)), part, .capture(.year),
          ]
        ) { interval(($0[2], $0[1], $0[0]), ($0[5], $0[4], $0[3])) },
      ]
    }

  private static func interval(
    _ first: (year: Int, month: Int, day: Int), _ last: (year: Int, month: Int, day: Int)
  ) -> DateExpression? {
    guard let from = CalendarDay(year: first.year, month: first.month, day: first.day),
      let to = CalendarDay(year: last.year, month: last.month, day: last.day), from <= to
    else { return nil }
    return .exact(.interval(from, to))
  }

  // MARK: Days with the name of their month

  private static let calendarRules: [DateRule] =
    hinted { tail in
      let core: [DateElement] =
        [.capture(.day), .optional(.from), .optional(.word(.month)), .capture(.month)]
        + tail.elements + [.optional(.close)]
      return [
        DateRule("<day> <month>\(tail.name)", core) { dayMonth($0[0], $0[1], tail.value($0, 2)) },
        DateRule("<lead> <day> <month>\(tail.name)", [.capture(.lead)] + core) {
          let hint = tail.value($0, 3)
          return dayMonth($0[1], $0[2], hint == .none && $0[0] < 7 ? .weekday($0[0]) : hint)
        },
      ]
    }
    + withLead { name, lead in
      [
        DateRule(
          "\(name)<month> <day>, <year>",
          lead + [
            .capture(.month), .capture(.number(1...31)), .optional(.mark(.comma)), .capture(.year),
          ]
        ) { exact($0[2], $0[0], $0[1]) },
        DateRule(
          "\(name)<day> of this month",
          lead + [
            .capture(.day), .optional(.from), .skip(.word(.month)), .skip(.word(.this)),
          ]
        ) { .dayOfMonth($0[0], .this) },
        DateRule(
          "\(name)<day> of the present month",
          lead + [
            .capture(.day), .optional(.from), .skip(.word(.these)), .skip(.word(.month)),
          ]
        ) { .dayOfMonth($0[0], .this) },
        DateRule("\(name)<day> this", lead + [.capture(.number(1...31)), .skip(.word(.this))]) {
          .dayOfMonth($0[0], .this)
        },
        DateRule(
          "\(name)<day> of the same month",
          lead + [
            .capture(.day), .optional(.from), .skip(.word(.month)), .skip(.word(.same)),
          ]
        ) { .dayOfMonth($0[0], .same) },
        DateRule(
          "\(name)<day> of the month",
          lead + [.capture(.day), .skip(.from), .skip(.word(.month)), .skip(.lone)]
        ) { .dayOfMonth($0[0], .same) },
        DateRule(
          "\(name)<day> of the new year",
          lead + [.capture(.day), .optional(.from), .skip(.word(.newYear))]
        ) { .dayMonth(day: $0[0], month: 1, .this) },
        DateRule("\(name)<day> of it", lead + [.capture(.day), .skip(.word(.ofIt))]) {
          .dayOfMonth($0[0], .same)
        },
        DateRule(
          "\(name)<day> of last month",
          lead + [
            .capture(.day), .optional(.from), .skip(.word(.month)), .skip(.word(.last)),
          ]
        ) { .dayOfMonth($0[0], .last) },
      ]
    } + [
      DateRule(
        "this day in <year>", [.skip(.word(.likeDay)), .optional(.inYear), .capture(.year)]
      ) { .anniversary(year: $0[0]) }
    ]

  // MARK: From day to day

  private static let rangeRules: [DateRule] =
    hinted { tail in
      let end: [DateElement] =
        [.optional(.from), .optional(.word(.month)), .capture(.month)] + tail.elements
      let days: @Sendable (Captures) -> DateExpression? = {
        guard isDay($0[0], of: $0[2]) || $0[0] > $0[1], isDay($0[1], of: $0[2]) else { return nil }
        return .days(from: $0[0], to: $0[1], month: $0[2], tail.value($0, 3))
      }
      let monthToMonth: @Sendable (Captures) -> DateExpression? = {
        guard isDay($0[0], of: $0[1]), isDay($0[2], of: $0[3]) else { return nil }
        return .daysAcross(
          day: $0[0], month: $0[1], toDay: $0[2], toMonth: $0[3], tail.value($0, 4))
      }
      return [
        DateRule(
          "between <day> and <day> <month>\(tail.name)",
          [
            .skip(.between), .optional(.word(.twoDays)), .capture(.day), .skip(.and),
            .capture(.day),
          ] + end, means: days),
        DateRule(
          "between <day> to <day> <month>\(tail.name)",
          [
            .skip(.between), .optional(.word(.twoDays)), .capture(.day), .skip(.until),
            .capture(.day),
          ] + end, means: days),
        DateRule(
          "from <day> to <day> <month>\(tail.name)",
          [.optional(.from), .capture(.day), .skip(.until), .capture(.day)] + end, means: days),
        DateRule(
          "on <day> and <day> <month>\(tail.name)",
          [.optional(.word(.twoDays)), .capture(.day), .skip(.and), .capture(.day)] + end
        ) { $0[1] == $0[0] + 1 ? days($0) : nil },
        DateRule(
          "on <day> - <day> <month>\(tail.name)",
          [.skip(.word(.twoDays)), .capture(.day), .skip(.until), .capture(.day)] + end, means: days
        ),
        DateRule(
          "night <day>/<day> <month>\(tail.name)",
          [
            .skip(.anyPart), .optional(.word(.day)), .capture(.day), .skip(.onto), .capture(.day),
          ] + end, means: days),
        DateRule(
          "night <weekday> - <weekday> <day>-<day> <month>\(tail.name)",
          [
            .optional(.anyPart), .skip(.weekday), .optional(.onto), .skip(.weekday), .capture(.day),
            .skip(.onto), .capture(.day),
          ] + end, means: days),
        DateRule(
          "between <day> <month> and <day> <month>\(tail.name)",
          [
            .skip(.between), .optional(.word(.twoDays)), .capture(.day), .optional(.from),
            .capture(.month), .skip(.and), .capture(.day), .optional(.from), .capture(.month),
          ] + tail.elements, means: monthToMonth),
        DateRule(
          "from <day> <month> to <day> <month>\(tail.name)",
          [
            .optional(.from), .capture(.day), .optional(.from), .capture(.month), .skip(.until),
            .capture(.day), .optional(.from), .capture(.month),
          ] + tail.elements, means: monthToMonth),
        DateRule(
          "first half of <month>\(tail.name)", halfOfMonth(.firstHalf) + tail.elements
        ) { .halfMonth(1, month: $0[0], tail.value($0, 1)) },
        DateRule(
          "second half of <month>\(tail.name)", halfOfMonth(.secondHalf) + tail.elements
        ) { .halfMonth(2, month: $0[0], tail.value($0, 1)) },
      ]
    } + [
      DateRule(
        "from <day> <month> <year> to <day> <month> <year>",
        [
          .optional(.from), .capture(.day), .optional(.from), .capture(.month), .optional(.inYear),
          .capture(.year), .skip(.until), .capture(.day), .optional(.from), .capture(.month),
          .optional(.inYear), .capture(.year),
        ]
      ) { interval(($0[2], $0[1], $0[0]), ($0[5], $0[4], $0[3])) }
    ]

  private static func halfOfMonth(_ half: CalendarWord) -> [DateElement] {
    [
      .optional(.word(.during)), .skip(.word(half)), .optional(.from), .optional(.word(.month)),
      .capture(.month),
    ]
  }

  // MARK: Months and years

  private static let monthRules: [DateRule] =
    hinted { tail in
      [
        DateRule(
          "<month>\(tail.name)",
          partOfSpan + [
            .optional(.word(.month)), .capture(tail.elements.isEmpty ? .lonelyMonth : .month),
          ] + tail.elements
        ) { .month($0[0], tail.value($0, 1)) }
      ]
    } + [
      DateRule(
        "month <mm>/<yyyy>",
        [
          .skip(.word(.month)), .capture(.number(1...12)), .skip(.mark(.slash)), .capture(.year),
        ]
      ) { .exact(.month(year: $0[1], month: $0[0])) },
      DateRule("last month", partOfSpan + [.skip(.word(.month)), .skip(.word(.last))]) { _ in
        .monthsAgo(1)
      },
      DateRule(
        "the month before last", partOfSpan + [.skip(.word(.month)), .skip(.word(.beforeLast))]
      ) { _ in .monthsAgo(2) },
      DateRule("this month", partOfSpan + [.skip(.word(.month)), .skip(.word(.this))]) { _ in
        .monthsAgo(0)
      },
      DateRule("the present month", partOfSpan + [.skip(.word(.these)), .skip(.word(.month))]) {
        _ in .monthsAgo(0)
      },
      DateRule("the same month", partOfSpan + [.skip(.word(.month)), .skip(.word(.same))]) { _ in
        .sameMonth(0)
      },
      DateRule("beginning of the month", [.skip(.word(.beginning)), .skip(.word(.month))]) { _ in
        .monthsAgo(0)
      },
      DateRule("next month", partOfSpan + [.skip(.word(.month)), .skip(.word(.next))]) { _ in
        .monthsAgo(-1)
      },
      DateRule("last week", partOfSpan + [.skip(.word(.week)), .skip(.word(.last))]) { _ in
        .relativeWeek(.last)
      },
      DateRule("this week", partOfSpan + [.skip(.word(.week)), .skip(.word(.this))]) { _ in
        .relativeWeek(.this)
      },
      DateRule("the present week", partOfSpan + [.skip(.word(.these)), .skip(.word(.week))]) { _ in
        .relativeWeek(.this)
      },
      DateRule("next week", partOfSpan + [.skip(.word(.week)), .skip(.word(.next))]) { _ in
        .relativeWeek(.next)
      },
    ]

  private static let yearRules: [DateRule] =
    [
      DateRule(
        "year <year>",
        partOfSpan + [.skip(.word(.year)), .capture(.year), .optional(.word(.gregorian))]
      ) { .exact(.year($0[0])) },
      DateRule("last year", partOfSpan + [.skip(.word(.year)), .skip(.word(.last))]) { _ in
        .yearsAgo(1)
      },
      DateRule(
        "the year before last", partOfSpan + [.skip(.word(.year)), .skip(.word(.beforeLast))]
      ) { _ in .yearsAgo(2) },
      DateRule("this year", partOfSpan + [.skip(.word(.year)), .skip(.word(.this))]) { _ in
        .yearsAgo(0)
      },
      DateRule("the present year", partOfSpan + [.skip(.word(.these)), .skip(.word(.year))]) { _ in
        .yearsAgo(0)
      },
      DateRule(
        "since the beginning of the year",
        [.skip(.word(.since)), .skip(.word(.beginning)), .skip(.word(.year))]
      ) { _ in .yearsAgo(0) },
      DateRule("new year's eve", [.skip(.anyPart), .skip(.word(.eveNewYear))]) { _ in
        .newYearsEve
      },
    ]
    + [CalendarWord.beginning, .middle, .end, .during].map { part in
      DateRule("\(part) of <year>", [.skip(.word(part)), .capture(.year)]) { .exact(.year($0[0])) }
    }
    + [CalendarWord.firstHalf, .secondHalf].enumerated().flatMap { index, half -> [DateRule] in
      let start: [DateElement] = [
        .optional(.word(.during)), .skip(.word(half)), .optional(.from), .skip(.word(.year)),
      ]
      return [
        DateRule("\(half) of <year>", start + [.capture(.year)]) {
          .halfYear(index + 1, .year($0[0]))
        },
        DateRule("\(half) of last year", start + [.skip(.word(.last))]) { _ in
          .halfYear(index + 1, .lastYear)
        },
        DateRule("\(half) of this year", start + [.skip(.word(.this))]) { _ in
          .halfYear(index + 1, .this)
        },
      ]
    }
}
