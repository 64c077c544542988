import ArabicText
import Gazetteer
import Lexicon
import Reports

/// Walks through sentences and takes names for places where the sentence makes them one.
struct PlaceScanner {
  let reading: ReportReading
  /// The places that were found before.
  var mentions: PlainList<PlaceMention> { _read { yield reading.stages.pointee.places } }

  init(_ reading: ReportReading) { self.reading = reading }

  /// What a place may begin with.
  private static let openings: CategorySet = [
    .names, CategorySet(.anaphora), CategorySet(.placenouns),
  ]

  func scan(_ tokens: Range<Int>) {
    let (openings, areaWords) = (Self.openings, Self.areaWords)
    let stages = reading.stages
    var end = tokens.lowerBound
    while true {
      let i = stages.pointee.matches.next(
        openings, orBefore: areaWords, from: end, to: tokens.upperBound)
      guard i < tokens.upperBound else { break }
      end = i + 1
      let opens = !stages.pointee.matches.begins[i].isDisjoint(with: openings)
      guard !reading.isInDate(i), let mention = mention(at: i, opens, in: tokens) else { continue }
      stages.pointee.places.append(mention)
      end = mention.tokens.upperBound
    }
  }

  /// The place that begins at a token.
  ///
  /// - Parameter opens: Whether what a place may begin with stands there.
  private func mention(at i: Int, _ opens: Bool, in tokens: Range<Int>) -> PlaceMention? {
    guard opens else { return otherwiseSpelled(at: i, in: tokens) }
    return anaphor(at: i, in: tokens) ?? named(at: i, in: tokens) ?? unknown(at: i, in: tokens)
      ?? otherwiseSpelled(at: i, in: tokens)
  }

  // MARK: Names

  private func named(at i: Int, in tokens: Range<Int>) -> PlaceMention? {
    guard let match = reading.matches.name(at: i), Int(match.end) <= tokens.upperBound else {
      return nil
    }
    let noun = nounBefore(i, in: tokens)
    let spelling = reading.reader.spellings[Int(match.spelling)]
    // "شارع خالد بن الوليد": a street that is called after somebody.
    if reading.has(.people, PersonWord.filiation.rawValue, at: Int(match.end)) {
      let end = min(Int(match.end) + 2, tokens.upperBound)
      return noun.map { mention(i..<end, $0, .unknown, [], in: tokens) }
    }
    guard isPlace(match, spelling, noun, at: i, in: tokens) else { return nil }
    if isPartOfUnknownCompound(i, match, in: tokens) {
      return noun.map { mention(i..<i + 2, $0, .unknown, [], in: tokens) }
    }
    return mention(i..<Int(match.end), noun, spelling, match.clitics, in: tokens)
  }

  /// "خربة خوي": a hamlet that the gazetteer does not have, and not one of those called just "الخربة".
  private func isPartOfUnknownCompound(_ i: Int, _ match: Match, in tokens: Range<Int>) -> Bool {
    guard Int(match.end) == i + 1, i + 1 < tokens.upperBound,
      reading.lexeme(.heads, at: i)?.lexeme?.value == NameHead.head.rawValue
    else { return false }
    return isUnknownName(i + 1) && reading.clitics(at: i + 1).isEmpty
      && reading.matches.name(at: i + 1) == nil
  }

  /// The noun that ends right before a token.
  private func nounBefore(_ i: Int, in tokens: Range<Int>) -> (word: PlaceWord, match: Match)? {
    guard i > tokens.lowerBound, let match = reading.lexeme(.placenouns, before: i),
      Int(match.start) >= max(tokens.lowerBound, mentions.last?.tokens.upperBound ?? 0),
      !reading.isInDate(Int(match.start)), canStandBeforeName(match),
      let word = match.lexeme.flatMap({ PlaceWord(rawValue: $0.value) })
    else { return nil }
    return (word, match)
  }

  /// "الأحياء السكنية", "المخيم فإن": what has the article itself has no name behind it; "الطريق
  /// الدولي" may.
  func canStandBeforeName(_ noun: Match) -> Bool {
    // "مدنها الكبرى": whose they are is told.
    !noun.clitics.contains(.pronoun)
      && (!reading.isDefiniteWord(Int(noun.start))
        || noun.lexeme?.value == PlaceWord.road.rawValue)
  }

