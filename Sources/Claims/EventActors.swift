import ArabicText
import Lexicon
import Mentions
import Reports

extension ReportReading {
  /// The parties of an event, each with its role.
  ///
  /// - Parameter isTold: Whether the event goes on with an operation that was told before: then only
  ///   those count whose part in it is said.
  func actors(of event: Event, isTold: Bool) -> [DraftActor] {
    var found: [DraftActor] = []
    // What the two parties before hang on.
    var previous: (last: Governor?, other: Governor?)
    let isFromAir = type(of: event) == .airStrike
    for a in event.signs.actors where !isOfAct(actors[a]) {
      let mention = actors[a]
      let governor = governor(
        of: mention, in: event, hasInitiator: found.contains { $0.role == .initiator })
      let role = role(
        of: mention, governor, behind: previous,
        isTold: isTold || isBlast(event) && holdsGround(mention), found)
      previous = (governor, previous.last)
      let part = isFromAir ? part(of: mention, governor, role) : role
      guard let role = part, role != .target || mayBeTarget(mention) else { continue }
      add(DraftActor(actor: mention.actor, range: mention.range, role: role), to: &found)
    }
    dropBare(&found)
    if let victim = person(harmedIn: event) {
      // "القيادي في حراس الدين محمود الدرعاوي": he was meant, and not the party that he is of.
      found.removeAll {
        $0.range.start >= victim.whole.start
          && ($0.range.end < victim.whole.end
            || $0.range.end == victim.whole.end && victim.whole != victim.name)
      }
      if !found.contains(where: { $0.role == .target }) {
        found.append(DraftActor(actor: nil, range: victim.name, role: .target))
      }
    }
    return found
  }

  /// "غارات على البلدة وسط معارك بين فيلق الرحمن وقوات الأسد", "ضربة طالت سيارة لقسد": of those whom no word makes
  /// the one who struck, armed groups have no planes.
  private func part(
    of mention: ActorMention, _ governor: Governor, _ role: ClaimActor.Role?
  ) -> ClaimActor.Role? {
    guard governor == .none || governor == .side || governor == .joined, let role, role != .partner
    else { return role }
    switch reader.lexicon.actors[mention.actor].kind {
    case .armedGroup, .militia: return .target
    case .state, .coalition: return governor == .none ? role : .initiator
    default: return role
    }
  }

  /// "انفجرت عبوة في المدينة التي يديرها الجيش": those of a state who are named beside a blast did not set it off
  /// for that.
  private func holdsGround(_ mention: ActorMention) -> Bool {
    switch reader.lexicon.actors[mention.actor].kind {
    case .state, .police, .coalition: true
    default: false
    }
  }

  private func isBlast(_ event: Event) -> Bool {
    guard let act = firstStrong(event.triggers)?.trigger else { return false }
    return act == .bombing || act == .explosion
  }

  /// "هجوم انتحاري": an adjective of the act, and nobody; "قذائف دبابات": what was fired.
  private func isOfAct(_ mention: ActorMention) -> Bool {
    let start = mention.tokens.lowerBound
    if reader.lexicon.actors[mention.actor].kind == .arms, start > 0,
      let arms = lexeme(.means, at: start - 1), Int(arms.end) >= start
    {
      return true
    }
    guard start > 0, let act = lexeme(.triggers, at: start - 1), Int(act.end) > start else {
      return false
    }
    return act.lexeme?.form == .noun && act.lexeme?.value != Trigger.shooting.rawValue
  }

  /// "مروحيات", "مسلح" beside those whose they are.
  private func dropBare(_ found: inout [DraftActor]) {
    func isBare(_ actor: DraftActor) -> Bool {
      guard let kind = actor.actor.map({ reader.lexicon.actors[$0].kind }) else { return false }
      return kind == .arms || kind == .common
    }
    if found.contains(where: { $0.role == .initiator && !isBare($0) }) {
      found.removeAll(where: isBare)
    }
  }

  private func add(_ actor: DraftActor, to found: inout [DraftActor]) {
    let isKnown = found.contains {
      $0.actor == actor.actor && $0.role == actor.role || isSameText($0.range, actor.range)
    }
    if !isKnown { found.append(actor) }
  }

  /// The role that a party's governor gives it, beside those that were read before.
  private func role(
    of mention: ActorMention, _ governor: Governor,
    behind previous: (last: Governor?, other: Governor?),
    isTold: Bool, _ found: [DraftActor]
  ) -> ClaimActor.Role? {
    let kind = reader.lexicon.actors[mention.actor].kind
    let hasInitiator = found.contains { $0.role == .initiator }
    switch governor {
    case .acts:
      return isNameless(mention) && isOwned(mention) ? nil : .initiator
    // "هاجمت قسد البلدة وقتل ثلاثة من قسد": what a party loses in its own attack.
    case .harmed where isInitiator(mention, found), .lost where isInitiator(mention, found):
      return nil
    case .harmed:
      if isNameless(mention), isOwned(mention) { return nil }
      return kind == .arms ? nil : .target
    case .lost:
      // "مقتل ثلاثة من المهاجمين": they are told by what they did, not as whom it was aimed at.
      if isNameless(mention), isOwned(mention) { return nil }
      return kind == .unknown && !found.isEmpty ? nil : .target
    case .helps: return .partner
    case .otherSide: return .target
    case .side: return hasInitiator ? .target : .initiator
    case .joined:
      guard let last = previous.last else { return nil }
      // "بين قسد والعشائر": the two sides of a fight, and what is said of the first between them.
      if last == .side || last == .otherSide || previous.other == .side { return .target }
      return last == .apart ? nil : found.last?.role
    case .apart: return nil
    case .none:
      if isTold || hasInitiator || kind == .civilian { return nil }
      if kind == .arms || kind == .common { return nil }
      return .initiator
    }
  }

  private func isInitiator(_ mention: ActorMention, _ found: [DraftActor]) -> Bool {
    found.contains { $0.role == .initiator && $0.actor == mention.actor }
  }

  /// "المهاجمون", "مسلح": told by what they did, or by a common noun, and not as whom it was aimed at.
  private func mayBeTarget(_ mention: ActorMention) -> Bool {
    let actor = reader.lexicon.actors[mention.actor]
    return actor.kind != .common && actor.id != "attackers"
  }

  /// "مسلحون", "إرهابيون": people in arms, and no name for them.
  func isNameless(_ mention: ActorMention) -> Bool {
    let actor = reader.lexicon.actors[mention.actor]
    return actor.kind == .unknown || actor.kind == .common || actor.id == "sleeper_cells"
  }

  /// "مسلحين من داعش", "مسلحون يتبعون لداعش": whose they are is said behind them.
  private func isOwned(_ mention: ActorMention) -> Bool {
    var i = mention.tokens.upperBound
    // "مسلحون يعتقد أنهم من التنظيم"
    if i < tokens.list.count, has(.parties, PartySign.suspected.rawValue, at: i),
      let suspected = lexeme(.parties, at: i)
    {
      i = Int(suspected.end)
    }
    if i < tokens.list.count, isInActor(i), clitics(at: i).contains(.lam) { return true }
    guard i + 1 < tokens.list.count,
      has(.spatial, Spatial.from.rawValue, at: i)
        || has(.parties, PartySign.aligned.rawValue, at: i)
    else { return false }
    // "مقاتلون من «جيش العزة»".
    while i + 2 < tokens.list.count, tokens.list[i + 1].mark == .quote { i += 1 }
    return isInActor(i + 1)
  }
}
