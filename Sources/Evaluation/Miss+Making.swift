import Claims
import Geocoding
import Geometry
import Mentions

extension Miss {
  /// Makes the miss of an operation that no claim tells.
  init(missing operation: GoldOperation, in report: String) {
    self.init(
      field: .missed,
      category: "missed operation: \(operation.status.rawValue) \(operation.type.rawValue)",
      report: report, gold: operation.outline, claimed: nil,
      excerpt: beginning(of: operation.evidence))
  }

  /// Makes the miss of a claim that tells no gold operation.
  init(falseAlarm claim: LocatedClaim) {
    self.init(
      field: .falseAlarm,
      category: "false alarm: \(claim.claim.status.rawValue) \(claim.claim.type.rawValue)",
      report: claim.report.id, gold: nil, claimed: claim.outline,
      excerpt: beginning(of: claim.evidence.map(\.text)))
  }

  /// Makes the miss of a claim at a place where nothing happened.
  init(trapped claim: LocatedClaim, at trap: NotEventPlace) {
    self.init(
      field: .trap, category: "trap: \(trap.reason)", report: claim.report.id,
      gold: "\(trap.text) is there as \(trap.reason)", claimed: claim.outline,
      excerpt: beginning(of: claim.evidence.map(\.text)))
  }
}

extension GoldOperation {
  /// Status, type, place and date in one line.
  fileprivate var outline: String {
    "\(status.rawValue) \(type.rawValue) · \(placeText) \(list(codes)) · \(date ?? "no date")"
  }
}

extension LocatedClaim {
  /// Status, type, place and date in one line.
  fileprivate var outline: String {
    "\(claim.status.rawValue) \(claim.type.rawValue) · \(placeText ?? "no place") \(list(codes))"
      + " · \(claim.date?.edtf ?? "no date")"
  }
}

/// The first words of quotations, on one line.
func beginning(of quotations: [String]) -> String {
  let words = quotations.joined(separator: " … ").split(whereSeparator: \.isWhitespace)
    .joined(separator: " ")
  let limit = 140
  return words.count > limit ? words.prefix(limit) + "…" : words
}

/// `[a, b]`.
func list(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

/// A position as longitude and latitude with three decimals.
func degrees(_ point: GeoPoint) -> String {
  "\(decimal(point.longitude, 3)) \(decimal(point.latitude, 3))"
}

/// A number with one decimal.
func tenths(_ value: Double) -> String { decimal(value, 1) }

/// A number with a fixed count of decimals, a point between.
func decimal(_ value: Double, _ places: Int) -> String {
  guard value.isFinite else { return "–" }
  var scale = 1
  for _ in 0..<places { scale *= 10 }
  let scaled = Int((abs(value) * Double(scale)).rounded())
  let fraction = String(scaled % scale)
  let sign = value < 0 && scaled > 0 ? "-" : ""
  guard places > 0 else { return "\(sign)\(scaled)" }
  return "\(sign)\(scaled / scale)."
    + String(repeating: "0", count: places - fraction.count) + fraction
}
