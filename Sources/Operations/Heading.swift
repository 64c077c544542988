import Claims
import Geocoding
import Mentions
import Reports

/// What an operation is known and ordered by.
struct Heading {
  /// The day on which its claims agree.
  let date: EventDate?
  /// The first and the last day; the last there is for dates without a year.
  private let firstDay: Int
  private let lastDay: Int
  /// The date where it has no year, as text.
  private let yearless: String
  /// The day of publication of the founding claim.
  private let published: Int
  /// Kind, day and place of the founding claim.
  private(set) var hash: StableHash

  /// The headings of events, each event given by its claims, the founding claim first.
  ///
  /// Of several operations whose founding claims agree in kind, day and place, the first to be
  /// published has the plain hash; the others add their number to what is hashed.
  static func headings(
    of events: Bundles, in claims: [ClaimPointer]
  ) -> [Heading] {
    var text: [UInt8] = []
    var lastDate = WrittenDate()
    var seen = 0
    var headings = (0..<events.count).map { event in
      seen |= claims.look(ahead: event, in: events) { $0.lookAtWhatHeads() }
      return Heading(of: ClaimGroup(events[event], of: claims), &text, &lastDate)
    }
    precondition(seen >= 0)
    func founder(_ event: Int) -> Int { Int(events[event][events[event].startIndex]) }
    for var alike in alike(headings) {
      alike.sort { a, b in
        headings[a].published != headings[b].published
          ? headings[a].published < headings[b].published
          : claims[founder(a)].pointee.id < claims[founder(b)].pointee.id
      }
      for (i, event) in alike.enumerated().dropFirst() { headings[event].hash.combine(i + 1) }
    }
    return headings
  }

  /// The numbers of the headings that have one hash, for each hash that several have.
  private static func alike(_ headings: [Heading]) -> [[Int]] {
    var known = NumbersByHash(capacity: headings.count)
    var alike: [Int: [Int]] = [:]
    for i in headings.indices {
      let hash = headings[i].hash.value
      if let first = known.number(hash, where: { headings[$0].hash.value == hash }) {
        alike[first, default: [first]].append(i)
      } else {
        known.insert(i, hash)
      }
    }
    return Array(alike.values)
  }

  /// For each heading its place in the order of time.
  static func places(of headings: [Heading]) -> [Int] {
    struct Day {
      var first: Int
      var last: Int
      var heading: Int
    }
    var days = headings.indices.map {
      Day(first: headings[$0].firstDay, last: headings[$0].lastDay, heading: $0)
    }
    days.sort { a, b in
      if a.first != b.first { return a.first < b.first }
      if a.last != b.last { return a.last < b.last }
      return headings[a.heading].isBefore(headings[b.heading])
    }
    var places = [Int](repeating: 0, count: headings.count)
    for place in days.indices { places[days[place].heading] = place }
    return places
  }

  private init(
    of claims: ClaimGroup, _ text: inout [UInt8], _ lastDate: inout WrittenDate
  ) {
    date = bestDate(of: claims.told)
    let bounds = date?.bounds
    firstDay = bounds?.lowerBound.number ?? .max
    lastDay = bounds?.upperBound.number ?? .max
    yearless = bounds == nil ? date?.edtf ?? "~" : ""
    let founder = claims[claims.startIndex]
    published = founder.pointee.report.published?.number ?? .max
    text.removeAll(keepingCapacity: true)
    text.appendContent(of: founder, &lastDate)
    hash = StableHash()
    hash.combine(text)
  }

  /// Whether it goes before another one of the same days.
  private func isBefore(_ other: Heading) -> Bool {
    if yearless != other.yearless { return yearless < other.yearless }
    return hash.value < other.hash.value
  }
}

/// A date and how it is written: events of one day stand side by side.
private struct WrittenDate {
  private var date: EventDate?
  private var text = ""

  mutating func text(of date: EventDate?) -> String {
    if date != self.date { (self.date, text) = (date, date?.edtf ?? "") }
    return text
  }
}

extension [UInt8] {
  /// Appends the kind, the day and the place of a claim.
  fileprivate mutating func appendContent(
    of claim: ClaimPointer, _ lastDate: inout WrittenDate
  ) {
    append(text: claim.pointee.claim.type.rawValue)
    append(field: lastDate.text(of: claim.pointee.claim.date))
    if let places = claim.pointee.location?.places, !places.isEmpty {
      for i in places.indices { append(field: places[i].id) }
    } else if let text = claim.pointee.location?.text ?? claim.pointee.claim.place?.text {
      append(field: text)
    }
    append(field: claim.pointee.location?.relation.rawValue ?? "")
    append(field: claim.pointee.location?.direction?.rawValue ?? "")
    append(
      field: claim.pointee.location?.distanceKm.map { String(Int(($0 * 1000).rounded())) } ?? "")
  }

  private mutating func append(text: String) { append(contentsOf: text.utf8) }

  private mutating func append(field text: String) {
    append(0x1F)
    append(text: text)
  }
}
