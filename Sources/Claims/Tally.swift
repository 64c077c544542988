import ArabicText
import Lexicon
import Mentions

/// The people harmed in an operation, as the sentences of one report count them.
struct Tally {
  /// One count as one sentence gives it.
  struct Entry {
    var outcome: Outcome
    var min: Int
    var max: Int?
    var group: Trade.Group?
    var sentence: Int
    /// Number of the source within the report: a new one after "بينما قال".
    var source: Int
    /// Where the count stands.
    var position: Int
    /// A plural without a number: it says no more than a number beside it.
    var isBare = false
  }
  var entries: [Entry] = []
  var isHarmless = false
  var hasNoDetention = false

  /// The range for an outcome: counts of one sentence are added, rival ones bound it.
  func range(_ outcome: Outcome) -> CountRange? {
    guard entries.contains(where: { $0.outcome == outcome }) else { return harmless(outcome) }
    let every = entries.filter { $0.outcome == outcome }
    let all = every.filter { entry in
      !entry.isBare || entry.max != nil
        || !every.contains {
          $0.sentence == entry.sentence && $0.position != entry.position && $0.min > 0
        }
    }
    guard !all.isEmpty else { return harmless(outcome) }
    // One account a sentence and source.
    var accounts: [(min: Int, max: Int?, groups: GroupSet)] = []
    var keys: [Int] = []
    for entry in all {
      let key = entry.sentence * 64 + entry.source
      if let i = keys.firstIndex(of: key) {
        accounts[i].min += entry.min
        accounts[i].max = accounts[i].max.flatMap { a in entry.max.map { a + $0 } }
        accounts[i].groups.formUnion(GroupSet(entry.group))
      } else {
        keys.append(key)
        accounts.append((entry.min, entry.max, GroupSet(entry.group)))
      }
    }
    var result = (accounts[0].min, accounts[0].max)
    var groups = accounts[0].groups
    for account in accounts.dropFirst() {
      if addsUp(groups, account.groups) {
        result.0 += account.min
        result.1 = result.1.flatMap { a in account.max.map { a + $0 } }
      } else {
        // A bare plural says no more than a number that was given.
        if account.min == 2, account.max == nil { continue }
        if result.0 == 2, result.1 == nil {
          result = (account.min, account.max)
          continue
        }
        result.1 = result.1.flatMap { a in account.max.map { Swift.max(a, $0) } }
        result.0 = Swift.min(result.0, account.min)
      }
      groups.formUnion(account.groups)
    }
    return CountRange(result.0, result.1)
  }

  /// What is known of an outcome that was not counted.
  private func harmless(_ outcome: Outcome) -> CountRange? {
    switch outcome {
    case .killed, .wounded: isHarmless ? CountRange(0, 0) : nil
    case .detained: hasNoDetention ? CountRange(0, 0) : nil
    default: nil
    }
  }

  /// Soldiers here and civilians there are different people; the same or unknown groups are rivals.
  private func addsUp(_ a: GroupSet, _ b: GroupSet) -> Bool {
    guard !a.contains(.unknown), !b.contains(.unknown) else { return false }
    return a.isDisjoint(with: b) && (a.isSubset(of: .armed) != b.isSubset(of: .armed))
  }
}

/// The groups of people that were counted, one bit each.
private struct GroupSet: OptionSet {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ group: Trade.Group?) { rawValue = group.map { 2 << UInt32($0.rawValue) } ?? 1 }

  /// People of whom the report does not say what they are.
  static let unknown = GroupSet(nil)
  static let armed: GroupSet = [
    GroupSet(.soldier), GroupSet(.militant), GroupSet(.police), GroupSet(.commander),
  ]
}

extension ReportReading {
  /// Counts the people of an event into a tally.
  func count(_ event: Event, into tally: inout Tally, source: Int) {
    let range = event.tokens
    if has(.noHarm, in: event.outcomes), !isOnlyCivilian(range), !isPartial(range) {
      tally.isHarmless = true
    }
    if has(.noDetention, in: event.outcomes) { tally.hasNoDetention = true }
    var served: [Int] = []
    var source = source
    var lastPosition = range.lowerBound
    for c in counts(in: range) {
      let count = counts[c]
      guard !count.isOfThings, !count.isSubset, !isOld(count) else { continue }
      // "الجرحى", "القتلى": people told of before.
      if count.isBare, count.isDefinite { continue }
      guard let (outcome, hit) = outcome(of: count, in: event) else { continue }
      if isNegated(count, hit) { continue }
      // A rival figure in the same sentence: "فيما تحدث مرصد عن 34".
      if (lastPosition..<count.tokens.lowerBound).contains(where: { isRivalSign($0) })
        || isAttributed(lastPosition..<count.tokens.lowerBound, count),
        tally.entries.contains(where: { $0.outcome == outcome && $0.sentence == event.sentence })
      {
        source += 1
      }
      lastPosition = count.tokens.upperBound
      if count.isBare, count.outcome == nil, let hit,
        !isAdjacent(count, hit, isLoose: hit.form == .verb || count.max == 2)
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
      // "مقتل القيادي فلان ونجليه": those joined to him leave the word to him.
      if let hit, !(count.isBare && count.clitics.contains(.waw)) {
        served.append(hit.tokens.lowerBound)
      }
      tally.entries.append(
        Tally.Entry(
          outcome: outcome, min: count.min, max: count.max, group: group(of: count),
          sentence: event.sentence, source: source, position: count.tokens.lowerBound,
          isBare: count.isBare))
    }
    nameSingleVictims(event, served, &tally, source)
  }

