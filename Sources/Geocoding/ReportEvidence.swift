import Claims
import Gazetteer

/// What the phrases of one report say together: which governorates it is about, and what its names
/// mean where that is settled.
struct ReportEvidence {
  /// How strongly each phrase speaks for each governorate, 0...1: one row a phrase.
  private var shares: [Double]
  private let governorates: Int
  /// Where the phrases were put, and by which.
  private var landmarks: [(position: Int, landmark: Landmark)] = []
  /// What each name means, where a phrase settles it.
  private var settled: [Settled] = []

  private struct Settled {
    var spelling: UInt64
    var place: Int32
    var confidence: Double
    /// The phrase that settles it.
    var position: Int
  }

  init(of phrases: [ReadPhrase], atlas: Atlas) {
    governorates = atlas.governorates.count
    shares = []
    shares.reserveCapacity(phrases.count * governorates)
    shares.append(contentsOf: repeatElement(0, count: phrases.count * governorates))
    landmarks.reserveCapacity(phrases.count)
    settled.reserveCapacity(phrases.count)
    for position in phrases.indices {
      for i in phrases[position].anchors.indices {
        guard let chosen = phrases[position].anchors[i].chosen else { continue }
        if atlas[chosen.place].kind.isLocal {
          if let number = atlas.governorateNumber(of: chosen.place) {
            raise(position, number, to: chosen.confidence)
          }
          if let point = atlas[chosen.place].point {
            let landmark = Landmark(
              place: chosen.place, point: point, weight: chosen.confidence)
            landmarks.append((position, landmark))
          }
        } else {
          for governorate in atlas.governorates(of: chosen.place) {
            if let number = atlas.governorateNumber(of: governorate) {
              raise(position, number, to: chosen.confidence)
            }
          }
        }
        if chosen.confidence > 0.85 {
          settle(phrases[position].anchors[i].name.spelling, chosen, position)
        }
      }
      for frame in phrases[position].frames {
        for reading in frame.readings where reading.plausibility > -0.5 {
          if let number = atlas.governorateNumber(of: reading.place) {
            raise(position, number, to: 0.9)
          }
        }
      }
    }
  }

  private mutating func raise(_ position: Int, _ governorate: Int, to share: Double) {
    let i = position * governorates + governorate
    shares[i] = max(shares[i], share)
  }

  private mutating func settle(_ spelling: UInt64, _ chosen: Anchor.Ranked, _ position: Int) {
    let new = Settled(
      spelling: spelling, place: chosen.place, confidence: chosen.confidence, position: position)
    guard let i = settled.firstIndex(where: { $0.spelling == spelling }) else {
      return settled.append(new)
    }
    if settled[i].confidence < chosen.confidence { settled[i] = new }
  }

  /// Puts what the other phrases say into the scenes of one.
  func enter(_ phrase: inout ReadPhrase, at position: Int) {
    let phrases = governorates == 0 ? 0 : shares.count / governorates
    var sums: [Double] = []
    sums.reserveCapacity(governorates)
    sums.append(contentsOf: repeatElement(0, count: governorates))
    for other in 0..<phrases where other != position {
      for number in sums.indices { sums[number] += shares[other * governorates + number] }
    }
    let others = Double(max(1, phrases - 1))
    for number in sums.indices { sums[number] /= others }
    var around: [Landmark] = []
    around.reserveCapacity(landmarks.count)
    for i in landmarks.indices where landmarks[i].position != position {
      around.append(landmarks[i].landmark)
    }
    for i in phrase.anchors.indices {
      let spelling = phrase.anchors[i].name.spelling
      let other = settled.first { $0.spelling == spelling }
      phrase.anchors[i].see(
        governorates: sums, landmarks: around,
        settled: other.flatMap { $0.position != position ? $0.place : nil })
      phrase.anchors[i].trust(
        surroundings: max(
          phrase.anchors[i].scene.surroundingsTrust, min(1, Double(around.count) / 5)))
    }
  }
}
