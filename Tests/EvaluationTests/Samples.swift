import Claims
import Evaluation
import Geocoding
import Geometry
import Mentions
import Reports

/// A gold operation with everything that a test does not care about already filled in.
func operation(
  _ type: OperationType = .airStrike, status: ClaimStatus = .reported, at place: String = "Atma",
  relation: SpatialRelation = .in, precision: Precision = .village, codes: [String] = ["C1"],
  point: GeoPoint? = GeoPoint(longitude: 37, latitude: 36), governorates: [String] = ["SY07"],
  date: String? = "2025-10-08", evidence: [String] = ["one two three four"],
  with change: (inout GoldOperation) -> Void = { _ in }
) -> GoldOperation {
  var operation = GoldOperation(
    status: status, type: type, placeText: place, relation: relation, precision: precision)
  operation.codes = codes
  operation.point = point
  operation.governorates = governorates
  operation.date = date
  operation.evidence = evidence
  change(&operation)
  return operation
}

/// A claim that agrees with `operation()` wherever a test does not change it.
func claim(
  _ type: OperationType = .airStrike, status: ClaimStatus = .reported, at place: String = "Atma",
  relation: SpatialRelation = .in, precision: Precision = .village, codes: [String] = ["C1"],
  names: [String]? = nil, point: GeoPoint? = GeoPoint(longitude: 37, latitude: 36),
  governorates: [String] = ["SY07"], date: String? = "2025-10-08",
  evidence: [String] = ["one two three four"], report: String = "r1",
  with change: (inout LocatedClaim) -> Void = { _ in }
) -> LocatedClaim {
  var claim = Claim(status: status, type: type)
  claim.date = date.flatMap { EventDate(edtf: $0) }
  var location = Location(text: place, relation: relation, precision: precision)
  location.places = codes.enumerated().map { i, code in
    LocatedPlace(
      id: code, nameArabic: names?[i] ?? place, nameEnglish: place, kind: precision.rawValue)
  }
  location.point = point
  location.radius = 1500
  location.governorates = governorates
  location.governorate = governorates.count == 1 ? governorates[0] : nil
  var located = LocatedClaim(
    id: "c", report: ReportSummary(Report(id: report, text: "")), claim: claim,
    location: location, evidence: evidence.map { Evidence(start: 0, end: 0, text: $0) })
  change(&located)
  return located
}

/// A point so many kilometres east of the sample's point.
func east(_ km: Double) -> GeoPoint {
  // A degree of longitude at 36° N on a sphere of 6371 km: 111.195 km · cos 36°.
  GeoPoint(longitude: 37 + km / 89.9587, latitude: 36)
}

/// The evaluation of claims against one report's gold.
func evaluation(
  of claims: [LocatedClaim], against operations: [GoldOperation], traps: [NotEventPlace] = [],
  tags: [String] = [], knowing facts: PlaceFacts = PlaceFacts()
) -> Evaluation {
  Evaluation(
    of: claims,
    against: [
      GoldReport(id: "r1", operations: operations, notEventPlaces: traps, tags: tags)
    ], knowing: facts)
}
