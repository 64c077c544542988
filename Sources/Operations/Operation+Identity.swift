import Claims
import Geocoding
import Mentions
import Reports

extension [Operation] {
  /// Gives every operation its id.
  ///
  /// Of several operations whose founding claims agree in kind, day and place, the first to be
  /// published has the plain hash; the others add their number to what is hashed.
  mutating func identify() {
    let order = indices.sorted { self[$0].founding < self[$1].founding }
    var counts: [String: Int] = [:]
    for index in order {
      let content = self[index].content
      let number = counts[content, default: 0] + 1
      counts[content] = number
      var hash = StableHash()
      hash.combine(content)
      if number > 1 { hash.combine(number) }
      self[index].id = "o_" + hash.hex
    }
  }
}

extension Operation {
  /// Orders operations by publication.
  fileprivate var founding: (Int, String) {
    (claims[0].report.published?.number ?? .max, claims[0].id)
  }

  /// Kind, day and place of the founding claim.
  fileprivate var content: String {
    let claim = claims[0].claim
    let location = claims[0].location
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
