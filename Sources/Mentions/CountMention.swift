import ArabicText
import Lexicon
import Reports

/// A number of people, weapons or whatever, with its bounds.
public struct CountMention: Sendable {
  public var min: Int
  /// Nil when the count is open upwards.
  public var max: Int?
  /// The people counted, when a word for them stands with the number.
  public var trade: Trade?
  /// The counted people are called by what became of them: "11 قتيلاً".
  public var outcome: Outcome?
  /// "بينهم": part of a count that was given before, and never added to it.
  public var isSubset: Bool
  /// True for "شخص" alone: one person, without a number.
  public var isBareSingular: Bool
  /// A dual or a plural alone, without a number.
  public var isBare: Bool = false
  /// The people have the article: they were told of before.
  public var isDefinite: Bool = false
  /// A number of unknown size: "عشرات", "عدد من".
  public var isVague: Bool = false
  /// Something other than people is counted: "30 غارة", "3 كم".
  public var isOfThings: Bool
  /// What is counted has a noun that no list has; people only where a word of harm says so.
  public var isOfUnknown: Bool = false
  /// Some of people who have a word of their own: "سبعة من المصابين".
  public var isOutOf: Bool = false
  /// "هم 15 عنصراً و7 مدنيين": who those are that were counted before.
  public var isNamely: Bool = false
  /// "20 شخصاً بين قتيل وجريح": killed and wounded together.
  public var isUndivided: Bool = false
  /// "خمسة آخرين": more of those told before.
  public var isOfOthers: Bool = false
  /// "15 منهم": some of those told before, where they were counted.
  public var isOfThose: Bool = false
  /// "أي 22 قتيلاً": all those told before, counted together.
  public var isTotal: Bool = false
  /// "شخصين شقيقين": the same people, called by another word.
  public var isRepeated: Bool = false
  /// "إصابة ثالث": one more, whose word tells that there were two before him, or more; 0 elsewhere.
  public var rank: Int = 0
  public var tokens: Range<Int>
  public var clitics: Clitics

  /// What a count may begin with.
  private static let openings: CategorySet = [
    CategorySet(.quantities), CategorySet(.numbers), CategorySet(.outcomes), CategorySet(.trades),
    .number,
  ]

  static func read(in reading: ReportReading) {
    let openings = openings
    let stages = reading.stages
    var scanner = CountScanner(reading)
    for s in reading.sentences.indices {
      let sentence = reading.sentences[s].tokens
      scanner.sentence = sentence
      var end = sentence.lowerBound
      while true {
        let i = stages.pointee.matches.next(openings, from: end, to: sentence.upperBound)
        guard i < sentence.upperBound else { break }
        end = i + 1
        guard !reading.isInDate(i), let mention = mention(at: i, &scanner, reading) else {
          continue
        }
        stages.pointee.counts.append(mention)
        end = Swift.max(mention.tokens.upperBound, end)
      }
    }
    markParts(of: &stages.pointee.counts, reading)
  }

  /// The count that begins at a token, and how it stands to the one before it.
  private static func mention(
    at i: Int, _ scanner: inout CountScanner, _ reading: ReportReading
  ) -> CountMention? {
    guard var mention = scanner.count(at: i) else { return nil }
    if let last = reading.stages.pointee.counts.last {
      if mention.isSameAs(last, reading) {
        mention.isRepeated = true
      } else if mention.goesOn(last, reading) || mention.isOneOf(last, reading) {
        mention.isSubset = true
        mention.isNamely = last.isNamely
      }
    }
    return mention
  }

  /// "ستة مدنيين (رجل وامرأتان وثلاثة أطفال)": a list behind a number that gives it in sum says who
  /// they are.
  private static func markParts(
    of mentions: inout PlainList<CountMention>, _ reading: ReportReading
  ) {
    for whole in mentions.indices {
      let total = mentions[whole]
      guard total.min >= 2, total.max == total.min, !total.isOfThings, !total.isVague,
        !total.isSubset || total.isNamely
      else { continue }
      var (sum, part, end) = (0, whole + 1, total.tokens.upperBound)
      while part < mentions.count, sum < total.min, mentions[part].isPart(behind: end, reading) {
        let isFirst = part == whole + 1
        // "ثلاثة رجال وامرأتان وطفل" goes on.
        if isFirst, mentions[part].tokens.lowerBound == end || mentions[part].clitics.contains(.waw)
        {
          break
        }
        sum += mentions[part].min
        end = mentions[part].tokens.upperBound
        part += 1
      }
      guard sum == total.min, part > whole + 2 else { continue }
      for i in whole + 1..<part { mentions[i].isSubset = true }
    }
  }

