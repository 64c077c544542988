import ArabicText
import Grammar
import Lexicon

/// What can be seen at a glance of a token of a date: the word lists that have words there, as the
/// categories lie in their set; above them whether it is a number, which mark, which words of the
/// calendar.
private enum DateSigns {
  static let number: Signs = 1 << 32
  /// Two or three letters before a number: an article, perhaps behind و.
  static let article: Signs = 1 << 33
  /// Some token of the sentence.
  static let token: Signs = 1 << 34
  /// The end of the sentence.
  static let end: Signs = 1 << 35

  @inline(__always)
  static func mark(_ mark: Mark) -> Signs {
    mark == .none ? 0 : 1 &<< (36 &+ Signs(mark.rawValue))
  }

  /// A word of the calendar, by its value; some share a sign.
  @inline(__always)
  static func word(_ value: Int16) -> Signs { 1 &<< (52 &+ Signs(UInt16(bitPattern: value) % 12)) }

  /// "من" or "بين".
  static let opensSpan = Signs(CategorySet.opensSpan.rawValue)

  static func words(_ words: [CalendarWord]) -> Signs { words.reduce(0) { $0 | word($1.rawValue) } }

  static func lists(_ categories: Category...) -> Signs {
    categories.reduce(0) { $0 | Signs(CategorySet($1).rawValue) }
  }
}

extension DateRecogniser {
  /// What can be seen of a token at a glance.
  @inline(__always)
  func signs(of i: Int) -> Signs {
    guard i < end else { return DateSigns.end }
    let token = reading.tokens.list[i]
    let begins = reading.matches.begins[i]
    var signs = Signs(begins.rawValue) | DateSigns.token
    switch token.kind {
    case .number: signs |= DateSigns.number
    case .word:
      if token.lettersCount == 2 || token.lettersCount == 3, i + 1 < end,
        reading.tokens.list[i + 1].kind == .number
      {
        signs |= DateSigns.article
      }
    default: signs |= DateSigns.mark(token.mark)
    }
    if begins.has(.calendar), let word = reading.lexeme(.calendar, at: i)?.lexeme {
      signs |= DateSigns.word(word.value)
    }
    return signs
  }
}

extension DateTerminal {
  /// The signs of which one stands at a token wherever the terminal does.
  var signs: Signs {
    switch self {
    case .lead:
      DateSigns.lists(.dayparts, .weekdays)
        | DateSigns.words(Self.leadDays + [.day, .dated, .corresponding])
    case .day: DateSigns.lists(.ordinals) | DateSigns.number | DateSigns.article
    case .month, .lonelyMonth, .hijriMonth: DateSigns.lists(.months)
    case .year, .hijriYear: DateSigns.number
    case .number: DateSigns.lists(.numbers) | DateSigns.number
    case .weekday: DateSigns.lists(.weekdays)
    case .weekdayAside:
      DateSigns.lists(.weekdays) | DateSigns.mark(.openBracket) | DateSigns.mark(.comma)
    case .word(let word): DateSigns.words([word])
    case .dayWord: DateSigns.words([.day, .days])
    case .hours: DateSigns.words([.hour, .twoHours, .minute])
    case .span: DateSigns.words(Self.spans)
    case .anyPart, .part: DateSigns.lists(.dayparts)
    case .mark(let mark): DateSigns.mark(mark)
    case .close: DateSigns.mark(.closeBracket)
    case .and: DateSigns.token
    case .from, .between: DateSigns.opensSpan
    case .in, .relation: DateSigns.lists(.spatial)
    case .until: DateSigns.lists(.spatial) | DateSigns.words([.until]) | DateSigns.mark(.dash)
    case .article: DateSigns.article
    case .onto:
      DateSigns.lists(.spatial) | DateSigns.mark(.dash) | DateSigns.mark(.slash)
        | DateSigns.mark(.comma)
    case .corresponds:
      DateSigns.words([.corresponding]) | DateSigns.mark(.dash) | DateSigns.mark(.slash)
        | DateSigns.mark(.openBracket)
    case .inYear: DateSigns.opensSpan | DateSigns.words([.year])
    case .about: DateSigns.lists(.quantities)
    case .lone: DateSigns.token | DateSigns.end
    }
  }
}
