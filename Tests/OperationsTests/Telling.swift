import Claims
import Geocoding
import Geometry
import Mentions
import Reports

/// A claim in a few words, for tests.
struct Telling {
  var report = "r1"
  var source: String? = nil
  var published: String? = "2025-03-11"
  var status = ClaimStatus.reported
  var type = OperationType.airStrike
  var date: String? = "2025-03-10"
  var time: String? = nil
  var place: Spot? = .atme
  var relation = SpatialRelation.in
  var initiators: [String] = []
  var targets: [String] = []
  var means: [String] = []
  var killed: ClosedRange<Int>? = nil
  var wounded: ClosedRange<Int>? = nil
  var killedAtLeast: Int? = nil
  var words = ""
  var confidence = 0.9

  /// The claim itself; its id says report and number.
  func claim(_ number: Int = 1) -> LocatedClaim {
    var claim = Claim(status: status, type: type)
    claim.date = date.flatMap { EventDate(edtf: $0) }
    claim.time = time
    claim.means = means
    claim.actors =
      initiators.map { ClaimActor(name: "the \($0)", id: $0, role: .initiator) }
      + targets.map { ClaimActor(name: "the \($0)", id: $0, role: .target) }
    claim.killed = killed.map { CountRange($0.lowerBound, $0.upperBound) }
    if let killedAtLeast { claim.killed = CountRange(killedAtLeast, nil) }
    claim.wounded = wounded.map { CountRange($0.lowerBound, $0.upperBound) }
    let summary = ReportSummary(
      Report(
        id: report, source: source, published: published.flatMap { CalendarDay(iso: $0) }, text: [])
    )
    return LocatedClaim(
      id: "c_\(report)_\(number)", report: summary, claim: claim,
      location: place?.location(relation, confidence: confidence),
      evidence: words.isEmpty ? [] : [Evidence(start: 0, end: words.utf16.count, text: words)])
  }
}

/// A few places for tests, with their real positions.
enum Spot: String {
  case atme = "C4130"
  case sarmada = "C4121"
  case dana = "C4126"
  case aleppoCity = "C1007"
  case idleb = "SY07"
  case aleppo = "SY02"

  var precision: Precision {
    switch self {
    case .atme: .village
    case .sarmada, .dana: .town
    case .aleppoCity: .city
    case .idleb, .aleppo: .governorate
    }
  }

  var governorate: String {
    switch self {
    case .atme, .sarmada, .dana, .idleb: "SY07"
    case .aleppoCity, .aleppo: "SY02"
    }
  }

  var point: GeoPoint {
    switch self {
    case .atme: GeoPoint(longitude: 36.68985, latitude: 36.30977)
    case .sarmada: GeoPoint(longitude: 36.72393, latitude: 36.1866)
    case .dana: GeoPoint(longitude: 36.77061, latitude: 36.21313)
    case .aleppoCity: GeoPoint(longitude: 37.15, latitude: 36.2)
    case .idleb: GeoPoint(longitude: 36.6, latitude: 35.8)
    case .aleppo: GeoPoint(longitude: 37.6, latitude: 36.2)
    }
  }

  func location(_ relation: SpatialRelation, confidence: Double) -> Location {
    var location = Location(text: rawValue, relation: relation, precision: precision)
    location.places = [
      LocatedPlace(id: rawValue, nameArabic: rawValue, nameEnglish: rawValue, kind: "town")
    ]
    location.point = point
    location.radius = precision == .governorate ? 60_000 : precision == .city ? 6000 : 2000
    location.governorate = governorate
    location.governorates = [governorate]
    location.confidence = confidence
    return location
  }
}
