import ArabicText
import Lexicon
import Mentions

/// People whom a report names instead of counting them.
extension ReportReading {
  /// Where the person stands whom a word of harm tells of: right behind it, or behind the one who did
  /// it, and where and when; nil for nobody who can be seen.
  func person(of hit: OutcomeMention, from start: Int, _ event: Event) -> Int? {
    // "مكان احتجاز آمن": an adjective is no name.
    let isKnown = hit.outcome == .wounded || hit.outcome == .detained && hit.form != .verb
    if isPerson(at: start, within: event.tokens, isKnown: isKnown) { return start }
    guard hit.form == .verb else { return nil }
    var i = start
    while i < min(start + 12, event.tokens.upperBound), isPassed(i, event) {
      i += 1
      if i < event.tokens.upperBound, isName(i) || isNamedByTrade(i), clitics(at: i).isEmpty,
        !isInActor(i),
        hit.outcome != .wounded || has(.people, PersonWord.title.rawValue, at: i),
        endsAgent(i - 1)
      {
        return i
      }
    }
    return nil
  }

  /// "القائد السابق في فصائل المعارضة وليد", "الناشط محمد": somebody by what he is, behind who did it.
  private func isNamedByTrade(_ i: Int) -> Bool {
    isDefiniteWord(i)
      && lexeme(.trades, at: i)?.lexeme.map { Trade(value: $0.value).number == .one } ?? false
      && (has(.people, PersonWord.given.rawValue, at: i + 1)
        || has(.parties, PartySign.former.rawValue, at: i + 1))
  }

  /// What may stand between a verb and the person whom it harms: the one who acts, when, and where.
  func isPassed(_ i: Int, _ event: Event) -> Bool {
    if isInDate(i) || isInActor(i) || isInPlace(i) { return true }
    let token = tokens.list[i]
    if token.kind == .punctuation {
      return token.mark == .quote
        || token.mark == .comma
          && (isInDate(i - 1) || i + 1 < event.tokens.upperBound && isInDate(i + 1))
    }
    if lexeme(.outcomes, at: i) != nil || lexeme(.status, at: i) != nil { return false }
    if let trigger = lexeme(.triggers, at: i)?.lexeme { return trigger.form != .verb }
    return lexeme(.spatial, at: i) != nil || lexeme(.means, at: i) != nil
      || lexeme(.trades, at: i)?.lexeme.map { Trade(value: $0.value).group.isArmed } ?? false
      || lexeme(.parties, at: i) != nil || matches.at(i).isEmpty
  }

  /// Whether a token ends what is said of who acts, where and when, so that a person may follow who
  /// is no part of it: not "منزل الشاب".
  func endsAgent(_ i: Int) -> Bool {
    isInDate(i) || isInActor(i) || isInPlace(i) || tokens.list[i].kind == .punctuation
      || lexeme(.means, at: i) != nil
      || lexeme(.trades, at: i)?.lexeme.map { Trade(value: $0.value).number != .one } ?? false
      || has(.parties, PartySign.anybody.rawValue, at: i)
      || lexeme(.parties, before: i + 1)?.lexeme?.value == PartySign.riding.rawValue
  }

  /// How many people are named from the first on: "محمد العلي وخالد الحسن".
  ///
  /// Kin and others without a name are counts of their own.
  ///
  /// - Parameter isList: Behind "كل من" whatever is joined by و is a name.
  func people(namedFrom start: Int, _ range: Range<Int>, isList: Bool = false) -> Int {
    var count = 1
    var words = 0
    for i in start + 1..<max(start + 1, range.upperBound) {
      let token = tokens.list[i]
      if token.kind == .punctuation {
        if token.mark == .quote { continue }
        if token.mark == .comma, i + 1 < range.upperBound, isName(i + 1), isList || count > 1 {
          continue
        }
        break
      }
      if isInDate(i) || token.kind != .word || lexeme(.spatial, at: i) != nil { break }
      let isNext = clitics(at: i).contains(.waw) || tokens.list[i - 1].mark == .comma
      // "قضى العم والسائق"
      let isByTrade =
        isNext && i == start + 1 && isDefiniteWord(i) && isDefiniteWord(start)
        && lexeme(.trades, at: i)?.lexeme.map { Trade(value: $0.value).number == .one } ?? false
        && !has(.people, PersonWord.given.rawValue, at: i + 1)
      if isNext && isName(i) || isByTrade {
        count += 1
        words = 0
        continue
      }
      let isLearned =
        !isDefiniteWord(i)
        && !matches.at(i).allSatisfy {
          switch matches[$0].lexeme?.category {
          case nil, .people, .heads, .trades, .ordinary, .foreign: true
          default: false
          }
        }
      if isLearned || words > 4 { break }
      if isList, tokens.letter(0, of: token) == .waw, token.lettersCount >= 4 {
        count += 1
        words = 0
      }
      words += 1
    }
    return count
  }

  /// A given name or a title, and nothing that another list has.
  private func isName(_ i: Int) -> Bool {
    guard lexeme(.people, at: i) != nil, !isInPlace(i), !isInDate(i) else { return false }
    return lexeme(.spatial, at: i) == nil && lexeme(.triggers, at: i) == nil
      && lexeme(.status, at: i) == nil && lexeme(.calendar, at: i) == nil
  }

  /// A title, a trade in the singular, or an unknown word that can be a name.
  func isPerson(at i: Int, within range: Range<Int>, isKnown: Bool) -> Bool {
    var j = i
    // "قُتل فيه", "قُتل خلالها"
    while j < range.upperBound, j < i + 2, tokens.list[j].kind == .word,
      clitics(at: j).contains(.pronoun), lexeme(.trades, at: j) == nil
    { j += 1 }
    guard j < range.upperBound, tokens.list[j].kind == .word, !isInDate(j), !isInPlace(j) else {
      return false
    }
    if let trade = lexeme(.trades, at: j)?.lexeme {
      return Trade(value: trade.value).number == .one
    }
    if lexeme(.people, at: j) != nil { return true }
    if isKnown { return false }
    if lexeme(.heads, at: j) != nil { return true }
    // An unknown word is a name.
    return matches.at(j).isEmpty && tokens.list[j].lettersCount >= 3
  }
}
