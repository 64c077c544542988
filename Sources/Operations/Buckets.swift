/// Numbers that name a bucket, mixed into one.
///
/// Two buckets may get one name; then a profile meets some that are not near, which does no harm.
struct BucketKey {
  let number: UInt64

  init(_ first: Int, _ second: Int, _ third: Int = 0) {
    var mixed: UInt64 = 0
    @inline(__always)
    func mix(_ part: Int) {
      mixed = (mixed ^ UInt64(bitPattern: Int64(part))) &* 0x9E37_79B9_7F4A_7C15
      mixed ^= mixed >> 29
    }
    mix(first)
    mix(second)
    mix(third)
    number = mixed
  }
}

/// Numbers by key: a table with open addresses, and in each slot a chain of entries.
struct Buckets {
  private struct Slot {
    var key: UInt64 = 0
    var first: Int32 = -1
    /// When the slot was filled; one that was filled before the last emptying is free.
    var filling: Int32 = 0
  }

  private struct Entry {
    var number: Int32
    var next: Int32
  }

  private var slots: [Slot]
  private var filling: Int32 = 1
  private var used = 0
  private var entries: [Entry] = []

  /// Makes a table with some room, a power of two.
  init(room: Int = 1024) { slots = Array(repeating: Slot(), count: room) }

  var isEmpty: Bool { used == 0 }

  /// Forgets everything and keeps the room.
  mutating func removeAll() {
    filling += 1
    used = 0
    entries.removeAll(keepingCapacity: true)
  }

  mutating func add(_ number: Int32, at key: BucketKey) {
    let slot = slot(of: key.number)
    let isFree = slots[slot].filling != filling
    entries.append(Entry(number: number, next: isFree ? -1 : slots[slot].first))
    slots[slot] = Slot(key: key.number, first: Int32(entries.count - 1), filling: filling)
    if isFree {
      used += 1
      if used * 2 > slots.count { grow() }
    }
  }

  /// Calls a closure with each number of a bucket, the last one first.
  @inline(__always)
  func forEach(at key: BucketKey, _ body: (Int32) -> Void) {
    let slot = slot(of: key.number)
    guard slots[slot].filling == filling else { return }
    var entry = slots[slot].first
    while entry >= 0 {
      body(entries[Int(entry)].number)
      entry = entries[Int(entry)].next
    }
  }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while slots[slot].filling == filling, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for filled in old where filled.filling == filling { slots[slot(of: filled.key)] = filled }
  }
}
