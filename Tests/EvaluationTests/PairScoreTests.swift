import Claims
import Evaluation
import Geocoding
import Geometry
import Testing

/// Rule 1 of the scoring: how well one claim agrees with one gold operation.
struct PairScoreTests {
  private func score(
    _ claim: LocatedClaim, _ gold: GoldOperation, knowing facts: PlaceFacts = PlaceFacts()
  ) -> PairScore {
    PairScore(of: claim, against: gold, knowing: facts)
  }

  @Test func `full agreement scores one`() {
    #expect(abs(score(claim(), operation()).total - 1) < 1e-12)
  }

  @Test func `the parts weigh 35, 35, 20 and 10`() {
    let far = GeoPoint(longitude: 40, latitude: 34)
    let typeOnly = claim(
      at: "Elsewhere", codes: ["C9"], point: far, date: "2020-01-01", evidence: ["x"])
    #expect(abs(score(typeOnly, operation()).total - 0.35) < 1e-12)
    let placeOnly = claim(.other, date: "2020-01-01", evidence: ["x"])
    #expect(abs(score(placeOnly, operation()).total - 0.35) < 1e-12)
    let dateOnly = claim(.other, at: "Elsewhere", codes: ["C9"], point: far, evidence: ["x"])
    #expect(abs(score(dateOnly, operation()).total - 0.2) < 1e-12)
    let wordsOnly = claim(.other, at: "Elsewhere", codes: ["C9"], point: far, date: "2020-01-01")
    #expect(abs(score(wordsOnly, operation()).total - 0.1) < 1e-12)
  }

  // MARK: Type

  @Test(arguments: [
    (OperationType.airborneRaid, OperationType.groundRaid, 0.5),
    (.arrest, .weaponsCache, 0.5), (.groundRaid, .arrest, 0.5),
    (.airStrike, .droneStrike, 0.5), (.droneStrike, .shelling, 0.5),
    (.clash, .ambush, 0.5), (.assassination, .ied, 0.5), (.clash, .clash, 1),
    (.other, .other, 1), (.other, .clash, 0), (.clash, .shelling, 0), (.arrest, .clash, 0),
    (.airborneRaid, .airStrike, 0),
  ])
  func `types of one family are half right`(
    gold: OperationType, claimed: OperationType, value: Double
  ) {
    #expect(score(claim(claimed), operation(gold)).type == value)
    #expect(score(claim(gold), operation(claimed)).type == value)
  }

  @Test func `an accepted other type is right, its family is not`() {
    let gold = operation(.clash) { $0.otherTypes = [.shelling] }
    #expect(score(claim(.shelling), gold).type == 1)
    #expect(score(claim(.airStrike), gold).type == 0)
  }

  // MARK: Place

  @Test func `a common code is right wherever the points lie`() {
    let gold = operation(codes: ["C1", "C2"]) { $0.otherCodes = ["C3"] }
    let far = GeoPoint(longitude: 41, latitude: 33)
    for code in ["C1", "C2", "C3"] {
      #expect(score(claim(at: "Else", codes: ["C8", code], point: far), gold).place == 1)
    }
    #expect(score(claim(at: "Else", codes: ["C4"], point: far), gold).place == 0)
    #expect(score(claim(at: "Else", codes: [], point: nil), gold).place == 0)
  }

  @Test func `a seat stands for its unit and a unit for its seat`() {
    let facts = PlaceFacts(equivalents: ["SY0703": ["C1"], "C1": ["SY0703", "SY070300"]])
    let town = claim(at: "Else", codes: ["C1"], point: nil)
    let unit = claim(at: "Else", codes: ["SY0703"], point: nil)
    let inner = claim(at: "Else", codes: ["SY070300"], point: nil)
    #expect(score(town, operation(codes: ["SY0703"]), knowing: facts).place == 1)
    #expect(score(unit, operation(codes: ["C1"]), knowing: facts).place == 1)
    #expect(score(inner, operation(codes: ["SY0703"]), knowing: facts).place == 0)
    #expect(score(unit, operation(codes: ["C1"])).place == 0)
    let other = operation(codes: ["C9"]) { $0.otherCodes = ["C1"] }
    #expect(score(unit, other, knowing: facts).place == 1)
  }

  @Test(arguments: [
    (Precision.site, 2.0), (.neighbourhood, 2), (.village, 3), (.town, 4), (.city, 6),
    (.subdistrict, 15), (.district, 25), (.region, 40),
  ])
  func `a point is right within the tolerance and half right within three`(
    precision: Precision, tolerance: Double
  ) {
    let gold = operation(precision: precision, codes: [])
    func value(_ km: Double) -> Double {
      score(claim(at: "Else", codes: [], point: east(km)), gold).place
    }
    #expect(gold.tolerance(knowing: PlaceFacts()) == tolerance)
    #expect(value(0.98 * tolerance) == 1)
    #expect(value(1.02 * tolerance) == 0.5)
    #expect(value(2.95 * tolerance) == 0.5)
    #expect(value(3.05 * tolerance) == 0)
  }

