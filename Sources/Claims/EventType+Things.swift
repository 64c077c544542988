import ArabicText
import Lexicon
import Mentions

/// The arms, aircraft, vehicles and posts of an event, as far as its type hangs on them.
extension ReportReading {
  /// "ست قذائف انفجرت في الشارع": what went off had been fired.
  func isOfShells(_ hit: TriggerMention) -> Bool {
    let beside =
      max(0, hit.tokens.lowerBound - 2)..<min(hit.tokens.upperBound + 2, tokens.list.count)
    return matches.first(.means, in: beside) { match in
      match.clitics.isEmpty
        && [Means.artillery, .mortar, .rocket].contains { match.lexeme?.value == $0.rawValue }
    } != nil
  }

  /// "ألقى مجهولان قنبلة يدوية على منزل": thrown, and not planted.
  func isThrown(_ hit: TriggerMention, _ means: MeansInOrder) -> Bool {
    lexeme(.triggers, at: hit.tokens.lowerBound)?.lexeme?.value == Trigger.launch.rawValue
      && (means.isOnly(.grenade)
        || matches.first(
          .triggers, in: hit.tokens.upperBound..<min(hit.tokens.upperBound + 8, tokens.list.count),
          where: { $0.lexeme?.value == Trigger.bomb.rawValue }) != nil)
  }

  /// "اعتداء بسبع قذائف", "هجوم بقذائف الهاون": shells right behind the noun, and nobody who attacks.
  func isWithShells(_ hit: TriggerMention) -> Bool {
    guard hit.form == .noun else { return false }
    let behind = hit.tokens.upperBound..<min(hit.tokens.upperBound + 3, tokens.list.count)
    guard let with = behind.first(where: { clitics(at: $0).contains(.beh) }) else { return false }
    return matches.first(.means, in: with..<min(with + 3, tokens.list.count)) {
      $0.lexeme?.value == Means.artillery.rawValue || $0.lexeme?.value == Means.mortar.rawValue
    } != nil
  }

  /// "تصدت الدفاعات الجوية لصواريخ في محيط المطار": a strike from the air, of which as a rule some came through;
  /// nil where no missile is stopped.
  func stoppedMissiles(_ means: MeansInOrder, _ event: Event) -> OperationType? {
    guard means.contains(.rocket), event.signs.status.has(.airDefence), isStopped(event),
      // "أُسقطت مروحية بصاروخ": what she was shot down with.
      matches.first(
        .means, in: event.tokens,
        where: { $0.lexeme?.value == Means.rocket.rawValue && !$0.clitics.contains(.beh) }) != nil
    else { return nil }
    return isByFighters(event) ? .shelling : .airStrike
  }

  /// Drones and missiles shot down before they reached what they flew at.
  func isStopped(_ event: Event) -> Bool {
    let status = event.signs.status
    guard
      has(.shootDown, in: event.triggers) || status.has(.repelled) && status.has(.airDefence)
    else { return false }
    return status.has(.foiled) || status.has(.airDefence)
      || event.groups.contains { groups[$0].role == .destination }
  }

  /// "دمرت فيه طائرة ميغ": the plane is what was destroyed.
  func isOfAircraft(_ trigger: Trigger, _ event: Event) -> Bool {
    event.triggers.contains {
      let hit = parts.triggers[$0]
      guard hit.trigger == trigger, hit.form == .verb,
        matches.next(.means, in: hit.tokens) == nil
      else { return false }
      // Who did it and when may stand between: "استهدفت فصائل، اليوم الثلاثاء، طائرة".
      let end = min(hit.tokens.upperBound + (trigger == .destroy ? 3 : 12), event.tokens.upperBound)
      let behind = hit.tokens.upperBound..<end
      return matches.first(
        .means, in: behind,
        where: {
          $0.clitics.isEmpty && !tokens.hasArticle(tokens.list[Int($0.end) - 1])
            && ($0.lexeme?.value == Means.warplane.rawValue
              || $0.lexeme?.value == Means.helicopter.rawValue)
        }) != nil
    }
  }

  func isDrone(_ means: MeansInOrder, _ event: Event) -> Bool {
    guard means.contains(.drone) else { return false }
    // A drone beside warplanes or helicopters that carry the attack only supports it.
    let lead = means.first {
      [.drone, .warplane, .helicopter, .artillery, .rocket, .mortar, .ied].contains($0)
    }
    return lead == .drone || lead == .rocket || lead == .ied
  }

  func isAircraft(_ means: MeansInOrder) -> Bool {
    means.contains(.warplane) || means.contains(.helicopter)
  }

