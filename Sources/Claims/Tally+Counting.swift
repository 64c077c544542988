import ArabicText
import Lexicon
import Mentions

extension ReportReading {
  /// Counts the people of an event into a tally.
  ///
  /// - Parameters:
  ///   - isFurther: whether the event goes on with what a sentence before told.
  ///   - anchors: the places of the claim, as far as they are known: those harmed elsewhere are not counted.
  func count(
    _ event: Event, into tally: inout Tally, source: Int, isFurther: Bool, anchors: [Int] = []
  ) {
    let range = event.tokens
    let asides = asides(of: event, isFurther: isFurther)
    tally.nobody.formUnion(harmlessness(of: event))
    var served: [Int] = []
    var source = source
    var lastPosition = range.lowerBound
    var previous: Counted?
    // "ستة منهم مدنيون واثنان عسكريان": how many are left of those told.
    var rest: (outcome: Outcome, count: Int)?
    for c in event.signs.counts {
      let count = counts[c]
      guard !count.isOfThings || count.isOfUnknown, !count.isRepeated,
        !count.isSubset || isOfTheTold(count)
      else { continue }
      // "الجرحى", "القتلى": people told of before.
      if count.isBare, count.isDefinite, !isTold(count, besides: previous, tally, event) {
        continue
      }
      if isPointingBack(count, tally, event) || isPartOfNamed(count, behind: previous) { continue }
      guard
        let (outcome, hit) = outcome(of: count, in: event)
          ?? previous.flatMap({ isListed(count, behind: $0) ? ($0.outcome, nil) : nil })
          ?? harmBeside(count, event).map({ ($0.outcome, $0) })
          ?? previous.flatMap({ isRival(count, of: $0) ? ($0.outcome, nil) : nil })
          ?? outcomeBefore(count, event)
      else { continue }
      if isNegated(count, hit) || isRunning(count, event, isFurther: isFurther)
        || isFoundBody(count, event, isFurther)
        || isTakenAway(count, tally, event) || isOfOtherAct(count, event) || isOldInjury(count)
        || isPredicate(count, of: previous, event) || isState(count)
        || hit.map({ isOfOther($0, event, isFurther: isFurther) || isAgent(c, of: $0) }) == true
        || asides.contains(where: {
          $0.contains(hit?.tokens.lowerBound ?? count.tokens.lowerBound)
        })
      {
        continue
      }
      if isOfTold(count, outcome, hit, tally, event) { continue }
      if isElsewhere(count, from: anchors, event) { continue }
      if let rest, rest.outcome == outcome, rest.count == count.min, isJoined(count) { continue }
      rest = restOfThose(count, outcome, tally, event)
      if rest != nil { continue }
      if count.isOfThose,
        tally.entries.contains(where: { $0.outcome == outcome && $0.sentence == event.sentence })
      {
        continue
      }
      // A rival figure in the same sentence: "فيما تحدث مرصد عن 34".
      let gap = lastPosition..<count.tokens.lowerBound
      if gap.contains(where: { isRivalSign($0) }) || isAttributed(gap, count)
        || isTollOfOther(gap, hit),
        tally.entries.contains(where: { $0.outcome == outcome && $0.sentence == event.sentence })
      {
        source += 1
      }
      lastPosition = count.tokens.upperBound
      if count.isBare, count.outcome == nil, let hit,
        !isSubject(count, of: hit, event),
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
            && served.contains(hit!.tokens.lowerBound) && $0.min >= 1 && !isJoined(count)
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
      if let hit, !isJoined(count.tokens.lowerBound, isBare: count.isBare, to: hit, in: event) {
        served.append(hit.tokens.lowerBound)
      }
      let isMore = hit.map { isExceeded($0) } ?? false
      let raises = isRaised(count, event)
      let isOfEach = outcome == .freed && isOfEachSide(count, event)
      // "أُفرج عن 30، ونال كل طرف 15 محتجزاً": the sum was told.
      if isOfEach, tally.entries.contains(where: { $0.outcome == .freed }) { continue }
      let (low, high) =
        isOfEach
        ? (2 * count.min, count.max.map { 2 * $0 })
        // "ارتفع من ثلاثة إلى خمسة"
        : (raises ? count.max ?? count.min : count.min, count.max)
      tally.entries.append(
        Tally.Entry(
          outcome: outcome, min: isMore ? low + 1 : low,
          max: isMore ? nil : high, group: group(of: count),
          sentence: event.sentence, source: source, position: count.tokens.lowerBound,
          isBare: count.isBare, isVague: count.isVague, isTotal: count.isTotal,
          isRaised: raises,
          isListed: previous.map { isListed(count, behind: $0) }
            ?? hit.map { isJoined(count.tokens.lowerBound, isBare: true, to: $0, in: event) }
            ?? false,
          isMore: count.isOfOthers && !tally.entries.contains { $0.sentence == event.sentence }
            || isDeathOfWounds(outcome, count, tally, event)
            || isOfAttackers(count, hit, tally, event),
          isOfWounds: outcome == .killed && isOfWounds(event, near: count.tokens),
          isOfSource: event.signs.sentenceWords.has(.speech),
          isToll: hit.map { $0.outcome.isToll } ?? false))
      if let previous, previous.isTwoOrSeveral, count.max == count.min, hit != nil,
        hit!.tokens.lowerBound == previous.end
      {
        tally.settleTwo(before: tally.entries.count - 1)
      }
      previous = Counted(
        outcome: outcome, hit: hit, end: end(of: c),
        isTwoOrSeveral: count.isBare && count.trade?.number == .twoOrSeveral && count.max == nil)
      if count.rank > 0 { tally.settle(count.rank - 1, before: tally.entries.count - 1) }
    }
    nameVictims(event, served, &tally, source, isFurther: isFurther, asides)
  }

