import ArabicText
import Lexicon
import Mentions

extension ReportReading {
  /// "محاولة اغتيال", but not "محاولة توقيفه".
  func isAttemptOnLife(_ i: Int) -> Bool {
    guard let attempt = sign(.attempt, at: i) else { return false }
    return lexeme(.outcomes, at: Int(attempt.end))?.lexeme?.value != Outcome.detained.rawValue
  }

  /// Counts those whom a report names, or only points at, instead of counting them.
  func nameVictims(_ event: Event, _ served: [Int], _ tally: inout Tally, _ source: Int) {
    for o in event.outcomes {
      let hit = parts.outcomes[o]
      guard
        hit.outcome == .killed || hit.outcome == .wounded || hit.outcome == .detained
          || hit.outcome == .freed, hit.countsPeople, !served.contains(hit.tokens.lowerBound),
        !isDenied(hit), !isAim(hit),
        // "بعضهم أعدم بعد أسره": some of those told before.
        lexeme(.quantities, before: hit.tokens.lowerBound)?.lexeme?.value
          != Quantity.subset.rawValue
      else { continue }
      let mine = tally.entries.filter {
        $0.outcome == hit.outcome && $0.sentence == event.sentence
      }
      guard mine.allSatisfy({ isJoined($0, to: hit) }),
        let victims = victims(of: hit, event, tally)
      else { continue }
      tally.entries.append(
        Tally.Entry(
          outcome: hit.outcome, min: victims.min, max: victims.max, group: nil,
          sentence: event.sentence, source: mine.first?.source ?? source,
          position: hit.tokens.upperBound))
    }
  }

  /// "مقتل فلان ونجليه", "فجُرح الإمام واثنان من المارة": those joined to him leave him to be told.
  private func isJoined(_ entry: Tally.Entry, to hit: OutcomeMention) -> Bool {
    let gap = entry.position - hit.tokens.upperBound
    return gap > 0 && clitics(at: entry.position).contains(.waw) && (entry.isBare || gap <= 3)
  }

  private func isDenied(_ hit: OutcomeMention) -> Bool {
    let start = hit.tokens.lowerBound
    return (max(0, start - 3)..<start).contains { sign(.negation, at: $0) != nil }
  }

  /// How many a word of harm tells of without a number; nil for none that can be seen.
  private func victims(
    of hit: OutcomeMention, _ event: Event, _ tally: Tally
  ) -> (min: Int, max: Int?)? {
    var next = hit.tokens.upperBound
    if let pointed = pointedAt(hit, event, tally) { return pointed }
    if isDual(hit) { return (2, 2) }
    // "ألقي القبض أمس على سهيل ديب"
    if hit.outcome == .detained {
      while next < event.tokens.upperBound, isInDate(next) { next += 1 }
      if next > hit.tokens.upperBound, saysIn(at: next) { next += 1 }
    }
    guard hit.outcome != .freed, next < event.tokens.upperBound else { return nil }
    if has(.quantities, Quantity.each.rawValue, at: next) {
      return names(from: Int(lexeme(.quantities, at: next)!.end), event.tokens).map { ($0, $0) }
    }
    if has(.quantities, Quantity.he.rawValue, at: next)
      || has(.quantities, Quantity.oneOfThem.rawValue, at: next)
    {
      return (1, 1)
    }
    guard
      isPerson(
        at: next, within: event.tokens, isKnown: hit.outcome == .wounded && hit.form != .verb)
    else { return nil }
    return (1, 1)
  }

  /// "مقتله", "إصابتهما", "قتلوه", "أفرجت عنهم": the people are a pronoun.
  private func pointedAt(
    _ hit: OutcomeMention, _ event: Event, _ tally: Tally
  ) -> (min: Int, max: Int?)? {
    let last = hit.tokens.upperBound - 1
    let behind = [last, last + 1].first {
      has(.quantities, Quantity.them.rawValue, at: $0)
    }
    let isPointing = behind != nil || clitics(at: last).contains(.pronoun)
    guard isPointing, hit.outcome == .freed || behind == nil, !isHitByFire(hit) else { return nil }
    let token = tokens.list[behind ?? last]
    let count = Int(token.lettersCount)
    switch (tokens.letter(count - 2, of: token), tokens.letter(count - 1, of: token)) {
    case (.meem, .alef): return (2, 2)
    case (_, .meem):
      // As many as were taken before.
      let before = tally.range(hit.outcome == .freed ? .detained : hit.outcome)
      return before.map { ($0.min, $0.max) } ?? (hit.outcome == .freed ? nil : (2, nil))
    default: return (1, 1)
    }
  }

  /// "فقُتلا في الحال": the verb itself says two.
  private func isDual(_ hit: OutcomeMention) -> Bool {
    guard hit.form == .verb, hit.tokens.count == 1,
      hit.outcome == .killed || hit.outcome == .wounded,
      // "أصابتها"
      !clitics(at: hit.tokens.lowerBound).contains(.pronoun)
    else { return false }
    let token = tokens.list[hit.tokens.lowerBound]
    return tokens.lastLetter(of: token) == .alef
      && tokens.letter(Int(token.lettersCount) - 2, of: token) != .waw
  }

  /// "الدراجة التي أصابتها الغارة": fire hits things, too.
  private func isHitByFire(_ hit: OutcomeMention) -> Bool {
    hit.outcome == .wounded && hit.form == .verb
      && matches.begins(
        [CategorySet(.triggers), CategorySet(.means), CategorySet(.weapons)],
        at: hit.tokens.upperBound)
  }

  /// "لتوقيفه", "محاولة قتله": what was meant, and perhaps not reached.
  func isAim(_ hit: OutcomeMention) -> Bool {
    let start = hit.tokens.lowerBound
    // "أدى لمقتل" is no aim.
    return hit.outcome == .detained && clitics(at: start).contains(.lam)
      || (max(0, start - 2)..<start).contains { sign(.attempt, at: $0) != nil }
  }

  /// "كل من أحمد ومحمد وخالد": as many as are joined by و.
  private func names(from start: Int, _ range: Range<Int>) -> Int? {
    guard start < range.upperBound, tokens.list[start].kind == .word else { return nil }
    var count = 1
    for i in start + 1..<max(start + 1, range.upperBound) {
      let token = tokens.list[i]
      if token.kind == .punctuation {
        if token.mark == .quote || token.mark == .comma { continue }
        break
      }
      let isLearned =
        lexeme(.people, at: i) == nil && lexeme(.heads, at: i) == nil
        && lexeme(.trades, at: i) == nil && !matches.at(i).isEmpty
      if isLearned || isInDate(i) { break }
      if tokens.letter(0, of: token) == .waw, token.lettersCount >= 4 { count += 1 }
    }
    return count > 1 ? count : nil
  }

  /// A title, a trade in the singular, or an unknown word that can be a name.
  private func isPerson(at i: Int, within range: Range<Int>, isKnown: Bool) -> Bool {
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
    if isKnown { return false }
    if lexeme(.heads, at: j) != nil || lexeme(.people, at: j) != nil { return true }
    // An unknown word is a name.
    return matches.at(j).isEmpty && tokens.list[j].lettersCount >= 3
  }
}
