import ArabicText
import Gazetteer

/// Every name of the gazetteer by its first word, so that names which only share their start are
/// found: a name for the same name with a qualifier behind it.
struct FirstWords: Sendable {
  /// The hash of the first word without its article in the upper half, the name's number in the
  /// lower; sorted.
  private let entries: [UInt64]

  init(_ gazetteer: Gazetteer) {
    var entries: [UInt64] = []
    entries.reserveCapacity(gazetteer.names.count)
    for (number, name) in gazetteer.names.enumerated() {
      let words = Folding.words(gazetteer.nameBytes[Int(name.start)..<Int(name.end)])
      guard let first = words.first else { continue }
      entries.append(Self.hash(first.stem) << 32 | UInt64(number))
    }
    entries.sort()
    self.entries = entries
  }

  /// The places with a name that goes on where these words end, or that ends where these words go
  /// on; in the order of the names.
  func places(sharingStartWith words: [[Letter]], atlas: Atlas) -> [Int32] {
    let wanted = Self.hash(words[0].stem)
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] >> 32 < wanted { low = middle + 1 } else { high = middle }
    }
    var places: [Int32] = []
    while low < entries.count, entries[low] >> 32 == wanted {
      let name = atlas.gazetteer.names[Int(entries[low] & 0xFFFF_FFFF)]
      let other = Folding.words(
        atlas.gazetteer.nameBytes[Int(name.start)..<Int(name.end)])
      if zip(words, other).allSatisfy({ $0.stem == $1.stem }), places.last != name.place {
        places.append(name.place)
      }
      low += 1
    }
    return places
  }

  private static func hash(_ letters: [Letter]) -> UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.add(letters)
    return (fingerprint.value ^ fingerprint.value >> 32) & 0xFFFF_FFFF
  }
}
