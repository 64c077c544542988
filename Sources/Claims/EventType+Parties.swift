import ArabicText
import Lexicon
import Mentions

/// Who acts in an event and who is hit, as far as its type hangs on it.
extension ReportReading {
  /// "استهداف شخص", "استهدف مجهولون بالرصاص عضو بلدية": one person is the object, and nothing tells
  /// that the fire came from the air or from guns.
  func isAimedAtPerson(_ event: Event) -> Bool {
    guard !isAirForce(event) else { return false }
    return event.triggers.contains { t in
      let hit = parts.triggers[t]
      guard hit.trigger == .strike else { return false }
      // "قُتل عضو البلدية إثر استهدافه بالرصاص".
      if hit.form == .noun, hit.clitics.contains(.pronoun), areOneHarmed(event) { return true }
      return object(of: hit, in: event).flatMap { lexeme(.trades, at: $0)?.lexeme }
        .map { Trade(value: $0.value) }
        .map { $0.number == .one && $0.group != .militant } ?? false
    }
  }

  /// "احتجز أهالٍ عناصر من قوات النظام": people of the place, who police nothing.
  func isByLocals(_ event: Event) -> Bool {
    areArmedHarmed(event)
      && !event.signs.actors.contains { a in
        switch reader.lexicon.actors[actors[a].actor].kind {
        case .state, .police, .coalition, .armedGroup, .militia:
          return governor(of: actors[a], in: event, hasInitiator: false) == .acts
        case .unknown, .common, .civilian, .arms: return false
        }
      }
      && event.signs.actors.contains {
        reader.lexicon.actors[actors[$0].actor].kind == .civilian
      }
  }

  /// Whether the only ones that an event counts are one person, and no fighter.
  private func areOneHarmed(_ event: Event) -> Bool {
    let people = event.signs.counts.filter { counts[$0].trade != nil || counts[$0].outcome != nil }
    return !people.isEmpty && !hasVehicle(event.tokens)
      && people.allSatisfy { counts[$0].max == 1 && counts[$0].trade?.group != .militant }
  }

  /// The first token behind an act that belongs neither to who did it nor to how or when.
  private func object(of hit: TriggerMention, in event: Event) -> Int? {
    var i = hit.tokens.upperBound
    while i < event.tokens.upperBound {
      if isInActor(i) || isInDate(i) { i += 1; continue }
      if let means = lexeme(.means, at: i) { i = Int(means.end); continue }
      // "بالرصاص المباشر": what the means is like.
      if i > hit.tokens.upperBound, isDefiniteWord(i), lexeme(.means, before: i) != nil {
        i += 1
        continue
      }
      return tokens.list[i].kind == .word ? i : nil
    }
    return nil
  }

  func isByPolice(_ event: Event) -> Bool {
    names([.police], in: event)
  }

  /// "مجهولون", "ملثمون": nobody knows who did it.
  func isByUnknown(_ event: Event) -> Bool {
    event.signs.actors.contains {
      guard reader.lexicon.actors[actors[$0].actor].kind == .unknown else { return false }
      // "إلى جهة مجهولة": a place.
      let governor = governor(of: actors[$0], in: event, hasInitiator: false)
      return governor != .harmed && governor != .apart
    }
  }

  func isIsrael(_ event: Event) -> Bool {
    event.signs.actors.contains { reader.lexicon.actors[actors[$0].actor].id == "idf" }
  }

  /// Parties that strike from the air when the report does not say with what.
  func isAirForce(_ event: Event) -> Bool {
    event.signs.actors.contains {
      switch reader.lexicon.actors[actors[$0].actor].id {
      case "idf", "coalition", "russia_air", "us_forces", "centcom": return true
      default: return false
      }
    }
  }

  /// "قُتل قيادي حين ضُربت سيارته": perhaps from the air.
  func isOfCommander(_ event: Event) -> Bool {
    event.signs.counts.contains { counts[$0].trade?.group == .commander }
  }

  /// Whether an armed group, or gunmen whom nobody knows, act.
  func isByFighters(_ event: Event) -> Bool {
    event.signs.actors.contains {
      switch reader.lexicon.actors[actors[$0].actor].kind {
      case .armedGroup, .unknown, .militia, .common:
        governor(of: actors[$0], in: event, hasInitiator: false) == .acts
      case .state, .coalition, .police, .civilian, .arms: false
      }
    }
  }

