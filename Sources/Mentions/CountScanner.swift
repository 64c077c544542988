import ArabicText
import Lexicon

/// Reads the counts of a report, each at the token that it begins at.
struct CountScanner {
  let reading: ReportReading
  var sentence = 0..<0
  private var isSubset = false
  private var isTotal = false
  private var quantity: Quantity?

  init(_ reading: ReportReading) { self.reading = reading }

  /// The count before it, in this sentence or another.
  private var last: CountMention? { reading.stages.pointee.counts.last }

  mutating func count(at start: Int) -> CountMention? {
    (isSubset, isTotal, quantity) = (false, false, nil)
    var i = start
    // Words before the number: "بينهم", "أكثر من", "نحو".
    while let match = reading.lexeme(.quantities, at: i),
      let word = match.lexeme.flatMap({ Quantity(rawValue: $0.value) })
    {
      switch word {
      case .subset, .ofThem, .oneOfThem:
        isSubset = true
      case .moreThan, .atLeast, .lessThan, .about, .upTo, .between:
        quantity = word
      case .namely: quantity = .namely
      case .altogether: isTotal = true
      case .some, .few, .tens, .hundreds, .others, .othersTwo, .another:
        return vague(word, start, Int(match.end), match.clitics)
      case .same: return sameNumber(start, Int(match.end), match.clitics)
      case .all, .each, .he, .them, .label, .alongside, .alone, .aboard, .eachSide, .inReturn:
        return nil
      }
      i = Int(match.end)
      guard i + 1 < sentence.upperBound else { break }
      // "أكثر من (300)"
      let isBracketed =
        reading.tokens.list[i].mark == .openBracket && reading.tokens.list[i + 1].kind == .number
      if isBracketed { i += 1 } else if reading.tokens.list[i].kind == .punctuation { return nil }
    }
    guard i < sentence.upperBound else { return nil }
    let clitics = reading.clitics(at: start).union(reading.tokens.list[start].detachedClitics)
    if let number = reading.number(at: i), number.end <= sentence.upperBound {
      return isLabel(i, number.value) ? nil : numbered(number, start, clitics)
    }
    if isTotal || quantity == .namely { return nil }
    // "بين قتيل وجريح" was read with the count before it.
    if let last, last.isUndivided, i - last.tokens.upperBound <= 8, personOutcome(at: i) != nil {
      return nil
    }
    return bare(at: i, start, clitics)
  }

  // MARK: With a number

  /// "الفرقة 25", "عمره 12", "20 بالمئة", "عائلة واحدة": numbers that count nobody.
  private func isLabel(_ i: Int, _ value: Int) -> Bool {
    let token = reading.tokens.list[i]
    if token.kind == .word {
      let clitics = reading.clitics(at: i)
      // "20 بالمئة", but "أودت بمئة شخص".
      if value == 100, clitics.contains(.beh),
        reading.isDefiniteWord(i) || i > 0 && reading.tokens.list[i - 1].kind == .number
      {
        return true
      }
      // "واحد" behind its noun; before it only "أحد عناصره" and the like.
      guard value == 1, i > sentence.lowerBound, i + 1 < sentence.upperBound else {
        return value == 1
      }
      // "واحد من أفرادها"
      let isOut = reading.has(.spatial, Spatial.from.rawValue, at: i + 1)
      return reading.lexeme(.trades, at: isOut ? i + 2 : i + 1) == nil
    }
    if i + 1 < sentence.upperBound {
      let next = reading.tokens.list[i + 1]
      if next.mark == .other, next.isGlued || next.kind == .punctuation { return true }
      if reading.number(at: i + 1)?.value == 100, reading.clitics(at: i + 1).contains(.beh) {
        return true
      }
    }
    guard i > sentence.lowerBound, let label = reading.matches.lexeme(.quantities, endingAt: i),
      label.lexeme?.value == Quantity.label.rawValue
    else { return false }
    // "الضحايا الذين بلغ عددهم 25 قتيلاً": how many they were.
    return
      !(label.clitics.contains(.pronoun) && i + 1 < sentence.upperBound
      && (personOutcome(at: i + 1) != nil || reading.lexeme(.trades, at: i + 1) != nil))
  }

