import ArabicText
import Lexicon
import Mentions
import Reports

extension Discourse {
  /// Reads an event and tells what was made of it; nil for words that tell nothing.
  ///
  /// Why is asked of the same questions that the reading asks, in the state before it.
  mutating func step(reading event: Event) -> Reasoning.Step? {
    guard !event.triggers.isEmpty || !event.outcomes.isEmpty else {
      read(event)
      return nil
    }
    let before = self
    let day = before.date(of: event)
    let site = site(of: event) ?? before.siteOfObject(event, day)
    let type = reading.type(of: event)
    let status = reading.status(
      of: event, date: day?.value, mention: day?.mention,
      lead: leadDate ?? published.map { .day($0) },
      isBackground: reading.isBackground(event, reading.sentences[event.sentence].tokens))
    let drafts = drafts.map { DraftState($0) }
    read(event)
    var step = Reasoning.Step(
      sentence: event.sentence, tokens: event.tokens, type: type, status: status,
      date: day?.mention, outcome: .nothing(before.whyNothing(event, site, type)))
    (step.sign, step.unsigned) = before.sign(of: status, event)
    step.places = site?.anchors ?? []
    step.contexts = site?.contexts.map(\.place) ?? []
    step.passed = before.passed(event, site)
    if self.drafts.count > drafts.count {
      step.outcome = .begins(self.drafts.count - 1)
      let begun = self.drafts[self.drafts.count - 1]
      step.type = begun.type
      if begun.status != status {
        step.status = begun.status
        (step.sign, step.unsigned) = (nil, "its date lies before the report's news")
      }
      if site == nil, !begun.anchors.isEmpty { step.places = begun.anchors }
    } else if let d = drafts.indices.first(where: {
      self.drafts[$0].events.count > drafts[$0].eventCount
    }) {
      step.outcome = .joins(
        d, why: before.whyJoined(drafts[d], d, site),
        giving: drafts[d].changes(to: self.drafts[d]))
    }
    return step
  }

  /// What of a draft an event may change.
  struct DraftState {
    var eventCount: Int
    var type: OperationType
    var anchors: [Int]
    var dateMention: Int?
    var countCount: Int
    var actorCount: Int
    var isCoarse: Bool

    init(_ draft: Draft) {
      eventCount = draft.events.count
      type = draft.type
      anchors = draft.anchors
      dateMention = draft.dateMention
      countCount = draft.tally.entries.count
      actorCount = draft.actors.count
      isCoarse = draft.isGeneric
    }

    /// What a draft has now that it did not have.
    func changes(to draft: Draft) -> [String] {
      var changes: [String] = []
      if draft.type != type { changes.append("its type") }
      if draft.anchors != anchors { changes.append("its place") }
      if draft.dateMention != dateMention { changes.append("its date") }
      if draft.tally.entries.count > countCount { changes.append("counts") }
      if draft.actors.count > actorCount { changes.append("actors") }
      return changes
    }
  }

  // MARK: Why

  private func whyNothing(_ event: Event, _ site: Site?, _ type: OperationType?) -> String {
    if reading.isNoEvent(event) {
      return
        "told as a habit, a figure, an opinion or a denial, not as something that happened once"
    }
    if type == nil {
      return event.triggers.isEmpty
        ? "losses without an act, and no claim that they belong to" : "no word tells what was done"
    }
    if reading.isAbroad(event, places: site?.anchors ?? []) { return "it happened abroad" }
    if reading.firstStrong(event.triggers) == nil {
      return "an act that is only named, and no claim that it belongs to"
    }
    if site == nil { return "it names no place, and no claim goes on with it" }
    if isGeneric(event) { return "nobody in arms is named who did it" }
    return "it belongs to no claim that was begun"
  }