  /// "قُتل مدنيان بقصف على بلدة X، وثلاثة بغارة على مدينة Y": the verb stands with the act before.
  private func outcomeBefore(
    _ count: CountMention, _ event: Event
  ) -> (Outcome, OutcomeMention?)? {
    guard event.outcomes.isEmpty, event.outcomes.lowerBound > 0,
      !count.isBare || isOneMoreOfThose(count, event),
      !count.isOfThings, count.clitics.contains(.waw),
      count.tokens.lowerBound - event.tokens.lowerBound <= 1
    else { return nil }
    let last = parts.outcomes[event.outcomes.lowerBound - 1]
    guard last.countsPeople, last.tokens.lowerBound >= sentences[event.sentence].tokens.lowerBound
    else { return nil }
    return last.outcome == .fell ? nil : (last.outcome, nil)
  }

  /// "قُتل شاب بقصف على البلدة X، وآخر في قرية Y": one more like the one whom the act before harmed.
  private func isOneMoreOfThose(_ count: CountMention, _ event: Event) -> Bool {
    guard isElliptic(event), count.max == 1,
      has(.spatial, Spatial.in.rawValue, at: count.tokens.upperBound)
    else { return false }
    let before = sentences[event.sentence].tokens.lowerBound..<event.tokens.lowerBound
    return counts(in: before).last { counts[$0].trade != nil }.map { counts[$0].isBareSingular }
      ?? false
  }

  /// "القتلى الأربعة", "اثنان من القتلى": those of whom a number was told.
  private func isOfTold(
    _ count: CountMention, _ outcome: Outcome, _ hit: OutcomeMention?, _ tally: Tally,
    _ event: Event
  ) -> Bool {
    guard !count.isBare, count.outcome == outcome else { return false }
    if count.isDefinite {
      return tally.range(outcome) != nil || tally.range(.detained) != nil
    }
    // "عمليات جراحية لثلاثة مصابين"
    return
      (count.clitics.contains(.lam)
      || count.isOutOf && isDefiniteWord(count.tokens.upperBound - 1))
      && tally.entries.contains {
        $0.outcome == outcome && $0.min >= count.min && !$0.isOne && !$0.isUndivided
      }
  }