  private func numbered(
    _ number: (value: Int, end: Int), _ start: Int, _ clitics: Clitics
  ) -> CountMention? {
    var low = number.value
    var high: Int? = number.value
    var i = number.end
    switch quantity {
    case .moreThan: (low, high) = (number.value + 1, nil)
    case .atLeast: high = nil
    case .lessThan: (low, high) = (0, number.value - 1)
    case .between:
      guard let second = secondBound(at: i), second.value > low else { return nil }
      high = second.value
      i = second.end
    default: break
    }
    if quantity == nil, i < sentence.upperBound,
      reading.has(.spatial, Spatial.toward.rawValue, at: i),
      let second = reading.number(at: i + 1), second.value > low
    {
      high = second.value
      i = second.end
    }
    // "5-7 جنود"
    if quantity == nil, i + 1 < sentence.upperBound, reading.tokens.list[i].mark == .dash,
      reading.tokens.list[i].start == reading.tokens.list[i - 1].end,
      let second = reading.number(at: i + 1), second.value > low, second.value < 4 * low
    {
      high = second.value
      i = second.end
    }
    // "(300) جندياً", "/9/ مدنيين".
    if i < sentence.upperBound, i >= 2 {
      switch (reading.tokens.list[i - 2].mark, reading.tokens.list[i].mark) {
      case (.openBracket, .closeBracket), (.slash, .slash), (.quote, .quote): i += 1
      default: break
      }
    }
    var mention = CountMention(
      min: low, max: high, trade: nil, outcome: nil, isSubset: isSubset, isBareSingular: false,
      isOfThings: false, tokens: start..<i, clitics: clitics)
    mention.isTotal = isTotal
    classify(&mention, at: i)
    settleNamely(&mention)
    mention.isUndivided = isUndivided(behind: mention.tokens.upperBound)
    mention.isOfThose = isOfThose(mention.tokens.upperBound, mention.min)
    // "56 على الأقل": the bound behind the number.
    let end = mention.tokens.upperBound
    for j in [i, end]
    where j < sentence.upperBound && reading.has(.quantities, Quantity.atLeast.rawValue, at: j) {
      mention.max = nil
      mention.tokens =
        start..<Swift.max(mention.tokens.upperBound, Int(reading.lexeme(.quantities, at: j)!.end))
      return mention
    }
    if isAtLeast(behind: end) { mention.max = nil }
    return mention
  }

  /// "15 من قوات النظام السوري على الأقل": whose they are stands between.
  private func isAtLeast(behind end: Int) -> Bool {
    var j = end
    while j < Swift.min(end + 6, sentence.upperBound) {
      if reading.has(.quantities, Quantity.atLeast.rawValue, at: j) { return true }
      guard reading.isInActor(j) || reading.has(.spatial, Spatial.from.rawValue, at: j) else {
        return false
      }
      j += 1
    }
    return false
  }

  /// "هم أربعة قتلى وسبعة جرحى": what became of them is said here and nowhere else.
  private func settleNamely(_ mention: inout CountMention) {
    guard quantity == .namely else { return }
    mention.isNamely = mention.outcome == nil
    mention.isSubset = mention.isNamely
  }

  /// "بين قتيل وجريح", and whose they are before it: "20 من مسلحي قسد بين قتيل وجريح".
  private func isUndivided(behind end: Int) -> Bool {
    var j = end
    while j < Swift.min(end + 6, sentence.upperBound),
      reading.isInActor(j) || reading.tokens.list[j].mark == .quote
        || reading.has(.quantities, Quantity.ofThem.rawValue, at: j)
    { j += 1 }
    return j + 2 < sentence.upperBound && reading.has(.spatial, Spatial.between.rawValue, at: j)
      && personOutcome(at: j + 1) != nil && personOutcome(at: j + 2) != nil
  }

  /// "15 منهم من عناصر النظام", "اثنان منهم طفلان": what stands behind counts nobody else.
  private func isOfThose(_ i: Int, _ count: Int) -> Bool {
    guard i < sentence.upperBound, reading.has(.quantities, Quantity.ofThem.rawValue, at: i) else {
      return false
    }
    let next = i + 1
    guard next < sentence.upperBound else { return true }
    if let trade = reading.lexeme(.trades, at: next)?.lexeme.map({ Trade(value: $0.value) }) {
      return trade.number.exactly == count
    }
    return reading.number(at: next) == nil
      && !reading.matches.begins([CategorySet(.trades), CategorySet(.quantities)], at: next)
  }

  private func secondBound(at i: Int) -> (value: Int, end: Int)? {
    var j = i
    guard j < sentence.upperBound else { return nil }
    if reading.tokens.isLetter(.waw, reading.tokens.list[j]) { j += 1 }
    return j < sentence.upperBound ? reading.number(at: j) : nil
  }

