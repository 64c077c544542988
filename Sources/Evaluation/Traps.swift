import Geocoding

extension GoldReport {
  /// True for a report on events outside the country.
  package var isOutsideSyria: Bool { tags.contains("outside_syria") }

  /// The place without an event that a claim was located at, nil when it fell for none.
  ///
  /// The marks stand for occurrences, so a claim at a place that has its gold operation elsewhere in
  /// the report fell for nothing.
  package func trap(for claim: LocatedClaim, knowing facts: PlaceFacts) -> NotEventPlace? {
    let phrase = claim.placeText.map(ComparedName.parts) ?? []
    let names = phrase + (claim.location?.places ?? []).map { ComparedName($0.nameArabic) }
    let isGoldPlace = operations.contains { operation in
      claim.meetsCodes(of: operation, knowing: facts)
        || ComparedName.parts(of: operation.placeText).contains { gold in
          phrase.contains { $0.matches(gold) }
        }
    }
    guard !isGoldPlace else { return nil }
    return notEventPlaces.first { place in
      let name = ComparedName(place.text)
      return names.contains { $0.matches(name) }
    }
  }
}
