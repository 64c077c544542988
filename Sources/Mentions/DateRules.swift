import ArabicText
import Grammar
import Lexicon
import Reports

/// What a date rule asks for at a token.
enum DateTerminal: Sendable, Equatable {
  /// A day's number, 1...31, in digits or as an ordinal.
  case day
  case month
  case hijriMonth
  /// 1990...2100.
  case year
  case hijriYear
  case number(ClosedRange<Int>)
  case weekday
  case word(CalendarWord)
  case anyPart
  case part(DayPart)
  case dash
  case slash
  case and
  case from
  case until
  case between
  case `in`
  case comma
  case inYear
  /// من or على behind a span of time.
  case relation
  /// يوم or أيام.
  case dayWord
  /// أيام, أسابيع, أشهر, سنوات.
  case span
}

extension DateTerminal {
  static let spans: [CalendarWord] = [
    .days, .week, .twoWeeks, .month, .twoMonths, .year, .hour, .twoHours,
  ]
}

/// What stands where a date may begin, as a small number.
enum DateOpening {
  static let number = 0
  static let part = 1
  static let weekday = 2
  static let month = 3
  static let ordinal = 4
  static let between = 5
  static let from = 6
  private static let firstWord = 8
  static let count = firstWord + CalendarWord.allCases.count

  static func word(_ value: Int16) -> Int { firstWord + Int(value) }

  /// The openings of a pattern: of its leading optional elements, and of the first that must be.
  static func openings(of pattern: [Element<DateTerminal>]) -> [Int] {
    var openings: [Int] = []
    for element in pattern {
      openings += self.openings(of: element.terminal)
      if !element.isOptional { break }
    }
    return openings
  }

  static func openings(of terminal: DateTerminal) -> [Int] {
    switch terminal {
    case .day: [number, ordinal]
    case .year, .hijriYear, .number: [number]
    case .month, .hijriMonth: [month]
    case .weekday: [weekday]
    case .word(let word): [self.word(word.rawValue)]
    case .anyPart, .part: [part]
    case .between: [between]
    case .from: [from]
    case .dayWord: [word(CalendarWord.day.rawValue), word(CalendarWord.days.rawValue)]
    case .inYear: [word(CalendarWord.year.rawValue), from]
    case .span: DateTerminal.spans.map { word($0.rawValue) }
    case .dash, .slash, .and, .until, .in, .comma, .relation: []
    }
  }
}

/// What may stand behind the opening of a date for any rule to fit; most numbers have nothing of
/// it behind them, so that no rule needs to be tried.
struct DateFollower {
  private var lists: CategorySet = []
  private var marks: UInt32 = 0
  private var isNumber = false
  /// Some rule ends with the opening, or goes on with what only a look at the letters tells.
  private var isAnything = false

  /// What may follow an opening in some rules.
  init(of opening: Int, in rules: [DateExpression.DateRule]) {
    for rule in rules {
      for (i, element) in rule.pattern.enumerated() {
        if DateOpening.openings(of: element.terminal).contains(opening) {
          add(firstOf: rule.pattern[(i + 1)...])
        }
        if !element.isOptional { break }
      }
    }
  }

  private mutating func add(firstOf rest: ArraySlice<Element<DateTerminal>>) {
    for element in rest {
      add(element.terminal)
      if !element.isOptional { return }
    }
    isAnything = true
  }

  private mutating func add(_ terminal: DateTerminal) {
    switch terminal {
    case .day: (isNumber, lists) = (true, lists.union(CategorySet(.ordinals)))
    case .number: (isNumber, lists) = (true, lists.union(CategorySet(.numbers)))
    case .year, .hijriYear: isNumber = true
    case .month, .hijriMonth: lists.formUnion(CategorySet(.months))
    case .weekday: lists.formUnion(CategorySet(.weekdays))
    case .word, .dayWord, .span: lists.formUnion(CategorySet(.calendar))
    case .anyPart, .part: lists.formUnion(CategorySet(.dayparts))
    case .dash: marks |= Mark.dash.bit
    case .slash: marks |= Mark.slash.bit
    case .comma: marks |= Mark.comma.bit
    case .until: (marks, lists) = (marks | Mark.dash.bit, lists.union(CategorySet(.spatial)))
    case .from, .between, .in, .relation: lists.formUnion(CategorySet(.spatial))
    case .inYear: lists.formUnion([CategorySet(.calendar), CategorySet(.spatial)])
    case .and: isAnything = true
    }
  }

