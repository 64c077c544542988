import ArabicText
import Lexicon
import Mentions

extension ReportReading {
  /// Counts the people of an event into a tally.
  func count(_ event: Event, into tally: inout Tally, source: Int) {
    let range = event.tokens
    tally.nobody.formUnion(harmlessness(of: event))
    var served: [Int] = []
    var source = source
    var lastPosition = range.lowerBound
    for c in counts(in: range) {
      let count = counts[c]
      guard !count.isOfThings || count.isOfUnknown, !count.isSubset || isOfTheTold(count) else {
        continue
      }
      // "الجرحى", "القتلى": people told of before.
      if count.isBare, count.isDefinite { continue }
      // "البلدات الثلاث": a number of what was told before.
      if count.trade == nil, count.outcome == nil, !count.isVague,
        tokens.hasArticle(tokens.list[count.tokens.lowerBound])
      {
        continue
      }
      guard let (outcome, hit) = outcome(of: count, in: event) else { continue }
      if isNegated(count, hit) || isRunning(count, event) || isFoundBody(count)
        || isOldInjury(count)
      {
        continue
      }
      if count.isOfThose,
        tally.entries.contains(where: { $0.outcome == outcome && $0.sentence == event.sentence })
      {
        continue
      }
      // A rival figure in the same sentence: "فيما تحدث مرصد عن 34".
      if (lastPosition..<count.tokens.lowerBound).contains(where: { isRivalSign($0) })
        || isAttributed(lastPosition..<count.tokens.lowerBound, count),
        tally.entries.contains(where: { $0.outcome == outcome && $0.sentence == event.sentence })
      {
        source += 1
      }
      lastPosition = count.tokens.upperBound
      if count.isBare, count.outcome == nil, let hit,
        !isAdjacent(
          count, hit,
          isLoose: hit.form == .verb || count.max == 2
            || saysIn(at: hit.tokens.upperBound))
      {
        continue
      }
      if count.isBareSingular,
        tally.entries.contains(where: {
          $0.outcome == outcome && $0.sentence == event.sentence && hit != nil
            && served.contains(hit!.tokens.lowerBound) && $0.min >= 1 && !joined(c)
        })
      {
        continue
      }
      if count.isUndivided || hit.map({ isUndivided($0, event) }) == true {
        tally.addUndivided(count, sentence: event.sentence, source: source)
        served += event.outcomes.map { parts.outcomes[$0].tokens.lowerBound }
        continue
      }
      // "مقتل القيادي فلان ونجليه": those joined to him leave the word to him.
      if let hit, !isJoined(count, to: hit) { served.append(hit.tokens.lowerBound) }
      tally.entries.append(
        Tally.Entry(
          outcome: outcome, min: count.min, max: count.max, group: group(of: count),
          sentence: event.sentence, source: source, position: count.tokens.lowerBound,
          isBare: count.isBare, isVague: count.isVague, isTotal: count.isTotal,
          isRaised: isRaised(count, event)))
      if count.rank > 0 { tally.settle(count.rank - 1, before: tally.entries.count - 1) }
    }
    nameVictims(event, served, &tally, source)
  }

  /// "وقتل منهم 26 شخصاً": part of those who were there, and all who were killed.
  private func isOfTheTold(_ count: CountMention) -> Bool {
    let start = count.tokens.lowerBound
    guard
      let subset = [start, start + 1].compactMap({ lexeme(.quantities, before: $0) }).first(
        where: { $0.lexeme?.value == Quantity.subset.rawValue }),
      let hit = lexeme(.outcomes, before: Int(subset.start))?.lexeme
    else { return false }
    return hit.form == .verb
  }

  /// Whether a count is joined by و to somebody who stands between it and the word of harm.
  private func isJoined(_ count: CountMention, to hit: OutcomeMention) -> Bool {
    let gap = count.tokens.lowerBound - hit.tokens.upperBound
    return count.clitics.contains(.waw) && (count.isBare || (1...3).contains(gap))
  }

