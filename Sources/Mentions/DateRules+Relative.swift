import ArabicText
import Grammar
import Lexicon
import Reports

extension DateExpression {
  // MARK: Weekdays

  static let weekdayRules: [DateRule] = [
    DateRule(
      "[part] today [weekday]",
      [
        .optional(.word(.since)), .optional(.anyPart), .optional(.from), .optional(.word(.day)),
        .skip(.word(.today)), .optional(.weekdayAside), .optional(.word(.same)),
      ]
    ) { _ in .offset(days: 0) },
    DateRule("this <part>", [.skip(.word(.these)), .skip(.anyPart)]) { _ in .offset(days: 0) },
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
      "[part] [day] <weekday> of last week",
      [
        .optional(.anyPart), .optional(.word(.day)), .capture(.weekday), .skip(.from),
        .skip(.word(.week)), .skip(.word(.last)),
      ]
    ) { .weekdayOfLastWeek($0[0]) },
    DateRule(
      "since <weekday>",
      [
        .skip(.word(.since)), .optional(.anyPart), .optional(.word(.day)), .capture(.weekday),
      ]
    ) { .sinceWeekday($0[0]) },
    DateRule(
      "on <weekday> and <weekday>",
      [
        .optional(.word(.twoDays)), .capture(.weekday), .skip(.and), .capture(.weekday),
        .optional(.word(.last)),
      ]
    ) { isNext($0[1], to: $0[0]) ? .weekdays(from: $0[0], to: $0[1]) : nil },
    DateRule(
      "between <weekday> and <weekday>",
      [
        .skip(.between), .optional(.word(.twoDays)), .capture(.weekday), .skip(.and),
        .capture(.weekday), .optional(.word(.last)),
      ]
    ) { .weekdays(from: $0[0], to: $0[1]) },
    DateRule(
      "from <weekday> to <weekday>",
      [
        .skip(.from), .optional(.word(.day)), .capture(.weekday), .skip(.until),
        .optional(.word(.day)), .capture(.weekday), .optional(.word(.last)),
      ]
    ) { .weekdays(from: $0[0], to: $0[1]) },
  ]

  private static func isNext(_ weekday: Int, to other: Int) -> Bool { weekday == (other + 1) % 7 }

  // MARK: Nights

  static let nightRules: [DateRule] =
    [
      DateRule(
        "night <weekday> - <weekday>",
        [
          .skip(.anyPart), .optional(.word(.day)), .optional(.word(.yesterday)),
          .optional(.mark(.openBracket)), .capture(.weekday), .optional(.onto), .capture(.weekday),
          .optional(.close),
        ]
      ) { isNext($0[1], to: $0[0]) ? .weekdays(from: $0[0], to: $0[1]) : nil },
      DateRule(
        "night <weekday> and <part> <weekday>",
        [
          .optional(.between), .skip(.anyPart), .optional(.word(.day)), .capture(.weekday),
          .skip(.and), .optional(.anyPart), .optional(.word(.day)), .capture(.weekday),
        ]
      ) { isNext($0[1], to: $0[0]) ? .weekdays(from: $0[0], to: $0[1]) : nil },
      DateRule(
        "night yesterday - today",
        [
          .skip(.anyPart), .skip(.word(.yesterday)), .optional(.weekdayAside), .optional(.onto),
          .skip(.word(.today)), .optional(.weekdayAside),
        ]
      ) { _ in .night(offset: -1) },
      DateRule(
        "night yesterday and <part> today",
        [
          .optional(.between), .skip(.anyPart), .skip(.word(.yesterday)), .optional(.weekdayAside),
          .skip(.and), .skip(.anyPart), .skip(.word(.today)), .optional(.weekdayAside),
        ]
      ) { _ in .night(offset: -1) },
      DateRule(
        "last night",
        [.optional(.word(.during)), .skip(.word(.lastNight)), .optional(.weekdayAside)]
      ) { _ in .night(offset: -1) },
      DateRule("the night before last", [.skip(.word(.nightBefore)), .optional(.weekdayAside)]) {
        _ in .night(offset: -2)
      },
    ]
    + [DayPart.afterMidnight, .nightOf].map { part in
      DateRule(
        "\(part) yesterday",
        [.skip(.part(part)), .skip(.word(.yesterday)), .optional(.weekdayAside)]
      ) { _ in .night(offset: -1) }
    }

  // MARK: So long ago

  /// "قبل ثلاثة أيام", "منذ نحو أسبوع", "قبل شهرين", "قبل عام".
  static let agoRules: [DateRule] = [CalendarWord.before, .since].flatMap { ago -> [DateRule] in
    func rule(
      _ name: String, _ unit: [DateElement],
      means: @escaping @Sendable (Captures) -> DateExpression?
    ) -> DateRule {
      DateRule(
        "\(ago) \(name)", [.skip(.word(ago)), .optional(.about)] + unit + [.skip(.lone)],
        means: means)
    }
    return [
      rule("<n> hours", [.capture(.number(2...96)), .skip(.word(.hour))]) {
        .offset(days: -($0[0] / 24))
      },
      rule("an hour", [.skip(.word(.hour))]) { _ in .offset(days: 0) },
      rule("two hours", [.skip(.word(.twoHours))]) { _ in .offset(days: 0) },
      rule("<n> minutes", [.capture(.number(2...90)), .skip(.word(.minute))]) { _ in
        .offset(days: 0)
      },
      rule("a day", [.skip(.word(.day)), .optional(.number(1...1))]) { _ in .offset(days: -1) },
      rule("two days", [.skip(.word(.twoDays))]) { _ in .offset(days: -2) },
      rule("<n> days", [.capture(.number(2...60)), .skip(.dayWord)]) { .offset(days: -$0[0]) },
      rule("a week", [.skip(.word(.week))]) { _ in .offset(days: -7) },
      rule("two weeks", [.skip(.word(.twoWeeks))]) { _ in .offset(days: -14) },
      rule("a month", [.skip(.word(.month))]) { _ in .monthsAgo(1) },
      rule("two months", [.skip(.word(.twoMonths))]) { _ in .monthsAgo(2) },
      rule("<n> months", [.capture(.number(3...24)), .skip(.word(.months))]) { .monthsAgo($0[0]) },
      rule("a year", [.skip(.word(.year))]) { _ in .yearsAgo(1) },
      rule("two years", [.skip(.word(.twoYears))]) { _ in .yearsAgo(2) },
      rule("<n> years", [.capture(.number(3...20)), .skip(.word(.years))]) { .yearsAgo($0[0]) },
    ]
  }

  // MARK: The last so many hours and days

  static let spanRules: [DateRule] =
    [
      DateRule("past hours", [.optional(.word(.during)), .skip(.word(.pastDay))]) { _ in
        .pastDays(1)
      },
      DateRule(
        "the past <n> hours",
        [
          .optional(.word(.during)), .optional(.article), .capture(.number(2...99)),
          .skip(.word(.hour)), .skip(.word(.last)),
        ]
      ) { pastHours($0[0]) },
      DateRule(
        "the hours <n> past",
        [
          .optional(.word(.during)), .skip(.word(.hour)), .optional(.article),
          .capture(.number(2...99)), .skip(.word(.last)),
        ]
      ) { pastHours($0[0]) },
      DateRule(
        "the last <n> hours",
        [
          .optional(.word(.during)), .skip(.word(.latest)), .capture(.number(2...99)),
          .skip(.word(.hour)),
        ]
      ) { pastHours($0[0]) },
      DateRule(
        "during <n> hours",
        [
          .skip(.word(.during)), .optional(.article), .capture(.number(24...99)),
          .skip(.word(.hour)),
        ]
      ) { pastHours($0[0]) },
      DateRule(
        "the days <n> past",
        [
          .optional(.word(.during)), .skip(.word(.days)), .optional(.article),
          .capture(.number(2...30)), .skip(.word(.last)),
        ]
      ) { .pastDays($0[0]) },
      DateRule(
        "during <n> days",
        [
          .skip(.word(.during)), .capture(.number(2...30)), .skip(.dayWord),
          .optional(.word(.last)), .skip(.lone),
        ]
      ) { .pastDays($0[0]) },
      DateRule(
        "the past two days",
        [.optional(.word(.during)), .skip(.word(.twoDays)), .skip(.word(.last))]
      ) { _ in .pastDays(2) },
      DateRule(
        "the past two weeks",
        [.optional(.word(.during)), .skip(.word(.twoWeeks)), .skip(.word(.last))]
      ) { _ in .pastDays(14) },
      DateRule("during two weeks", [.skip(.word(.during)), .skip(.word(.twoWeeks))]) { _ in
        .pastDays(14)
      },
    ]
    + [CalendarWord.days, .weeks].map { span in
      DateRule(
        "the past \(span)",
        [
          .optional(.word(.during)), .skip(.word(span)), .optional(.word(.few)),
          .skip(.word(.last)),
        ]
      ) { _ in .lately }
    }

  private static func pastHours(_ hours: Int) -> DateExpression { .pastDays((hours + 23) / 24) }

  // MARK: Other relative days

  static let relativeRules: [DateRule] = [
    DateRule(
      "[part] yesterday [weekday]",
      [
        .optional(.anyPart), .skip(.word(.yesterday)), .optional(.weekdayAside),
      ]
    ) { _ in .offset(days: -1) },
    DateRule(
      "since [part] yesterday [weekday]",
      [
        .skip(.word(.since)), .optional(.anyPart), .skip(.word(.yesterday)),
        .optional(.weekdayAside),
      ]
    ) { _ in .pastDays(1) },
    DateRule(
      "[part] the day before yesterday [weekday]",
      [
        .optional(.anyPart), .skip(.word(.dayBefore)), .optional(.weekdayAside),
      ]
    ) { _ in .offset(days: -2) },
    DateRule(
      "[part] tomorrow [weekday]",
      [
        .optional(.anyPart), .skip(.word(.tomorrow)), .optional(.weekdayAside),
      ]
    ) { _ in .offset(days: 1) },
    DateRule("just now", [.skip(.word(.now)), .skip(.lone)]) { _ in .offset(days: 0) },
    DateRule("tonight", [.skip(.word(.tonight))]) { _ in .offset(days: 0) },
    DateRule(
      "a week after",
      [.skip(.word(.after)), .optional(.about), .skip(.word(.week)), .skip(.relation)]
    ) { _ in .before(days: 7) },
    DateRule(
      "a month after",
      [.skip(.word(.after)), .optional(.about), .skip(.word(.month)), .skip(.relation)]
    ) { _ in .monthsBefore(1) },
    DateRule(
      "two months after",
      [.skip(.word(.after)), .optional(.about), .skip(.word(.twoMonths)), .skip(.relation)]
    ) { _ in .monthsBefore(2) },
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

  // MARK: The Hijri year

  static let hijriRules: [DateRule] = {
    let day: [DateElement] = [
      .capture(.day), .optional(.from), .optional(.word(.month)), .capture(.hijriMonth),
    ]
    let year: [DateElement] = [
      .optional(.inYear), .capture(.hijriYear), .optional(.word(.hijri)),
    ]
    let civil: [DateElement] = [
      .capture(.day), .optional(.from), .capture(.month), .optional(.mark(.comma)),
      .optional(.inYear), .capture(.year), .optional(.word(.gregorian)),
    ]
    let civilDigits: [DateElement] = [
      .capture(.number(1...31)), .skip(.mark(.slash)), .capture(.number(1...12)),
      .skip(.mark(.slash)), .capture(.year), .optional(.word(.gregorian)),
    ]
    @Sendable func hijri(
      _ day: Int, _ month: Int, _ year: Int?, _ weekday: Int?
    ) -> DateExpression? {
      let isDay =
        year.map { HijriDay(year: $0, month: month, day: day).civil != nil } ?? (day <= 30)
      return isDay ? .hijri(day: day, month: month, year: year, weekday: weekday) : nil
    }
    return [
      DateRule("<day> <hijri month> <year>", day + year) { hijri($0[0], $0[1], $0[2], nil) },
      DateRule("<lead> <day> <hijri month> <year>", [.capture(.lead)] + day + year) {
        hijri($0[1], $0[2], $0[3], $0[0] < 7 ? $0[0] : nil)
      },
      DateRule("<day> <hijri month>", day + [.optional(.word(.last)), .skip(.lone)]) {
        hijri($0[0], $0[1], nil, nil)
      },
      DateRule("<lead> <day> <hijri month>", [.capture(.lead)] + day + [.skip(.lone)]) {
        hijri($0[1], $0[2], nil, $0[0] < 7 ? $0[0] : nil)
      },
      DateRule(
        "month of <hijri month>",
        partOfSpan + [.skip(.word(.month)), .capture(.hijriMonth), .optional(.word(.last))]
      ) { .hijri(day: 0, month: $0[0], year: nil, weekday: nil) },
      DateRule(
        "<hijri month> <year>",
        partOfSpan + [.optional(.word(.month)), .capture(.hijriMonth)] + year
      ) { .hijri(day: 0, month: $0[0], year: $0[1], weekday: nil) },
    ]
      + [[], [DateElement.skip(.lead)]].flatMap { lead -> [DateRule] in
        let name = lead.isEmpty ? "" : "<lead> "
        // Of a day in two calendars the civil one is taken.
        return [
          DateRule(
            "\(name)<hijri day>, <day> <month> <year>",
            lead + day + year + [.skip(.corresponds)] + civil
          ) { exact($0[5], $0[4], $0[3]) },
          DateRule(
            "\(name)<hijri day>, <dd>/<mm>/<yyyy>",
            lead + day + year + [.skip(.corresponds)] + civilDigits
          ) { exact($0[5], $0[4], $0[3]) },
          DateRule(
            "\(name)<day> <month> <year>, <hijri day>",
            lead + civil + [.skip(.corresponds)] + day + year
          ) { exact($0[2], $0[1], $0[0]) },
        ]
      }
  }()
}
