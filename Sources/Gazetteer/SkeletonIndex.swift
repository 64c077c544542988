import ArabicText

/// Names by their skeletons: finds those that a slip or two turn into the one asked for.
///
/// Names of one skeleton stand together, those that are written alike side by side, so that a search
/// reads memory in a few runs.
final class SkeletonIndex: Sendable {
  private let alphabet: [Letter]
  /// The hash of a skeleton in the upper half, the number of its group of names plus one below, at the
  /// hash's place or, where that is taken, soon after; 0 is free.
  private let slots: [UInt64]
  private let mask: Int
  /// One bit for each hash that a name is filed under, by its upper bits.
  private let filter: [UInt64]
  /// The position of each group's first name; one more at the end.
  private let groups: [Int32]
  /// The numbers of the names, group by group.
  private let numbers: [Int32]
  /// The letters of each name without its article, in the order of `numbers`, and how many they are.
  private let sets: [LetterSet]
  private let lengths: [Int32]
  /// What the names are compared by, in the order of `numbers`; what is written alike stands there once.
  private let forms: [Letter]
  /// Where each name's begins, and where it ends.
  private let starts: [Int32]
  private let ends: [Int32]

  /// Builds the index over the names.
  ///
  /// - Parameter read: Appends the letters that a name is compared by, and those of its skeleton; names
  ///   are given by number.
  init(
    _ count: Int, alphabet: [Letter],
    read: (Int, _ form: inout [Letter], _ skeleton: inout [Letter]) -> Void
  ) {
    var entries: [UInt64] = []
    var unsorted: [Letter] = []
    unsorted.reserveCapacity(count * 10)
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(count)
    entries.reserveCapacity(count)
    var skeleton: [Letter] = []
    for number in 0..<count {
      let start = unsorted.count
      skeleton.removeAll(keepingCapacity: true)
      read(number, &unsorted, &skeleton)
      ranges.append(start..<unsorted.count)
      if !skeleton.isEmpty {
        entries.append(UInt64(LetterHash(skeleton[...]).folded) << 32 | UInt64(number))
      }
    }
    var size = 64
    while size < 2 * entries.count { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    var filter = [UInt64](repeating: 0, count: 1 << 13)
    let mask = size - 1
    var (sets, forms, starts): ([LetterSet], [Letter], [Int32]) = ([], [], [])
    var (lengths, ends): ([Int32], [Int32]) = ([], [])
    entries.sort()
    forms.reserveCapacity(unsorted.count)
    starts.reserveCapacity(entries.count)
    ends.reserveCapacity(entries.count)
    sets.reserveCapacity(entries.count)
    lengths.reserveCapacity(entries.count)
    var groups: [Int32] = []
    var first = 0
    while first < entries.count {
      let hash = entries[first] >> 32
      var end = first + 1
      while end < entries.count, entries[end] >> 32 == hash { end += 1 }
      if end - first > 1 {
        unsorted.withUnsafeBufferPointer { forms in
          entries[first..<end].sort { a, b in
            let (a, b) = (Int(a & 0xFFFF_FFFF), Int(b & 0xFFFF_FFFF))
            let (formA, formB) = (forms[ranges[a]], forms[ranges[b]])
            if formA.elementsEqual(formB) { return a < b }
            return formA.lexicographicallyPrecedes(formB)
          }
        }
      }
      var slot = Int(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      groups.append(Int32(first))
      slots[slot] = hash << 32 | UInt64(groups.count)
      filter[Int(hash >> 19)] |= 1 << (hash >> 13 & 63)
      for entry in entries[first..<end] {
        let form = unsorted[ranges[Int(entry & 0xFFFF_FFFF)]]
        if let start = starts.last, forms[Int(start)...].elementsEqual(form) {
          starts.append(start)
          ends.append(Int32(forms.count))
          sets.append(sets[sets.count - 1])
          lengths.append(lengths[lengths.count - 1])
          continue
        }
        starts.append(Int32(forms.count))
        let bare = ArabicSkeleton.withoutArticle(form)
        sets.append(LetterSet(bare))
        lengths.append(Int32(bare.count))
        forms += form
        ends.append(Int32(forms.count))
      }
      first = end
    }
    self.alphabet = alphabet
    self.slots = slots
    self.mask = mask
    self.filter = filter
    groups.append(Int32(entries.count))
    self.groups = groups
    numbers = entries.map { Int32(truncatingIfNeeded: $0) }
    self.sets = sets
    self.lengths = lengths
    self.forms = forms
    self.starts = starts
    self.ends = ends
  }

  /// Collects the positions of the names whose skeleton is the given one or, unless that is short, one
  /// letter away from it: too many, too few, wrong, or swapped.
  ///
  /// A name may come twice.
  ///
  /// - Parameter isFar: Whether a name of some letters, and of so many, need not be compared.
  @inline(__always)
  func positions(near skeleton: [Letter], isFar: (LetterSet, Int) -> Bool) -> [Int32] {
    // Step by step, so that memory is asked for much at a time and waited for once.
    var found: [Int32] = []
    withUnsafeTemporaryAllocation(
      of: UInt64.self, capacity: LetterHash.mostNear(skeleton, alphabet: alphabet) + 1
    ) { room in
      let hashes = room.baseAddress!
      var count = collectHashes(near: skeleton, into: hashes)
      count = findGroups(of: hashes, count)
      for i in 0..<count {
        let group = Int(hashes[i])
        for position in groups[group]..<groups[group + 1] {
          let position = Int(position)
          if !isFar(sets[position], Int(lengths[position])) { found.append(Int32(position)) }
        }
      }
    }
    return found
  }

  /// Writes the hashes near a skeleton that names may be filed under, and gives how many they are.
  private func collectHashes(
    near skeleton: [Letter], into hashes: UnsafeMutablePointer<UInt64>
  ) -> Int {
    hashes[0] = LetterHash(skeleton[...]).folded
    var count = 1
    filter.withUnsafeBufferPointer { filter in
      LetterHash.forEachNear(
        skeleton, alphabet: alphabet, changing: skeleton.count >= 3, adding: skeleton.count >= 2
      ) {
        let hash = $0.folded
        hashes[count] = hash
        count += Int(filter[Int(hash >> 19)] >> (hash >> 13 & 63) & 1)
      }
    }
    return count
  }

  /// Puts the groups of names in the place of their hashes, and gives how many there are.
  private func findGroups(of hashes: UnsafeMutablePointer<UInt64>, _ hashCount: Int) -> Int {
    var count = 0
    slots.withUnsafeBufferPointer { slots in
      for i in 0..<hashCount {
        let hash = hashes[i]
        var slot = Int(hash) & mask
        while slots[slot] != 0, slots[slot] >> 32 != hash { slot = (slot + 1) & mask }
        guard slots[slot] != 0 else { continue }
        hashes[count] = slots[slot] & 0xFFFF_FFFF - 1
        count += 1
      }
    }
    return count
  }

  /// Visits what the names at some positions are compared by, names that are written alike in one go.
  ///
  /// Where a body returns a cost, each of the names is handed on with it.
  @inline(__always)
  func compare(
    _ positions: [Int32], _ cost: (UnsafeBufferPointer<Letter>) -> Float?,
    found: (Int, Float) -> Void
  ) {
    forms.withUnsafeBufferPointer { forms in
      var last: Int32 = -1
      var lastCost: Float?
      for position in positions {
        let position = Int(position)
        if starts[position] != last {
          last = starts[position]
          let form = forms[Int(last)..<Int(ends[position])]
          lastCost = cost(UnsafeBufferPointer(rebasing: form))
        }
        if let lastCost { found(Int(numbers[position]), lastCost) }
      }
    }
  }
}
