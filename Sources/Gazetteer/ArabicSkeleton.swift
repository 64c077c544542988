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
    append(of: folded[...], to: &skeleton)
    return skeleton
  }

  /// Appends the consonants of a folded name, without the article before it.
  static func append(of folded: ArraySlice<Letter>, to skeleton: inout [Letter]) {
    var last: Letter = 0
    for letter in withoutArticle(folded) {
      let kept = merged(letter)
      if kept != 0, kept != last {
        skeleton.append(kept)
        last = kept
      }
    }
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

/// What it costs to read one Arabic spelling as another, in slips: 1 is a wrong letter.
struct ArabicSlips: Slips {
  /// The number of each letter that is ever taken for another, the weak ones last.
  ///
  /// All others have 0.
  private let numbers: UnsafePointer<UInt8>
  private let firstWeak: UInt8
  /// What it costs to put one numbered letter for another, row by row; behind that, what it costs at
  /// the end of both names.
  private let replacements: UnsafePointer<Float>
  /// By the bit of a letter: the letters that it is replaced with for each of the costs below a whole
  /// slip.
  private let likes: UnsafePointer<SlipTables.Likes>

  /// Hands the costs to a body.
  @inline(__always)
  static func with<Result>(_ body: (ArabicSlips) -> Result) -> Result {
    let tables = SlipTables.arabic
    return tables.numbers.withUnsafeBufferPointer { numbers in
      tables.replacements.withUnsafeBufferPointer { replacements in
        tables.likes.withUnsafeBufferPointer { likes in
          body(
            ArabicSlips(
              numbers: numbers.baseAddress!, firstWeak: tables.firstWeak,
              replacements: replacements.baseAddress!, likes: likes.baseAddress!))
        }
      }
    }
  }

  @inline(__always)
  func inserting(_ letter: Letter, after previous: Letter, atEnd: Bool) -> Float {
    if letter == previous { return 0.3 }
    guard numbers[Int(letter)] >= firstWeak else { return 1 }
    return atEnd ? 0.25 : 0.4
  }

  @inline(__always)
  func replacements(of letter: Letter) -> UnsafePointer<Float> {
    replacements + SlipTables.pair(numbers[Int(letter)], 0)
  }

  @inline(__always)
  func replacing(_ letter: UnsafePointer<Float>, by other: Letter, atEnd: Bool) -> Float {
    letter[Int(numbers[Int(other)]) + (atEnd ? SlipTables.lastPairs : 0)]
  }

  @inline(__always)
  var swapping: Float { 0.6 }

  /// Tells, by the letters that two spellings hold and by how many they are, that no slips below a limit
  /// lead from one to the other.
  ///
  /// What one lacks was put for something else, or left out; what it is longer by was put in beside.
  @inline(__always)
  func areFar(
    _ a: (letters: LetterSet, count: Int), _ b: (letters: LetterSet, count: Int), limit: Float
  ) -> Bool {
    let most = limit + 0.001
    return leastCost(ofLosing: a.letters.subtracting(b.letters), among: b.letters)
      + leastCost(ofInserting: b.count - a.count) > most
      || leastCost(ofLosing: b.letters.subtracting(a.letters), among: a.letters)
        + leastCost(ofInserting: a.count - b.count) > most
  }

  /// The least that so many more letters cost: one at the end, the others as double letters.
  @inline(__always)
  private func leastCost(ofInserting count: Int) -> Float {
    count > 0 ? 0.3 * Float(count) - 0.05 : 0
  }

  /// The least that it costs to leave out some letters, or to put others for them.
  @inline(__always)
  private func leastCost(ofLosing lost: LetterSet, among others: LetterSet) -> Float {
    var cost: Float = 0
    var bits = lost.bits
    // At the end a weak letter costs less, but only one stands there.
    var discount: Float = 0
    while bits != 0 {
      let likes = likes[bits.trailingZeroBitCount]
      if likes.isWeak { discount = 0.2 }
      cost +=
        likes.isWeak || others.bits & likes.near != 0
        ? 0.4 : others.bits & likes.far != 0 ? 0.7 : 1
      bits &= bits - 1
    }
    return cost - discount
  }
}

/// The costs of Arabic slips by the numbers of letters.
private struct SlipTables {
  var numbers = [UInt8](repeating: 0, count: 256)
  var firstWeak: UInt8
  var replacements = [Float](repeating: 1, count: 2 * lastPairs)

  /// What the letters of a bit are taken for.
  struct Likes {
    /// Whether one of them is written or left out as writers like.
    var isWeak = false
    /// The letters put for them at 0.4 of a slip at most, and those at 0.7.
    var near: UInt64 = 0
    var far: UInt64 = 0
  }

  /// By the bits of letters.
  var likes = [Likes](repeating: Likes(), count: 64)

  static let arabic = SlipTables()

  /// Where the costs at the end of names begin: there is room for 64 letters.
  static var lastPairs: Int { 64 * 64 }

  @inline(__always)
  static func pair(_ a: UInt8, _ b: UInt8) -> Int { Int(a) << 6 | Int(b) }

  private init() {
    // Letters that sound alike to many speakers.
    let sounds: [[Letter]] = [
      [.seen, .sad, .theh], [.teh, .tehWide], [.dal, .dad], [.thal, .zain, .zah], [.qaf, .kaf],
      [.hah, .heh],
    ]
    // Letters that differ in their dots only.
    let shapes: [[Letter]] = [
      [.beh, .teh, .theh, .noon, .yeh], [.jeem, .hah, .khah], [.dal, .thal], [.reh, .zain],
      [.seen, .sheen], [.sad, .dad], [.tehWide, .zah], [.ain, .ghain], [.feh, .qaf],
    ]
    // Letters that are written or left out as writers like.
    let weak: [Letter] = [.alef, .waw, .yeh, .heh, .hamza]
    let strong = Set((sounds + shapes).joined()).subtracting(weak).sorted()
    firstWeak = UInt8(strong.count + 1)
    for (index, letter) in (strong + weak).enumerated() { numbers[Int(letter)] = UInt8(index + 1) }
    for group in shapes { set(group, 0.7) }
    for group in sounds { set(group, 0.4) }
    set(weak, 0.4, atEnd: 0.2)
    for a in strong + weak {
      let bit = LetterSet.bit(of: a)
      if weak.contains(a) { likes[bit].isWeak = true }
      for b in strong + weak {
        let cost = replacements[Self.pair(numbers[Int(a)], numbers[Int(b)])]
        if cost <= 0.4 { likes[bit].near |= LetterSet([b]).bits }
        if cost <= 0.7 { likes[bit].far |= LetterSet([b]).bits }
      }
    }
  }

  /// Sets what it costs to put one letter of a group for another.
  private mutating func set(_ group: [Letter], _ cost: Float, atEnd lastCost: Float? = nil) {
    for a in group {
      for b in group {
        let pair = Self.pair(numbers[Int(a)], numbers[Int(b)])
        replacements[pair] = cost
        replacements[Self.lastPairs + pair] = lastCost ?? cost
      }
    }
  }
}
