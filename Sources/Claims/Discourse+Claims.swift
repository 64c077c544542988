import ArabicText
import Gazetteer
import Lexicon
import Mentions
import Reports

extension Discourse {
  /// The drafts as claims: dates inherited, counts drawn up, places as phrases.
  func finished() -> [Claim] {
    let news = newsDays
    let places = placesOfReport
    return drafts.indices.map { d in
      let draft = drafts[d]
      var claim = Claim(status: draft.status, type: draft.type)
      claim.date = draft.date
      claim.dateText = draft.dateMention.map { reading.text(of: reading.dates[$0].tokens) }
      if !draft.hasOwnDate, draft.status == .reported {
        claim.date = inherited(by: d, of: news)
      } else if !draft.hasOwnDate, isRecent(d) {
        claim.date = dayOfPart(draft, news)
      }
      if let began = draft.began, let ended = draft.ended, began < ended {
        claim.date = .interval(began, ended)
      }
      claim.time = draft.time
      let day = claim.date?.bounds?.lowerBound ?? published
      claim.actors = parties(of: draft).map { actor in
        ClaimActor(
          name: reading.text(in: actor.range), id: id(of: actor, on: day), role: actor.role)
      }
      claim.means = draft.means.map(\.name)
      claim.targets = claim.actors.filter { $0.role == .target }.map(\.name)
      let told = draft.status == .denied ? Tally() : draft.tally
      claim.killed = killed(draft)
      claim.wounded = told.range(.wounded)
      claim.detained = told.range(.detained)
      claim.freed = told.range(.freed)
      claim.casualties = told.entries.compactMap { entry in
        guard let kind = entry.outcome.casualty else { return nil }
        return CasualtyCount(
          kind: kind, count: CountRange(entry.min, entry.max), group: entry.group?.output,
          attributedTo: reading.source(in: entry.sentence, nearest: entry.position).map {
            reading.text(in: $0)
          })
      }
      claim.place = phrase(of: draft, among: places)
      claim.evidence = draft.sentences.sorted().map {
        reading.range(of: reading.sentences[$0].tokens)
      }
      claim.words = readWords(of: draft)
      return claim
    }
  }

  /// Who takes part: nobody did what did not happen, and what was stopped harmed nobody; whoever
  /// stopped it is no party to it.
  private func parties(of draft: Draft) -> [DraftActor] {
    switch draft.status {
    case .denied: return []
    case .foiled:
      return draft.actors.filter { actor in
        actor.role == .initiator
          && actor.actor.map { reading.reader.lexicon.actors[$0].kind != .arms } ?? true
      }
    default: return draft.actors
    }
  }

  /// The party that an actor's name stood for on the day of the claim, or of the report.
  private func id(of actor: DraftActor, on day: CalendarDay?) -> String? {
    guard let index = actor.actor else { return nil }
    let party = reading.reader.lexicon.actors[index]
    guard party.formerly != nil, let day else { return party.id }
    return party.id(on: day.iso)
  }

  private func killed(_ draft: Draft) -> CountRange? {
    if draft.status == .denied { return nil }
    if let range = draft.tally.range(.killed) { return range }
    let isAttempt = draft.type == .assassination
    let survived = draft.sentences.contains { s in
      reading.sentences[s].tokens.contains {
        reading.has(.outcomes, Outcome.survived.rawValue, at: $0)
          || isAttempt && reading.isAttemptOnLife($0)
      }
    }
    if survived, isAttempt || draft.type.isOnSomebody { return CountRange(0, 0) }
    guard isAttempt else { return nil }
    // Somebody shot and wounded was not killed.
    return draft.tally.range(.wounded) == nil ? CountRange(1, 1) : nil
  }

  /// "and", as it stands before the further places of a list.
  private static let and = " " + Folding.text([.waw])