  /// "قُتل ثمانية أشخاص، ثلاثة منهم جنود": some of those told right before, and how many are left.
  private func restOfThose(
    _ count: CountMention, _ outcome: Outcome, _ tally: Tally, _ event: Event
  ) -> (outcome: Outcome, count: Int)? {
    let end = count.tokens.upperBound
    guard !count.isBare, !isJoined(count), end < event.tokens.upperBound,
      has(.quantities, Quantity.ofThem.rawValue, at: end),
      let whole = tally.entries.last, whole.outcome == outcome, whole.sentence == event.sentence,
      whole.min > count.min
    else { return nil }
    return (outcome, whole.min - count.min)
  }

  /// "وقتل منهم 26 شخصاً": part of those who were there, and all who were killed.
  private func isOfTheTold(_ count: CountMention) -> Bool {
    let start = count.tokens.lowerBound
    guard
      let subset = [start, start + 1].compactMap({ lexeme(.quantities, before: $0) }).first(
        where: {
          [Quantity.subset, .ofThem].map(\.rawValue).contains($0.lexeme?.value)
        }),
      let hit = lexeme(.outcomes, before: Int(subset.start))
    else { return false }
    // "قتل" is spelled as the noun as well.
    return matches.at(Int(hit.start)).contains {
      matches[$0].lexeme.map { $0.category == .outcomes && $0.form == .verb } ?? false
    }
  }

  /// "مقتل وإصابة 20", "قُتل وأصيب 20": one count for two words of harm.
  private func isUndivided(_ hit: OutcomeMention, _ event: Event) -> Bool {
    guard hit.outcome == .wounded || hit.outcome == .killed, !hit.form.isPerson,
      clitics(at: hit.tokens.lowerBound).contains(.waw)
    else { return false }
    return event.outcomes.contains {
      let other = parts.outcomes[$0]
      // "ثلاثة أطفال قضوا وأصيب 14", "كان طفل قد فقد حياته وأصيب 5": the first has a count of its own
      // before it.
      let isCounted = event.signs.counts.contains {
        let end = counts[$0].tokens.upperBound
        return end == other.tokens.lowerBound
          || other.form == .verb && end < other.tokens.lowerBound
            && (end..<other.tokens.lowerBound).allSatisfy {
              isInActor($0) || tokens.list[$0].mark == .quote || sign(.already, at: $0) != nil
                || has(.spatial, Spatial.from.rawValue, at: $0)
            }
      }
      return other.tokens.upperBound == hit.tokens.lowerBound && !other.form.isPerson && !isCounted
        && other.outcome != hit.outcome && (other.outcome == .killed || other.outcome == .wounded)
    }
  }

  /// "ارتفعت الحصيلة إلى 12 قتيلاً": a figure in the stead of those given before.
  private func isRaised(_ count: CountMention, _ event: Event) -> Bool {
    let start = count.tokens.lowerBound
    // "العدد ارتفع إلى خمسة قتلى"
    let isToll =
      has(.toll, in: event.outcomes)
      || count.outcome != nil && has(.spatial, Spatial.toward.rawValue, at: start - 1)
    guard !count.isBare, !count.isVague else { return false }
    let rising = (max(event.tokens.lowerBound, start - 14)..<start).last {
      sign(.rising, at: $0) != nil
    }
    // "وفارق أحد الجرحى الحياة ليبلغ العدد خمسة"
    let isResult = rising.map { tokens.letter(0, of: tokens.list[$0]) == .lam } ?? false
    guard isToll || isResult && count.trade == nil else { return false }
    // "ارتفع العدد إلى خمسة بعد وفاة اثنين": the two are in it.
    return rising.map { !isOtherHarm(between: $0..<start, event) } ?? false
  }

  /// "إصابة قديمة أدت إلى بتر قدمه": what befell somebody long before.
  private func isOldInjury(_ count: CountMention) -> Bool {
    guard count.outcome == .wounded else { return false }
    let start = count.tokens.lowerBound
    return (max(0, start - 6)..<start).contains {
      lexeme(.outcomes, at: $0)?.lexeme.map {
        $0.form == .drop && $0.value == Outcome.wounded.rawValue
      } ?? false
    }
  }

