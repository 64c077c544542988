import ArabicText

extension Letter {
  static let theh: Letter = 0x8A
  static let jeem: Letter = 0x8B
  static let hah: Letter = 0x8C
  static let khah: Letter = 0x8D
  static let dal: Letter = 0x8E
  static let thal: Letter = 0x8F
  static let reh: Letter = 0x90
  static let zain: Letter = 0x91
  static let sheen: Letter = 0x93
  static let sad: Letter = 0x94
  static let dad: Letter = 0x95
  static let zah: Letter = 0x97
  static let ain: Letter = 0x98
  static let ghain: Letter = 0x99
}

/// What stays of a name when writers disagree: its consonants, confusable ones made one.
enum ArabicSkeleton {
  /// Every letter that a skeleton can hold.
  static let alphabet: [Letter] = [
    .beh, .teh, .theh, .jeem, .hah, .khah, .dal, .reh, .zain, .seen, .sheen, .ain, .ghain, .feh,
    .qaf, .lam, .meem, .noon,
  ]

  /// Returns the consonants of a folded name, without the article before it.
  static func of(_ folded: [Letter]) -> [Letter] {
    var skeleton: [Letter] = []
    for letter in withoutArticle(folded[...]) {
      let kept = merged(letter)
      if kept != 0, kept != skeleton.last { skeleton.append(kept) }
    }
    return skeleton
  }

  /// Returns the letters behind the article, or all of them when none or too little stands there.
  static func withoutArticle(_ folded: ArraySlice<Letter>) -> ArraySlice<Letter> {
    let start = folded.startIndex
    guard folded.count > 4, folded[start] == .alef, folded[start + 1] == .lam else { return folded }
    return folded.dropFirst(2)
  }

  /// The letter that stands for all that are confused with it; 0 for a vowel.
  private static func merged(_ letter: Letter) -> Letter {
    switch letter {
    case .alef, .waw, .yeh, .heh, .hamza, .alefMaksura: 0
    case .sad: .seen
    case .tehWide: .teh
    case .dad: .dal
    case .thal, .zah: .zain
    case .kaf: .qaf
    default: letter
    }
  }
}

/// What it costs to read one spelling as another, in slips: 1 is a wrong letter.
struct ArabicSlips: Slips {
  private let sounds = ArabicSlips.sounds
  private let shapes = ArabicSlips.shapes

  func inserting(_ letter: Letter, after previous: Letter, atEnd: Bool) -> Float {
    if letter == previous { return 0.3 }
    guard isWeak(letter) else { return 1 }
    return atEnd ? 0.25 : 0.4
  }

  func replacing(_ a: Letter, by b: Letter, atEnd: Bool) -> Float {
    if isWeak(a) && isWeak(b) { return atEnd ? 0.2 : 0.4 }
    let sound = sounds[Int(a)]
    if sound != 0 && sound == sounds[Int(b)] { return 0.4 }
    let shape = shapes[Int(a)]
    if shape != 0 && shape == shapes[Int(b)] { return 0.7 }
    return 1
  }

  var swapping: Float { 0.6 }

  private func isWeak(_ letter: Letter) -> Bool {
    letter == .alef || letter == .waw || letter == .yeh || letter == .heh || letter == .hamza
  }

  /// Letters that sound alike to many speakers have the same number.
  private static let sounds = table([
    [.seen, .sad, .theh], [.teh, .tehWide], [.dal, .dad], [.thal, .zain, .zah], [.qaf, .kaf],
    [.hah, .heh],
  ])

  /// Letters that differ in their dots only have the same number.
  private static let shapes = table([
    [.beh, .teh, .theh, .noon, .yeh], [.jeem, .hah, .khah], [.dal, .thal], [.reh, .zain],
    [.seen, .sheen], [.sad, .dad], [.tehWide, .zah], [.ain, .ghain], [.feh, .qaf],
  ])

  private static func table(_ groups: [[Letter]]) -> [UInt8] {
    var numbers = [UInt8](repeating: 0, count: 256)
    for (index, group) in groups.enumerated() {
      for letter in group { numbers[Int(letter)] = UInt8(index + 1) }
    }
    return numbers
  }
}
