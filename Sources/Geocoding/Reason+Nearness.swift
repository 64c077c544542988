import Claims
import Gazetteer
import Geometry

extension Scene {
  /// Log odds of a place for lying near the other names of its phrase.
  func companionWeight(of place: Int32, _ atlas: Atlas) -> Double {
    guard !companions.isEmpty, let point = atlas[place].point else { return 0 }
    // Roads are told by towns farther apart than those that something lies between.
    let scale = relation == .road ? 3.0 : 1.0
    var sum = 0.0
    for landmarks in companions where !landmarks.isEmpty {
      var best = -Double.infinity
      for landmark in landmarks {
        let away = point.kilometres(to: landmark.point)
        // Each doubling of the distance costs; the same place twice is no companion.
        let closeness =
          landmark.place == place ? -2 : max(-4, 2.5 - max(0, away - 5) / (18 * scale))
        best = max(best, closeness + 1.2 * (landmark.weight - 1))
      }
      sum += best
    }
    // Three places that enclose something lie farther apart than two.
    return sum / Double(companions.count)
  }

  /// Log odds of a place for lying near the other places of the report.
  func surroundingsWeight(of place: Int32, _ atlas: Atlas) -> Double {
    guard surroundingsTrust > 0, let point = atlas[place].point else { return 0 }
    var sum = 0.0
    for landmark in surroundings
    where point.mayBeCloser(than: 100, to: landmark.point) && landmark.place != place {
      let square = point.squareKilometres(to: landmark.point)
      guard square < 10_000 else { continue }
      // Half the weight at 20 km, next to none beyond 60: a report's places lie in several parts.
      sum += landmark.weight / (1 + square * square / 160_000)
    }
    return 1.6 * surroundingsTrust * (sum / (1 + sum)) * 2
  }

  /// Whether a hamlet would lie outside the governorate that the report speaks of, though nothing says so:
  /// a namesake of a place that no gazetteer has is then as likely.
  private func isAlien(_ place: Place) -> Bool {
    frames.isEmpty && companions.isEmpty && place.kind == .village
      // A square is no village. A name of two words is not borne by chance: "السيدة زينب".
      && (noun == .site || (noun == nil || noun == .neighbourhood) && !isOfWords)
      && place.importance < 20
      && governorates.contains { $0 > 0.6 }
  }

  /// Log odds of a place for lying in the governorate that the rest of the report is about.
  ///
  /// - Parameter surroundings: Those for lying near the other places of the report.
  func governorateWeight(
    of place: Int32, besides surroundings: Double, _ atlas: Atlas
  ) -> Double {
    guard !governorates.isEmpty, let number = atlas.governorateNumber(of: place) else { return 0 }
    let share = governorates[number]
    if share == 0, surroundings < 0.1, isAlien(atlas[place]) { return -2 }
    return 1.8 * min(1, share)
  }
}
