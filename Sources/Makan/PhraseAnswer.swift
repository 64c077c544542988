/// Where a phrase may be: the answer to "which place is this?".
public struct PhraseAnswer: Sendable {
  /// The forms that an answer is given in.
  public enum Format: String, Sendable, CaseIterable { case text, json, geojson }

  /// A gazetteer place that the phrase may mean.
  public struct Candidate: Hashable, Sendable {
    public var place: LocatedPlace
    /// The governorate that it lies in; nil for a region, a road or a river.
    public var governorate: AdminUnit?
    public var point: GeoPoint?
    /// 0...1; nil for the chosen places of a phrase of several, which share the answer's.
    public var confidence: Double?
    /// True for a place that the answer rests on.
    public var isChosen: Bool
  }

  /// The phrase as it was asked.
  public var phrase: String
  /// The answer; nil when the words name no place.
  public var location: Location?
  /// The chosen places, then the others, likeliest first.
  public var candidates: [Candidate]
  /// The units that the answer lies in, the largest first.
  public var units: [AdminUnit]
}

extension Makan {
  /// Answers which place a phrase means: `"قرية أطمة بريف إدلب"`, `"10 كم جنوب غرب منبج"`.
  public func answer(to phrase: String) -> PhraseAnswer {
    let location = location(of: phrase)
    var answer = PhraseAnswer(phrase: phrase, location: location, candidates: [], units: [])
    guard let location else { return answer }
    for place in location.places {
      answer.candidates.append(
        candidate(
          place, location.places.count == 1 ? location.confidence : nil, isChosen: true))
    }
    for other in location.alternatives {
      answer.candidates.append(candidate(other.place, other.confidence, isChosen: false))
    }
    let codes =
      location.governorates + [location.district, location.subdistrict].compactMap { $0 }
    answer.units = codes.compactMap { gazetteer.index(ofID: $0) }.map(gazetteer.unit)
    return answer
  }

  private func candidate(
    _ place: LocatedPlace, _ confidence: Double?, isChosen: Bool
  ) -> PhraseAnswer.Candidate {
    let index = gazetteer.index(ofID: place.id)
    let row = index.map { gazetteer.places[Int($0)] }
    return PhraseAnswer.Candidate(
      place: place,
      governorate: row.flatMap { $0.governorate < 0 ? nil : gazetteer.unit($0.governorate) },
      point: row?.point, confidence: confidence, isChosen: isChosen)
  }
}
