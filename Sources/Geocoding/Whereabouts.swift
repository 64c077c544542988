import Claims
import Gazetteer
import Geometry

/// Where a phrase puts an event, once its names are places: a point, how far off it may be, the
/// area where that is not a circle, and the units that hold it.
///
/// It hangs on the places and the shape of the phrase alone, so that equal phrases share one.
struct Whereabouts: Sendable {
  var point: GeoPoint?
  /// Metres around the point that hold nine true positions in ten.
  var radius: Double?
  var area: Shape?
  var precision: Precision
  /// The units that hold it, finest known; indexes into the gazetteer's places.
  var governorates: [Int32] = []
  var district: Int32?
  var subdistrict: Int32?

  init(point: GeoPoint? = nil, radius: Double? = nil, area: Shape? = nil, precision: Precision) {
    self.point = point
    self.radius = radius
    self.area = area
    self.precision = precision
  }

  /// Everything that whereabouts hang on.
  struct Key: Equatable, Sendable {
    var relation: SpatialRelation
    var direction: Compass?
    /// The distance in metres; a whole number, so that equal phrases are equal keys.
    var distance: Int?
    var places: [Place]
    /// The unit or region that the sentence names, for roads, which cross many.
    var clip: Int32?

    /// A place, and the noun that the text gives it.
    struct Place: Equatable, Sendable {
      var index: Int32
      var noun: PlaceNoun?
    }
  }

  /// Whereabouts at one small place, which hang on the place alone.
  enum Spot {
    case at(Int32)
    case near(Int32)
  }

  /// Finds where a phrase puts an event.
  init(of key: Key, atlas: Atlas) {
    let places = key.places.map(\.index)
    switch key.relation {
    case .between where places.count >= 2:
      self = Whereabouts(between: places, atlas: atlas)
    case .road where places.count >= 2:
      self = Whereabouts(roadBetween: places, clip: key.clip, atlas: atlas)
    case .countryside:
      self = Whereabouts(
        countrysides: places, direction: key.direction,
        isDesert: key.places.contains { $0.noun == .desert }, atlas: atlas)
    case .direction, .near:
      self = Whereabouts(
        outside: places[0], relation: key.relation, direction: key.direction,
        metres: key.distance.map(Double.init), atlas: atlas)
      if places.count > 1 { widen(by: places.dropFirst(), atlas: atlas) }
    case .in, .area, .between, .road:
      self = Whereabouts(in: places, direction: key.direction, clip: key.clip, atlas: atlas)
      if key.relation != .in, let radius, places.allSatisfy({ atlas[$0].kind.isLocal }) {
        // On the road through a place, or between it and something unknown: about it.
        self.radius = radius + 3000
      }
    }
    precision = Precision(of: key, found: precision, atlas: atlas)
    if governorates.isEmpty { holdUnits(of: places, atlas: atlas) }
    // What is made of units ends where the country does.
    let isOfUnits =
      key.relation != .between && key.relation != .road
      && places.allSatisfy {
        atlas.isMadeOfUnits($0)
          || key.relation == .countryside && atlas.countryside(of: $0) != nil
      }
    if !isOfUnits { area = area.flatMap { atlas.insideCountry($0, holding: point) } }
    area = area?.settled
  }
}

extension Whereabouts.Key {
  /// The spot, where the phrase names one small place and says nothing that changes it.
  func spot(in atlas: Atlas) -> Whereabouts.Spot? {
    guard places.count == 1, relation == .in || relation == .near, direction == nil,
      distance == nil, clip == nil
    else { return nil }
    let place = atlas[places[0].index]
    guard place.kind.isLocal else { return nil }
    if place.kind.isPopulated, let told = places[0].noun?.precision, told != Precision(of: place) {
      return nil
    }
    return relation == .in ? .at(places[0].index) : .near(places[0].index)
  }

  /// Whether the phrase names one unit or region, or the countryside of one town.
  func isOneArea(in atlas: Atlas) -> Bool {
    places.count == 1 && distance == nil
      && (relation == .countryside || !atlas[places[0].index].kind.isLocal)
  }
}

extension Whereabouts {
  /// Takes the units from the places: each where all agree.
  mutating func holdUnits(of places: [Int32], atlas: Atlas) {
    governorates = atlas.governorates(of: places)
    district = atlas.unit(ofAll: places, at: .district)
    subdistrict = atlas.unit(ofAll: places, at: .subdistrict)
  }

  /// Takes the units from the point, by the boundaries around it, or else from the places.
  mutating func holdUnits(around point: GeoPoint, or places: [Int32], atlas: Atlas) {
    let units = atlas.units(containing: point)
    guard let governorate = units.governorate else { return holdUnits(of: places, atlas: atlas) }
    governorates = [governorate]
    district = units.district
    subdistrict = units.subdistrict
  }

  /// Widens the radius so that other places of the phrase lie inside, or leaves them to the area
  /// when they are far.
  mutating func widen(by others: some Sequence<Int32>, atlas: Atlas) {
    guard let point else { return }
    for other in others {
      guard let end = atlas[other].point else { continue }
      let away = point.distance(to: end).metres
      if away < 25_000 { radius = max(radius ?? 0, away + 1000) }
    }
  }
}

extension Shape {
  /// The shape as it goes out: five decimals, right-handed, valid; nil when nothing is left.
  var settled: Shape? {
    var shape = rounded(decimals: 5)
    if !shape.isValid {
      guard let repaired = try? shape.repaired().rounded(decimals: 5), repaired.isValid else {
        return nil
      }
      shape = repaired
    }
    guard !shape.isEmpty else { return nil }
    return shape.rightHanded()
  }
}
