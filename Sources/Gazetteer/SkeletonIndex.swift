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

  /// Visits the names whose skeleton is the given one or, unless that is short, one letter away from
  /// it: too many, too few, wrong, or swapped.
  ///
  /// Gives the number of each and the letters that it is compared by; a name may come twice.
  func visit(near skeleton: [Letter], _ body: (Int, UnsafeBufferPointer<Letter>) -> Void) {
    forms.withUnsafeBufferPointer { forms in
      starts.withUnsafeBufferPointer { starts in
        numbers.visit(near: skeleton, alphabet: alphabet) { number in
          let (start, end) = (Int(starts[number]), Int(starts[number + 1]))
          body(number, UnsafeBufferPointer(rebasing: forms[start..<end]))
        }
      }
    }
  }
}
