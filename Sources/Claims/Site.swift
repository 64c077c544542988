import ArabicText
import Gazetteer
import Lexicon
import Mentions

/// Where an event took place, in mentions: what a draft's place is made of.
struct Site {
  /// Indexes into `ReportReading.places`.
  var anchors: [Int]
  var relation: PlaceGroup.Relation = .in
  var direction: Direction?
  var distanceKm: Double?
  /// The mention of a word such as "البلدة" that the anchors stand for.
  var anaphor: Int?
  var contexts: [Draft.ContextMention] = []
  var isCoarse = false

  init(anchors: [Int]) { self.anchors = anchors }

  init(anchors: [Int], as group: PlaceGroup) {
    self.anchors = anchors
    relation = group.relation
    direction = group.direction
    distanceKm = group.distanceKm
  }
}

extension Draft {
  func isCoarseArea(_ reading: ReportReading) -> Bool {
    anchors.allSatisfy { reading.isArea(reading.places[$0]) }
  }
}

extension Discourse {
  /// Chooses the group that an event's trigger speaks of; the areas become its context.
  func site(of event: Event) -> Site? {
    var role = PlaceGroup.Role.event
    if !event.groups.contains(where: { reading.groups[$0].role == .event }) {
      // What was stopped on its way would have happened where it went.
      guard !event.groups.isEmpty,
        reading.first(.foiled, in: event.tokens) != nil || reading.isStoppedDrone(event)
      else { return nil }
      role = .destination
    }
    let trigger =
      reading.firstStrong(event.triggers)?.tokens ?? event.tokens
      .lowerBound..<event.tokens.lowerBound
    let hasFine = event.groups.contains {
      reading.groups[$0].role == role && !reading.groups[$0].isCoarse(in: reading)
    }
    let clause = event.clauses.first {
      reading.parts.list[$0].tokens.contains(trigger.lowerBound)
    }.map { reading.parts.list[$0].tokens }
    // The best that can be resolved; of two equally good the first.
    var ranked = event.groups.compactMap { g -> (group: Int, rank: Int)? in
      let group = reading.groups[g]
      guard group.role == role, !hasFine || !group.isCoarse(in: reading) else { return nil }
      return (g, rank(group, trigger, clause))
    }
    if ranked.count > 1 { ranked.sort { ($0.rank, $0.group) < ($1.rank, $1.group) } }
    for (g, _) in ranked {
      let group = reading.groups[g]
      guard var site = resolved(group) else { continue }
      site.isCoarse = !hasFine
      if hasFine { joinRoad(&site, event.groups, role, group) }
      for o in event.groups where o != g && reading.groups[o].role == role {
        let other = reading.groups[o]
        guard other.isCoarse(in: reading) else { continue }
        for place in other.heads where reading.places[place].anaphor == nil {
          site.contexts.append(
            .init(place: place, direction: reading.places[place].part ?? other.direction))
        }
      }
      return site
    }
    return nil
  }

  /// A place in the trigger's clause and behind the trigger comes first.
  private func rank(_ group: PlaceGroup, _ trigger: Range<Int>, _ clause: Range<Int>?) -> Int {
    let start = group.tokens.lowerBound
    let sameClause = clause?.contains(start) ?? false
    let anaphor = reading.places[group.head].anaphor != nil
    let distance =
      start >= trigger.lowerBound ? start - trigger.lowerBound : (trigger.lowerBound - start) * 2
    return distance + (sameClause ? 0 : 12) + (anaphor ? 15 : 0)
  }

