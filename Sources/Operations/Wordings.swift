import Geocoding
import Reports

/// The quoted words of claims as numbers: the same for the same words.
///
/// A table with open addresses that holds no words itself, only where each was met first.
struct Wordings {
  private struct Slot {
    var hash: UInt64 = 0
    /// The claim that has the words.
    var claim: Int32 = -1
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

  /// What the words of a claim stand for; nil when it quotes none.
  mutating func number(of claim: Int, in claims: UnsafeBufferPointer<LocatedClaim>) -> Int32? {
    if claims[claim].evidence.isEmpty { return nil }
    let hash = Self.hash(claims[claim].evidence)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].claim >= 0 {
      if slots[slot].hash == hash,
        Self.areSame(claims[Int(slots[slot].claim)].evidence, claims[claim].evidence)
      {
        return slots[slot].number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Slot(hash: hash, claim: Int32(claim), number: count)
    count += 1
    return count - 1
  }

  private static func hash(_ evidence: [Evidence]) -> UInt64 {
    var hash = StableHash()
    for quoted in evidence { quoted.utf8.withUnsafeBufferPointer { hash.combine($0) } }
    return hash.value
  }

  private static func areSame(_ a: [Evidence], _ b: [Evidence]) -> Bool {
    guard a.count == b.count else { return false }
    for i in a.indices {
      let isSame = a[i].utf8.withUnsafeBytes { a in
        b[i].utf8.withUnsafeBytes { b in a.isSame(as: b) }
      }
      if !isSame { return false }
    }
    return true
  }
}
