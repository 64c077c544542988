import ArabicText
import Grammar
import Lexicon

/// What a date rule asks for at a token.
enum DateTerminal: Sendable, Equatable {
  /// What stands before a calendar date and says the same day in other words: a part of the day,
  /// "اليوم", a weekday, "الموافق لـ", "بتاريخ". Its number is the weekday, or 7.
  case lead
  /// A day's number, 1...31, in digits or as an ordinal.
  case day
  case month
  /// A month that needs no day beside it: no word of another meaning, or one behind a preposition.
  case lonelyMonth
  case hijriMonth
  /// 1990...2100.
  case year
  case hijriYear
  case number(ClosedRange<Int16>)
  case weekday
  /// A weekday that a day is called besides: "اليوم الأربعاء", "أمس (الثلاثاء)".
  case weekdayAside
  case word(CalendarWord)
  case anyPart
  case part(DayPart)
  case mark(Mark)
  /// The bracket that closes one within the date.
  case close
  case and
  case from
  case until
  case between
  case `in`
  /// The article before digits: "الـ24".
  case article
  /// What joins the two weekdays of a night: a mark, إلى or على.
  case onto
  /// What parts the same day in two calendars: a dash, a slash, a bracket, "الموافق لـ".
  case corresponds
  /// "من", "عام", "من العام" before a year.
  case inYear
  case about
  /// من or على behind a span of time.
  case relation
  /// يوم or أيام.
  case dayWord
  /// ساعات, ساعتين, دقائق.
  case hours
  /// أيام, أسابيع, أشهر, سنوات.
  case span
  /// Nothing at all, where the span of time before it does not go on to something else: "قبل يوم"
  /// but not "قبل يوم الجمعة" or "قبل ساعات من الهجوم".
  case lone
}

extension DateTerminal {
  static let spans: [CalendarWord] = [
    .days, .week, .weeks, .twoWeeks, .month, .months, .twoMonths, .year, .years, .twoYears,
  ]
  /// The words that a lead may have for its day.
  static let leadDays: [CalendarWord] = [
    .today, .yesterday, .dayBefore, .tomorrow, .lastNight, .nightBefore,
  ]
}

/// Recognises the terminals of dates at the tokens of a sentence.
struct DateRecogniser: ItemReader {
  let reading: ReportReading
  /// The token behind the sentence.
  let end: Int

  typealias Found = (number: Int, end: Int)

  func recognise(_ terminal: DateTerminal, at i: Int) -> Found? {
    if terminal == .lone { return isLone(i) ? (0, i) : nil }
    guard i < end else { return nil }
    switch terminal {
    case .lead: return lead(at: i)
    case .day: return day(at: i)
    case .month: return month(at: i).map { ($0.number, $0.end) }
    case .lonelyMonth: return month(at: i).flatMap { $0.isLonely ? ($0.number, $0.end) : nil }
    case .hijriMonth: return value(.months, 101...112, at: i).map { ($0.number - 100, $0.end) }
    case .year: return digits(1990...2100, at: i)
    case .hijriYear: return digits(1400...1500, at: i)
    case .number(let range): return number(Int(range.lowerBound)...Int(range.upperBound), at: i)
    case .weekday: return value(.weekdays, 0...6, at: i)
    case .weekdayAside: return weekdayAside(at: i)
    case .word(let word): return self.word(word, at: i)
    case .anyPart: return value(.dayparts, 0...20, at: i)
    case .part(let part): return value(.dayparts, Int(part.rawValue)...Int(part.rawValue), at: i)
    case .mark(let mark): return isMark(mark, i) ? (0, i + 1) : nil
    case .close: return closes(i) ? (0, i + 1) : nil
    case .and: return and(at: i)
    case .from: return spatial(.from, at: i)
    case .until: return until(at: i)
    case .between: return spatial(.between, at: i)
    case .in: return inOrOn(at: i)
    case .article: return isArticle(i) ? (0, i + 1) : nil
    case .onto:
      if isMark(.dash, i) || isMark(.slash, i) || isMark(.comma, i) { return (0, i + 1) }
      return spatial(.toward, at: i) ?? inOrOn(at: i)
    case .corresponds: return corresponds(at: i)
    case .inYear: return inYear(at: i)
    case .about: return value(.quantities, Self.about, at: i)
    case .relation: return spatial(.from, at: i) ?? inOrOn(at: i)
    case .dayWord: return word(of: [.day, .days], at: i)
    case .hours: return word(of: [.hour, .twoHours, .minute], at: i)
    case .span: return word(of: DateTerminal.spans, at: i)
    case .lone: return nil
    }
  }

