import ArabicText
import Reports

/// Misspells texts on purpose, as people do, and always in the same way.
///
/// How a word is spoiled hangs on the seed, on the report and on the word (and on the word behind
/// it, where the blank between the two is concerned), and not on where it stands. So what an
/// annotator quotes from a report is spoiled as it is in the report, and scoring stays fair.
public struct Spoiler: Sendable {
  private let kinds: [Noise]
  private let seed: Int
  /// The words that tell which first letters are clitics.
  private let clitics: @Sendable ([UInt8]) -> Clitics

  /// Makes a spoiler.
  ///
  /// - Parameters:
  ///   - kinds: What it does to texts.
  ///   - seed: Any number; another one spoils other words.
  ///   - clitics: The clitics that a word, as written, begins with.
  public init(
    _ kinds: [Noise], seed: Int, clitics: @escaping @Sendable ([UInt8]) -> Clitics
  ) {
    self.kinds = kinds
    self.seed = seed
    self.clitics = clitics
  }

  /// A report with its text spoiled.
  public func spoiled(_ report: Report) -> Report {
    var report = report
    let text = String(decoding: report.text, as: UTF8.self)
    report.text = Array(spoiled(text, of: report.id).utf8)
    return report
  }

  /// What an annotator says of a report, with everything quoted from it spoiled.
  public func spoiled(_ gold: GoldReport) -> GoldReport {
    var gold = gold
    for o in gold.operations.indices {
      gold.operations[o].placeText = spoiled(gold.operations[o].placeText, of: gold.id)
      gold.operations[o].evidence = gold.operations[o].evidence.map { spoiled($0, of: gold.id) }
      for a in gold.operations[o].actors.indices {
        let name = gold.operations[o].actors[a].name
        gold.operations[o].actors[a].name = spoiled(name, of: gold.id)
      }
    }
    for p in gold.notEventPlaces.indices {
      gold.notEventPlaces[p].text = spoiled(gold.notEventPlaces[p].text, of: gold.id)
    }
    return gold
  }

  /// A text of a report, spoiled.
  public func spoiled(_ text: String, of report: String) -> String {
    let pieces = Self.pieces(of: text.unicodeScalars.map(\.value))
    var result: [UInt32] = []
    for (i, piece) in pieces.enumerated() {
      switch piece.kind {
      case .word: result += word(piece.scalars, report)
      case .number: result += number(piece.scalars, report)
      case .other:
        result += between(
          piece.scalars, i > 0 ? pieces[i - 1] : nil, i + 1 < pieces.count ? pieces[i + 1] : nil,
          report)
      }
    }
    var spoiled = String.UnicodeScalarView()
    spoiled.append(contentsOf: result.compactMap { Unicode.Scalar($0) })
    return String(spoiled)
  }

  // MARK: Pieces

  /// A run of Arabic letters with their marks, a run of digits, or what lies between.
  private struct Piece {
    enum Kind { case word, number, other }
    var kind: Kind
    var scalars: [UInt32]
  }

  private static func pieces(of text: [UInt32]) -> [Piece] {
    var pieces: [Piece] = []
    for scalar in text {
      let kind: Piece.Kind =
        isLetter(scalar) || isMark(scalar) ? .word : digit(scalar) != nil ? .number : .other
      if pieces.last?.kind == kind {
        pieces[pieces.count - 1].scalars.append(scalar)
      } else {
        pieces.append(Piece(kind: kind, scalars: [scalar]))
      }
    }
    return pieces
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    (0x621...0x63A).contains(scalar) || (0x641...0x64A).contains(scalar)
      || (0x671...0x6D3).contains(scalar)
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    (0x64B...0x65F).contains(scalar) || scalar == Arabic.tatweel || scalar == 0x670
  }

  /// The value of a Western, Arabic-Indic or Persian digit.
  private static func digit(_ scalar: UInt32) -> UInt32? {
    for zero in zeros where (zero...zero + 9).contains(scalar) { return scalar - zero }
    return nil
  }

  /// The Western, Arabic-Indic and Persian zero.
  private static let zeros: [UInt32] = [0x30, 0x660, 0x6F0]