  /// "مقتل وإصابة 20", "قُتل وأصيب 20": one count for two words of harm.
  private func isUndivided(_ hit: OutcomeMention, _ event: Event) -> Bool {
    guard hit.outcome == .wounded || hit.outcome == .killed, !hit.form.isPerson,
      clitics(at: hit.tokens.lowerBound).contains(.waw)
    else { return false }
    return event.outcomes.contains {
      let other = parts.outcomes[$0]
      // "ثلاثة أطفال قضوا وأصيب 14": the first has a count of its own before it.
      let isCounted = counts(in: event.tokens).contains {
        counts[$0].tokens.upperBound == other.tokens.lowerBound
      }
      return other.tokens.upperBound == hit.tokens.lowerBound && !other.form.isPerson && !isCounted
        && other.outcome != hit.outcome && (other.outcome == .killed || other.outcome == .wounded)
    }
  }

  /// The word that a count belongs to: its own, the one before it, or the verb behind it.
  private func outcome(
    of count: CountMention, in event: Event
  ) -> (Outcome, OutcomeMention?)? {
    let start = count.tokens.lowerBound
    if let toll = toll(of: count, in: event) { return toll }
    if let own = ownOutcome(of: count, in: event) {
      if own == .freed {
        let isFreed = event.outcomes.contains {
          parts.outcomes[$0].outcome == .freed && !parts.outcomes[$0].form.isPerson
        }
        return isFreed ? (.freed, nil) : nil
      }
      // "أفرجت عن 14 موقوفاً": captives who are let go.
      if own == .detained,
        let hit = lastOutcome(event, where: { !$0.form.isPerson && $0.tokens.upperBound <= start }),
        hit.outcome == .freed
      {
        return (.freed, hit)
      }
      // "سحب 17 جثة", "أربعة أسرى": what they are called says what became of them.
      return (own, firstOutcome(event) { $0.tokens.lowerBound >= start && $0.outcome == own })
    }
    // "تقل 14 مسلحاً … وقتل جميع العناصر": all of those counted before.
    if let all = allOf(count, event) { return (all.outcome, all) }
    let before = lastOutcome(event) {
      $0.countsPeople && $0.tokens.upperBound <= start && !isAim($0)
    }
    let after = firstOutcome(event) {
      $0.countsPeople && $0.tokens.lowerBound >= count.tokens.upperBound
    }
    // "وسبعة أصيبوا": the verb right behind its subject.
    if let after, let before, after.tokens.lowerBound == count.tokens.upperBound,
      after.form == .verb, before.form == .verb, count.clitics.contains(.waw),
      !clitics(at: after.tokens.lowerBound).contains(.waw), after.outcome != .survived
    {
      return outcome(after, count, event)
    }
    let reachesOn =
      after.map {
        $0.form == .verb && $0.tokens.lowerBound - count.tokens.upperBound <= 5
          && !clitics(at: $0.tokens.lowerBound).contains(.waw)
          && !hasPunctuation(count.tokens.upperBound..<$0.tokens.lowerBound)
      } ?? false
    let gap = before.map { count.tokens.lowerBound - $0.tokens.upperBound }
    if reachesOn, let after, gap == nil || gap! > 4 || !reachesBack(count, before!, event) {
      return outcome(after, count, event)
    }
    guard let before, let gap, reachesBack(count, before, event) else {
      return listedWith(count, event)
    }
    // A number without a word for people must stand right behind the outcome.
    if count.trade == nil, gap > 4, !joinedNumber(count, before) { return nil }
    return outcome(before, count, event)
  }