  /// "أسر الثوار عشرة جنود": people in arms are taken by others, and not by police.
  func isOfFighters(_ event: Event) -> Bool {
    !isByPolice(event) && areArmedHarmed(event) && names([.armedGroup], in: event)
  }

  /// Whether those whom an event counts bear arms.
  func areArmedHarmed(_ event: Event) -> Bool {
    event.signs.counts.contains { counts[$0].trade?.group.isArmed == true }
  }

  /// Whether a party of one of some kinds is named.
  func names(_ kinds: [Actor.Kind], in event: Event) -> Bool {
    event.signs.actors.contains { kinds.contains(reader.lexicon.actors[actors[$0].actor].kind) }
  }

  /// Whether an armed group or gunmen whom nobody knows are named.
  func hasFighters(_ event: Event) -> Bool { names([.armedGroup, .unknown], in: event) }

  /// Whether a state's forces or police are named.
  func isByState(_ event: Event) -> Bool {
    names([.state, .police, .coalition], in: event)
  }

  /// "قُتل شيخ عشيرة برصاص ملثمين اقتحموا مضافته": one person who bears no arms, and gunmen.
  func isOnPerson(_ event: Event) -> Bool {
    guard isByUnknown(event) || event.signs.means.isOnly(.smallArms),
      has(.killed, in: event.outcomes) || has(.wounded, in: event.outcomes),
      !has(.clash, in: event.triggers)
    else { return false }
    var isAny = false
    for c in event.signs.counts {
      guard let trade = counts[c].trade else { continue }
      switch trade.group {
      case .civilian, .official, .commander, .person: break
      case .militant, .soldier, .police, .other: return false
      }
      guard counts[c].max == 1 else { return false }
      isAny = true
    }
    return isAny
  }

  /// "إطلاق النار على متهم", "أطلق عليه ملثمون النار": one person is what is shot at.
  func isShotAtPerson(_ event: Event) -> Bool {
    event.triggers.contains { t in
      let hit = parts.triggers[t]
      guard hit.trigger == .shooting else { return false }
      let behind =
        hit.tokens.upperBound..<min(hit.tokens.upperBound + 2, event.tokens.upperBound)
      return behind.contains {
        has(.spatial, Spatial.on.rawValue, at: $0) && clitics(at: $0).contains(.pronoun)
          || lexeme(.trades, at: $0)?.lexeme.map { Trade(value: $0.value) }
            .map { $0.number == .one && !$0.group.isArmed } == true
      }
    }
  }

  /// "عثر أهالٍ على جثة شاب عليها آثار طلقات": the dead are what is found, and not arms.
  func areBodiesFound(_ event: Event) -> Bool {
    guard let seizure = event.triggers.first(where: { parts.triggers[$0].trigger == .seizure })
    else { return false }
    let behind = parts.triggers[seizure].tokens.upperBound..<event.tokens.upperBound
    guard
      let body = matches.first(
        .outcomes, in: behind,
        where: { $0.lexeme?.form.isPerson == true && $0.lexeme?.value == Outcome.killed.rawValue })
    else { return false }
    return matches.next(.weapons, in: behind).map { $0.start > body.start } ?? true
  }

  /// "قتل مقاتلو المعارضة عشرة عناصر من التنظيم في ريف حلب": a party that killed others in arms, and where.
  func isKillingFighters(_ event: Event) -> Bool {
    guard event.groups.contains(where: { groups[$0].role == .event }),
      let hit = event.outcomes.first(where: {
        parts.outcomes[$0].outcome == .killed && parts.outcomes[$0].form == .verb
      })
    else { return false }
    let end = parts.outcomes[hit].tokens.upperBound
    return counts(in: event.tokens).contains {
      counts[$0].tokens.lowerBound >= end && counts[$0].trade?.group.isArmed == true
        && !counts[$0].isSubset
    }
      && actors(in: event.tokens).contains {
        let actor = actors[$0]
        switch reader.lexicon.actors[actor.actor].kind {
        case .armedGroup, .militia, .state, .police:
          return actor.tokens.lowerBound - end <= 2 && actor.tokens.lowerBound >= end
            && governor(of: actor, in: event, hasInitiator: false) == .acts
        default: return false
        }
      }
  }
}
