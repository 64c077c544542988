/// A country file that cannot be made a gazetteer: which line of it, and why.
public struct CountryFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Counted from 1; nil when the whole file is at fault.
  public var line: Int?
  public var problem: String

  public var description: String { line.map { "\($0): \(problem)" } ?? problem }
}

/// The rows of a country as GeoNames gives them out: one feature a line, nineteen cells.
struct CountryFile {
  struct Row {
    var id: String
    var name: String
    /// The alternative names, in the order of the file.
    var otherNames: [String]
    var point: GeoPoint
    /// The feature's class and code: `P` and `PPLA2`.
    var featureClass: String
    var code: String
    var country: String
    /// The codes of the units, first and second level; empty for none.
    var units: [String]
    var population: Int

    /// The names in Arabic script, those in plain Arabic letters first.
    var arabicNames: [String] {
      let arabic = otherNames.filter { $0.unicodeScalars.contains { (0x620...0x64A) ~= $0.value } }
      return arabic.filter(\.isPlainArabic) + arabic.filter { !$0.isPlainArabic }
    }

    /// The names in Latin letters, the file's own first.
    var latinNames: [String] {
      [name] + otherNames.filter { $0.unicodeScalars.allSatisfy { $0.value < 0x250 } && $0 != name }
    }
  }

  private(set) var rows: [Row] = []

  init(_ bytes: [UInt8]) throws(CountryFileError) {
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    where !line.isEmpty {
      let cells = String(decoding: line, as: UTF8.self)
        .split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      func fail(_ problem: String) -> CountryFileError {
        CountryFileError(line: number + 1, problem: problem)
      }
      guard cells.count == 19 else {
        throw fail("\(cells.count) cells; a line of GeoNames has 19, with tabs between them")
      }
      guard !cells[0].isEmpty, cells[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        throw fail("\"\(cells[0])\" is no GeoNames id")
      }
      guard let latitude = Double(cells[4]), abs(latitude) <= 90, let longitude = Double(cells[5]),
        abs(longitude) <= 180
      else { throw fail("\"\(cells[4]), \(cells[5])\" is no latitude and longitude") }
      rows.append(
        Row(
          id: cells[0], name: cells[1],
          otherNames: cells[3].split(separator: ",").map(String.init),
          point: GeoPoint(longitude: longitude, latitude: latitude), featureClass: cells[6],
          code: cells[7], country: cells[8], units: [cells[10], cells[11]],
          population: Int(cells[14]) ?? 0))
    }
    guard !rows.isEmpty else { throw CountryFileError(problem: "the file is empty") }
  }
}

extension String {
  /// Whether the letters are those that Arabic itself writes with.
  fileprivate var isPlainArabic: Bool {
    unicodeScalars.allSatisfy {
      switch $0.value {
      case 0x20, 0x2D, 0x621...0x63A, 0x640...0x652: true
      default: false
      }
    }
  }
}
