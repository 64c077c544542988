import ArabicText
import Lexicon
import Mentions
import Reports

extension ReportReading {
  /// The day that a date line of the report gives: "الثلاثاء ١٥ تموز ٢٠٢٥" above the text.
  public var dateline: CalendarDay? {
    for s in 0..<min(6, sentences.count)
    where sentences[s].kind != .body || sentences[s].tokens.count <= 9 {
      for d in dates(in: sentences[s].tokens) {
        switch dates[d].expression {
        case .exact(.day(let day)): return day
        case .days(_, _, _, .year), .daysAcross(_, _, _, _, .year), .exact(.interval):
          // "الفترة: 1 – 7 تشرين الثاني 2025": out when the last day is over.
          return dates[d].expression.date(published: nil)?.bounds?.upperBound
        case .hijri(_, _, .some, _):
          if case .day(let day)? = dates[d].expression.date(published: nil) { return day }
        default: continue
        }
      }
    }
    return dayOfOpening
  }

  /// "حلب – 14 نيسان 2016 – شنت طائرات …": the day before the first sentence, parted off by a dash.
  private var dayOfOpening: CalendarDay? {
    for s in 0..<min(6, sentences.count) where sentences[s].kind == .body {
      let tokens = sentences[s].tokens
      let opening = tokens.lowerBound..<min(tokens.lowerBound + 6, tokens.upperBound)
      guard let d = dates(in: opening).first, case .exact(.day(let day)) = dates[d].expression,
        matches.next(.triggers, in: tokens.lowerBound..<dates[d].tokens.lowerBound) == nil
      else { return nil }
      let end = dates[d].tokens.upperBound
      let isParted = (end..<min(end + 4, tokens.upperBound)).contains {
        let mark = self.tokens.list[$0].mark
        return mark == .dash || mark == .colon || mark == .separator
      }
      return isParted ? day : nil
    }
    return nil
  }

  /// Whether a sentence is a date and nothing else.
  func isDay(_ sentence: Sentence) -> Bool {
    let dates = dates(in: sentence.tokens)
    return dates.count == 1
      && self.dates[dates.lowerBound].tokens.count + 2 >= sentence.tokens.count
  }

  /// Whether days stand on lines of their own, each above what happened on it.
  var goesByDays: Bool {
    var days = 0
    for s in sentences.indices where sentences[s].kind == .label && isDay(sentences[s]) {
      days += 1
    }
    return days > 1
  }

  /// Whether a token is "حتى", "لغاية" or "إلى".
  func isUntil(_ token: Int) -> Bool {
    has(.calendar, CalendarWord.until.rawValue, at: token)
      || has(.spatial, Spatial.toward.rawValue, at: token)
  }

  /// What an hour is told by.
  private static let hours: CategorySet = [.number, CategorySet(.ordinals)]

  /// Clock times of an event: `02:00`, or `14:45/16:00`.
  func clockTime(of event: Event) -> String? {
    if event.signs.words.isDisjoint(with: Self.hours) { return nil }
    let range = event.tokens
    var times: [(hour: Int, minute: Int)] = []
    var part: DayPart?
    for i in range where matches.begins(Self.hours, at: i) {
      if let clock = clock(at: i) {
        if times.count < 2 { times.append((clock.hour, clock.minute)) }
        for j in clock.end..<min(clock.end + 7, range.upperBound) where part == nil {
          part = lexeme(.dayparts, at: j)?.lexeme.flatMap { DayPart(rawValue: $0.value) }
        }
      }
    }
    guard !times.isEmpty else { return nil }
    return times.map { time in
      var hour = time.hour
      switch part {
      case .noon, .afternoon, .evening: if hour < 12 { hour += 12 }
      case .night, .nightOf: if hour >= 6 && hour < 12 { hour += 12 }
      case .dawn, .morning, .afterMidnight: if hour == 12 { hour = 0 }
      case nil: break
      }
      return "\(hour < 10 ? "0" : "")\(hour):\(time.minute < 10 ? "0" : "")\(time.minute)"
    }.joined(separator: "/")
  }

  /// "الساعة الثانية والنصف", "الساعة 2:45", "عند الثالثة فجراً", "و 4 عصراً".
  private func clock(at i: Int) -> (hour: Int, minute: Int, end: Int)? {
    let count = tokens.list.count
    let token = tokens.list[i]
    let saysHour = has(.calendar, CalendarWord.hour.rawValue, at: i - 1)
    if let ordinal = lexeme(.ordinals, at: i), let hour = ordinal.lexeme?.value,
      (1...12).contains(hour),
      saysHour || lexeme(.dayparts, at: Int(ordinal.end)) != nil, isFeminineOrdinal(i)
    {
      return (Int(hour), 0, Int(ordinal.end))
    }
    guard token.kind == .number, (0...23).contains(token.value) else { return nil }
    if i + 2 < count, isGluedColon(i + 1), tokens.list[i + 2].kind == .number,
      tokens.list[i + 2].value < 60
    {
      return (Int(token.value), Int(tokens.list[i + 2].value), i + 3)
    }
    if i > 1, isGluedColon(i - 1) { return nil }
    guard saysHour || lexeme(.dayparts, at: i + 1) != nil, !isInDate(i) else { return nil }
    return (Int(token.value), 0, i + 1)
  }

  private func isGluedColon(_ i: Int) -> Bool {
    tokens.list[i].mark == .colon && tokens.list[i].isGlued
  }

  /// الثالثة, not الثالث.
  private func isFeminineOrdinal(_ i: Int) -> Bool {
    let last = tokens.lastLetter(of: tokens.list[i])
    return last == .heh || last == .yeh
  }
}
