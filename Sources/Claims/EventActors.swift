import ArabicText
import Lexicon
import Mentions

extension ReportReading {
  /// The parties of an event, each with its role.
  func actors(of event: Event) -> [DraftActor] {
    var found: [DraftActor] = []
    var hasInitiator = false
    let range = event.tokens
    var last: ActorMention?
    for a in actors(in: range) {
      let mention = actors[a]
      guard !isSpeaker(mention, range) else { continue }
      var role = joinedRole(of: mention, last, found) ?? role(of: mention, range)
      if role == nil, isVictim(mention, event) { role = .target }
      if role == nil, hasInitiator,
        reader.lexicon.actors[mention.actor].kind == .civilian || isOwnMeans(mention)
      {
        continue
      }
      if role == nil { role = hasInitiator ? .target : .initiator }
      if role == .initiator { hasInitiator = true }
      last = mention
      let isKnown = found.contains {
        $0.actor == mention.actor && $0.role == role || isSameText($0.range, mention.range)
      }
      if isKnown { continue }
      found.append(
        DraftActor(actor: mention.actor, range: mention.range, role: role ?? .target))
    }
    return found
  }

  /// "قالت قوات سوريا الديمقراطية إن": the source of the news, unless it tells its own act.
  private func isSpeaker(_ mention: ActorMention, _ range: Range<Int>) -> Bool {
    let start = mention.tokens.lowerBound
    guard start > range.lowerBound else { return false }
    for i in max(range.lowerBound, start - 2)..<start {
      guard let speech = lexeme(.speech, at: i), Int(speech.end) == start else { continue }
      let next = mention.tokens.upperBound
      // "أعلنت وزارة الداخلية العثور على": it tells what it did itself.
      let tellsOwn = (next..<min(next + 8, range.upperBound)).contains {
        lexeme(.triggers, at: $0)?.lexeme?.form == .noun
      }
      return !tellsOwn
    }
    return false
  }

  private func role(of mention: ActorMention, _ range: Range<Int>) -> ClaimActor.Role? {
    let start = mention.tokens.lowerBound
    if mention.clitics.contains(.lam), let role = roleOfOwner(start, range) { return role }
    for i in max(range.lowerBound, start - 5)..<start {
      guard !hasBreak(i..<start) else { continue }
      if let partner = sign(.partner, at: i), Int(partner.end) <= start + 1 { return .partner }
      if let by = sign(.claimedBy, at: i), Int(by.end) <= start { return .initiator }
    }
    if mention.clitics.contains(.beh) {
      let before = start - 1
      if before >= range.lowerBound, sign(.partner, at: before) != nil { return .partner }
    }
    for i in max(range.lowerBound, start - 4)..<start {
      guard !hasBreak(i..<start) else { continue }
      if let target = sign(.target, at: i), Int(target.end) <= start {
        return isSubject(i) ? nil : .target
      }
      if has(.spatial, Spatial.in.rawValue, at: i), i == start - 1 { return .target }
    }
    return nil
  }

  /// "خلية تابعة للتنظيم" before its verb is the one who acts.
  private func isSubject(_ i: Int) -> Bool {
    guard i > 0 else { return true }
    let before = tokens.list[i - 1]
    if before.kind != .word { return false }
    if let hit = lexeme(.triggers, at: i - 1)?.lexeme {
      return hit.form == .verb && hit.value != Trigger.strike.rawValue
        && hit.value != Trigger.attack.rawValue && hit.value != Trigger.arrest.rawValue
        && hit.value != Trigger.shelling.rawValue
    }
    return false
  }

  /// "وزارة الدفاع والأمن العام": two that و joins have one role.
  private func joinedRole(
    of mention: ActorMention, _ last: ActorMention?, _ found: [DraftActor]
  ) -> ClaimActor.Role? {
    guard let last, mention.tokens.lowerBound - last.tokens.upperBound <= 1 else { return nil }
    // "القوات الخاصة في التحالف الدولي": a part of the party that is named behind it.
    if mention.tokens.lowerBound - last.tokens.upperBound == 1,
      has(.spatial, Spatial.in.rawValue, at: last.tokens.upperBound)
    {
      return found.last?.role
    }
    guard mention.clitics.contains(.waw) else { return nil }
    // "بين قسد والعشائر": the two sides of a fight.
    let start = last.tokens.lowerBound
    let isBetween = (max(0, start - 2)..<start).contains {
      has(.spatial, Spatial.between.rawValue, at: $0)
    }
    return isBetween ? .target : found.last?.role
  }

  /// "بمشاركة مروحيات ومسيّرات أمريكية": planes that are counted among the means.
  private func isOwnMeans(_ mention: ActorMention) -> Bool {
    lexeme(.means, at: mention.tokens.lowerBound) != nil
  }

  /// "مقتل عنصرين من قسد", "إصابة جنود للنظام": behind a word for the harmed.
  private func isVictim(_ mention: ActorMention, _ event: Event) -> Bool {
    event.outcomes.contains {
      let hit = parts.outcomes[$0]
      return hit.form == .noun && hit.outcome != .noHarm
        && hit.tokens.upperBound <= mention.tokens.lowerBound
        && mention.tokens.lowerBound - hit.tokens.upperBound <= 3
    }
  }

  /// "طائرة تابعة للتحالف" acts, "سيارة تابعة لقسد" is struck; "كمين نصبته خلية للتنظيم" acts.
  private func roleOfOwner(_ start: Int, _ range: Range<Int>) -> ClaimActor.Role? {
    for i in stride(from: start - 1, through: max(range.lowerBound, start - 4), by: -1) {
      if tokens.list[i].kind == .punctuation, tokens.list[i].mark != .quote { break }
      if let means = lexeme(.means, at: i)?.lexeme.flatMap({ Means(rawValue: $0.value) }),
        [.drone, .warplane, .helicopter, .artillery].contains(means)
      {
        return nil
      }
      if let hit = lexeme(.triggers, at: i)?.lexeme, hit.form != .noun,
        hit.value == Trigger.checkpoint.rawValue || hit.value == Trigger.ambush.rawValue
      {
        return .initiator
      }
    }
    let before = start - 1
    return before >= range.lowerBound && lexeme(.triggers, at: before) == nil ? .target : nil
  }

  private func hasBreak(_ range: Range<Int>) -> Bool {
    range.contains { tokens.list[$0].kind == .punctuation && tokens.list[$0].mark == .comma }
  }
}
