import Claims
import Geocoding
import Geometry
import Maps
import Mentions
import Operations
import Reports

/// A few operations on a ground of two square governorates.
enum Sample {
  static let idleb = AdminUnit(code: "SY07", nameArabic: "إدلب", nameEnglish: "Idleb")
  static let aleppo = AdminUnit(code: "SY02", nameArabic: "حلب", nameEnglish: "Aleppo")

  static let ground = MapGround(
    governorates: [
      Territory(unit: idleb, shape: Shape(box(36, 35.5, 37, 36.5))),
      Territory(unit: aleppo, shape: Shape(box(37, 35.5, 38, 37))),
    ], attribution: "Nobody & co.")

  static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> BoundingBox {
    BoundingBox(west: west, south: south, east: east, north: north)
  }

  static func point(_ longitude: Double, _ latitude: Double) -> GeoPoint {
    GeoPoint(longitude: longitude, latitude: latitude)
  }

  /// A located claim; more is set by the closure.
  static func claim(
    _ number: Int, _ type: OperationType, on date: String?, at point: GeoPoint?,
    precision: Precision = .village, governorates: [String] = ["SY07"],
    change: (inout LocatedClaim) -> Void = { _ in }
  ) -> LocatedClaim {
    var claim = Claim(status: .reported, type: type)
    claim.date = date.flatMap { EventDate(edtf: $0) }
    var location = Location(text: "أطمة", relation: .in, precision: precision)
    location.places = [
      LocatedPlace(
        id: "C\(number)", nameArabic: "أطمة \(number)", nameEnglish: "Atma \(number)",
        kind: "village")
    ]
    location.point = point
    location.radius = point == nil ? nil : 2000
    location.governorates = governorates
    location.governorate = governorates.count == 1 ? governorates[0] : nil
    location.confidence = 0.95
    let report = Report(
      id: "r\(number)", title: "A title", source: "Outlet \(number % 2)",
      published: CalendarDay(iso: "2025-10-09"), text: [])
    var located = LocatedClaim(
      id: "c_\(number)", report: ReportSummary(report), claim: claim, location: location,
      evidence: [Evidence(start: 0, end: 5, text: "نفذت قوات التحالف عملية \(number)")])
    change(&located)
    return located
  }

  /// A raid, two strikes close by, one known by its governorate, one in two governorates, one
  /// denied, and one without a place.
  static let claims: [LocatedClaim] = [
    claim(1, .airborneRaid, on: "2025-10-08", at: point(36.68985, 36.30977)) {
      $0.claim.time = "02:00"
      $0.claim.killed = CountRange(1, 3)
      $0.claim.means = ["helicopter"]
      $0.claim.actors = [
        ClaimActor(name: "قوات التحالف الدولي", id: "coalition", role: .initiator),
        ClaimActor(name: "داعش", id: "isis", role: .target),
      ]
    },
    claim(2, .airStrike, on: "2025-10-09", at: point(36.72393, 36.3)) {
      $0.claim.killed = CountRange(2, nil)
    },
    claim(3, .airStrike, on: "2025-10-07/2025-10-08", at: point(36.99, 36.0)) {
      $0.claim.wounded = CountRange(0, 0)
    },
    claim(
      4, .shelling, on: "2025-10", at: nil, precision: .governorate, governorates: ["SY02"]
    ) {
      $0.location?.places = [
        LocatedPlace(id: "SY02", nameArabic: "حلب", nameEnglish: "Aleppo", kind: "governorate")
      ]
      $0.location?.confidence = 1
    },
    claim(5, .clash, on: "XXXX-10-19", at: point(37, 36.2), governorates: ["SY02", "SY07"]) {
      $0.location?.relation = .between
      $0.location?.places.append(
        LocatedPlace(id: "C50", nameArabic: "الدانا", nameEnglish: "Dana", kind: "town"))
    },
    claim(6, .ied, on: "2025-10-09", at: point(36.69, 36.31)) { $0.claim.status = .denied },
    claim(7, .arrest, on: nil, at: nil, precision: .country, governorates: []) {
      $0.location = nil
      $0.claim.status = .historical
    },
  ]

  /// The features of those claims.
  static func features(of claims: [LocatedClaim] = claims) throws -> [OperationFeature] {
    let words = try Words.bundled()
    return try operations(from: claims).map { try OperationFeature($0, on: ground, words: words) }
  }
}
