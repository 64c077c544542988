import Claims
import Gazetteer
import Geometry

extension Reason {
  /// Whether the place lies near the other names of its phrase: two ends of a road, two villages
  /// that something happened between.
  static let nearestToCompanions = Reason { candidate, scene, atlas in
    guard !scene.companions.isEmpty, let point = atlas[candidate.place].point else { return 0 }
    var sum = 0.0
    for landmarks in scene.companions where !landmarks.isEmpty {
      sum +=
        landmarks.map { landmark in
          let away = point.kilometres(to: landmark.point)
          // Each doubling of the distance costs; the same place twice is no companion.
          // Roads are told by towns farther apart than those that something lies between.
          let scale = scene.relation == .road ? 3.0 : 1.0
          let closeness =
            landmark.place == candidate.place ? -2 : max(-4, 2.5 - max(0, away - 5) / (18 * scale))
          return closeness + 1.2 * (landmark.weight - 1)
        }.max()!
    }
    // Three places that enclose something lie farther apart than two.
    return sum / Double(scene.companions.count)
  } tell: { candidate, scene, atlas in
    "near the other name of the phrase"
  }

  /// Whether the place lies near the other places of the report.
  ///
  /// This is weak: reports name far places too.
  static let nearestToSurroundings = Reason { candidate, scene, atlas in
    guard scene.surroundingsTrust > 0, let point = atlas[candidate.place].point else { return 0 }
    var sum = 0.0
    for landmark in scene.surroundings where landmark.place != candidate.place {
      let away = point.kilometres(to: landmark.point)
      guard away < 100 else { continue }
      sum += landmark.weight / (1 + (away / 20) * (away / 20))
    }
    return 1.6 * scene.surroundingsTrust * (sum / (1 + sum)) * 2
  } tell: { candidate, scene, atlas in
    "near other places of the report"
  }

  /// Whether the rest of the report is about the governorate that the place lies in.
  static let sameGovernorateAsReport = Reason { candidate, scene, atlas in
    let governorate = atlas[candidate.place].governorate
    guard governorate >= 0, let share = scene.governorates[governorate] else { return 0 }
    return 1.8 * min(1, share)
  } tell: { candidate, scene, atlas in
    let governorate = atlas[candidate.place].governorate
    return "the report is about \(governorate >= 0 ? atlas.arabicName(governorate) : "it")"
  }

  /// Whether the same name means this place elsewhere in the report.
  static let sameNameInReport = Reason { candidate, scene, _ in
    scene.settled == candidate.place ? 2.5 : 0
  } tell: { _, _, _ in
    "the report says elsewhere which one it means"
  }
}