  /// Finds out who is counted: the word behind the number, "من" between left out.
  private func classify(_ mention: inout CountMention, at i: Int) {
    var j = i
    if j < sentence.upperBound, reading.has(.spatial, Spatial.from.rawValue, at: j) { j += 1 }
    guard j < sentence.upperBound else { return }
    // "ارتفع إلى 5 والجرحى إلى 12": the wounded are others.
    if let outcome = personOutcome(at: j), j > i || !isOther(j) {
      mention.outcome = outcome.value
      mention.isOutOf = j > i && !mention.isVague
      mention.tokens = mention.tokens.lowerBound..<outcome.end
      return
    }
    // "20 إصابة"
    if j == i, mention.min > 10, let harm = reading.lexeme(.outcomes, at: j), harm.clitics.isEmpty,
      harm.lexeme?.value == Outcome.wounded.rawValue, harm.lexeme?.form == .noun,
      reading.endsAsNoun(j, .tehMarbuta)
    {
      mention.outcome = .wounded
      mention.tokens = mention.tokens.lowerBound..<Int(harm.end)
      return
    }
    if let trade = reading.lexeme(.trades, at: j), !reading.isInPlace(j),
      reading.lexeme(.means, at: j) == nil
        || reading.matches.ends[mention.tokens.lowerBound].has(.outcomes)
    {
      mention.trade = trade.lexeme.map { Trade(value: $0.value) }
      var end = Int(trade.end)
      // "ثمانية مسلحين قتلى"
      if end < sentence.upperBound, let outcome = personOutcome(at: end),
        !reading.clitics(at: end).contains(.waw), !reading.isDefiniteWord(end)
      {
        mention.outcome = outcome.value
        end = outcome.end
      }
      mention.tokens = mention.tokens.lowerBound..<end
      return
    }
    // "العشرات جراء القصف": with the article nothing more is counted.
    if mention.isVague, j == i, reading.isDefiniteWord(i - 1) { return }
    // "ثمانية آخرون": the others are the ones counted.
    if let others = reading.lexeme(.quantities, at: j), let value = others.lexeme?.value,
      [Quantity.others, .othersTwo, .another].contains(where: { $0.rawValue == value })
    {
      mention.isOfOthers = true
      mention.tokens = mention.tokens.lowerBound..<Int(others.end)
      return
    }
    if j == i, isThing(j) {
      mention.isOfThings = true
      mention.isOfUnknown = reading.matches.at(j).isEmpty && reading.tokens.list[j].lettersCount > 2
    }
  }

  /// "والجرحى": people of whom the number before says nothing.
  private func isOther(_ j: Int) -> Bool {
    reading.clitics(at: j).contains(.waw) && reading.isDefiniteWord(j)
  }

  /// A noun that is no person directly behind a number: strikes, shells, hours, kilometres.
  private func isThing(_ j: Int) -> Bool {
    let token = reading.tokens.list[j]
    guard token.kind == .word else { return false }
    // "أصيب أربعة بانفجار": what follows with a preposition is not what is counted.
    if !reading.clitics(at: j).isDisjoint(with: [.waw, .feh, .beh, .lam]) { return false }
    if reading.lexeme(.outcomes, at: j) != nil { return false }
    // "جُرح اثنان جراء انفجار"
    if reading.has(.parties, PartySign.beside.rawValue, at: j) { return false }
    if reading.lexeme(.means, at: j) != nil { return true }
    // "500 رأس من الأغنام"
    if reading.lexeme(.heads, at: j) != nil { return true }
    for m in reading.matches.at(j) {
      switch reading.matches[m].lexeme?.category {
      // "قُتل اثنان اشتبكا مع القوات"
      case .triggers where reading.matches[m].lexeme?.form == .verb: return false
      case .triggers, .means, .weapons, .placenouns, .dayparts, .months: return true
      // "إلى خمسة بعد وفاة اثنين" counts no time.
      case .calendar:
        let bounds: [CalendarWord] = [.before, .after, .since, .during, .until, .now, .today]
        return !bounds.contains { $0.rawValue == reading.matches[m].lexeme?.value }
      case .spatial:
        let measures: [Spatial] = [.km, .twoKm, .m]
        return measures.contains { $0.rawValue == reading.matches[m].lexeme?.value }
      case .quantities, .trades, .actors, .status, .speech: return false
      default: continue
      }
    }
    // "آخرين" and the like are persons; any other unknown noun is not known to be one.
    return token.readingCount == 0 || reading.isUnknownWord(j)
  }

