import Claims
import Geocoding
import Geometry
import Mentions
import Reports

extension OperationFeature {
  /// The columns of a table of operations: everything flat that the GeoJSON has, and the point.
  static let columnNames = [
    "id", "longitude", "latitude", "type", "status", "title_ar", "title_en", "date", "date_start",
    "date_end", "date_precision", "time", "place_ar", "place_en", "place_id", "relation",
    "precision", "radius_m", "confidence", "adm1_pcode", "adm1_ar", "adm1_en", "adm2_pcode",
    "adm2_ar", "adm2_en", "adm3_pcode", "adm3_ar", "adm3_en", "actors", "initiators", "targets",
    "means", "killed_min", "killed_max", "wounded_min", "wounded_max", "detained_min",
    "detained_max", "freed_min", "freed_max", "report_count", "source_count", "sources", "quote_ar",
  ]

  /// The cells under `columnNames`.
  var columns: [String?] {
    func list(_ texts: [String]) -> String? {
      texts.isEmpty ? nil : texts.joined(separator: Self.separator)
    }
    func unit(_ units: [AdminUnit]) -> [String?] {
      [
        list(units.map(\.code)), list(units.map(\.nameArabic).filter { !$0.isEmpty }),
        list(units.map(\.nameEnglish).filter { !$0.isEmpty }),
      ]
    }
    func range(_ count: CountRange?) -> [String?] {
      [count.map { "\($0.min)" }, count?.max.map { "\($0)" }]
    }
    var cells: [String?] = [
      id, point.map { $0.longitude.text(decimals: 5) }, point.map { $0.latitude.text(decimals: 5) },
      type.rawValue, status.rawValue, titleArabic, titleEnglish, date?.edtf,
      date?.bounds?.lowerBound.iso, date?.bounds?.upperBound.iso, datePrecision, time, placeArabic,
      placeEnglish, placeID, relation?.rawValue, precision.rawValue,
      radius.map { $0.text(decimals: 0) }, confidence.text(decimals: 2),
    ]
    cells += unit(governorates)
    cells += unit([district].compactMap { $0 })
    cells += unit([subdistrict].compactMap { $0 })
    cells += [list(actors), list(initiators), list(targets), list(means)]
    cells += range(killed) + range(wounded) + range(detained) + range(freed)
    cells += ["\(reportCount)", "\(sourceCount)", list(sources), quote]
    return cells
  }

  /// Operations as comma-separated values under a header.
  public static func csv(_ operations: [OperationFeature]) -> String {
    var csv = CSV()
    csv.row(columnNames)
    for operation in operations { csv.row(operation.columns) }
    return csv.text
  }
}