  /// Whether a rule may go on at a token behind the opening.
  @inline(__always)
  func fits(_ reading: ReportReading, at token: Int) -> Bool {
    if isAnything { return true }
    guard token < reading.tokens.list.count else { return false }
    let next = reading.tokens.list[token]
    if next.kind == .number { return isNumber || reading.matches.begins(lists, at: token) }
    return marks & next.mark.bit != 0 || reading.matches.begins(lists, at: token)
  }
}

extension Mark {
  fileprivate var bit: UInt32 { self == .none ? 0 : 1 << UInt32(rawValue) }
}

extension Element {
  fileprivate var terminal: Terminal {
    switch self {
    case .capture(let terminal), .skip(let terminal), .optional(let terminal): terminal
    }
  }

  fileprivate var isOptional: Bool {
    if case .optional = self { true } else { false }
  }
}

extension DateExpression {
  typealias DateRule = Rule<DateTerminal, DateExpression>

  /// Every shape of date that the reader knows; the longest that fits is taken.
  static let rules: [DateRule] =
    calendarRules + rangeRules + monthRules + weekdayRules + relativeRules + hijriRules

  /// The rules by what they may begin with, so that at a token only those are tried that can fit.
  static let rulesByOpening: [RuleSet<DateTerminal, DateExpression>] =
    (0..<DateOpening.count).map { opening in
      RuleSet(rules.filter { rule in DateOpening.openings(of: rule.pattern).contains(opening) })
    }

  /// What may stand behind each opening.
  static let followers: [DateFollower] =
    (0..<DateOpening.count).map { DateFollower(of: $0, in: rules) }

  private static let calendarRules: [DateRule] =
    [
      DateRule(
        "<yyyy>-<mm>-<dd>",
        [
          .capture(.year), .skip(.dash), .capture(.number(1...12)), .skip(.dash),
          .capture(.number(1...31)),
        ]
      ) { exact($0[0], $0[1], $0[2]) },
      DateRule(
        "<dd>/<mm>/<yyyy>",
        [
          .capture(.number(1...31)), .skip(.slash), .capture(.number(1...12)), .skip(.slash),
          .capture(.year),
        ]
      ) { exact($0[2], $0[1], $0[0]) },
      DateRule(
        "<weekday> <dd>/<mm>",
        [
          .skip(.weekday), .capture(.number(1...31)), .skip(.slash), .capture(.number(1...12)),
        ]
      ) { .dayMonth(day: $0[0], month: $0[1], .none) },
      DateRule(
        "<dd>-<mm>-<yyyy>",
        [
          .capture(.number(1...31)), .skip(.dash), .capture(.number(1...12)), .skip(.dash),
          .capture(.year),
        ]
      ) { exact($0[2], $0[1], $0[0]) },
    ]
    + withLead { lead in
      [
        DateRule(
          "\(lead.name)<day> <month> <year>",
          lead.elements + [
            .capture(.day), .optional(.from), .optional(.word(.month)), .capture(.month),
            .optional(.comma), .optional(.from), .optional(.inYear), .capture(.year),
          ]
        ) { exact($0[2], $0[1], $0[0]) },
        DateRule(
          "\(lead.name)<day> <month>",
          lead.elements + [
            .capture(.day), .optional(.from), .optional(.word(.month)), .capture(.month),
          ]
        ) { .dayMonth(day: $0[0], month: $0[1], .none) },
        DateRule(
          "\(lead.name)<day> <month> last",
          lead.elements + [
            .capture(.day), .optional(.from), .optional(.word(.month)), .capture(.month),
            .skip(.word(.last)),
          ]
        ) { .dayMonth(day: $0[0], month: $0[1], .last) },
        DateRule(
          "\(lead.name)<day> <month> this",
          lead.elements + [
            .capture(.day), .optional(.from), .optional(.word(.month)), .capture(.month),
            .skip(.word(.this)),
          ]
        ) { .dayMonth(day: $0[0], month: $0[1], .this) },
        DateRule(
          "\(lead.name)<day> <month> next",
          lead.elements + [
            .capture(.day), .optional(.from), .optional(.word(.month)), .capture(.month),
            .skip(.word(.next)),
          ]
        ) { .dayMonth(day: $0[0], month: $0[1], .next) },
      ]
    } + [
      DateRule(
        "<day> <month> of last year",
        [
          .capture(.day), .optional(.from), .capture(.month), .optional(.from), .skip(.word(.year)),
          .skip(.word(.last)),
        ]
      ) { .dayMonth(day: $0[0], month: $0[1], .lastYear) },
      DateRule(
        "<day> <month> of the same year",
        [
          .capture(.day), .optional(.from), .capture(.month), .optional(.from), .skip(.word(.year)),
          .skip(.word(.same)),
        ]
      ) { .dayMonth(day: $0[0], month: $0[1], .sameYear) },
      DateRule(
        "<day> of this month",
        [
          .capture(.day), .optional(.from), .skip(.word(.month)), .skip(.word(.this)),
        ]
      ) { .dayOfMonth($0[0], .this) },
      // "20 من الشهر الجاري": the words behind the number are one phrase of the list.
      DateRule("<day> this month", [.capture(.number(1...31)), .skip(.word(.this))]) {
        .dayOfMonth($0[0], .this)
      },
      DateRule(
        "<day> of last month",
        [
          .capture(.day), .optional(.from), .skip(.word(.month)), .skip(.word(.last)),
        ]
      ) { .dayOfMonth($0[0], .last) },
    ]

