import ArabicText
import Gazetteer
import Lexicon
import Mentions

extension ReportReading {
  /// Tells whether the whole report is about sport, a film, weather and the like.
  var isUnrelatedThroughout: Bool {
    var weights: [Unrelated: Int] = [:]
    var triggers = 0
    for sentence in sentences where sentence.kind == .body {
      for match in matches.matches(of: .unrelated, in: sentence.tokens) {
        if let sign = match.lexeme.flatMap({ Unrelated(rawValue: $0.value) }) {
          weights[sign, default: 0] += 1
        }
      }
      triggers += matches.matches(of: .triggers, in: sentence.tokens)
        .count { $0.lexeme?.form != .weak }
    }
    return [Unrelated.sport, .fiction].contains { weights[$0, default: 0] >= max(3, triggers) }
  }

  /// Tells whether the report speaks of another country: its places abroad outnumber Syria's.
  var isAbroadThroughout: Bool {
    var abroad = 0
    var firstAbroad = Int.max
    for sentence in sentences where sentence.kind != .furniture {
      for match in matches.matches(of: .foreign, in: sentence.tokens) where isForeign(match) {
        abroad += 1
        firstAbroad = min(firstAbroad, Int(match.start))
      }
    }
    guard abroad >= 2 else { return false }
    var here = 0
    var firstHere = Int.max
    for group in groups where group.role == .event {
      for place in group.heads.map({ places[$0] }) + group.contexts.map({ places[$0.place] }) {
        guard isSurelySyrian(place) else { continue }
        here += 1
        firstHere = min(firstHere, place.tokens.lowerBound)
      }
    }
    for match in matches.matches(of: .foreign, in: tokens.list.indices) where isSyria(match) {
      here += 1
      firstHere = min(firstHere, Int(match.start))
    }
    return abroad > here * 2 || abroad > here && firstAbroad < firstHere
  }

  /// A place abroad, and not the adjective of a country.
  private func isForeign(_ match: Match) -> Bool {
    guard let lexeme = match.lexeme else { return false }
    let code = reader.lexicon.countries[Int(lexeme.value)]
    return code != "SY" && code != "IL-G" && !code.hasSuffix("_adj")
  }

  private func isSyria(_ match: Match) -> Bool {
    guard let lexeme = match.lexeme else { return false }
    return reader.lexicon.countries[Int(lexeme.value)] == "SY"
  }

  /// A governorate, a city or a town whose name is nothing else.
  private func isSurelySyrian(_ place: PlaceMention) -> Bool {
    if lexeme(.foreign, at: place.nameTokens.lowerBound) != nil { return false }
    let importance = place.candidates.map { reader.gazetteer.places[Int($0)].importance }.max() ?? 0
    return importance >= 50 || isNamedSite(place)
  }

  /// Tells whether an event's own words put it abroad.
  func isAbroad(_ event: Event, places chosen: [PlaceMention]) -> Bool {
    if !chosen.isEmpty, namesGovernorate(event) { return false }
    let trigger =
      event.triggers.first { isStrong($0) }?.tokens.lowerBound ?? event.tokens.lowerBound
    let clause = event.clauses.first { $0.tokens.contains(trigger) }?.tokens ?? event.tokens
    for match in matches.matches(of: .foreign, in: clause) where isForeign(match) {
      let i = Int(match.start)
      // Only a place that something happened in: "في سنجار", "على صور", "شمالي غزة".
      let isLocated =
        match.clitics.contains(.beh) || lexeme(.spatial, before: i) != nil
        || lexeme(.compass, before: i) != nil || lexeme(.placenouns, before: i) != nil
      guard isLocated else { continue }
      let isWay = (max(clause.lowerBound, i - 5)..<i).contains {
        lexeme(.roles, at: $0) != nil || has(.spatial, Spatial.from.rawValue, at: $0)
          || has(.spatial, Spatial.toward.rawValue, at: $0)
      }
      if isWay || chosen.contains(where: { isNamedSite($0) }) { continue }
      if chosen.isEmpty { return true }
      let importance =
        chosen.flatMap(\.candidates).map { reader.gazetteer.places[Int($0)].importance }.max() ?? 0
      if i > trigger, importance < 50 { return true }
      if chosen.contains(where: {
        $0.nameTokens.contains(i) && $0.noun != .village && $0.noun != .town
      }),
        importance < 50
      {
        return true
      }
    }
    return false
  }

  /// "صيدا بريف القنيطرة": a governorate or its countryside among the event's places.
  private func namesGovernorate(_ event: Event) -> Bool {
    event.groups.contains { g in
      (groups[g].heads + groups[g].contexts.map(\.place)).contains { p in
        places[p].noun == .countryside
          || places[p].candidates.contains { reader.gazetteer.places[Int($0)].kind == .governorate }
      }
    }
  }

  /// A base, a crossing, a camp: no homonym abroad is meant.
  private func isNamedSite(_ place: PlaceMention) -> Bool {
    place.candidates.contains { reader.gazetteer.places[Int($0)].kind == .site }
  }
}