  /// "وقُتل من المسلحين ثلاثة": besides those of the other side, whom a sentence before told.
  private func isOfAttackers(
    _ count: CountMention, _ hit: OutcomeMention?, _ tally: Tally, _ event: Event
  ) -> Bool {
    guard let hit, count.trade == nil, !count.isBare,
      let trade = lexeme(.trades, before: count.tokens.lowerBound),
      let group = trade.lexeme.map({ Trade(value: $0.value).group }), group == .militant,
      isDefiniteWord(Int(trade.start)), Int(trade.start) - hit.tokens.upperBound == 1
    else { return false }
    let told = tally.entries.filter { $0.outcome == hit.outcome && $0.sentence != event.sentence }
    return !told.isEmpty
      && told.allSatisfy { $0.group == .soldier || $0.group == .police || $0.group == .civilian }
  }

  /// "كما قضى طفل متأثراً بإصابته", "وفارق أحد الجرحى الحياة": more than those whom a sentence before told.
  private func isDeathOfWounds(
    _ outcome: Outcome, _ count: CountMention, _ tally: Tally, _ event: Event
  ) -> Bool {
    outcome == .killed && count.max == count.min && isOfWounds(event, near: count.tokens)
      && tally.hasMore(than: count.min, before: event.sentence)
  }

  /// "وفارق أحدهم الحياة متأثراً بجراحه": the same of somebody who is not counted.
  func isDeathOfWounds(
    _ hit: OutcomeMention, _ count: Int, _ tally: Tally, _ event: Event
  ) -> Bool {
    hit.outcome == .killed && isOfWounds(event, near: hit.tokens)
      && tally.hasMore(than: count, before: event.sentence)
  }

  /// "متأثراً بجراحه", "أحد المصابين": who dies of what was done to him before.
  func isOfWounds(_ event: Event, near count: Range<Int>) -> Bool {
    let range =
      max(
        event.tokens.lowerBound, count.lowerBound - 4)..<min(
        count.upperBound + 8, event.tokens.upperBound)
    return range.contains { i in
      isOfWounds(at: i)
        || count.contains(i)
          && lexeme(.outcomes, at: i)?.lexeme.map {
            $0.value == Outcome.wounded.rawValue && $0.form.isPerson
          } ?? false
    }
  }

  /// "متأثراً": the word by which he is said to die of his wounds.
  func isOfWounds(at i: Int) -> Bool {
    lexeme(.outcomes, at: i)?.lexeme.map {
      $0.form == .drop && $0.value == Outcome.killed.rawValue
    } ?? false
  }

  /// "العثور على جثتي راعيين": found dead, and killed who knows when.
  private func isFoundBody(_ count: CountMention, _ event: Event, _ isFurther: Bool) -> Bool {
    // "جثة عنصر فُقد قبل أيام": whose it is.
    let body = count.tokens.lowerBound - 1
    guard count.outcome == .killed || count.isBareSingular && sign(.body, at: body) != nil else {
      return false
    }
    // "وأفاد بالعثور على جثتين وإصابة عشرة": found with the wounded of what was told.
    if isFurther, has(.wounded, in: event.outcomes) { return false }
    // "عُثر على 40 قتيلاً …، وقال ناشطون إنهم أُعدموا": who killed them is told.
    let isTold = event.outcomes.contains {
      let hit = parts.outcomes[$0]
      return hit.outcome == .killed && hit.form == .verb && endsAsPlural(hit.tokens.lowerBound)
        && hit.tokens.lowerBound >= count.tokens.upperBound
    }
    if isTold { return false }
    let start = count.tokens.lowerBound
    return (max(0, start - 6)..<start).contains {
      has(.triggers, Trigger.seizure.rawValue, at: $0)
        || has(.triggers, Trigger.cache.rawValue, at: $0)
    }
  }

  /// "أوقعت تسعة قتلى، وسحب المنفذون ثلاث جثث": some of those who were told to be killed.
  private func isTakenAway(_ count: CountMention, _ tally: Tally, _ event: Event) -> Bool {
    guard count.outcome == .killed,
      count.tokens.contains(where: { sign(.body, at: $0) != nil })
    else { return false }
    if isExchange(event) { return true }
    return tally.entries.contains { $0.outcome == .killed && $0.min >= count.min }
  }