  /// "على طريق دمشق – السويداء بالقرب من قرية حزم": the named point on the road wins.
  private func joinRoad(
    _ site: inout Site, _ groups: Range<Int>, _ role: PlaceGroup.Role, _ group: PlaceGroup
  ) {
    func first(where test: (PlaceGroup) -> Bool) -> PlaceGroup? {
      for g in groups {
        let other = reading.groups[g]
        if other.role == role, test(other), !other.isCoarse(in: reading) { return other }
      }
      return nil
    }
    if site.relation == .road {
      let near = first {
        $0.relation == .near && $0.tokens.lowerBound >= group.tokens.upperBound
          && $0.tokens.lowerBound - group.tokens.upperBound <= 3
      }
      if let near {
        site.contexts += site.anchors.map { .init(place: $0, direction: nil) }
        site.anchors = Array(near.heads)
      }
    } else {
      let road = first {
        $0.relation == .road && abs($0.tokens.lowerBound - group.tokens.upperBound) <= 3
      }
      if let road {
        site.relation = .road
        site.contexts += road.heads.map { .init(place: $0, direction: nil) }
      }
    }
  }

  /// A group with its anaphors replaced by what they refer to; nil when nothing is there.
  private func resolved(_ group: PlaceGroup) -> Site? {
    var anchors: [Int] = []
    var anaphor: Int?
    for place in group.heads {
      guard let word = reading.places[place].anaphor else {
        anchors.append(place)
        continue
      }
      guard let antecedent = antecedent(of: word, before: place) else { continue }
      anchors += antecedent
      anaphor = place
    }
    // "الحي الشرقي من مدينة طفس": the part is not known, its town is.
    if anchors.isEmpty {
      anchors = group.contexts.filter { reading.places[$0].anaphor == nil }
    }
    guard !anchors.isEmpty else { return nil }
    var site = Site(anchors: anchors, as: group)
    site.anaphor = anaphor
    for context in group.contexts {
      let place = reading.places[context]
      if let word = place.anaphor {
        if let antecedent = antecedent(of: word, before: context)?.first {
          site.contexts.append(.init(place: antecedent, direction: place.contextDirection))
        }
      } else {
        site.contexts.append(
          .init(place: context, direction: place.contextDirection ?? place.part))
      }
    }
    if anaphor != nil, let draft = drafts.last { site.contexts += draft.contexts }
    return site
  }

  /// What "البلدة", "المحافظة" and the like refer to.
  private func antecedent(of anaphor: Anaphor, before place: Int) -> [Int]? {
    func last(_ test: (PlaceMention) -> Bool) -> [Int]? {
      (0..<place).last { reading.places[$0].anaphor == nil && test(reading.places[$0]) }
        .map { [$0] }
    }
    func settlement(_ noun: PlaceWord, _ kind: PlaceKind) -> [Int]? {
      last { $0.noun == noun || $0.noun == nil && $0.spelling.has(kind) }
        ?? drafts.last.map(\.anchors)
    }
    switch anaphor {
    case .governorate: return last { $0.noun == .governorate || $0.spelling.has(.governorate) }
    case .city, .sameCity: return settlement(.city, .city)
    case .town, .sameTown: return settlement(.town, .town)
    case .village: return settlement(.village, .village)
    case .neighbourhood: return last { $0.noun == .neighbourhood }
    case .capital: return damascus
    case .area, .site, .road: return drafts.last.map(\.anchors)
    }
  }

  private var damascus: [Int]? {
    reading.places.indices.last { place in
      reading.candidates(of: reading.places[place]).contains {
        reading.reader.gazetteer.id(of: $0) == "SY01"
      }
    }.map { [$0] }
  }

  /// Whether a site is where a draft is placed already.
  func refersToSame(_ site: Site, _ draft: Draft) -> Bool {
    if site.anaphor != nil {
      return !site.anchors.isEmpty && site.anchors == draft.anchors
        || site.anchors.contains { a in
          draft.anchors.contains {
            reading.isSameText(reading.places[$0].range, reading.places[a].range)
          }
        }
    }
    return site.anchors.contains { a in
      draft.anchors.contains { b in
        let (a, b) = (reading.places[a], reading.places[b])
        if a.noun == .neighbourhood || b.noun == .neighbourhood, a.noun != b.noun { return false }
        return reading.isSameName(a, b)
      }
    }
  }
}
