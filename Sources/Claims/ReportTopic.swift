import ArabicText
import Gazetteer
import Lexicon
import Mentions

extension ReportReading {
  /// Tells whether the whole report is about sport, a film, weather and the like.
  var isUnrelatedThroughout: Bool {
    guard matches.present.has(.unrelated) else { return false }
    var (sport, fiction, triggers) = (0, 0, 0)
    for s in sentences.indices
    where sentences[s].kind == .body && parts.words(ofSentence: s).has(.unrelated) {
      matches.forEach(.unrelated, in: sentences[s].tokens) { match in
        if match.lexeme?.value == Unrelated.sport.rawValue { sport += 1 }
        if match.lexeme?.value == Unrelated.fiction.rawValue { fiction += 1 }
      }
    }
    guard max(sport, fiction) >= 3 else { return false }
    for s in sentences.indices where sentences[s].kind == .body {
      matches.forEach(.triggers, in: sentences[s].tokens) { match in
        if match.lexeme?.form != .weak { triggers += 1 }
      }
    }
    return max(sport, fiction) >= triggers
  }

  /// Tells whether the report speaks of another country: its places abroad outnumber Syria's.
  var isAbroadThroughout: Bool {
    guard matches.present.has(.foreign) else { return false }
    var abroad = 0
    var speakers = 0
    var firstAbroad = Int.max
    for s in sentences.indices where parts.words(ofSentence: s).has(.foreign) {
      forEachForeignWord(in: sentences[s].tokens) { match in
        guard isForeign(match) else { return }
        abroad += 1
        if isSpeaker(match) { speakers += 1 }
        firstAbroad = min(firstAbroad, Int(match.start))
      }
    }
    guard abroad >= 2 else { return false }
    var here = 0
    var firstHere = Int.max
    for g in groups.indices where groups[g].role == .event {
      for p in groups[g].heads.lowerBound..<groups[g].contexts.upperBound
      where isSurelySyrian(places[p]) {
        here += 1
        firstHere = min(firstHere, places[p].tokens.lowerBound)
      }
    }
    // With so many of Syria's places named, each event is asked for itself.
    guard here < 8 else { return false }
    forEachForeignWord(in: tokens.list.indices) { match in
      guard isSyria(match) else { return }
      here += 1
      firstHere = min(firstHere, Int(match.start))
    }
    if here > 0 { abroad -= speakers }
    return abroad > here * 2 || abroad > here && firstAbroad < firstHere
  }

  /// Calls a body with each word for something abroad, or for Syria; most tokens are none.
  private func forEachForeignWord(in range: Range<Int>, _ body: (Match) -> Void) {
    var start = range.lowerBound
    while let next = matches.next(.foreign, in: start..<range.upperBound) {
      let token = Int(next.start)
      matches.forEach(.foreign, in: token..<token + 1, body)
      start = token + 1
    }
  }

  /// "ولم تعلق واشنطن", "على طريق القدس": a name abroad where nothing lies, after which a verb or
  /// another noun than of a place asks.
  private func isSpeaker(_ match: Match) -> Bool {
    let start = Int(match.start)
    return start > 0 && !isLocated(start, match.clitics)
      && !sentences.indices.contains { sentences[$0].tokens.lowerBound == start }
  }

  /// Whether a word of place stands before a name: "في سنجار", "شمالي غزة".
  private func isLocated(_ i: Int, _ clitics: Clitics) -> Bool {
    clitics.contains(.beh) || lexeme(.spatial, before: i) != nil
      || lexeme(.compass, before: i) != nil || lexeme(.placenouns, before: i) != nil
  }

  /// A place abroad, and not the adjective of a country.
  private func isForeign(_ match: Match) -> Bool {
    guard let lexeme = match.lexeme else { return false }
    let code = reader.lexicon.countries[Int(lexeme.value)]
    return code != "SY" && code != "IL-G" && !isOfCountry(code)
  }

