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
    for a in event.signs.actors where !isOfAct(actors[a]) {
      let mention = actors[a]
      let governor = governor(
        of: mention, in: event, hasInitiator: found.contains { $0.role == .initiator })
      let role = role(of: mention, governor, behind: previous, isTold: isTold, found)
      previous = (governor, previous.last)
      guard let role else { continue }
      add(DraftActor(actor: mention.actor, range: mention.range, role: role), to: &found)
    }
    dropArms(&found)
    if let victim = person(harmedIn: event) {
      // "القيادي في حراس الدين محمود الدرعاوي": he was meant, and not the party that he is of.
      found.removeAll { $0.range.start >= victim.start && $0.range.end < victim.end }
      if !found.contains(where: { $0.role == .target }) {
        found.append(DraftActor(actor: nil, range: victim, role: .target))
      }
    }
    return found
  }

  /// "هجوم انتحاري": an adjective of the act, and nobody.
  private func isOfAct(_ mention: ActorMention) -> Bool {
    let start = mention.tokens.lowerBound
    guard start > 0, let act = lexeme(.triggers, at: start - 1), Int(act.end) > start else {
      return false
    }
    return act.lexeme?.form == .noun && act.lexeme?.value != Trigger.shooting.rawValue
  }

  /// "مروحيات" beside those whose they are.
  private func dropArms(_ found: inout [DraftActor]) {
    func isArms(_ actor: DraftActor) -> Bool {
      actor.actor.map { reader.lexicon.actors[$0].kind == .arms } ?? false
    }
    if found.contains(where: { $0.role == .initiator && !isArms($0) }) {
      found.removeAll(where: isArms)
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
      return kind == .unknown && isOwned(mention) ? nil : .initiator
    case .harmed: return kind == .arms ? nil : .target
    case .lost:
      // "مقتل ثلاثة من المهاجمين": they are told by what they did, not as whom it was aimed at.
      return kind == .unknown && !found.isEmpty ? nil : .target
    case .helps: return .partner
    case .side: return hasInitiator ? .target : .initiator
    case .joined:
      guard let last = previous.last else { return nil }
      // "بين قسد والعشائر": the two sides of a fight, and what is said of the first between them.
      if last == .side || previous.other == .side { return .target }
      return last == .apart ? nil : found.last?.role
    case .apart: return nil
    case .none:
      if isTold || hasInitiator || kind == .civilian || kind == .arms { return nil }
      return .initiator
    }
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
    guard i + 1 < tokens.list.count,
      has(.spatial, Spatial.from.rawValue, at: i)
        || has(.parties, PartySign.aligned.rawValue, at: i)
    else { return false }
    return isInActor(i + 1)
  }
}