  private static let rangeRules: [DateRule] = hinted { hint in
    [
      DateRule(
        "between <day> and <day> <month>",
        [
          .skip(.between), .optional(.word(.twoDays)), .capture(.day), .skip(.and), .capture(.day),
          .capture(.month),
        ] + hint.elements
      ) { .days(from: $0[0], to: $0[1], month: $0[2], hint.value($0, 3)) },
      DateRule(
        "from <day> to <day> <month>",
        [
          .optional(.from), .capture(.day), .skip(.until), .capture(.day), .capture(.month),
        ] + hint.elements
      ) { .days(from: $0[0], to: $0[1], month: $0[2], hint.value($0, 3)) },
      DateRule(
        "<day>-<day> <month>",
        [
          .capture(.day), .skip(.dash), .capture(.day), .capture(.month),
        ] + hint.elements
      ) { .days(from: $0[0], to: $0[1], month: $0[2], hint.value($0, 3)) },
      DateRule(
        "night <weekday> - <weekday> <day>-<day> <month>",
        [
          .optional(.anyPart), .skip(.weekday), .optional(.dash), .skip(.weekday), .capture(.day),
          .skip(.dash), .capture(.day), .capture(.month),
        ] + hint.elements
      ) { .days(from: $0[0], to: $0[1], month: $0[2], hint.value($0, 3)) },
    ]
  }

  private static let monthRules: [DateRule] =
    hinted { hint in
      [
        DateRule(
          "<month>",
          [
            .optional(.word(.beginning)), .optional(.word(.middle)), .optional(.word(.end)),
            .optional(.word(.month)), .capture(.month),
          ] + hint.elements
        ) { .month($0[0], hint.value($0, 1)) }
      ]
    } + [
      DateRule(
        "<month> of last year",
        [
          .optional(.word(.month)), .capture(.month), .optional(.from), .skip(.word(.year)),
          .skip(.word(.last)),
        ]
      ) { .month($0[0], .lastYear) },
      DateRule(
        "<month> of the same year",
        [
          .optional(.word(.month)), .capture(.month), .optional(.from), .skip(.word(.year)),
          .skip(.word(.same)),
        ]
      ) { .month($0[0], .sameYear) },
      DateRule("last month", [.skip(.word(.month)), .skip(.word(.last))]) { _ in
        .relativeMonth(.last)
      },
      DateRule(
        "this month",
        [
          .optional(.word(.beginning)), .optional(.word(.middle)), .optional(.word(.end)),
          .skip(.word(.month)), .skip(.word(.this)),
        ]
      ) { _ in .relativeMonth(.this) },
      DateRule(
        "end of last month",
        [
          .skip(.word(.end)), .skip(.word(.month)), .skip(.word(.last)),
        ]
      ) { _ in .relativeMonth(.last) },
      DateRule("beginning of the month", [.skip(.word(.beginning)), .skip(.word(.month))]) { _ in
        .relativeMonth(.this)
      },
      DateRule("next month", [.skip(.word(.month)), .skip(.word(.next))]) { _ in
        .relativeMonth(.next)
      },
      DateRule("last week", [.skip(.word(.week)), .skip(.word(.last))]) { _ in .relativeWeek(.last)
      },
      DateRule("this week", [.skip(.word(.week)), .skip(.word(.this))]) { _ in .relativeWeek(.this)
      },
      DateRule("next week", [.skip(.word(.week)), .skip(.word(.next))]) { _ in .relativeWeek(.next)
      },
      DateRule("year <year>", [.skip(.word(.year)), .capture(.year)]) { .exact(.year($0[0])) },
      DateRule("new year's eve", [.skip(.anyPart), .skip(.word(.eveNewYear))]) { _ in .newYearsEve
      },
    ]