  @Test func `the relation widens or replaces the tolerance`() {
    func tolerance(_ relation: SpatialRelation, distance: Double? = nil) -> Double {
      operation(relation: relation, precision: .town) { $0.distanceKm = distance }
        .tolerance(knowing: PlaceFacts())
    }
    #expect(tolerance(.near) == 9)
    #expect(tolerance(.direction) == 12)
    #expect(tolerance(.direction, distance: 4) == 3)
    #expect(tolerance(.direction, distance: 40) == 10)
    #expect(tolerance(.countryside) == 14)
    #expect(tolerance(.area) == 4)
    #expect(tolerance(.between) == 3)
  }

  @Test(arguments: [SpatialRelation.between, .road])
  func `between two places the tolerance is half the span`(relation: SpatialRelation) {
    let ends = ["C1": east(-12), "C2": east(12), "C3": east(1)]
    let facts = PlaceFacts(point: { ends[$0] })
    let span = operation(relation: relation, codes: ["C1", "C2"]).tolerance(knowing: facts)
    #expect(abs(span - 12) < 0.01)
    let oneEnd = operation(relation: relation, codes: ["C1"]).tolerance(knowing: facts)
    #expect(abs(oneEnd - 12) < 0.01, "the gold point is the middle, so one end tells the span")
    #expect(operation(relation: relation, codes: ["C3"]).tolerance(knowing: facts) == 3)
    #expect(operation(relation: relation, codes: ["C7"]).tolerance(knowing: facts) == 3)
  }

  @Test func `a name alone is half right`() {
    let gold = operation(at: "Atma | Qah", codes: ["C1", "C2"])
    let far = GeoPoint(longitude: 41, latitude: 33)
    #expect(score(claim(at: "QAH | atma", codes: ["C8"], point: far), gold).place == 0.5)
    #expect(score(claim(at: "Atma", codes: ["C8"], point: far), gold).place == 0)
    #expect(score(claim(at: "Atma | Qah", codes: [], point: nil), gold).place == 0.5)
  }

  @Test func `where the gold has no point the region's name is right, its governorates half`() {
    let gold = operation(
      .clash, at: "Badiya", relation: .area, precision: .region, codes: [], point: nil,
      governorates: ["SY04", "SY09"])
    #expect(score(claim(at: "badiya", codes: [], point: nil, governorates: []), gold).place == 1)
    #expect(score(claim(at: "Homs", codes: ["C2"], governorates: ["SY04"]), gold).place == 0.5)
    #expect(score(claim(at: "Homs", codes: ["C2"], governorates: ["SY07"]), gold).place == 0)
    let facts = PlaceFacts(governorate: { $0.longitude > 39 ? "SY09" : "SY07" })
    let inside = claim(
      at: "X", codes: [], point: GeoPoint(longitude: 40, latitude: 35), governorates: [])
    #expect(score(inside, gold, knowing: facts).place == 0.5)
    #expect(score(inside, gold).place == 0)
  }

  @Test func `the governorate is worth nothing where the gold has a point`() {
    let far = GeoPoint(longitude: 37.9, latitude: 36)
    #expect(score(claim(at: "X", codes: ["C8"], point: far), operation()).place == 0)
  }

  @Test func `a claim without a location is still compared by its words`() {
    let lost = claim { $0.location = nil }
    #expect(score(lost, operation()).place == 0)
    let named = claim {
      $0.location = nil
      $0.claim.place = PlacePhrase(text: "ATMA", relation: .in, anchors: [])
    }
    #expect(score(named, operation()).place == 0.5)
  }

  // MARK: Date

  @Test(
    arguments: [
      ("2025-10-08", "2025-10-08", 1.0), ("2025-10-09", "2025-10-08", 0.5),
      ("2025-10-10", "2025-10-08", 0), ("2025-10", "2025-10-08", 1), (nil, "2025-10-08", 0.5),
      ("2025-10-08", nil, 0.5), (nil, nil, 1), ("XXXX-10-08", "2025-10-08", 1),
      ("XXXX-10-19", "XXXX-10-19", 1), ("XXXX-10-19", "XXXX-11-19", 0),
      ("2025-10-01/2025-10-07", "2025-10-08", 0.5),
      ("2025-10-01/2025-10-08", "2025-10-08/2025-10-09", 1),
    ] as [(String?, String?, Double)])
  func `dates are right when they overlap and half right a day apart`(
    claimed: String?, gold: String?, value: Double
  ) {
    #expect(score(claim(date: claimed), operation(date: gold)).date == value)
  }

  // MARK: Admission

  @Test func `a pair needs a type and half the score`() {
    #expect(!score(claim(.other), operation()).admitsPair, "0.65 without a type")
    let sameDay = claim(.shelling, at: "X", codes: [], point: nil)
    #expect(!score(sameDay, operation()).admitsPair, "0.175 + 0.2 + 0.1")
    let sameType = claim(at: "X", codes: [], point: nil, evidence: ["one"])
    #expect(!score(sameType, operation()).admitsPair, "no place, evidence 0.4")
    let sameWords = claim(at: "X", codes: [], point: nil)
    #expect(score(sameWords, operation()).admitsPair, "no place, evidence 1, 0.65")
  }

  @Test func `exactly half the score is enough`() {
    // 0.35 type + 0.10 date (a day apart) + 0.05 evidence (one word of … F1 0.5).
    let claimed = claim(
      at: "X", codes: [], point: nil, date: "2025-10-09", evidence: ["one two five six"])
    let score = score(claimed, operation())
    #expect(abs(score.total - 0.5) < 1e-9)
    #expect(score.evidence == 0.5)
    #expect(score.admitsPair)
  }
}
