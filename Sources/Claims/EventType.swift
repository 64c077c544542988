import ArabicText
import Lexicon
import Mentions

extension ReportReading {
  /// What kind of operation an event is, from its triggers and means; nil when none is told.
  func type(of event: Event) -> OperationType? { event.type ?? typeRead(from: event) }

  private func typeRead(from event: Event) -> OperationType? {
    var hits = toldTriggers(of: event)
    if isAssault(hits) { hits.removeAll { $0.trigger == .ambush } }
    // "تصدت الدفاعات الجوية لصواريخ استهدفت": what was fired, and not who fought it off.
    if event.signs.status.has(.airDefence),
      hits.contains(where: { $0.trigger == .strike || $0.trigger == .airStrike })
    {
      hits.removeAll { $0.trigger == .clash }
    }
    // "مستودع سلاح قُصف", "دمرت الغارات ثكنة صارت مخزناً": struck, and not found.
    if hits.contains(where: { [.airStrike, .strike, .shelling].contains($0.trigger) }),
      hits.allSatisfy({ ![.seizure, .arrest, .raid].contains($0.trigger) })
    {
      hits.removeAll { $0.trigger == .cache }
    }
    guard let first = hits.first(where: { $0.trigger != .operation }) ?? hits.first else {
      return typeWithoutTrigger(event)
    }
    // "لم يكد يمر يومان على حادثة مماثلة، إذ قُتل ثلاثة بهجوم": what is told behind the comma.
    if first.trigger == .similar, event.signs.status.has(.negation),
      hits.contains(where: {
        $0.tokens.lowerBound > first.tokens.upperBound
          && hasPunctuation(first.tokens.upperBound..<$0.tokens.lowerBound)
      })
    {
      hits.removeAll { $0.trigger == .similar }
    }
    let kinds = TriggerKinds(hits)
    if kinds.first == .similar, !kinds.contains(.airborne) { return nil }
    if kinds.contains(.airborne) { return .airborneRaid }
    // "حاول انتحاريون اقتحام مقر، ففجروا أنفسهم".
    if kinds.contains(.raid), kinds.contains(.bombing), isBySuicide(hits) { return .ied }
    // "دخلوا البلدة وفتشوا بيوتها".
    if kinds.contains(.control), has(.raidWeak, in: event.triggers), first.trigger == .control {
      return .groundRaid
    }
    if let type = raidType(kinds, first, event) { return type }
    // "طالت حملة اعتقالات ستة شبان", "عملية أمنية استهدفت وكراً": nothing is fired.
    if first.trigger == .strike, event.signs.means.isEmpty,
      kinds.contains(.raid) || kinds.contains(.arrest)
    {
      return has(.raid, in: event.triggers) ? .groundRaid : .arrest
    }
    if let type = shotDownType(kinds, first, event) { return type }
    if kinds.contains(.ambush), first.trigger != .arrest { return .ambush }
    if kinds.contains(.assassination),
      ![.raid, .arrest, .seizure, .attack, .clash].contains(first.trigger)
    {
      // "اغتالت مسيّرة قيادياً": from the air.
      if isDrone(event.signs.means, event) { return .droneStrike }
      return isAircraft(event.signs.means) ? .airStrike : .assassination
    }
    let near = event.signs.means
    let hasArms = hasArms(event)
    let main =
      hits.first {
        !$0.trigger.isVague && ($0.trigger != .seizure || hasArms || kinds.contains(.cache))
      }?.trigger ?? first.trigger
    // "طالت غارات", "استهدف … بغارات": the noun says how it was struck.
    // "كانوا يخططون لاستهداف كنيسة": nobody says with what, and those who plot have no planes.
    if main == .strike || main == .attack, plot(in: event) != nil, !isAircraft(near),
      !near.contains(.drone)
    {
      return .ied
    }
    if [.strike, .shelling].contains(main), kinds.contains(.airStrike) {
      return isDrone(near, event) ? .droneStrike : .airStrike
    }
    switch main {
    case .airborne: return .airborneRaid
    case .airStrike:
      if isDrone(near, event) { return .droneStrike }
      return isOnFoot(first, near, event)
        ? (kinds.contains(.arrest) ? .groundRaid : .clash) : .airStrike
    case .strike, .shelling:
      // "فأُمطرت سيارة بالرصاص".
      if main == .shelling, near.isOnly(.smallArms) { return shootingType(event) }
      // "استهدف مجهولون حاجزاً": by people on foot.
      if main == .strike, isOnBarrier(first, event), hasFighters(event), !isAircraft(near),
        !isDrone(near, event), !near.contains(.mortar), !near.contains(.ied),
        !kinds.contains(.bombing), !kinds.contains(.shelling),
        near.contains(.smallArms) || !near.contains(.artillery)
      {
        return .clash
      }
      return fireType(main, kinds, near, event)
    case .raid, .raidWeak: return .groundRaid
    case .incursion:
      return kinds.contains(.arrest) || kinds.contains(.execution)
        || has(.raidWeak, in: event.triggers) ? .groundRaid : .other
    case .arrest:
      if first.trigger == .control { return .clash }
      // "أوقف التنظيم حافلة عسكرية بنيران كثيفة، فقُتل جنود".
      if has(.killed, in: event.outcomes), isOnVehicle(first, event), hasFighters(event) {
        return .ambush
      }
      // "اعتقل على حاجز للمخابرات واقتيد إلى جهة مجهولة": nobody kidnaps at a checkpoint of his own.
      if kinds.contains(.kidnapping), !isByState(event) { return .other }
      if isByUnknown(event) || isByLocals(event) { return .other }
      // "المداهمات التي أوقف خلالها عشرون".
      return has(.raid, in: event.triggers) ? .groundRaid : .arrest
    // "أسر خمسة عناصر وانتزع القرية": taken in a fight.
    case .capture:
      return kinds.contains(.control) || kinds.contains(.clash) || kinds.contains(.attack)
        || isOfFighters(event)
        ? .clash : isByUnknown(event) ? .other : .arrest
    case .neutralise: return typeWithoutTrigger(event) ?? .clash
    case .release: return .other
    case .defuse: return .ied
    case .clash:
      if kinds.contains(.shelling) && kinds.first == .shelling { return .shelling }
      return .clash
    case .attack:
      if kinds.contains(.bombing) || isThrown(first, near) { return .ied }
      // "هجوم بالمروحيات قبضت فيه القوات على قيادي".
      if near.contains(.helicopter), kinds.contains(.arrest) { return .airborneRaid }
      // "اقتحم مسلحون مدجنة وأعدموا عاملين": whom nobody fought.
      if kinds.contains(.execution), !areArmedHarmed(event) { return .other }
      // "هاجمت وحدة المهام الخاصة أوكاراً وأوقفت": the police do not fight for ground.
      if kinds.contains(.arrest), isByPolice(event) { return .groundRaid }
      if isOnVehicle(first, event)
        || hits.contains(where: { $0.trigger == .shooting && isOnVehicle($0, event) })
      {
        return .ambush
      }
      if isDrone(near, event) { return .droneStrike }
      if isByAircraft(event) { return .airStrike }
      if kinds.contains(.shelling) || isWithShells(first), !near.contains(.smallArms),
        near.contains(where: { [.rocket, .mortar, .artillery].contains($0) })
      {
        return .shelling
      }
      return isOnPerson(event) ? .assassination : .clash
    case .explosion, .bombing:
      // "دمر سلاح الجو سيارتين مفخختين": bombs that were hit.
      if first.trigger == .destroy, isAircraft(near) {
        return destructionType(kinds, near, event, hasArms)
      }
      if near.first == .drone, !near.contains(.ied) { return .droneStrike }
      if !near.contains(.ied), isOfShells(first) { return .shelling }
      // "عثرت القوات على عبوة": found, and not gone off.
      let isFound = first.trigger == .seizure && event.outcomes.isEmpty
      return isFound && !event.signs.status.has(.foiled) ? .weaponsCache : .ied
    case .assassination: return .assassination
    case .shooting:
      if kinds.contains(.clash) || isOnBarrier(first, event) { return .clash }
      // "أطلقت دورية النار على حطابين واقتادت اثنين".
      if kinds.contains(.arrest), isByState(event), !isByUnknown(event) { return .groundRaid }
      let shot = hits.first { $0.trigger == .shooting } ?? first
      return isOnVehicle(shot, event) ? .ambush : shootingType(event)
    case .ambush: return .ambush
    case .cache: return .weaponsCache
    case .seizure: return seizureType(event, kinds)
    case .shootDown:
      // Drones shot down before they struck: the strike that failed.
      if near.contains(.drone) { return isStoppedDrone(event) ? .droneStrike : .other }
      // "إسقاط مروحية برميلاً": what she dropped.
      if near.contains(.barrelBomb) { return .airStrike }
      return near.contains(.warplane) || near.contains(.helicopter) ? .other : nil
    case .kidnapping, .checkpoint, .exchange, .arson: return .other
    // "سيطر على القرية وأعدم تسعة": those who are taken in a fight.
    case .execution:
      if kinds.contains(.raid) { return .groundRaid }
      return has(.control, in: event.triggers) || kinds.contains(.clash) || kinds.contains(.attack)
        ? .clash : .other
    case .massacre: return isAircraft(near) ? .airStrike : .other
    // Israel's patrols enter villages and leave again.
    case .control: return isIsrael(event) ? .other : .clash
    case .operation:
      return typeWithoutTrigger(event) ?? (near.contains(.helicopter) ? .airborneRaid : .groundRaid)
    case .similar, .battle, .launch, .fall, .tradeFire, .smuggle, .land, .take, .enter, .campaign,
      .search,
      .find, .pursue,
      .wage, .advance, .overcome, .siege, .relieve, .expel, .intercept,
      .vehicle, .barrier, .dwelling, .fire, .gunfire, .setUp, .custody, .trap, .inflict, .raze,
      .bomb, .storm, .post, .idiom, .stir, .impose, .hold, .ignite, .hit, .passers, .beat:
      return nil
    case .destroy: return destructionType(kinds, near, event, hasArms)
    }
  }

