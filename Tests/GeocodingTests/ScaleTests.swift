import Claims
import Geocoding
import Testing

/// The crosswalk to other datasets' scales of precision.
struct PrecisionScales {
  private func location(
    _ relation: SpatialRelation, _ precision: Precision, distance: Double? = nil,
    radius: Double = 5000
  ) -> Location {
    var location = Location(text: "", relation: relation, precision: precision)
    location.places = [LocatedPlace(id: "C1", nameArabic: "", nameEnglish: "", kind: "")]
    location.distanceKm = distance
    location.radius = radius
    return location
  }

  @Test func `a place that is named is exact on every scale`() {
    let village = location(.in, .village)
    #expect(village.scales.acledGeoPrecision == 1)
    #expect(village.scales.ucdpWherePrecision == 1)
    #expect(village.scales.ploverResolution == 4)
    #expect(village.scales.airwarsAccuracy == "village")
    #expect(location(.in, .site).scales.ploverResolution == 5)
  }

  @Test func `near a place is the second step`() {
    let near = location(.near, .town)
    #expect(near.scales.acledGeoPrecision == 2)
    #expect(near.scales.ucdpWherePrecision == 2)
    #expect(
      location(.direction, .town, distance: 40, radius: 10_000).scales.ucdpWherePrecision == 5)
  }

  @Test func `units and regions have steps of their own`() {
    #expect(location(.in, .district).scales.ucdpWherePrecision == 3)
    #expect(location(.countryside, .governorate).scales.ucdpWherePrecision == 4)
    #expect(location(.area, .region).scales.ucdpWherePrecision == 5)
    #expect(location(.in, .country).scales.ucdpWherePrecision == 6)
    #expect(location(.countryside, .governorate).scales.acledGeoPrecision == 3)
    #expect(location(.in, .country).scales.ploverResolution == 1)
  }

  @Test func `no scale takes an unresolved place for an exact one`() {
    var unresolved = location(.in, .city)
    unresolved.places = []
    #expect(unresolved.scales.acledGeoPrecision == 2)
    #expect(unresolved.scales.ucdpWherePrecision == 2)
  }
}