  /// "48 شخصاً كما يقول المرصد، و33 بحسب الوكالة": the same people, counted by somebody else.
  private func isRival(_ count: CountMention, of previous: Counted) -> Bool {
    !count.isBare && count.clitics.contains(.waw) && count.trade == nil
      && isAttributed(previous.end..<count.tokens.lowerBound, count)
  }

  /// "13 شخصاً وفق الوزارة، و17 بحسب مرصد": each figure has its own source.
  private func isAttributed(_ gap: Range<Int>, _ count: CountMention) -> Bool {
    func attributes(_ range: Range<Int>, _ signs: [Speech]) -> Bool {
      range.contains { i in signs.contains { has(.speech, $0.rawValue, at: i) } }
    }
    let end = count.tokens.upperBound
    // "46 شهيداً في رواية رسمية و57 في أخرى"
    let isOfAnother =
      end + 1 < tokens.list.count && saysIn(at: end)
      && has(.quantities, Quantity.another.rawValue, at: end + 1)
    return gap.count < 20 && attributes(gap, [.according, .say])
      && (isOfAnother || attributes(end..<min(end + 4, tokens.list.count), [.according]))
  }

  /// "13 شخصاً، وقالت مصادر أخرى إن القتلى 14", "28 قتلوا، ورفعت مصادر العدد إلى 37": all of them, as somebody
  /// else counts them.
  private func isTollOfOther(_ gap: Range<Int>, _ hit: OutcomeMention?) -> Bool {
    let isToll = hit?.outcome.isToll == true
    if let raises = gap.first(where: { sign(.raises, at: $0) != nil }) {
      return isToll
        || gap.contains { $0 > raises && has(.quantities, Quantity.label.rawValue, at: $0) }
    }
    guard isToll || hit?.form.isPerson == true && isDefiniteWord(hit!.tokens.lowerBound) else {
      return false
    }
    return gap.contains { lexeme(.speech, at: $0) != nil && clitics(at: $0).contains(.waw) }
  }

  private func isAdjacent(_ count: CountMention, _ hit: OutcomeMention, isLoose: Bool) -> Bool {
    let between =
      min(
        count.tokens.upperBound, hit.tokens.upperBound)..<max(
        count.tokens.lowerBound, hit.tokens.lowerBound)
    // "أوقفت الشرطة، اليوم الأربعاء، شخصين": a date between commas parts nothing.
    // "أفرجت قوات الاحتلال مساء الأحد عن شاب"
    let isObject =
      hit.outcome == .freed && count.tokens.lowerBound > hit.tokens.upperBound
      && between.count <= 10 && isOff(count.tokens.lowerBound - 1)
    if isObject { return true }
    let words =
      isLoose
      ? between.count { tokens.list[$0].kind == .word && !isInDate($0) && !isInActor($0) }
      : between.count
    return words <= (isLoose ? 3 : 1) || isJoined(count)
  }

  /// "عن": of whom a verb of freeing tells.
  func isOff(_ i: Int) -> Bool {
    let token = tokens.list[i]
    return token.lettersCount == 2 && has(.parties, PartySign.beside.rawValue, at: i)
      && tokens.letter(0, of: token) != .meem && tokens.letter(1, of: token) == .noon
  }

  /// "أصيبت اليوم بقصف على البلدة امرأة": when, where and by what stand between.
  private func isSubject(_ count: CountMention, of hit: OutcomeMention, _ event: Event) -> Bool {
    let between = hit.tokens.upperBound..<max(hit.tokens.upperBound, count.tokens.lowerBound)
    return hit.form == .verb && (1...12).contains(between.count)
      && endsAgent(between.upperBound - 1)
      && between.allSatisfy { isPassed($0, event) }
  }

  /// "اعترافات أدلى بها موقوفون": captives of whom nobody says when they were taken; "لمبادلتهم بمعتقل";
  /// "انتقاماً لشهداء الرقة".
  private func isState(_ count: CountMention) -> Bool {
    guard count.isBare, !isJoined(count) else { return false }
    switch count.outcome {
    case .detained: return count.max == nil || count.clitics.contains(.beh)
    case .killed:
      return count.max == nil && count.clitics.contains(.lam)
        && sign(.goesOn, at: count.tokens.lowerBound - 1) == nil
    default: return false
    }
  }

