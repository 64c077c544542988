import ArabicText

/// A table one of whose columns holds place phrases, with the answer to each.
public struct GeocodedTable: Sendable {
  /// The forms that the table is given in.
  public enum Format: String, Sendable, CaseIterable { case csv, geojson }

  /// A table that cannot be geocoded, and why.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String
  }

  private let header: [String]
  private let rows: [[String]]
  private let answers: [Location?]

  /// Geocodes a table.
  ///
  /// - Parameters:
  ///   - bytes: The table, with tabs, commas or semicolons between the cells.
  ///   - column: The column with the phrases.
  ///   - context: Columns with what says where the places lie, such as the governorate by name or
  ///     p-code; the nearest area first.
  ///   - makan: What answers.
  public init(
    _ bytes: [UInt8], column: String, context: [String], by makan: Makan
  ) throws(Problem) {
    guard let table = DelimitedText(bytes) else { throw Problem(description: "the table is empty") }
    func position(_ name: String) throws(Problem) -> Int {
      guard let position = table.column(name) else {
        throw Problem(
          description:
            "no column is \"\(name)\"; the table has \(table.header.joined(separator: ", "))")
      }
      return position
    }
    let phrase = try position(column)
    var around: [Int] = []
    for name in context { around.append(try position(name)) }
    header = table.header
    rows = table.rows.map(\.cells)
    answers = rows.map { cells in
      guard phrase < cells.count else { return nil }
      return makan.location(
        of: cells[phrase], within: around.map { $0 < cells.count ? cells[$0] : "" })
    }
  }

  /// How many rows there are, and how many of them have a place.
  public var counts: (rows: Int, placed: Int) {
    (rows.count, answers.count { !($0?.places.isEmpty ?? true) })
  }

  /// The table in a form: its own cells, and the answer behind them.
  public func rendered(as format: Format) -> String {
    switch format {
    case .csv: csv
    case .geojson: geoJSON
    }
  }

  private static let columns = [
    "place_id", "place_ar", "place_en", "latitude", "longitude", "radius_m", "relation",
    "precision", "confidence", "adm1_pcode", "adm2_pcode", "adm3_pcode", "acled_geo_precision",
    "ucdp_where_prec", "plover_resolution", "airwars_accuracy", "reasons", "alternatives",
  ]

  /// The answer's cells, as many as there are columns.
  private func cells(of location: Location?) -> [String?] {
    guard let location else { return Self.columns.map { _ in nil } }
    func joined(_ texts: [String]) -> String? {
      texts.isEmpty ? nil : texts.joined(separator: "; ")
    }
    let isPlaced = location.point != nil || !location.places.isEmpty
    return [
      joined(location.places.map(\.id)), joined(location.places.map(\.nameArabic)),
      joined(location.places.map(\.nameEnglish)),
      location.point?.latitude.text(decimals: 5), location.point?.longitude.text(decimals: 5),
      location.radius?.text(decimals: 0), location.relation.rawValue, location.precision.rawValue,
      location.confidence.text(decimals: 2), joined(location.governorates), location.district,
      location.subdistrict, isPlaced ? "\(location.scales.acledGeoPrecision)" : nil,
      isPlaced ? "\(location.scales.ucdpWherePrecision)" : nil,
      isPlaced ? "\(location.scales.ploverResolution)" : nil, location.scales.airwarsAccuracy,
      joined(location.reasons),
      joined(
        location.alternatives.map { "\($0.place.id) \($0.confidence.text(decimals: 2))" }),
    ]
  }

  private var csv: String {
    var csv = CSV()
    csv.row(header + Self.columns)
    for (row, answer) in zip(rows, answers) {
      csv.row(header.indices.map { $0 < row.count ? row[$0] : nil } + cells(of: answer))
    }
    return csv.text
  }

  private var geoJSON: String {
    var json = JSONWriter()
    json.object { json in
      json.member("type", "FeatureCollection")
      json.array("features") { json in
        for (row, answer) in zip(rows, answers) {
          json.feature(at: answer?.point) { json in
            for (name, cell) in zip(header, row) {
              json.key(text: name)
              json.string(cell)
            }
            for (name, cell) in zip(Self.columns, cells(of: answer)) {
              json.key(text: name)
              json.string(cell)
            }
          }
        }
      }
    }
    json.newline()
    return json.string
  }
}

extension Makan {
  /// Finds where a phrase is, with what else is known of where it lies.
  ///
  /// - Parameters:
  ///   - phrase: The words, as a report would have them.
  ///   - areas: Names or p-codes of areas that hold the place, nearest first; empty ones are left out.
  /// - Returns: nil when the words name no place.
  public func location(of phrase: String, within areas: [String]) -> Location? {
    guard var read = reader.placePhrase(phrase) else { return nil }
    let context = areas.compactMap { area(named: $0) }
    read.context = context + read.context
    return geocoder.answer(for: read)
  }

  /// The area that a name or a p-code stands for.
  private func area(named text: String) -> ContextPlace? {
    if let unit = gazetteer.index(ofID: text.uppercased()) {
      return ContextPlace(
        place: NamedPlace(
          text: gazetteer.arabicName(of: unit), noun: nil, candidates: [unit],
          range: TextRange(0, 0)))
    }
    let folded = Folding.folded(text)
    guard !folded.isEmpty else { return nil }
    let bearers = gazetteer.places(named: folded).map(\.place)
    if bearers.isEmpty {
      // "محافظة إدلب", "ريف حلب الشمالي": words around a name.
      guard let phrase = reader.placePhrase(text), let anchor = phrase.anchors.first,
        !anchor.candidates.isEmpty
      else { return nil }
      return ContextPlace(
        place: anchor, direction: phrase.direction,
        isCountryside: phrase.relation == .countryside)
    }
    let isGovernorate = bearers.contains { gazetteer.places[Int($0)].kind == .governorate }
    return ContextPlace(
      place: NamedPlace(
        text: text, noun: isGovernorate ? .governorate : nil, candidates: bearers,
        range: TextRange(0, 0)))
  }
}
