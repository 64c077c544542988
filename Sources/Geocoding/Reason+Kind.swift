import Claims
import Gazetteer

extension Reason {
  /// Whether the place is of the kind that its type noun tells.
  static let typeNoun = Reason { candidate, scene, atlas in
    guard let noun = scene.noun else { return 0 }
    return noun.fit(of: atlas[candidate.place].kind)
  } tell: { candidate, scene, atlas in
    "the text says \(scene.noun?.english ?? "so")"
  }

  /// Whether the kind of place suits a phrase of this shape: a bare name is a town sooner than a
  /// district, a countryside belongs to a governorate sooner than to a village.
  static let phraseKind = Reason { candidate, scene, atlas in
    let kind = atlas[candidate.place].kind
    switch scene.relation {
    case .countryside:
      return switch kind {
      case .governorate: 4
      case .city, .town: 1
      case .region: 1.5
      case .district: -0.5
      case .village: 0
      case .subdistrict: -1
      default: -2
      }
    case .area:
      return switch kind {
      case .region: 4
      case .governorate: 2
      case .district: -0.5
      case .subdistrict: -1
      case .country: 2
      default: -1
      }
    case .road:
      return kind == .road ? 3 : kind == .river ? 1 : kind.bareName
    case .in, .near, .between, .direction:
      return scene.noun == nil ? kind.bareName : 0
    }
  } tell: { candidate, scene, atlas in
    "a phrase of this kind means a \(atlas[candidate.place].kind.name)"
  }
}

extension PlaceKind {
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

  /// The noun in English, with its article.
  var english: String {
    switch self {
    case .city: "a city"
    case .town: "a town"
    case .village: "a village"
    case .neighbourhood: "a neighbourhood"
    case .subdistrict: "a subdistrict"
    case .district: "a district or area"
    case .governorate: "a governorate"
    case .countryside: "a countryside"
    case .desert: "a desert"
    case .camp: "a camp"
    case .airbase: "an air base"
    case .base: "a base"
    case .dam: "a dam"
    case .field: "a field"
    case .crossing: "a crossing"
    case .mountain: "a mountain"
    case .farm: "a farm"
    case .road: "a road"
    case .river: "a river"
    case .region: "a region"
    case .site: "a site"
    }
  }
}
