import ArabicText
import Gazetteer
import Lexicon
import Mentions
import Reports

extension Discourse {
  /// The drafts as claims: dates inherited, counts drawn up, places as phrases.
  func finished(markingWords: Bool = true) -> [Claim] {
    let news = newsDays
    let places = drafts.contains { !$0.anchors.isEmpty } ? placesOfReport : []
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
      claim.means = means(of: draft).map(\.name)
      for actor in claim.actors where actor.role == .target { claim.targets.append(actor.name) }
      let told = draft.status == .denied ? Tally() : draft.tally
      claim.killed = killed(draft)
      claim.wounded = told.range(.wounded)
      claim.detained = told.range(.detained)
      claim.freed = told.range(.freed)
      claim.casualties = told.entries.compactMap { entry in
        guard let kind = entry.outcome.casualty else { return nil }
        return CasualtyCount(
          kind: kind, count: CountRange(entry.min, entry.max), group: entry.group?.output,
          attributedTo: source(of: entry, in: draft))
      }
      claim.place = phrase(of: draft, among: places)
      claim.evidence = draft.sentences.map {
        reading.range(of: reading.sentences[$0].tokens)
      }
      if markingWords { claim.words = readWords(of: draft) }
      return claim
    }
  }

  /// With what an operation was carried out, and not what was found in it: "أوقفت أربعة وصادرت عبوات".
  private func means(of draft: Draft) -> MeansInOrder {
    guard draft.type == .groundRaid || draft.type == .arrest,
      draft.events.contains(where: {
        reading.has(.seizure, in: $0.triggers) || reading.has(.cache, in: $0.triggers)
      })
    else { return draft.means }
    var used = MeansInOrder()
    for means in draft.means
    where ![Means.ied, .grenade, .rocket, .mortar, .artillery, .smallArms].contains(means) {
      used.insert(means)
    }
    return used
  }

  /// The source that a figure is attributed to.
  private func source(of entry: Tally.Entry, in draft: Draft) -> String? {
    let isAnySpeech = draft.events.contains {
      $0.sentence == entry.sentence && $0.signs.sentenceWords.has(.speech)
    }
    guard isAnySpeech else { return nil }
    return reading.source(in: entry.sentence, nearest: entry.position).map {
      reading.text(in: $0)
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
    guard draft.type.isOnSomebody else { return nil }
    let isAttempt = draft.type == .assassination
    let maySaySo = draft.events.contains {
      $0.signs.sentenceWords.has(.outcomes) || isAttempt && $0.signs.sentenceStatus.has(.attempt)
    }
    let survived =
      maySaySo
      && draft.sentences.contains { s in
        reading.sentences[s].tokens.contains {
          reading.has(.outcomes, Outcome.survived.rawValue, at: $0)
            || isAttempt && reading.isAttemptOnLife($0)
        }
      }
    if survived { return CountRange(0, 0) }
    guard isAttempt else { return nil }
    // Somebody shot and wounded was not killed.
    return draft.tally.range(.wounded) == nil ? CountRange(1, 1) : nil
  }

  /// "and", as it stands before the further places of a list.
  private static let and = " " + Folding.text([.waw])

  /// The place phrase that a draft's mentions make.
  ///
  /// - Parameter known: The places of the report.
  func phrase(of draft: Draft, among known: [NamedPlace]) -> PlacePhrase? {
    guard let first = draft.anchors.first else { return nil }
    return PlacePhrase(
      text: placeText(of: draft), relation: draft.relation.spatial,
      direction: (draft.direction ?? reading.places[first].part)?.compass,
      distanceKm: draft.distanceKm, anchors: draft.anchors.map { named($0, by: draft, known) },
      context: draft.contexts.map { context in
        let place = reading.places[context.place]
        return ContextPlace(
          place: named(context.place, known),
          direction: (context.direction ?? place.part)?.compass,
          isCountryside: place.noun == .countryside)
      },
      surroundings: known)
  }

  /// The words that name a draft's place.
  private func placeText(of draft: Draft) -> String {
    if let anaphor = draft.anaphor { return reading.text(in: reading.places[anaphor].range) }
    let isJoined = draft.relation == .between || draft.relation == .road
    func name(_ place: Int) -> String {
      let mention = reading.places[place]
      // "طريق الرقة - الطبقة": the road is the relation, and its ends are the names.
      return reading.text(
        in: isJoined && mention.noun == .road ? mention.range : mention.fullRange)
    }
    if draft.anchors.count == 1 { return name(draft.anchors[0]) }
    return draft.anchors.map(name).joined(separator: isJoined ? " | " : Self.and)
  }

  /// A mention of a draft's place; "المدينة" for a name without a noun says that it is a city.
  private func named(_ place: Int, by draft: Draft, _ known: [NamedPlace]) -> NamedPlace {
    var named = named(place, known)
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

  /// The names of the report that the gazetteer has, as phrases carry them, in the order of the text:
  /// made once for all its claims.
  var placesOfReport: [NamedPlace] {
    var known: [NamedPlace] = []
    known.reserveCapacity(reading.places.count)
    for place in reading.places.indices where isKnownName(reading.places[place]) {
      known.append(named(reading.places[place]))
    }
    return known
  }

  /// A mention as phrases carry it, taken from the places of the report where they have it.
  private func named(_ place: Int, _ known: [NamedPlace]) -> NamedPlace {
    guard isKnownName(reading.places[place]) else { return named(reading.places[place]) }
    var number = 0
    for before in 0..<place where isKnownName(reading.places[before]) { number += 1 }
    return known[number]
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