  private func isPlace(
    _ match: Match, _ spelling: NameSpelling, _ noun: (word: PlaceWord, match: Match)?, at i: Int,
    in tokens: Range<Int>
  ) -> Bool {
    if isPartOfPersonOrBody(match, noun != nil, at: i, in: tokens) { return false }
    // "في مدينة إنخل وابنه": somebody's son, and no hamlet of that name.
    if noun == nil, let kin = reading.lexeme(.trades, at: i), kin.end >= match.end,
      !kin.clitics.isDisjoint(with: [.waw, .pronoun])
    {
      return false
    }
    // "حياً سكنياً": no name ends in tanwin.
    if reading.endsAsNoun(Int(match.end) - 1, .tanwin) { return false }
    if isInsideActor(i, match) { return false }
    // "قريتي X وY …، وتقع القريتان": the two that were told before.
    if noun == nil, isDefinite(i),
      reading.lexeme(.heads, at: i)?.lexeme?.value == NameHead.pair.rawValue,
      mentions.indices.contains(where: {
        mentions[$0].isNounPlural && mentions[$0].noun == .village
      })
    {
      return false
    }
    // "سيطر التنظيم على القريتين": the town, where no two villages were told before.
    if noun == nil, isDefinite(i), spelling.importance >= 30,
      reading.lexeme(.heads, at: i)?.lexeme?.value == NameHead.pair.rawValue
    {
      return mentions.indices.filter { mentions[$0].noun == .village }.count < 2
    }
    // "سقطت تدمر بيد التنظيم": spelled as "destroys".
    if noun == nil, match.clitics.isEmpty, spelling.importance >= 50, i > tokens.lowerBound,
      reading.has(.outcomes, Outcome.fell.rawValue, at: i - 1)
    {
      return true
    }
    // "مدينة القريتين", "بلدة المزرعة": a noun before it makes a name even of a noun.
    if isNoun(match, at: i), !(noun?.word.isSettlement ?? false), !isDual(i, behind: noun?.word),
      // "محور المزرعة وولغا"
      !(isDefinite(i) && isLocated(i, strictly: true) && goesOn(i, in: tokens))
    {
      return false
    }
    // "المدخل الغربي لمدينة السويداء", "الريف الشمالي": a side, not the quarter of that name.
    if !(noun?.word.isSettlement ?? false), let compass = reading.lexeme(.compass, at: i),
      compass.end >= match.end
    {
      return false
    }
    if noun != nil { return true }
    let length = Int(match.end - match.start)
    let hasDirection = hasDirection(before: i)
    let follows = mentions.last.map { isListed(after: $0, i, in: tokens) } ?? false
    if follows { return true }
    if length == 1, isSomebody(i, in: tokens) { return hasDirection }
    if let word = reading.lexeme(.ordinary, at: i), word.end >= match.end,
      let ordinary = word.lexeme
    {
      let isName = ordinary.value == OrdinaryWord.name.rawValue
      if isOfAct(i, isName) { return hasDirection }
      // "في مغارة بريف القدموس" is a cave, "في الكرامة بريف الرقة" a town.
      let canLie =
        isName || length > 1 || isDefinite(i) || isLocated(i, strictly: true)
        || isLocated(i, strictly: false) && liesThere(match, in: tokens)
      return hasDirection || canLie && hasContext(after: Int(match.end), orIn: isName, in: tokens)
        || isLocated(i, strictly: true)
          && (isName || spelling.importance >= 50 || goesOn(i, in: tokens))
        || isName && isInside(i, match, spelling)
    }
    if isUsedAsWord(i, match, spelling, in: tokens) {
      return hasDirection || hasContext(after: Int(match.end), in: tokens)
    }
    if length >= 2, !isPersonsName(i, match, in: tokens) { return true }
    if spelling.importance >= 50 { return true }
    // "4 كم", "أربعة": a number is no village.
    if reading.number(at: i) != nil { return false }
    return hasDirection || isLocated(i, strictly: false) || isBehindBa(i, match) || isTagged(i)
      || isObject(i, match.clitics) || hasContext(after: Int(match.end), orIn: true, in: tokens)
      || reading.lexeme(.roles, before: i) != nil || beginsList(i, match, in: tokens)
  }

