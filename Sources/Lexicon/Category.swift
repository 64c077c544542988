import Synchronization

/// The word lists, one file each; the raw value is the file's stem.
@frozen
public enum Category: UInt8, CaseIterable, Sendable {
  case triggers, outcomes, means, weapons, numbers, ordinals, quantities
  case months, weekdays, dayparts, calendar
  case placenouns, compass, spatial, anaphora, roles
  case status, speech
  case actors, foreign, furniture, unrelated, trades, ordinary, heads, people, parties

  var fileName: String { "\(self).tsv" }

  /// The lists that a phrase about a place needs: without actors, dates and the words of events.
  public static let spatialLists: [Category] = [
    .numbers, .placenouns, .compass, .spatial, .anaphora, .roles, .heads,
  ]
}

/// A set of word lists, and of what else may begin or end at a word.
@frozen
public struct CategorySet: OptionSet, Hashable, BitwiseCopyable, Sendable {
  public let rawValue: UInt32

  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  @inlinable @inline(__always)
  public init(_ category: Category) { rawValue = 1 << UInt32(category.rawValue) }

  /// The names of the gazetteer.
  @inlinable
  public static var names: CategorySet { CategorySet(rawValue: 1 << 31) }

  /// Whether a list is in the set.
  @inlinable @inline(__always)
  public func has(_ category: Category) -> Bool { contains(CategorySet(category)) }
}

/// The cases of each kind of key: to ask a case for its name costs more than to read a row.
private let casesByKey = Mutex<[ObjectIdentifier: [String: Int16]]>([:])

/// A value that the key column of a word list names: `air_strike` for `.airStrike`.
public protocol Key: RawRepresentable<Int16>, CaseIterable, Sendable {}

extension Key {
  /// Reads the key as a word list writes it.
  init?(key: some StringProtocol) {
    let value = casesByKey.withLock { known in
      let kind = ObjectIdentifier(Self.self)
      if let cases = known[kind] { return cases[String(key)] }
      let cases = Dictionary(uniqueKeysWithValues: Self.allCases.map { ($0.key, $0.rawValue) })
      known[kind] = cases
      return cases[String(key)]
    }
    guard let value else { return nil }
    self.init(rawValue: value)
  }

  /// The key as a word list writes it; made anew at each call, for loading and for tables.
  public var key: String {
    var key: [UInt8] = []
    for letter in "\(self)".utf8 {
      if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) {
        key += [UInt8(ascii: "_"), letter | 0x20]
      } else {
        key.append(letter)
      }
    }
    return String(decoding: key, as: UTF8.self)
  }
}

/// Words that tell an operation.
@frozen
public enum Trigger: Int16, Key {
  case airborne, airStrike, strike, shelling, raid, raidWeak, incursion, arrest, clash, attack
  case explosion, bombing, assassination, shooting, ambush, cache, seizure, kidnapping, checkpoint
  case exchange, shootDown, execution, massacre, control, operation, similar, destroy
  /// Words of fighting that as well tell of matches, diseases and quarrels.
  case battle
  /// Verbs that tell an operation with what they are said of: shells that are thrown or fall, troops
  /// that are put down, ground that is taken.
  case launch, land, take, enter, campaign
  /// "محاولة تهريب شحنة": with arms.
  case smuggle
  /// "تبادل الطرفان النيران": with what is fired.
  case tradeFire
  /// "سقطت": shells fall, and so do towns into somebody's hands.
  case fall
  /// What is fired, and tells who fired only with a verb: "فتحت قسد النار".
  case gunfire
  /// Verbs of troops and aircraft that tell an operation only with what they are said of: houses that
  /// are searched, arms that are found, fighters that are chased, a post that is set upon, a front
  /// that moves.
  case search, find, pursue, wage, advance
  /// Fighters who are done for, a siege and what ends it, a garrison that is driven out, a drone that is
  /// stopped.
  case overcome, siege, relieve, expel, intercept
  /// What is shot at on its way, what stands on it, what is searched, and what firemen get under
  /// control: nothing alone. And the verb of those who put a barrier up.
  case vehicle, barrier, dwelling, fire, setUp
  /// What tells an act only of people, of fighters or of parties in arms: whom somebody has "in his grip"
  /// or lays hands on, what is inflicted on an enemy, land and houses that are razed or set on fire.
  case custody, trap, inflict, raze, arson
  /// Fighters whom others take or kill in a fight, and bombs that are made harmless.
  case capture, neutralise, defuse, bomb
  /// A place that is stormed, by fighters or by police; a post that is shot at; captives let go.
  case storm, post, release
  /// Phrases with a word of fighting that tell no fight: "in the face of"; and what is only "blown up" in a
  /// manner of speaking: a surprise, a quarrel.
  case idiom, stir
  /// "فرضت القوات سيطرتها على", "أضرم مسلحون النار في", "أصابتها مسيرة": verbs, and what they are said
  /// of; and those who pass a barrier.
  case impose, hold, ignite, hit, passers
  /// "ضرب": fire on places, and fists on people.
  case beat
}

