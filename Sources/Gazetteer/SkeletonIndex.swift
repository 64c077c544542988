import ArabicText

/// Names by their skeletons: finds those that a slip or two turn into the one asked for.
struct SkeletonIndex: Sendable {
  private var numbers: HashedNumbers
  private let alphabet: [Letter]

  /// Builds the index over the names, by what `skeleton` makes of each.
  init(_ names: [PlaceName], alphabet: [Letter], skeleton: (PlaceName) -> [Letter]) {
    self.alphabet = alphabet
    numbers = HashedNumbers(count: names.count)
    for (number, name) in names.enumerated() {
      let consonants = skeleton(name)
      if !consonants.isEmpty { numbers.add(number, under: consonants) }
    }
  }

  /// Returns the numbers of names whose skeleton is the given one or, unless that is short, one
  /// letter away from it: too many, too few, wrong, or swapped.
  func names(near skeleton: [Letter]) -> [Int] {
    var found: Set<Int> = []
    collect(skeleton, &found)
    if skeleton.count >= 3 {
      for index in skeleton.indices {
        var changed = skeleton
        changed.remove(at: index)
        collect(changed, &found)
        if index + 1 < skeleton.count {
          changed = skeleton
          changed.swapAt(index, index + 1)
          collect(changed, &found)
        }
        for letter in alphabet where letter != skeleton[index] {
          changed = skeleton
          changed[index] = letter
          collect(changed, &found)
        }
      }
    }
    if skeleton.count >= 2 {
      for index in 0...skeleton.count {
        for letter in alphabet {
          var changed = skeleton
          changed.insert(letter, at: index)
          collect(changed, &found)
        }
      }
    }
    return found.sorted()
  }

  private func collect(_ skeleton: [Letter], _ found: inout Set<Int>) {
    found.formUnion(numbers.numbers(under: skeleton))
  }
}
