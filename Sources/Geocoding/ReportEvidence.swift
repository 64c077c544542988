import ArabicText
import Claims
import Gazetteer

/// What the phrases of one report say together: which governorates it is about, and what its names
/// mean where that is settled.
struct ReportEvidence {
  /// For each phrase, how strongly it speaks for each governorate, 0...1.
  private var shares: [[Int32: Double]]
  /// For each phrase, where it was put.
  private var landmarks: [[Landmark]]
  /// What each name means, where a phrase settles it: by folded name.
  private var settled: [[Letter]: (place: Int32, confidence: Double, position: Int)] = [:]

  init(of phrases: [ReadPhrase], atlas: Atlas) {
    shares = phrases.map { phrase in
      var share: [Int32: Double] = [:]
      for resolution in phrase.resolutions {
        guard let chosen = resolution.chosen else { continue }
        for governorate in atlas.governorates(of: chosen.candidate.place) {
          share[governorate] = max(share[governorate] ?? 0, chosen.confidence)
        }
      }
      for frame in phrase.scenes.first?.frames ?? [] {
        for reading in frame.readings where reading.plausibility > -0.5 {
          let governorate = atlas[reading.place].governorate
          if governorate >= 0 { share[governorate] = max(share[governorate] ?? 0, 0.9) }
        }
      }
      return share
    }
    landmarks = phrases.map { phrase in
      phrase.resolutions.compactMap { resolution in
        guard let chosen = resolution.chosen, atlas[chosen.candidate.place].kind.isLocal else {
          return nil
        }
        return atlas[chosen.candidate.place].point.map {
          Landmark(place: chosen.candidate.place, point: $0, weight: chosen.confidence)
        }
      }
    }
    for (position, phrase) in phrases.enumerated() {
      for (anchor, resolution) in zip(phrase.phrase.anchors, phrase.resolutions) {
        guard let chosen = resolution.chosen, chosen.confidence > 0.85 else { continue }
        let name = Folding.folded(anchor.text)
        if settled[name].map({ $0.confidence < chosen.confidence }) ?? true {
          settled[name] = (chosen.candidate.place, chosen.confidence, position)
        }
      }
    }
  }

  /// Puts what the other phrases say into the scenes of one.
  func enter(_ phrase: inout ReadPhrase, at position: Int) {
    var sums: [Int32: Double] = [:]
    for (i, share) in shares.enumerated() where i != position {
      for (governorate, weight) in share { sums[governorate, default: 0] += weight }
    }
    let others = Double(max(1, shares.count - 1))
    let around = landmarks.indices.filter { $0 != position }.flatMap { landmarks[$0] }
    for i in phrase.scenes.indices {
      phrase.scenes[i].governorates = sums.mapValues { $0 / others }
      // Places that are settled count beside the names that stand around, once each.
      let known = Set(phrase.scenes[i].surroundings.map(\.place))
      phrase.scenes[i].surroundings += around.filter { !known.contains($0.place) }
      phrase.scenes[i].surroundingsTrust = max(
        phrase.scenes[i].surroundingsTrust, min(1, Double(around.count) / 5))
      let anchor = phrase.phrase.anchors[i]
      if let other = settled[Folding.folded(anchor.text)], other.position != position {
        phrase.scenes[i].settled = other.place
      }
    }
  }
}
