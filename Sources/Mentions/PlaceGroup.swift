import ArabicText
import Gazetteer
import Lexicon
import Reports

/// Places that stand together in a sentence, and how the sentence speaks of them.
///
/// "على أطراف قرية ربيضة شمالي المحافظة" is one group: a head, near, with a context behind it.
public struct PlaceGroup: Sendable {
  @frozen
  public enum Relation: BitwiseCopyable, Sendable {
    case `in`, near, between, direction, road, countryside, area
  }

  /// What the group is to the sentence.
  @frozen
  public enum Role: BitwiseCopyable, Sendable {
    /// Where something may have happened.
    case event
    /// Where somebody comes from, goes to, fires from, or speaks from; a way that is passed.
    case origin, destination, firingPosition, seat
  }

  /// Indexes into `ReportReading.places`; never empty.
  public var heads: Range<Int>
  /// Indexes of the places behind the heads that tell where these lie.
  public var contexts: Range<Int>
  public var relation: Relation = .in
  public var direction: Direction?
  public var distanceKm: Double?
  public var role: Role = .event
  /// The tokens from the first word that tells the relation to the last context.
  public var tokens: Range<Int>

  /// "وفي الرقة، أحبطت …": a governorate's name that opens a sentence and says where its news
  /// happened; the city only when nothing finer follows.
  public var isOpening = false

  /// The first head.
  public var head: Int { heads.lowerBound }

  /// Whether the heads are areas: a governorate, a countryside, a region.
  public func isCoarse(in reading: ReportReading) -> Bool {
    if isOpening { return true }
    // "قريتي عمارا وكمروك بناحية معبطلي": what holds them says where they lie.
    if !contexts.isEmpty,
      heads.allSatisfy({ reading.places[$0].spelling.isUnknown && reading.places[$0].noun != nil })
    {
      return false
    }
    for head in heads where !reading.isArea(reading.places[head]) { return false }
    return true
  }
}

extension ReportReading {
  /// Whether a place mention names an area rather than a place in one.
  public func isArea(_ mention: PlaceMention) -> Bool {
    if mention.isCoarse { return true }
    switch mention.anaphor {
    case .governorate, .area: return true
    case .some: return false
    case nil: break
    }
    if mention.noun == .district || mention.noun == .subdistrict {
      // "منطقة أطمة" is a village and its fields; "منطقة عفرين" is a district.
      return mention.spelling.isUnknown || mention.spelling.hasAreas
    }
    // "قرى وبلدات إدلب": those of the governorate.
    if mention.isNounPlural, mention.noun == .village || mention.noun == .town,
      mention.spelling.has(.governorate) || mention.spelling.isAllAreas
    {
      return true
    }
    if mention.noun != nil { return false }
    return !mention.spelling.isUnknown && mention.spelling.isAllAreas
  }
}

extension PlaceGroup {
  static func read(in reading: ReportReading) {
    var grouper = PlaceGrouper(reading)
    var next = 0
    for s in reading.sentences.indices {
      let sentence = reading.sentences[s].tokens
      grouper.sentence = sentence
      while next < reading.places.count,
        reading.places[next].tokens.lowerBound < sentence.upperBound
      {
        grouper.add(next)
        next += 1
      }
      grouper.close()
    }
  }
}

/// Puts the place mentions of each sentence together.
private struct PlaceGrouper {
  let reading: ReportReading
  var sentence = 0..<0
  private var open: PlaceGroup?

  init(_ reading: ReportReading) { self.reading = reading }

  mutating func add(_ index: Int) {
    let mention = reading.places[index]
    if var group = open {
      // Places come one after the other, so that the last one of the group is the one before.
      switch link(from: reading.places[index - 1], to: mention, in: group) {
      case .listed:
        group.heads = group.heads.lowerBound..<index + 1
        group.contexts = index + 1..<index + 1
        group.tokens = group.tokens.lowerBound..<mention.tokens.upperBound
        open = group
        return
      case .context(let direction):
        group.contexts = group.contexts.lowerBound..<index + 1
        reading.stages.pointee.places[index].contextDirection = direction
        group.tokens = group.tokens.lowerBound..<mention.tokens.upperBound
        open = group
        return
      case .none: break
      }
    }
    close()
    open = PlaceGroup(
      heads: index..<index + 1, contexts: index + 1..<index + 1, tokens: mention.tokens)
  }