  private func personOutcome(at j: Int) -> (value: Outcome, end: Int)? {
    guard reading.matches.begins(CategorySet(.outcomes), at: j) else { return nil }
    for m in reading.matches.at(j) {
      let match = reading.matches[m]
      guard match.lexeme?.category == .outcomes, match.lexeme?.form.isPerson == true,
        let value = match.lexeme.flatMap({ Outcome(rawValue: $0.value) })
      else { continue }
      return (value, Int(match.end))
    }
    return nil
  }

  // MARK: Without one

  /// "وجُرح مثلهم": as many as were counted before.
  private func sameNumber(_ start: Int, _ end: Int, _ clitics: Clitics) -> CountMention? {
    guard let last, !last.isOfThings || last.outcome != nil else { return nil }
    return CountMention(
      min: last.min, max: last.max, trade: last.trade, outcome: nil, isSubset: false,
      isBareSingular: false, isOfThings: false, tokens: start..<end, clitics: clitics)
  }

  private func vague(
    _ word: Quantity, _ start: Int, _ end: Int, _ clitics: Clitics
  ) -> CountMention? {
    let (low, high): (Int, Int?) =
      switch word {
      case .few: (3, 9)
      case .tens: (20, nil)
      case .hundreds: (200, nil)
      default: (2, nil)
      }
    var mention = CountMention(
      min: low, max: high, trade: nil, outcome: nil, isSubset: isSubset, isBareSingular: false,
      isOfThings: false, tokens: start..<end, clitics: clitics)
    mention.isVague = word != .few && word != .another
    // "في بعضها": some of the acts told of; "وقد يرتفع عدد من قضى": how many there were.
    if word == .some,
      clitics.contains(.pronoun)
        || end < sentence.upperBound
          && reading.tokens.letter(1, of: reading.tokens.list[end - 1]) == .noon
          && reading.lexeme(.outcomes, at: end)?.lexeme?.form == .verb
    {
      return nil
    }
    // "آخر بؤر الإرهابيين": the last of things.
    let token = reading.tokens.list[start]
    if word == .another, token.lettersCount == 3, reading.tokens.letter(0, of: token) == .alef,
      end + 1 < sentence.upperBound, reading.tokens.list[end].kind == .word,
      reading.matches.at(end).isEmpty,
      reading.tokens.letter(0, of: reading.tokens.list[end]) != .waw,
      reading.isDefiniteWord(end + 1), !reading.isDefiniteWord(end)
    {
      return nil
    }
    // "آخر", "ثالث": one more; "الخامس", "الآخر": the last of those told, but "بين الحين والآخر".
    if word == .another {
      guard
        clitics.contains(.waw) && !reading.isDefiniteWord(start)
          || reading.matches.ends[start].has(.outcomes)
          || reading.lexeme(.quantities, before: start)?.lexeme?.value
            == Quantity.alongside.rawValue
      else { return nil }
      (mention.min, mention.max) = (1, 1)
      if !reading.isDefiniteWord(start) {
        mention.rank = reading.lexeme(.ordinals, at: start)?.lexeme.map { Int($0.value) } ?? 3
      }
    }
    if word == .othersTwo { (mention.min, mention.max) = (2, 2) }
    if word == .others || word == .othersTwo || word == .another {
      mention.isBare = true
      return mention
    }
    classify(&mention, at: end)
    // "معظم الموقوفين", "بعض الجرحى": of those told before; "عدد من الجرحى" are new.
    if word == .some, mention.outcome != nil, end < sentence.upperBound,
      reading.isDefiniteWord(end), !reading.has(.spatial, Spatial.from.rawValue, at: end - 1)
    {
      (mention.isBare, mention.isDefinite) = (true, true)
    }
    mention.isUndivided = isUndivided(behind: mention.tokens.upperBound)
    return mention
  }

