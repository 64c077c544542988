import Claims
import Geocoding
import JSONText
import Mentions
import Reports

/// The codes of the data sets that operations are compared with.
///
/// - `acled_event_type`, `acled_sub_event_type`, `acled_geo_precision`, `acled_time_precision`:
///   Armed Conflict Location and Event Data, codebook of 2023.
/// - `ucdp_where_prec`, `ucdp_date_prec`: UCDP Georeferenced Event Dataset.
/// - `plover_resolution`: PLOVER's manual. `airwars_accuracy`: Airwars' geolocation accuracy.
extension OperationFeature {
  func writeCodes(to json: inout JSONWriter) {
    json.member("acled_event_type", type.acled.event)
    json.member("acled_sub_event_type", type.acled.subEvent)
    json.member("acled_geo_precision", scales.acledGeoPrecision)
    json.member("acled_time_precision", acledTimePrecision)
    json.member("ucdp_where_prec", scales.ucdpWherePrecision)
    json.member("ucdp_date_prec", ucdpDatePrecision)
    json.member("plover_resolution", scales.ploverResolution)
    json.member("airwars_accuracy", scales.airwarsAccuracy)
  }

  /// How finely the place is known, on the scales of other datasets.
  var scales: PrecisionScales {
    PrecisionScales(
      precision: precision, relation: relation ?? .in, isResolved: placeID != nil, radius: radius,
      governorateCount: governorates.count)
  }

  /// 1 the day, 2 some days or a week, 3 a month or less is known; nil when it is vaguer.
  var acledTimePrecision: Int? {
    switch dayCount {
    case 1?: 1
    case (2...10)?: 2
    case (11...31)?: 3
    default: nil
    }
  }

  /// 1 the day, 2 two to six days, 3 a week, 4 up to a month, 5 up to a year; nil beyond.
  var ucdpDatePrecision: Int? {
    switch dayCount {
    case 1?: 1
    case (2...6)?: 2
    case 7?: 3
    case (8...31)?: 4
    case (32...366)?: 5
    default: nil
    }
  }

  private var dayCount: Int? {
    date?.bounds.map { $0.upperBound.number - $0.lowerBound.number + 1 }
  }
}

extension OperationType {
  /// The event and sub-event type that ACLED's coders would choose.
  var acled: (event: String, subEvent: String) {
    switch self {
    case .airborneRaid, .groundRaid, .clash, .ambush: ("Battles", "Armed clash")
    case .airStrike, .droneStrike: ("Explosions/Remote violence", "Air/drone strike")
    case .shelling: ("Explosions/Remote violence", "Shelling/artillery/missile attack")
    case .ied: ("Explosions/Remote violence", "Remote explosive/landmine/IED")
    case .assassination: ("Violence against civilians", "Attack")
    case .arrest: ("Strategic developments", "Arrests")
    case .weaponsCache: ("Strategic developments", "Disrupted weapons use")
    case .other: ("Strategic developments", "Other")
    }
  }
}
