import Geocoding
import Reports

/// The quoted words of claims as numbers: the same for the same words.
///
/// A table with open addresses that holds no words itself, only their fingerprints: to compare the words
/// would be to look for claims that were met long ago.
struct Wordings {
  private struct Slot {
    var hash: UInt64 = 0
    var check: UInt32 = 0
    var number: Int32 = -1
  }

  private var slots: [Slot]
  private var count: Int32 = 0

  /// Makes room for the words of so many claims.
  init(count: Int) {
    var size = 64
    while size < 2 * count { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
  }

  /// Looks at where words may be, so that they are near when they are asked for; gives a number that is
  /// not below zero.
  func look(at words: Fingerprint) -> Int {
    Int(slots[Int(truncatingIfNeeded: words.hash) & (slots.count - 1)].check)
  }

  /// What words stand for; the numbers go up from 0 as words are met.
  mutating func number(of words: Fingerprint) -> Int32 {
    var slot = Int(truncatingIfNeeded: words.hash) & (slots.count - 1)
    while slots[slot].number >= 0 {
      if slots[slot].hash == words.hash, slots[slot].check == words.check {
        return slots[slot].number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Slot(hash: words.hash, check: words.check, number: count)
    count += 1
    return count - 1
  }
}

extension Fingerprint {
  /// Takes the fingerprint of what a claim quotes; nil when it quotes nothing.
  init?(of claim: ClaimPointer) {
    if claim.pointee.evidence.isEmpty { return nil }
    self = claim.pointee.evidence[0].fingerprint
    for i in claim.pointee.evidence.indices.dropFirst() {
      combine(claim.pointee.evidence[i].fingerprint)
    }
  }
}