  /// What a word of harm says of a count; nil for those who survived, and for what is no person.
  private func outcome(
    _ hit: OutcomeMention, _ count: CountMention, _ event: Event
  ) -> (Outcome, OutcomeMention?)? {
    let gap =
      hit.tokens.lowerBound >= count.tokens.upperBound
      ? hit.tokens.lowerBound - count.tokens.upperBound
      : count.tokens.lowerBound - hit.tokens.upperBound
    if count.isOfUnknown, gap > 2 { return nil }
    switch hit.outcome {
    case .survived: return nil
    case .fell:
      // "سقط ثلاثة مدنيين", "سقط ستة", but not "سقطت ثلاث قذائف".
      if count.isOfUnknown || count.clitics.contains(.beh) { return nil }
      // "سقط ثمانية من المسلحين وثلاثة من الأمن": the same word goes on.
      if count.clitics.contains(.waw), gap <= 7 { return (.killed, hit) }
      guard
        (hit.tokens.upperBound..<max(hit.tokens.upperBound, count.tokens.lowerBound))
          .allSatisfy({ isSubjectOrPlace($0) })
      else { return nil }
      return gap <= 1 || count.trade != nil && gap <= 7 ? (.killed, hit) : nil
    default: return (hit.outcome, hit)
    }
  }

  /// Who lost, and where; but not "فقدان الاتصال بعدد من العناصر".
  private func isSubjectOrPlace(_ i: Int) -> Bool {
    tokens.list[i].kind != .word || isInActor(i) || isInDate(i) || isInPlace(i)
      || lexeme(.spatial, at: i) != nil || lexeme(.triggers, at: i) != nil
      || lexeme(.trades, at: i) != nil || lexeme(.parties, at: i) != nil
  }

  /// What the counted people are called: "11 قتيلاً"; but of "سبعة من المصابين" the verb tells.
  private func ownOutcome(of count: CountMention, in event: Event) -> Outcome? {
    guard let own = count.outcome else { return nil }
    guard count.isOutOf else { return own }
    let verb = lastOutcome(event) {
      $0.countsPeople && $0.form == .verb && $0.outcome != own && $0.outcome != .fell
        && $0.tokens.upperBound <= count.tokens.lowerBound
        && count.tokens.lowerBound - $0.tokens.upperBound <= 2
    }
    return verb?.outcome ?? own
  }

  /// "بلغت حصيلة القصف 12", "عدد القتلى وصل إلى 27", "ارتفع إلى 12 عدد القتلى".
  private func toll(of count: CountMention, in event: Event) -> (Outcome, OutcomeMention?)? {
    guard !count.isBare, count.outcome == nil else { return nil }
    let (start, end) = (count.tokens.lowerBound, count.tokens.upperBound)
    let near = firstOutcome(event) {
      guard $0.outcome == .toll || $0.outcome == .woundedToll else { return false }
      let hit = $0.tokens
      return hit.upperBound <= start && start - hit.upperBound <= 12
        && !isOtherHarm(between: hit.upperBound..<start, event)
        || hit.lowerBound >= end && hit.lowerBound - end <= 1
    }
    guard let near else { return nil }
    return (near.outcome == .toll ? .killed : .wounded, near)
  }

  private func isOtherHarm(between range: Range<Int>, _ event: Event) -> Bool {
    event.outcomes.contains {
      let hit = parts.outcomes[$0]
      return hit.countsPeople && hit.outcome != .fell && range.contains(hit.tokens.lowerBound)
    }
  }

  /// "ارتفعت الحصيلة إلى 12 قتيلاً": a figure in the stead of those given before.
  private func isRaised(_ count: CountMention, _ event: Event) -> Bool {
    guard !count.isBare, !count.isVague, has(.toll, in: event.outcomes) else { return false }
    let start = count.tokens.lowerBound
    return (max(event.tokens.lowerBound, start - 14)..<start).contains {
      sign(.rising, at: $0) != nil
    }
  }

