import Claims
import Geocoding
import Geometry

/// What tells at a glance that two profiles cannot be one event, in a few numbers side by side.
///
/// Of the profiles that a profile meets nearly all are of another kind, lie elsewhere, or have too
/// little in common; comparing outlines spares the look at everything else. An outline only ever says
/// no where the whole comparison would.
struct Outline {
  // What most pairs fail by.
  private var type: OperationType
  private var kin: UInt8
  private var rank: UInt8
  private var status: Standing
  private var spot: Spot
  private var traits: Traits = []
  private var firstDay: Int32
  private var lastDay: Int32
  private var report: Int32
  /// Millionths of a degree.
  private var longitude: Int32 = 0
  private var latitude: Int32 = 0
  /// Metres: the radius, and more than rounding takes away.
  private var reach: Float
  private var places: Few
  private var units: Few

  // What the others may have in common.
  private var wording: Int32
  private var initiators: Few
  private var sides: Few
  private var targets: Few
  private var means: Few

  private enum Standing: UInt8 { case told, planned, foiled, denied }

  /// How finely a place is known.
  private enum Spot: UInt8 { case none, fine, subdistrict, district, coarse, country }

  private struct Traits: OptionSet {
    var rawValue: UInt16
    static let point = Traits(rawValue: 1)
    static let governorate = Traits(rawValue: 2)
    static let rare = Traits(rawValue: 4)
    static let clock = Traits(rawValue: 8)
    /// A fight, or what it was is not said: everybody may stand on either side.
    static let eitherSide = Traits(rawValue: 16)
    static let figures = Traits(rawValue: 15 << 8)
  }

  /// A set of numbers that may hold more than was put into it, but never less.
  private struct Few {
    private var bits: UInt32 = 0

    init(_ numbers: Numbers...) {
      for list in numbers {
        for number in list { bits |= 1 << UInt32(truncatingIfNeeded: number &* 0x9E37 >> 3 & 31) }
      }
    }

    @inline(__always)
    func mayMeet(_ other: Few) -> Bool { bits & other.bits != 0 }
  }

  /// Takes the outline of a profile.
  ///
  /// - Parameter report: The number of the report that makes the claim; below zero when several do.
  init(of profile: Profile, in report: Int32) {
    type = profile.type
    kin = profile.type.kin
    rank = UInt8(profile.type.rank)
    status =
      switch profile.status {
      case .planned: .planned
      case .foiled: .foiled
      case .denied: .denied
      default: .told
      }
    firstDay = profile.time.days.map { Int32(clamping: $0.lowerBound) } ?? .min
    lastDay = profile.time.days.map { Int32(clamping: $0.upperBound) } ?? .max
    self.report = report
    let place = profile.place
    spot =
      switch place?.precision {
      case nil: .none
      case .subdistrict: .subdistrict
      case .district: .district
      case .governorate, .region: .coarse
      case .country: .country
      default: .fine
      }
    reach = Float(place?.radius ?? 0).nextUp + 1
    places = Few(place?.ids ?? .none)
    units = Few(place?.ids ?? .none, place?.units ?? .none, place?.governorates ?? .none)
    wording = profile.wording ?? -1
    let actors = profile.actors
    let isEither = profile.type == .clash || profile.type == .other
    initiators = Few(actors.initiators)
    targets = Few(actors.targets)
    sides =
      isEither
      ? Few(actors.initiators, actors.partners, actors.targets)
      : Few(actors.initiators, actors.partners)
    means = Few(profile.means)
    if let point = place?.point, abs(point.longitude) <= 360, abs(point.latitude) <= 90 {
      longitude = Int32((point.longitude * 1e6).rounded())
      latitude = Int32((point.latitude * 1e6).rounded())
      traits.insert(.point)
    }
    if !(place?.governorates.isEmpty ?? true) { traits.insert(.governorate) }
    if profile.type.isRare { traits.insert(.rare) }
    if profile.time.clock != nil { traits.insert(.clock) }
    if isEither { traits.insert(.eitherSide) }
    let figures = profile.figures
    for (kind, figure) in [figures.killed, figures.wounded, figures.detained, figures.freed]
      .enumerated() where figure != nil
    {
      traits.insert(Traits(rawValue: 1 << (8 + UInt16(kind))))
    }
  }

  private var point: GeoPoint {
    GeoPoint(longitude: Double(longitude) / 1e6, latitude: Double(latitude) / 1e6)
  }

  /// False when two profiles surely cannot be one event; true when that has to be looked at.
  @inline(__always)
  func mayAgree(with other: Outline) -> Bool {
    if kin != other.kin { return false }
    if status != other.status, status != .denied, other.status != .denied { return false }
    var weight = 4
    if firstDay != .min, other.firstDay != .min {
      if firstDay > other.lastDay + 1 || other.firstDay > lastDay + 1 { return false }
      weight = firstDay > other.lastDay || other.firstDay > lastDay ? 1 : 6
    }
    switch (spot, other.spot) {
    case (.none, _), (_, .none): weight -= 2
    case (.fine, .fine):
      if !places.mayMeet(other.places), traits.contains(.point), other.traits.contains(.point),
        point.roughMetres(to: other.point) > Double(reach) + Double(other.reach)
      {
        return false
      }
      weight += 6
    default:
      if spot != .country, other.spot != .country, traits.contains(.governorate),
        other.traits.contains(.governorate), !units.mayMeet(other.units)
      {
        return false
      }
      let coarser = max(spot.rawValue, other.spot.rawValue)
      weight += coarser == Spot.subdistrict.rawValue ? 3 : coarser == Spot.district.rawValue ? 2 : 0
    }
    // Two claims of one report are held to other rules.
    if mayShareReport(with: other) { return true }
    return weight + mostInCommon(with: other) >= Agreement.threshold
  }

  /// False when no report tells of both profiles.
  @inline(__always)
  func mayShareReport(with other: Outline) -> Bool {
    report < 0 || other.report < 0 || report == other.report
  }

  /// The most that kind, people, counts, means and words may add to the weight of day and place.
  @inline(__always)
  private func mostInCommon(with other: Outline) -> Int {
    var most = 0
    if type == other.type {
      most += traits.contains(.rare) ? 4 : 2
    } else if max(rank, other.rank) - min(rank, other.rank) != 1 {
      most -= 1
    }
    if wording >= 0, wording == other.wording { most += 6 }
    if traits.contains(.eitherSide), other.traits.contains(.eitherSide) {
      if sides.mayMeet(other.sides) { most += 4 }
    } else if traits.contains(.eitherSide) || other.traits.contains(.eitherSide) {
      // Which rule holds is told by the type of the one that asks.
      most += 4
    } else {
      most += initiators.mayMeet(other.initiators) ? 2 : sides.mayMeet(other.sides) ? 1 : 0
      if targets.mayMeet(other.targets) { most += 2 }
    }
    let figures = traits.intersection(other.traits).intersection(.figures).rawValue.nonzeroBitCount
    most += min(6, 4 * figures)
    if means.mayMeet(other.means) { most += 1 }
    if traits.intersection(other.traits).contains(.clock) { most += 1 }
    return most
  }
}
