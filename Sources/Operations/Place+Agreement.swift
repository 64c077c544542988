import Claims
import Geocoding
import Geometry

/// Where a claim says that something happened, made ready for comparison.
struct EventPlace: Equatable {
  /// Numbers that stand for the ids of the places, sorted.
  var ids: Numbers
  /// Numbers that stand for the governorates, sorted.
  var governorates: Numbers
  /// Numbers that stand for the governorate, district and subdistrict that hold the place.
  var units: Numbers
  private var spot = GeoPoint(longitude: 0, latitude: 0)
  /// Metres.
  var radius: Double
  private var distance = 0.0
  private var hasPoint = false
  private var hasDistance = false
  var relation: SpatialRelation
  var direction: Compass?
  var precision: Precision

  var point: GeoPoint? { hasPoint ? spot : nil }

  var distanceKm: Double? { hasDistance ? distance : nil }

  /// True when only an admin unit, a region or a country is known.
  var isCoarse: Bool {
    switch precision {
    case .site, .neighbourhood, .village, .town, .city: false
    case .subdistrict, .district, .governorate, .region, .country: true
    }
  }
}

extension EventPlace {
  /// The place of a claim; nil when it has none.
  init?(of located: ClaimPointer, numbering: inout Numbering) {
    guard let relation = located.pointee.location?.relation,
      let precision = located.pointee.location?.precision
    else { return nil }
    self.relation = relation
    self.precision = precision
    direction = located.pointee.location?.direction
    if let distance = located.pointee.location?.distanceKm {
      self.distance = distance
      hasDistance = true
    }
    if let point = located.pointee.location?.point {
      spot = point
      hasPoint = true
    }
    radius = located.pointee.location?.radius ?? 0
    if let places = located.pointee.location?.places {
      for i in places.indices { numbering.put(places[i].id, .unit) }
    }
    ids = numbering.takeList()
    let governorate = located.pointee.location?.governorate.map { numbering.number(of: $0, .unit) }
    if let all = located.pointee.location?.governorates {
      for i in all.indices { numbering.put(all[i], .unit) }
      if all.isEmpty, let governorate { numbering.put(governorate) }
    }
    governorates = numbering.takeList()
    for number in governorates { numbering.put(number) }
    if let governorate { numbering.put(governorate) }
    if let district = located.pointee.location?.district { numbering.put(district, .unit) }
    if let subdistrict = located.pointee.location?.subdistrict { numbering.put(subdistrict, .unit) }
    units = numbering.takeList()
  }
}

/// How two claims agree on the place.
enum PlaceAgreement {
  /// The same place by id, and the same relation to it.
  case same(Precision)
  /// Different words for what may be one spot.
  case overlapping
  /// One is a unit that holds the other, or both are the same unit.
  case containing(Precision)
  /// One claim gives no place.
  case unknown

  /// Half points towards the same event.
  var weight: Int {
    switch self {
    case .same(.city): 4
    case .same: 6
    case .overlapping: 4
    case .containing(.subdistrict): 3
    case .containing(.district): 2
    case .containing: 0
    case .unknown: -2
    }
  }

  /// True when the places alone single an event out among its like.
  var isSharp: Bool {
    switch self {
    case .same, .overlapping: true
    case .containing, .unknown: false
    }
  }
}

extension EventPlace {
  /// Tells how the places agree, or gives nil when they exclude each other.
  func agreement(with other: EventPlace) -> PlaceAgreement? {
    let coarser = precision.coarseness < other.precision.coarseness ? other.precision : precision
    if isCoarse || other.isCoarse {
      guard holds(other) || other.holds(self) else {
        return governorates.isEmpty || other.governorates.isEmpty ? .unknown : nil
      }
      return .containing(coarser)
    }
    let sharesPlace = ids.meets(other.ids)
    if sharesPlace, hasSameRelation(as: other) { return .same(coarser) }
    guard let point, let otherPoint = other.point else {
      return sharesPlace ? .overlapping : .unknown
    }
    let metres = point.roughMetres(to: otherPoint)
    if sharesPlace, metres <= max(radius, other.radius) { return .overlapping }
    if !sharesPlace, names(other: other), metres > 1000 { return nil }
    return metres <= radius + other.radius ? .overlapping : nil
  }

  /// True when this is a unit, and the other place lies in it or is the same unit.
  private func holds(_ other: EventPlace) -> Bool {
    guard isCoarse else { return false }
    if precision == .country { return true }
    if ids.meets(other.ids) || ids.meets(other.units) {
      return direction == nil || other.direction == nil || direction == other.direction
        || !other.isCoarse
    }
    guard precision.coarseness >= Precision.governorate.coarseness else { return false }
    return governorates.meets(other.governorates)
  }

  /// True when the spot is given in the same way, so that the same id means the same spot.
  private func hasSameRelation(as other: EventPlace) -> Bool {
    if relation == other.relation {
      return direction == other.direction && distanceKm == other.distanceKm
        && (ids == other.ids || relation != .between)
    }
    let close: [SpatialRelation] = [.in, .near, .area]
    return close.contains(relation) && close.contains(other.relation) && direction == nil
      && other.direction == nil
  }

  /// True when both reports name where they mean, and name settlements of the same rank: then two
  /// names are two places, however close they lie.
  private func names(other: EventPlace) -> Bool {
    relation == .in && other.relation == .in && !ids.isEmpty && !other.ids.isEmpty
      && precision.settlementRank == other.precision.settlementRank
  }
}

extension Precision {
  /// How coarse the precision is, from 0 for a site to 9 for a country.
  var coarseness: Int {
    switch self {
    case .site: 0
    case .neighbourhood: 1
    case .village: 2
    case .town: 3
    case .city: 4
    case .subdistrict: 5
    case .district: 6
    case .governorate: 7
    case .region: 8
    case .country: 9
    }
  }

  /// Settlements of one rank cannot lie in each other: parts, villages and towns, cities.
  fileprivate var settlementRank: Int {
    switch self {
    case .site, .neighbourhood: 0
    case .village, .town: 1
    default: 2
    }
  }
}

extension GeoPoint {
  /// The distance in metres on a plane that touches the earth between the two points.
  ///
  /// Good to one part in a thousand over 100 km in Syria; linking needs no more.
  func roughMetres(to other: GeoPoint) -> Double {
    let perDegree = 111_195.0
    let middle = (latitude + other.latitude) / 2 * .pi / 180
    let east = (other.longitude - longitude) * perDegree * cosine(middle)
    let north = (other.latitude - latitude) * perDegree
    return (east * east + north * north).squareRoot()
  }
}

/// The cosine of an angle between -π/2 and π/2, by its power series (error below 1e-6).
private func cosine(_ angle: Double) -> Double {
  let square = angle * angle
  return 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
}
