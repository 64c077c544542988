import Claims
import Geocoding
import Mentions
import Operations
import Testing

struct MergingTests {
  /// One event told by an agency, corrected by another and denied by a third.
  static let tellings: [Telling] = [
    Telling(
      report: "r2", source: "B", published: "2025-03-12", date: "2025-03", place: .idleb,
      initiators: ["coalition"], targets: ["isis"], killed: 14...14),
    Telling(
      report: "r1", source: "A", published: "2025-03-11", time: "02:00", initiators: ["coalition"],
      targets: ["isis"], means: ["warplane"], killed: 14...17, wounded: 0...0),
    Telling(
      report: "r3", source: "A", published: "2025-03-13", status: .denied,
      initiators: ["coalition"], killed: 20...20),
  ]

  static var merged: Operations.Operation {
    operations(from: [tellings[1].claim(), tellings[2].claim()])[0]
  }

  @Test
  func `a denial is kept among the claims, and its figures are not`() {
    let operation = Self.merged
    #expect(operation.status == .reported)
    #expect(operation.claims.map(\.claim.status) == [.reported, .denied])
    #expect(operation.killed == CountRange(14, 17))
    #expect(operation.reports.count == 2)
    #expect(operation.sources == ["A"])
  }

  @Test
  func `an event that all deny is denied, with what they say`() {
    let denial = Self.tellings[2].claim()
    let operation = operations(from: [denial])[0]
    #expect(operation.status == .denied)
    #expect(operation.killed == CountRange(20, 20))
  }

  @Test
  func `the best of each claim is taken`() {
    let vague = Telling(
      report: "r2", published: "2025-06-01", status: .historical, date: "2025-03", place: .sarmada,
      relation: .near, initiators: ["coalition"], killedAtLeast: 4, confidence: 0.4)
    let fine = Telling(
      report: "r1", date: "XXXX-03-10", time: "02:00", place: .sarmada, initiators: ["coalition"],
      targets: ["isis"], killed: 4...4)
    let open = operations(from: [
      vague.with {
        $0.type = .airborneRaid; $0.killedAtLeast = nil; $0.killed = 4...4
      }.claim(),
      fine.with { $0.type = .groundRaid }.claim(),
    ])
    #expect(open.count == 1)
    #expect(open[0].type == .airborneRaid)
    #expect(open[0].date?.edtf == "2025-03-10")
    #expect(open[0].time == "02:00")
    #expect(open[0].status == .reported)
    #expect(open[0].location?.relation == .in)
    #expect(open[0].actors.map(\.id) == ["coalition", "isis"])
  }

  @Test
  func `a count without an upper bound leaves the whole without one`() {
    let exact = Telling(report: "r1", killed: 4...4)
    let open = Telling(report: "r2", killedAtLeast: 4)
    #expect(operations(from: [exact.claim(), open.claim()]).map(\.killed) == [CountRange(4, nil)])
  }

  @Test
  func `an id survives a later report of the same event`() {
    let first = Telling(report: "r1", killed: 2...2)
    let later = Telling(
      report: "r0", published: "2025-03-15", date: "2025-03-09/2025-03-10", killed: 2...3)
    let alone = operations(from: [first.claim()])
    let both = operations(from: [first.claim(), later.claim()])
    #expect(both.count == 1)
    #expect(alone[0].id == both[0].id)
    #expect(alone[0].id.utf8.count == 18)
    #expect(alone[0].id.hasPrefix("o_"))
  }

  @Test
  func `an id does not depend on the name of the report`() {
    let first = Telling(report: "r1", killed: 2...2)
    let renamed = first.with { $0.report = "renamed" }
    #expect(operations(from: [first.claim()])[0].id == operations(from: [renamed.claim()])[0].id)
  }

  @Test
  func `operations stand in the order of their days`() {
    let days = ["2025-03-10", nil, "2024", "XXXX-01-01", "2025-03-09"]
    let claims = days.enumerated().map { number, day in
      Telling(report: "r\(number)", published: nil, status: .historical, date: day).claim()
    }
    let sorted = operations(from: claims).map { $0.date?.edtf }
    #expect(sorted == ["2024", "2025-03-09", "2025-03-10", "XXXX-01-01", nil])
  }
}
