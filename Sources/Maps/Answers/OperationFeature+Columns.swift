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
    // The codes stand behind the columns.
    cells.prefix(Self.columnNames.count - 1).map(\.plain) + [quote]
  }

  /// Operations as comma-separated values under a header.
  public static func csv(_ operations: [OperationFeature]) -> String {
    var csv = CSV()
    csv.row(columnNames)
    for operation in operations { csv.row(operation.columns) }
    return csv.text
  }
}