  private enum Link {
    case listed
    case context(Direction?)
    case none
  }

  /// How a mention hangs on the one before it.
  private func link(
    from last: PlaceMention, to next: PlaceMention, in group: PlaceGroup
  ) -> Link {
    // What stands between them, quotation marks left out.
    var gapCount = 0
    var first = next.tokens.lowerBound
    for i in last.tokens.upperBound..<max(last.tokens.upperBound, next.tokens.lowerBound)
    where !isPassedOver(i) && !(gapCount == 0 && isAdjective(i, behind: last)) {
      if gapCount == 0 { first = i }
      gapCount += 1
    }
    if gapCount == 0 {
      if isAimedFrom(group, at: next) { return .none }
      if next.clitics.contains(.waw) {
        return isList(last, next, group) ? .listed : .none
      }
      return isContext(next, of: group) ? .context(nil) : .none
    }
    // A comma or a dash between two names of a list.
    if gapCount == 1, reading.tokens.list[first].kind == .punctuation {
      let mark = reading.tokens.list[first].mark
      if mark == .dash || mark == .slash { return group.contexts.isEmpty ? .listed : .none }
      if mark == .comma {
        if next.clitics.contains(.waw), !closesList(next) { return .none }
        let head = reading.places[group.head]
        if group.contexts.isEmpty, head.isNounPlural, next.noun == nil || next.noun == head.noun {
          return .listed
        }
        // "قصفت كفرنبل، حزارين والبارة": bare names, no governorate among them.
        return group.contexts.isEmpty && next.noun == nil
          && next.clitics.subtracting(.waw).isEmpty
          && next.anaphor == nil && last.anaphor == nil && !reading.isArea(next)
          && !next.spelling.has(.governorate) ? .listed : .none
      }
      return .none
    }
    if gapCount == 1, next.clitics.contains(.waw), reading.isUnknownListed(first) {
      return isList(last, next, group) ? .listed : .none
    }
    // Compass words, في and "التابعة ل" may stand between a place and its context.
    var direction: Direction?
    var saysNear = false
    var saysIn = false
    var i = first
    while i < next.tokens.lowerBound {
      if reading.has(.spatial, Spatial.near.rawValue, at: i) { saysNear = true }
      if let compass = reading.lexeme(.compass, at: i), !compass.clitics.contains(.waw) {
        direction = compass.lexeme.flatMap { Direction(rawValue: $0.value) }
        i = Int(compass.end)
        continue
      }
      let mark = reading.tokens.list[i].mark
      if mark == .quote || mark == .openBracket {
        i += 1
        continue
      }
      if let spatial = reading.lexeme(.spatial, at: i),
        let word = spatial.lexeme.flatMap({ Spatial(rawValue: $0.value) })
      {
        if word == .in || (word == .from && direction != nil) {
          saysIn = saysIn || word == .in
          i = Int(spatial.end)
          continue
        }
        // "X قرب Y": a second place near the first tells where it lies.
        if word == .near, direction == nil {
          i = Int(spatial.end)
          continue
        }
      }
      if reading.lexeme(.placenouns, at: i) != nil {
        i += 1
        continue
      }
      // "قرية X التابعة لبلدة Y".
      if i + 1 == next.tokens.lowerBound, next.clitics.contains(.lam),
        reading.has(.parties, PartySign.aligned.rawValue, at: i)
      {
        return .context(nil)
      }
      return .none
    }
    if next.clitics.contains(.waw) { return .none }
    if direction != nil { return .context(direction) }
    // "عثرت مديرية أمن ريف دمشق في مدينة قطنا على": the name of a body ends before where it acted; so does
    // where people come from: "شبان من أبناء كناكر عند مدخل مدينة سعسع".
    if saysIn || saysNear, next.noun?.isSettlement == true {
      let role = cues(of: group).role
      if role == .seat || role == .origin { return .none }
    }
    // "مطار الحمدان في البوكمال": a town holds what is said to be in it.
    let isHeld =
      saysIn && gapCount == 1 && next.anaphor == nil
      && (next.spelling.has(.city) || next.spelling.has(.town))
    return isContext(next, of: group) || saysNear || isHeld ? .context(nil) : .none
  }

