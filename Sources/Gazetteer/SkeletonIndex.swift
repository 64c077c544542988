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
    collect(skeleton, &found)
    var changed = skeleton
    if skeleton.count >= 3 {
      for index in skeleton.indices {
        for letter in alphabet where letter != skeleton[index] {
          changed[index] = letter
          collect(changed, &found)
        }
        changed[index] = skeleton[index]
        if index + 1 < skeleton.count {
          changed.swapAt(index, index + 1)
          collect(changed, &found)
          changed.swapAt(index, index + 1)
        }
        changed.remove(at: index)
        collect(changed, &found)
        changed.insert(skeleton[index], at: index)
      }
    }
    if skeleton.count >= 2 {
      for index in 0...skeleton.count {
        changed.insert(0, at: index)
        for letter in alphabet {
          changed[index] = letter
          collect(changed, &found)
        }
        changed.remove(at: index)
      }
    }
    found.sort()
    var last = -1
    found.removeAll { number in
      defer { last = number }
      return number == last
    }
    return found
  }

  private func collect(_ skeleton: [Letter], _ found: inout [Int]) {
    numbers.visit(skeleton) { found.append($0) }
  }
}
