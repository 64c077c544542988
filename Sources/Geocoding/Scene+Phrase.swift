import Claims
import Gazetteer
import Geometry

extension Scene {
  /// Sets the scene of one name of a phrase.
  init(of anchor: NamedPlace, in phrase: PlacePhrase, frames: [Frame], atlas: Atlas) {
    text = anchor.text
    noun = anchor.noun
    relation = phrase.relation
    self.frames = frames
    // A short post names a place or two, and they may lie anywhere.
    surroundingsTrust = min(1, Double(phrase.surroundings.count) / 5)
  }

  /// Looks where the other places of the report may lie.
  mutating func seeSurroundings(of phrase: PlacePhrase, atlas: Atlas) {
    surroundings = phrase.surroundings.flatMap { named -> [Landmark] in
      named.text == text ? [] : Landmark.landmarks(of: named, atlas: atlas, atMost: 4)
    }
  }
}

extension Landmark {
  /// The points that a name may mean, each with its share of the odds by importance alone.
  static func landmarks(of named: NamedPlace, atlas: Atlas, atMost limit: Int) -> [Landmark] {
    guard !named.candidates.isEmpty, named.candidates.count <= 24 else { return [] }
    var odds: [(place: Int32, point: GeoPoint, odds: Double)] = []
    var sum = exponential(Resolution.noneOfThem)
    for index in named.candidates {
      let place = atlas[index]
      // A governorate or a region is no point to be near to.
      guard place.kind.isLocal, let point = place.point else { continue }
      let share = exponential(
        4 * Double(place.importance) / 100 + (named.noun?.fit(of: place.kind) ?? 0))
      odds.append((index, point, share))
      sum += share
    }
    odds.sort { $0.odds != $1.odds ? $0.odds > $1.odds : $0.place < $1.place }
    return odds.prefix(limit).map {
      Landmark(place: $0.place, point: $0.point, weight: $0.odds / sum)
    }
  }
}

extension PlaceKind {
  /// Whether places of this kind are small enough for their point to say where they are.
  var isLocal: Bool {
    switch self {
    case .city, .town, .village, .neighbourhood, .site: true
    case .country, .governorate, .district, .subdistrict, .region, .road, .river: false
    }
  }
}

extension Frame {
  /// Reads the areas that a sentence names, nearest first; the farther ones help to tell what the
  /// nearer ones mean.
  static func frames(of context: [ContextPlace], atlas: Atlas) -> [Frame] {
    var frames: [Frame] = []
    for (position, named) in context.enumerated().reversed() {
      // Said twice is said once.
      if context[..<position].contains(where: {
        $0.place.candidates == named.place.candidates && $0.direction == named.direction
          && $0.isCountryside == named.isCountryside
      }) {
        continue
      }
      let readings = Reading.readings(of: named, within: frames, atlas: atlas)
      guard !readings.isEmpty else { continue }
      frames.insert(
        Frame(
          text: named.place.text, direction: named.direction, isCountryside: named.isCountryside,
          readings: readings), at: 0)
    }
    return frames
  }
}

extension Reading {
  /// Everything that a context name may stand for, the likeliest first.
  static func readings(of named: ContextPlace, within frames: [Frame], atlas: Atlas) -> [Reading] {
    var readings: [Reading] = []
    for index in named.place.candidates {
      guard var reading = Reading(index, atlas: atlas) else { continue }
      let place = atlas[index]
      reading.plausibility =
        3.5 * Double(place.importance) / 100 + (named.place.noun?.fit(of: place.kind) ?? 0)
        + (named.isCountryside ? countryside(place.kind) : 0)
      for frame in frames {
        let fit = frame.fit(of: index, in: atlas)
        reading.plausibility += 0.8 * (fit.inside + fit.side)
      }
      readings.append(reading)
      // The countryside of a city governorate is the governorate around it.
      if named.isCountryside || named.direction != nil, place.kind == .governorate,
        let around = atlas.governorate(around: index), var outer = Reading(around, atlas: atlas)
      {
        outer.plausibility = reading.plausibility + (named.isCountryside ? 3 : 0)
        readings.append(outer)
      }
    }
    readings.sort {
      $0.plausibility != $1.plausibility ? $0.plausibility > $1.plausibility : $0.place < $1.place
    }
    let best = readings.first?.plausibility ?? 0
    readings.removeAll { $0.plausibility < best - 8 }
    for i in readings.indices { readings[i].plausibility -= best }
    return readings
  }

  private static func countryside(_ kind: PlaceKind) -> Double {
    switch kind {
    case .governorate: 2
    case .district, .region: 1
    case .city: 0.5
    case .subdistrict, .town: 0
    case .village: -1
    case .country, .neighbourhood, .site, .road, .river: -2
    }
  }

  /// Makes the reading of a name as one place; nil for what holds nothing, such as a road.
  private init?(_ index: Int32, atlas: Atlas) {
    let place = atlas[index]
    self.place = index
    plausibility = 0
    switch place.kind {
    case .country: extent = .country
    case .governorate: extent = .governorate
    case .district: extent = .district
    case .subdistrict: extent = .subdistrict
    case .region: extent = .region(atlas.members(of: index))
    case .city, .town, .village, .neighbourhood, .site: extent = .surroundings
    case .road, .river: return nil
    }
    centre = atlas.centre(of: index)
  }
}