  /// "ست قذائف انفجرت في الشارع": what went off had been fired.
  private func isOfShells(_ hit: TriggerMention) -> Bool {
    let beside =
      max(0, hit.tokens.lowerBound - 2)..<min(hit.tokens.upperBound + 2, tokens.list.count)
    return matches.first(.means, in: beside) { match in
      match.clitics.isEmpty
        && [Means.artillery, .mortar, .rocket].contains { match.lexeme?.value == $0.rawValue }
    } != nil
  }

  /// "ألقى مجهولان قنبلة يدوية على منزل": thrown, and not planted.
  private func isThrown(_ hit: TriggerMention, _ means: MeansInOrder) -> Bool {
    lexeme(.triggers, at: hit.tokens.lowerBound)?.lexeme?.value == Trigger.launch.rawValue
      && (means.isOnly(.grenade)
        || matches.first(
          .triggers, in: hit.tokens.upperBound..<min(hit.tokens.upperBound + 8, tokens.list.count),
          where: { $0.lexeme?.value == Trigger.bomb.rawValue }) != nil)
  }

  /// "اعتداء بسبع قذائف", "هجوم بقذائف الهاون": shells right behind the noun, and nobody who attacks.
  private func isWithShells(_ hit: TriggerMention) -> Bool {
    guard hit.form == .noun else { return false }
    let behind = hit.tokens.upperBound..<min(hit.tokens.upperBound + 3, tokens.list.count)
    guard let with = behind.first(where: { clitics(at: $0).contains(.beh) }) else { return false }
    return matches.first(.means, in: with..<min(with + 3, tokens.list.count)) {
      $0.lexeme?.value == Means.artillery.rawValue || $0.lexeme?.value == Means.mortar.rawValue
    } != nil
  }

