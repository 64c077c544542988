import ArabicText
import Grammar
import Lexicon

/// Days that count on from what was told before them, or stand in a month that was.
extension DateExpression {
  // MARK: On from the day told before

  /// "في اليوم التالي", "قبل ذلك بيومين", "وبعدها بثلاثة أيام".
  static let toldRules: [DateRule] =
    [
      DateRule("the same day", [.skip(.word(.theDay))]) { _ in .sameDay(0) },
      DateRule("[part] the same day", [.skip(.anyPart), .skip(.word(.theDay))]) { _ in
        .sameDay(0)
      },
      DateRule(
        "[part] of that night", [.optional(.anyPart), .optional(.from), .skip(.word(.sameNight))]
      ) { _ in .sameNight },
      DateRule("the same time", [.skip(.word(.sameTime)), .skip(.lone)]) { _ in .sameTime },
      DateRule("hours later", [.skip(.word(.hoursLater)), .skip(.lone)]) { _ in .hoursLater },
      DateRule(
        "the following day",
        [
          .optional(.anyPart), .skip(.word(.today)), .skip(.word(.following)),
        ]
      ) { _ in .sameDay(1) },
      DateRule(
        "the following day of",
        [.optional(.anyPart), .skip(.word(.day)), .skip(.word(.following))]
      ) { _ in .sameDay(1) },
      DateRule(
        "<n> hours after it",
        [
          .skip(.word(.after)), .optional(.about), .optional(.number(2...23)), .skip(.hours),
          .skip(.lone),
        ]
      ) { _ in .hoursLater },
      DateRule(
        "<n> hours after that",
        [
          .skip(.word(.after)), .optional(.about), .optional(.number(2...23)), .skip(.hours),
          .skip(.word(.thanThat)),
        ]
      ) { _ in .hoursLater },
      DateRule("[part] the day before it", [.skip(.word(.dayEarlier))]) { _ in .sameDay(-1) },
      DateRule(
        "[part] the day before it", [.skip(.anyPart), .skip(.word(.dayEarlier))]
      ) { _ in .sameDay(-1) },
      DateRule(
        "hours before that",
        [.skip(.word(.beforeThat)), .optional(.number(2...23)), .skip(.word(.hour))]
      ) { _ in .sameDay(0) },
    ]
    + [(CalendarWord.beforeThat, -1), (.afterThat, 1)].flatMap { word, sign in
      daysOff("\(word)", [.skip(.word(word))], [], sign)
    }
    + daysOff("after it", [.skip(.word(.after))], [.skip(.lone)], 1)
    + daysOff("after it", [.skip(.word(.after))], [.skip(.word(.thanThat))], 1)
    + daysOff("before it", [.skip(.word(.before))], [.skip(.word(.thanThat))], -1)

  /// A day, two, more, a week or two before or after what was told.
  private static func daysOff(
    _ name: String, _ start: [DateElement], _ end: [DateElement], _ sign: Int
  ) -> [DateRule] {
    func rule(
      _ span: String, _ unit: [DateElement], _ days: @escaping @Sendable (Captures) -> Int
    ) -> DateRule {
      DateRule("\(span) \(name)", start + unit + end) { .sameDay(sign * days($0)) }
    }
    func monthly(
      _ span: String, _ unit: [DateElement], _ months: @escaping @Sendable (Captures) -> Int
    ) -> DateRule {
      DateRule("\(span) \(name)", start + unit + end) { .sameMonth(sign * months($0)) }
    }
    return [
      rule("a day", [.skip(.word(.day)), .optional(.number(1...1))]) { _ in 1 },
      rule("two days", [.skip(.word(.twoDays))]) { _ in 2 },
      rule("<n> days", [.capture(.number(2...60)), .skip(.dayWord)]) { $0[0] },
      rule("a week", [.skip(.word(.week))]) { _ in 7 },
      rule("two weeks", [.skip(.word(.twoWeeks))]) { _ in 14 },
      monthly("a month", [.skip(.word(.month))]) { _ in 1 },
      monthly("two months", [.skip(.word(.twoMonths))]) { _ in 2 },
      monthly("<n> months", [.capture(.number(3...24)), .skip(.word(.months))]) { $0[0] },
    ]
  }

  // MARK: Some days of a month that is not named

  /// "ليل 26 – 27 من الشهر الماضي", "بين 3 و5 من الشهر نفسه".
  static let monthlyRangeRules: [DateRule] = {
    let months: [(String, [DateElement], Hint)] = [
      ("last month", [.skip(.word(.month)), .skip(.word(.last))], .last),
      ("this month", [.skip(.word(.month)), .skip(.word(.this))], .this),
      ("the same month", [.skip(.word(.month)), .skip(.word(.same))], .same),
      ("it", [.skip(.word(.ofIt))], .same),
    ]
    return months.flatMap { name, month, hint -> [DateRule] in
      let days: @Sendable (Captures) -> DateExpression? = {
        .daysOfMonth(from: $0[0], to: $0[1], hint)
      }
      let end = [DateElement.optional(.from)] + month
      return [
        DateRule(
          "between <day> and <day> of \(name)",
          [
            .skip(.between), .optional(.word(.twoDays)), .capture(.day), .skip(.and),
            .capture(.day),
          ] + end, means: days),
        DateRule(
          "from <day> to <day> of \(name)",
          [.optional(.from), .capture(.day), .skip(.until), .capture(.day)] + end, means: days),
        DateRule(
          "night <day>/<day> of \(name)",
          [
            .skip(.anyPart), .optional(.word(.day)), .capture(.day), .skip(.onto), .capture(.day),
          ] + end, means: days),
      ]
    }
  }()
}