  /// Whether a code is that of a country's adjective; countries' own codes are short.
  private func isOfCountry(_ code: String) -> Bool {
    code.utf8.count >= 4 && code.utf8.last == UInt8(ascii: "j") && code.hasSuffix("_adj")
  }

  /// "سوريا", "الشمال السوري": the country itself, or a part of it.
  func isSyria(_ match: Match) -> Bool {
    guard let lexeme = match.lexeme else { return false }
    return reader.lexicon.countries[Int(lexeme.value)] == "SY"
  }

  /// A governorate, a city or a town whose name is nothing else.
  private func isSurelySyrian(_ place: PlaceMention) -> Bool {
    if lexeme(.foreign, at: place.nameTokens.lowerBound) != nil { return false }
    return place.spelling.importance >= 50 || isNamedSite(place)
  }

  /// Tells whether an event's own words put it abroad.
  func isAbroad(_ event: Event, places chosen: [Int]) -> Bool {
    guard matches.present.has(.foreign) else { return false }
    if chosen.contains(where: isCalledForeign) { return true }
    if !chosen.isEmpty, namesGovernorate(event) { return false }
    let trigger = firstStrong(event.triggers)?.tokens.lowerBound ?? event.tokens.lowerBound
    let clause =
      event.clauses.first { parts.list[$0].tokens.contains(trigger) }
      .map { parts.list[$0].tokens } ?? event.tokens
    return matches.first(.foreign, in: clause) {
      isForeign($0) && puts(Int($0.start), $0.clitics, abroad: chosen, trigger, clause)
    } != nil
  }

  /// Whether a place abroad is one that something happened in: "في سنجار", "على صور", "شمالي غزة".
  private func puts(
    _ i: Int, _ clitics: Clitics, abroad chosen: [Int], _ trigger: Int, _ clause: Range<Int>
  ) -> Bool {
    guard isLocated(i, clitics) else { return false }
    let isWay = (max(clause.lowerBound, i - 5)..<i).contains {
      lexeme(.roles, at: $0) != nil || has(.spatial, Spatial.from.rawValue, at: $0)
        || has(.spatial, Spatial.toward.rawValue, at: $0)
    }
    if isWay || chosen.contains(where: { isNamedSite(places[$0]) }) { return false }
    if chosen.isEmpty { return true }
    let importance = chosen.map { places[$0].spelling.importance }.max() ?? 0
    guard importance < 50 else { return false }
    // "صيدا وغصم": the name is one of Syria's too, and so is what stands beside it.
    if let own = chosen.first(where: { places[$0].nameTokens.contains(i) }) {
      if places[own].noun == .village || places[own].noun == .town { return false }
      return !namesSyria(besides: own)
    }
    return i > trigger
  }

  /// "السليمانية العراقية": the adjective of another country right behind the name.
  private func isCalledForeign(_ place: Int) -> Bool {
    let mention = places[place]
    guard mention.noun == nil, mention.anaphor == nil,
      let code = lexeme(.foreign, at: mention.tokens.upperBound)?.lexeme.map({
        reader.lexicon.countries[Int($0.value)]
      })
    else { return false }
    return isOfCountry(code) && !code.hasPrefix("SY")
      && reader.lexicon.countries.contains(String(code.dropLast(4)))
  }

  /// Whether the report names another place that is surely in Syria.
  private func namesSyria(besides own: Int) -> Bool {
    places.indices.contains {
      $0 != own && places[$0].anaphor == nil && !places[$0].spelling.isUnknown
        && isSurelySyrian(places[$0])
    }
  }

  /// "صيدا بريف القنيطرة": a governorate or its countryside among the event's places.
  private func namesGovernorate(_ event: Event) -> Bool {
    event.groups.contains { g in
      (groups[g].heads.lowerBound..<groups[g].contexts.upperBound).contains { p in
        places[p].noun == .countryside || places[p].spelling.has(.governorate)
      }
    }
  }

  /// A base, a crossing, a camp: no homonym abroad is meant.
  private func isNamedSite(_ place: PlaceMention) -> Bool { place.spelling.has(.site) }
}