  /// "باغت مسلحون نقطة بهجوم": a post that was surprised, and no ambush.
  private func isAssault(_ hits: [TriggerMention]) -> Bool {
    hits.contains { $0.trigger == .attack }
      && hits.allSatisfy { $0.trigger != .ambush || $0.form == .verb }
  }

  /// "أغارت وحدات مكافحة الإرهاب على وكر": the verb as it was used before there were planes.
  private func isOnFoot(
    _ first: TriggerMention, _ means: MeansInOrder, _ event: Event
  ) -> Bool {
    guard first.form == .verb, !isAircraft(means), !isAirForce(event) else { return false }
    return names([.armedGroup, .militia, .police, .unknown], in: event)
  }

  /// Drones shot down before they reached what they flew at.
  func isStoppedDrone(_ event: Event) -> Bool {
    let status = event.signs.status
    guard
      has(.shootDown, in: event.triggers) || status.has(.repelled) && status.has(.airDefence)
    else { return false }
    return status.has(.foiled) || status.has(.airDefence)
      || event.groups.contains { groups[$0].role == .destination }
  }

  /// The triggers that tell the event: those without ال go before "الهجوم" and the like, and of what
  /// was foiled only what the attempt was.
  private func toldTriggers(of event: Event) -> [TriggerMention] {
    if event.triggers.isEmpty { return [] }
    var hits: [TriggerMention] = []
    hits.reserveCapacity(event.triggers.count)
    for t in event.triggers where isStrong(t) { hits.append(parts.triggers[t]) }
    if hits.isEmpty {
      for t in event.triggers where !parts.triggers[t].isAccusation {
        hits.append(parts.triggers[t])
      }
    }
    // "لم يوقف الصمت القذائف، فالقرية تعرضت لقصف": what was not done tells nothing.
    if hits.count > 1, event.signs.status.has(.negation),
      hits.contains(where: { !isNegated($0) })
    {
      hits.removeAll(where: isNegated)
    }
    if let attempt = plot(in: event) ?? attempted(hits, in: event) { return [attempt] }
    if hits.count > 1 {
      // Behind what was done.
      let verb =
        hits.first { $0.form == .verb || $0.trigger == .control }?.tokens.upperBound ?? Int.max
      hits.removeAll { $0.tokens.lowerBound >= verb && isSubordinate($0) }
    }
    // "التفجير الذي طال الوزارة": the noun says what it was.
    if let named = hits.firstIndex(where: { hit in
      hit.isDefinite && hits.contains { isRelative($0, of: hit) }
    }) {
      let noun = hits[named]
      hits.removeAll { isRelative($0, of: noun) }
      return hits
    }
    let isAnyFresh = hits.contains { !$0.isDefinite && $0.trigger != .operation }
    if isAnyFresh { hits.removeAll { $0.isDefinite } }
    return hits
  }

