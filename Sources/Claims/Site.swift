import ArabicText
import Gazetteer
import Lexicon
import Mentions

/// Where an event took place, in mentions: what a draft's place is made of.
struct Site {
  var group: PlaceGroup?
  var anchors: [PlaceMention]
  var relation: PlaceGroup.Relation = .in
  var direction: Direction?
  var distanceKm: Double?
  var anaphorText: String?
  var contexts: [Draft.ContextMention]
  var isCoarse = false

  init(group: PlaceGroup?, anchors: [PlaceMention], contexts: [Draft.ContextMention]) {
    self.group = group
    self.anchors = anchors
    self.contexts = contexts
    if let group {
      relation = group.relation
      direction = group.direction
      distanceKm = group.distanceKm
    }
  }
}

extension Draft {
  func isCoarseArea(_ reading: ReportReading) -> Bool {
    anchors.isEmpty || anchors.allSatisfy { reading.isArea($0) }
  }
}

extension Discourse {
  /// Chooses the group that an event's trigger speaks of; the areas become its context.
  func site(of event: Event) -> Site? {
    var groups = event.groups.map { reading.groups[$0] }.filter { $0.role == .event }
    // What was stopped on its way would have happened where it went.
    if groups.isEmpty,
      reading.first(.foiled, in: event.tokens) != nil || reading.isStoppedDrone(event)
    {
      groups = event.groups.map { reading.groups[$0] }.filter { $0.role == .destination }
    }
    // "دخلت أربع دبابات … إلى قرية صيدا": who enters or fights his way somewhere acts there.
    if groups.isEmpty,
      event.triggers.contains(where: { reading.isStrong($0) && $0.trigger.isMovement })
    {
      groups = event.groups.map { reading.groups[$0] }.filter {
        $0.role == .destination
          && reading.lexeme(.spatial, before: $0.tokens.lowerBound)?.lexeme?.value
            == Spatial.toward.rawValue
      }
    }
    let trigger =
      event.triggers.first { reading.isStrong($0) }?.tokens ?? event.tokens
      .lowerBound..<event.tokens.lowerBound
    let fine = groups.filter { !$0.isCoarse(in: reading) }
    let ranked = (fine.isEmpty ? groups : fine).sorted {
      rank($0, trigger, event) < rank($1, trigger, event)
    }
    for group in ranked {
      guard var site = resolved(group) else { continue }
      site.isCoarse = fine.isEmpty
      joinRoad(&site, fine, group)
      for other in groups where other.tokens != group.tokens {
        let isArea = other.isCoarse(in: reading)
        for place in other.heads.map({ reading.places[$0] }) where place.anaphor == nil {
          if isArea {
            site.contexts.append(.init(place: place, direction: place.part ?? other.direction))
          }
        }
      }
      return site
    }
    return nil
  }

  /// A place in the trigger's clause and behind the trigger comes first.
  private func rank(_ group: PlaceGroup, _ trigger: Range<Int>, _ event: Event) -> Int {
    let start = group.tokens.lowerBound
    let clause = event.clauses.first { $0.tokens.contains(trigger.lowerBound) }?.tokens
    let sameClause = clause?.contains(start) ?? false
    let anaphor = reading.places[group.heads[0]].anaphor != nil
    let distance =
      start >= trigger.lowerBound ? start - trigger.lowerBound : (trigger.lowerBound - start) * 2
    return distance + (sameClause ? 0 : 12) + (anaphor ? 15 : 0)
  }

  /// "على طريق دمشق – السويداء بالقرب من قرية حزم": the named point on the road wins.
  private func joinRoad(_ site: inout Site, _ fine: [PlaceGroup], _ group: PlaceGroup) {
    if site.relation == .road {
      // "… قرب قرية X" directly behind the road stands in its own group as what tells it closer.
      if let near = group.contexts.last.map({ reading.places[$0.place] }), !near.isCoarse,
        reading.lexeme(.spatial, before: near.tokens.lowerBound)?.lexeme?.value
          == Spatial.near.rawValue
      {
        site.contexts = site.anchors.map { .init(place: $0, direction: nil) }
        site.anchors = [near]
        return
      }
      if let near = fine.first(where: {
        ($0.relation == .near) && $0.tokens.lowerBound >= group.tokens.upperBound
          && $0.tokens.lowerBound - group.tokens.upperBound <= 3
      }) {
        site.contexts += site.anchors.map { .init(place: $0, direction: nil) }
        site.anchors = near.heads.map { reading.places[$0] }
      }
    } else if let road = fine.first(where: {
      $0.relation == .road && abs($0.tokens.lowerBound - group.tokens.upperBound) <= 3
    }) {
      site.relation = .road
      site.contexts += road.heads.map { .init(place: reading.places[$0], direction: nil) }
    }
  }

