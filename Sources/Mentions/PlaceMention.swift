import ArabicText
import Gazetteer
import Lexicon
import Reports

/// A place name in a report, or a word that refers back to one.
public struct PlaceMention: Sendable {
  /// The noun before the name.
  public var noun: PlaceWord?
  /// True when the noun is dual or plural and so speaks of several names.
  public var isNounPlural = false
  /// The places that bear the name.
  public var spelling: NameSpelling = .unknown
  /// Set for a word such as "البلدة" that refers back.
  public var anaphor: Anaphor?
  /// The compass part named behind the place: "ريف حماة الجنوبي".
  public var part: Direction?
  /// The compass word between the place before it in its group and this one, which tells where
  /// that one lies.
  public var contextDirection: Direction?
  /// The tokens with noun and part, and those of the name alone.
  public var tokens: Range<Int>
  public var nameTokens: Range<Int>
  /// The name without its noun and clitics, as written.
  public var range: TextRange
  /// The name with a noun that belongs to it ("مطار", "ريف").
  public var fullRange: TextRange
  /// The clitics of the first token.
  public var clitics: Clitics

  /// Whether the name is that of an area rather than of a place in it.
  public var isCoarse: Bool {
    switch noun {
    case .governorate, .countryside, .desert, .region: true
    default: false
    }
  }

  static func mentions(in reading: ReportReading) -> PlainList<PlaceMention> {
    var scanner = PlaceScanner(reading)
    for s in reading.sentences.indices { scanner.scan(reading.sentences[s].tokens) }
    return scanner.mentions
  }
}

/// Walks through sentences and takes names for places where the sentence makes them one.
private struct PlaceScanner: ~Copyable {
  let reading: ReportReading
  var mentions = PlainList<PlaceMention>()

  init(_ reading: ReportReading) { self.reading = reading }

  /// What a place may begin with.
  private static let openings: CategorySet = [
    .names, CategorySet(.anaphora), CategorySet(.placenouns),
  ]

  mutating func scan(_ tokens: Range<Int>) {
    var i = tokens.lowerBound
    while i < tokens.upperBound {
      guard reading.matches.begins(Self.openings, at: i), !reading.isInDate(i),
        let mention = anaphor(at: i, in: tokens) ?? named(at: i, in: tokens)
          ?? unknown(at: i, in: tokens)
      else {
        i += 1
        continue
      }
      mentions.append(mention)
      i = mention.tokens.upperBound
    }
  }

  // MARK: Names

