import Claims
import Geocoding
import Geometry
import Testing

/// Phrases of one report, resolved together.
struct ReportsAsAWhole {
  struct Row: Sendable {
    var line: Int
    var phrase: PlacePhrase
    var ids: [String]
    var governorates: [String]
    var precision: String
  }

  static let reports: [(name: String, rows: [Row])] = {
    var reports: [(name: String, rows: [Row])] = []
    for (line, cells) in PhraseCorpus.rows(of: "reports", width: 7) {
      let anchors = PhraseCorpus.names(in: cells[2])
      let row = Row(
        line: line,
        phrase: PlacePhrase(
          text: anchors.map(\.text).joined(separator: " | "),
          relation: SpatialRelation(rawValue: cells[1])!, anchors: anchors,
          context: PhraseCorpus.context(in: cells[3])),
        ids: cells[4].split(separator: ",").map(String.init),
        governorates: cells[5].split(separator: ",").map(String.init), precision: cells[6])
      if reports.last?.name != cells[0] { reports.append((cells[0], [])) }
      reports[reports.count - 1].rows.append(row)
    }
    return reports
  }()

  private func claims(_ rows: [Row]) -> [Claim] {
    rows.map { row in
      var claim = Claim(status: .reported, type: .clash)
      claim.place = row.phrase
      return claim
    }
  }

  @Test(arguments: reports.map(\.name))
  func `what one claim says of its place helps the others`(name: String) throws {
    let rows = try #require(Self.reports.first { $0.name == name }).rows
    let locations = PhraseCorpus.geocoder.locations(for: claims(rows))
    try #require(locations.count == rows.count)
    for (row, found) in zip(rows, locations) {
      let source = PhraseCorpus.source("reports", row.line)
      let location = try #require(found, sourceLocation: source)
      #expect(location.places.map(\.id) == row.ids, "\(location.reasons)", sourceLocation: source)
      #expect(location.governorates == row.governorates, sourceLocation: source)
      #expect(location.precision.rawValue == row.precision, sourceLocation: source)
      #expect((location.point == nil) == (row.precision == "country"), sourceLocation: source)
      #expect(!location.reasons.isEmpty, sourceLocation: source)
    }
  }

  @Test func `a claim without a place has no location`() throws {
    let rows = try #require(Self.reports.first { $0.name == "drives" }).rows
    var mixed = claims(rows)
    mixed.insert(Claim(status: .reported, type: .arrest), at: 1)
    let locations = PhraseCorpus.geocoder.locations(for: mixed)
    #expect(locations.map { $0 == nil } == [false, true, false, false])
    #expect(locations[3]?.places.map(\.id) == ["C6017"])
  }

  @Test func `the rest of the report is told as a reason`() throws {
    let rows = try #require(Self.reports.first { $0.name == "drives" }).rows
    let locations = PhraseCorpus.geocoder.locations(for: claims(rows))
    #expect(locations[2]?.reasons.contains { $0.hasPrefix("the report is about") } == true)
  }

  @Test func `asking again gives the same`() throws {
    for report in Self.reports {
      let again = Geocoder(gazetteer: PhraseCorpus.gazetteer)
      let (first, second) = (
        PhraseCorpus.geocoder.locations(for: claims(report.rows)),
        again.locations(for: claims(report.rows).reversed()).reversed()
      )
      for (a, b) in zip(first, second) {
        #expect(a?.places == b?.places)
        #expect(a?.point == b?.point)
        #expect(a?.area == b?.area)
        #expect(a?.confidence == b?.confidence)
      }
    }
  }
}
