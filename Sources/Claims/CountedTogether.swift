import ArabicText
import Lexicon
import Mentions

/// Somebody who was counted: what became of him, the word that tells it, and where his count ends.
struct Counted {
  var outcome: Outcome
  var hit: OutcomeMention?
  var end: Int
  /// "مواطنين": two, or several, as far as letters tell.
  var isTwoOrSeveral = false
}

/// Who is counted together with those who stand before him: by و, by مع, or by "إضافة إلى".
extension ReportReading {
  /// The word for "besides" that stands right before a token: "مع ولديه", "إضافة إلى ضابط".
  private func alongside(before token: Int) -> Match? {
    guard let match = lexeme(.quantities, before: token),
      match.lexeme?.value == Quantity.alongside.rawValue
    else { return nil }
    return match
  }

  /// Whether a count goes on with others: by و, or by a word for "besides" before it.
  func isJoined(_ count: CountMention) -> Bool {
    count.clitics.contains(.waw) || alongside(before: count.tokens.lowerBound) != nil
  }

  /// Whether a count is joined to the one right before it: "رجل وأبناؤه", "عناصر إضافة إلى ضابط".
  func isListed(_ count: CountMention, behind previous: Counted) -> Bool {
    let start = count.tokens.lowerBound
    if count.clitics.contains(.waw), start == previous.end { return true }
    guard let besides = alongside(before: start) else { return false }
    return besides.start >= previous.end
      && !(previous.end..<Int(besides.start)).contains {
        tokens.list[$0].kind == .punctuation && tokens.list[$0].mark != .comma
          || lexeme(.outcomes, at: $0) != nil || lexeme(.triggers, at: $0) != nil
      }
      && Int(besides.start) - previous.end <= (besides.end - besides.start > 1 ? 14 : 6)
  }

  /// Where a count ends, with the words that only call its people by another name.
  func end(of count: Int) -> Int {
    var last = count
    while last + 1 < counts.count, counts[last + 1].isRepeated { last += 1 }
    return counts[last].tokens.upperBound
  }

  /// Whether a count is joined to somebody who is named between it and the word of harm: "مقتل القيادي
  /// فلان ونجليه", "قُتل خالد العلي مع ولديه".
  func isJoined(
    _ position: Int, isBare: Bool, to hit: OutcomeMention, in event: Event
  ) -> Bool {
    let besides = alongside(before: position)
    guard clitics(at: position).contains(.waw) || besides != nil else { return false }
    let gap = (besides.map { Int($0.start) } ?? position) - hit.tokens.upperBound
    // "فقتلوه مع ولديه", "فلقي حتفه ومعه شرطي", "لاستشهاده ومرافقه"
    let isPointing =
      clitics(at: hit.tokens.upperBound - 1).contains(.pronoun)
      || besides.map { tokens.letter(0, of: tokens.list[Int($0.start)]) == .waw } ?? false
    guard gap > 0 || gap == 0 && isPointing else { return false }
    if isBare || gap <= 3 || gap <= 12 && isNamed(hit.tokens.upperBound) { return true }
    // "اغتال مسلحان على دراجة الناشط فلان وزوجته"
    return gap <= 14
      && person(of: hit, from: hit.tokens.upperBound, event).map { $0 < position } ?? false
  }

  /// "قُتل خلالها نصر العلواني، وهو من كبار القادة، مع ولديه": the word of harm that tells of the one whom
  /// a count is joined to by a word for "besides".
  func harmBeside(_ count: CountMention, _ event: Event) -> OutcomeMention? {
    guard let besides = alongside(before: count.tokens.lowerBound) else { return nil }
    let start = Int(besides.start)
    guard
      let hit = event.outcomes.map({ parts.outcomes[$0] }).last(where: {
        $0.countsPeople && $0.tokens.upperBound <= start
      }), start - hit.tokens.upperBound <= 16,
      matches.next(.triggers, in: hit.tokens.upperBound..<start) == nil,
      person(of: hit, from: hit.tokens.upperBound, event) != nil
    else { return nil }
    return hit
  }

  /// "القيادي", "محمد": somebody whom no count has.
  private func isNamed(_ token: Int) -> Bool {
    lexeme(.people, at: token) != nil
      || lexeme(.trades, at: token)?.lexeme.map {
        Trade(value: $0.value).number == .one && isDefiniteWord(token)
      } ?? false
  }

  /// Whether people with the article are told here for the first time: "قُتل الشقيقان محمد وخالد",
  /// "إضافة إلى المهاجم"; others were told of before.
  func isTold(
    _ count: CountMention, besides previous: Counted?, _ tally: Tally, _ event: Event
  ) -> Bool {
    // "ارتقى الشهيدان محمد وخالد"
    guard let number = count.outcome == nil ? count.trade?.number.exactly : count.max,
      count.outcome == nil || number == 2
    else { return false }
    let start = count.tokens.lowerBound
    // "اعتُقل ماجد العلي والشاب حسن الجاسم"
    if number == 1, count.clitics.contains(.waw), previous != nil,
      has(.people, PersonWord.given.rawValue, at: count.tokens.upperBound)
    {
      return true
    }
    if number == 1 {
      return previous != nil && alongside(before: start).map { $0.end - $0.start > 1 } ?? false
    }
    let hit = event.outcomes.map { parts.outcomes[$0] }.last {
      let end = $0.tokens.upperBound
      return $0.countsPeople && end <= start && start - end <= ($0.form == .verb ? 8 : 2)
        && (end..<start).allSatisfy { isPassed($0, event) }
    }
    return hit.map { hit in
      !tally.entries.contains {
        $0.outcome == hit.outcome && $0.sentence != event.sentence && $0.max == $0.min
      }
    } ?? false
  }

  /// "سقط مقاتل شهيداً": what became of him who was counted, and nobody more.
  func isPredicate(_ count: CountMention, of previous: Counted?, _ event: Event) -> Bool {
    guard count.isBareSingular, let outcome = count.outcome, !isJoined(count), let previous,
      previous.outcome == outcome, let hit = previous.hit, hit.form == .verb
    else { return false }
    let start = count.tokens.lowerBound
    return start - previous.end <= 8
      && tokens.lastLetter(of: tokens.list[count.tokens.upperBound - 1]) == .alef
      && !event.outcomes.contains {
        (previous.end..<start).contains(parts.outcomes[$0].tokens.lowerBound)
      }
  }
}
