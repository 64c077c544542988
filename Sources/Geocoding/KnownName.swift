import ArabicText
import Claims
import Gazetteer
import Reports
import Synchronization

/// A name as reports write it, and what the gazetteer makes of it whatever the report.
///
/// Reports say the same names again and again, so that a geocoder keeps them.
final class KnownName: Sendable {
  /// As written, without clitics and noun.
  let text: String
  /// Whether a blank stands in it.
  let isOfWords: Bool
  /// The places that bear exactly the name, as the reader gave them.
  let bearers: [Int32]
  /// What the name may mean: its bearers and the seats of units among them, each once.
  let candidates: [Candidate]
  /// Log odds against the name meaning a place that no gazetteer has, or being a slip of another
  /// name: 0 but for the names of well known towns.
  let renown: Double
  /// The hash of the folded name: the same for spellings that are one.
  let spelling: UInt64
  /// The places of names that are only like this one, by what the noun before it makes of them.
  private let wider = Mutex<Wider>(Wider())

  init(_ named: NamedPlace, atlas: Atlas) {
    text = named.text
    isOfWords = named.text.hasBlank
    bearers = named.candidates
    let folded = Folding.folded(named.text)
    renown = atlas.renown(of: named.candidates)
    spelling = StableHash.of(folded)
    // A user's own place wins over all others of its name.
    let own = named.candidates.filter { atlas.gazetteer.isOwn($0) }
    candidates = atlas.candidates(bearing: folded, among: own.isEmpty ? named.candidates : own)
  }

  /// Whether it is the main name of a place.
  var isMainName: Bool {
    candidates.contains { if case .exact = $0.match { true } else { false } }
  }

  /// The places of names that are only like this one, behind a noun; made by whoever asks first.
  func widerCandidates(behind noun: PlaceNoun?, _ atlas: Atlas) -> [Candidate] {
    let search = WiderSearch(behind: noun)
    if let known = wider.withLock({ $0[search] }) { return known }
    let found = atlas.everyWiderCandidate(of: self, by: search)
    wider.withLock { $0[search] = found }
    return found
  }

  /// What each search has found; nil for those that nobody asked for.
  private struct Wider: Sendable {
    private var plain: [Candidate]?
    private var behindNoun: [Candidate]?
    private var ofQuarters: [Candidate]?

    subscript(_ search: WiderSearch) -> [Candidate]? {
      get {
        switch search {
        case .plain: plain
        case .behindNoun: behindNoun
        case .ofQuarters: ofQuarters
        }
      }
      set {
        switch search {
        case .plain: plain = newValue
        case .behindNoun: behindNoun = newValue
        case .ofQuarters: ofQuarters = newValue
        }
      }
    }
  }
}

extension KnownName {
  /// What a geocoder keeps a name under: a hash of its letters and its bearers.
  static func key(of named: NamedPlace, letters: UInt64) -> UInt64 {
    var hash = StableHash()
    hash.combine(Int(truncatingIfNeeded: letters))
    hash.combine(named.candidates.count)
    hash.combine(Int(named.candidates.first ?? -1))
    return hash.value
  }

  /// Whether this is what is known of a name, and not of another one with the same hash.
  func isOf(_ named: NamedPlace) -> Bool {
    bearers == named.candidates && text.hasSameBytes(as: named.text)
  }
}

extension String {
  /// Whether a blank of any kind stands between words: a space, a line's end, U+00A0, U+2000–200A.
  fileprivate var hasBlank: Bool { utf8.contains { $0 <= 0x20 || $0 == 0xC2 || $0 == 0xE2 } }
}

extension StableHash {
  fileprivate static func of(_ letters: [Letter]) -> UInt64 {
    var hash = StableHash()
    hash.combine(letters)
    return hash.value
  }
}
