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

/// 96 bits that stand for quoted words: among a million claims, two that differ have the same less often
/// than once in 10^17 runs.
struct Fingerprint {
  fileprivate(set) var hash: UInt64
  fileprivate(set) var check: UInt32

  /// Takes the fingerprint of what a claim quotes; nil when it quotes nothing.
  init?(of claim: ClaimPointer) {
    if claim.pointee.evidence.isEmpty { return nil }
    var (one, other) = (Lane(0x9E37_79B9_7F4A_7C15), Lane(0xD1B5_4A32_D192_ED03))
    for i in claim.pointee.evidence.indices {
      claim.pointee.evidence[i].utf8.withUnsafeBytes { bytes in
        // The two lanes go side by side, for each has to wait for itself.
        func mix(_ word: UInt64) {
          one.mix(word)
          other.mix(word)
        }
        mix(UInt64(bytes.count))
        var i = 0
        while i + 8 <= bytes.count {
          mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)))
          i += 8
        }
        var rest: UInt64 = 0
        while i < bytes.count {
          rest = rest << 8 | UInt64(bytes[i])
          i += 1
        }
        mix(rest)
      }
    }
    hash = one.state
    check = UInt32(truncatingIfNeeded: other.state >> 16)
  }

  private struct Lane {
    var state: UInt64
    let factor: UInt64

    init(_ factor: UInt64) {
      state = ~factor
      self.factor = factor
    }

    @inline(__always)
    mutating func mix(_ word: UInt64) {
      let product = (state ^ word).multipliedFullWidth(by: factor)
      state = product.high ^ product.low ^ (state << 23 | state >> 41)
    }
  }
}
