import ArabicText

/// Names by their skeletons: finds those that a slip or two turn into the one asked for.
///
/// Names of one skeleton stand together, those that are written alike side by side, so that a search
/// reads memory in a few runs.
final class SkeletonIndex: Sendable {
  private let alphabet: [Letter]
  /// The hash of a skeleton in the upper half, the position of its first name plus one below, at the
  /// hash's place or, where that is taken, soon after; 0 is free.
  private let slots: [UInt64]
  private let mask: Int
  /// One bit for each hash that a name is filed under, by its upper bits.
  private let filter: [UInt64]
  /// The hash of each name's skeleton in the upper half, the name's number below.
  private let entries: [UInt64]
  /// The letters of each name without its article, in the order of `entries`.
  private let sets: [LetterSet]
  /// What each name is compared by, in the order of `entries`, and where each begins; one more at the
  /// end.
  private let forms: [Letter]
  private let starts: [Int32]

  /// Builds the index over the names.
  ///
  /// - Parameter read: Appends the letters that a name is compared by, and those of its skeleton.
  init(
    _ names: [PlaceName], alphabet: [Letter],
    read: (PlaceName, _ form: inout [Letter], _ skeleton: inout [Letter]) -> Void
  ) {
    var entries: [UInt64] = []
    var unsorted: [Letter] = []
    unsorted.reserveCapacity(names.count * 10)
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(names.count)
    entries.reserveCapacity(names.count)
    var skeleton: [Letter] = []
    for (number, name) in names.enumerated() {
      let start = unsorted.count
      skeleton.removeAll(keepingCapacity: true)
      read(name, &unsorted, &skeleton)
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
    entries.sort()
    forms.reserveCapacity(unsorted.count)
    starts.reserveCapacity(entries.count + 1)
    sets.reserveCapacity(entries.count)
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
      slots[slot] = hash << 32 | UInt64(first + 1)
      filter[Int(hash >> 19)] |= 1 << (hash >> 13 & 63)
      for entry in entries[first..<end] {
        let form = unsorted[ranges[Int(entry & 0xFFFF_FFFF)]]
        starts.append(Int32(forms.count))
        sets.append(LetterSet(ArabicSkeleton.withoutArticle(form)))
        forms += form
      }
      first = end
    }
    starts.append(Int32(forms.count))
    self.alphabet = alphabet
    self.slots = slots
    self.mask = mask
    self.filter = filter
    self.entries = entries
    self.sets = sets
    self.forms = forms
    self.starts = starts
  }

  /// Visits the spellings of the names whose skeleton is the given one or, unless that is short, one
  /// letter away from it: too many, too few, wrong, or swapped.
  ///
  /// Gives the letters that names are compared by to a body, and where that returns a cost, the cost and
  /// the number of every name with these letters to another; a name may come twice.
  ///
  /// - Parameter isFar: Whether a name of some letters need not be compared.
  func visit(
    near skeleton: [Letter], isFar: (LetterSet) -> Bool,
    _ cost: (UnsafeBufferPointer<Letter>) -> Float?, found: (Int, Float) -> Void
  ) {
    let adding = skeleton.count >= 2
    let changing = skeleton.count >= 3
    filter.withUnsafeBufferPointer { filter in
      forms.withUnsafeBufferPointer { forms in
        visit(LetterHash(skeleton[...]).folded, forms, isFar, cost, found)
        LetterHash.forEachNear(skeleton, alphabet: alphabet, changing: changing, adding: adding) {
          let hash = $0.folded
          if filter[Int(hash >> 19)] >> (hash >> 13 & 63) & 1 != 0 {
            visit(hash, forms, isFar, cost, found)
          }
        }
      }
    }
  }

  /// Visits the names that are filed under a hash.
  @inline(never)
  private func visit(
    _ hash: UInt64, _ forms: UnsafeBufferPointer<Letter>, _ isFar: (LetterSet) -> Bool,
    _ cost: (UnsafeBufferPointer<Letter>) -> Float?, _ found: (Int, Float) -> Void
  ) {
    var slot = Int(hash) & mask
    while slots[slot] != 0, slots[slot] >> 32 != hash { slot = (slot + 1) & mask }
    guard slots[slot] != 0 else { return }
    var position = Int(slots[slot] & 0xFFFF_FFFF) - 1
    var last = forms.startIndex..<forms.startIndex
    var lastCost: Float?
    while position < entries.count, entries[position] >> 32 == hash {
      defer { position += 1 }
      if isFar(sets[position]) { continue }
      let form = Int(starts[position])..<Int(starts[position + 1])
      if last.isEmpty || !forms[last].elementsEqual(forms[form]) {
        lastCost = cost(UnsafeBufferPointer(rebasing: forms[form]))
        last = form
      }
      if let lastCost { found(Int(entries[position] & 0xFFFF_FFFF), lastCost) }
    }
  }
}
