import ArabicText
import Lexicon
import Mentions

extension ReportReading {
  /// The parties of an event, each with its role.
  ///
  /// - Parameter isTold: Whether the event goes on with an operation that was told before: then only
  ///   those count whose part in it is said.
  func actors(of event: Event, isTold: Bool) -> [DraftActor] {
    var found: [DraftActor] = []
    var governors: [(mention: ActorMention, governor: Governor)] = []
    for a in actors(in: event.tokens) {
      let mention = actors[a]
      let governor = governor(
        of: mention, in: event, hasInitiator: found.contains { $0.role == .initiator })
      governors.append((mention, governor))
      guard let role = role(of: governors.count - 1, among: governors, isTold: isTold, found) else {
        continue
      }
      add(DraftActor(actor: mention.actor, range: mention.range, role: role), to: &found)
    }
    if !found.contains(where: { $0.role == .target }), let victim = person(harmedIn: event) {
      found.append(DraftActor(actor: nil, range: victim, role: .target))
    }
    return found
  }

  private func add(_ actor: DraftActor, to found: inout [DraftActor]) {
    let isKnown = found.contains {
      $0.actor == actor.actor && $0.role == actor.role || isSameText($0.range, actor.range)
    }
    if !isKnown { found.append(actor) }
  }

  /// The role that a party's governor gives it, beside those that were read before.
  private func role(
    of index: Int, among governors: [(mention: ActorMention, governor: Governor)], isTold: Bool,
    _ found: [DraftActor]
  ) -> ClaimActor.Role? {
    let (mention, governor) = governors[index]
    let party = reader.lexicon.actors[mention.actor]
    let hasInitiator = found.contains { $0.role == .initiator }
    switch governor {
    case .acts:
      // "مروحيات" beside those whose they are.
      return party.kind == .arms && hasInitiator ? nil : .initiator
    case .harmed: return party.kind == .arms ? nil : .target
    case .lost:
      // "مقتل ثلاثة من المهاجمين": they are told by what they did, not as whom it was aimed at.
      return party.kind == .unknown && !found.isEmpty ? nil : .target
    case .helps: return .partner
    case .side: return hasInitiator ? .target : .initiator
    case .joined:
      guard index > 0 else { return nil }
      // "بين قسد والعشائر": the two sides of a fight.
      if governors[index - 1].governor == .side { return .target }
      return found.last?.role
    case .apart: return nil
    case .none:
      if isTold || hasInitiator || party.kind == .civilian || party.kind == .arms { return nil }
      return .initiator
    }
  }
}
