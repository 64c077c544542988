import ArabicText

/// Names by their skeletons: finds those that a slip or two turn into the one asked for.
struct SkeletonIndex: Sendable {
  private var numbers: HashedNumbers
  private let alphabet: [Letter]
  /// What each name is compared by, one after the other, and where each begins; one more at the end.
  private var forms: [Letter] = []
  private var starts: [Int32] = []

  /// Builds the index over the names, by the letters and the skeleton that `reading` gives of each.
  init(
    _ names: [PlaceName], alphabet: [Letter],
    reading: (PlaceName) -> (form: [Letter], skeleton: [Letter])
  ) {
    self.alphabet = alphabet
    numbers = HashedNumbers(count: names.count)
    forms.reserveCapacity(names.count * 10)
    starts.reserveCapacity(names.count + 1)
    for (number, name) in names.enumerated() {
      let (form, skeleton) = reading(name)
      starts.append(Int32(forms.count))
      forms += form
      if !skeleton.isEmpty { numbers.add(number, under: skeleton[...]) }
    }
    starts.append(Int32(forms.count))
  }

  /// The letters that the name with this number is compared by.
  func form(_ number: Int) -> ArraySlice<Letter> {
    forms[Int(starts[number])..<Int(starts[number + 1])]
  }

  /// Returns the numbers of names whose skeleton is the given one or, unless that is short, one
  /// letter away from it: too many, too few, wrong, or swapped.
  func names(near skeleton: [Letter]) -> [Int] {
    var found: [Int] = []
    numbers.visit(LetterHash(skeleton[...])) { found.append($0) }
    LetterHash.forEachNear(
      skeleton, alphabet: alphabet, changing: skeleton.count >= 3, adding: skeleton.count >= 2
    ) { near in
      numbers.visit(near) { found.append($0) }
    }
    found.sort()
    var last = -1
    found.removeAll { number in
      defer { last = number }
      return number == last
    }
    return found
  }
}
