import Claims
import Gazetteer
import Geometry

/// An area that a sentence names to say where a place lies: "بريف دير الزور الشرقي".
final class Frame: Sendable {
  /// The words of the name.
  let text: String
  /// The side of it that is meant.
  let direction: Compass?
  /// Whether the countryside of it is meant, not the town.
  let isCountryside: Bool
  /// What the name may stand for.
  let readings: [Reading]
  /// What is told of a place that lies inside, reading by reading, and of one on the named side.
  let toldInside: [String]
  let toldSide: String

  init(text: String, direction: Compass?, isCountryside: Bool, readings: [Reading]) {
    self.text = text
    self.direction = direction
    self.isCountryside = isCountryside
    self.readings = readings
    toldInside = readings.map { $0.extent.told + text }
    toldSide = direction.map { "on the " + $0.adjective + " side of " + text } ?? ""
  }
}

/// One thing that the name of a frame may stand for.
struct Reading: Sendable {
  /// An index into the gazetteer's places.
  var place: Int32
  /// What is named: an administrative unit, a region, or the surroundings of a place.
  var extent: Extent
  /// Where its compass directions count from.
  var centre: GeoPoint?
  /// How likely the reading is beside the others: a logarithm, 0 for the best.
  var plausibility: Double

  enum Extent: Sendable {
    case country
    case governorate
    case district
    case subdistrict
    /// The units that make up an informal region, or the circle that it is.
    case region
    /// A settlement or site, and what lies about it.
    case surroundings

    /// What is told of a place inside, before the name.
    var told: String {
      switch self {
      case .country: "named country: "
      case .governorate: "named governorate: "
      case .district: "named district: "
      case .subdistrict: "named subdistrict: "
      case .region: "named region: "
      case .surroundings: "near the named "
      }
    }
  }
}

/// The name of an area, and which part of it a sentence speaks of.
struct NamedArea: Equatable, Sendable {
  var name: NamedPlace
  var direction: Compass?
  var isCountryside: Bool

  /// Whether two are read alike, wherever they stand.
  static func == (a: NamedArea, b: NamedArea) -> Bool {
    a.direction == b.direction && a.isCountryside == b.isCountryside && a.name.noun == b.name.noun
      && a.name.candidates == b.name.candidates && a.name.text.hasSameBytes(as: b.name.text)
  }
}

extension Frame {
  /// Reads the areas that a sentence names, nearest first; the farther ones help to tell what the
  /// nearer ones mean.
  static func frames(of context: [NamedArea], atlas: Atlas) -> [Frame] {
    var frames: [Frame] = []
    for (position, named) in context.enumerated().reversed() {
      // Said twice is said once.
      if context[..<position].contains(where: {
        $0.name.candidates == named.name.candidates && $0.direction == named.direction
          && $0.isCountryside == named.isCountryside
      }) {
        continue
      }
      let readings = Reading.readings(of: named, within: frames, atlas: atlas)
      guard !readings.isEmpty else { continue }
      frames.insert(
        Frame(
          text: named.name.text, direction: named.direction, isCountryside: named.isCountryside,
          readings: readings), at: 0)
    }
    return frames
  }
}

extension Reading {
  /// Everything that a context name may stand for, the likeliest first.
  static func readings(of named: NamedArea, within frames: [Frame], atlas: Atlas) -> [Reading] {
    var readings: [Reading] = []
    for index in named.name.candidates {
      guard var reading = Reading(index, atlas: atlas) else { continue }
      let place = atlas[index]
      reading.plausibility =
        3.5 * Double(place.importance) / 100 + (named.name.noun?.fit(of: place.kind) ?? 0)
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
    case .region: extent = .region
    case .city, .town, .village, .neighbourhood, .site: extent = .surroundings
    case .road, .river: return nil
    }
    centre = atlas.centre(of: index)
  }
}