  /// "مساكن هنانو، والحيدرية، والصالحين.": nothing but the next name of the list, or the end of it,
  /// stands behind a name with و.
  private func closesList(_ mention: PlaceMention) -> Bool {
    let next = mention.tokens.upperBound
    return next >= sentence.upperBound || reading.tokens.list[next].kind == .punctuation
      || reading.matches.name(at: next)?.clitics == .waw
  }

  /// "مدينة عفرين المحتلة بمحافظة حلب", "حي الجسر الأبيض في دمشق": a word with ال right behind a name that
  /// no list knows.
  private func isAdjective(_ i: Int, behind last: PlaceMention) -> Bool {
    let token = reading.tokens.list[i]
    return i - last.tokens.upperBound <= 1 && token.kind == .word
      && reading.tokens.hasArticle(token) && reading.clitics(at: i).isEmpty
      && reading.matches.begins[i].isEmpty
  }

  private func isPassedOver(_ i: Int) -> Bool {
    let token = reading.tokens.list[i]
    return token.mark == .quote || token.mark == .openBracket || token.isDetachedClitic
  }

  /// Whether و joins two names of one list.
  private func isList(_ last: PlaceMention, _ next: PlaceMention, _ group: PlaceGroup) -> Bool {
    if !group.contexts.isEmpty { return false }
    let head = reading.places[group.head]
    // "في بادية حمص ودير الزور", "ريف حماة وإدلب": the word holds for both.
    let isShared =
      (head.noun == .countryside || head.noun == .desert) && next.noun == nil
      && head.spelling.has(.governorate) && next.spelling.has(.governorate)
    return reading.isArea(last) == reading.isArea(next) || head.isNounPlural || isShared
  }

  /// "المدفعية المتمركزة في جبل X بلدة Y": behind where the fire comes from stands what it is aimed at.
  private func isAimedFrom(_ group: PlaceGroup, at next: PlaceMention) -> Bool {
    guard next.clitics.isEmpty, next.noun?.isSettlement == true || next.noun == .neighbourhood,
      !reading.isArea(next)
    else { return false }
    return cues(of: group).role == .firingPosition
  }

  /// What stands before a group.
  private func cues(of group: PlaceGroup) -> LeadingCues {
    var cues = LeadingCues(reading, sentence)
    cues.read(before: group)
    return cues
  }

  /// Whether a place directly behind another tells where that one lies.
  private func isContext(_ next: PlaceMention, of group: PlaceGroup) -> Bool {
    let head = reading.places[group.heads.upperBound - 1]
    if reading.isArea(next) { return true }
    // "حي الوعر بحمص", "كنيسة في دمشق": a finer place in a city.
    if next.clitics.contains(.beh) || next.noun == .city || head.noun == .neighbourhood {
      return true
    }
    return next.clitics.isEmpty && next.noun != nil && !reading.isArea(head)
  }

  mutating func close() {
    guard var group = open else { return }
    open = nil
    var cues = LeadingCues(reading, sentence)
    cues.read(before: group)
    group.relation = relation(of: group, cues)
    group.direction = cues.direction
    group.distanceKm = cues.distanceKm
    group.role = cues.role
    // "نحو قرية X حيث دهمت منزلين": there it was done.
    if group.role == .destination,
      reading.has(.spatial, Spatial.there.rawValue, at: group.tokens.upperBound)
    {
      group.role = .event
    }
    group.tokens = cues.start..<group.tokens.upperBound
    trailingDistance(&group)
    group.isOpening = isOpening(group)
    if group.role == .event, isMetonym(group, cues) { group.role = .seat }
    reading.stages.pointee.groups.append(group)
  }

  private func isOpening(_ group: PlaceGroup) -> Bool {
    let head = reading.places[group.head]
    let end = group.tokens.upperBound
    return group.heads.count == 1 && head.noun == nil && group.relation == .in
      && group.tokens.lowerBound - sentence.lowerBound <= 1 && end < sentence.upperBound
      && reading.tokens.list[end].mark == .comma && isGovernorateName(head)
  }