  /// "بلغ عدد القتلى في المنطقة منذ حزيران 61": of many months, and not of this day.
  private func isRunning(_ count: CountMention, _ event: Event) -> Bool {
    let range = event.tokens.lowerBound..<count.tokens.upperBound + 6
    guard
      let since = range.first(where: {
        $0 < event.tokens.upperBound && has(.calendar, CalendarWord.since.rawValue, at: $0)
      })
    else { return false }
    return dates(in: since..<min(since + 5, event.tokens.upperBound)).contains {
      dates[$0].expression.isCalendar || dates[$0].expression.isCoarse
    }
  }

  /// "إصابة قديمة أدت إلى بتر قدمه": what befell somebody long before.
  private func isOldInjury(_ count: CountMention) -> Bool {
    guard count.outcome == .wounded else { return false }
    let start = count.tokens.lowerBound
    return (max(0, start - 6)..<start).contains {
      lexeme(.outcomes, at: $0)?.lexeme?.form == .drop
    }
  }

  /// "العثور على جثتي راعيين": found dead, and killed who knows when.
  private func isFoundBody(_ count: CountMention) -> Bool {
    guard count.outcome == .killed else { return false }
    let start = count.tokens.lowerBound
    return (max(0, start - 4)..<start).contains {
      has(.triggers, Trigger.seizure.rawValue, at: $0)
        || has(.triggers, Trigger.cache.rawValue, at: $0)
    }
  }

  /// "ثلاثة وعشرين قتيلاً من المهاجمين وأكثر من أربعين من عناصر التنظيم": و goes on, and so does
  /// مع: "مقتله مع أحد مرافقيه".
  private func listedWith(_ count: CountMention, _ event: Event) -> (Outcome, OutcomeMention?)? {
    let isJoined =
      count.clitics.contains(.waw)
      || has(.parties, PartySign.opponent.rawValue, at: count.tokens.lowerBound - 1)
    guard isJoined, !count.isBare,
      let previous = counts(in: event.tokens).last(where: {
        counts[$0].tokens.upperBound <= count.tokens.lowerBound
      }).map({ counts[$0] }), let outcome = previous.outcome,
      count.tokens.lowerBound - previous.tokens.upperBound <= 6,
      !hasPunctuation(previous.tokens.upperBound..<count.tokens.lowerBound)
    else { return nil }
    return (outcome, nil)
  }

  /// "13 شخصاً وفق الوزارة، و17 بحسب مرصد": each figure has its own source.
  private func isAttributed(_ gap: Range<Int>, _ count: CountMention) -> Bool {
    func attributes(_ range: Range<Int>) -> Bool {
      range.contains { has(.speech, Speech.according.rawValue, at: $0) }
    }
    let end = count.tokens.upperBound
    return gap.count < 20 && attributes(gap) && attributes(end..<min(end + 4, tokens.list.count))
  }

  /// Whether an outcome reaches on to a count behind it: in its clause, or in the next one when
  /// that says nothing else.
  private func reachesBack(_ count: CountMention, _ hit: OutcomeMention, _ event: Event) -> Bool {
    let gap = count.tokens.lowerBound - hit.tokens.upperBound
    guard let c = clause(at: count.tokens.lowerBound, in: event),
      let h = clause(at: hit.tokens.lowerBound, in: event)
    else { return gap <= 8 }
    if c == h { return gap <= 14 }
    let clause = parts.list[c]
    return c == h + 1 && gap <= 10 && clause.triggers.isEmpty
      && !clause.outcomes.contains {
        parts.outcomes[$0].tokens.lowerBound < count.tokens.lowerBound
      }
      && sign(.clause, at: clause.tokens.lowerBound) == nil
  }

  /// The index of the event's clause that a token stands in.
  private func clause(at token: Int, in event: Event) -> Int? {
    event.clauses.first { parts.list[$0].tokens.contains(token) }
  }

  private func firstOutcome(
    _ event: Event, where test: (OutcomeMention) -> Bool
  ) -> OutcomeMention? {
    event.outcomes.first { test(parts.outcomes[$0]) }.map { parts.outcomes[$0] }
  }

