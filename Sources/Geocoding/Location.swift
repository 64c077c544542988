import Claims
import Geometry
import JSONText
import Reports

/// A claim's resolved "where".
public struct Location: Sendable {
  /// The place phrase as written.
  public var text: String
  public var relation: SpatialRelation
  public var direction: Compass?
  public var distanceKm: Double?
  /// The gazetteer places chosen, in the order of the phrase; empty when none could be.
  public var places: [LocatedPlace]
  /// The best point; nil when only a country is named.
  public var point: GeoPoint?
  /// The uncertainty area where it is not a circle.
  public var area: Shape? {
    get { drawnArea?.shape }
    set { drawnArea = newValue.map { DrawnArea($0) } }
  }
  var drawnArea: DrawnArea?
  /// Metres: nine true positions in ten lie within this distance of `point`.
  public var radius: Double?
  public var precision: Precision
  /// 0...1: the probability that the places chosen are the right ones.
  public var confidence: Double
  /// P-code of the governorate; nil when there are several or none.
  public var governorate: String?
  /// P-codes of all governorates touched, sorted.
  public var governorates: [String]
  public var district: String?
  public var subdistrict: String?
  /// Why these places and no others, in English, strongest first.
  public var reasons: [String]
  public var alternatives: [Alternative]

  public init(text: String, relation: SpatialRelation, precision: Precision) {
    self.text = text
    self.relation = relation
    self.precision = precision
    places = []
    confidence = 0
    governorates = []
    reasons = []
    alternatives = []
  }
}

/// A gazetteer place as a location cites it.
public struct LocatedPlace: Hashable, Sendable {
  public var id: String
  public var nameArabic: String
  public var nameEnglish: String
  /// What it is: `city`, `town`, `village`, `neighbourhood`, `governorate`, `region`, `airbase` ….
  public var kind: String

  public init(id: String, nameArabic: String, nameEnglish: String, kind: String) {
    self.id = id
    self.nameArabic = nameArabic
    self.nameEnglish = nameEnglish
    self.kind = kind
  }
}

/// A place that was considered and not chosen.
public struct Alternative: Hashable, Sendable {
  public var place: LocatedPlace
  public var confidence: Double

  public init(place: LocatedPlace, confidence: Double) {
    self.place = place
    self.confidence = confidence
  }
}

/// How finely a location is known, finest first.
public enum Precision: String, Sendable, CaseIterable {
  case site, neighbourhood, village, town, city, subdistrict, district, governorate, region, country
}

/// A quoted stretch of a report.
public struct Evidence: Hashable, Sendable {
  /// UTF-16 code units from the start of the report's text, half open.
  public var start: Int
  public var end: Int
  /// The words as UTF-8, well-formed.
  public private(set) var utf8: ArraySlice<UInt8>
  /// What stands for the words: taken while they are at hand, so that nobody who compares claims has to
  /// look for their reports.
  package private(set) var fingerprint: Fingerprint
  /// The words in it that the claim hangs on.
  public var words: [QuotedWords]

  /// The words.
  public var text: String {
    get { String(decoding: utf8, as: UTF8.self) }
    set { (utf8, fingerprint) = Self.kept(Array(newValue.utf8)[...]) }
  }

  public init(start: Int, end: Int, text: String, words: [QuotedWords] = []) {
    self.start = start
    self.end = end
    (utf8, fingerprint) = Self.kept(Array(text.utf8)[...])
    self.words = words
  }

  /// Quotes a stretch of bytes without a copy; what is no UTF-8 in them is replaced.
  public init(
    start: Int, end: Int, quoting bytes: ArraySlice<UInt8>, words: [QuotedWords] = []
  ) {
    let isText = bytes.withUnsafeBufferPointer { UTF8Text.firstInvalidByte(in: $0) == nil }
    self.start = start
    self.end = end
    (utf8, fingerprint) = Self.kept(
      isText ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)[...])
    self.words = words
  }

  private static func kept(_ utf8: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Fingerprint) {
    (utf8, utf8.withUnsafeBufferPointer { Fingerprint(of: $0) })
  }
}

/// Words of a quotation that a claim hangs on.
public struct QuotedWords: Hashable, Sendable {
  /// What of the claim they tell.
  public var kind: ReadWords.Kind
  /// UTF-16 code units from the start of the quotation, half open.
  public var start: Int
  public var end: Int

  public init(kind: ReadWords.Kind, start: Int, end: Int) {
    self.kind = kind
    self.start = start
    self.end = end
  }
}

/// A report without its text.
public struct ReportSummary: Hashable, Sendable {
  public var id: String
  public var title: String?
  public var source: String?
  public var published: CalendarDay?
  public var url: String?

  public init(_ report: Report) {
    id = report.id
    title = report.title
    source = report.source
    published = report.published
    url = report.url
  }
}
