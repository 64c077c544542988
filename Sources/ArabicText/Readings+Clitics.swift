extension Readings {
  /// Takes a folded word apart into clitics and a vocabulary word, in every way that works.
  ///
  /// The whole word comes first, then what is left without a conjunction, without a preposition,
  /// without both; pronouns are tried last, and only when nothing else was found.
  init(of word: UnsafeBufferPointer<Letter>, vocabulary: Vocabulary.Cells) {
    self.init()
    guard word.count > 0, word.count < 64 else { return }
    let whole = vocabulary.number(of: word)
    if whole >= 0 { append(whole, []) }
    guard word[0].isArabicLetter else { return }
    let conjunction = Self.conjunction(of: word)
    if let conjunction {
      let rest = UnsafeBufferPointer(rebasing: word[1...])
      let number = vocabulary.number(of: rest)
      if number >= 0 { append(number, conjunction) }
    }
    readPreposition(word, [], vocabulary)
    if let conjunction {
      readPreposition(.init(rebasing: word[1...]), conjunction, vocabulary)
    }
    if count > 0 { return }
    readPronoun(word, [], vocabulary)
    if let conjunction { readPronoun(.init(rebasing: word[1...]), conjunction, vocabulary) }
  }

  private static func conjunction(of word: UnsafeBufferPointer<Letter>) -> Clitics? {
    guard word.count >= 3 else { return nil }
    return word[0] == .waw ? .waw : word[0] == .feh ? .feh : nil
  }

  /// ب, ك, ل before a word; لل before one that has ال.
  private mutating func readPreposition(
    _ word: UnsafeBufferPointer<Letter>, _ clitics: Clitics, _ vocabulary: Vocabulary.Cells
  ) {
    guard word.count >= 3 else { return }
    let preposition: Clitics
    switch word[0] {
    case .beh: preposition = .beh
    case .kaf: preposition = .kaf
    case .lam: preposition = .lam
    default: return
    }
    let rest = UnsafeBufferPointer(rebasing: word[1...])
    let number = vocabulary.number(of: rest)
    if number >= 0 { append(number, clitics.union(preposition)) }
    if preposition == .lam, word[1] == .lam, word.count >= 4 {
      let number = vocabulary.numberWithArticle(before: word, from: 2)
      if number >= 0 { append(number, clitics.union(preposition)) }
    }
    if count == 0, word.count >= 5 { readPronoun(rest, clitics.union(preposition), vocabulary) }
  }

  /// ه ها هم هما هن نا behind a word; ت before one of them may be a ta marbuta.
  private mutating func readPronoun(
    _ word: UnsafeBufferPointer<Letter>, _ clitics: Clitics, _ vocabulary: Vocabulary.Cells
  ) {
    let length = pronounLength(word)
    guard length > 0, word.count - length >= 3 else { return }
    let stem = UnsafeBufferPointer(rebasing: word[..<(word.count - length)])
    let number = vocabulary.number(of: stem)
    if number >= 0 { append(number, clitics.union(.pronoun)) }
    if count == 0, stem[stem.count - 1] == .teh {
      let number = vocabulary.numberWithTaMarbuta(stem)
      if number >= 0 { append(number, clitics.union(.pronoun)) }
    }
  }

  private func pronounLength(_ word: UnsafeBufferPointer<Letter>) -> Int {
    let n = word.count
    guard n >= 4 else { return 0 }
    let (last, before) = (word[n - 1], word[n - 2])
    if n >= 6, word[n - 3] == .heh, before == .meem, last == .alef { return 3 }
    if before == .heh, last == .alef || last == .meem || last == .noon { return 2 }
    if before == .noon, last == .alef { return 2 }
    return last == .heh ? 1 : 0
  }
}

extension Vocabulary.Cells {
  /// The number of ال + the letters from an offset on, or -1.
  func numberWithArticle(before word: UnsafeBufferPointer<Letter>, from offset: Int) -> Int32 {
    withUnsafeTemporaryAllocation(of: Letter.self, capacity: word.count + 2) { buffer in
      buffer[0] = .alef
      buffer[1] = .lam
      var n = 2
      for letter in word[offset...] {
        buffer[n] = letter
        n += 1
      }
      return number(of: UnsafeBufferPointer(rebasing: buffer[..<n]))
    }
  }

  /// The number of a word whose last letter ت stands for a ta marbuta (folded ه), or -1.
  func numberWithTaMarbuta(_ stem: UnsafeBufferPointer<Letter>) -> Int32 {
    withUnsafeTemporaryAllocation(of: Letter.self, capacity: stem.count) { buffer in
      _ = buffer.initialize(from: stem)
      buffer[stem.count - 1] = .heh
      return number(of: UnsafeBufferPointer(rebasing: buffer[..<stem.count]))
    }
  }
}
