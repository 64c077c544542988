import Claims
import Evaluation
import Geocoding
import Geometry
import Testing

/// Rules 3 to 5: the figures of whole evaluations.
struct EvaluationTests {
  // MARK: Detection

  @Test func `detection counts pairs, misses and false alarms`() {
    let evaluation = evaluation(
      of: [
        claim(), claim(.ied, status: .historical, codes: ["C2"]),
        claim(.arrest, codes: ["C3"], date: "2020-01-01"),
      ],
      against: [
        operation(), operation(.ied, status: .reported, codes: ["C2"]),
        operation(.clash, status: .planned, codes: ["C4"], point: nil),
        operation(.clash, status: .planned, codes: ["C4"], point: nil),
      ])
    #expect(evaluation.detection.given == Share(right: 2, of: 3))
    #expect(evaluation.detection.wanted == Share(right: 2, of: 4))
    #expect(evaluation.detection.precision == 2.0 / 3)
    #expect(evaluation.detection.recall == 0.5)
    #expect(abs(evaluation.detection.f1! - 4.0 / 7) < 1e-12)
    let statuses = Dictionary(
      uniqueKeysWithValues: evaluation.detectionByStatus.map { ($0.status, $0.detection) })
    #expect(statuses[.reported]?.given == Share(right: 1, of: 2))
    #expect(statuses[.reported]?.wanted == Share(right: 2, of: 2))
    #expect(statuses[.historical]?.given == Share(right: 1, of: 1))
    #expect(statuses[.historical]?.wanted == Share(right: 0, of: 0))
    #expect(statuses[.planned]?.wanted == Share(right: 0, of: 2))
    #expect(statuses[.planned]?.f1 == 0)
    #expect(statuses[.denied] == nil)
    #expect(evaluation.matched.status == Share(right: 1, of: 2))
  }

  @Test func `claims of negative reports are false alarms per report`() {
    let gold = ["r1", "r2", "r3", "r4"].map { id in
      GoldReport(id: id, operations: id == "r1" ? [operation()] : [])
    }
    let claims = [claim(), claim(report: "r2"), claim(report: "r2"), claim(report: "r3")]
    let evaluation = Evaluation(of: claims, against: gold, knowing: PlaceFacts())
    #expect(evaluation.negativeReports == 3)
    #expect(evaluation.falseAlarmsPerNegativeReport == 1)
    #expect(evaluation.detection.given == Share(right: 1, of: 4))
  }

  @Test func `nothing against nothing has no figures`() {
    let evaluation = Evaluation(of: [], against: [], knowing: PlaceFacts())
    #expect(evaluation.detection.f1 == nil)
    #expect(evaluation.falseAlarmsPerNegativeReport == nil)
    #expect(evaluation.matched.distance.medianKm == nil)
    #expect(evaluation.misses.isEmpty)
    #expect(evaluation.text().contains("no misses"))
  }

  @Test func `claims of reports without gold are named and not scored`() {
    let evaluation = Evaluation(
      of: [claim(report: "z"), claim(), claim(report: "a"), claim(report: "z")],
      against: [GoldReport(id: "r1", operations: [operation()])], knowing: PlaceFacts())
    #expect(evaluation.unannotatedReports == ["z", "a"])
    #expect(evaluation.detection.given == Share(right: 1, of: 1))
    #expect(evaluation.text().contains("the gold has no such report: z, a"))
  }

  @Test func `a report given twice is scored once with all its claims`() {
    let evaluation = Evaluation(
      of: [claim(), claim()],
      against: [
        GoldReport(id: "r1", operations: [operation()]),
        GoldReport(id: "r1", operations: [operation()]),
      ], knowing: PlaceFacts())
    #expect(evaluation.reports == 1)
    #expect(evaluation.detection.given == Share(right: 2, of: 2))
    #expect(evaluation.detection.wanted == Share(right: 2, of: 2))
  }

  // MARK: Fields

  @Test func `accepted other values are right`() {
    let gold = operation(.arrest) {
      $0.otherTypes = [.weaponsCache]
      $0.otherStatuses = [.foiled]
    }
    let matched = evaluation(of: [claim(.weaponsCache, status: .foiled)], against: [gold]).matched
    #expect(matched.status == Share(right: 1, of: 1))
    #expect(matched.type == Share(right: 1, of: 1))
  }

