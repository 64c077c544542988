import ArabicText

/// What stays of a transliterated name, whatever the system: its consonants.
///
/// "Deir ez-Zor" and "Dayr az-Zawr" have the same.
enum LatinSkeleton {
  static let alphabet: [Letter] = Array("bcdfgjklmnrstxz".utf8)

  /// Returns the consonants of a name as it is written; digraphs count as one.
  static func of(_ utf8: ArraySlice<UInt8>) -> [Letter] {
    var skeleton: [Letter] = []
    for word in words(utf8) {
      var index = 0
      while index < word.count {
        let letter = word[index]
        let next = index + 1 < word.count ? word[index + 1] : 0
        var kept = single(letter)
        if next == UInt8(ascii: "h"), let joined = withH(letter) {
          kept = joined
          index += 1
        }
        if kept != 0, kept != skeleton.last { skeleton.append(kept) }
        index += 1
      }
    }
    return skeleton
  }

  /// Returns the folded letters of a name without its articles and spaces.
  static func letters(_ utf8: ArraySlice<UInt8>) -> [Letter] {
    Array(words(utf8).joined())
  }

  /// The words of a name; the article counts as none, whatever its consonant.
  private static func words(_ utf8: ArraySlice<UInt8>) -> [[Letter]] {
    let words = Folding.words(utf8)
    let kept = words.filter { !isArticle($0) }
    return kept.isEmpty ? words : kept
  }

  private static func isArticle(_ word: [Letter]) -> Bool {
    guard word.count == 2 || (word.count == 3 && word[2] == UInt8(ascii: "h")) else {
      return false
    }
    guard word[0] == UInt8(ascii: "a") || word[0] == UInt8(ascii: "e") else { return false }
    return "ldzstnr".utf8.contains(word[1])
  }

  private static func withH(_ letter: UInt8) -> Letter? {
    switch letter {
    case UInt8(ascii: "k"): UInt8(ascii: "x")
    case UInt8(ascii: "g"): UInt8(ascii: "g")
    case UInt8(ascii: "s"), UInt8(ascii: "c"): UInt8(ascii: "c")
    case UInt8(ascii: "t"): UInt8(ascii: "t")
    case UInt8(ascii: "d"): UInt8(ascii: "d")
    case UInt8(ascii: "p"): UInt8(ascii: "f")
    default: nil
    }
  }

  private static func single(_ letter: UInt8) -> Letter {
    switch letter {
    case UInt8(ascii: "q"), UInt8(ascii: "c"): UInt8(ascii: "k")
    case UInt8(ascii: "v"): UInt8(ascii: "f")
    case UInt8(ascii: "p"): UInt8(ascii: "b")
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"), UInt8(ascii: "w"), UInt8(ascii: "h"):
      0
    default: letter
    }
  }
}

/// What it costs to read one transliteration as another.
struct LatinSlips: Slips {
  func inserting(_ letter: Letter, after previous: Letter, atEnd: Bool) -> Float {
    if letter == previous { return 0.2 }
    if isSoft(letter) { return 0.25 }
    return letter == UInt8(ascii: "h") ? 0.3 : 1
  }

  func replacements(of letter: Letter) -> Letter { letter }

  func replacing(_ a: Letter, by b: Letter, atEnd: Bool) -> Float {
    if isSoft(a) && isSoft(b) { return 0.2 }
    let pair = (min(a, b), max(a, b))
    switch pair {
    case (UInt8(ascii: "k"), UInt8(ascii: "q")), (UInt8(ascii: "c"), UInt8(ascii: "k")),
      (UInt8(ascii: "b"), UInt8(ascii: "p")), (UInt8(ascii: "f"), UInt8(ascii: "v")),
      (UInt8(ascii: "g"), UInt8(ascii: "j")), (UInt8(ascii: "d"), UInt8(ascii: "z")),
      (UInt8(ascii: "c"), UInt8(ascii: "s")):
      return 0.4
    default: return 1
    }
  }

  var swapping: Float { 0.6 }

  /// Tells, by the lengths of two spellings, that no slips below a limit lead from one to the other.
  func areFar(_ a: Int, _ b: Int, limit: Float) -> Bool {
    0.2 * Float(abs(a - b)) > limit + 0.001
  }

  private func isSoft(_ letter: Letter) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"), UInt8(ascii: "w"):
      true
    default: false
    }
  }
}
