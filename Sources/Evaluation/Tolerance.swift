import Claims
import Geocoding
import Geometry

extension GoldOperation {
  /// Kilometres that a point may lie from the gold point and still be right.
  ///
  /// The precision gives it; how the event stands to the named place widens or replaces it. Half
  /// the span of a between or of a road is the distance from the gold point, its middle, to the
  /// farther of the ends whose points are known.
  package func tolerance(knowing facts: PlaceFacts) -> Double {
    let base: Double =
      switch precision {
      case .site, .neighbourhood: 2
      case .village: 3
      case .town: 4
      case .city: 6
      case .subdistrict: 15
      case .district: 25
      case .governorate, .region, .country: 40
      }
    switch relation {
    case .in, .area: return base
    case .near: return base + 5
    case .direction: return distanceKm.map { max(3, 0.25 * $0) } ?? base + 8
    case .countryside: return base + 10
    case .between, .road:
      guard let point else { return max(3, base) }
      let ends = codes.compactMap(facts.point).map { $0.kilometres(to: point) }
      return max(3, ends.max() ?? 0)
    }
  }
}