  /// "ثلاثة من الجيش": counted by whose they are.
  private func isOfParty(_ reading: ReportReading) -> Bool {
    let end = tokens.upperBound
    return end + 1 < reading.tokens.list.count
      && reading.has(.spatial, Spatial.from.rawValue, at: end) && reading.isInActor(end + 1)
  }

  /// Whether nothing but a mark and "هم" stands between a list and one of those told in it.
  private func isPart(behind end: Int, _ reading: ReportReading) -> Bool {
    // "خمسة من الجانبين، ثلاثة من الجيش واثنان من التنظيم"
    guard outcome == nil, trade != nil || isOfParty(reading), max == min, !isOfThings,
      tokens.lowerBound - end <= 6
    else { return false }
    let gap = end..<Swift.max(end, tokens.lowerBound)
    // "خمسة من الجانبين، ثلاثة": a mark, and nothing of harm or of an act before it.
    if let last = gap.last, reading.tokens.list[last].kind == .punctuation {
      return !gap.contains {
        reading.matches.begins([CategorySet(.outcomes), CategorySet(.triggers)], at: $0)
          || reading.tokens.list[$0].mark.endsSentence
      }
    }
    return gap.allSatisfy {
      // "(5 مدنيين و3 جنود)"
      reading.tokens.list[$0].kind == .punctuation
        || reading.tokens.isLetter(.waw, reading.tokens.list[$0])
        || reading.isInActor($0) || reading.has(.spatial, Spatial.from.rawValue, at: $0)
        || reading.has(.quantities, Quantity.namely.rawValue, at: $0)
    }
  }
}

extension CountMention {
  /// "شخصين شقيقين", "ثلاثة مدنيين أشقاء": right behind its like, and in its case and number.
  fileprivate func isSameAs(_ last: CountMention, _ reading: ReportReading) -> Bool {
    guard isBare, outcome == nil, trade != nil, last.trade != nil, !last.isOfThings,
      last.tokens.upperBound == tokens.lowerBound, clitics.isEmpty, isDefinite == last.isDefinite
    else { return false }
    func ending(_ tokens: Range<Int>) -> (Letter, Letter) {
      let token = reading.tokens.list[tokens.upperBound - 1]
      let count = Int(token.lettersCount)
      return (
        reading.tokens.letter(count - 2, of: token), reading.tokens.letter(count - 1, of: token)
      )
    }
    let (old, new) = (ending(last.tokens), ending(tokens))
    guard last.isBare else { return max == nil || last.trade?.number == .one }
    switch trade?.number {
    case .one: return last.max == 1 && (old.1 == .alef) == (new.1 == .alef)
    case .two: return last.max == 2 && old == new
    default: return last.max == nil && last.min == min
    }
  }

  /// "بينهم ثلاثة أطفال وامرأة", "بينهم جنديان أمريكيان ومترجمة": the woman belongs to the part too,
  /// being joined to it by و.
  fileprivate func goesOn(_ last: CountMention, _ reading: ReportReading) -> Bool {
    guard clitics.contains(.waw) else { return false }
    let gap = last.tokens.upperBound..<Swift.max(last.tokens.upperBound, tokens.lowerBound)
    if last.isNamely { return gap.count <= 6 }
    return last.isSubset && outcome == nil && trade != nil && gap.count <= 1
      && (gap.isEmpty && trade?.group == last.trade?.group
        || isBareSingular && gap.allSatisfy { reading.tokens.list[$0].kind == .word })
  }