  // MARK: Chance

  /// A number that hangs on what is spoiled, and on nothing else.
  private struct Dice {
    private var value: UInt64

    init(_ value: UInt64) { self.value = value }

    /// A number below a bound, another one each time.
    mutating func roll(_ bound: Int) -> Int {
      defer { value /= UInt64(bound) }
      return Int(value % UInt64(bound))
    }
  }

  /// Whether a kind of noise hits some words, and the dice to choose how.
  ///
  /// - Parameter percent: In how many of a hundred places.
  private func hits(
    _ kind: Noise, _ words: [UInt32], _ report: String, percent: Int
  ) -> Dice? {
    guard kinds.contains(kind) else { return nil }
    var hash = StableHash()
    hash.combine(seed)
    hash.combine(report)
    hash.combine(kind.rawValue)
    for scalar in words { hash.combine(Int(scalar)) }
    var dice = Dice(hash.value)
    return dice.roll(100) < percent ? dice : nil
  }

  // MARK: Words

  private func word(_ written: [UInt32], _ report: String) -> [UInt32] {
    var word = written
    if var dice = hits(.hamza, written, report, percent: 30) { Self.moveHamza(&word, &dice) }
    if hits(.taMarbuta, written, report, percent: 30) != nil {
      Self.exchangeEnd(&word, Arabic.tehMarbuta, Arabic.heh)
    }
    if hits(.alefMaqsura, written, report, percent: 30) != nil {
      Self.exchangeEnd(&word, Arabic.alefMaqsura, Arabic.yeh)
    }
    let clitics = kinds.contains(.clitics) ? detachable(written) : []
    if var dice = hits(.vowelMarks, written, report, percent: 10) {
      if word.contains(where: { Self.isMark($0) && $0 != Arabic.tatweel }) {
        word.removeAll { Self.isMark($0) && $0 != Arabic.tatweel }
      } else {
        let at = 1 + dice.roll(word.count)
        word.insert(contentsOf: dice.roll(2) == 0 ? [Arabic.shadda] : [Arabic.fatha], at: at)
      }
    }
    if var dice = hits(.tatweel, written, report, percent: 10) { Self.stretch(&word, &dice) }
    if !clitics.isEmpty, hits(.clitics, written, report, percent: 30) != nil {
      // A conjunction stands alone as it is, a preposition drawn out.
      let isConjunction = clitics.isSubset(of: [.waw, .feh])
      let end = 1 + word.dropFirst().prefix { Self.isMark($0) }.count
      word.insert(contentsOf: isConjunction ? [0x20] : [Arabic.tatweel, 0x20], at: end)
    }
    return word
  }

