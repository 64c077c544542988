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
  func nameVictims(
    _ event: Event, _ served: [Int], _ tally: inout Tally, _ source: Int, isFurther: Bool,
    _ asides: [Range<Int>]
  ) {
    for o in event.outcomes {
      let hit = parts.outcomes[o]
      guard
        hit.outcome == .killed || hit.outcome == .wounded || hit.outcome == .detained
          || hit.outcome == .freed, hit.countsPeople,
        hit.outcome != .detained || !isExchange(event), !served.contains(hit.tokens.lowerBound),
        !isDenied(hit), !isAim(hit), !isOfOther(hit, event, isFurther: isFurther),
        !asides.contains(where: { $0.contains(hit.tokens.lowerBound) }),
        // "بعضهم أعدم بعد أسره": some of those told before.
        lexeme(.quantities, before: hit.tokens.lowerBound)?.lexeme?.value
          != Quantity.subset.rawValue
      else { continue }
      let mine = tally.entries.filter {
        $0.outcome == hit.outcome && $0.sentence == event.sentence
      }
      guard
        mine.allSatisfy({
          $0.position >= hit.tokens.upperBound
            && isJoined($0.position, isBare: $0.isBare, to: hit, in: event)
        }) || isKilledAfterwards(hit),
        let victims = victims(of: hit, event, tally)
      else { continue }
      tally.entries.append(
        Tally.Entry(
          outcome: hit.outcome, min: victims.min, max: victims.max, group: nil,
          sentence: event.sentence, source: mine.first?.source ?? source,
          position: hit.tokens.upperBound, isBare: victims.max == 1, isVague: victims.max == nil,
          isMore: isDeathOfWounds(hit, victims.min, tally, event),
          isOfWounds: hit.outcome == .killed && isOfWounds(event, near: hit.tokens)))
      if victims == (1, 1) {
        tally.bury(woundedBefore: hit, isOneOfThem: isOfThem(hit), isHe(hit, event))
      }
    }
  }

  /// "وتوفي أحدهما": one of those told before.
  private func isOfThem(_ hit: OutcomeMention) -> Bool {
    has(.quantities, Quantity.oneOfThem.rawValue, at: hit.tokens.upperBound)
  }

  /// "ثم توفي متأثراً بجراحه": he who was told of before.
  private func isHe(_ hit: OutcomeMention, _ event: Event) -> Bool {
    hit.form == .verb && isClosed(hit.tokens.upperBound, event)
  }

  private func isDenied(_ hit: OutcomeMention) -> Bool {
    let start = hit.tokens.lowerBound
    // "متأثراً بإصابته"
    if hit.outcome == .wounded, start > 0, isOfWounds(at: start - 1) { return true }
    return (max(0, start - 5)..<start).contains {
      sign(.negation, at: $0) != nil && !hasPunctuation($0..<start)
    }
  }

  /// How many a word of harm tells of without a number; nil for none that can be seen.
  private func victims(
    of hit: OutcomeMention, _ event: Event, _ tally: Tally
  ) -> (min: Int, max: Int?)? {
    var next = hit.tokens.upperBound
    if let pointed = pointedAt(hit, event, tally) { return pointed }
    if isDual(hit) { return (2, 2) }
    if let all = allBefore(hit, event, tally) { return all }
    if isStriking(hit) { return nil }
    // "ألقي القبض أمس على سهيل ديب"
    if hit.outcome == .detained {
      while next + 1 < event.tokens.upperBound,
        isInDate(next) || saysIn(at: next) && isInDate(next + 1)
      {
        next += 1
      }
      if next > hit.tokens.upperBound, saysIn(at: next) { next += 1 }
    }
    guard hit.outcome != .freed, next < event.tokens.upperBound else { return nil }
    if let each = each(behind: next, event) {
      let people = people(namedFrom: each, event.tokens, isList: true)
      // "كل من القيادي فلان ومرافقيه الاثنين": they are counted by themselves.
      let isJoined = event.signs.counts.contains { counts[$0].clitics.contains(.waw) }
      return people > 1 || isJoined ? (people, people) : nil
    }
    if has(.quantities, Quantity.he.rawValue, at: next)
      || has(.quantities, Quantity.oneOfThem.rawValue, at: next)
    {
      return (1, 1)
    }
    // "مقتل الأول وإصابة الثاني": of those told before, each by his turn.
    if hit.form == .noun, isDefiniteWord(next), lexeme(.ordinals, at: next) != nil,
      lexeme(.trades, at: next + 1) == nil
    {
      return (1, 1)
    }
    // "مقتل من فيها", "احتراقها بمن فيها"
    if hit.outcome == .killed,
      (hit.tokens.lowerBound + 1..<next + 1).contains(where: {
        has(.quantities, Quantity.aboard.rawValue, at: $0)
      })
    {
      return (1, nil)
    }
    // "مقتل جميع من فيها"
    if hit.outcome == .killed, has(.quantities, Quantity.all.rawValue, at: next) { return (2, nil) }
    // "قُتل الشبان محمد العلي وخالد الحسن"
    if next + 1 < event.tokens.upperBound, isDefiniteWord(next),
      lexeme(.trades, at: next)?.lexeme.map({ Trade(value: $0.value).number }) == .several,
      has(.people, PersonWord.given.rawValue, at: next + 1)
    {
      next += 1
    }
    guard let person = person(of: hit, from: next, event) else {
      return isSubjectBefore(hit, event, tally) ? (1, 1) : nil
    }
    let count = people(namedFrom: person, event.tokens)
    return (count, count)
  }

  /// "قبل أن يُقتل": the one who killed the others.
  private func isKilledAfterwards(_ hit: OutcomeMention) -> Bool {
    guard hit.form == .verb, hit.outcome == .killed,
      let sign = matches.lexeme(.status, endingAt: hit.tokens.lowerBound)
    else { return false }
    return sign.lexeme?.value == StatusSign.clause.rawValue && sign.end - sign.start == 2
  }

  /// "فقُتل على الفور", "ليُقتل لاحقاً", "قبل أن يُقتل", "كان قد لقي مصرعه": a verb in the singular whose
  /// subject was named before it.
  private func isSubjectBefore(_ hit: OutcomeMention, _ event: Event, _ tally: Tally) -> Bool {
    let start = hit.tokens.lowerBound
    let isOfWounds = isOfWounds(event, near: hit.tokens)
    let isTaken = hit.outcome == .detained && sign(.already, at: start - 1) != nil
    guard hit.form == .verb, hit.outcome == .killed || hit.outcome == .wounded || isTaken else {
      return false
    }
    switch tokens.lastLetter(of: tokens.list[start]) {
    // "فقضت على الفور": with the words that end it the verb has no object.
    case .teh where !isDied(start) && hit.tokens.count == 1 && !isOfWounds: return false
    case .alef, .waw, .noon, .heh: return false
    default: break
    }
    let clitics = clitics(at: start)
    // "خطف وقتل" names acts; "ومات" can be a verb only.
    let isNoun = matches.at(start).contains {
      matches[$0].lexeme.map { $0.category == .outcomes && $0.form == .noun } ?? false
    }
    let isBound =
      !clitics.isDisjoint(with: [.feh, .lam]) || clitics.contains(.waw) && !isNoun
      || isKilledAfterwards(hit) || isOfWounds
      || has(.parties, PartySign.beside.rawValue, at: start - 1)
      || lexeme(.status, before: start)?.lexeme?.value == StatusSign.already.rawValue
      || sign(.clause, at: start - 1) != nil
    // "فقضت على الفور": nothing more belongs to the verb.
    let isWhole = hit.tokens.count > 1 && lexeme(.spatial, at: start + 1) != nil
    guard isBound, isWhole || isClosed(hit.tokens.upperBound, event) else { return false }
    // "ولفظ أنفاسه في المشفى": the one who was wounded.
    if hit.outcome == .killed, tally.isOneWounded { return true }
    // "إخلاء سبيل مسن …، وكان قد احتُجز صباحاً": named in the sentence.
    let first = isTaken ? sentences[event.sentence].tokens.lowerBound : event.tokens.lowerBound
    return (first..<start).contains {
      lexeme(.people, at: $0) != nil
        || lexeme(.trades, at: $0)?.lexeme.map { Trade(value: $0.value).number } == .one
    }
  }

  /// "مات": the last letter is no ending.
  private func isDied(_ i: Int) -> Bool {
    let token = tokens.list[i]
    let count = Int(token.lettersCount)
    return count >= 3 && tokens.letter(count - 2, of: token) == .alef
      && tokens.letter(count - 3, of: token) == .meem
  }

  /// "قُتلوا جميعاً": as many as were counted before, of whom nothing else was told.
  private func allBefore(
    _ hit: OutcomeMention, _ event: Event, _ tally: Tally
  ) -> (min: Int, max: Int?)? {
    let end = hit.tokens.upperBound
    guard hit.form == .verb, hit.tokens.count == 1, endsAsPlural(hit.tokens.lowerBound),
      clitics(at: hit.tokens.lowerBound).isDisjoint(with: .pronoun),
      isClosed(end, event) || has(.quantities, Quantity.all.rawValue, at: end)
    else { return nil }
    if tally.range(hit.outcome) != nil { return nil }
    let sentence = event.sentence > 0 ? event.sentence - 1 : 0
    let before = counts(
      in: sentences[sentence].tokens.lowerBound..<hit.tokens.lowerBound)
    let people = before.filter { c in
      let count = counts[c]
      return count.trade != nil && count.outcome == nil && !count.isBare && !count.isVague
        && !count.isSubset && !count.isOfThings
        && !tally.entries.contains { $0.position == count.tokens.lowerBound }
    }
    guard people.count == 1, let all = people.first.map({ counts[$0] }) else { return nil }
    return (all.min, all.max)
  }

  /// Where a list begins behind "كل من", right behind a word of harm or behind who did it: "اعتقلت القوات
  /// كلاً من فلان وفلان".
  private func each(behind start: Int, _ event: Event) -> Int? {
    var i = start
    while i < min(start + 12, event.tokens.upperBound) {
      if has(.quantities, Quantity.each.rawValue, at: i) {
        var end = Int(lexeme(.quantities, at: i)!.end)
        // "كل من: فلان، فلان"
        if end < event.tokens.upperBound, tokens.list[end].kind == .punctuation { end += 1 }
        return end < event.tokens.upperBound ? end : nil
      }
      guard isPassed(i, event) else { return nil }
      i += 1
    }
    return nil
  }

  /// Whether no subject follows: the clause ends, or goes on with how, when and where.
  private func isClosed(_ i: Int, _ event: Event) -> Bool {
    guard i < event.tokens.upperBound, tokens.list[i].kind == .word else { return true }
    return isInDate(i) || clitics(at: i).contains(.beh) || lexeme(.spatial, at: i) != nil
      || has(.parties, PartySign.beside.rawValue, at: i) || lexeme(.calendar, at: i) != nil
      || has(.quantities, Quantity.alongside.rawValue, at: i)
      || has(.quantities, Quantity.alone.rawValue, at: i)
      // "توفي متأثراً بجراحه"
      || isOfWounds(at: i)
  }

  /// "مقتله", "إصابتهما", "قتلوه", "أفرجت عنهم": the people are a pronoun.
  private func pointedAt(
    _ hit: OutcomeMention, _ event: Event, _ tally: Tally
  ) -> (min: Int, max: Int?)? {
    let last = hit.tokens.upperBound - 1
    let behind = [last, last + 1].first {
      has(.quantities, Quantity.them.rawValue, at: $0)
    }
    let isPointing =
      behind != nil || clitics(at: last).contains(.pronoun) || isOwnDeath(hit)
      || isBroughtDown(hit)
      // "أُخلي سبيله"
      || hit.outcome == .freed && hit.tokens.count > 1
        && [.heh, .meem, .alef].contains(tokens.lastLetter(of: tokens.list[last]))
    let isOfTaking = hit.outcome == .freed || hit.outcome == .detained
    guard isPointing, isOfTaking || behind == nil, !isHitByFire(hit) else { return nil }
    let token = tokens.list[behind ?? last]
    let count = Int(token.lettersCount)
    switch (tokens.letter(count - 2, of: token), tokens.letter(count - 1, of: token)) {
    case (.meem, .alef): return (2, 2)
    case (_, .meem):
      // As many as were taken before.
      let before =
        tally.range(hit.outcome == .freed ? .detained : hit.outcome)
        ?? (hit.outcome == .killed ? tally.range(.detained) : nil)
      return before.map { ($0.min, $0.max) } ?? told(before: hit, event)
        ?? (hit.outcome == .freed ? nil : (2, nil))
    default: return (1, 1)
    }
  }

  /// "أردته قتيلاً": whom the verb takes is a pronoun, and the word behind it says that he was one.
  private func isBroughtDown(_ hit: OutcomeMention) -> Bool {
    hit.form == .verb && hit.outcome == .killed && hit.tokens.count == 2
      && tokens.lastLetter(of: tokens.list[hit.tokens.lowerBound]) == .heh
      && tokens.lastLetter(of: tokens.list[hit.tokens.upperBound - 1]) == .alef
  }

  /// "مصرعهم": spelled in the list as it stands, with its pronoun.
  private func isOwnDeath(_ hit: OutcomeMention) -> Bool {
    guard hit.form == .noun, hit.outcome == .killed, hit.tokens.count == 1 else { return false }
    let token = tokens.list[hit.tokens.lowerBound]
    let count = Int(token.lettersCount)
    let (last, before) = (
      tokens.letter(count - 1, of: token), tokens.letter(count - 2, of: token)
    )
    return before == .heh && (last == .meem || last == .alef)
      || last == .alef && before == .meem && tokens.letter(count - 3, of: token) == .heh
  }

  /// "بصاروخين أصابا دراجته": two that hit something.
  private func isStriking(_ hit: OutcomeMention) -> Bool {
    guard hit.form == .verb, hit.outcome == .wounded, hit.tokens.count == 1 else { return false }
    let token = tokens.list[hit.tokens.lowerBound]
    return tokens.lastLetter(of: token) == .alef
      && tokens.letter(Int(token.lettersCount) - 3, of: token) == .alef
  }

  /// "كميناً لثلاثة من جنودها واقتادتهم": as many as the sentence counts before the word.
  private func told(before hit: OutcomeMention, _ event: Event) -> (min: Int, max: Int?)? {
    guard hit.outcome != .freed,
      let count = event.signs.counts.last(where: {
        counts[$0].tokens.upperBound <= hit.tokens.lowerBound
      }).map({ counts[$0] }),
      !count.isBare, !count.isVague, !count.isSubset, count.trade != nil, count.outcome == nil,
      hit.tokens.lowerBound - count.tokens.upperBound <= 12
    else { return nil }
    return (count.min, count.max)
  }

  /// "فقُتلا في الحال": the verb itself says two.
  func isDual(_ hit: OutcomeMention) -> Bool {
    guard hit.form == .verb, hit.tokens.count == 1,
      hit.outcome == .killed || hit.outcome == .wounded,
      // "أصابتها"
      !clitics(at: hit.tokens.lowerBound).contains(.pronoun)
    else { return false }
    let token = tokens.list[hit.tokens.lowerBound]
    return tokens.lastLetter(of: token) == .alef
      && tokens.letter(Int(token.lettersCount) - 2, of: token) != .waw && !isStriking(hit)
  }

  /// "الدراجة التي أصابتها الغارة": fire hits things, too.
  private func isHitByFire(_ hit: OutcomeMention) -> Bool {
    hit.outcome == .wounded && hit.form == .verb
      && matches.begins(
        [CategorySet(.triggers), CategorySet(.means), CategorySet(.weapons)],
        at: hit.tokens.upperBound)
  }

  /// "أدت لاعتقال", "ما أدى لمقتل": what came of an act.
  func leads(to start: Int) -> Bool {
    if sign(.goesOn, at: start - 1) != nil, sign(.clause, at: start - 1) != nil { return true }
    guard let phrase = lexeme(.status, before: start) else { return false }
    return phrase.lexeme?.value == StatusSign.clause.rawValue && phrase.end - phrase.start == 2
  }

  /// "لتوقيفه", "محاولة قتله": what was meant, and perhaps not reached.
  func isAim(_ hit: OutcomeMention) -> Bool {
    let start = hit.tokens.lowerBound
    // "أدى لمقتل" is no aim, and neither is "أدت لاعتقال".
    return hit.outcome == .detained && clitics(at: start).contains(.lam)
      && !leads(to: start)
      || (max(0, start - 2)..<start).contains { sign(.attempt, at: $0) != nil }
  }
}
