import Geometry

/// What the scorer must know of places besides what the gold and the claims say.
public struct PlaceFacts: Sendable {
  /// The codes that may stand for a code: an admin unit and the town that is its seat.
  public var equivalents: [String: Set<String>]
  /// The point of a code, nil for an unknown one.
  public var point: @Sendable (_ code: String) -> GeoPoint?
  /// The governorate's code at a point, nil outside the country.
  public var governorate: @Sendable (_ point: GeoPoint) -> String?

  public init(
    equivalents: [String: Set<String>] = [:],
    point: @escaping @Sendable (_ code: String) -> GeoPoint? = { _ in nil },
    governorate: @escaping @Sendable (_ point: GeoPoint) -> String? = { _ in nil }
  ) {
    self.equivalents = equivalents
    self.point = point
    self.governorate = governorate
  }

  /// A set of codes with the codes that may stand for each of them.
  package func widened(_ codes: some Sequence<String>) -> Set<String> {
    var all = Set(codes)
    for code in all { all.formUnion(equivalents[code] ?? []) }
    return all
  }

  /// Reads a table of units and their seats: a header line, then a line per unit with the unit's
  /// code in the column `unit_pcode` and the seat's in `seat_pcode`, parted by tabs.
  ///
  /// The pairs hold in both directions. A line without two codes is left out.
  public static func equivalents(inTable utf8: [UInt8]) -> [String: Set<String>] {
    var equivalents: [String: Set<String>] = [:]
    var unitColumn = 0
    var seatColumn = 3
    let lines = String(decoding: utf8, as: UTF8.self).split(whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if number == 0, let unit = fields.firstIndex(of: "unit_pcode"),
        let seat = fields.firstIndex(of: "seat_pcode")
      {
        (unitColumn, seatColumn) = (unit, seat)
        continue
      }
      guard fields.count > max(unitColumn, seatColumn) else { continue }
      let (unit, seat) = (fields[unitColumn], fields[seatColumn])
      guard !unit.isEmpty, !seat.isEmpty else { continue }
      equivalents[unit, default: []].insert(seat)
      equivalents[seat, default: []].insert(unit)
    }
    return equivalents
  }
}
