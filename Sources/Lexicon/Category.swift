import Synchronization

/// The word lists, one file each; the raw value is the file's stem.
public enum Category: UInt8, CaseIterable, Sendable {
  case triggers, outcomes, means, weapons, numbers, ordinals, quantities
  case months, weekdays, dayparts, calendar
  case placenouns, compass, spatial, anaphora, roles
  case status, speech
  case actors, foreign, furniture, unrelated, trades, ordinary, heads, people

  var fileName: String { "\(self).tsv" }

  /// The lists that a phrase about a place needs: without actors, dates and the words of events.
  public static let spatialLists: [Category] = [
    .numbers, .placenouns, .compass, .spatial, .anaphora, .roles, .heads,
  ]
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
    "\(self)".reduce(into: "") { result, character in
      if character.isUppercase { result += "_" }
      result += character.lowercased()
    }
  }
}

/// Words that tell an operation.
public enum Trigger: Int16, Key {
  case airborne, airStrike, strike, shelling, raid, raidWeak, incursion, arrest, clash, attack
  case explosion, bombing, assassination, shooting, ambush, cache, seizure, kidnapping, checkpoint
  case exchange, shootDown, execution, massacre, control, operation, similar, destroy
}

/// Words for what became of people.
public enum Outcome: Int16, Key {
  case killed, wounded, detained, freed, noHarm, noDetention, unknownHarm, survived
}

/// What an operation was carried out with.
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
public enum Weapons: Int16, Key {
  case arms, drugs
}

/// Words that make a count vague or bound it.
public enum Quantity: Int16, Key {
  case moreThan, atLeast, lessThan, about, upTo, some, few, tens, hundreds, subset, between, all
  case others, another
}

/// Parts of the day.
public enum DayPart: Int16, Key {
  case dawn, morning, noon, afternoon, evening, night, nightOf, afterMidnight
}

/// Words of relative time.
public enum CalendarWord: Int16, Key {
  case today, yesterday, dayBefore, tomorrow, now, tonight, lastNight, last, this, next, same
  case day, twoDays, hour, twoHours, minute, week, twoWeeks, month, twoMonths, year
  case before, since, after, beginning, middle, end, during, pastDay, pastTwoDays, eveNewYear
  case hijri, gregorian, agoLong, following, theDay, days
}

/// Nouns that stand before a place name.
public enum PlaceWord: Int16, Key {
  case village, town, city, neighbourhood, subdistrict, district, governorate, countryside, desert
  case camp, airbase, base, dam, field, crossing, mountain, farm, road, river, region, site
}

/// Heads of compound place names.
public enum NameHead: Int16, Key {
  case joined, head
}

/// Words before which a name is a person's.
public enum PersonWord: Int16, Key {
  case given, title
}

/// The points of the compass, and the middle.
public enum Direction: Int16, CaseIterable, Sendable {
  case north, northEast, east, southEast, south, southWest, west, northWest, centre

  static let keys = ["N", "NE", "E", "SE", "S", "SW", "W", "NW", "C"]
}

/// Words that say how something stands to a place.
public enum Spatial: Int16, Key {
  case `in`, near, between, road, toward, from, distance, km, twoKm, m
}

/// Words that refer back to a place.
public enum Anaphor: Int16, Key {
  case city, town, village, neighbourhood, governorate, area, road, site, sameCity, sameTown
  case capital
}

/// Words before a place at which the event did not happen.
public enum PlaceRole: Int16, Key {
  case origin, destination, firingFrom, seat
}

/// Signs of how a report vouches for an operation.
public enum StatusSign: Int16, Key {
  case foiled, denied, planned, plannedPlot, background, was, already, habitual, continuation
  case secondEvent, accusation, opinion, meaning, clause, partner, target, negation, claimedBy,
    attempt, airDefence
}

/// Words of saying.
public enum Speech: Int16, Key {
  case say, according, source
}

/// Signs of page furniture.
public enum Furniture: Int16, Key {
  case cut, line, inline
}

/// Signs that a sentence is not about an operation, whatever its verbs.
public enum Unrelated: Int16, Key {
  case sport, culture, weather, economy, health, accident, drill, fiction, religion, diplomacy
}

/// The grammatical weight of a word.
public enum Form: UInt8, Sendable, CaseIterable {
  case none, noun, verb, weak, person, undivided, drop, keep, dropSeveral, keepSeveral
  case personTwo, persons

  /// Whether the word is a noun for people by what became of them.
  public var isPerson: Bool { self == .person || self == .personTwo || self == .persons }

  init(attribute: some StringProtocol) {
    self = Form.byName[String(attribute)] ?? .none
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}
