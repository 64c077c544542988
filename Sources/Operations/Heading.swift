import Claims
import Geocoding
import Mentions
import Reports

/// What an operation is known and ordered by.
struct Heading: Comparable {
  var id = ""
  /// The first and the last day; the last there is for dates without a year.
  private var days: (Int, Int)
  /// The date where it has no year, as text.
  private var yearless: String

  /// The headings of operations, each given by its claims, the founding claim first.
  ///
  /// Of several operations whose founding claims agree in kind, day and place, the first to be
  /// published has the plain hash; the others add their number to what is hashed.
  static func headings(of groups: [[Int]], of claims: [LocatedClaim]) -> [Heading] {
    var headings = groups.map { Heading(of: $0, of: claims) }
    let published = groups.map { claims[$0[0]].report.published?.number ?? .max }
    let order = groups.indices.sorted {
      published[$0] != published[$1]
        ? published[$0] < published[$1] : claims[groups[$0][0]].id < claims[groups[$1][0]].id
    }
    var counts: [UInt64: Int] = [:]
    for index in order {
      var hash = StableHash()
      hash.combine(content(of: claims[groups[index][0]]))
      let number = counts[hash.value, default: 0] + 1
      counts[hash.value] = number
      if number > 1 { hash.combine(number) }
      headings[index].id = "o_" + hash.hex
    }
    return headings
  }

  private init(of group: [Int], of claims: [LocatedClaim]) {
    let date =
      group.count == 1 ? claims[group[0]].claim.date : bestDate(of: told(group.map { claims[$0] }))
    let bounds = date?.bounds
    days = (bounds?.lowerBound.number ?? .max, bounds?.upperBound.number ?? .max)
    yearless = bounds == nil ? date?.edtf ?? "~" : ""
  }

  static func < (a: Heading, b: Heading) -> Bool {
    if a.days != b.days { return a.days < b.days }
    return (a.yearless, a.id) < (b.yearless, b.id)
  }

  static func == (a: Heading, b: Heading) -> Bool { a.id == b.id }

  /// Kind, day and place of the founding claim.
  private static func content(of located: LocatedClaim) -> String {
    let claim = located.claim
    let location = located.location
    var place = location?.places.map(\.id) ?? []
    if place.isEmpty, let text = location?.text ?? claim.place?.text { place = [text] }
    let spot = [
      location?.relation.rawValue ?? "", location?.direction?.rawValue ?? "",
      location?.distanceKm.map { String(Int(($0 * 1000).rounded())) } ?? "",
    ]
    return ([claim.type.rawValue, claim.date?.edtf ?? ""] + place + spot)
      .joined(separator: "\u{1F}")
  }
}
