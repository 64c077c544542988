import ArabicText
import Lexicon
import Mentions

/// What became of the people of a count.
extension ReportReading {
  /// The word that a count belongs to: its own, the one before it, or the verb behind it.
  func outcome(
    of count: CountMention, in event: Event
  ) -> (Outcome, OutcomeMention?)? {
    if isExchange(event) { return exchanged(count, event) }
    return harm(of: count, in: event)
  }

  /// What became of the people of a count, where nobody is exchanged.
  func harm(
    of count: CountMention, in event: Event
  ) -> (Outcome, OutcomeMention?)? {
    let start = count.tokens.lowerBound
    // "مدني وهو أب لثلاثة أطفال"
    if count.clitics.contains(.lam), start > event.tokens.lowerBound,
      lexeme(.trades, before: start) != nil
    {
      return nil
    }
    // "30 من مسلحي قسد بين قتيل وجريح"
    if count.isUndivided { return (.killed, nil) }
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
      // "خرج 20 معتقلاً، إذ أُفرج عنهم"
      if own == .detained, let hit = release(behind: count, event) { return (.freed, hit) }
      // "سحب 17 جثة", "أربعة أسرى": what they are called says what became of them.
      return (own, firstOutcome(event) { $0.tokens.lowerBound >= start && $0.outcome == own })
    }
    // "ارتكبوا مجزرة بحق عشرات من سكانها"
    if isMassacred(count, event) { return (.killed, nil) }
    // "حملة اعتقالات …، طالت ستة شبان"
    if let taking = taking(of: count, event) { return (.detained, taking) }
    // "تقل 14 مسلحاً … وقتل جميع العناصر": all of those counted before.
    if let all = allOf(count, event) { return (all.outcome, all) }
    let before = lastOutcome(event) {
      $0.countsPeople && $0.tokens.upperBound <= start && !isAim($0)
    }
    let after = firstOutcome(event) {
      $0.countsPeople && $0.tokens.lowerBound >= count.tokens.upperBound
    }
    // "شاب وخطيبته فقُتلا": the verb itself says how many.
    if let after, before == nil, count.isBareSingular, isDual(after) { return nil }
    // "وسبعة أصيبوا": the verb right behind its subject.
    if let after, let before, after.tokens.lowerBound == count.tokens.upperBound,
      after.form == .verb, before.form == .verb, count.clitics.contains(.waw),
      !clitics(at: after.tokens.lowerBound).contains(.waw), after.outcome != .survived
    {
      return outcome(after, count, event)
    }
    // "أفرجت الشرطة مساء أمس عن شاب كان قد أُوقف"
    if let before, before.outcome == .freed, isOff(start - 1),
      start - before.tokens.upperBound <= 10
    {
      return (.freed, before)
    }
    let end = endOfAside(behind: count.tokens.upperBound, event)
    let reachesOn =
      after.map {
        $0.form == .verb && end <= $0.tokens.lowerBound && $0.tokens.lowerBound - end <= 5
          && !clitics(at: $0.tokens.lowerBound).contains(.waw)
          && !hasPunctuation(end..<$0.tokens.lowerBound)
      } ?? false
    let gap = before.map { count.tokens.lowerBound - $0.tokens.upperBound }
    if reachesOn, let after, gap == nil || gap! > 4 || !reachesBack(count, before!, event) {
      return outcome(after, count, event)
    }
    if let after, before == nil, isSubject(count, of: after, in: event) {
      return outcome(after, count, event)
    }
    guard let before, let gap, reachesBack(count, before, event) else {
      return listedWith(count, event)
    }
    // A number without a word for people must stand right behind the outcome.
    if count.trade == nil, gap > 4, !joinedNumber(count, before) { return nil }
    return outcome(before, count, event)
  }

  /// Whether a count stands behind a massacre, with nothing but a preposition between.
  private func isMassacred(_ count: CountMention, _ event: Event) -> Bool {
    let before = count.tokens.lowerBound - 1
    guard before > event.tokens.lowerBound, tokens.list[before].kind == .word,
      let act = event.triggers.last(where: { parts.triggers[$0].tokens.upperBound <= before }).map({
        parts.triggers[$0]
      }), act.trigger == .massacre, act.form != .verb
    else { return false }
    return before - act.tokens.upperBound <= 1
      && has(.parties, PartySign.against.rawValue, at: before)
  }

  /// The arrests that reach people by a verb right before them: "شملت", "طالت".
  private func taking(of count: CountMention, _ event: Event) -> OutcomeMention? {
    let verb = count.tokens.lowerBound - 1
    guard count.trade != nil, !count.isBareSingular, verb > event.tokens.lowerBound,
      clitics(at: verb).isDisjoint(with: [.waw, .feh])
    else { return nil }
    let act = lexeme(.triggers, at: verb)?.lexeme
    let isHit =
      (act?.value == Trigger.strike.rawValue || act?.value == Trigger.beat.rawValue)
      && act?.form == .verb
    guard isHit || sign(.goesOn, at: verb) != nil else { return nil }
    let harm = event.outcomes.map { parts.outcomes[$0] }.filter {
      $0.tokens.upperBound <= verb && $0.countsPeople
    }
    guard let taking = harm.last, taking.outcome == .detained, taking.form == .noun else {
      return nil
    }
    return taking
  }

  /// "12 مسلحاً من مجموعة كذا، وخمسة من الأهالي، قُتلوا": a verb in the plural has its subject before
  /// it, however many words say who they were.
  private func isSubject(
    _ count: CountMention, of verb: OutcomeMention, in event: Event
  ) -> Bool {
    let between = count.tokens.upperBound..<verb.tokens.lowerBound
    guard verb.form == .verb, between.count <= 16, endsAsPlural(verb.tokens.lowerBound),
      clitics(at: verb.tokens.lowerBound).isDisjoint(with: [.waw, .feh])
    else { return false }
    return !event.triggers.contains {
      // "متهمون بالوقوف خلف تفجيرات"
      between.contains(parts.triggers[$0].tokens.lowerBound) && !parts.triggers[$0].isBlamed
    }
      && !between.contains { tokens.list[$0].mark.endsSentence }
  }

  /// "قُتلوا", "قضوا": the ending of the plural.
  func endsAsPlural(_ verb: Int) -> Bool {
    let token = tokens.list[verb]
    let count = Int(token.lettersCount)
    return count > 3 && tokens.letter(count - 1, of: token) == .alef
      && tokens.letter(count - 2, of: token) == .waw
  }

  /// "عشرون شخصاً، بينهم معلمون، قضوا": where the words end that tell of a part of those counted.
  private func endOfAside(behind end: Int, _ event: Event) -> Int {
    guard end + 1 < event.tokens.upperBound, tokens.list[end].mark == .comma,
      has(.quantities, Quantity.subset.rawValue, at: end + 1)
    else { return end }
    let close = (end + 2..<min(end + 10, event.tokens.upperBound)).first {
      tokens.list[$0].mark == .comma
    }
    return close.map { $0 + 1 } ?? end
  }

  /// What a word of harm says of a count; nil for those who survived, and for what is no person.
  private func outcome(
    _ hit: OutcomeMention, _ count: CountMention, _ event: Event
  ) -> (Outcome, OutcomeMention?)? {
    let gap =
      hit.tokens.lowerBound >= count.tokens.upperBound
      ? hit.tokens.lowerBound - count.tokens.upperBound
      : count.tokens.lowerBound - hit.tokens.upperBound
    if count.isOfUnknown, gap > 2 || isServed(hit, before: count, event) { return nil }
    switch hit.outcome {
    case .survived, .fled: return nil
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

  /// "مقتل راع ونفوق عدد من أغنامه": somebody else stands between.
  private func isServed(_ hit: OutcomeMention, before count: CountMention, _ event: Event) -> Bool {
    event.signs.counts.contains {
      counts[$0].tokens.lowerBound >= hit.tokens.upperBound
        && counts[$0].tokens.upperBound <= count.tokens.lowerBound
    }
  }

  /// Who lost, and where; but not "فقدان الاتصال بعدد من العناصر".
  private func isSubjectOrPlace(_ i: Int) -> Bool {
    tokens.list[i].kind != .word || isInActor(i) || isInDate(i) || isInPlace(i)
      // "سقط فيها"
      || tokens.letter(0, of: tokens.list[i]) == .feh && tokens.list[i].lettersCount <= 5
      || lexeme(.spatial, at: i) != nil || lexeme(.triggers, at: i) != nil
      || lexeme(.trades, at: i) != nil || lexeme(.parties, at: i) != nil
  }

  /// What the counted people are called: "11 قتيلاً"; but of "سبعة من المصابين" the verb tells.
  private func ownOutcome(of count: CountMention, in event: Event) -> Outcome? {
    guard let own = count.outcome else { return nil }
    let start = count.tokens.lowerBound
    // "وفاة مصابين", "أُعدم أسيران": what they were, and what became of them now.
    let isFurther =
      lastOutcome(event) {
        $0.countsPeople && $0.outcome == .killed && own != .killed && $0.tokens.upperBound == start
      } != nil
    if isFurther { return .killed }
    guard count.isOutOf else { return own }
    let told = lastOutcome(event) {
      $0.countsPeople && $0.outcome != own && $0.outcome != .fell
        && $0.tokens.upperBound <= start && start - $0.tokens.upperBound <= 2
    }
    return told?.outcome ?? own
  }

  /// "بلغت حصيلة القصف 12", "عدد القتلى وصل إلى 27", "ارتفع إلى 12 عدد القتلى".
  private func toll(of count: CountMention, in event: Event) -> (Outcome, OutcomeMention?)? {
    guard !count.isBare, count.outcome == nil else { return nil }
    let (start, end) = (count.tokens.lowerBound, count.tokens.upperBound)
    // "وحصيلته قتيل و12 مدنياً أصيبوا", "أصيب 277 في حصيلة غير نهائية": the verb beside it tells.
    let isTold = event.outcomes.contains {
      let hit = parts.outcomes[$0]
      return hit.countsPeople && hit.form == .verb && hit.outcome != .fell
        && (hit.tokens.upperBound == start
          || hit.tokens.lowerBound == end && !clitics(at: end).contains(.waw))
    }
    if isTold { return nil }
    let near = firstOutcome(event) {
      guard $0.outcome.ofToll != nil else { return false }
      let hit = $0.tokens
      return hit.upperBound <= start && start - hit.upperBound <= 12
        && !isOtherHarm(between: hit.upperBound..<start, event)
        || hit.lowerBound >= end && hit.lowerBound - end <= 1
    }
    return near.flatMap { near in near.outcome.ofToll.map { ($0, near) } }
  }

  func isOtherHarm(between range: Range<Int>, _ event: Event) -> Bool {
    event.outcomes.contains {
      let hit = parts.outcomes[$0]
      return hit.countsPeople && hit.outcome != .fell && range.contains(hit.tokens.lowerBound)
    }
  }

  /// "ثلاثة وعشرين قتيلاً من المهاجمين وأكثر من أربعين من عناصر التنظيم": و goes on, and so does
  /// مع: "مقتله مع أحد مرافقيه".
  private func listedWith(_ count: CountMention, _ event: Event) -> (Outcome, OutcomeMention?)? {
    let isJoined =
      count.clitics.contains(.waw)
      || has(.parties, PartySign.opponent.rawValue, at: count.tokens.lowerBound - 1)
    guard isJoined, !count.isBare,
      let previous = event.signs.counts.last(where: {
        counts[$0].tokens.upperBound <= count.tokens.lowerBound
      }).map({ counts[$0] }), let outcome = previous.outcome,
      count.tokens.lowerBound - previous.tokens.upperBound <= 6,
      !hasPunctuation(previous.tokens.upperBound..<count.tokens.lowerBound)
    else { return nil }
    return (outcome, nil)
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
    // "قتلت، في 10 تموز، شخصين": nothing but a day stands between.
    let isNext = c > h && (h + 1..<c).allSatisfy { isOnlyDate(parts.list[$0]) }
    return isNext && gap <= 10
      && clause.triggers.allSatisfy {
        parts.triggers[$0].tokens.lowerBound > count.tokens.upperBound
      }
      && !clause.outcomes.contains {
        parts.outcomes[$0].tokens.lowerBound < count.tokens.lowerBound
      }
      && sign(.clause, at: clause.tokens.lowerBound) == nil
  }

  private func isOnlyDate(_ clause: Clause) -> Bool {
    !clause.dates.isEmpty && clause.triggers.isEmpty && clause.outcomes.isEmpty
      && clause.groups.isEmpty
  }

  /// The index of the event's clause that a token stands in.
  func clause(at token: Int, in event: Event) -> Int? {
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
}

extension OutcomeMention {
  /// Whether a count of people may belong to the word: a verb or a noun of harm, no noun for a
  /// person.
  var countsPeople: Bool {
    guard !form.isPerson, form != .drop else { return false }
    switch outcome {
    case .killed, .wounded, .detained, .freed, .survived, .fled, .fell: return true
    case .noHarm, .noDetention, .unknownHarm, .toll, .woundedToll, .detainedToll, .loss:
      return false
    }
  }
}

extension Outcome {
  /// What became of those whom a toll counts; nil for what is no toll.
  fileprivate var ofToll: Outcome? {
    switch self {
    case .toll: .killed
    case .woundedToll: .wounded
    case .detainedToll: .detained
    default: nil
    }
  }
}
