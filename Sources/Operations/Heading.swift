import Claims
import Geocoding
import Mentions
import Reports

/// What an operation is known and ordered by.
struct Heading {
  /// The number of the event among all.
  let event: Int
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
  private var hash: StableHash

  /// `o_` and the hash in hexadecimal digits.
  var id: String { hash.text(after: "o_") }

  /// The headings of events in the order of time, each event given by its claims, the founding claim
  /// first.
  ///
  /// Of several operations whose founding claims agree in kind, day and place, the first to be
  /// published has the plain hash; the others add their number to what is hashed.
  static func headings(
    of events: Bundles, in claims: UnsafeBufferPointer<LocatedClaim>
  ) -> [Heading] {
    var text: [UInt8] = []
    var headings = (0..<events.count).map { event in
      Heading(of: ClaimGroup(events[event], of: claims), event: event, &text)
    }
    func founder(_ heading: Heading) -> Int { Int(events[heading.event].first!) }
    headings.sort { a, b in
      a.published != b.published
        ? a.published < b.published : claims[founder(a)].id < claims[founder(b)].id
    }
    var counts: [UInt64: Int] = [:]
    for i in headings.indices {
      let number = counts[headings[i].hash.value, default: 0] + 1
      counts[headings[i].hash.value] = number
      if number > 1 { headings[i].hash.combine(number) }
    }
    headings.sort { $0.isBefore($1) }
    return headings
  }

  private init(of claims: ClaimGroup, event: Int, _ text: inout [UInt8]) {
    self.event = event
    date = bestDate(of: claims.told)
    let bounds = date?.bounds
    firstDay = bounds?.lowerBound.number ?? .max
    lastDay = bounds?.upperBound.number ?? .max
    yearless = bounds == nil ? date?.edtf ?? "~" : ""
    let founder = claims[claims.startIndex]
    published = founder.pointee.report.published?.number ?? .max
    text.removeAll(keepingCapacity: true)
    text.appendContent(of: founder)
    hash = StableHash()
    hash.combine(text)
  }

  private func isBefore(_ other: Heading) -> Bool {
    if firstDay != other.firstDay { return firstDay < other.firstDay }
    if lastDay != other.lastDay { return lastDay < other.lastDay }
    if yearless != other.yearless { return yearless < other.yearless }
    return hash.value < other.hash.value
  }
}

extension [UInt8] {
  /// Appends the kind, the day and the place of a claim.
  fileprivate mutating func appendContent(of claim: UnsafePointer<LocatedClaim>) {
    append(text: claim.pointee.claim.type.rawValue)
    append(field: claim.pointee.claim.date?.edtf ?? "")
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