  /// The clitic that is the first letter and can be parted from the word.
  private func detachable(_ word: [UInt32]) -> Clitics {
    let letters = word.filter { !Self.isMark($0) }
    // لل stands for ل + ال.
    guard letters.count > 3, letters[0] != letters[1] else { return [] }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: word.compactMap { Unicode.Scalar($0) })
    let found = clitics(Array(String(text).utf8)).subtracting(.pronoun)
    if !found.isDisjoint(with: [.waw, .feh]) { return found.intersection([.waw, .feh]) }
    return found
  }

  private static func moveHamza(_ word: inout [UInt32], _ dice: inout Dice) {
    let others: [UInt32: [UInt32]] = [
      Arabic.alefMadda: [Arabic.alef],
      Arabic.alefHamza: [Arabic.alef, Arabic.alef, Arabic.alefHamzaBelow],
      Arabic.alefHamzaBelow: [Arabic.alef, Arabic.alef, Arabic.alefHamza],
      Arabic.wawHamza: [Arabic.waw, Arabic.yehHamza],
    ]
    for i in word.indices {
      if let choice = others[word[i]] { word[i] = choice[dice.roll(choice.count)] }
    }
    let count = word.count
    if count > 3, word[count - 1] == Arabic.hamza, word[count - 2] == Arabic.alef {
      if dice.roll(3) == 0 { word.removeLast() }
    } else if count > 3, word[0] == Arabic.alef, word[1] != Arabic.lam {
      word[0] = dice.roll(2) == 0 ? Arabic.alefHamzaBelow : Arabic.alefHamza
    } else if count > 5, word[0] == Arabic.alef, word[1] == Arabic.lam, word[2] == Arabic.alef {
      word[2] = Arabic.alefHamzaBelow
    }
  }

  private static func exchangeEnd(_ word: inout [UInt32], _ a: UInt32, _ b: UInt32) {
    guard word.count > 2, let last = word.indices.last(where: { !isMark(word[$0]) }) else { return }
    if word[last] == a { word[last] = b } else if word[last] == b { word[last] = a }
  }

  /// Puts one or three tatweels between two letters that are joined.
  private static func stretch(_ word: inout [UInt32], _ dice: inout Dice) {
    let joints = word.indices.dropFirst().filter {
      isLetter(word[$0]) && isLetter(word[$0 - 1]) && !Arabic.unjoined.contains(word[$0 - 1])
    }
    guard !joints.isEmpty else { return }
    let at = joints[dice.roll(joints.count)]
    let count = dice.roll(2) == 0 ? 1 : 3
    word.insert(contentsOf: repeatElement(Arabic.tatweel, count: count), at: at)
  }

  // MARK: Numbers

  private func number(_ written: [UInt32], _ report: String) -> [UInt32] {
    guard var dice = hits(.digits, written, report, percent: 50) else { return written }
    let others = Self.zeros.filter { !($0...$0 + 9).contains(written[0]) }
    let zero = others[dice.roll(others.count)]
    return written.map { Self.digit($0).map { zero + $0 } ?? $0 }
  }

  // MARK: Blanks

  private func between(
    _ written: [UInt32], _ before: Piece?, _ after: Piece?, _ report: String
  ) -> [UInt32] {
    guard written.last == 0x20, let after, after.kind == .word else { return written }
    let words = (before?.scalars ?? []) + written + after.scalars
    if written.count == 2, Self.marks.contains(written[0]),
      hits(.blanks, words, report, percent: 10) != nil
    {
      return [written[0]]
    }
    guard written.count == 1, let before, before.kind == .word else { return written }
    // "و حلب": written together.
    if before.scalars == [Arabic.waw], hits(.clitics, words, report, percent: 50) != nil {
      return []
    }
    // "ديرالزور": nothing is seen of the blank that lacks behind a letter that joins nothing.
    if before.scalars.count <= 4, let last = before.scalars.last, Arabic.unjoined.contains(last),
      after.scalars.starts(with: [Arabic.alef, Arabic.lam]),
      hits(.blanks, words, report, percent: 20) != nil
    {
      return []
    }
    return hits(.blanks, words + [0], report, percent: 5) != nil ? [0x20, 0x20] : written
  }

  /// Full stop, comma, colon, semicolon.
  private static let marks: Set<UInt32> = [0x2E, 0x60C, 0x3A, 0x61B]
}

/// The letters that spelling varies in, as Unicode scalars.
private enum Arabic {
  static let hamza: UInt32 = 0x621
  static let alefMadda: UInt32 = 0x622
  static let alefHamza: UInt32 = 0x623
  static let wawHamza: UInt32 = 0x624
  static let alefHamzaBelow: UInt32 = 0x625
  static let yehHamza: UInt32 = 0x626
  static let alef: UInt32 = 0x627
  static let tehMarbuta: UInt32 = 0x629
  static let tatweel: UInt32 = 0x640
  static let lam: UInt32 = 0x644
  static let heh: UInt32 = 0x647
  static let waw: UInt32 = 0x648
  static let alefMaqsura: UInt32 = 0x649
  static let yeh: UInt32 = 0x64A
  static let fatha: UInt32 = 0x64E
  static let shadda: UInt32 = 0x651
  /// Letters that are not joined to the next one: آ أ ؤ إ ا ة د ذ ر ز و ى ء.
  static let unjoined: Set<UInt32> = [
    0x621, 0x622, 0x623, 0x624, 0x625, 0x627, 0x629, 0x62F, 0x630, 0x631, 0x632, 0x648, 0x649,
  ]
}