  private static let about = Int(Quantity.about.rawValue)...Int(Quantity.about.rawValue)

  // MARK: Words, numbers and marks

  private func value(_ category: Category, _ range: ClosedRange<Int>, at i: Int) -> Found? {
    guard let match = reading.lexeme(category, at: i), let lexeme = match.lexeme,
      range.contains(Int(lexeme.value)), Int(match.end) <= end
    else { return nil }
    return (Int(lexeme.value), Int(match.end))
  }

  private func word(_ word: CalendarWord, at i: Int) -> Found? {
    value(.calendar, Int(word.rawValue)...Int(word.rawValue), at: i)
  }

  /// The word of the calendar that stands at a token, if it is one of some.
  private func word(of words: @autoclosure () -> [CalendarWord], at i: Int) -> Found? {
    guard let found = value(.calendar, 0...Int(Int16.max), at: i) else { return nil }
    return words().contains { Int($0.rawValue) == found.number } ? found : nil
  }

  private func inOrOn(at i: Int) -> Found? {
    spatial(.in, at: i) ?? spatial(.on, at: i)
  }

  private func spatial(_ word: Spatial, at i: Int) -> Found? {
    value(.spatial, Int(word.rawValue)...Int(word.rawValue), at: i)
  }

  private func digits(_ range: ClosedRange<Int>, at i: Int) -> Found? {
    guard i < end else { return nil }
    let token = reading.tokens.list[i]
    return token.kind == .number && range.contains(Int(token.value))
      ? (Int(token.value), i + 1) : nil
  }

  private func number(_ range: ClosedRange<Int>, at i: Int) -> Found? {
    guard reading.tokens.list[i].kind != .number else { return digits(range, at: i) }
    guard let number = reading.number(at: i), range.contains(number.value), number.end <= end else {
      return nil
    }
    return (number.value, number.end)
  }

  private func isMark(_ mark: Mark, _ i: Int) -> Bool {
    i < end && reading.tokens.list[i].mark == mark
  }

  /// "الـ" before digits; و may stand before it.
  private func isArticle(_ i: Int) -> Bool {
    guard i + 1 < end, reading.tokens.list[i + 1].kind == .number else { return false }
    let token = reading.tokens.list[i]
    let skipped = Int(token.lettersCount) - 2
    return (0...1).contains(skipped) && reading.tokens.hasArticle(token, behind: skipped)
      && (skipped == 0 || reading.tokens.letter(0, of: token) == .waw)
  }

  private func day(at i: Int) -> Found? {
    if isArticle(i) { return digits(1...31, at: i + 1) }
    return digits(1...31, at: i) ?? value(.ordinals, 1...31, at: i)
  }

  /// The conjunction is a letter of the next word, or stands alone before digits.
  private func and(at i: Int) -> Found? {
    if reading.tokens.isLetter(.waw, reading.tokens.list[i]) { return (0, i + 1) }
    let isJoined =
      isArticle(i) && reading.tokens.list[i].lettersCount == 3
      || reading.clitics(at: i).contains(.waw)
    return isJoined ? (0, i) : nil
  }

  private func until(at i: Int) -> Found? {
    if isMark(.dash, i) { return (0, i + 1) }
    // "إلى", "حتى", "وحتى", "ولغاية".
    return word(.until, at: i) ?? spatial(.toward, at: i)
  }

  private func inYear(at i: Int) -> Found? {
    let from = spatial(.from, at: i)?.end ?? i
    if let year = word(.year, at: from) { return (0, year.end) }
    return from > i ? (0, from) : nil
  }

  private func corresponds(at i: Int) -> Found? {
    if let word = word(.corresponding, at: i) { return (0, behindLam(word.end)) }
    return isMark(.dash, i) || isMark(.slash, i) || isMark(.openBracket, i) ? (0, i + 1) : nil
  }

  /// "الموافق لـ 12 آذار".
  private func behindLam(_ i: Int) -> Int {
    i < end && reading.tokens.isLetter(.lam, reading.tokens.list[i]) ? i + 1 : i
  }

  // MARK: Months

  /// A month, also written twice: "شباط / فبراير".
  private func month(at i: Int) -> (number: Int, end: Int, isLonely: Bool)? {
    guard let first = value(.months, 1...12, at: i) else { return nil }
    let isWord = reading.lexeme(.months, at: i)?.lexeme?.form == .weak
    let isParted =
      first.end < end
      && [.slash, .openBracket, .dash, .comma, .separator].contains {
        isMark($0, first.end)
      }
    guard
      let second = value(
        .months, first.number...first.number, at: isParted ? first.end + 1 : first.end)
    else { return (first.number, first.end, !isWord || isBehindPreposition(i)) }
    let isClosed = isMark(.openBracket, first.end) && isMark(.closeBracket, second.end)
    return (first.number, isClosed ? second.end + 1 : second.end, true)
  }

