import ArabicText

/// The forms of the word lists: folded words in one buffer, each form with its lexeme.
public struct WordForms: Sendable {
  public private(set) var letters: [Letter] = []
  /// Where each word ends in `letters`.
  public private(set) var wordEnds: [Int32] = []
  /// Where each form ends in `wordEnds`.
  public private(set) var formEnds: [Int32] = []
  public private(set) var lexemes: [Lexeme] = []
  /// The spelling that is being unfolded.
  private var words = FoldedWords()
  private var head = FoldedWords()

  init() {
    letters.reserveCapacity(1 << 18)
    wordEnds.reserveCapacity(1 << 15)
    formEnds.reserveCapacity(1 << 15)
    lexemes.reserveCapacity(1 << 15)
  }

  /// How many forms there are.
  public var count: Int { lexemes.count }

  /// The words of a form, as ranges of `letters`.
  public func words(of form: Int) -> [Range<Int>] {
    let first = form == 0 ? 0 : Int(formEnds[form - 1])
    return (first..<Int(formEnds[form])).map { word in
      (word == 0 ? 0 : Int(wordEnds[word - 1]))..<Int(wordEnds[word])
    }
  }

  /// The forms of one meaning that are a single word.
  public func singleWords(_ category: Category, _ value: Int16) -> [[Letter]] {
    lexemes.indices.compactMap { form in
      guard lexemes[form].category == category, lexemes[form].value == value else { return nil }
      let words = words(of: form)
      return words.count == 1 ? Array(letters[words[0]]) : nil
    }
  }

  // MARK: Unfolding

  private static let article: [Letter] = [.alef, .lam]

  /// Adds the forms of a spelling as a list writes it (`Words/README.md`).
  mutating func add(spelling: ArraySlice<UInt8>, as lexeme: Lexeme) {
    words.read(spelling)
    guard words.count > 0 else { return }
    if let tilde = spelling.firstIndex(of: UInt8(ascii: "~")) {
      head.read(spelling[..<tilde])
      if head.count > 0 { addVerb(lexeme) }
      return
    }
    addNoun(definiteFrom: words.count, lexeme)
    if spelling.contains(UInt8(ascii: "=")) { return }
    // The definite forms: every word, or only the last of a construct.
    if (0..<words.count).contains(where: { !hasArticle($0) }) { addNoun(definiteFrom: 0, lexeme) }
    let last = words.count - 1
    if last > 0, !hasArticle(last), (0..<last).contains(where: { !hasArticle($0) }) {
      addNoun(definiteFrom: last, lexeme)
    }
    switch lexeme.category {
    case .triggers, .means, .parties: addAccusative(lexeme)
    default: break
    }
  }

  /// "تفجيراً", "إنزالاً جوياً": the indefinite object, where it is written with an alef.
  private mutating func addAccusative(_ lexeme: Lexeme) {
    guard (0..<words.count).allSatisfy({ !hasArticle($0) && takesAlef(Array(words[$0])) }) else {
      return
    }
    for word in 0..<words.count {
      letters += words[word]
      letters.append(.alef)
      wordEnds.append(Int32(letters.count))
    }
    end(lexeme)
  }

  /// Whether the accusative is written: not behind ة, ا, ات, and duals and plurals in ن.
  private func takesAlef(_ word: [Letter]) -> Bool {
    guard word.count >= 3, let last = word.last, last.isArabicLetter else { return false }
    let before = word[word.count - 2]
    switch last {
    case .heh, .alef: return false
    case .teh: return before != .alef
    case .noon: return before != .alef && before != .yeh && before != .waw
    default: return true
    }
  }

  private func hasArticle(_ word: Int) -> Bool { words[word].starts(with: Self.article) }

  private mutating func addNoun(definiteFrom first: Int, _ lexeme: Lexeme) {
    for word in 0..<words.count {
      if word >= first, !hasArticle(word) { letters += Self.article }
      letters += words[word]
      wordEnds.append(Int32(letters.count))
    }
    end(lexeme)
  }

  /// و without its alef stands before a pronoun: "قصفوه".
  private static let pastEndings: [[Letter]] = [
    [], [.teh], [.waw, .alef], [.alef], [.teh, .alef], [.noon], [.waw],
  ]
  private static let presentPrefixes: [[Letter]] = [
    [.yeh], [.teh], [.seen, .yeh], [.seen, .teh],
  ]
  private static let presentEndings: [[Letter]] = [
    [], [.waw, .noon], [.alef, .noon], [.waw, .alef],
  ]

  /// The word before `~` is a verb; the words behind it follow it unchanged.
  private mutating func addVerb(_ lexeme: Lexeme) {
    let stem = Array(head[head.count - 1])
    if stem.first == .yeh {
      for prefix in Self.presentPrefixes {
        for ending in Self.presentEndings {
          addVerbForm(prefix + stem.dropFirst() + ending, lexeme)
        }
      }
    } else {
      for ending in Self.pastEndings { addVerbForm(stem + ending, lexeme) }
    }
  }

  private mutating func addVerbForm(_ verb: [Letter], _ lexeme: Lexeme) {
    for word in 0..<words.count {
      if word == head.count - 1 { letters += verb } else { letters += words[word] }
      wordEnds.append(Int32(letters.count))
    }
    end(lexeme)
  }

  private mutating func end(_ lexeme: Lexeme) {
    formEnds.append(Int32(wordEnds.count))
    lexemes.append(lexeme)
  }
}