  /// A group with its anaphors replaced by what they refer to; nil when nothing is there.
  private func resolved(_ group: PlaceGroup) -> Site? {
    var anchors: [PlaceMention] = []
    var anaphorText: String?
    for place in group.heads.map({ reading.places[$0] }) {
      guard let anaphor = place.anaphor else {
        anchors.append(place)
        continue
      }
      guard let antecedent = antecedent(of: anaphor, before: place.tokens.lowerBound) else {
        continue
      }
      anchors += antecedent
      anaphorText = place.text
    }
    // "الحي الشرقي من مدينة طفس": the part is not known, its town is.
    if anchors.isEmpty {
      anchors = group.contexts.map { reading.places[$0.place] }.filter { $0.anaphor == nil }
    }
    guard !anchors.isEmpty else { return nil }
    var site = Site(group: group, anchors: anchors, contexts: [])
    site.anaphorText = anaphorText
    for context in group.contexts {
      let place = reading.places[context.place]
      if let anaphor = place.anaphor {
        if let antecedent = antecedent(of: anaphor, before: place.tokens.lowerBound)?.first {
          site.contexts.append(.init(place: antecedent, direction: context.direction))
        }
      } else {
        site.contexts.append(.init(place: place, direction: context.direction ?? place.part))
      }
    }
    if anaphorText != nil, let draft = draftSpokenOf { site.contexts += draft.contexts }
    return site
  }

  private var draftSpokenOf: Draft? { drafts.last }

  /// What "البلدة", "المحافظة" and the like refer to.
  private func antecedent(of anaphor: Anaphor, before token: Int) -> [PlaceMention]? {
    let earlier = reading.places.filter { $0.tokens.lowerBound < token && $0.anaphor == nil }
    func last(_ test: (PlaceMention) -> Bool) -> [PlaceMention]? {
      earlier.last(where: test).map { [$0] }
    }
    func isKind(_ place: PlaceMention, _ kinds: Set<PlaceKind>) -> Bool {
      place.candidates.contains { kinds.contains(reading.reader.gazetteer.places[Int($0)].kind) }
    }
    switch anaphor {
    case .governorate:
      return last { $0.noun == .governorate || isKind($0, [.governorate]) }
    case .city, .sameCity:
      return last { $0.noun == .city || $0.noun == nil && isKind($0, [.city]) }
        ?? drafts.last.map(\.anchors)
    case .town, .sameTown:
      return last { $0.noun == .town || $0.noun == nil && isKind($0, [.town]) }
        ?? drafts.last.map(\.anchors)
    case .village:
      return last { $0.noun == .village || $0.noun == nil && isKind($0, [.village]) }
        ?? drafts.last.map(\.anchors)
    case .neighbourhood: return last { $0.noun == .neighbourhood }
    case .capital: return damascus
    case .area, .site, .road: return drafts.last.map(\.anchors)
    }
  }

  private var damascus: [PlaceMention]? {
    reading.places.last { place in
      place.candidates.contains { reading.reader.gazetteer.id(of: $0) == "SY01" }
    }.map { [$0] }
  }

  /// Whether a site is where a draft is placed already.
  func refersToSame(_ site: Site, _ draft: Draft) -> Bool {
    if site.anaphorText != nil {
      return !site.anchors.isEmpty && site.anchors.map(\.tokens) == draft.anchors.map(\.tokens)
        || site.anchors.contains { a in draft.anchors.contains { $0.text == a.text } }
    }
    return site.anchors.contains { a in
      draft.anchors.contains { b in
        if a.noun == .neighbourhood || b.noun == .neighbourhood, a.noun != b.noun { return false }
        return a.text == b.text
          || !a.candidates.isEmpty && !Set(a.candidates).isDisjoint(with: b.candidates)
      }
    }
  }
}

extension Trigger {
  /// Whether what is done is done where it goes to.
  fileprivate var isMovement: Bool { self == .incursion || self == .clash }
}
