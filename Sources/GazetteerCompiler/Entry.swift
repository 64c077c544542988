import Gazetteer
import Geometry

/// A place on its way into `places.tsv`.
struct Entry {
  var id: String
  var kind: PlaceKind
  var siteKind = ""
  var arabic = ""
  var english = ""
  var point: GeoPoint?
  var radius = 0.0
  var importance = 0
  /// The code of the finest unit that holds the place.
  var unit = ""
  /// The city of a neighbourhood, the seat of a unit.
  var centre = ""
  var source: String
  var confidence = 0.9
  var note = ""
  var population = 0

  static let header = [
    "id", "kind", "site_kind", "name_ar", "name_en", "lat", "lon", "radius_m", "importance",
    "unit", "centre", "source", "confidence", "note",
  ]

  var cells: [String] {
    [
      id, kind.name, siteKind, arabic, english,
      point.map { decimal($0.latitude, 5) } ?? "", point.map { decimal($0.longitude, 5) } ?? "",
      decimal(radius, 0), String(importance), unit, centre, source, decimal(confidence, 2), note,
    ]
  }
}

/// A further name on its way into `names.tsv`.
struct FurtherName {
  enum Kind: String { case alias, variant, part, latin }
  var place: String
  var name: String
  var kind: Kind
  var source: String
  var confidence: Double

  static let header = ["place", "kind", "name", "source", "confidence"]
  var cells: [String] { [place, kind.rawValue, name, source, decimal(confidence, 2)] }
}

/// Everything compiled so far: places and their further names.
struct Compilation {
  var entries: [Entry] = []
  private(set) var names: [FurtherName] = []
  /// `id`, tab, and the exact name: what is already said.
  private var said: Set<String> = []

  mutating func add(_ entry: Entry) {
    entries.append(entry)
    said.insert(entry.id + "\t" + entry.arabic)
    said.insert(entry.id + "\t" + entry.english)
  }

  /// Adds a further name unless the place already bears exactly that one.
  mutating func name(
    _ place: String, _ name: String, _ kind: FurtherName.Kind, source: String, confidence: Double
  ) {
    let cleaned = Spelling.cleaned(name)
    guard !cleaned.isEmpty else { return }
    if kind == .latin {
      guard !Spelling.key(cleaned).isEmpty, !Spelling.hasArabic(cleaned) else { return }
    } else if !Spelling.isArabic(cleaned)
      && !cleaned.unicodeScalars.contains(where: { $0.value > 0x600 })
    {
      return
    }
    guard said.insert(place + "\t" + cleaned).inserted else { return }
    names.append(
      FurtherName(place: place, name: cleaned, kind: kind, source: source, confidence: confidence))
  }

  /// Takes a further name from a place.
  mutating func takeName(_ name: String, from place: String) {
    names.removeAll { $0.place == place && $0.name == name }
  }
}