  /// "ثلاثة أشخاص، رجل وابناه": who they are; "30 امرأة وطفلاً": the number is that of both.
  fileprivate func isOneOf(_ last: CountMention, _ reading: ReportReading) -> Bool {
    guard isBare, outcome == nil, trade != nil, !last.isOfThings else { return false }
    let (end, start) = (last.tokens.upperBound, tokens.lowerBound)
    if last.isBare || last.isSubset {
      return last.isSubset && end == start && clitics.contains(.waw)
    }
    // "10 من عسكريين ومدنيين": the number is that of both.
    if end == start, clitics.contains(.waw), max == nil, last.tokens.count >= 3,
      last.trade?.number != .one,
      reading.has(.spatial, Spatial.from.rawValue, at: last.tokens.upperBound - 2)
    {
      return true
    }
    if end == start {
      return clitics.contains(.waw) && last.min > 10 && last.trade?.number == .one
        && trade?.number == .one
    }
    return end + 1 == start && reading.tokens.list[end].mark == .comma
      && !clitics.contains(.waw)
  }
}

extension ReportReading {
  /// A number in digits or words that begins at a token, and the token behind it.
  public func number(at start: Int) -> (value: Int, end: Int)? {
    let count = tokens.list.count
    guard start < count else { return nil }
    if tokens.list[start].kind == .number {
      var end = start + 1
      var value = Int(tokens.list[start].value)
      // "200 ألف", "3 آلاف"
      if end < count, let word = numberWord(at: end), word.value == 1000 {
        value *= 1000
        end += 1
      }
      return (value, end)
    }
    guard let first = numberWord(at: start) else { return nil }
    var total = 0
    var value = first.value
    var end = start + 1
    var lastWasUnit = first.value < 10
    while end < count, let next = numberWord(at: end) {
      if next.value == 1000 && !next.hasWaw {
        total += Swift.max(value, 1) * 1000
        value = 0
      } else if next.value == 100 && !next.hasWaw && value < 10 {
        value *= 100
      } else if next.hasWaw {
        // "ثلاثة وعشرين": the greater part follows a unit; "مئة وخمسة": the smaller a greater.
        guard next.value != value,
          next.value >= 20 && value < 10 || value >= 100 && next.value < value || total > 0
        else { break }
        value += next.value
      } else if next.value == 10 && lastWasUnit {
        value += 10  // "أحد عشر"
      } else {
        break
      }
      lastWasUnit = false
      end += 1
    }
    return (total + value, end)
  }

  private func numberWord(at i: Int) -> (value: Int, hasWaw: Bool)? {
    guard let match = lexeme(.numbers, at: i), let lexeme = match.lexeme,
      match.clitics.isSubset(of: [.waw, .beh, .lam, .feh])
    else { return nil }
    return (Int(lexeme.value), match.clitics.contains(.waw))
  }
}

extension ReportReading {
  /// "الذي", "التي", "الذين": whether a relative pronoun stands at a token.
  public func isRelativePronoun(at i: Int) -> Bool {
    let token = tokens.list[i]
    guard tokens.hasArticle(token) else { return false }
    let third = tokens.letter(2, of: token)
    return third == .thal || third == .teh && token.lettersCount == 4
  }

  /// Whether a word has the article, behind its clitics.
  public func isDefiniteWord(_ i: Int) -> Bool {
    let token = tokens.list[i]
    let clitics = clitics(at: i).subtracting(token.detachedClitics)
    let skipped = clitics.letterCount
    // لل stands for ل + ال.
    if clitics.contains(.lam) {
      let behind = max(0, skipped - 1)
      if tokens.letter(behind, of: token) == .lam, tokens.letter(behind + 1, of: token) == .lam {
        return true
      }
    }
    guard tokens.hasArticle(token, behind: skipped) else { return false }
    // "آلية" is written with a madda: no article.
    let start = Int(token.start) + 2 * skipped
    return !report.text.withUnsafeBufferPointer { text in
      start + 1 < text.count && text[start] == 0xD8 && text[start + 1] == 0xA2
    }
  }

  /// "مقاتلَين": the vowel before the ending is written, and tells two.
  func isMarkedDual(_ i: Int) -> Bool {
    let end = Int(tokens.list[i].end)
    guard end - Int(tokens.list[i].start) > 8 else { return false }
    return report.text.withUnsafeBufferPointer { text in
      guard
        text[end - 4] == 0xD9 && text[end - 3] == 0x8A && text[end - 2] == 0xD9
          && text[end - 1] == 0x86, text[end - 6] == 0xD9
      else { return false }
      // U+064E, with U+0651 before or behind it, and then ي and ن.
      return text[end - 5] == 0x8E
        || text[end - 5] == 0x91 && text[end - 8] == 0xD9 && text[end - 7] == 0x8E
    }
  }
}