  /// "وقع في كمين بريف القرداحة", "اشتباكات عنيفة بريف حماة": the act itself, or what it was like.
  private func isOfAct(_ i: Int, _ isName: Bool) -> Bool {
    guard !isDefinite(i), reading.clitics(at: i).isEmpty else { return false }
    guard let act = isName ? reading.lexeme(.triggers, before: i) : reading.lexeme(.triggers, at: i)
    else { return false }
    // "دارت اشتباكات عنيفة"
    return act.lexeme?.form == .noun && !isDefinite(Int(act.start)) || act.end - act.start > 1
  }

  /// "أبو حسن البكيري", "أبو بكر البغدادي": a name of a person as well as of villages, by his own or his son's
  /// given name, or by where he comes from.
  private func isPersonsName(_ i: Int, _ match: Match, in tokens: Range<Int>) -> Bool {
    if reading.lexeme(.heads, at: i)?.lexeme?.value == NameHead.head.rawValue,
      reading.lexeme(.people, at: i + 1) != nil
    {
      return true
    }
    let next = Int(match.end)
    guard reading.has(.people, PersonWord.kunya.rawValue, at: i), next < tokens.upperBound,
      reading.tokens.list[next].kind == .word, isDefinite(next)
    else { return false }
    return reading.tokens.lastLetter(of: reading.tokens.list[next]) == .yeh
      && reading.lexeme(.compass, at: next) == nil
  }

  /// "القبض على عمار فليحة": a given name behind على, and a word that no list has behind it.
  private func isSomebody(_ i: Int, in tokens: Range<Int>) -> Bool {
    guard reading.has(.people, PersonWord.given.rawValue, at: i), i + 1 < tokens.upperBound,
      reading.tokens.list[i + 1].kind == .word, !reading.clitics(at: i + 1).contains(.waw),
      reading.matches.at(i + 1).allSatisfy({
        switch reading.matches[$0].lexeme?.category {
        case nil, .people, .ordinary, .heads, .foreign: true
        default: false
        }
      }),
      let before = reading.lexeme(.spatial, before: i) ?? reading.lexeme(.spatial, before: i - 1)
    else { return false }
    return before.lexeme?.value == Spatial.on.rawValue
  }

  /// Whether a name is a hashtag: "#غرانيج".
  private func isTagged(_ i: Int) -> Bool {
    i > 0 && reading.tokens.list[i - 1].mark == .joiner && reading.tokens.list[i].isGlued
  }

  /// "بغرانيج": not "بلد", which is a word of its own.
  private func isBehindBa(_ i: Int, _ match: Match) -> Bool {
    match.clitics.contains(.beh) && reading.tokens.list[i].lettersCount >= 5
  }

  /// "في السلمية", "داخل سلوك", "بالسلمية": a known town behind ب, any name behind في.
  private func isInside(_ i: Int, _ match: Match, _ spelling: NameSpelling) -> Bool {
    if match.clitics.contains(.beh) { return spelling.importance >= 50 }
    return match.clitics.isEmpty
      && reading.lexeme(.spatial, before: i)?.lexeme.map {
        $0.value == Spatial.in.rawValue || $0.value == Spatial.on.rawValue
      } == true
  }

  /// "قصفت المدفعية كويا", "استهدفت قوات النظام حيان": what is struck, right behind who or what
  /// strikes it.
  func isObject(_ i: Int, _ clitics: Clitics) -> Bool {
    guard clitics.isEmpty else { return false }
    // "ضربت منذ ساعات فجر اليوم عندان": a date between.
    var i = i
    while i > 0, reading.isInDate(i - 1) { i -= 1 }
    if let trigger = reading.lexeme(.triggers, before: i)?.lexeme {
      return trigger.form == .verb && Trigger(rawValue: trigger.value)?.isAimed == true
    }
    guard
      let subject = reading.lexeme(.actors, before: i) ?? reading.lexeme(.means, before: i)
    else { return false }
    // "ضربت طائرات روسيا والنظام اللطامنة": nothing but the subject stands behind the verb.
    for start in stride(from: Int(subject.start), through: max(1, Int(subject.start) - 5), by: -1) {
      if reading.tokens.list[start - 1].kind == .punctuation { return false }
      if reading.lexeme(.spatial, before: start) != nil { return false }
      if let trigger = reading.lexeme(.triggers, before: start)?.lexeme {
        return trigger.form == .verb && Trigger(rawValue: trigger.value)?.isAimed == true
      }
    }
    return false
  }