  private func whyJoined(_ state: DraftState, _ d: Int, _ site: Site?) -> String {
    guard let site else { return "it goes on with it, without a place of its own" }
    let old = Draft(type: state.type, status: .reported)
    old.anchors = state.anchors
    if refersToSame(site, old) {
      return site.anaphor == nil ? "the same place, told again" : "its place is referred back to"
    }
    if site.isCoarse { return "its place is only an area" }
    if old.isCoarseArea(reading) { return "that claim had only an area, and this is finer" }
    return state.isCoarse || state.anchors.isEmpty
      ? "that claim did not say all of it" : "an act told before, as the article says"
  }

  /// The places of an event's sentence part that were not chosen.
  private func passed(_ event: Event, _ site: Site?) -> [Reasoning.Passed] {
    let chosen = Set(site.map { $0.anchors + $0.contexts.map(\.place) } ?? [])
    var passed: [Reasoning.Passed] = []
    for g in event.groups {
      let group = reading.groups[g]
      for place in group.heads.lowerBound..<group.contexts.upperBound
      where !chosen.contains(place) && site?.anaphor != place {
        let reason: String
        if group.contexts.contains(place), group.role == .event {
          reason = "tells where another place lies"
        } else if let role = group.role.told {
          reason = role
        } else if reading.places[place].anaphor != nil {
          reason = "refers back to nothing that is known"
        } else if group.isCoarse(in: reading) {
          reason = "an area, and a finer place is named"
        } else {
          reason = "stands farther from the act"
        }
        passed.append(.init(place: place, reason: reason))
      }
    }
    return passed
  }

  /// The sign that gives an event its status, or the reason without one.
  private func sign(of status: ClaimStatus, _ event: Event) -> (Range<Int>?, String?) {
    let sentence = reading.sentences[event.sentence].tokens
    func first(_ signs: [StatusSign], in tokens: Range<Int>) -> Range<Int>? {
      for sign in signs {
        if let match = reading.matches.first(sign, in: tokens) {
          return Int(match.start)..<Int(match.end)
        }
      }
      return nil
    }
    switch status {
    case .reported: return (nil, nil)
    case .denied: return (first([.denied, .untrue], in: sentence), nil)
    case .foiled:
      if let found = first(
        [.foiled, .plannedPlot, .defused, .repelled, .airDefence], in: event.tokens)
      {
        return (found, nil)
      }
      return (nil, "what was shot down struck nothing")
    case .planned:
      if let found = first([.planned, .prospect], in: event.tokens) { return (found, nil) }
      return (nil, "its date or its verb lies ahead")
    case .historical:
      guard reading.isBackground(event, sentence) else {
        return (nil, "its date lies before the report's news")
      }
      if let found = first([.background, .latest], in: event.tokens) { return (found, nil) }
      if let found = first([.already, .background, .was], in: sentence) { return (found, nil) }
      return (nil, "long ago")
    }
  }

  // MARK: Claims

  /// What each claim was put together from.
  var accounts: [Reasoning.Account] {
    let news = newsDays
    return zip(drafts, finished()).map { draft, claim in
      var source: String?
      if draft.dateMention == nil || !draft.hasOwnDate, claim.date != nil {
        source =
          news.covered == nil && news.lead == published.map { .day($0) }
          ? "the day of publication" : "the days that the report's news covers"
      }
      return Reasoning.Account(
        claim: claim, date: draft.dateMention, dateSource: source, anchors: draft.anchors,
        contexts: draft.contexts.map(\.place), actors: draft.actors.map(\.range),
        counts: draft.tally.entries.map { entry in
          Reasoning.Counted(
            outcome: entry.outcome.key, count: CountRange(entry.min, entry.max),
            group: entry.group?.key, position: entry.position,
            account: entry.sentence * 64 + entry.source)
        }, sentences: draft.sentences.sorted())
    }
  }
}

extension PlaceGroup.Role {
  /// Why a place with this role is not where something happened.
  fileprivate var told: String? {
    switch self {
    case .event: nil
    case .origin: "where somebody or something comes from"
    case .destination: "where somebody or something goes"
    case .firingPosition: "where the fire came from"
    case .seat: "where a body has its seat"
    }
  }
}