/// Words for what became of people.
@frozen
public enum Outcome: Int16, Key {
  case killed, wounded, detained, freed, noHarm, noDetention, unknownHarm, survived, fled
  /// Verbs that tell a death of people only: "سقط ثلاثة مدنيين", "خسرت القوات عنصرين".
  case fell
  /// "حصيلة", "عدد القتلى" before a figure.
  case toll, woundedToll, detainedToll
  /// Harm without a word for who was harmed: "خسائر بشرية".
  case loss
}

/// What an operation was carried out with.
@frozen
public enum Means: Int16, Key {
  case helicopter, warplane, drone, artillery, mortar, rocket, ied, smallArms, grenade
  case clusterBomb, barrelBomb
}

extension Means {
  private static let names = allCases.map(\.key)

  /// The name that output uses: `helicopter`, `small_arms`.
  public var name: String { Self.names[Int(rawValue)] }
}

/// What is found, seized or smuggled.
@frozen
public enum Weapons: Int16, Key {
  case arms, drugs
}

/// Words that make a count vague or bound it.
@frozen
public enum Quantity: Int16, Key {
  case moreThan, atLeast, lessThan, about, upTo, some, few, tens, hundreds, subset, between, all
  case others, another, each, namely, altogether, he, them, label, ofThem, oneOfThem
  /// "مع", "إضافة إلى": those counted or named behind it are told besides those before it.
  case alongside
  /// "مثلهم", "العدد نفسه": as many as were counted before.
  case same
  /// "وحده": nobody else.
  case alone
  /// "من فيها": those aboard, however many.
  case aboard
  /// "آخران": two more.
  case othersTwo
  /// "مقابل": those given for others.
  case inReturn
  /// "كل طرف": each of the two of whom an exchange tells.
  case eachSide
}

/// Parts of the day.
@frozen
public enum DayPart: Int16, Key {
  case dawn, morning, noon, afternoon, evening, night, nightOf, afterMidnight
}

/// Words of relative time.
@frozen
public enum CalendarWord: Int16, Key {
  case today, yesterday, dayBefore, tomorrow, now, tonight, lastNight, last, this, next, same
  case day, twoDays, hour, twoHours, minute, week, twoWeeks, month, twoMonths, year
  case before, since, after, beginning, middle, end, during, pastDay, eveNewYear
  case hijri, gregorian, agoLong, following, theDay, days
  case nightBefore, likeDay, beforeLast, latest, these, few, weeks, months, years, twoYears
  case until, dated, corresponding, firstHalf, secondHalf, weekly
  case beforeThat, afterThat, thanThat, ofIt, sameNight, sameTime, hoursLater, newYear, lasting
  case began, ended, dayEarlier, preceded
  /// "لاحقاً", "فوراً": no date follows from it.
  case afterwards
}

/// Nouns that stand before a place name.
@frozen
public enum PlaceWord: Int16, Key {
  case village, town, city, neighbourhood, subdistrict, district, governorate, countryside, desert
  case camp, airbase, base, dam, field, crossing, mountain, farm, road, river, region, site
}

/// Heads of compound place names.
@frozen
public enum NameHead: Int16, Key {
  case joined, head
  /// "القريتان": a town, or two villages that were told before.
  case pair
}

/// Gazetteer names that are also something else.
@frozen
public enum OrdinaryWord: Int16, Key {
  /// A noun that news uses as such: a place only behind a noun of place or with a clear sign.
  case word
  /// A person's name, an adjective, a rare noun: a place behind "in".
  case name
}

/// Words before which a name is a person's.
@frozen
public enum PersonWord: Int16, Key {
  case given, title
  /// "أبو" before the name of a son or of a trait: a man goes by it.
  case kunya
  /// "بن" between a man's name and his father's.
  case filiation
}

/// The points of the compass, and the middle.
@frozen
public enum Direction: Int16, CaseIterable, Sendable {
  case north, northEast, east, southEast, south, southWest, west, northWest, centre

  static let keys = ["N", "NE", "E", "SE", "S", "SW", "W", "NW", "C"]
}

/// Words that say how something stands to a place.
@frozen
public enum Spatial: Int16, Key {
  case `in`, near, between, road, toward, from, distance, km, twoKm, m
  /// "على": in a place, and never what tells where another one lies.
  case on
  /// "تعرضت", "شهدت": what befalls the place behind it.
  case befalls
  /// "منها", "بينها": some of the places told before follow.
  case among
  /// "حيث": what is told behind it was done in the place before it.
  case there
}