  @Test(arguments: [
    (Precision.village, Precision.village, 1, 1), (.village, .city, 1, 0), (.town, .city, 1, 0),
    (.site, .village, 0, 0), (.governorate, .region, 0, 0),
  ])
  func `village, town and city are one class`(
    gold: Precision, claimed: Precision, inClass: Int, exactly: Int
  ) {
    let matched = evaluation(
      of: [claim(precision: claimed)], against: [operation(precision: gold)]
    ).matched
    #expect(matched.precisionClass == Share(right: inClass, of: 1))
    #expect(matched.precision == Share(right: exactly, of: 1))
  }

  @Test(arguments: [
    (["SY07"], ["SY07"], 1, 1), (["SY07"], ["SY02"], 0, 0), (["SY07"], [], 0, 0),
    (["SY04", "SY09"], ["SY09", "SY04"], 1, 1), (["SY04", "SY09"], ["SY09"], 0, 1),
    (["SY04"], ["SY04", "SY09"], 0, 0),
  ])
  func `governorates are compared as sets`(
    gold: [String], claimed: [String], exactly: Int, within: Int
  ) {
    let matched = evaluation(
      of: [claim(governorates: claimed)], against: [operation(governorates: gold)]
    ).matched
    #expect(matched.governorate == Share(right: exactly, of: 1))
    #expect(matched.governorateWithin == Share(right: within, of: 1))
  }

  @Test(
    arguments: [
      (["C1"], [], ["C1"], true), (["C1"], [], ["C2"], false), (["C1"], ["C2"], ["C2"], true),
      (["C1", "C2"], [], ["C1"], false), (["C1", "C2"], [], ["C2", "C1"], true),
      (["C1", "C2"], ["SY13"], ["SY13"], true), (["C1"], [], ["C1", "C2"], false),
      (["C1"], [], [], false), ([], ["C1"], ["C1"], nil),
      ([], [], ["C1"], nil),
    ] as [([String], [String], [String], Bool?)])
  func `codes are exact when they are the gold's or accepted ones`(
    codes: [String], others: [String], claimed: [String], isExact: Bool?
  ) {
    let gold = operation(codes: codes) { $0.otherCodes = others }
    #expect(gold.hasExactly(claimed) == isExact)
  }

  @Test func `a seat is the right place but not the exact code`() {
    let facts = PlaceFacts(equivalents: ["SY0703": ["C1"]])
    let evaluation = evaluation(
      of: [claim(codes: ["C1"])], against: [operation(codes: ["SY0703"])], knowing: facts)
    #expect(evaluation.matched.code == Share(right: 0, of: 1))
    #expect(evaluation.misses.map(\.field) == [.code])
  }

  @Test func `distances are measured where both have points and counted where the gold has`() {
    let kilometres = [0.5, 2.5, 4, 30]
    let codes = kilometres.indices.map { "C\($0)" }
    var claims = zip(kilometres, codes).map { claim(codes: [$1], point: east($0)) }
    claims.append(claim(codes: ["C8"], point: nil))
    claims.append(claim(codes: ["C9"]))
    var gold = codes.map { operation(codes: [$0]) }
    gold.append(operation(codes: ["C8"]))
    gold.append(operation(codes: ["C9"], point: nil))
    let distance = evaluation(of: claims, against: gold).matched.distance
    #expect(abs(distance.medianKm! - 3.25) < 0.01)
    #expect(distance.withinTolerance == Share(right: 2, of: 5))
    #expect(distance.within1Km == Share(right: 1, of: 5))
    #expect(distance.within5Km == Share(right: 3, of: 5))
    #expect(distance.within25Km == Share(right: 3, of: 5))
    #expect(distance.insideRadius == Share(right: 1, of: 4))
  }

  @Test(
    arguments: [
      ("2025-10-08", "2025-10-08", 1, 1), ("2025-10-08", "2025-10", 0, 1),
      ("2025-10-08", "2025-10-09", 0, 0), (nil, nil, 1, 1), (nil, "2025-10-09", 0, 0),
      ("2025-10-08", nil, 0, 0), ("XXXX-10-08", "2025-10-08", 0, 1),
      ("XXXX-10-19", "XXXX-10-19", 1, 1),
    ] as [(String?, String?, Int, Int)])
  func `a date is exact when it is written the same`(
    gold: String?, claimed: String?, exactly: Int, overlapping: Int
  ) {
    let matched = evaluation(of: [claim(date: claimed)], against: [operation(date: gold)]).matched
    #expect(matched.date == Share(right: exactly, of: 1))
    #expect(matched.dateOverlapping == Share(right: overlapping, of: 1))
  }

