import ArabicText
import Claims
import Gazetteer
import Geometry
import Reports
import Synchronization

/// A name as reports write it, and what the gazetteer makes of it whatever the report.
///
/// Reports say the same names again and again, so that a geocoder keeps them.
final class KnownName: Sendable {
  /// As written, without clitics and noun.
  let text: String
  /// The type noun before it.
  let noun: PlaceNoun?
  /// The places that bear exactly the name, as the reader gave them.
  let bearers: [Int32]
  /// What the name may mean: its bearers and the seats of units among them, each once.
  let candidates: [Candidate]
  /// Where a report points that only mentions the name.
  let landmarks: [Landmark]
  /// Log odds against the name meaning a place that no gazetteer has, or being a slip of another
  /// name: 0 but for the names of well known towns.
  let renown: Double
  /// The hash of the letters as written.
  let letters: UInt64
  /// The hash of the folded name: the same for spellings that are one.
  let spelling: UInt64
  private let wider = Mutex<[Candidate]?>(nil)

  init(_ named: NamedPlace, atlas: Atlas) {
    text = named.text
    noun = named.noun
    bearers = named.candidates
    let folded = Folding.folded(named.text)
    renown = atlas.renown(of: named.candidates)
    letters = StableHash.of(named.text)
    spelling = StableHash.of(folded)
    // A user's own place wins over all others of its name.
    let own = named.candidates.filter { atlas.gazetteer.isOwn($0) }
    candidates = atlas.candidates(bearing: folded, among: own.isEmpty ? named.candidates : own)
    landmarks = Landmark.landmarks(
      of: named.candidates, noun: named.noun, atlas: atlas, atMost: 4)
  }

  /// The places of names that are only like this one; made by whoever asks first.
  func widerCandidates(_ atlas: Atlas) -> [Candidate] {
    if let known = wider.withLock({ $0 }) { return known }
    let found = atlas.everyWiderCandidate(of: text, noun: noun)
    wider.withLock { $0 = found }
    return found
  }
}

extension KnownName: Equatable {
  static func == (a: KnownName, b: KnownName) -> Bool { a === b }
}

extension KnownName {
  /// What a geocoder keeps a name under: a hash of its bytes, its noun and its bearers.
  static func key(of named: NamedPlace) -> UInt64 {
    var hash = StableHash()
    hash.combine(named.text)
    hash.combine(named.noun?.rawValue ?? "")
    hash.combine(named.candidates.count)
    hash.combine(Int(named.candidates.first ?? -1))
    return hash.value
  }

  /// The noun of a settlement that stands before the same name elsewhere in the report: "بعفرين", and then
  /// "شمالي مدينة عفرين"; nil where this one has a noun of its own.
  func noun(besides other: KnownName) -> PlaceNoun? {
    guard noun == nil, other.letters == letters else { return nil }
    return switch other.noun {
    case .city, .town, .village: other.noun
    default: nil
    }
  }

  /// Whether this is what is known of a name, and not of another one with the same hash.
  func isOf(_ named: NamedPlace) -> Bool {
    noun == named.noun && bearers == named.candidates && text.hasSameBytes(as: named.text)
  }
}

/// The names of one report, each looked up once however many claims it stands around.
final class NamesOfReport {
  private let geocoder: Geocoder
  private var ranges: [TextRange] = []
  private var names: [KnownName] = []
  /// Where the last name was found: the next one mostly stands behind it.
  private var last = -1

  init(_ geocoder: Geocoder) { self.geocoder = geocoder }

  subscript(_ number: Int32) -> KnownName { names[Int(number)] }

  /// What is known of a name that a phrase names an area by.
  func known(_ named: NamedPlace) -> KnownName { self[number(at: named.range) ?? add(named)] }

  /// The number of a name, the same for the same name at the same place of the text.
  @inline(__always)
  func number(of list: [NamedPlace], _ i: Int) -> Int32 {
    number(at: list[i].range) ?? add(list[i])
  }

  /// The number of the name at a place of the text; nil where none is known yet.
  @inline(__always)
  private func number(at range: TextRange) -> Int32? {
    // A name stands at one place in the text; only phrases made by hand share an empty range.
    guard range.start < range.end else { return nil }
    if last + 1 < ranges.count, ranges[last + 1] == range {
      last += 1
      return Int32(last)
    }
    guard let known = ranges.lastIndex(of: range) else { return nil }
    last = known
    return Int32(known)
  }

  private func add(_ named: NamedPlace) -> Int32 {
    ranges.append(named.range)
    names.append(geocoder.name(of: named))
    last = names.count - 1
    return Int32(last)
  }
}

extension StableHash {
  fileprivate static func of(_ text: String) -> UInt64 {
    var hash = StableHash()
    hash.combine(text)
    return hash.value
  }

  fileprivate static func of(_ letters: [Letter]) -> UInt64 {
    var hash = StableHash()
    hash.combine(letters)
    return hash.value
  }
}

extension String {
  /// Whether two texts are the same bytes, whatever Unicode takes for equal.
  func hasSameBytes(as other: String) -> Bool {
    var (a, b) = (self, other)
    return a.withUTF8 { a in
      b.withUTF8 { b in
        guard a.count == b.count else { return false }
        for i in a.indices where a[i] != b[i] { return false }
        return true
      }
    }
  }
}

extension Landmark {
  /// The points that a name may mean, each with its share of the odds by importance alone.
  static func landmarks(
    of bearers: [Int32], noun: PlaceNoun?, atlas: Atlas, atMost limit: Int
  ) -> [Landmark] {
    guard !bearers.isEmpty, bearers.count <= 24 else { return [] }
    var odds: [(place: Int32, point: GeoPoint, odds: Double)] = []
    var sum = exponential(Anchor.noneOfThem)
    for index in bearers {
      let place = atlas[index]
      // A governorate or a region is no point to be near to.
      guard place.kind.isLocal, let point = place.point else { continue }
      let share = exponential(
        4 * Double(place.importance) / 100 + (noun?.fit(of: place.kind) ?? 0))
      odds.append((index, point, share))
      sum += share
    }
    odds.sort { $0.odds != $1.odds ? $0.odds > $1.odds : $0.place < $1.place }
    return odds.prefix(limit).map {
      Landmark(place: $0.place, point: $0.point, weight: $0.odds / sum)
    }
  }
}