  /// Whether a verb of fire stands in the relative clause of a noun: "التفجير الذي طال".
  private func isRelative(_ verb: TriggerMention, of noun: TriggerMention) -> Bool {
    guard verb.form == .verb, verb.trigger == .strike, noun.form == .noun,
      noun.trigger == .bombing || noun.trigger == .explosion
    else { return false }
    let between = noun.tokens.upperBound..<max(noun.tokens.upperBound, verb.tokens.lowerBound)
    return verb.tokens.lowerBound >= noun.tokens.upperBound && between.count <= 2
      && between.contains { has(.parties, PartySign.beside.rawValue, at: $0) }
  }

  /// "لم يوقف": a verb right behind "not".
  private func isNegated(_ hit: TriggerMention) -> Bool {
    let start = hit.tokens.lowerBound
    return hit.form == .verb && start > 0 && sign(.negation, at: start - 1) != nil
  }

  /// "سيطرت القوات على المخيم بعد قصف عنيف": what went before the act that is told.
  private func isSubordinate(_ hit: TriggerMention) -> Bool {
    guard hit.form == .noun, !hit.isDefinite else { return false }
    let start = hit.tokens.lowerBound
    guard start > 0, let sign = lexeme(.calendar, before: start)?.lexeme else { return false }
    return sign.value == CalendarWord.after.rawValue
  }