  @Test(
    arguments: [
      (CountRange(3, 3), CountRange(3, 3), 1, 1, 1),
      (CountRange(3, 5), CountRange(4, nil), 0, 1, 1),
      (CountRange(3, 5), CountRange(6, nil), 0, 0, 1),
      (CountRange(3, nil), CountRange(3, nil), 1, 1, 1),
      (CountRange(0, 0), nil, 0, 0, 1), (nil, CountRange(1, 1), 0, 0, 1), (nil, nil, 0, 0, 0),
    ] as [(CountRange?, CountRange?, Int, Int, Int)])
  func `a count is judged where gold or claim states it`(
    gold: CountRange?, claimed: CountRange?, exactly: Int, overlapping: Int, of cases: Int
  ) {
    let matched = evaluation(
      of: [claim { $0.claim.killed = claimed }], against: [operation { $0.killed = gold }]
    ).matched
    #expect(matched.killed.exact == Share(right: exactly, of: cases))
    #expect(matched.killed.overlapping == Share(right: overlapping, of: cases))
    #expect(matched.killed.exactOrSilent == Share(right: gold == claimed ? 1 : 0, of: 1))
  }

  @Test func `an actor is found when one name holds the other and the role agrees`() {
    let gold = operation {
      $0.actors = [
        GoldActor(name: "the Coalition forces", role: .initiator),
        GoldActor(name: "cells", role: .target), GoldActor(name: "cells", role: .target),
      ]
    }
    let claimed = claim {
      $0.claim.actors = [
        ClaimActor(name: "Coalition", id: nil, role: .initiator),
        ClaimActor(name: "sleeper cells", id: nil, role: .target),
        ClaimActor(name: "cells", id: nil, role: .initiator),
        ClaimActor(name: "police", id: nil, role: .partner),
      ]
    }
    let actors = evaluation(of: [claimed], against: [gold]).matched.actors
    #expect(actors.given == Share(right: 2, of: 4))
    #expect(actors.wanted == Share(right: 2, of: 3), "one claimed actor answers for one only")
  }

  @Test(arguments: [
    (OperationType.clash, 2), (.other, 2), (.airStrike, 0),
  ])
  func `a clash has no order of sides`(type: OperationType, found: Int) {
    let gold = operation(type) {
      $0.actors = [
        GoldActor(name: "north", role: .initiator), GoldActor(name: "south", role: .target),
        GoldActor(name: "west", role: .partner),
      ]
    }
    let claimed = claim(type) {
      $0.claim.actors = [
        ClaimActor(name: "south", id: nil, role: .initiator),
        ClaimActor(name: "north", id: nil, role: .target),
        ClaimActor(name: "west", id: nil, role: .initiator),
      ]
    }
    let actors = evaluation(of: [claimed], against: [gold]).matched.actors
    #expect(actors.wanted == Share(right: found, of: 3), "a partner is a partner in any case")
  }

  // MARK: Traps

  @Test func `a claim at a place without an event fell for a trap`() {
    let traps = [
      NotEventPlace(text: "Homs", reason: "origin"), NotEventPlace(text: "Atma", reason: "context"),
    ]
    let far = GeoPoint(longitude: 36.7, latitude: 34.7)
    let evaluation = evaluation(
      of: [
        claim(), claim(at: "homs", codes: ["C8"], point: far),
        claim(at: "its countryside", codes: ["SY04"], names: ["HOMS"], point: far),
        claim(at: "Hama", codes: ["C5"], point: far),
      ],
      against: [operation()], traps: traps)
    #expect(evaluation.traps.claims == 2)
    #expect(evaluation.traps.byReason.map(\.reason) == ["origin"])
    #expect(evaluation.misses.filter { $0.field == .trap }.count == 2)
  }

  @Test func `claims of reports on other countries are counted`() {
    let evaluation = evaluation(
      of: [claim(), claim()], against: [], traps: [],
      tags: ["negative", "outside_syria"])
    #expect(evaluation.traps.reportsOutsideSyria == 1)
    #expect(evaluation.traps.claimsOutsideSyria == 2)
  }
}
