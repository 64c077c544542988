import ArabicText
import Lexicon
import Mentions
import Reports

/// Who a report says has given a figure.
extension ReportReading {
  /// The source that a sentence names for what it tells, as written: "قال المرصد السوري إن", "بحسب شبكة كذا";
  /// nil where it tells it in its own name.
  ///
  /// Of two the one that stands nearer to a token.
  func source(in sentence: Int, nearest token: Int) -> TextRange? {
    guard matches.present.has(.speech) else { return nil }
    var best: (range: Range<Int>, away: Int)?
    for i in sentences[sentence].tokens where matches.begins(CategorySet(.speech), at: i) {
      guard let speech = lexeme(.speech, at: i), let found = source(of: speech, in: sentence) else {
        continue
      }
      let away = min(abs(found.lowerBound - token), abs(found.upperBound - token))
      if away < best?.away ?? .max { best = (found, away) }
    }
    guard let best else { return nil }
    return range(of: best.range)
  }

  /// The words that name who speaks: behind "قال" and "بحسب", or before "قال".
  private func source(of speech: Match, in sentence: Int) -> Range<Int>? {
    let tokens = sentences[sentence].tokens
    switch speech.lexeme.flatMap({ Speech(rawValue: $0.value) }) {
    // "بين" is "between" as well, and "يعتقد أنهم" nobody's word.
    case .say
    where !has(.spatial, Spatial.between.rawValue, at: Int(speech.start))
      && !has(.parties, PartySign.suspected.rawValue, at: Int(speech.start)):
      let behind = speaker(from: behindPronoun(from: Int(speech.end), in: tokens), in: tokens)
      if !behind.isEmpty { return isSaying(behind) ? behind : nil }
      // "المرصد السوري قال إن": from the sentence's beginning on.
      let before = tokens.lowerBound..<Int(speech.start)
      return before.count <= 6 && speaker(from: before.lowerBound, in: before) == before
        && isSaying(before) ? before : nil
    case .according:
      let behind = speaker(from: behindVerb(from: Int(speech.end), in: tokens), in: tokens)
      return behind.isEmpty ? nil : behind
    default: return nil
    }
  }

  /// "حسبما أعلنته القيادة", "وفق ما أفاد به مراسلنا": behind the verb and what points back.
  private func behindVerb(from start: Int, in sentence: Range<Int>) -> Int {
    guard start < sentence.upperBound, let verb = lexeme(.speech, at: start),
      verb.lexeme?.value == Speech.say.rawValue
    else { return start }
    return behindPronoun(from: Int(verb.end), in: sentence)
  }

  /// "به", "لنا": what points back behind a verb of saying.
  private func behindPronoun(from start: Int, in sentence: Range<Int>) -> Int {
    guard start < sentence.upperBound, tokens.list[start].kind == .word,
      tokens.list[start].lettersCount <= 3, !isInActor(start),
      !has(.parties, PartySign.that.rawValue, at: start),
      !has(.parties, PartySign.own.rawValue, at: start)
    else { return start }
    return start + 1
  }

  /// Whether words name somebody who gives figures: a source, a party, an outlet.
  private func isSaying(_ words: Range<Int>) -> Bool {
    words.contains {
      isInActor($0)
        || matches.begins(
          [CategorySet(.speech), CategorySet(.roles), CategorySet(.trades)], at: $0)
    }
  }

  /// The run of words from a token on that can be a name: up to the comma, the verb or "that".
  private func speaker(from start: Int, in sentence: Range<Int>) -> Range<Int> {
    var first = start
    while first < sentence.upperBound, tokens.list[first].mark == .quote { first += 1 }
    var end = first
    var words = 0
    while end < sentence.upperBound, words < 8, isOfSpeaker(end, from: first) {
      if tokens.list[end].kind == .word { words += 1 }
      end += 1
    }
    while end > first, saysIn(at: end - 1) { end -= 1 }
    // The quotation mark that closes what one before the name opened.
    let quotes = (first..<max(first, end)).count { tokens.list[$0].mark == .quote }
    if !quotes.isMultiple(of: 2), tokens.list[end - 1].mark == .quote { end -= 1 }
    return first..<max(first, end)
  }

  private func isOfSpeaker(_ i: Int, from first: Int) -> Bool {
    let token = tokens.list[i]
    if token.kind == .punctuation { return token.mark == .quote }
    guard token.kind == .word else { return false }
    if isInActor(i) { return true }
    // A party's name is enough, and "لـ" is to whom it was said.
    if i > first, isInActor(i - 1) || token.isDetachedClitic { return false }
    if isInDate(i) || has(.parties, PartySign.that.rawValue, at: i)
      || has(.parties, PartySign.own.rawValue, at: i)
    {
      return false
    }
    if i > first {
      if !clitics(at: i).isDisjoint(with: [.waw, .feh]) { return false }
      // "التلفزيون الذي اتهم", "مصادر طبية ما أدى": a clause behind the name.
      if has(.parties, PartySign.beside.rawValue, at: i), lexeme(.spatial, at: i) == nil {
        return false
      }
      if lexeme(.speech, at: i)?.lexeme?.value == Speech.say.rawValue { return false }
    }
    return !matches.begins(
      [
        CategorySet(.triggers), CategorySet(.outcomes), CategorySet(.numbers),
        CategorySet(.status), CategorySet(.means),
      ], at: i)
  }
}