  private func named(at i: Int, in tokens: Range<Int>) -> PlaceMention? {
    guard let match = reading.matches.name(at: i), Int(match.end) <= tokens.upperBound else {
      return nil
    }
    let noun = nounBefore(i, in: tokens)
    let spelling = reading.reader.spellings[Int(match.spelling)]
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
  private func canStandBeforeName(_ noun: Match) -> Bool {
    !reading.isDefiniteWord(Int(noun.start)) || noun.lexeme?.value == PlaceWord.road.rawValue
  }

  private func isPlace(
    _ match: Match, _ spelling: NameSpelling, _ noun: (word: PlaceWord, match: Match)?, at i: Int,
    in tokens: Range<Int>
  ) -> Bool {
    if isPartOfPersonOrBody(match, noun != nil, at: i, in: tokens) { return false }
    // "حياً سكنياً": no name ends in tanwin.
    if reading.endsAsNoun(Int(match.end) - 1, .tanwin) { return false }
    if isInsideActor(i, match) { return false }
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
    if let word = reading.lexeme(.ordinary, at: i), word.end >= match.end,
      let ordinary = word.lexeme
    {
      let isName = ordinary.value == OrdinaryWord.name.rawValue
      // "في مغارة بريف القدموس" is a cave, "في الكرامة بريف الرقة" a town.
      let canLie = isName || length > 1 || isDefinite(i)
      return hasDirection || canLie && hasContext(after: Int(match.end), orIn: isName, in: tokens)
        || isLocated(i, strictly: true)
          && (isName || spelling.importance >= 50 || goesOn(i, in: tokens))
        || isName && isInside(i, match, spelling)
    }
    if isUsedAsWord(i, match, spelling, in: tokens) {
      return hasDirection || hasContext(after: Int(match.end), in: tokens)
    }
    if length >= 2, !isPersonsName(i) { return true }
    if spelling.importance >= 50 { return true }
    // "4 كم", "أربعة": a number is no village.
    if reading.number(at: i) != nil { return false }
    return hasDirection || isLocated(i, strictly: false) || isBehindBa(i, match) || isTagged(i)
      || isObject(i, match) || hasContext(after: Int(match.end), orIn: true, in: tokens)
  }

  /// "أبو حسن البكيري": a name of a person as well as of villages.
  private func isPersonsName(_ i: Int) -> Bool {
    reading.lexeme(.heads, at: i)?.lexeme?.value == NameHead.head.rawValue
      && reading.lexeme(.people, at: i + 1) != nil
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
      && reading.lexeme(.spatial, before: i)?.lexeme?.value == Spatial.in.rawValue
  }

  /// "قصفت المدفعية كويا", "استهدفت قوات النظام حيان": what is struck, right behind who or what
  /// strikes it.
  private func isObject(_ i: Int, _ match: Match) -> Bool {
    guard match.clitics.isEmpty else { return false }
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

  /// ب, ل or a spatial word right before the name.
  private func isLocated(_ i: Int, strictly: Bool) -> Bool {
    guard let spatial = reading.lexeme(.spatial, before: i)?.lexeme,
      let word = Spatial(rawValue: spatial.value)
    else { return false }
    switch word {
    case .near, .between, .road: return true
    case .in: return !strictly
    default: return false
    }
  }

  /// "بريف …" or a compass word with a place behind the name, or "في ريف …" as well.
  private func hasContext(after end: Int, orIn: Bool = false, in tokens: Range<Int>) -> Bool {
    guard end < tokens.upperBound else { return false }
    var next = end
    let isIn = orIn && reading.has(.spatial, Spatial.in.rawValue, at: end)
    if isIn, let spatial = reading.lexeme(.spatial, at: end) { next = Int(spatial.end) }
    if next < tokens.upperBound, let noun = reading.lexeme(.placenouns, at: next),
      let word = noun.lexeme.flatMap({ PlaceWord(rawValue: $0.value) })
    {
      return (isIn || noun.clitics.contains(.beh))
        && (word == .countryside || word == .governorate)
    }
    if let compass = reading.lexeme(.compass, at: end),
      compass.lexeme?.value != Direction.centre.rawValue, !isSide(end)
    {
      let next = Int(compass.end)
      return next < tokens.upperBound
        && (reading.matches.name(at: next) != nil || reading.lexeme(.placenouns, at: next) != nil
          || reading.lexeme(.anaphora, at: next) != nil)
    }
    return false
  }

  /// "الضفة الشرقية للفرات": an adjective, and not "east of".
  private func isSide(_ i: Int) -> Bool {
    isDefinite(i) && i > 0 && isDefinite(i - 1)
  }

  /// "X وY", "X – Y", "X، Y" after a place, or behind a name of the list that no table knows.
  private func isListed(after last: PlaceMention, _ i: Int, in tokens: Range<Int>) -> Bool {
    let gap = last.tokens.upperBound..<i
    guard last.anaphor == nil, gap.count <= 1 else { return false }
    let isJoined = reading.matches.name(at: i)?.clitics.contains(.waw) == true
    guard let between = gap.first else { return isJoined }
    let token = reading.tokens.list[between]
    if token.mark == .dash { return true }
    if token.mark == .comma {
      return last.isNounPlural || reading.lexeme(.ordinary, at: i) == nil && goesOn(i, in: tokens)
    }
    return isJoined && reading.isUnknownListed(between)
  }

  /// "كفرنبل، حزارين والبارة": behind the name a comma or و and another name.
  private func goesOn(_ i: Int, in tokens: Range<Int>) -> Bool {
    guard let name = reading.matches.name(at: i), name.clitics.isEmpty else { return false }
    var next = Int(name.end)
    guard next < tokens.upperBound else { return false }
    let isComma = reading.tokens.list[next].mark == .comma
    if isComma { next += 1 }
    guard next < tokens.upperBound, let other = reading.matches.name(at: next) else { return false }
    return isComma ? other.clitics.isEmpty : other.clitics == .waw
  }

  // MARK: Names that the gazetteer does not have

  /// A noun of settlements and an unknown word behind it.
  private func unknown(at i: Int, in tokens: Range<Int>) -> PlaceMention? {
    guard let noun = reading.lexeme(.placenouns, at: i), canStandBeforeName(noun),
      let word = noun.lexeme.flatMap({ PlaceWord(rawValue: $0.value) })
    else { return nil }
    var start = Int(noun.end)
    while start < tokens.upperBound, reading.tokens.list[start].mark == .quote { start += 1 }
    guard start < tokens.upperBound, isUnknownName(start), reading.matches.name(at: start) == nil
    else { return nil }
    switch word {
    case .village, .town, .city, .neighbourhood, .camp, .subdistrict, .farm: break
    // "معسكر القرميد", "منطقة الشيخ خروز": only what looks like a name.
    case .base, .mountain: guard isDefinite(start) else { return nil }
    case .district: guard reading.lexeme(.heads, at: start) != nil else { return nil }
    default: return nil
    }
    var end = start + 1
    let isHead = reading.lexeme(.heads, at: start) != nil
    // A second word belongs to the name when the first calls for one, or when it is an unknown
    // adjective with ال.
    if end < tokens.upperBound,
      isUnknownName(end) || isHead && reading.tokens.list[end].kind == .word
    {
      if isHead || isDefinite(end) && isDefinite(start) {
        end += 1
      }
    }
    return mention(start..<end, (word, noun), .unknown, [], in: tokens)
  }

  private func isUnknownName(_ i: Int) -> Bool {
    let token = reading.tokens.list[i]
    guard token.kind == .word, token.lettersCount >= 3 else { return false }
    if !reading.tokens.letter(0, of: token).isArabicLetter || reading.endsAsNoun(i, .tanwin) {
      return false
    }
    // "مخيم للمهجرين": "for", and no name.
    if reading.tokens.letter(0, of: token) == .lam, reading.tokens.letter(1, of: token) == .lam {
      return false
    }
    let names: CategorySet = [CategorySet(.heads), CategorySet(.people), .names]
    return reading.matches.begins[i].isSubset(of: names)
  }

  // MARK: Words that refer back

  private func anaphor(at i: Int, in tokens: Range<Int>) -> PlaceMention? {
    guard let match = reading.lexeme(.anaphora, at: i),
      let anaphor = match.lexeme.flatMap({ Anaphor(rawValue: $0.value) }),
      Int(match.end) <= tokens.upperBound
    else { return nil }
    // "المدينة" before a name is the noun of it: "المدينة المنورة", "الحي الشرقي من مدينة طفس".
    if let name = reading.matches.name(at: i), name.end > match.end { return nil }
    if let part = reading.lexeme(.compass, at: Int(match.end)), part.lexeme?.form == nil {
      return nil
    }
    let tokens = i..<Int(match.end)
    let range = reading.range(of: tokens)
    return PlaceMention(
      anaphor: anaphor, tokens: tokens, nameTokens: tokens, range: range, fullRange: range,
      clitics: match.clitics)
  }

  // MARK: Putting a mention together

  private func mention(
    _ name: Range<Int>, _ noun: (word: PlaceWord, match: Match)?, _ spelling: NameSpelling,
    _ clitics: Clitics, in tokens: Range<Int>
  ) -> PlaceMention {
    var range = reading.range(of: name)
    if noun == nil { range.start = start(of: name.lowerBound, without: clitics) }
    let first = noun.map { Int($0.match.start) } ?? name.lowerBound
    var end = name.upperBound
    if end < tokens.upperBound, reading.tokens.list[end].mark == .quote { end += 1 }
    var part: Direction?
    if let compass = reading.lexeme(.compass, at: end), Int(compass.end) <= tokens.upperBound,
      isDefinite(end), let value = compass.lexeme.flatMap({ Direction(rawValue: $0.value) }),
      noun?.word == .countryside || noun?.word == .desert || noun?.word == .region
        || noun?.word == .mountain
    {
      part = value
      end = Int(compass.end)
    }
    let nounClitics = noun?.match.clitics ?? clitics
    var full = range
    if let noun, noun.match.lexeme?.form == .keep || noun.match.lexeme?.form == .keepSeveral {
      full.start = start(of: Int(noun.match.start), without: noun.match.clitics)
      full.end = max(full.end, part == nil ? range.end : Int(reading.tokens.list[end - 1].end))
    }
    let form = noun?.match.lexeme?.form
    return PlaceMention(
      noun: noun?.word, isNounPlural: form == .dropSeveral || form == .keepSeveral,
      spelling: spelling, part: part, tokens: first..<end, nameTokens: name, range: range,
      fullRange: full, clitics: nounClitics)
  }

  private func isDefinite(_ i: Int) -> Bool {
    reading.tokens.hasArticle(reading.tokens.list[i])
  }

  /// The byte offset at which a token's word begins behind its clitics.
  private func start(of token: Int, without clitics: Clitics) -> Int {
    reading.rangeWithoutClitics(of: token..<token + 1, clitics).start
  }
}

extension PlaceWord {
  /// Whether the noun names a settlement or a part of one.
  var isSettlement: Bool {
    self == .city || self == .town || self == .village || self == .neighbourhood
  }
}

extension ReportReading {
  /// "ذيبان واللطوة وغرانيج": a word with و that no list knows, between the names of a list.
  func isUnknownListed(_ i: Int) -> Bool {
    let token = tokens.list[i]
    return token.kind == .word && token.lettersCount >= 4 && tokens.letter(0, of: token) == .waw
      && token.readings.count == 0
  }
}

extension Trigger {
  /// Whether the act is aimed at a place.
  fileprivate var isAimed: Bool {
    switch self {
    case .strike, .shelling, .attack, .raid, .airStrike, .destroy, .control, .take, .enter: true
    default: false
    }
  }
}
