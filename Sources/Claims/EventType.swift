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
      // "عملية بوساطة مروحية استهدفت قيادياً": carried there by it.
      if main == .strike, near.isOnly(.helicopter),
        let operation = event.triggers.first.map({ parts.triggers[$0] }),
        operation.trigger == .operation, operation.form == .noun
      {
        return .airborneRaid
      }
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
      if near.contains(.drone) { return isStopped(event) ? .droneStrike : .other }
      if let fire = stoppedMissiles(near, event) { return fire }
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
      && between.contains(where: isRelativePronoun)
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
    // "قُتل سائق على يد مسلحين بعد استهدافه": those have no planes.
    if isNoun, isByUnknown(event), has(.killed, in: event.outcomes) { return .assassination }
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
    if !event.signs.actors.isEmpty { return .shelling }
    // "قُتل مدنيان حين استُهدفت سيارة في ريف المدينة": nobody says with what.
    let isHarmful = has(.killed, in: event.outcomes) || has(.wounded, in: event.outcomes)
    let verb = event.triggers.first { parts.triggers[$0].form == .verb }.map { parts.triggers[$0] }
    return isHarmful
      && verb.map { has(.parties, PartySign.asset.rawValue, at: $0.tokens.upperBound) } == true
      ? .other : nil
  }

  /// "استهدفت خلايا داعش حاجزاً": those who have no planes and no guns attack.
  private func attackType(_ event: Event) -> OperationType? {
    let isOnOthers = event.signs.actors.count > 1
    guard isOnOthers, event.triggers.contains(where: { parts.triggers[$0].trigger == .strike })
    else { return nil }
    return isByFighters(event) ? .clash : nil
  }

  private func shootingType(_ event: Event) -> OperationType {
    let isHarmful = has(.killed, in: event.outcomes) || has(.wounded, in: event.outcomes)
    let areSeveral = event.signs.counts.contains {
      let count = counts[$0]
      return !count.isSubset && (count.outcome != nil || count.trade != nil) && count.min > 2
    }
    return isHarmful && !areSeveral || isShotAtPerson(event) ? .assassination : .clash
  }

  private func seizureType(_ event: Event, _ kinds: TriggerKinds) -> OperationType? {
    if kinds.contains(.cache) { return .weaponsCache }
    if areBodiesFound(event) { return nil }
    if hasArms(event) { return .weaponsCache }
    return kinds.contains(.arrest) ? .arrest : nil
  }

  /// What the means and the losses tell when no word names the act: bombs dropped, shells that
  /// fell, people shot, arms found.
  func typeWithoutTrigger(_ event: Event) -> OperationType? {
    let near = event.signs.means
    if event.outcomes.isEmpty, near.isEmpty { return nil }
    if event.signs.status.has(.repelled), let fire = stoppedMissiles(near, event) { return fire }
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