  /// "إحباط محاولة تفجير كنيسة": the act right behind the attempt.
  private func attempted(_ hits: [TriggerMention], in event: Event) -> TriggerMention? {
    guard event.signs.status.has(.foiled) else { return nil }
    return hits.first { hit in
      (max(event.tokens.lowerBound, hit.tokens.lowerBound - 2)..<hit.tokens.lowerBound).contains {
        sign(.attempt, at: $0) != nil
      }
    }
  }

  /// "دمّرت مخازن أسلحة": from the air, by guns, or by those who found them.
  private func destructionType(
    _ kinds: TriggerKinds, _ means: MeansInOrder, _ event: Event, _ hasArms: Bool
  ) -> OperationType? {
    if isDrone(means, event) { return .droneStrike }
    if isAircraft(means) || kinds.contains(.airStrike) {
      return isOfAircraft(.destroy, event) ? .clash : .airStrike
    }
    if kinds.contains(.shelling) { return .shelling }
    // "دمرت سيارتين يقودهما انتحاريان قبل وصولهما": bombs that did not get there.
    if means.contains(.ied), event.signs.status.has(.foiled) { return .ied }
    if hasArms, hasArmsDestroyed(event) { return .weaponsCache }
    if means.contains(.artillery) || means.contains(.rocket) { return .shelling }
    return isAirForce(event) ? .airStrike : means.contains(.smallArms) ? .clash : .other
  }

  /// "استهدفت مروحية على محور X وأسقطتها", "دمروا طائرة بصاروخ": an aircraft is what was hit.
  private func shotDownType(
    _ kinds: TriggerKinds, _ first: TriggerMention, _ event: Event
  ) -> OperationType? {
    guard isAircraft(event.signs.means), !event.signs.means.contains(.drone),
      first.trigger == .strike && kinds.contains(.shootDown) && isOfAircraft(.strike, event)
        || first.trigger == .destroy && event.signs.means.contains(.rocket)
          && isOfAircraft(.destroy, event)
    else { return nil }
    return .other
  }