  private static let weekdayRules: [DateRule] = [
    DateRule(
      "[part] today [weekday]",
      [
        .optional(.anyPart), .optional(.from), .optional(.word(.day)), .skip(.word(.today)),
        .optional(.weekday), .optional(.word(.same)),
      ]
    ) { _ in .offset(days: 0) },
    DateRule(
      "after midnight <weekday>",
      [
        .skip(.part(.afterMidnight)), .capture(.weekday),
      ]
    ) { .weekdayAfterMidnight($0[0]) },
    DateRule(
      "[part] [day] <weekday>",
      [
        .optional(.anyPart), .optional(.word(.day)), .capture(.weekday),
      ]
    ) { .weekday($0[0], .none) },
    DateRule(
      "[part] [day] <weekday> last",
      [
        .optional(.anyPart), .optional(.word(.day)), .capture(.weekday), .skip(.word(.last)),
      ]
    ) { .weekday($0[0], .last) },
    DateRule(
      "[part] [day] <weekday> next",
      [
        .optional(.anyPart), .optional(.word(.day)), .capture(.weekday), .skip(.word(.next)),
      ]
    ) { .weekday($0[0], .next) },
    DateRule(
      "night <weekday> - <weekday>",
      [
        .skip(.anyPart), .capture(.weekday), .skip(.dash), .capture(.weekday),
      ]
    ) { .weekdayNight($0[0], $0[1]) },
    DateRule(
      "night <weekday>/<weekday>",
      [
        .skip(.anyPart), .capture(.weekday), .skip(.slash), .capture(.weekday),
      ]
    ) { .weekdayNight($0[0], $0[1]) },
  ]

  private static let relativeRules: [DateRule] = [
    DateRule(
      "[part] yesterday [weekday]",
      [
        .optional(.anyPart), .skip(.word(.yesterday)), .optional(.weekday),
      ]
    ) { _ in .offset(days: -1) },
    DateRule(
      "after midnight yesterday",
      [
        .skip(.part(.afterMidnight)), .skip(.word(.yesterday)), .optional(.weekday),
      ]
    ) { _ in .night(offset: -1) },
    DateRule(
      "the night of yesterday",
      [
        .skip(.part(.nightOf)), .skip(.word(.yesterday)), .optional(.weekday),
      ]
    ) { _ in .night(offset: -1) },
    DateRule("last night", [.skip(.word(.lastNight)), .optional(.weekday)]) { _ in
      .night(offset: -1)
    },
    DateRule(
      "[part] the day before yesterday [weekday]",
      [
        .optional(.anyPart), .skip(.word(.dayBefore)), .optional(.weekday),
      ]
    ) { _ in .offset(days: -2) },
    DateRule(
      "[part] tomorrow [weekday]",
      [
        .optional(.anyPart), .skip(.word(.tomorrow)), .optional(.weekday),
      ]
    ) { _ in .offset(days: 1) },
    DateRule("just now", [.skip(.word(.now))]) { _ in .offset(days: 0) },
    DateRule("tonight", [.skip(.word(.tonight))]) { _ in .offset(days: 0) },
    DateRule("two days ago", [.skip(.word(.before)), .skip(.word(.twoDays))]) { _ in
      .offset(days: -2)
    },
    DateRule("since two days", [.skip(.word(.since)), .skip(.word(.twoDays))]) { _ in
      .offset(days: -2)
    },
    DateRule("a day ago", [.skip(.word(.before)), .skip(.word(.day))]) { _ in .offset(days: -1) },
    DateRule(
      "<n> days ago",
      [
        .skip(.word(.before)), .capture(.number(2...60)), .skip(.dayWord),
      ]
    ) { .offset(days: -$0[0]) },
    DateRule(
      "since <n> days",
      [
        .skip(.word(.since)), .capture(.number(2...60)), .skip(.dayWord),
      ]
    ) { .offset(days: -$0[0]) },
    DateRule("a week ago", [.skip(.word(.before)), .skip(.word(.week))]) { _ in
      .relativeWeek(.last)
    },
    DateRule("past 24 hours", [.optional(.word(.during)), .skip(.word(.pastDay))]) { _ in
      .pastDays(1)
    },
    DateRule("past two days", [.optional(.word(.during)), .skip(.word(.pastTwoDays))]) { _ in
      .pastDays(2)
    },
    DateRule("[part] the same day", [.optional(.anyPart), .skip(.word(.theDay))]) { _ in .sameDay(0)
    },
    DateRule(
      "the following day",
      [
        .optional(.anyPart), .skip(.word(.today)), .skip(.word(.following)),
      ]
    ) { _ in .sameDay(1) },
    DateRule("the following day of", [.skip(.word(.day)), .skip(.word(.following))]) { _ in
      .sameDay(1)
    },
    DateRule(
      "<n> days after",
      [
        .skip(.word(.after)), .capture(.number(2...60)), .skip(.dayWord), .skip(.relation),
      ]
    ) { .before(days: $0[0]) },
    DateRule(
      "two days after",
      [
        .skip(.word(.after)), .skip(.word(.twoDays)), .skip(.relation),
      ]
    ) { _ in .before(days: 2) },
    DateRule("a day after", [.skip(.word(.after)), .skip(.word(.day)), .skip(.relation)]) { _ in
      .before(days: 1)
    },
    DateRule(
      "weeks after",
      [
        .skip(.word(.after)), .optional(.number(2...60)), .skip(.span), .skip(.relation),
      ]
    ) { _ in .longAgo },
    DateRule("long ago", [.skip(.word(.agoLong))]) { _ in .longAgo },
  ]