  private func lastOutcome(
    _ event: Event, where test: (OutcomeMention) -> Bool
  ) -> OutcomeMention? {
    event.outcomes.last { test(parts.outcomes[$0]) }.map { parts.outcomes[$0] }
  }

  /// "قُتل جميع من فيها": the verb whose "all" a count before or behind it stands for.
  private func allOf(_ count: CountMention, _ event: Event) -> OutcomeMention? {
    guard matches.present.has(.quantities) else { return nil }
    return firstOutcome(event) { hit in
      let next = hit.tokens.upperBound
      guard hit.countsPeople, next < event.tokens.upperBound,
        has(.quantities, Quantity.all.rawValue, at: next)
      else { return false }
      let distance =
        hit.tokens.lowerBound > count.tokens.upperBound
        ? hit.tokens.lowerBound - count.tokens.upperBound : count.tokens.lowerBound - next
      return distance <= 6 && !count.isBareSingular && count.max != nil
    }
  }

  /// "مقتل ثمانية من عناصر قسد واثنين من المهاجمين": و goes on with the same word.
  private func joinedNumber(_ count: CountMention, _ before: OutcomeMention) -> Bool {
    count.clitics.contains(.waw) && count.tokens.lowerBound - before.tokens.upperBound <= 10
      || count.tokens.lowerBound - before.tokens.upperBound <= 7
  }

  private func joined(_ c: Int) -> Bool { counts[c].clitics.contains(.waw) }

  private func isAdjacent(_ count: CountMention, _ hit: OutcomeMention, isLoose: Bool) -> Bool {
    let between =
      min(
        count.tokens.upperBound, hit.tokens.upperBound)..<max(
        count.tokens.lowerBound, hit.tokens.lowerBound)
    // "أوقفت الشرطة، اليوم الأربعاء، شخصين": a date between commas parts nothing.
    let words =
      isLoose
      ? between.count { tokens.list[$0].kind == .word && !isInDate($0) } : between.count
    return words <= (isLoose ? 3 : 1) || count.clitics.contains(.waw)
  }

  private func hasPunctuation(_ range: Range<Int>) -> Bool {
    range.contains { tokens.list[$0].kind == .punctuation && tokens.list[$0].mark != .quote }
  }

  /// "فيما قال", "بينما", "في حين": another source speaks.
  private func isRivalSign(_ i: Int) -> Bool {
    guard sign(.clause, at: i) != nil else { return false }
    return (i..<min(i + 6, tokens.list.count)).contains {
      lexeme(.speech, at: $0) != nil || lexeme(.quantities, at: $0) != nil
    }
  }

  private func isNegated(_ count: CountMention, _ hit: OutcomeMention?) -> Bool {
    let start = min(count.tokens.lowerBound, hit?.tokens.lowerBound ?? .max)
    // "لم تسفر العملية عن سقوط قتلى": the verb's own words stand between.
    let reach = count.isBare && count.outcome != nil ? 8 : 3
    for i in (max(0, start - reach)..<start).reversed() {
      if sign(.negation, at: i) != nil { return true }
      if hasPunctuation(i..<i + 1) { return false }
    }
    return false
  }

  /// Who was counted; "شخص" says nothing of the group.
  private func group(of count: CountMention) -> Trade.Group? {
    count.trade.flatMap { $0.group == .person ? nil : $0.group }
  }
}

extension OutcomeMention {
  /// Whether a count of people may belong to the word: a verb or a noun of harm, no noun for a
  /// person.
  var countsPeople: Bool {
    guard !form.isPerson, form != .drop else { return false }
    switch outcome {
    case .killed, .wounded, .detained, .freed, .survived, .fell: return true
    case .noHarm, .noDetention, .unknownHarm, .toll, .woundedToll, .loss: return false
    }
  }
}