  /// "دمرت فيه طائرة ميغ": the plane is what was destroyed.
  private func isOfAircraft(_ trigger: Trigger, _ event: Event) -> Bool {
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

  private func raidType(
    _ kinds: TriggerKinds, _ first: TriggerMention, _ event: Event
  ) -> OperationType? {
    guard kinds.contains(.raid) else { return nil }
    // "دهمت خلايا التنظيم حواجز": no police raid checkpoints.
    if first.trigger == .raid, first.form == .verb, isOnBarrier(first, event) { return .clash }
    switch first.trigger {
    case .raid, .arrest, .seizure, .incursion, .raidWeak, .checkpoint: return .groundRaid
    case .clash, .shooting, .cache: return kinds.first == .clash ? nil : .groundRaid
    default: return nil
    }
  }

  /// Fire on a target: the means tells whether it came from a plane, a drone, a gun or a bomb.
  private func fireType(
    _ main: Trigger, _ kinds: TriggerKinds, _ means: MeansInOrder, _ event: Event
  ) -> OperationType? {
    if kinds.contains(.bombing) && main == .strike { return .ied }
    if isDrone(means, event) { return .droneStrike }
    if main == .strike, means.allSatisfy({ $0 == .smallArms }), isAimedAtPerson(event) {
      return .assassination
    }
    let hasGun = means.contains { [.artillery, .mortar].contains($0) }
    if isAircraft(means),
      !(hasGun && main == .shelling
        && means.first.map { [.artillery, .mortar, .rocket].contains($0) } == true)
    {
      return .airStrike
    }
    if means.contains(.barrelBomb) || means.contains(.clusterBomb) { return .airStrike }
    if hasGun || means.contains(.rocket) {
      // Missiles on a building, by a state's air force, are counted as an air strike.
      if main == .strike || event.signs.status.has(.airDefence), !hasGun, isAirForce(event) {
        return .airStrike
      }
      if main == .strike, means.contains(.smallArms), !hasGun { return .clash }
      return .shelling
    }
    if main == .shelling || kinds.contains(.shelling) {
      return isAirForce(event) ? .airStrike : .shelling
    }
    if means.contains(.ied) { return .ied }
    if means.contains(.smallArms) || kinds.contains(.shooting) {
      // "استهدفت بالرشاشات نقطة للجيش": a post, and nothing on its way.
      let isOnPost =
        matches.first(.parties, in: event.tokens) {
          $0.lexeme?.value == PartySign.seat.rawValue
        } != nil
      return kinds.contains(.attack) || isOnPost ? .clash : .ambush
    }
    if kinds.contains(.arrest), kinds.first == .arrest { return .arrest }
    if isAirForce(event) { return .airStrike }
    // "استهداف شرطي بقنبلة يدوية".
    if means.contains(.grenade) { return shootingType(event) }
    if kinds.contains(.clash) || kinds.contains(.attack) { return .clash }
    let isNoun = event.triggers.contains {
      parts.triggers[$0].form == .noun && parts.triggers[$0].trigger == .strike
    }
    if isNoun { return .airStrike }
    if let attack = attackType(event) { return attack }
    // "استُهدفت سيارة القيادي فقُتل مرافقه": nobody says with what.
    if main == .strike {
      if hasCarOfSomebody(event) { return .assassination }
      if hasVehicle(event.tokens), !isOfCommander(event) {
        return areArmedHarmed(event) ? .ambush : .assassination
      }
    }
    // "ضرب داعش بنيرانه المطار": fire, whatever it was.
    return event.signs.actors.isEmpty ? nil : .shelling
  }

  /// "استهداف شخص", "استهدف مجهولون بالرصاص عضو بلدية": one person is the object, and nothing tells
  /// that the fire came from the air or from guns.
  private func isAimedAtPerson(_ event: Event) -> Bool {
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
  private func isByLocals(_ event: Event) -> Bool {
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

  /// "استهدفت خلايا داعش حاجزاً": those who have no planes and no guns attack.
  private func attackType(_ event: Event) -> OperationType? {
    let isOnOthers = event.signs.actors.count > 1
    guard isOnOthers, event.triggers.contains(where: { parts.triggers[$0].trigger == .strike })
    else { return nil }
    return isByFighters(event) ? .clash : nil
  }

  private func isDrone(_ means: MeansInOrder, _ event: Event) -> Bool {
    guard means.contains(.drone) else { return false }
    // A drone beside warplanes or helicopters that carry the attack only supports it.
    let lead = means.first {
      [.drone, .warplane, .helicopter, .artillery, .rocket, .mortar, .ied].contains($0)
    }
    return lead == .drone || lead == .rocket || lead == .ied
  }

  private func isAircraft(_ means: MeansInOrder) -> Bool {
    means.contains(.warplane) || means.contains(.helicopter)
  }

  /// "الطائرات هاجمت بلدة X": the aircraft right beside the verb.
  private func isByAircraft(_ event: Event) -> Bool {
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
  private func isBySuicide(_ hits: [TriggerMention]) -> Bool {
    hits.contains { hit in
      hit.trigger == .raid
        && means(
          in: max(
            0, hit.tokens.lowerBound - 2)..<min(
              hit.tokens.upperBound + 2, tokens.list.count)
        ).contains(.ied)
    }
  }

  private func isByPolice(_ event: Event) -> Bool {
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

  private func isIsrael(_ event: Event) -> Bool {
    event.signs.actors.contains { reader.lexicon.actors[actors[$0].actor].id == "idf" }
  }

  /// Parties that strike from the air when the report does not say with what.
  private func isAirForce(_ event: Event) -> Bool {
    event.signs.actors.contains {
      switch reader.lexicon.actors[actors[$0].actor].id {
      case "idf", "coalition", "russia_air", "us_forces", "centcom": return true
      default: return false
      }
    }
  }

  /// "أطلق مسلحون النار على حافلة", "هاجم مسلحون رتلاً": what is on its way, right behind the verb.
  private func isOnVehicle(_ hit: TriggerMention, _ event: Event) -> Bool {
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

  private func hasVehicle(_ range: Range<Int>) -> Bool {
    matches.first(.triggers, in: range) {
      $0.lexeme?.value == Trigger.vehicle.rawValue && !tokens.hasArticle(tokens.list[Int($0.start)])
    } != nil
  }

  /// "قُتل قيادي حين ضُربت سيارته": perhaps from the air.
  private func isOfCommander(_ event: Event) -> Bool {
    event.signs.counts.contains { counts[$0].trade?.group == .commander }
  }

  /// "سيارة القيادي": whose it is stands right behind.
  private func hasCarOfSomebody(_ event: Event) -> Bool {
    matches.first(.parties, in: event.tokens) { match in
      match.lexeme?.value == PartySign.asset.rawValue
        && lexeme(.trades, at: Int(match.end))?.lexeme
          .map { Trade(value: $0.value).number == .one } == true
    } != nil
  }

  /// "استهداف قناص حاجزاً للأمن": a checkpoint is the target.
  private func isOnBarrier(_ hit: TriggerMention, _ event: Event) -> Bool {
    let end = min(hit.tokens.upperBound + 8, event.tokens.upperBound)
    return matches.first(.triggers, in: hit.tokens.upperBound..<end) {
      ($0.lexeme?.value == Trigger.barrier.rawValue || $0.lexeme?.value == Trigger.post.rawValue)
        // "قادمة من ثكنة X".
        && lexeme(.spatial, before: Int($0.start))?.lexeme?.value != Spatial.from.rawValue
    } != nil
  }

  /// Whether an armed group, or gunmen whom nobody knows, act.
  private func isByFighters(_ event: Event) -> Bool {
    event.signs.actors.contains {
      switch reader.lexicon.actors[actors[$0].actor].kind {
      case .armedGroup, .unknown, .militia, .common:
        governor(of: actors[$0], in: event, hasInitiator: false) == .acts
      case .state, .coalition, .police, .civilian, .arms: false
      }
    }
  }

  /// "أسر الثوار عشرة جنود": people in arms are taken by others, and not by police.
  private func isOfFighters(_ event: Event) -> Bool {
    !isByPolice(event) && areArmedHarmed(event) && names([.armedGroup], in: event)
  }

  /// Whether those whom an event counts bear arms.
  private func areArmedHarmed(_ event: Event) -> Bool {
    event.signs.counts.contains { counts[$0].trade?.group.isArmed == true }
  }

  /// Whether a word of a list with a value begins in some tokens.
  private func has(_ category: Category, _ value: Int16, in range: Range<Int>) -> Bool {
    matches.first(category, in: range) { $0.lexeme?.value == value } != nil
  }

  /// Whether a party of one of some kinds is named.
  private func names(_ kinds: [Actor.Kind], in event: Event) -> Bool {
    event.signs.actors.contains { kinds.contains(reader.lexicon.actors[actors[$0].actor].kind) }
  }

  /// Whether an armed group or gunmen whom nobody knows are named.
  private func hasFighters(_ event: Event) -> Bool { names([.armedGroup, .unknown], in: event) }

  /// Whether a state's forces or police are named.
  private func isByState(_ event: Event) -> Bool {
    names([.state, .police, .coalition], in: event)
  }

  private func shootingType(_ event: Event) -> OperationType {
    let isHarmful = has(.killed, in: event.outcomes) || has(.wounded, in: event.outcomes)
    let areSeveral = event.signs.counts.contains {
      let count = counts[$0]
      return !count.isSubset && (count.outcome != nil || count.trade != nil) && count.min > 2
    }
    return isHarmful && !areSeveral || isShotAtPerson(event) ? .assassination : .clash
  }

  /// "قُتل شيخ عشيرة برصاص ملثمين اقتحموا مضافته": one person who bears no arms, and gunmen.
  private func isOnPerson(_ event: Event) -> Bool {
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
  private func isShotAtPerson(_ event: Event) -> Bool {
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

  private func seizureType(_ event: Event, _ kinds: TriggerKinds) -> OperationType? {
    if kinds.contains(.cache) { return .weaponsCache }
    if areBodiesFound(event) { return nil }
    if hasArms(event) { return .weaponsCache }
    return kinds.contains(.arrest) ? .arrest : nil
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

  /// Whether arms are named, and not only what may hold anything: "شحنة", "مستودع".
  private func hasArms(_ event: Event) -> Bool {
    event.signs.words.has(.weapons)
      && matches.first(.weapons, in: event.tokens) { $0.lexeme?.form != .weak } != nil
  }

  /// "بصاروخ" is what something was destroyed with, and no arms that were found.
  private func hasArmsDestroyed(_ event: Event) -> Bool {
    matches.first(.weapons, in: event.tokens) {
      $0.lexeme?.form != .weak && !$0.clitics.contains(.beh)
    } != nil
  }

  /// Whether shells are named, and not only guns and tanks that may drive by.
  private func isShot(_ event: Event) -> Bool {
    matches.first(.means, in: event.tokens) { match in
      guard let value = match.lexeme?.value,
        value == Means.artillery.rawValue || value == Means.mortar.rawValue
      else { return false }
      return matches.first(
        .weapons, in: Int(match.start)..<Int(match.end), where: { $0.lexeme?.form != .weak }) != nil
    } != nil
  }

  /// What the means and the losses tell when no word names the act: bombs dropped, shells that
  /// fell, people shot, arms found.
  func typeWithoutTrigger(_ event: Event) -> OperationType? {
    let near = event.signs.means
    if event.outcomes.isEmpty, near.isEmpty { return nil }
    let isHarmful =
      has(.killed, in: event.outcomes) || has(.wounded, in: event.outcomes)
      || has(.noHarm, in: event.outcomes)
    if isDrone(near, event), isHarmful { return .droneStrike }
    // "براميل نُقلت إلى المدينة" fell on nobody.
    if near.contains(.barrelBomb) || near.contains(.clusterBomb),
      isHarmful || has(.spatial, Spatial.on.rawValue, in: event.tokens)
    {
      return .airStrike
    }
    if isAircraft(near), isHarmful { return .airStrike }
    if near.contains(where: { [.artillery, .mortar].contains($0) }),
      isHarmful || isShot(event)
    {
      return .shelling
    }
    if near.contains(.rocket), isHarmful { return .shelling }
    if near.contains(.ied), isHarmful { return .ied }
    guard isHarmful else { return nil }
    if near.contains(.smallArms) { return shootingType(event) }
    if has(.killed, in: event.outcomes), isByUnknown(event) { return .assassination }
    let isDone = matches.first(.parties, in: event.tokens) {
      $0.lexeme?.value == PartySign.by.rawValue
    }
    // "على يد زوجها" is no act of war.
    let isByArmed =
      event.signs.actors.contains {
        reader.lexicon.actors[actors[$0].actor].kind != .civilian
      }
      || matches.first(
        .trades, in: event.tokens,
        where: { $0.lexeme.map { Trade(value: $0.value).group.isArmed } ?? false }) != nil
    if isDone != nil, isByArmed { return .assassination }
    return isKillingFighters(event) ? .clash : nil
  }

  /// "قتل مقاتلو المعارضة عشرة عناصر من التنظيم في ريف حلب": a party that killed others in arms, and where.
  private func isKillingFighters(_ event: Event) -> Bool {
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

/// The kinds of act that the words of an event tell, one bit for each.
private struct TriggerKinds {
  private var set: UInt128 = 0
  /// What is told first.
  let first: Trigger?

  init(_ hits: [TriggerMention]) {
    first = hits.first?.trigger
    for hit in hits { set |= 1 << UInt128(hit.trigger.rawValue) }
  }

  func contains(_ trigger: Trigger) -> Bool { set & 1 << UInt128(trigger.rawValue) != 0 }
}

extension Trigger {
  /// Whether the word needs others beside it to say what was done.
  fileprivate var isVague: Bool {
    switch self {
    case .explosion, .massacre, .control, .operation, .similar, .destroy, .arson, .neutralise,
      .release:
      true
    default: false
    }
  }
}
