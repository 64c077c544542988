import Claims

/// How finely an event is located, on the scales of other datasets.
///
/// The crosswalk follows the code books: ACLED's `geo_precision`, UCDP GED's `where_prec`, PLOVER's
/// `resolution`, Airwars' `geolocation_accuracy`.
public struct PrecisionScales: Hashable, Sendable {
  private var precision: Precision
  private var relation: SpatialRelation
  /// Whether the event is said to be in one resolved place, not about it.
  private var isExact: Bool
  /// Metres: how far from the named place the event may be.
  private var reach: Double
  private var isSeveralGovernorates: Bool

  /// Sets the scales by what is known of a place.
  ///
  /// - Parameters:
  ///   - isResolved: Whether the gazetteer has the place.
  ///   - radius: Metres.
  ///   - distanceKm: The distance from the place that the text names.
  public init(
    precision: Precision, relation: SpatialRelation, isResolved: Bool, radius: Double?,
    distanceKm: Double? = nil, governorateCount: Int
  ) {
    self.precision = precision
    self.relation = relation
    isExact = relation == .in && isResolved
    reach = max(radius ?? 0, (distanceKm ?? 0) * 1000)
    isSeveralGovernorates = governorateCount > 1
  }

  /// ACLED: 1 a particular place, 2 a small part of a region or near a place, 3 a larger region.
  public var acledGeoPrecision: Int {
    switch precision {
    case .site, .neighbourhood, .village, .town, .city: isExact ? 1 : 2
    case .subdistrict, .district: 2
    case .governorate, .region, .country: 3
    }
  }

  /// UCDP GED: 1 exact, 2 within some 25 km of a known point, 3 the second administrative level, 4 the
  /// first, 5 a line or a fuzzy area, 6 the country.
  public var ucdpWherePrecision: Int {
    switch precision {
    case .site, .neighbourhood, .village, .town, .city: isExact ? 1 : reach <= 25_000 ? 2 : 5
    case .subdistrict, .district: 3
    case .governorate: isSeveralGovernorates ? 5 : 4
    case .region: 5
    case .country: 6
    }
  }

  /// PLOVER: 5 below a city, 4 a city, 3 a district, 2 a province, 1 the country.
  public var ploverResolution: Int {
    switch precision {
    case .site, .neighbourhood: isExact ? 5 : 4
    case .village, .town, .city: relation == .between || relation == .road ? 3 : 4
    case .subdistrict, .district: 3
    case .governorate, .region: 2
    case .country: 1
    }
  }

  /// Airwars' slug of the finest thing that the location names; empty for a country, which it lacks.
  public var airwarsAccuracy: String {
    switch precision {
    case .site: "nearby_landmark"
    case .neighbourhood: "neighbourhood_area"
    case .village: "village"
    case .town: "town"
    case .city: "city"
    case .subdistrict: "subdistrict"
    case .district: "district"
    case .governorate, .region: "province_governorate"
    case .country: ""
    }
  }
}

extension Location {
  /// How finely the location is known, on the scales of other datasets.
  public var scales: PrecisionScales {
    PrecisionScales(
      precision: precision, relation: relation, isResolved: !places.isEmpty, radius: radius,
      distanceKm: distanceKm, governorateCount: governorates.count)
  }
}