  /// The word that a count belongs to: its own, the one before it, or the verb behind it.
  private func outcome(
    of count: CountMention, in event: Event
  ) -> (Outcome, OutcomeMention?)? {
    let start = count.tokens.lowerBound
    if let own = count.outcome {
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
    let before = lastOutcome(event) { $0.countsPeople && $0.tokens.upperBound <= start }
    let after = firstOutcome(event) {
      $0.countsPeople && $0.tokens.lowerBound >= count.tokens.upperBound
    }
    let reachesOn =
      after.map {
        $0.form == .verb && $0.tokens.lowerBound - count.tokens.upperBound <= 5
          && !clitics(at: $0.tokens.lowerBound).contains(.waw)
          && !hasPunctuation(count.tokens.upperBound..<$0.tokens.lowerBound)
      } ?? false
    let gap = before.map { count.tokens.lowerBound - $0.tokens.upperBound }
    if reachesOn, let after, gap == nil || gap! > 4 || !reachesBack(count, before!, event) {
      return after.outcome == .survived ? nil : (after.outcome, after)
    }
    guard let before, let gap, reachesBack(count, before, event) else {
      return listedWith(count, event)
    }
    // A number without a word for people must stand right behind the outcome.
    if count.trade == nil, gap > 4, !joinedNumber(count, before) { return nil }
    return before.outcome == .survived ? nil : (before.outcome, before)
  }

  /// "ثلاثة وعشرين قتيلاً من المهاجمين وأكثر من أربعين من عناصر التنظيم": و goes on.
  private func listedWith(_ count: CountMention, _ event: Event) -> (Outcome, OutcomeMention?)? {
    guard count.clitics.contains(.waw), !count.isBare,
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

  /// "ولم تقع إصابات في صفوف القوات الأمريكية": of one side only.
  private func isPartial(_ range: Range<Int>) -> Bool {
    guard let i = range.first(where: { has(.outcomes, Outcome.noHarm.rawValue, at: $0) }),
      let match = lexeme(.outcomes, at: i)
    else { return false }
    let end = Int(match.end)
    return (end..<min(end + 3, range.upperBound)).contains { i in
      [PartySign.against, .asset, .seat].contains { has(.parties, $0.rawValue, at: i) }
    }
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

  /// Killed "since the beginning of the year": a running total.
  private func isOld(_ count: CountMention) -> Bool { isInDate(count.tokens.lowerBound) }

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

  private func isOnlyCivilian(_ range: Range<Int>) -> Bool {
    guard let i = range.first(where: { has(.outcomes, Outcome.noHarm.rawValue, at: $0) }) else {
      return false
    }
    let end = Int(lexeme(.outcomes, at: i)!.end)
    return (end..<min(end + 4, range.upperBound)).contains {
      lexeme(.trades, at: $0)?.lexeme.map { Trade(value: $0.value).group } == .civilian
    }
  }

  /// Who was counted; "شخص" says nothing of the group.
  private func group(of count: CountMention) -> Trade.Group? {
    count.trade.flatMap { $0.group == .person ? nil : $0.group }
  }

  /// "مقتل القيادي فلان": one, when the victim is named and not counted.
  private func nameSingleVictims(
    _ event: Event, _ served: [Int], _ tally: inout Tally, _ source: Int
  ) {
    for o in event.outcomes {
      let hit = parts.outcomes[o]
      guard hit.outcome == .killed || hit.outcome == .wounded || hit.outcome == .detained,
        !hit.form.isPerson, !served.contains(hit.tokens.lowerBound)
      else { continue }
      let isCounted = tally.entries.contains {
        $0.outcome == hit.outcome && $0.sentence == event.sentence
      }
      // "مقتل فلان ونجليه": he himself, and those joined to him.
      let joinedOnly = tally.entries.allSatisfy {
        $0.outcome != hit.outcome || $0.sentence != event.sentence
          || $0.isBare && clitics(at: $0.position).contains(.waw)
            && $0.position > hit.tokens.upperBound
      }
      if isCounted, !joinedOnly { continue }
      if (max(0, hit.tokens.lowerBound - 3)..<hit.tokens.lowerBound).contains(where: {
        sign(.negation, at: $0) != nil
      }) {
        continue
      }
      let next = hit.tokens.upperBound
      guard hit.outcome != .wounded || hit.form == .verb else { continue }
      guard next < event.tokens.upperBound, isPerson(at: next, within: event.tokens) else {
        continue
      }
      tally.entries.append(
        Tally.Entry(
          outcome: hit.outcome, min: 1, max: 1, group: nil, sentence: event.sentence,
          source: source,
          position: next))
    }
  }

  /// A title, a trade in the singular, or an unknown word that can be a name.
  private func isPerson(at i: Int, within range: Range<Int>) -> Bool {
    var j = i
    // "قُتل فيه", "قُتل خلالها"
    while j < range.upperBound, j < i + 2, tokens.list[j].kind == .word,
      clitics(at: j).contains(.pronoun)
    { j += 1 }
    guard j < range.upperBound, tokens.list[j].kind == .word, !isInDate(j), !isInPlace(j) else {
      return false
    }
    if let trade = lexeme(.trades, at: j)?.lexeme {
      return Trade(value: trade.value).number == .one
    }
    if lexeme(.heads, at: j) != nil || lexeme(.people, at: j) != nil { return true }
    // An unknown word is a name.
    return isUnknownWord(j) && tokens.list[j].lettersCount >= 3
  }
}

extension OutcomeMention {
  /// Whether a count of people may belong to the word: a verb or a noun of harm, no noun for a
  /// person.
  fileprivate var countsPeople: Bool {
    guard !form.isPerson else { return false }
    switch outcome {
    case .killed, .wounded, .detained, .freed, .survived: return true
    case .noHarm, .noDetention, .unknownHarm: return false
    }
  }
}
