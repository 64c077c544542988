import ArabicText
import Gazetteer
import Lexicon
import Reports

extension PlaceScanner {
  // MARK: Names that the gazetteer does not have

  /// A noun of settlements and an unknown word behind it.
  func unknown(at i: Int, in tokens: Range<Int>) -> PlaceMention? {
    guard let noun = reading.lexeme(.placenouns, at: i), canStandBeforeName(noun),
      let word = noun.lexeme.flatMap({ PlaceWord(rawValue: $0.value) })
    else { return nil }
    var start = Int(noun.end)
    while start < tokens.upperBound, reading.tokens.list[start].mark == .quote { start += 1 }
    guard start < tokens.upperBound else { return nil }
    let isHead = reading.lexeme(.heads, at: start) != nil
    // "قرية أم محرملة": the first word may be any.
    guard
      isUnknownName(start)
        || isHead && start + 1 < tokens.upperBound && isUnknownName(start + 1)
          && reading.tokens.list[start].kind == .word,
      reading.matches.name(at: start) == nil
    else { return nil }
    switch word {
    case .village, .town, .city, .neighbourhood, .camp, .subdistrict, .farm: break
    // "معسكر القرميد", "معبر الترنبة", "منطقة الشيخ خروز": only what looks like a name.
    case .base, .mountain, .crossing: guard isDefinite(start) else { return nil }
    case .district: guard isHead else { return nil }
    default: return nil
    }
    var end = start + 1
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

  func isUnknownName(_ i: Int) -> Bool {
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

  func anaphor(at i: Int, in tokens: Range<Int>) -> PlaceMention? {
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

  func mention(
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

  func isDefinite(_ i: Int) -> Bool {
    reading.tokens.hasArticle(reading.tokens.list[i])
  }

  /// The byte offset at which a token's word begins behind its clitics.
  private func start(of token: Int, without clitics: Clitics) -> Int {
    reading.rangeWithoutClitics(of: token..<token + 1, clitics).start
  }
}