  /// "البلدات الثلاث": a number of what was told before; but not "توقيف الأربعة الباقين".
  private func isPointingBack(_ count: CountMention, _ tally: Tally, _ event: Event) -> Bool {
    let start = count.tokens.lowerBound
    guard count.trade == nil, count.outcome == nil, !count.isVague,
      tokens.hasArticle(tokens.list[start])
    else { return false }
    return !event.outcomes.contains {
      let hit = parts.outcomes[$0]
      return hit.countsPeople && hit.tokens.upperBound == start
        && tally.range(hit.outcome) == nil
    }
  }

  /// "شباناً منهم محمد وابنه": the son belongs to the part.
  private func isPartOfNamed(_ count: CountMention, behind previous: Counted?) -> Bool {
    guard count.isBareSingular, let previous, isJoined(count) else { return false }
    let between = previous.end..<max(previous.end, count.tokens.lowerBound)
    return between.count <= 8
      && between.contains { i in
        [Quantity.subset, .ofThem].contains { has(.quantities, $0.rawValue, at: i) }
      }
      && matches.next(.outcomes, in: between) == nil
  }

  /// "تجاوز عدد القتلى 150".
  private func isExceeded(_ toll: OutcomeMention) -> Bool {
    toll.outcome == .toll
      && lexeme(.quantities, before: toll.tokens.lowerBound)?.lexeme?.value
        == Quantity.moreThan.rawValue
  }

  /// "اعتقل جنود راعي أغنام": those behind an active verb who did it to the next.
  private func isAgent(_ c: Int, of hit: OutcomeMention) -> Bool {
    let (count, next) = (counts[c], c + 1 < counts.count ? counts[c + 1] : counts[c])
    guard count.isBare, hit.form == .verb, hit.tokens.upperBound == count.tokens.lowerBound,
      count.trade?.group.isArmed == true, next.tokens.lowerBound >= count.tokens.upperBound,
      next.trade != nil, !next.isSubset, !next.isRepeated, !next.isDefinite, !isJoined(next)
    else { return false }
    let between = end(of: c)..<max(end(of: c), next.tokens.lowerBound)
    return between.count <= 2
      && between.allSatisfy {
        tokens.list[$0].kind == .word && clitics(at: $0).isEmpty
          && (isUnknownWord($0) || isInActor($0))
      }
  }

  /// "فيما قال", "بينما", "في حين": another source speaks.
  private func isRivalSign(_ i: Int) -> Bool {
    guard sign(.clause, at: i) != nil else { return false }
    return (i..<min(i + 6, tokens.list.count)).contains {
      lexeme(.speech, at: $0) != nil
        || lexeme(.quantities, at: $0).map { $0.lexeme?.value != Quantity.alongside.rawValue }
          ?? false
    }
  }

  private func isNegated(_ count: CountMention, _ hit: OutcomeMention?) -> Bool {
    let start = min(count.tokens.lowerBound, hit?.tokens.lowerBound ?? .max)
    // "لم تسفر العملية عن سقوط قتلى": the verb's own words stand between.
    let reach = count.isBare && count.outcome != nil ? 8 : 3
    for i in (max(0, start - reach)..<start).reversed() {
      if sign(.negation, at: i) != nil, !isInMeans(i) { return true }
      if hasPunctuation(i..<i + 1) { return false }
    }
    return false
  }

  /// "طائرة بلا طيار": a word of a means, whatever it says elsewhere.
  private func isInMeans(_ i: Int) -> Bool {
    (max(0, i - 3)..<i + 1).contains { start in
      lexeme(.means, at: start).map { $0.end > i } ?? false
    }
  }

  /// Who was counted; "شخص" says nothing of the group.
  private func group(of count: CountMention) -> Trade.Group? {
    count.trade.flatMap { $0.group == .person ? nil : $0.group }
  }
}
