import Claims
import Geocoding
import Geometry
import Mentions
import Reports

/// A cell of a table of operations.
enum Cell: Sendable {
  case text(String?)
  case whole(Int?)
  case decimal(Double?, decimals: Int)

  /// The cell as text, as a file of comma-separated values has it.
  var plain: String? {
    switch self {
    case .text(let text): text
    case .whole(let number): number.map { "\($0)" }
    case .decimal(let number, let decimals): number.map { $0.text(decimals: decimals) }
    }
  }
}

extension OperationFeature {
  /// The cells of the operation: its id, its point, and the flat properties of its feature, in their
  /// order, without the quotation, which the claims hold.
  var cells: [Cell] {
    func list(_ texts: [String]) -> Cell {
      .text(texts.isEmpty ? nil : texts.joined(separator: Self.separator))
    }
    func unit(_ units: [AdminUnit]) -> [Cell] {
      [
        list(units.map(\.code)), list(units.map(\.nameArabic).filter { !$0.isEmpty }),
        list(units.map(\.nameEnglish).filter { !$0.isEmpty }),
      ]
    }
    var cells: [Cell] = [
      .text(id), .decimal(point?.longitude, decimals: 5), .decimal(point?.latitude, decimals: 5),
      .text(type.rawValue), .text(status.rawValue), .text(titleArabic), .text(titleEnglish),
      .text(date?.edtf), .text(date?.bounds?.lowerBound.iso), .text(date?.bounds?.upperBound.iso),
      .text(datePrecision), .text(time), .text(placeArabic), .text(placeEnglish), .text(placeID),
      .text(relation?.rawValue), .text(precision.rawValue), .decimal(radius, decimals: 0),
      .decimal(confidence, decimals: 2),
    ]
    cells += unit(governorates)
    cells += unit([district].compactMap { $0 })
    cells += unit([subdistrict].compactMap { $0 })
    cells += [list(actors), list(initiators), list(targets), list(means)]
    for count in [killed, wounded, detained, freed] {
      cells += [.whole(count?.min), .whole(count?.max)]
    }
    cells += [.whole(reportCount), .whole(sourceCount), list(sources)]
    cells += [
      .text(type.acled.event), .text(type.acled.subEvent), .whole(scales.acledGeoPrecision),
      .whole(acledTimePrecision), .whole(scales.ucdpWherePrecision), .whole(ucdpDatePrecision),
      .whole(scales.ploverResolution), .text(scales.airwarsAccuracy),
    ]
    return cells
  }

  /// The names of the cells, and which of them hold text.
  static let cellColumns: [(name: String, isText: Bool)] =
    columnNames.dropLast().map { ($0, !numbers.contains($0)) } + [
      ("acled_event_type", true), ("acled_sub_event_type", true), ("acled_geo_precision", false),
      ("acled_time_precision", false), ("ucdp_where_prec", false), ("ucdp_date_prec", false),
      ("plover_resolution", false), ("airwars_accuracy", true),
    ]

  private static let numbers: Set<String> = [
    "longitude", "latitude", "radius_m", "confidence", "killed_min", "killed_max", "wounded_min",
    "wounded_max", "detained_min", "detained_max", "freed_min", "freed_max", "report_count",
    "source_count",
  ]
}