  /// A dual, a plural or a single person without a number.
  private func bare(at i: Int, _ start: Int, _ clitics: Clitics) -> CountMention? {
    if let outcome = personOutcome(at: i) {
      if let many = amongBoth(outcome, start, clitics) { return many }
      if let told = told(outcome, start, clitics) ?? bodies(outcome, start, clitics) {
        return told
      }
      let number = grammaticalNumber(of: i)
      var mention = CountMention(
        min: number.min, max: number.max, trade: nil, outcome: outcome.value, isSubset: isSubset,
        isBareSingular: number.max == 1, isBare: true,
        // "جثته": of somebody told before.
        isDefinite: reading.isDefiniteWord(i) || clitics.contains(.pronoun),
        isOfThings: false, tokens: start..<outcome.end, clitics: clitics)
      // "عشرات القتلى والجرحى": as vague as those before.
      if mention.isDefinite, number.max == nil, clitics.contains(.waw), let last, last.isVague,
        last.tokens.upperBound == start
      {
        (mention.min, mention.isVague, mention.isDefinite) = (last.min, true, false)
      }
      return mention
    }
    // "من أهالي قرية صيدا": what somebody is one of, and nobody more.
    if i > sentence.lowerBound, reading.has(.spatial, Spatial.from.rawValue, at: i - 1) {
      return nil
    }
    guard let match = reading.lexeme(.trades, at: i), !reading.isInPlace(i),
      let trade = match.lexeme.map({ Trade(value: $0.value) })
    else { return nil }
    // "شابين عراقيين": what those are who were counted.
    if trade.group == .other, trade.number != .one, clitics.isEmpty, let last, last.trade != nil,
      last.tokens.upperBound == start
    {
      return nil
    }
    // "هجوم مسلح": a word of the act; "أحد أفرادها"; "حاجزاً عسكرياً".
    let isInside = [Category.triggers, .quantities, .speech].contains {
      reading.matches.lexeme($0, endingAt: Int(match.end)).map { $0.start < i } ?? false
    }
    if isInside || trade.number == .one && isAdjective(i) { return nil }
    // "عناصر قسد" is a party; "جنديان أمريكيان" are two of one.
    let isOfParty = trade.group == .militant || trade.group == .person || trade.number != .two
    // But "قُتل جندي تركي" is one, whatever he is of.
    let isHarmed = i > 0 && reading.matches.ends[i].has(.outcomes)
    // "مقتل عناصر من الفصيل": a noun of harm has no subject.
    let isObject =
      isHarmed
      && (trade.number == .one || isHarm(before: i, is: .noun)
        || trade.number == .twoOrSeveral && reading.isMarkedDual(i))
    if reading.isInNamedParty(i), isOfParty, !isObject { return nil }
    let (low, high): (Int, Int?) =
      switch trade.number {
      case .one: (1, 1)
      case .two: (2, 2)
      case .twoOrSeveral where reading.isMarkedDual(i): (2, 2)
      case .several, .twoOrSeveral: (2, nil)
      }
    var mention = CountMention(
      min: low, max: high, trade: trade, outcome: nil, isSubset: isSubset,
      isBareSingular: trade.number == .one, isBare: true, isDefinite: reading.isDefiniteWord(i),
      isOfThings: false, tokens: start..<Int(match.end), clitics: clitics)
    let end = Int(match.end)
    guard end < sentence.upperBound else { return mention }
    // "طفل قتيل"
    if let outcome = personOutcome(at: end), trade.number == .one, !mention.isDefinite,
      !reading.isDefiniteWord(end), reading.clitics(at: end).isEmpty,
      reading.tokens.lastLetter(of: reading.tokens.list[end]) != .alef
    {
      mention.outcome = outcome.value
      mention.tokens = start..<outcome.end
      return mention
    }
    // "شخصين اثنين", "أبناءه الثلاثة".
    if let number = reading.number(at: end), reading.tokens.list[end].kind == .word,
      !reading.clitics(at: end).contains(.waw),
      number.value <= 2 || reading.isDefiniteWord(end)
    {
      mention.min = number.value
      mention.max = number.value
      mention.isBare = false
      mention.tokens = start..<number.end
    } else if reading.has(.quantities, Quantity.others.rawValue, at: end) {
      // "مدنيين آخرين"
      mention.tokens = start..<Int(reading.lexeme(.quantities, at: end)!.end)
    }
    return mention
  }

  /// "أوقعوها بين قتيل وجريح": several of each, and nobody says how many.
  private func amongBoth(
    _ outcome: (value: Outcome, end: Int), _ start: Int, _ clitics: Clitics
  ) -> CountMention? {
    guard quantity == .between, outcome.end < sentence.upperBound,
      let other = personOutcome(at: outcome.end), other.value != outcome.value,
      reading.clitics(at: outcome.end).contains(.waw)
    else { return nil }
    var mention = CountMention(
      min: 2, max: nil, trade: nil, outcome: outcome.value, isSubset: false,
      isBareSingular: false, isOfThings: false, tokens: start..<other.end, clitics: clitics)
    mention.isUndivided = true
    return mention
  }

