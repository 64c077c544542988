import ArabicText

/// Every name by its folded spelling, without spaces: كفر نبل and كفرنبل are one.
struct SpellingIndex: Sendable {
  /// Hash in the upper half, the name's number in the lower; sorted.
  ///
  /// Names in Latin script follow those in Arabic script in number.
  private var entries: [UInt64]

  init(_ gazetteer: Gazetteer) {
    entries = []
    entries.reserveCapacity(gazetteer.names.count + gazetteer.latinNames.count)
    gazetteer.nameBytes.withUnsafeBufferPointer { bytes in
      var number: UInt64 = 0
      for name in gazetteer.names {
        entries.append(SpellingIndex.hash(gazetteer.folded(name)) << 32 | number)
        number += 1
      }
      for name in gazetteer.latinNames {
        entries.append(SpellingIndex.hash(gazetteer.folded(name)) << 32 | number)
        number += 1
      }
    }
    entries.sort()
  }

  /// Returns the numbers of the names whose folded spelling has the same hash, in their order.
  func names(like folded: [Letter]) -> [Int] {
    let wanted = SpellingIndex.hash(folded) << 32
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    var found: [Int] = []
    while low < entries.count, entries[low] >> 32 == wanted >> 32 {
      found.append(Int(entries[low] & 0xFFFF_FFFF))
      low += 1
    }
    return found
  }

  /// FNV-1a, folded to 32 bits.
  static func hash(_ letters: some Sequence<Letter>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for letter in letters { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01b3 }
    return (hash ^ hash >> 32) & 0xFFFF_FFFF
  }
}

/// A place that bears a name, and what kind of name that is.
public struct NamedMatch: Hashable, Sendable {
  public var place: Int32
  public var kind: PlaceName.Kind
}

extension Gazetteer {
  /// Returns the places that bear exactly this folded name, each once with its best kind of name,
  /// in the order of ids; spaces do not count.
  ///
  /// - Complexity: O(log *n*); the first call builds the index in a few milliseconds.
  public func places(named folded: [Letter]) -> [NamedMatch] {
    let letters = folded.filter { $0 != 0x20 }
    guard !letters.isEmpty else { return [] }
    var matches: [NamedMatch] = []
    for number in spellingIndex.names(like: letters) {
      let name = name(numbered: number)
      guard self.folded(name) == letters else { continue }
      if let old = matches.firstIndex(where: { $0.place == name.place }) {
        if name.kind.rawValue < matches[old].kind.rawValue { matches[old].kind = name.kind }
      } else {
        matches.append(NamedMatch(place: name.place, kind: name.kind))
      }
    }
    return matches.sorted { $0.place < $1.place }
  }

  var spellingIndex: SpellingIndex { spellings.value { SpellingIndex(self) } }

  /// A name by its number in the indexes: Arabic ones first, then those in Latin script.
  func name(numbered number: Int) -> PlaceName {
    number < names.count ? names[number] : latinNames[number - names.count]
  }

  /// The name's letters, folded, without spaces.
  func folded(_ name: PlaceName) -> [Letter] {
    Folding.folded(nameBytes[Int(name.start)..<Int(name.end)])
  }
}