  /// "شمالي X", "إلى الشمال من X".
  private func hasDirection(before i: Int) -> Bool {
    if reading.lexeme(.compass, before: i) != nil { return true }
    guard let from = reading.lexeme(.spatial, before: i),
      from.lexeme?.value == Spatial.from.rawValue
    else { return false }
    return reading.lexeme(.compass, before: Int(from.start)) != nil
  }

  /// Whether another list knows the word, so that it is most likely that word.
  private func isUsedAsWord(
    _ i: Int, _ match: Match, _ spelling: NameSpelling, in tokens: Range<Int>
  ) -> Bool {
    for m in reading.matches.at(i) {
      let other = reading.matches[m]
      guard other.end >= match.end else { continue }
      switch other.lexeme?.category {
      case nil, .foreign, .ordinary, .compass, .placenouns, .anaphora, .people, .heads: continue
      // "من تدمر": no verb stands behind a preposition.
      case .triggers, .outcomes:
        if other.lexeme?.form == .verb,
          reading.lexeme(.spatial, before: i) != nil
            || spelling.importance >= 50 && !hasObject(behind: Int(match.end), in: tokens)
        {
          continue
        }
        return true
      default: return true
      }
    }
    return false
  }

  /// "غارات تدمر مشفى", but "سكان تدمر قبل": a plain word behind, which a verb may govern.
  private func hasObject(behind end: Int, in tokens: Range<Int>) -> Bool {
    guard end < tokens.upperBound, reading.tokens.list[end].kind == .word else { return false }
    return reading.matches.begins[end].isDisjoint(with: Self.particles)
      && reading.clitics(at: end).isEmpty
  }

  /// What stands behind a place and never behind a verb as its object.
  private static let particles: CategorySet = [
    CategorySet(.spatial), CategorySet(.calendar), CategorySet(.status), CategorySet(.dayparts),
    CategorySet(.weekdays), CategorySet(.compass), CategorySet(.triggers), CategorySet(.outcomes),
  ]

  /// "الباحث سامر الحمصي", "أبو محمد الجولاني", "جيش الثورة": a name of a person or a body.
  private func isPartOfPersonOrBody(
    _ match: Match, _ hasNoun: Bool, at i: Int, in tokens: Range<Int>
  ) -> Bool {
    guard !hasNoun, i > tokens.lowerBound else { return false }
    let before = reading.tokens.list[i - 1]
    guard before.kind == .word else { return false }
    // "خالد الحمصي", "العميد حسن": a given name or a title before it.
    if match.end - match.start == 1, match.clitics.isEmpty,
      reading.lexeme(.people, at: i - 1) != nil,
      // "مختار النملية": a trade that is a given name as well.
      reading.lexeme(.trades, at: i - 1) == nil,
      // "غارة على كفرنبل": the preposition is spelled as a given name.
      reading.lexeme(.spatial, at: i - 1) == nil,
      reading.lexeme(.placenouns, before: i - 1) == nil
    {
      return true
    }
    // أبو and أم before a name that is no compound of the gazetteer make it a person's.
    return reading.lexeme(.heads, at: i - 1)?.lexeme?.value == NameHead.head.rawValue
  }

  /// "بادية القريتين": the dual of a noun that is a town's name.
  private func isDual(_ i: Int, behind noun: PlaceWord?) -> Bool {
    (noun == .desert || noun == .countryside) && reading.lexeme(.anaphora, at: i) == nil
      && isDefinite(i)
  }

  /// "مدينة" and "البلدة" are names of hamlets, but never meant as such.
  private func isNoun(_ match: Match, at i: Int) -> Bool {
    guard
      reading.matches.begins([CategorySet(.placenouns), CategorySet(.anaphora)], at: i)
    else { return false }
    for m in reading.matches.at(i) {
      let other = reading.matches[m]
      let category = other.lexeme?.category
      if category == .placenouns || category == .anaphora, other.end >= match.end { return true }
    }
    return false
  }

  /// Whether the name lies inside an actor's name: "مجلس دير الزور العسكري".
  private func isInsideActor(_ i: Int, _ match: Match) -> Bool {
    for start in max(0, i - 3)...i {
      if let actor = reading.lexeme(.actors, at: start), Int(actor.end) >= Int(match.end),
        start < i || actor.end > match.end
      {
        return true
      }
    }
    return false
  }
}
