import ArabicText
import Gazetteer
import Lexicon
import Reports

extension PlaceScanner {
  /// ب, ل or a spatial word right before the name.
  func isLocated(_ i: Int, strictly: Bool) -> Bool {
    guard let spatial = reading.lexeme(.spatial, before: i)?.lexeme,
      let word = Spatial(rawValue: spatial.value)
    else { return false }
    switch word {
    case .near, .between, .road: return true
    case .in, .on, .befalls: return !strictly
    case .among: return namesSome(before: i)
    default: return false
    }
  }

  /// "على قرى شرق السويداء بينها الشبكي", "إحدى عشرة قرية منها بارودة": places were told of, and some
  /// are named now.
  private func namesSome(before i: Int) -> Bool {
    (max(0, i - 9)..<i).contains {
      reading.lexeme(.placenouns, at: $0)?.lexeme.flatMap { PlaceWord(rawValue: $0.value) }?
        .isSettlement == true
    }
  }

  /// "بريف …" or a compass word with a place behind the name, or "في ريف …" as well.
  func hasContext(after end: Int, orIn: Bool = false, in tokens: Range<Int>) -> Bool {
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
  func isSide(_ i: Int) -> Bool {
    isDefinite(i) && i > 0 && isDefinite(i - 1)
  }

  /// "X وY", "X – Y", "X، Y" after a place, or behind a name of the list that no table knows.
  func isListed(after last: PlaceMention, _ i: Int, in tokens: Range<Int>) -> Bool {
    let gap = last.tokens.upperBound..<i
    guard last.anaphor == nil, gap.count <= 1 else { return false }
    let isJoined = reading.matches.name(at: i)?.clitics.contains(.waw) == true
    guard let between = gap.first else { return isJoined }
    let token = reading.tokens.list[between]
    if token.mark == .dash { return true }
    if token.mark == .comma, isJoined {
      return !last.isCoarse && reading.lexeme(.ordinary, at: i) == nil && closesList(i, in: tokens)
    }
    if token.mark == .comma {
      return last.isNounPlural || reading.lexeme(.ordinary, at: i) == nil && goesOn(i, in: tokens)
    }
    return isJoined && reading.isUnknownListed(between)
  }

  /// Whether a name with و is the last of a list, or the next one follows.
  private func closesList(_ i: Int, in tokens: Range<Int>) -> Bool {
    guard let name = reading.matches.name(at: i) else { return false }
    let next = Int(name.end)
    return next >= tokens.upperBound || reading.tokens.list[next].kind == .punctuation
      || reading.matches.name(at: next)?.clitics == .waw
  }

  /// "أصاب بريغيت وعيدون ودلاك والجمالة": three names or more that are joined by و, and places of one
  /// part of the country.
  func beginsList(_ i: Int, _ first: Match, in tokens: Range<Int>) -> Bool {
    var common = governorates(of: first)
    guard !common.isEmpty, isOfPlacesOnly(i),
      !reading.matches.begins(CategorySet(.ordinary), at: i)
    else { return false }
    var (known, all) = (1, 1)
    var next = Int(first.end)
    while next < tokens.upperBound {
      if let name = reading.matches.name(at: next), name.clitics == .waw {
        guard isOfPlacesOnly(next) else { return false }
        let isWord = reading.matches.begins(CategorySet(.ordinary), at: next)
        next = Int(name.end)
        all += 1
        if isWord { continue }
        let own = governorates(of: name)
        common.removeAll { !own.contains($0) }
        if common.isEmpty { return false }
        known += 1
      } else if reading.isUnknownListed(next) {
        next += 1
        all += 1
      } else {
        break
      }
    }
    return all >= 3 && known >= 2
  }

  /// Whether a name is that of no party, person or land abroad.
  private func isOfPlacesOnly(_ i: Int) -> Bool {
    !reading.matches.begins(
      [
        CategorySet(.actors), CategorySet(.people), CategorySet(.foreign), CategorySet(.heads),
      ], at: i)
  }

  /// The governorates in which places of a name lie, as the gazetteer counts them.
  private func governorates(of name: Match) -> [Int32] {
    let spelling = reading.reader.spellings[Int(name.spelling)]
    let start = Int(spelling.start)
    let places = reading.reader.gazetteer.places
    return reading.reader.bearers[start..<start + Int(spelling.count)].map {
      places[Int($0)].governorate
    }.filter { $0 >= 0 }
  }

  /// "كفرنبل، حزارين والبارة": behind the name a comma or و and another name.
  func goesOn(_ i: Int, in tokens: Range<Int>) -> Bool {
    guard let name = reading.matches.name(at: i), name.clitics.isEmpty else { return false }
    var next = Int(name.end)
    guard next < tokens.upperBound else { return false }
    let isComma = reading.tokens.list[next].mark == .comma
    if isComma { next += 1 }
    guard next < tokens.upperBound, let other = reading.matches.name(at: next) else { return false }
    return isComma ? other.clitics.isEmpty : other.clitics == .waw
  }

  // MARK: What the sentence says of where a name lies

  /// "في أرزة شمال غرب حماة": a word that is also the name of a place there.
  func liesThere(_ match: Match, in tokens: Range<Int>) -> Bool {
    let area = area(behind: Int(match.end), in: tokens)
    guard !area.isEmpty else { return false }
    let spelling = reading.reader.spellings[Int(match.spelling)]
    let start = Int(spelling.start)
    return reading.reader.bearers[start..<start + Int(spelling.count)].contains {
      isIn($0, area)
    }
  }

  /// The places that the words behind a name say it lies in or by: "جنوبي إدلب", "بريف حماة",
  /// "غربي المحافظة".
  func area(behind end: Int, in tokens: Range<Int>) -> ArraySlice<Int32> {
    var next = end
    if let compass = reading.lexeme(.compass, at: end) {
      guard compass.lexeme?.value != Direction.centre.rawValue, !isSide(end) else { return [] }
      next = Int(compass.end)
    } else {
      guard let noun = reading.lexeme(.placenouns, at: end), noun.clitics.contains(.beh),
        noun.lexeme?.value == PlaceWord.countryside.rawValue
          || noun.lexeme?.value == PlaceWord.governorate.rawValue
      else { return [] }
    }
    while next < tokens.upperBound, reading.matches.name(at: next) == nil,
      let noun = reading.lexeme(.placenouns, at: next)
    { next = Int(noun.end) }
    guard next < tokens.upperBound else { return [] }
    if let word = reading.lexeme(.anaphora, at: next)?.lexeme {
      guard word.value == Anaphor.governorate.rawValue,
        let last = mentions.indices.last(where: { mentions[$0].spelling.has(.governorate) })
      else { return [] }
      return reading.candidates(of: mentions[last])
    }
    guard let name = reading.matches.name(at: next) else { return [] }
    let spelling = reading.reader.spellings[Int(name.spelling)]
    let start = Int(spelling.start)
    return reading.reader.bearers[start..<start + Int(spelling.count)]
  }

  /// Whether a place lies in the governorate of one of others.
  private func isIn(_ place: Int32, _ area: ArraySlice<Int32>) -> Bool {
    let places = reading.reader.gazetteer.places
    let governorate = places[Int(place)].governorate
    return governorate >= 0 && area.contains { places[Int($0)].governorate == governorate }
  }

  /// "على الفطيرة جنوبي إدلب", where the tables have "فطيرة": a name but for its article, in the part
  /// of the country that the words behind it tell.
  func otherwiseSpelled(at i: Int, in tokens: Range<Int>) -> PlaceMention? {
    guard reading.matches.begins(Self.areaWords, at: i + 1), isUnknownName(i),
      reading.matches.name(at: i) == nil,
      isLocated(i, strictly: false) || isObject(i, reading.clitics(at: i))
    else { return nil }
    let area = area(behind: i + 1, in: tokens)
    guard !area.isEmpty else { return nil }
    let letters = reading.tokens.letters(of: reading.tokens.list[i])
    let other = isDefinite(i) ? Array(letters.dropFirst(2)) : [.alef, .lam] + letters
    guard other.count >= 3,
      reading.reader.gazetteer.places(named: other).contains(where: { isIn($0.place, area) })
    else { return nil }
    return mention(i..<i + 1, nil, .unknown, [], in: tokens)
  }

  /// What says behind a name where it lies.
  static let areaWords: CategorySet = [
    CategorySet(.compass), CategorySet(.placenouns),
  ]
}
