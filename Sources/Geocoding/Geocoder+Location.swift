import Claims
import Gazetteer
import Geometry

extension Geocoder {
  /// Makes the location of a phrase that has been resolved.
  func location(of read: ReadPhrase, alternatives limit: Int) -> Location {
    let phrase = read.phrase
    var location = Location(text: phrase.text, relation: phrase.relation, precision: .country)
    location.direction = phrase.direction
    location.distanceKm = phrase.distanceKm
    let chosen = read.resolutions.map(\.chosen)
    let places = chosen.compactMap { $0?.candidate.place }
    location.alternatives = alternatives(of: read, atMost: limit)
    guard !places.isEmpty else {
      fillFromContext(&location, read)
      return location
    }
    location.places = places.map(atlas.located)
    // Nothing read from news is certain.
    let spots = read.resolutions.map { $0.sameSpot(atlas: atlas) }
    location.confidence = min(
      0.99,
      rounded(
        spots.reduce(1) { product, spot in
          product * (spot.isEmpty ? 0.5 : spot.reduce(0) { $0 + $1.confidence })
        }))
    location.reasons = reasons(of: read)
    let key = Whereabouts.Key(
      relation: phrase.relation, direction: phrase.direction,
      distance: phrase.distanceKm.map { Int(($0 * 1000).rounded()) },
      places: zip(phrase.anchors, chosen).compactMap { anchor, chosen in
        chosen.map { .init(index: $0.candidate.place, noun: anchor.noun) }
      },
      clip: clip(of: read, places: places))
    fill(&location, whereabouts(of: key))
    if places.count == 1, let point = location.point,
      phrase.relation == .in || phrase.relation == .near
    {
      // Where a name has several parts, any of them may be meant.
      let farthest = spots.joined().reduce(0) { farthest, other in
        max(farthest, atlas[other.candidate.place].point?.distance(to: point).metres ?? 0)
      }
      location.radius = location.radius.map { max($0, (farthest + 500).rounded()) }
    }
    return location
  }

  /// Writes whereabouts into a location.
  private func fill(_ location: inout Location, _ whereabouts: Whereabouts) {
    location.point = whereabouts.point.map {
      GeoPoint(longitude: rounded5($0.longitude), latitude: rounded5($0.latitude))
    }
    location.radius = whereabouts.radius.map { $0.rounded() }
    location.area = whereabouts.area
    location.precision = whereabouts.precision
    location.governorates = whereabouts.governorates.map(atlas.id).sorted()
    location.governorate = location.governorates.count == 1 ? location.governorates[0] : nil
    location.district = whereabouts.district.map(atlas.id)
    location.subdistrict = whereabouts.subdistrict.map(atlas.id)
  }

  /// The unit that the sentence names, where it can cut a road, a river or a region to size.
  private func clip(of read: ReadPhrase, places: [Int32]) -> Int32? {
    guard places.contains(where: { !atlas[$0].kind.isLocal && !atlas[$0].kind.isUnit }) else {
      return nil
    }
    for frame in read.scenes[0].frames {
      if let reading = frame.readings.first(where: { atlas[$0.place].kind.isUnit }),
        case .country = reading.extent
      {
        continue
      } else if let reading = frame.readings.first(where: { atlas[$0.place].kind.isUnit }) {
        return reading.place
      }
    }
    return nil
  }

  /// The reasons of every anchor, told of which one where there are several.
  private func reasons(of read: ReadPhrase) -> [String] {
    var reasons: [String] = []
    for (i, resolution) in read.resolutions.enumerated() {
      let own =
        resolution.chosen == nil
        ? ["no place of this name fits"] : resolution.reasons(in: read.scenes[i], atlas: atlas)
      reasons +=
        read.resolutions.count > 1
        ? own.map { "\(read.phrase.anchors[i].text): \($0)" } : own
    }
    return reasons
  }

  /// The places that were considered and not chosen, likeliest first.
  private func alternatives(of read: ReadPhrase, atMost limit: Int) -> [Alternative] {
    var others: [(place: Int32, confidence: Double)] = []
    for resolution in read.resolutions {
      let chosen = resolution.chosen?.candidate.place
      for ranked in resolution.ranked.prefix(limit + 1) where ranked.candidate.place != chosen {
        let confidence = rounded(ranked.confidence)
        guard confidence > 0, !others.contains(where: { $0.place == ranked.candidate.place })
        else { continue }
        others.append((ranked.candidate.place, confidence))
      }
    }
    others.sort {
      $0.confidence != $1.confidence ? $0.confidence > $1.confidence : $0.place < $1.place
    }
    return others.prefix(limit).map {
      Alternative(place: atlas.located($0.place), confidence: $0.confidence)
    }
  }

  // MARK: Unresolved

  /// Puts a phrase whose names mean no known place where its context leaves it: the nearest area
  /// that the sentence names, else the governorate that the report is about.
  private func fillFromContext(_ location: inout Location, _ read: ReadPhrase) {
    let names = read.phrase.anchors.map { "\"\($0.text)\"" }.joined(separator: ", ")
    let tried = read.candidates.reduce(0) { $0 + $1.count }
    location.reasons =
      names.isEmpty
      ? ["the text names no place"]
      : [
        tried == 0
          ? "no place of the name \(names), nor of a spelling near it"
          : "none of \(tried) places of the name \(names) fits what the text says"
      ]
    guard let scene = read.scenes.first else { return }
    if let frame = scene.frames.first, let reading = frame.readings.first {
      location.reasons.append("placed by its context: \(frame.text)")
      location.confidence = 0.5
      let outside =
        frame.isCountryside || (frame.direction != nil && !atlas[reading.place].kind.isLocal)
      var whereabouts = whereabouts(
        of: Whereabouts.Key(
          relation: outside ? .countryside : frame.direction == nil ? .in : .direction,
          direction: frame.direction, distance: nil,
          places: [.init(index: reading.place, noun: nil)], clip: nil))
      if atlas[reading.place].kind.isLocal, !outside {
        whereabouts.radius = (whereabouts.radius ?? 0) + 6000
      }
      fill(&location, whereabouts)
      return
    }
    let best = scene.governorates.max {
      $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key
    }
    if let best, best.value >= 0.5 {
      location.reasons.append("the report is about \(atlas.arabicName(best.key))")
      location.confidence = 0.3
      fill(
        &location,
        whereabouts(
          of: Whereabouts.Key(
            relation: .in, direction: nil, distance: nil,
            places: [.init(index: best.key, noun: nil)], clip: nil)))
    }
  }

  /// Probabilities go out with two decimals.
  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  private func rounded5(_ value: Double) -> Double { (value * 1e5).rounded() / 1e5 }
}
