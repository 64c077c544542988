import ArabicText
import Grammar
import Lexicon
import Reports

/// A date as a report writes it.
public struct DateMention: Sendable {
  public var expression: DateExpression
  public var tokens: Range<Int>
  /// The rule that read it.
  private var ruleIndex: Int
  /// The part of the day, if the phrase names one.
  public var part: DayPart?

  /// The name of the rule that read it.
  public var rule: String { DateExpression.rules[ruleIndex].name }

  /// What may begin a date.
  private static let openings: CategorySet = [
    CategorySet(.months), CategorySet(.weekdays), CategorySet(.dayparts), CategorySet(.ordinals),
    CategorySet(.numbers), CategorySet(.calendar), .opensSpan, .number,
  ]

  static func read(in reading: ReportReading) {
    DateExpression.rulesByOpening.withTrees { trees in
      DateExpression.signsBehindOpening.withUnsafeBufferPointer { behind in
        read(in: reading, by: Rules(trees: trees, behind: behind))
      }
    }
  }

  private static func read(in reading: ReportReading, by rules: Rules) {
    let openings = openings
    let stages = reading.stages
    for s in reading.sentences.indices {
      let sentence = reading.sentences[s].tokens
      let items = DateRecogniser(reading: reading, end: sentence.upperBound)
      var end = sentence.lowerBound
      while true {
        let i = stages.pointee.matches.next(openings, from: end, to: sentence.upperBound)
        guard i < sentence.upperBound else { break }
        end = i + 1
        guard let found = longest(at: i, of: items, by: rules), !isNoDay(found, reading) else {
          continue
        }
        stages.pointee.dates.append(found)
        end = found.tokens.upperBound
      }
    }
  }

  /// The rules of dates by what they begin with, and the signs of which one stands behind that; held
  /// while a report is read.
  private struct Rules {
    var trees: RuleSet<DateTerminal, DateExpression>.Trees
    var behind: UnsafeBufferPointer<Signs>
  }

  /// The longest date that begins at a token; rules are looked at only where they can begin.
  private static func longest(
    at token: Int, of items: DateRecogniser, by rules: Rules
  ) -> DateMention? {
    var best: DateMention?
    let reading = items.reading
    func tryRules(_ opening: Int, behind end: Int) {
      guard rules.behind[opening] & items.signs(of: end) != 0,
        let found = rules.trees.longest(at: token, opening: opening, of: items),
        found.items.upperBound > (best?.tokens.upperBound ?? 0)
      else { return }
      best = DateMention(expression: found.value, tokens: found.items, ruleIndex: found.rule)
    }
    if reading.tokens.list[token].kind == .number {
      tryRules(DateOpening.number, behind: token + 1)
    }
    for m in reading.matches.at(token) {
      let match = reading.matches[m]
      guard let lexeme = match.lexeme else { continue }
      let end = Int(match.end)
      switch lexeme.category {
      case .months:
        if !isBehindNumber(token, reading) { tryRules(DateOpening.month, behind: end) }
      case .weekdays: tryRules(DateOpening.weekday, behind: end)
      case .dayparts: tryRules(DateOpening.part, behind: end)
      case .ordinals: tryRules(DateOpening.ordinal, behind: end)
      case .numbers: tryRules(DateOpening.number, behind: end)
      case .calendar:
        if lexeme.value == CalendarWord.year.rawValue, isGeneral(token, reading) { continue }
        tryRules(DateOpening.word(lexeme.value), behind: end)
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

  /// "45 آذار": the number was no day, and what is left of it no month.
  private static func isBehindNumber(_ token: Int, _ reading: ReportReading) -> Bool {
    guard token > 0 else { return false }
    let before = reading.tokens.list[token - 1]
    return before.kind == .number && !(1990...2100).contains(before.value)
  }

  /// "الأمين العام السابق": general, and no year.
  private static func isGeneral(_ token: Int, _ reading: ReportReading) -> Bool {
    guard token > 0, reading.tokens.list[token - 1].kind == .word else { return false }
    return reading.tokens.hasArticle(reading.tokens.list[token])
      && reading.tokens.hasArticle(reading.tokens.list[token - 1])
  }

  /// "كل جمعة", "أيام السبت", "سوق الأحد": weekdays of no week; "اليوم الثالث": days that are counted,
  /// but for "لليوم الثالث على التوالي", which is today.
  private static func isNoDay(_ found: DateMention, _ reading: ReportReading) -> Bool {
    let (start, end) = (found.tokens.lowerBound, found.tokens.upperBound)
    switch found.expression {
    case .weekday:
      // "حالة الاثنين الآخرين": the other two.
      if reading.has(.quantities, Quantity.others.rawValue, at: end) { return true }
      return reading.has(.calendar, CalendarWord.weekly.rawValue, at: start - 1)
        || reading.has(.calendar, CalendarWord.days.rawValue, at: start - 1)
        || reading.lexeme(.placenouns, before: start) != nil
    case .offset(days: 0):
      // "حتى الآن", "حتى اليوم": so far, and no day.
      if found.tokens.count == 1, reading.has(.calendar, CalendarWord.until.rawValue, at: start - 1)
      {
        return true
      }
      guard reading.has(.calendar, CalendarWord.today.rawValue, at: end - 1),
        reading.lexeme(.ordinals, at: end) != nil,
        reading.tokens.letter(0, of: reading.tokens.list[start]) != .lam
      else { return false }
      // The hours have the form of a woman: "اليوم، الثالثة عصراً".
      return reading.tokens.lastLetter(of: reading.tokens.list[end]) != .heh
    default: return false
    }
  }
}