  /// "في آذار", "منذ نيسان", "شهر آب", "لمارس".
  private func isBehindPreposition(_ i: Int) -> Bool {
    !reading.clitics(at: i).isDisjoint(with: [.beh, .lam])
      || reading.lexeme(.spatial, before: i) != nil
      || reading.lexeme(.calendar, before: i) != nil
  }

  // MARK: What stands before

  private func weekdayAside(at i: Int) -> Found? {
    let isOpened = isMark(.openBracket, i)
    guard
      let weekday = value(
        .weekdays, 0...6, at: isOpened || isMark(.comma, i) ? i + 1 : i)
    else { return nil }
    return (
      weekday.number, isOpened && isMark(.closeBracket, weekday.end) ? weekday.end + 1 : weekday.end
    )
  }

  private func lead(at start: Int) -> Found? {
    var i = start
    var weekday = 7
    if let part = value(.dayparts, 0...20, at: i) { i = part.end }
    if let day = word(.day, at: i) { i = day.end }
    if let day = word(of: DateTerminal.leadDays, at: i) { i = day.end }
    let named = i > start ? weekdayAside(at: i) : value(.weekdays, 0...6, at: i)
    if let named { (weekday, i) = (named.number, named.end) }
    if i > start, isMark(.comma, i) || isMark(.openBracket, i) || isMark(.dash, i) { i += 1 }
    if let word = word(.corresponding, at: i) { i = behindLam(word.end) }
    if let word = word(.dated, at: i) { i = word.end }
    return i > start ? (weekday, i) : nil
  }

  /// A bracket was opened behind a word of the date.
  private func closes(_ i: Int) -> Bool {
    guard isMark(.closeBracket, i) else { return false }
    for j in stride(from: i - 1, through: max(1, i - 10), by: -1) {
      if isMark(.closeBracket, j) { return false }
      if isMark(.openBracket, j) {
        return !reading.matches.ends[j].isDisjoint(with: [
          CategorySet(.weekdays), CategorySet(.calendar), CategorySet(.dayparts),
        ])
      }
    }
    return false
  }

  private func isLone(_ i: Int) -> Bool {
    guard i < end else { return true }
    if reading.matches.begins([CategorySet(.weekdays), CategorySet(.months)], at: i)
      || digits(1400...2100, at: i) != nil
    {
      return false
    }
    guard let from = spatial(.from, at: i) else { return true }
    return !reading.matches.begins([CategorySet(.triggers), CategorySet(.outcomes)], at: from.end)
  }
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

  /// The signs of which one stands behind each opening for any rule to fit; most numbers have nothing
  /// of it behind them, so that no rule needs to be tried.
  static func signsBehind(in rules: [DateExpression.DateRule]) -> [Signs] {
    var signs = [Signs](repeating: 0, count: count)
    for rule in rules {
      for (i, element) in rule.pattern.enumerated() {
        for opening in openings(of: element.terminal) {
          // A lead may be several words.
          signs[opening] |=
            element.terminal == .lead ? .max : firstSigns(of: rule.pattern[(i + 1)...])
        }
        if !element.isOptional { break }
      }
    }
    return signs
  }

  private static func firstSigns(of rest: ArraySlice<Element<DateTerminal>>) -> Signs {
    var signs: Signs = 0
    for element in rest {
      signs |= element.terminal.signs
      if !element.isOptional { return signs }
    }
    return .max
  }

  static func openings(of terminal: DateTerminal) -> [Int] {
    func words(_ words: [CalendarWord]) -> [Int] { words.map { word($0.rawValue) } }
    return switch terminal {
    case .lead:
      [part, weekday] + words(DateTerminal.leadDays + [.day, .dated, .corresponding])
    case .day: [number, ordinal]
    case .year, .hijriYear, .number: [number]
    case .month, .lonelyMonth, .hijriMonth: [month]
    case .weekday, .weekdayAside: [weekday]
    case .word(let word): words([word])
    case .anyPart, .part: [part]
    case .between: [between]
    case .from: [from]
    case .dayWord: words([.day, .days])
    case .inYear: words([.year]) + [from]
    case .hours: words([.hour, .twoHours, .minute])
    case .span: words(DateTerminal.spans)
    case .mark, .close, .and, .until, .in, .article, .onto, .corresponds, .about, .relation, .lone:
      []
    }
  }
}
