import Gazetteer
import Testing

struct Check {
  @Test func `a check finds nothing but the exceptions that are listed`() throws {
    let findings = try gazetteer.check()
    let news = findings.filter { !$0.isListed }
    #expect(news.isEmpty, "\(news.prefix(10).map(\.description))")
    #expect(findings.contains { $0.id == "C2442" && $0.rule == .pointInUnit })
  }

  @Test func `statistics add up`() {
    let statistics = gazetteer.statistics()
    #expect(statistics.kinds.reduce(0) { $0 + $1.count } == gazetteer.places.count)
    #expect(statistics.sources.reduce(0) { $0 + $1.count } == gazetteer.places.count)
    #expect(statistics.governorates.count == 14)
    #expect(statistics.names.first { $0.label == "main" }!.count > 12_000)
  }

  @Test func `every source is explained with its licence`() throws {
    for source in try gazetteer.sources() {
      #expect(!source.title.isEmpty && !source.licence.isEmpty)
    }
  }
}