  private func isGovernorateName(_ mention: PlaceMention) -> Bool {
    mention.spelling.has(.governorate)
  }

  /// Tells a government named by its city: "وطالبت دمشق الأمم المتحدة".
  ///
  /// A governorate's capital without a word of place is a place only as what a verb of attack is
  /// aimed at.
  private func isMetonym(_ group: PlaceGroup, _ cues: LeadingCues) -> Bool {
    let head = reading.places[group.head]
    guard head.noun == nil, head.anaphor == nil, !cues.saysPlace, group.heads.count == 1,
      !head.clitics.contains(.beh), isGovernorateName(head),
      head.tokens.lowerBound > sentence.lowerBound + 1
    else { return false }
    for i in max(sentence.lowerBound, head.tokens.lowerBound - 5)..<head.tokens.lowerBound {
      if reading.lexeme(.triggers, at: i) != nil { return false }
    }
    return true
  }

  private func relation(of group: PlaceGroup, _ cues: LeadingCues) -> PlaceGroup.Relation {
    let head = reading.places[group.head]
    if cues.isRoad || head.noun == .road || head.anaphor == .road { return .road }
    if cues.isBetween, group.heads.count >= 2 { return .between }
    if cues.distanceKm != nil { return cues.direction == nil ? .near : .direction }
    if cues.isNear { return .near }
    if head.noun == .countryside || head.noun == .desert { return .countryside }
    if head.anaphor == .area { return .near }
    if cues.direction != nil { return .direction }
    if head.noun == nil, reading.isArea(head), head.spelling.isAll(.region) { return .area }
    return .in
  }

  /// "جنوب غرب بلدة السخنة بـ10 كم": the distance stands behind the name.
  private func trailingDistance(_ group: inout PlaceGroup) {
    guard group.direction != nil, group.distanceKm == nil else { return }
    var i = group.tokens.upperBound
    // ب alone, with a tatweel, before digits.
    if i < sentence.upperBound, reading.tokens.list[i].kind == .word,
      reading.tokens.list[i].lettersCount == 1
    {
      i += 1
    }
    guard i < sentence.upperBound, let number = reading.number(at: i) else { return }
    if let unit = reading.lexeme(.spatial, at: number.end),
      unit.lexeme?.value == Spatial.km.rawValue
    {
      group.distanceKm = Double(number.value)
      group.relation = .direction
      group.tokens = group.tokens.lowerBound..<Int(unit.end)
    }
  }
}

/// What stands before a group of places and tells how the event stands to it.
private struct LeadingCues {
  let reading: ReportReading
  let sentence: Range<Int>
  var start = 0
  var isNear = false
  var isBetween = false
  var isRoad = false
  var direction: Direction?
  var distanceKm: Double?
  /// "على بعد 3 كم من X": so far from it, nobody says in which direction.
  private var isFar = false
  var role: PlaceGroup.Role = .event
  /// Whether any word of place stands before the group.
  var saysPlace = false

  init(_ reading: ReportReading, _ sentence: Range<Int>) {
    self.reading = reading
    self.sentence = sentence
  }

  mutating func read(before group: PlaceGroup) {
    let head = reading.places[group.head]
    start = head.tokens.lowerBound
    var i = start
    var steps = 0
    while i > sentence.lowerBound, steps < 7 {
      steps += 1
      guard let previous = cue(endingAt: i) else { break }
      i = previous
      start = i
      saysPlace = true
    }
    if direction != nil || isFar, distanceKm == nil { readDistance(before: i) }
    // "على بعد مئات الأمتار من X".
    if isFar, distanceKm == nil { isNear = true }
    readRole(before: start, head)
  }

  /// "14 كيلومتراً إلى الغرب من X": a compass word behind a distance ends at a token.
  private func isMeasured(from end: Int) -> Bool {
    guard let compass = match(.compass, endingAt: end),
      let before = match(.spatial, endingAt: Int(compass.start)),
      let word = before.lexeme.flatMap({ Spatial(rawValue: $0.value) })
    else { return false }
    switch word {
    case .toward, .km, .twoKm, .m: return true
    default: return false
    }
  }