  /// The place phrase that a draft's mentions make.
  func phrase(of draft: Draft, among report: PlacesOfReport) -> PlacePhrase? {
    guard !draft.anchors.isEmpty else { return nil }
    let isJoined = draft.relation == .between || draft.relation == .road
    // "طريق الرقة - الطبقة": the road is the relation, and its ends are the names.
    let places = draft.anchors.map { reading.places[$0] }
    let names = places.map {
      reading.text(in: isJoined && $0.noun == .road ? $0.range : $0.fullRange)
    }
    var text = names.joined(separator: isJoined ? " | " : Self.and)
    if let anaphor = draft.anaphor { text = reading.text(in: reading.places[anaphor].range) }
    return PlacePhrase(
      text: text, relation: draft.relation.spatial,
      direction: (draft.direction ?? places.first?.part).flatMap(\.compass),
      distanceKm: draft.distanceKm, anchors: draft.anchors.map { named($0, by: draft, report) },
      context: draft.contexts.map { context in
        let place = reading.places[context.place]
        return ContextPlace(
          place: report.mentions[context.place],
          direction: (context.direction ?? place.part).flatMap(\.compass),
          isCountryside: place.noun == .countryside)
      },
      surroundings: report.named)
  }

  /// A mention of a draft's place; "المدينة" for a name without a noun says that it is a city.
  private func named(_ place: Int, by draft: Draft, _ report: PlacesOfReport) -> NamedPlace {
    var named = report.mentions[place]
    if named.noun == nil, let anaphor = draft.anaphor {
      switch reading.places[anaphor].anaphor {
      case .city, .sameCity: named.noun = .city
      case .town, .sameTown: named.noun = .town
      case .village: named.noun = .village
      default: break
      }
    }
    return named
  }

  /// The places of the report, as phrases carry them.
  var placesOfReport: PlacesOfReport {
    let mentions = reading.places.indices.map { named(reading.places[$0]) }
    return PlacesOfReport(
      mentions: mentions,
      named: mentions.indices.filter { isKnownName(reading.places[$0]) }.map { mentions[$0] })
  }

  /// Whether a mention is a name that the gazetteer has.
  private func isKnownName(_ place: PlaceMention) -> Bool {
    place.anaphor == nil && !place.spelling.isUnknown
  }

  /// A mention as a claim's place phrase carries it.
  private func named(_ place: PlaceMention) -> NamedPlace {
    NamedPlace(
      text: reading.text(in: place.range), noun: place.noun?.noun,
      candidates: Array(reading.candidates(of: place)), range: place.range)
  }
}

/// The places of a report as phrases carry them, made once for all its claims.
struct PlacesOfReport {
  /// Every mention, by its index in the reading.
  var mentions: [NamedPlace]
  /// Those that are names that the gazetteer has, in the order of the text.
  var named: [NamedPlace]
}

extension PlaceGroup.Relation {
  var spatial: SpatialRelation {
    switch self {
    case .in: .in
    case .near: .near
    case .between: .between
    case .direction: .direction
    case .road: .road
    case .countryside: .countryside
    case .area: .area
    }
  }
}

extension OperationType {
  /// Whether the act may be aimed at one person, so that nobody died of it if he got away.
  fileprivate var isOnSomebody: Bool {
    switch self {
    case .assassination, .ied, .ambush, .droneStrike: true
    default: false
    }
  }
}

extension Direction {
  var compass: Compass? {
    switch self {
    case .north: .north
    case .northEast: .northEast
    case .east: .east
    case .southEast: .southEast
    case .south: .south
    case .southWest: .southWest
    case .west: .west
    case .northWest: .northWest
    case .centre: nil
    }
  }
}

extension Outcome {
  /// The kind of casualty that a count of it is.
  var casualty: CasualtyCount.Kind? {
    switch self {
    case .killed: .killed
    case .wounded: .wounded
    case .detained: .detained
    case .freed: .freed
    case .noHarm, .noDetention, .unknownHarm, .survived, .fled, .fell, .loss: nil
    case .toll, .woundedToll, .detainedToll: nil
    }
  }
}

extension PlaceWord {
  private static let nouns = allCases.map { PlaceNoun(rawValue: $0.key) ?? .site }

  /// The noun as a place phrase carries it.
  var noun: PlaceNoun { Self.nouns[Int(rawValue)] }
}

extension Trade.Group {
  /// The group as output names it; nil for groups that the scheme does not have.
  var output: String? {
    switch self {
    case .civilian: "civilian"
    case .militant, .commander: "militant"
    case .soldier, .police: "soldier"
    case .official, .other, .person: nil
    }
  }
}