  private static let hijriRules: [DateRule] = [
    DateRule(
      "<day> <hijri month> <year>",
      [
        .capture(.number(1...30)), .optional(.from), .capture(.hijriMonth), .optional(.inYear),
        .capture(.hijriYear), .optional(.word(.hijri)),
      ]
    ) { .hijri(day: $0[0], month: $0[1], year: $0[2], weekday: nil) },
    DateRule(
      "[part] [today] <weekday> <day> <hijri month> <year>",
      [
        .optional(.anyPart), .optional(.word(.day)), .optional(.word(.today)), .capture(.weekday),
        .optional(.comma), .capture(.number(1...30)), .optional(.from), .capture(.hijriMonth),
        .optional(.inYear), .capture(.hijriYear), .optional(.word(.hijri)),
      ]
    ) { .hijri(day: $0[1], month: $0[2], year: $0[3], weekday: $0[0]) },
    DateRule(
      "<day> <hijri month>",
      [
        .capture(.number(1...30)), .optional(.from), .capture(.hijriMonth),
      ]
    ) { .hijri(day: $0[0], month: $0[1], year: nil, weekday: nil) },
    DateRule(
      "month of <hijri month>",
      [
        .optional(.word(.beginning)), .optional(.word(.middle)), .optional(.word(.end)),
        .skip(.word(.month)), .capture(.hijriMonth),
      ]
    ) { .hijri(day: 0, month: $0[0], year: nil, weekday: nil) },
  ]

  // MARK: Building blocks

  /// A weekday may stand before a calendar date; "اليوم" too.
  private struct Lead {
    var name: String
    var elements: [Element<DateTerminal>]
  }

  private static func withLead(_ rules: (Lead) -> [DateRule]) -> [DateRule] {
    rules(Lead(name: "", elements: []))
      + rules(
        Lead(
          name: "[part] <weekday> ",
          elements: [
            .optional(.anyPart), .optional(.word(.day)), .optional(.word(.today)), .skip(.weekday),
            .optional(.comma),
          ]))
      + rules(Lead(name: "<part> [day] ", elements: [.skip(.anyPart), .optional(.word(.day))]))
  }

  /// What may follow a month to fix its year.
  private struct HintTail: Sendable {
    var elements: [Element<DateTerminal>]
    var hint: Hint?

    func value(_ captures: Captures, _ i: Int) -> Hint { hint ?? .year(captures[i]) }
  }

  private static func hinted(_ rules: (HintTail) -> [DateRule]) -> [DateRule] {
    rules(HintTail(elements: [], hint: Hint.none))
      + rules(HintTail(elements: [.skip(.word(.last))], hint: .last))
      + rules(HintTail(elements: [.skip(.word(.this))], hint: .this))
      + rules(HintTail(elements: [.skip(.word(.next))], hint: .next))
      + rules(HintTail(elements: [.optional(.inYear), .capture(.year)], hint: nil))
  }

  private static func exact(_ year: Int, _ month: Int, _ day: Int) -> DateExpression? {
    CalendarDay(year: year, month: month, day: day).map { .exact(.day($0)) }
  }
}