  /// "الطائرات هاجمت بلدة X": the aircraft right beside the verb.
  func isByAircraft(_ event: Event) -> Bool {
    event.triggers.contains {
      let hit = parts.triggers[$0]
      guard hit.trigger == .attack, hit.form == .verb else { return false }
      let beside =
        max(
          event.tokens.lowerBound, hit.tokens.lowerBound - 2)..<min(
          hit.tokens.upperBound + 2, event.tokens.upperBound)
      return matches.first(.means, in: beside) {
        $0.clitics.isDisjoint(with: [.beh, .lam])
          && ($0.lexeme?.value == Means.warplane.rawValue
            || $0.lexeme?.value == Means.helicopter.rawValue)
      } != nil
    }
  }

  /// Whether those who storm a place are bombers: the word right beside the verb.
  func isBySuicide(_ hits: [TriggerMention]) -> Bool {
    hits.contains { hit in
      hit.trigger == .raid
        && means(
          in: max(
            0, hit.tokens.lowerBound - 2)..<min(
              hit.tokens.upperBound + 2, tokens.list.count)
        ).contains(.ied)
    }
  }

  /// "أطلق مسلحون النار على حافلة", "هاجم مسلحون رتلاً": what is on its way, right behind the verb.
  func isOnVehicle(_ hit: TriggerMention, _ event: Event) -> Bool {
    let near = event.signs.means
    guard near.allSatisfy({ $0 == .smallArms || $0 == .rocket || $0 == .grenade }) else {
      return false
    }
    let end = min(
      hit.tokens.upperBound + (hit.form == .verb ? 12 : 3), event.tokens.upperBound)
    if hasVehicle(hit.tokens.upperBound..<end) { return true }
    // "تعرضت حافلة مبيت لإطلاق نار".
    guard hit.form == .noun, hit.clitics.contains(.lam),
      let suffers = matches.first(
        .parties, in: event.tokens.lowerBound..<hit.tokens.lowerBound,
        where: { $0.lexeme?.value == PartySign.suffers.rawValue })
    else { return false }
    return hasVehicle(Int(suffers.start)..<hit.tokens.lowerBound)
  }

  func hasVehicle(_ range: Range<Int>) -> Bool {
    matches.first(.triggers, in: range) {
      $0.lexeme?.value == Trigger.vehicle.rawValue && !tokens.hasArticle(tokens.list[Int($0.start)])
    } != nil
  }

  /// "سيارة القيادي": whose it is stands right behind.
  func hasCarOfSomebody(_ event: Event) -> Bool {
    matches.first(.parties, in: event.tokens) { match in
      match.lexeme?.value == PartySign.asset.rawValue
        && lexeme(.trades, at: Int(match.end))?.lexeme
          .map { Trade(value: $0.value).number == .one } == true
    } != nil
  }

  /// "استهداف قناص حاجزاً للأمن": a checkpoint is the target.
  func isOnBarrier(_ hit: TriggerMention, _ event: Event) -> Bool {
    let end = min(hit.tokens.upperBound + 8, event.tokens.upperBound)
    return matches.first(.triggers, in: hit.tokens.upperBound..<end) {
      $0.isPost
        // "قادمة من ثكنة X".
        && lexeme(.spatial, before: Int($0.start))?.lexeme?.value != Spatial.from.rawValue
    } != nil
  }

  /// Whether a word of a list with a value begins in some tokens.
  func has(_ category: Category, _ value: Int16, in range: Range<Int>) -> Bool {
    matches.first(category, in: range) { $0.lexeme?.value == value } != nil
  }

  /// Whether arms or drugs are named, or those of one kind, and not only what may hold anything: "شحنة",
  /// "مستودع".
  func hasArms(_ event: Event, of kind: Weapons? = nil) -> Bool {
    event.signs.words.has(.weapons)
      && matches.first(.weapons, in: event.tokens) {
        $0.lexeme?.form != .weak && (kind == nil || $0.lexeme?.value == kind?.rawValue)
      } != nil
  }

  /// "بصاروخ" is what something was destroyed with, and no arms that were found.
  func hasArmsDestroyed(_ event: Event) -> Bool {
    matches.first(.weapons, in: event.tokens) {
      $0.lexeme?.form != .weak && !$0.clitics.contains(.beh)
    } != nil
  }

  /// Whether shells are named, and not only guns and tanks that may drive by.
  func isShot(_ event: Event) -> Bool {
    matches.first(.means, in: event.tokens) { match in
      guard let value = match.lexeme?.value,
        value == Means.artillery.rawValue || value == Means.mortar.rawValue
      else { return false }
      return matches.first(
        .weapons, in: Int(match.start)..<Int(match.end), where: { $0.lexeme?.form != .weak }) != nil
    } != nil
  }
}
