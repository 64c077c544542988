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
    let groups = groupsSpokenOf(by: event)
    guard !groups.isEmpty else { return nil }
    let trigger =
      reading.firstStrong(event.triggers)?.tokens ?? event.tokens
      .lowerBound..<event.tokens.lowerBound
    let coarse = groups.count { reading.groups[$0].isCoarse(in: reading) }
    var fine =
      coarse == 0
      ? groups
      : coarse == groups.count
        ? [] : groups.filter { !reading.groups[$0].isCoarse(in: reading) }
    let clause = event.clauses.first {
      reading.parts.list[$0].tokens.contains(trigger.lowerBound)
    }.map { reading.parts.list[$0].tokens }
    if coarse > 0, fine.count == 1, isDateline(reading.groups[fine[0]], of: event) { fine = [] }
    // The best that can be resolved; of two equally good the first.
    var ranked = fine.isEmpty ? groups : fine
    if ranked.count > 1 {
      ranked.sort {
        let ranks = (
          rank(reading.groups[$0], trigger, clause), rank(reading.groups[$1], trigger, clause)
        )
        return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : $0 < $1
      }
    }
    for g in ranked {
      let group = reading.groups[g]
      guard var site = resolved(group) else { continue }
      site.isCoarse = fine.isEmpty
      lieInTown(&site, ranked)
      joinRoad(&site, fine, group)
      for o in groups where o != g {
        let other = reading.groups[o]
        // "وفي السويداء تجدد القصف على محور المزرعة": what opens the sentence holds what follows.
        guard
          other.isCoarse(in: reading)
            || isNameOfGovernorate(other)
              && other.tokens.lowerBound < group.tokens.lowerBound
        else { continue }
        for place in other.heads where reading.places[place].anaphor == nil {
          site.contexts.append(
            .init(place: place, direction: reading.places[place].part ?? other.direction))
        }
        // "قرى التفاحية في جبل الأكراد بريف اللاذقية": what holds the area holds what lies in it.
        for place in other.contexts where reading.places[place].anaphor == nil {
          let mention = reading.places[place]
          site.contexts.append(
            .init(place: place, direction: mention.contextDirection ?? mention.part))
        }
      }
      return site
    }
    return nil
  }

  /// The groups that may say where an event took place, as indexes of the reading's.
  private func groupsSpokenOf(by event: Event) -> [Int] {
    if event.groups.isEmpty { return [] }
    var groups = event.groups.filter { reading.groups[$0].role == .event }
    if groups.count > 1, let act = reading.firstStrong(event.triggers)?.tokens.upperBound,
      groups.contains(where: {
        let group = reading.groups[$0]
        return group.tokens.lowerBound >= act && reading.places[group.head].anaphor == nil
      })
    {
      // "تمكنت الأجهزة الأمنية في دير الزور من ضبط مستودع في منطقة البوكمال": where the body has its seat.
      groups.removeAll {
        let group = reading.groups[$0]
        return group.tokens.upperBound < act && isNameOfGovernorate(group)
          && reading.isSeated(in: group.tokens)
      }
    }
    // "خطف مسلحون ثلاثة أشقاء من قرية معراتة": taken where they were.
    if let taken = placeOfTaking(event), !groups.contains(where: { isInClause($0, of: taken) }) {
      return [taken]
    }
    // "القنيطرة: اجتازت ثماني آليات الخط باتجاه قرية X": the label only opens the sentence.
    if !groups.isEmpty, groups.allSatisfy({ isNameOfGovernorate(reading.groups[$0]) }),
      event.triggers.contains(where: {
        let act = reading.parts.triggers[$0].trigger
        return reading.isStrong($0) && (act.isMovement || act == .checkpoint || act == .raid)
      })
    {
      let ends = event.groups.filter {
        reading.groups[$0].role == .destination && $0 > groups[0] && isTowards($0)
      }
      return groups + ends
    }
    if !groups.isEmpty { return groups }
    // "طرد المقاتلون عناصر التنظيم من البلدة", "انسحبت من بلدة X ودخلها الجيش".
    if let strong = reading.firstStrong(event.triggers) {
      let left = event.groups.filter {
        reading.groups[$0].role == .origin
          && (strong.trigger == .control || strong.trigger.isFight && isLeft($0, in: event))
      }
      if !left.isEmpty { return left }
    }
    // "ألقت مديرية الأمن في مدينة طرطوس القبض على": a local body makes its arrests at home.
    if let trigger = reading.firstStrong(event.triggers),
      trigger.trigger == .arrest || trigger.trigger == .seizure
        || trigger.form == .verb && (trigger.trigger == .raid || trigger.trigger == .cache)
    {
      let seats = event.groups.filter {
        reading.groups[$0].role == .seat && reading.isActing(before: reading.groups[$0].tokens)
      }
      if !seats.isEmpty { return seats }
    }
    if let office = officeOfVictim(of: event) { return [office] }
    let destinations = event.groups.filter { reading.groups[$0].role == .destination }
    if destinations.isEmpty { return [] }
    // "احتُجز لدى وصوله إلى مطار حلب".
    if let strong = reading.firstStrong(event.triggers),
      strong.trigger == .arrest || strong.trigger == .kidnapping,
      let reached = destinations.first(where: isReached)
    {
      return [reached]
    }
    // What was stopped on its way would have happened where it went.
    if reading.first(.foiled, in: event.tokens) != nil || reading.isStopped(event)
      || reading.isPlanned(event)
    {
      return destinations
    }
    // "دخلت أربع دبابات … إلى قرية صيدا": who enters or fights his way somewhere acts there.
    let moves = event.triggers.contains {
      reading.isStrong($0) && reading.parts.triggers[$0].trigger.isMovement
    }
    if moves { return destinations.filter(isTowards) }
    // "وصلت قوة إلى قرية X وفتشت منازل فيها": searched where they came to.
    let search = event.triggers.first {
      let hit = reading.parts.triggers[$0]
      return hit.form == .verb && (hit.trigger == .raid || hit.trigger == .checkpoint)
    }.map { reading.parts.triggers[$0].tokens.lowerBound }
    if let search {
      return destinations.filter {
        isTowards($0) && reading.groups[$0].tokens.lowerBound < search
      }
    }
    // "غارة أخرجت مشفى في X عن الخدمة": nobody was taken there.
    let hits = event.triggers.contains {
      reading.isStrong($0) && reading.parts.triggers[$0].trigger.isHit
    }
    return hits
      ? destinations.filter {
        reading.lexeme(.spatial, before: reading.groups[$0].tokens.lowerBound)?.lexeme?.value
          == Spatial.in.rawValue || isStruck($0, in: event)
      } : []
  }

  /// "انسحبت قوات النظام من البلدة بعد اشتباكات": ground that somebody gave in a fight.
  private func isLeft(_ group: Int, in event: Event) -> Bool {
    let end = reading.groups[group].tokens.lowerBound
    return (max(event.tokens.lowerBound, end - 5)..<max(event.tokens.lowerBound, end)).contains {
      reading.has(.parties, PartySign.leaves.rawValue, at: $0)
    }
  }

  /// "استهدفت الطائرات مستشفى X": nobody was taken there.
  private func isStruck(_ group: Int, in event: Event) -> Bool {
    let start = reading.groups[group].tokens.lowerBound
    return event.triggers.contains {
      let hit = reading.parts.triggers[$0]
      let between = hit.tokens.upperBound..<max(hit.tokens.upperBound, start)
      return hit.trigger.isHit && hit.tokens.upperBound <= start && between.count <= 5
        && !reading.hasPunctuation(between)
        && !between.contains {
          reading.has(.spatial, Spatial.toward.rawValue, at: $0)
            || reading.lexeme(.outcomes, at: $0) != nil
        }
    }
  }

  /// "لدى وصوله إلى مطار X": where somebody had come to.
  private func isReached(_ group: Int) -> Bool {
    let start = reading.groups[group].tokens.lowerBound
    return isTowards(group)
      && (max(0, start - 3)..<start).contains {
        reading.has(.parties, PartySign.arrival.rawValue, at: $0)
      }
  }

  /// Whether "to" or "towards" stands before a group.
  private func isTowards(_ group: Int) -> Bool {
    reading.lexeme(.spatial, before: reading.groups[group].tokens.lowerBound)?.lexeme?.value
      == Spatial.toward.rawValue
  }

  /// "اغتيال قائد الأمن الداخلي في مدينة الطبقة", "مقتل رئيس مجلس مدينة جاسم أمام بيته": where somebody is
  /// killed of whom only his office is told.
  private func officeOfVictim(of event: Event) -> Int? {
    var start: Int?
    if let trigger = event.triggers.first {
      let hit = reading.parts.triggers[trigger]
      // "تعرض رئيس بلدية X لمحاولة اغتيال".
      let first = event.tokens.first { reading.tokens.list[$0].kind == .word }
      if hit.trigger == .assassination, hit.clitics.contains(.lam), let first,
        let office = event.groups.first(where: {
          isOffice(reading.groups[$0], behind: first)
            && reading.groups[$0].tokens.upperBound <= hit.tokens.lowerBound
        })
      {
        return office
      }
      // "أطلقا الرصاص على رئيس بلدية X".
      switch hit.trigger {
      case .assassination, .shooting, .kidnapping: start = hit.tokens.upperBound
      default: break
      }
    }
    if start == nil, let first = event.outcomes.first {
      let hit = reading.parts.outcomes[first]
      // "نجا رئيس بلدية X من محاولة اغتيال".
      if hit.outcome == .killed && hit.form != .verb || hit.outcome == .survived {
        start = hit.tokens.upperBound
      }
    }
    guard let start else { return nil }
    return event.groups.first { isOffice(reading.groups[$0], behind: start) }
  }

  /// Whether a body's seat stands behind a word for one person, right behind a token.
  private func isOffice(_ group: PlaceGroup, behind start: Int) -> Bool {
    let between = start..<max(start, group.tokens.lowerBound)
    guard group.role == .seat, group.tokens.lowerBound >= start, between.count <= 7,
      !reading.hasPunctuation(between)
    else { return false }
    return reading.counts(in: between).contains { reading.counts[$0].isBareSingular }
  }

  /// The group that somebody is taken from, in the clause that tells it.
  private func placeOfTaking(_ event: Event) -> Int? {
    event.groups.first { reading.isPlaceOfTaking($0, in: event.triggers) }
  }

  private func isInClause(_ group: Int, of other: Int) -> Bool {
    let start = reading.groups[other].tokens.lowerBound
    let clause = reading.parts.list.firstIndex { $0.tokens.upperBound > start }
    guard clause < reading.parts.list.count else { return false }
    return reading.parts.list[clause].tokens.contains(reading.groups[group].tokens.lowerBound)
  }

  /// A place in the trigger's clause and behind the trigger comes first.
  private func rank(_ group: PlaceGroup, _ trigger: Range<Int>, _ clause: Range<Int>?) -> Int {
    let start = group.tokens.lowerBound
    let sameClause = clause?.contains(start) ?? false
    let anaphor = reading.places[group.head].anaphor != nil
    let distance =
      start >= trigger.lowerBound ? start - trigger.lowerBound : (trigger.lowerBound - start) * 2
    // "وفي شمالي الرقة، اقتحمت قوة … في بلدة كبش": a side of a governorate only opens the sentence.
    // "وفي السويداء تجدد القصف على محور المزرعة": so does the governorate's name alone.
    return distance + (sameClause ? 0 : 12) + (isNameOfGovernorate(group) ? 25 : anaphor ? 15 : 0)
      + (isOfPeople(group) ? 20 : 0)
  }

  /// "تفجير حافلات أهالي كفريا في منطقة الراشدين": whose people they were.
  private func isOfPeople(_ group: PlaceGroup) -> Bool {
    let start = group.tokens.lowerBound
    return reading.places[group.head].clitics.isEmpty && reading.places[group.head].noun == nil
      && reading.lexeme(.trades, before: start)?.lexeme
        .map { Trade(value: $0.value).group == .civilian } == true
  }

  /// "في السويداء", "شمالي الرقة": a name that is a governorate's as well as a city's, and stands
  /// alone.
  private func isNameOfGovernorate(_ group: PlaceGroup) -> Bool {
    let head = reading.places[group.head]
    return group.heads.count == 1 && head.noun == nil && head.spelling.has(.governorate)
      && (group.relation == .in || group.relation == .direction && group.distanceKm == nil)
  }

  /// "القنيطرة - توغلت قوة في ريف القنيطرة": the name that opens the sentence before a dash.
  private func isDateline(_ group: PlaceGroup, of event: Event) -> Bool {
    let start = reading.sentences[event.sentence].tokens.lowerBound
    let end = group.tokens.upperBound
    return isNameOfGovernorate(group) && group.tokens.lowerBound == start
      && end < event.tokens.upperBound && reading.tokens.list[end].mark == .dash
  }

  /// "على طريق دمشق – السويداء بالقرب من قرية حزم": the named point on the road wins.
  private func joinRoad(_ site: inout Site, _ fine: [Int], _ group: PlaceGroup) {
    if site.relation == .direction, site.distanceKm == nil,
      let point = group.contexts.first(where: isPoint)
    {
      // "غرب سراقب عند قرية ترنبة"
      site.contexts =
        site.contexts.filter { $0.place > point }
        + site.anchors.map { .init(place: $0, direction: site.direction) }
      site.anchors = [point]
      (site.relation, site.direction) = (.in, nil)
      return
    }
    if site.relation == .road {
      // "… قرب قرية X غربي Y" directly behind the road stands in its own group as what tells it closer.
      if let point = group.contexts.first(where: isPoint) {
        site.contexts =
          site.contexts.filter { $0.place > point }
          + site.anchors.map { .init(place: $0, direction: nil) }
        site.anchors = [point]
        return
      }
      // "على طريق راجو في مركز مدينة عفرين": a street of the town.
      let town = fine.first {
        let other = reading.groups[$0]
        return group.heads.count == 1 && reading.places[other.head].noun == .city
          && other.relation == .in && other.tokens.lowerBound >= group.tokens.upperBound
          && reading.places[other.head].tokens.lowerBound - group.tokens.upperBound <= 3
      }
      if let town {
        site.anchors = Array(reading.groups[town].heads)
        site.relation = .in
        return
      }
      let near = fine.first {
        let other = reading.groups[$0]
        let between =
          group.tokens.upperBound..<max(group.tokens.upperBound, other.tokens.lowerBound)
        return isPointOf(other) && other.tokens.lowerBound >= group.tokens.upperBound
          && between.count { reading.tokens.letter(0, of: reading.tokens.list[$0]).isArabicLetter }
            <= 1
          && between.count <= 8
      }
      if let near {
        site.contexts += site.anchors.map { .init(place: $0, direction: nil) }
        site.anchors = Array(reading.groups[near].heads)
      }
    } else {
      let road = fine.first {
        let other = reading.groups[$0]
        return other.relation == .road
          && abs(other.tokens.lowerBound - group.tokens.upperBound) <= 3
      }
      if let road {
        site.relation = .road
        site.contexts += reading.groups[road].heads.map { .init(place: $0, direction: nil) }
      }
    }
  }

  /// "(M4)، عند بلدة أورم الجوز": a point that something stands near or at.
  private func isPointOf(_ group: PlaceGroup) -> Bool {
    group.relation == .near
      || reading.lexeme(.spatial, at: group.tokens.lowerBound).map {
        $0.lexeme?.value == Spatial.in.rawValue
          && isPoint(group.head) && reading.places[group.head].noun?.isSettlement == true
      } ?? false
  }

  /// "انفجار قرب دوار السفينة": what no gazetteer has, and is part of a town, lies in the town that
  /// the event names besides, or else that the report named last; so does "حي القصور" in a report that
  /// names no town with a quarter of that name.
  private func lieInTown(_ site: inout Site, _ groups: [Int]) {
    guard site.contexts.isEmpty, site.anaphor == nil, site.anchors.allSatisfy({ isQuarter($0) })
    else {
      return
    }
    func isTown(_ place: Int, _ kinds: [PlaceKind]) -> Bool {
      let mention = reading.places[place]
      return mention.anaphor == nil && !site.anchors.contains(place)
        && mention.noun != .neighbourhood && kinds.contains(where: mention.spelling.has)
    }
    let towns = reading.places.indices.filter { isTown($0, [.city, .town]) }
    // "حلب: … وسقطت قذيفتان على حي المغاير": no quarter of the name is known, though villages may be; how
    // far they lie is asked when the phrase is geocoded. "أحياء دمشق" are the city's own.
    let isNoKnownQuarter = site.anchors.allSatisfy {
      let mention = reading.places[$0]
      return mention.spelling.isUnknown
        || mention.noun == .neighbourhood && !mention.spelling.has(.city)
          && !hasCandidates($0, of: .neighbourhood)
    }
    let isHomonym = site.anchors.allSatisfy {
      reading.candidates(of: reading.places[$0]).count > 1
    }
    guard
      isNoKnownQuarter
        || isHomonym && !towns.contains(where: { t in site.anchors.contains { isNear($0, t) } })
    else { return }
    let first = site.anchors[0]
    let beside = groups.lazy.map { reading.groups[$0].head }.first {
      isTown($0, [.city, .town]) && !isAway($0)
    }
    func last(_ kind: PlaceKind) -> Int? {
      towns.last { $0 < first && !isAway($0) && reading.places[$0].spelling.has(kind) }
    }
    guard let town = beside ?? (isNoKnownQuarter ? last(.city) ?? last(.town) : nil) else { return }
    site.contexts.append(.init(place: town, direction: nil))
  }

  /// Whether the gazetteer has a place of a kind by the name.
  private func hasCandidates(_ place: Int, of kind: PlaceKind) -> Bool {
    reading.candidates(of: reading.places[place]).contains {
      reading.reader.gazetteer.places[Int($0)].kind == kind
    }
  }

  /// Whether a name is that of a part of a town: a quarter, a street, a square, and no village.
  private func isQuarter(_ place: Int) -> Bool {
    let mention = reading.places[place]
    if mention.noun == .neighbourhood { return true }
    guard !mention.spelling.isUnknown else { return false }
    return mention.spelling.has(.neighbourhood) && mention.noun == nil
      && reading.candidates(of: mention).allSatisfy {
        reading.reader.gazetteer.places[Int($0)].kind == .neighbourhood
      }
  }

  /// Whether one of the places of a name lies in the governorate of a town; Damascus and the country
  /// around it are one.
  private func isNear(_ quarter: Int, _ town: Int) -> Bool {
    let places = reading.reader.gazetteer.places
    let near = reading.candidates(of: reading.places[town]).lazy
      .map { places[Int($0)] }.filter { $0.kind == .city || $0.kind == .town }
      .map { withoutRuralDamascus($0.governorate) }
    return reading.governorates(of: quarter).contains { near.contains(withoutRuralDamascus($0)) }
  }

  private func withoutRuralDamascus(_ governorate: Int32) -> String {
    guard governorate >= 0 else { return "" }
    let id = reading.reader.gazetteer.id(of: governorate)
    return id == "SY03" ? "SY01" : String(id)
  }

  /// "طريق X – Y عند قرية Z": a place on the road, and no area that the road lies in.
  private func isPoint(_ place: Int) -> Bool {
    let mention = reading.places[place]
    guard mention.anaphor == nil, !reading.isArea(mention), mention.noun != .city,
      !mention.spelling.has(.governorate),
      let word = reading.lexeme(.spatial, before: mention.tokens.lowerBound)?.lexeme
    else { return false }
    return word.value == Spatial.near.rawValue || word.value == Spatial.in.rawValue
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
    if anaphor != nil, let draft = drafts.last, anchors == draft.anchors {
      site.contexts += draft.contexts
    }
    return site
  }

  /// What "البلدة", "المحافظة" and the like refer to.
  private func antecedent(of anaphor: Anaphor, before place: Int) -> [Int]? {
    func last(_ test: (PlaceMention) -> Bool) -> [Int]? {
      (0..<place).last { reading.places[$0].anaphor == nil && test(reading.places[$0]) }
        .map { [$0] }
    }
    func settlement(_ noun: PlaceWord, _ kind: PlaceKind) -> [Int]? {
      sameSentence(noun, before: place)
        ?? last { $0.noun == noun || $0.noun == nil && $0.spelling.has(kind) }
        ?? drafts.last.map(\.anchors)
    }
    switch anaphor {
    case .governorate: return last { $0.noun == .governorate || $0.spelling.has(.governorate) }
    case .city, .sameCity: return settlement(.city, .city)
    case .town, .sameTown: return settlement(.town, .town)
    case .village: return settlement(.village, .village)
    case .neighbourhood: return last { $0.noun == .neighbourhood }
    case .camp: return last { $0.noun == .camp }
    case .capital: return damascus
    case .area, .site, .road: return drafts.last.map(\.anchors)
    }
  }

  /// "مختار النملية … داخل مضافته في القرية": the last settlement that the sentence names, unless its
  /// noun says that it is of another kind.
  private func sameSentence(_ noun: PlaceWord, before place: Int) -> [Int]? {
    let start = reading.places[place].tokens.lowerBound
    let sentence = reading.sentences.firstIndex { $0.tokens.upperBound > start }
    guard sentence < reading.sentences.count else { return nil }
    return reading.places(in: reading.sentences[sentence].tokens.lowerBound..<start).last {
      let mention = reading.places[$0]
      guard mention.anaphor == nil, !isLeft($0) else { return false }
      if mention.noun != nil { return mention.noun == noun }
      let kinds: [PlaceKind] = noun == .city ? [.city, .town] : [.town, .village]
      return kinds.contains(where: mention.spelling.has) && !mention.spelling.has(.governorate)
    }.map { [$0] }
  }

  /// "سقطت قذائف أطلقت من تادف على طرف المدينة": a place that something comes from is not the one.
  private func isLeft(_ place: Int) -> Bool {
    let group = reading.groups.firstIndex { $0.heads.upperBound > place }
    guard group < reading.groups.count, reading.groups[group].heads.contains(place) else {
      return false
    }
    return reading.groups[group].role == .origin || reading.groups[group].role == .firingPosition
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
        // "ريف محافظة إدلب", and then "مدينة إدلب".
        if a.noun == .city && b.noun == .governorate || a.noun == .governorate && b.noun == .city {
          return false
        }
        return reading.isSameName(a, b)
      }
    }
  }
}

extension Trigger {
  /// Whether what is done is done where it goes to.
  fileprivate var isMovement: Bool {
    switch self {
    case .incursion, .clash, .control, .attack: true
    default: false
    }
  }

  /// Whether it hits what stands where it falls.
  fileprivate var isHit: Bool {
    switch self {
    case .airStrike, .strike, .shelling, .bombing, .explosion: true
    default: false
    }
  }
}

extension ReportReading {
  /// "الأجهزة الأمنية في دير الزور": a party right before "in".
  fileprivate func isSeated(in place: Range<Int>) -> Bool {
    let before = saysIn(at: place.lowerBound) ? place.lowerBound : place.lowerBound - 1
    return before > 0 && saysIn(at: before) && !clitics(at: before).contains(.waw)
      && isInActor(before - 1)
  }

  /// "مديرية الأمن الداخلي في مدينة طرطوس": whether a party stands right before what tells its seat.
  fileprivate func isActing(before seat: Range<Int>) -> Bool {
    (max(0, seat.lowerBound - 2)..<seat.lowerBound + 1).contains { isInActor($0) }
  }
}
