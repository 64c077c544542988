import ArabicText
import Grammar
import Lexicon
import Reports

/// A date as a report writes it.
public struct DateMention: Sendable {
  public var expression: DateExpression
  public var tokens: Range<Int>
  /// The rule that read it: its set, and its index there.
  private var opening: Int
  private var ruleIndex: Int
  /// The part of the day, if the phrase names one.
  public var part: DayPart?

  /// The name of the rule that read it.
  public var rule: String { DateExpression.rulesByOpening[opening].rules[ruleIndex].name }

  /// What may begin a date.
  private static let openings: CategorySet = [
    CategorySet(.months), CategorySet(.weekdays), CategorySet(.dayparts), CategorySet(.ordinals),
    CategorySet(.numbers), CategorySet(.calendar), CategorySet(.spatial),
  ]

  static func mentions(in reading: ReportReading) -> PlainList<DateMention> {
    var mentions = PlainList<DateMention>()
    for s in reading.sentences.indices {
      let sentence = reading.sentences[s].tokens
      var i = sentence.lowerBound
      while i < sentence.upperBound {
        guard
          reading.tokens.list[i].kind == .number || reading.matches.begins(openings, at: i),
          let found = longest(at: i, in: sentence, reading)
        else {
          i += 1
          continue
        }
        mentions.append(found)
        i = found.tokens.upperBound
      }
    }
    return mentions
  }

  /// The longest date that begins at a token; rules are looked at only where they can begin.
  private static func longest(
    at token: Int, in sentence: Range<Int>, _ reading: ReportReading
  ) -> DateMention? {
    var best: DateMention?
    let sets = DateExpression.rulesByOpening
    let followers = DateExpression.followers
    func tryRules(_ opening: Int, behind end: Int) {
      guard followers[opening].fits(reading, at: end) else { return }
      let found = sets[opening].longest(at: token) { terminal, i in
        i < sentence.upperBound ? recognise(terminal, i, reading) : nil
      }
      guard let found, found.items.upperBound > (best?.tokens.upperBound ?? 0) else { return }
      best = DateMention(
        expression: found.value, tokens: found.items, opening: opening, ruleIndex: found.rule)
    }
    if reading.tokens.list[token].kind == .number {
      tryRules(DateOpening.number, behind: token + 1)
    }
    for m in reading.matches.at(token) {
      let match = reading.matches[m]
      guard let lexeme = match.lexeme else { continue }
      let end = Int(match.end)
      switch lexeme.category {
      case .months: tryRules(DateOpening.month, behind: end)
      case .weekdays: tryRules(DateOpening.weekday, behind: end)
      case .dayparts: tryRules(DateOpening.part, behind: end)
      case .ordinals: tryRules(DateOpening.ordinal, behind: end)
      case .numbers: tryRules(DateOpening.number, behind: end)
      case .calendar: tryRules(DateOpening.word(lexeme.value), behind: end)
      case .spatial:
        if lexeme.value == Spatial.between.rawValue { tryRules(DateOpening.between, behind: end) }
        if lexeme.value == Spatial.from.rawValue { tryRules(DateOpening.from, behind: end) }
      default: continue
      }
    }
    if let items = best?.tokens {
      best?.part = reading.matches.next(.dayparts, in: items)?.lexeme.flatMap {
        DayPart(rawValue: $0.value)
      }
    }
    return best
  }

  private static func recognise(
    _ terminal: DateTerminal, _ i: Int, _ reading: ReportReading
  ) -> (number: Int, end: Int)? {
    let token = reading.tokens.list[i]
    func value(_ category: Category, _ range: ClosedRange<Int>) -> (Int, Int)? {
      guard let match = reading.lexeme(category, at: i), let lexeme = match.lexeme,
        range.contains(Int(lexeme.value))
      else { return nil }
      return (Int(lexeme.value), Int(match.end))
    }
    func number(_ range: ClosedRange<Int>) -> (Int, Int)? {
      if token.kind == .number {
        return range.contains(Int(token.value)) ? (Int(token.value), i + 1) : nil
      }
      return value(.numbers, range)
    }
    func mark(_ mark: Mark) -> (Int, Int)? { token.mark == mark ? (0, i + 1) : nil }
    switch terminal {
    case .day:
      if token.kind == .number { return number(1...31) }
      return value(.ordinals, 1...31)
    case .number(let range): return number(range)
    case .year:
      return token.kind == .number && (1990...2100).contains(token.value)
        ? (Int(token.value), i + 1) : nil
    case .hijriYear:
      return token.kind == .number && (1400...1500).contains(token.value)
        ? (Int(token.value), i + 1) : nil
    case .month: return month(at: i, reading)
    case .hijriMonth: return value(.months, 101...112).map { ($0.0 - 100, $0.1) }
    case .weekday: return value(.weekdays, 0...6)
    case .word(let word): return value(.calendar, Int(word.rawValue)...Int(word.rawValue))
    case .anyPart: return value(.dayparts, 0...20)
    case .part(let part): return value(.dayparts, Int(part.rawValue)...Int(part.rawValue))
    case .dash: return mark(.dash)
    case .slash: return mark(.slash)
    case .comma: return mark(.comma)
    case .and:
      // The conjunction is a letter of the next word, or stands alone before digits.
      if reading.tokens.isLetter(.waw, token) { return (0, i + 1) }
      return reading.clitics(at: i).contains(.waw) ? (0, i) : nil
    case .from: return value(.spatial, Int(Spatial.from.rawValue)...Int(Spatial.from.rawValue))
    case .until:
      if let dash = mark(.dash) { return dash }
      return value(.spatial, Int(Spatial.toward.rawValue)...Int(Spatial.toward.rawValue))
    case .between:
      return value(.spatial, Int(Spatial.between.rawValue)...Int(Spatial.between.rawValue))
    case .in: return value(.spatial, Int(Spatial.in.rawValue)...Int(Spatial.in.rawValue))
    case .dayWord:
      return value(.calendar, Int(CalendarWord.day.rawValue)...Int(CalendarWord.day.rawValue))
        ?? value(.calendar, Int(CalendarWord.days.rawValue)...Int(CalendarWord.days.rawValue))
    case .span:
      return DateTerminal.spans.lazy.compactMap {
        value(.calendar, Int($0.rawValue)...Int($0.rawValue))
      }
      .first
    case .relation:
      return value(.spatial, Int(Spatial.from.rawValue)...Int(Spatial.from.rawValue))
        ?? value(.spatial, Int(Spatial.in.rawValue)...Int(Spatial.in.rawValue))
    case .inYear:
      if let found = value(
        .calendar, Int(CalendarWord.year.rawValue)...Int(CalendarWord.year.rawValue))
      {
        return found
      }
      return value(.spatial, Int(Spatial.from.rawValue)...Int(Spatial.from.rawValue))
    }
  }

  /// A month, also written twice: "شباط / فبراير".
  private static func month(at i: Int, _ reading: ReportReading) -> (Int, Int)? {
    guard let match = reading.lexeme(.months, at: i), let lexeme = match.lexeme,
      (1...12).contains(lexeme.value)
    else { return nil }
    var end = Int(match.end)
    let count = reading.tokens.list.count
    func mark(at i: Int) -> Mark { reading.tokens.list[i].mark }
    if end + 1 < count, mark(at: end) == .slash || mark(at: end) == .openBracket,
      let second = reading.lexeme(.months, at: end + 1), second.lexeme?.value == lexeme.value
    {
      end = Int(second.end)
      if end < count, mark(at: end) == .closeBracket { end += 1 }
    }
    return (Int(lexeme.value), end)
  }
}
