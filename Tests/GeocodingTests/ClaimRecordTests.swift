import Claims
import Geocoding
import Geometry
import JSONText
import Mentions
import Reports
import Testing

struct ClaimRecords {
  private func claim() -> Claim {
    var claim = Claim(status: .reported, type: .airborneRaid)
    claim.date = EventDate(edtf: "2025-10-08")
    claim.dateText = "today"
    claim.time = "02:00"
    claim.actors = [ClaimActor(name: "A", id: "coalition", role: .initiator)]
    claim.means = ["helicopter"]
    claim.targets = ["B"]
    claim.killed = CountRange(1, 1)
    claim.wounded = CountRange(15, nil)
    claim.casualties = [CasualtyCount(kind: .killed, count: CountRange(1, 1), group: "militant")]
    claim.evidence = [TextRange(4, 11)]
    return claim
  }

  /// Four bytes of one scalar, which are two UTF-16 code units, then letters of two bytes each.
  private let report = Report(id: "d001", text: "\u{1F534}\u{E9}\u{E9} and more")

  private func line(_ located: LocatedClaim) -> String {
    var json = JSONWriter()
    ClaimRecord(located).write(to: &json)
    return json.string
  }

  @Test func `every key is written in order, and what is absent is null`() {
    var location = Location(text: "X", relation: .direction, precision: .village)
    location.direction = .southWest
    location.distanceKm = 7.5
    location.places = [
      LocatedPlace(id: "C1", nameArabic: "x", nameEnglish: "y", kind: "village")
    ]
    location.point = GeoPoint(longitude: 36.689851, latitude: 36.3)
    location.radius = 1500.4
    location.confidence = 0.97
    location.governorate = "SY07"
    location.governorates = ["SY07"]
    location.reasons = ["exact name"]
    location.alternatives = [
      Alternative(
        place: LocatedPlace(id: "C2", nameArabic: "z", nameEnglish: "", kind: "town"),
        confidence: 0.02)
    ]
    let located = LocatedClaim(claim(), at: location, in: report)
    #expect(
      line(located) == """
        {"id":"\(located.id)","report":"d001","status":"reported","type":"airborne_raid",\
        "date":"2025-10-08","date_text":"today","time":"02:00","location":{"text":"X",\
        "relation":"direction","direction":"SW","distance_km":7.5,"places":[{"id":"C1",\
        "name_ar":"x","name_en":"y","kind":"village"}],"point":[36.68985,36.3],"area":null,\
        "radius_m":1500,"precision":"village","confidence":0.97,"governorate":"SY07",\
        "governorates":["SY07"],"district":null,"subdistrict":null,"reasons":["exact name"],\
        "alternatives":[{"id":"C2","name_ar":"z","confidence":0.02}]},"actors":[{"name":"A",\
        "id":"coalition","role":"initiator"}],"means":["helicopter"],"targets":["B"],\
        "killed":{"min":1,"max":1},"wounded":{"min":15,"max":null},"detained":null,"freed":null,\
        "casualties":[{"kind":"killed","min":1,"max":1,"group":"militant","attributed_to":null}],\
        "evidence":[{"start":2,"end":7,"text":"\u{E9}\u{E9} an"}]}
        """)
  }

  @Test func `a claim without a place has a null location`() {
    let located = LocatedClaim(Claim(status: .denied, type: .other), at: nil, in: report)
    #expect(line(located).contains(#""location":null,"actors":[],"means":[]"#))
  }

  @Test func `an area is a GeoJSON geometry`() {
    var location = Location(text: "X", relation: .in, precision: .region)
    let corner = GeoPoint(longitude: 36, latitude: 33)
    let ring = [
      corner, GeoPoint(longitude: 37, latitude: 33), GeoPoint(longitude: 37, latitude: 34), corner,
    ]
    location.area = .multiPolygon([Polygon(rings: [ring])])
    let located = LocatedClaim(claim(), at: location, in: report)
    #expect(
      line(located).contains(
        #""area":{"type":"MultiPolygon","coordinates":[[[[36,33],[37,33],[37,34],[36,33]]]]}"#))
  }

  @Test func `an id is the same for the same claim, and no other has it`() {
    let (a, b) = (
      LocatedClaim(claim(), at: nil, in: report), LocatedClaim(claim(), at: nil, in: report)
    )
    #expect(a.id == b.id)
    #expect(a.id.utf8.count == 18)
    #expect(a.id.hasPrefix("c_"))
    var changed = claim()
    changed.status = .planned
    #expect(LocatedClaim(changed, at: nil, in: report).id != a.id)
    changed = claim()
    changed.date = EventDate(edtf: "2025-10-09")
    #expect(LocatedClaim(changed, at: nil, in: report).id != a.id)
    changed = claim()
    changed.evidence = [TextRange(4, 12)]
    #expect(LocatedClaim(changed, at: nil, in: report).id != a.id)
    #expect(
      LocatedClaim(claim(), at: nil, in: Report(id: "d002", text: "\u{1F534}\u{E9}\u{E9} and more"))
        .id != a.id)
  }
}
