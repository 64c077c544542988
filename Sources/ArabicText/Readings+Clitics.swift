extension Readings {
  /// Takes a folded word apart into clitics and a vocabulary word, in every way that works.
  ///
  /// The whole word comes first, then what is left without a conjunction, without a preposition,
  /// without both; pronouns are tried only when nothing else was found, and last another place
  /// of a hamza.
  ///
  /// - Parameter word: The word's letters, with at least sixteen readable bytes from the first on.
  init(of word: UnsafeBufferPointer<Letter>, vocabulary: Vocabulary.Cells) {
    self.init()
    guard word.count > 0 else { return }
    guard word.count <= WordKey.capacity else {
      readLong(word, vocabulary)
      return
    }
    read(WordKey(word.baseAddress!, count: word.count), vocabulary)
  }

  init(of word: WordKey, vocabulary: Vocabulary.Cells) {
    self.init()
    read(word, vocabulary)
  }

  @inline(__always)
  private mutating func read(_ word: WordKey, _ vocabulary: Vocabulary.Cells) {
    readAsWritten(word, vocabulary)
    if count == 0 { readWithOtherHamza(word, vocabulary) }
  }

  @inline(__always)
  private mutating func readAsWritten(_ word: WordKey, _ vocabulary: Vocabulary.Cells) {
    let whole = vocabulary.number(of: word)
    if whole >= 0 { append(whole, []) }
    let first = word[0]
    guard first.isArabicLetter else { return }
    let conjunction: Clitics? =
      word.count < 3 ? nil : first == .waw ? .waw : first == .feh ? .feh : nil
    if let conjunction {
      let rest = word.dropFirst
      let number = vocabulary.number(of: rest)
      if number >= 0 { append(number, conjunction) }
      readPreposition(rest, conjunction, vocabulary)
    } else {
      readPreposition(word, [], vocabulary)
    }
    if count > 0 { return }
    readPronoun(word, [], vocabulary)
    if let conjunction { readPronoun(word.dropFirst, conjunction, vocabulary) }
  }

  /// Tries the other places of a hamza, for a word that is none as it is written.
  ///
  /// "الاربعا" lacks the one at its end, and "مسئول" has on ي what others write on و.
  @inline(never)
  private mutating func readWithOtherHamza(_ word: WordKey, _ vocabulary: Vocabulary.Cells) {
    guard (4..<WordKey.capacity).contains(word.count) else { return }
    if word[word.count - 1] == .alef {
      readAsWritten(word.appending(.hamza), vocabulary)
      if count > 0 { return }
    }
    for i in 1..<word.count - 1 where word[i] == .yeh && word[i + 1] == .waw {
      readAsWritten(word.replacing(i, with: .waw), vocabulary)
      if count > 0 { return }
    }
  }

  /// A word of more than sixteen letters: whole, or behind a conjunction or a preposition.
  private mutating func readLong(
    _ word: UnsafeBufferPointer<Letter>, _ vocabulary: Vocabulary.Cells
  ) {
    let whole = vocabulary.number(ofLong: word)
    if whole >= 0 { append(whole, []) }
    guard let clitic = Clitics(letter: word[0]) else { return }
    let rest = UnsafeBufferPointer(rebasing: word[1...])
    let number =
      rest.count > WordKey.capacity
      ? vocabulary.number(ofLong: rest) : vocabulary.number(of: WordKey(rest))
    if number >= 0 { append(number, clitic) }
  }

  /// ب, ك, ل before a word; لل before one that has ال.
  @inline(__always)
  private mutating func readPreposition(
    _ word: WordKey, _ clitics: Clitics, _ vocabulary: Vocabulary.Cells
  ) {
    guard word.count >= 3 else { return }
    let preposition: Clitics
    switch word[0] {
    case .beh: preposition = .beh
    case .kaf: preposition = .kaf
    case .lam: preposition = .lam
    default: return
    }
    let rest = word.dropFirst
    let number = vocabulary.number(of: rest)
    if number >= 0 { append(number, clitics.union(preposition)) }
    if preposition == .lam, word[1] == .lam, word.count >= 4 {
      let number = vocabulary.number(of: word.replacing(0, with: .alef))
      if number >= 0 { append(number, clitics.union(preposition)) }
    }
    if count == 0, word.count >= 5 { readPronoun(rest, clitics.union(preposition), vocabulary) }
  }

  /// ه ها هم هما هن نا behind a word; ت before one of them may be a ta marbuta.
  private mutating func readPronoun(
    _ word: WordKey, _ clitics: Clitics, _ vocabulary: Vocabulary.Cells
  ) {
    let length = Self.pronounLength(word)
    guard length > 0, word.count - length >= 3 else { return }
    // ال and a pronoun never stand at one word: "الأسرة" is no "أسره".
    if word[0] == .alef, word[1] == .lam { return }
    let stem = word.prefix(word.count - length)
    let number = vocabulary.number(of: stem)
    if number >= 0 { append(number, clitics.union(.pronoun)) }
    if count == 0, stem[stem.count - 1] == .teh {
      let number = vocabulary.number(of: stem.replacing(stem.count - 1, with: .heh))
      if number >= 0 { append(number, clitics.union(.pronoun)) }
    }
  }

  private static func pronounLength(_ word: WordKey) -> Int {
    let n = word.count
    guard n >= 4 else { return 0 }
    let (last, before) = (word[n - 1], word[n - 2])
    if n >= 6, word[n - 3] == .heh, before == .meem, last == .alef { return 3 }
    if before == .heh, last == .alef || last == .meem || last == .noon { return 2 }
    if before == .noon, last == .alef { return 2 }
    return last == .heh ? 1 : 0
  }
}