  /// Whether a unit of length ends at a token.
  private func isUnit(endingAt end: Int) -> Bool {
    guard let unit = match(.spatial, endingAt: end)?.lexeme,
      let word = Spatial(rawValue: unit.value)
    else { return false }
    return word == .km || word == .twoKm || word == .m
  }

  /// Reads one cue that ends at a token; gives where it begins.
  private mutating func cue(endingAt end: Int) -> Int? {
    let last = reading.tokens.list[end - 1]
    if last.kind == .punctuation, last.mark == .quote { return end - 1 }
    if let compass = match(.compass, endingAt: end), !reading.isInPlace(Int(compass.start)) {
      guard direction == nil || isNear else { return nil }
      if direction == nil { direction = compass.lexeme.flatMap { Direction(rawValue: $0.value) } }
      if direction == .centre { direction = nil }
      return Int(compass.start)
    }
    if let spatial = match(.spatial, endingAt: end), !reading.isInPlace(Int(spatial.start)),
      let word = spatial.lexeme.flatMap({ Spatial(rawValue: $0.value) })
    {
      switch word {
      case .near:
        isNear = true
        return Int(spatial.start)
      case .between:
        isBetween = true
        return Int(spatial.start)
      case .road:
        isRoad = true
        return Int(spatial.start)
      case .from where direction != nil || isNear || isMeasured(from: Int(spatial.start)):
        return Int(spatial.start)
      case .from where isUnit(endingAt: Int(spatial.start)):
        isFar = true
        return Int(spatial.start)
      case .in, .on: return Int(spatial.start)
      case .toward where direction != nil: return Int(spatial.start)
      default: return nil
      }
    }
    if let noun = match(.placenouns, endingAt: end),
      !reading.isInPlace(Int(noun.start)) || isBetween
    {
      if noun.lexeme?.value == PlaceWord.road.rawValue { isRoad = true }
      return Int(noun.start)
    }
    if match(.anaphora, endingAt: end) != nil, isBetween { return end - 1 }
    return nil
  }

  private func match(_ category: Category, endingAt end: Int) -> Match? {
    guard let match = reading.matches.lexeme(category, endingAt: end),
      Int(match.start) >= sentence.lowerBound
    else { return nil }
    return match
  }

  /// "على بعد 25 كم شرقي X", "على مسافة عشرين كيلومتراً إلى الشمال الشرقي من X".
  private mutating func readDistance(before i: Int) {
    guard let unit = match(.spatial, endingAt: i),
      let word = unit.lexeme.flatMap({ Spatial(rawValue: $0.value) })
    else { return }
    switch word {
    case .twoKm:
      distanceKm = 2
      start = Int(unit.start)
    case .km, .m:
      let end = Int(unit.start)
      for length in 1...3 where end - length >= sentence.lowerBound {
        guard let number = reading.number(at: end - length), number.end == end else { continue }
        distanceKm = word == .km ? Double(number.value) : Double(number.value) / 1000
        start = end - length
      }
      // "منطقة الـ55 كم غربي X": the number is a name.
      if start > sentence.lowerBound,
        reading.tokens.list[start - 1].lettersCount == 2,
        reading.tokens.hasArticle(reading.tokens.list[start - 1])
      {
        distanceKm = nil
      }
    default: break
    }
  }

  /// Whether people are led away to a body that has its seat in the place before which a token stands.
  private func isLedTo(_ i: Int) -> Bool {
    guard let spatial = match(.spatial, endingAt: i), spatial.lexeme?.value == Spatial.in.rawValue,
      Int(spatial.start) > sentence.lowerBound,
      reading.isInActor(Int(spatial.start) - 1)
    else { return false }
    var start = Int(spatial.start) - 1
    let limit = max(sentence.lowerBound, start - 7)
    while start > limit, reading.isInActor(start) { start -= 1 }
    guard
      let to = (limit...start).last(where: {
        reading.has(.spatial, Spatial.toward.rawValue, at: $0)
      }), start - to <= 2
    else { return false }
    return (max(sentence.lowerBound, to - 3)..<to).contains {
      reading.has(.outcomes, Outcome.detained.rawValue, at: $0)
        || reading.lexeme(.roles, at: $0)?.lexeme?.value == PlaceRole.destination.rawValue
    }
  }

