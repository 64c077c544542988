/// Numbers that are found by a hash of what they stand for: a table with open addresses, at most half
/// full.
struct NumbersByHash {
  private struct Slot {
    var hash: UInt64 = 0
    var number: Int32 = -1
  }

  private var slots: [Slot]
  private var count = 0

  /// Makes room for so many numbers; more may come.
  init(capacity: Int = 512) {
    var size = 1024
    while size < 2 * capacity { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
  }

  /// The number put in under a hash that stands for what is looked for; nil where none does.
  @inline(__always)
  func number(_ hash: UInt64, where isSame: (Int) -> Bool) -> Int? {
    var slot = slot(of: hash)
    while slots[slot].number >= 0 {
      let number = Int(slots[slot].number)
      if slots[slot].hash == hash, isSame(number) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Puts in a number that is not there.
  mutating func insert(_ number: Int, _ hash: UInt64) {
    if (count + 1) * 2 > slots.count { grow() }
    fill(Slot(hash: hash, number: Int32(number)))
    count += 1
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for filled in old where filled.number >= 0 { fill(filled) }
  }

  private mutating func fill(_ filled: Slot) {
    var slot = slot(of: filled.hash)
    while slots[slot].number >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = filled
  }

  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (slots.count - 1)
  }
}
