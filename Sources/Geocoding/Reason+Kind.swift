import Claims
import Gazetteer

extension PlaceKind {
  /// Log odds that a phrase of a shape means a place of this kind.
  func weight(in scene: Scene) -> Double {
    switch scene.relation {
    case .countryside:
      switch self {
      case .governorate: 4
      case .city, .town: 1
      case .region: 1.5
      case .district: -0.5
      case .village: 0
      case .subdistrict: -1
      default: -2
      }
    case .area:
      switch self {
      case .region: 4
      case .governorate: 2
      case .district: -0.5
      case .subdistrict: -1
      case .country: 2
      default: -1
      }
    case .road:
      self == .road ? 3 : self == .river ? 1 : bareName
    case .in, .near, .between, .direction:
      scene.noun == nil ? bareName : 0
    }
  }

  /// What a phrase's shape says of the kind of place.
  var toldOfPhrase: String { Self.toldOfPhrases[Int(rawValue)] }

  private static let toldOfPhrases = allCases.map { "a phrase of this kind means a " + $0.name }

  /// Log odds that a name without a noun means a place of this kind.
  fileprivate var bareName: Double {
    switch self {
    case .city, .town, .village: 0
    case .region: 0.3
    case .site, .neighbourhood: -0.6
    case .governorate: -1
    case .river: -1.2
    case .road: -2
    case .district: -3
    case .subdistrict: -3.5
    case .country: 0
    }
  }
}

extension PlaceNoun {
  /// Log odds that this noun stands before a place of a kind.
  func fit(of kind: PlaceKind) -> Double {
    switch self {
    case .city:
      switch kind {
      case .city: 2
      case .town: 1.2
      case .village: -1.2
      case .neighbourhood: -1.5
      default: -2.5
      }
    case .town:
      switch kind {
      case .town: 1.5
      case .city, .village: 0.6
      case .neighbourhood: -1
      default: -2.5
      }
    case .village:
      switch kind {
      case .village: 1.2
      case .town: 0.5
      case .city: -0.8
      case .neighbourhood: -1
      default: -2.5
      }
    case .neighbourhood:
      switch kind {
      case .neighbourhood: 3
      case .site: -0.5
      case .village: -0.5
      case .town, .city: -1.2
      default: -2.5
      }
    case .subdistrict:
      switch kind {
      case .subdistrict: 4
      case .city, .town: 0.8
      case .village: 0
      default: -1
      }
    case .district:
      switch kind {
      case .district: 3.5
      case .region: 3
      case .subdistrict: 0.8
      case .city, .town, .village: 0.4
      case .site: 0.2
      case .neighbourhood: -0.2
      default: -1
      }
    case .governorate: kind == .governorate ? 5 : -3
    case .countryside: 0
    case .desert:
      switch kind {
      case .region: 3
      case .city, .town, .village: 1
      default: 0
      }
    case .camp, .airbase, .base, .dam, .field, .crossing, .farm, .site:
      kind == .site ? 2.5 : kind.isPopulated ? -0.8 : kind.isUnit ? -3 : -1
    case .mountain: kind == .region ? 2.5 : kind == .site ? 2.5 : kind.isUnit ? -3 : -1
    case .road: kind == .road ? 4 : kind.isPopulated ? 0 : -2
    case .river: kind == .river ? 4 : -1
    case .region: kind == .region ? 3 : 0
    }
  }

  /// What the noun says of the place, in English.
  var told: String {
    switch self {
    case .city: "the text says a city"
    case .town: "the text says a town"
    case .village: "the text says a village"
    case .neighbourhood: "the text says a neighbourhood"
    case .subdistrict: "the text says a subdistrict"
    case .district: "the text says a district or area"
    case .governorate: "the text says a governorate"
    case .countryside: "the text says a countryside"
    case .desert: "the text says a desert"
    case .camp: "the text says a camp"
    case .airbase: "the text says an air base"
    case .base: "the text says a base"
    case .dam: "the text says a dam"
    case .field: "the text says a field"
    case .crossing: "the text says a crossing"
    case .mountain: "the text says a mountain"
    case .farm: "the text says a farm"
    case .road: "the text says a road"
    case .river: "the text says a river"
    case .region: "the text says a region"
    case .site: "the text says a site"
    }
  }
}

extension Atlas {
  /// Log odds that a noun stands before a place: by its kind, and for a desert by where it lies.
  func fit(of place: Int32, with noun: PlaceNoun?) -> Double {
    guard let noun else { return 0 }
    let fit = noun.fit(of: self[place].kind)
    guard noun == .desert, self[place].kind.isLocal else { return fit }
    return fit + (isInDesert(place) ? 1 : -2)
  }
}