  private mutating func readRole(before i: Int, _ head: PlaceMention) {
    // "مركز إدلب الإعلامي": an outlet that is named for the place.
    if reading.has(.roles, PlaceRole.outlet.rawValue, at: head.tokens.upperBound) {
      role = .seat
      return
    }
    if let sign = match(.roles, endingAt: i) ?? match(.roles, endingAt: head.tokens.lowerBound)
      ?? overlapping(head) ?? hospital(before: i),
      let value = sign.lexeme.flatMap({ PlaceRole(rawValue: $0.value) })
    {
      switch value {
      case .origin: role = .origin
      case .destination: role = .destination
      case .firingFrom: role = .firingPosition
      case .seat, .outlet: role = .seat
      }
      return
    }
    // "واقتادهم إلى فرع الأمن العسكري في طرطوس".
    if isLedTo(i) {
      role = .destination
      return
    }
    // من and إلى directly before the name, or before its noun.
    guard !isNear, !isFar, direction == nil, !isBetween,
      let spatial = match(.spatial, endingAt: i),
      let word = spatial.lexeme.flatMap({ Spatial(rawValue: $0.value) })
    else { return }
    if word == .from {
      if !isPartitive(i), !followsFight(i) { role = .origin }
    } else if word == .toward, !followsFight(i) {
      role = .destination
    }
  }

  /// "الحي الشرقي من مدينة طفس", "بلدات من ريف إدلب": a part of the place.
  private func isPartitive(_ i: Int) -> Bool {
    guard let from = match(.spatial, endingAt: i) else { return false }
    let end = Int(from.start)
    // "استهدف كلاً من مدينة كفرزيتا واللطامنة": each of them.
    if [i, end].contains(where: {
      match(.quantities, endingAt: $0)?.lexeme?.value == Quantity.each.rawValue
    }) {
      return true
    }
    // "أحياء مجاورة من مدينة السويداء": an adjective between.
    if end > 1, match(.placenouns, endingAt: end - 1)?.lexeme?.form == .dropSeveral { return true }
    return match(.compass, endingAt: end) != nil || match(.placenouns, endingAt: end) != nil
      || match(.anaphora, endingAt: end) != nil || end > 0 && reading.isInPlace(end - 1)
  }

  /// "امتدت المواجهات إلى بلدة X", "حملة تمشيط انطلقت من قرية X": the fight is there.
  private func followsFight(_ i: Int) -> Bool {
    var j = i - 1
    while j >= max(sentence.lowerBound, i - 9) {
      let token = reading.tokens.list[j]
      if token.kind == .punctuation, token.mark != .quote { return false }
      if reading.lexeme(.roles, at: j) != nil { return false }
      if let trigger = reading.lexeme(.triggers, at: j)?.lexeme.flatMap({
        Trigger(rawValue: $0.value)
      }) {
        switch trigger {
        case .clash, .incursion, .attack, .airborne, .raid: return true
        default: return false
        }
      }
      j -= 1
    }
    return false
  }

  /// "إلى مشفى المواساة في دمشق": a name of the hospital stands between.
  private func hospital(before i: Int) -> Match? {
    for s in stride(from: i - 1, through: max(sentence.lowerBound, i - 4), by: -1) {
      let token = reading.tokens.list[s]
      if token.kind == .punctuation, token.mark != .quote { return nil }
      if reading.lexeme(.triggers, at: s) != nil { return nil }
      if let match = reading.lexeme(.roles, at: s),
        match.lexeme?.value == PlaceRole.destination.rawValue
      {
        return match
      }
    }
    return nil
  }

  /// A role's phrase may take the noun in: "من أهالي قرية".
  private func overlapping(_ head: PlaceMention) -> Match? {
    for s in max(sentence.lowerBound, head.tokens.lowerBound - 4)..<head.tokens.lowerBound + 1 {
      if let match = reading.lexeme(.roles, at: s), Int(match.end) > head.tokens.lowerBound,
        Int(match.end) <= head.nameTokens.lowerBound
      {
        return match
      }
    }
    return nil
  }
}