  /// "حاجزاً عسكرياً": in the case of a thing before it.
  private func isAdjective(_ i: Int) -> Bool {
    guard i > sentence.lowerBound, reading.clitics(at: i).isEmpty, !reading.isInPlace(i - 1),
      !reading.isInActor(i - 1), !reading.isInDate(i - 1)
    else { return false }
    let (noun, word) = (reading.tokens.list[i - 1], reading.tokens.list[i])
    return noun.kind == .word && reading.tokens.lastLetter(of: word) == .alef
      && reading.tokens.lastLetter(of: noun) == .alef && !reading.matches.ends[i].has(.outcomes)
      && !reading.matches.ends[i].has(.trades) && reading.number(at: i - 1) == nil
      && !reading.matches.at(i - 1).contains {
        reading.matches[$0].lexeme?.form == .verb
      }
  }

  /// "والجرحى 4", "القتلى ثلاثة": the number behind those it is said of.
  private func told(
    _ outcome: (value: Outcome, end: Int), _ start: Int, _ clitics: Clitics
  ) -> CountMention? {
    var end = outcome.end
    // "ارتفع إلى 5 والجرحى إلى 12"
    if end < sentence.upperBound, last != nil, clitics.contains(.waw),
      reading.has(.spatial, Spatial.toward.rawValue, at: end)
    {
      end += 1
    }
    guard end < sentence.upperBound, reading.isDefiniteWord(start),
      let number = reading.number(at: end), number.value > 1, reading.clitics(at: end).isEmpty
    else { return nil }
    // "والقتلى الأربعة من عناصر التنظيم": told of before, or only here.
    if reading.isDefiniteWord(end), reading.tokens.list[end].kind == .word {
      var mention = CountMention(
        min: number.value, max: number.value, trade: nil, outcome: outcome.value,
        isSubset: isSubset, isBareSingular: false, isOfThings: false,
        tokens: start..<number.end, clitics: clitics)
      mention.isDefinite = true
      return mention
    }
    guard
      reading.tokens.list[end].kind == .number || number.end == sentence.upperBound
        || reading.tokens.list[number.end].kind == .punctuation
        || reading.has(.quantities, Quantity.subset.rawValue, at: number.end)
    else { return nil }
    return CountMention(
      min: number.value, max: number.value, trade: nil, outcome: outcome.value,
      isSubset: isSubset, isBareSingular: false, isOfThings: false, tokens: start..<number.end,
      clitics: clitics)
  }

  /// Whether the word of harm that ends before a token can be of one form and of no other.
  private func isHarm(before i: Int, is form: Form) -> Bool {
    guard let match = reading.matches.lexeme(.outcomes, endingAt: i) else { return false }
    return reading.matches.at(Int(match.start)).allSatisfy {
      let lexeme = reading.matches[$0].lexeme
      return lexeme?.category != .outcomes || lexeme?.form == form
    }
  }

  /// "جثث ثلاثة مدنيين": as many as the number behind it says.
  private func bodies(
    _ outcome: (value: Outcome, end: Int), _ start: Int, _ clitics: Clitics
  ) -> CountMention? {
    let end = outcome.end
    guard end < sentence.upperBound, grammaticalNumber(of: start).max == nil,
      !reading.isDefiniteWord(start), let number = reading.number(at: end),
      reading.tokens.list[end].kind == .number || reading.clitics(at: end).isEmpty,
      number.end < sentence.upperBound
    else { return nil }
    let trade = reading.lexeme(.trades, at: number.end)
    guard let last = trade.map({ Int($0.end) }) ?? personOutcome(at: number.end)?.end else {
      return nil
    }
    return CountMention(
      min: number.value, max: number.value,
      trade: trade?.lexeme.map { Trade(value: $0.value) },
      outcome: outcome.value, isSubset: isSubset, isBareSingular: false, isOfThings: false,
      tokens: start..<last, clitics: clitics)
  }

  /// "قتيلان" two, "قتلى" several, "قتيل" one.
  private func grammaticalNumber(of i: Int) -> (min: Int, max: Int?) {
    for m in reading.matches.at(i) {
      guard let lexeme = reading.matches[m].lexeme, lexeme.category == .outcomes else { continue }
      switch lexeme.form {
      case .personTwo: return (2, 2)
      case .persons, .undivided: return (2, nil)
      case .person: return (1, 1)
      default: continue
      }
    }
    return (1, 1)
  }
}