/// Words that refer back to a place.
@frozen
public enum Anaphor: Int16, Key {
  case city, town, village, neighbourhood, governorate, area, road, site, sameCity, sameTown
  case capital, camp
}

/// Words before a place at which the event did not happen.
@frozen
public enum PlaceRole: Int16, Key {
  case origin, destination, firingFrom, seat
  /// Words behind a place that make it the name of an outlet: "مركز إدلب الإعلامي".
  case outlet
}

/// Signs of how a report vouches for an operation.
@frozen
public enum StatusSign: Int16, Key {
  case foiled, denied, planned, plannedPlot, background, was, already, habitual, continuation
  case secondEvent, accusation, opinion, meaning, clause, negation, attempt, airDefence
  case heard, occurrence, rising, toldThat
  /// "كان آخرها", "أبرز هذه العمليات": one of many that went before.
  case latest
  /// What a report says is not true, before or behind it; bombs made harmless; attacks beaten back; what
  /// something is to lead to; what an act is only remembered or talked of for.
  case untrue, defused, repelled, prospect, concern
  /// Verbs by which an act with ال is told all the same: "تجدد القصف".
  case goesOn
  /// "قبيل": the act behind it is of another time, and not the one that is told.
  case before
  /// "هي", "يعد": with an ordinal behind it, which of many the act is that was told.
  case numbered
  /// "ذهابهم": somebody goes to do what stands behind it.
  case errand
  /// "جثث": the dead as what is found, taken away or handed over.
  case body
  /// "إذا", "في حال": what stands behind it has not come about.
  case condition
  /// "رفعت مصادر العدد إلى 37": somebody counts more than others do; "بينما": another thing is told.
  case raises, contrast
}

/// Words that tell what part a party plays in an act.
@frozen
public enum PartySign: Int16, Key {
  /// "على يد", "نفذتها": the one who did it follows.
  case by
  /// "ضد", "في صفوف": the one whom it was aimed at follows.
  case against
  /// "مع": the one whom somebody fought follows.
  case opponent
  /// "بدعم من": the one who helped follows.
  case partner
  /// "دورية", "عناصر": what of a party acts or is hit.
  case asset
  /// "مقر", "مواقع": what of a party is hit and never acts.
  case seat
  /// "نفذ", "شن": verbs whose subject acts, whatever the act.
  case does
  /// "اندفع", "تقدم": verbs of one who acts, and of nobody who suffers it.
  case moves
  /// "تعرض", "خسر": verbs whose subject is harmed.
  case suffers
  /// "انسحب", "تراجع": verbs whose subject gives ground.
  case leaves
  /// "وصوله": somebody has come to the place behind it.
  case arrival
  /// "استهداف", "مقتل": nouns behind which stands the one who suffers.
  case objects
  /// "التابعة ل", "المدعومة من": the party behind only tells whose the one before is.
  case aligned
  /// "السابق في": no more of that party.
  case former
  /// "سيطرة", "لصالح": a party that has no part in the act.
  case apart
  /// "اتهمت": the one who blames, and then the one who is blamed.
  case blames
  /// "يُعتقد أنها ل": whose the arms are, as far as is known.
  case suspected
  /// "أمام", "الذي": what ends a person's name.
  case beside
  /// "تبادلت": verbs of which both sides are the subject.
  case mutual
  /// "أن": behind it begins what somebody says.
  case that
  /// "أنها": behind it somebody tells of himself.
  case own
  /// "شاب", "مدني": a person whom nobody may have chosen.
  case anybody
  /// "على دراجة نارية": how those came who did it.
  case riding
  /// "بالانتماء إلى": of whom somebody is suspected to be.
  case member
  /// "طوقت": the act of who raids, and of who comes after an attack.
  case surrounds
}

/// Words of saying.
@frozen
public enum Speech: Int16, Key {
  case say, according, source
}

/// Signs of page furniture.
@frozen
public enum Furniture: Int16, Key {
  case cut, line, inline
}

/// Signs that a sentence is not about an operation, whatever its verbs.
@frozen
public enum Unrelated: Int16, Key {
  case sport, culture, weather, economy, health, accident, drill, fiction, religion, diplomacy
  /// "برصاص طائش": an accident, unless there was a fight.
  case stray
  /// Courts and their sentences, inspectors of markets and customs; pests, epidemics and fires that are
  /// fought like enemies.
  case court, inspection, pest
}

/// The grammatical weight of a word.
@frozen
public enum Form: UInt8, Sendable, CaseIterable {
  case none, noun, verb, weak, person, undivided, drop, keep, dropSeveral, keepSeveral
  case personTwo, persons

  /// Whether the word is a noun for people by what became of them.
  @inlinable
  public var isPerson: Bool {
    self == .person || self == .personTwo || self == .persons || self == .undivided
  }

  init(attribute: some StringProtocol) {
    self = Form.byName[String(attribute)] ?? .none
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}
