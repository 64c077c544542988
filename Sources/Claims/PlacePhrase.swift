import Reports

/// Where a claim says that something happened, in words: names, and how the event stands to them.
///
/// The names are not resolved yet: each carries every gazetteer place that bears it.
public struct PlacePhrase: Sendable {
  /// The shortest toponym phrase as written; ` | ` joins the two ends of a between or a road.
  public var text: String
  public var relation: SpatialRelation
  /// The compass direction of the event from the anchor, or the part of a countryside.
  public var direction: Compass?
  public var distanceKm: Double?
  /// The named places: one, two for between and for a road given by its ends, or a list of places
  /// that one operation struck together.
  public var anchors: [NamedPlace]
  /// What the sentence adds to tell the place from its homonyms, nearest first: "بريف دير الزور
  /// الشرقي", "في محافظة حلب", "شمالي إدلب", the heading of a round-up.
  public var context: [ContextPlace]
  /// Every place that the report names, in the order of the text: weak evidence.
  ///
  /// The phrase's own places may be among them, and are told by their ranges.
  public var surroundings: [NamedPlace]

  public init(
    text: String, relation: SpatialRelation, direction: Compass? = nil, distanceKm: Double? = nil,
    anchors: [NamedPlace], context: [ContextPlace] = [], surroundings: [NamedPlace] = []
  ) {
    self.text = text
    self.relation = relation
    self.direction = direction
    self.distanceKm = distanceKm
    self.anchors = anchors
    self.context = context
    self.surroundings = surroundings
  }
}

/// How an event stands to the places that a report names.
public enum SpatialRelation: String, Sendable, CaseIterable {
  case `in`, near, between, direction, countryside, road, area
}

/// The eight points of the compass that reports use.
public enum Compass: String, Sendable, CaseIterable {
  case north = "N"
  case northEast = "NE"
  case east = "E"
  case southEast = "SE"
  case south = "S"
  case southWest = "SW"
  case west = "W"
  case northWest = "NW"

  /// Degrees clockwise from north.
  public var bearing: Double { Double(Compass.allCases.firstIndex(of: self)!) * 45 }
}

/// The noun that a report puts before a name, which tells what kind of place is meant.
public enum PlaceNoun: String, Sendable, CaseIterable {
  case city, town, village, neighbourhood, subdistrict, district, governorate, countryside, desert
  case camp, airbase, base, dam, field, crossing, mountain, farm, road, river, region, site
}

/// A place name in a report.
public struct NamedPlace: Sendable {
  /// As written, without clitics and without the noun, unless the noun is part of the name.
  public var text: String
  /// The type noun before it ("قرية", "حي"), if there is one.
  public var noun: PlaceNoun?
  /// Indexes into `Gazetteer.places` of all places that bear exactly this name (folded) or an
  /// alias; empty when the gazetteer has no such name.
  public var candidates: [Int32]
  public var range: TextRange

  public init(text: String, noun: PlaceNoun?, candidates: [Int32], range: TextRange) {
    self.text = text
    self.noun = noun
    self.candidates = candidates
    self.range = range
  }
}

/// A place that a report names to say where another one lies.
public struct ContextPlace: Sendable {
  public var place: NamedPlace
  /// "ريف حماة الجنوبي": the south of it; "شمال غربي إدلب": north-west of it or in its north-west.
  public var direction: Compass?
  /// True for a countryside ("بريف X"), so that the place lies outside X's city.
  public var isCountryside: Bool

  public init(place: NamedPlace, direction: Compass? = nil, isCountryside: Bool = false) {
    self.place = place
    self.direction = direction
    self.isCountryside = isCountryside
  }
}
