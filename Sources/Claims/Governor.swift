import ArabicText
import Lexicon
import Mentions
import Reports

/// What a party's name hangs on in its sentence, and what that makes of the party.
enum Governor {
  /// It did the act: the subject of a verb, behind "على يد", behind "قصف".
  case acts
  /// It suffered the act: the object, behind "ضد".
  case harmed
  /// It lost somebody: behind "مقتل عناصر من".
  case lost
  /// It took part on the side of another: behind "بدعم من".
  case helps
  /// One of two that fought: behind "بين".
  case side
  /// The second of two that fought, of whom no list has the first: "بين الأهالي ودورية للأمن".
  case otherSide
  /// It is joined to the party named before it by و.
  case joined
  /// It is named and has no part: a source, a name behind "التابعة ل".
  case apart
  /// The sentence does not say.
  case none
}

extension ReportReading {
  /// What a party's name hangs on: looks leftwards past what belongs to the party to what governs it,
  /// then rightwards to the verb of which it is the subject.
  ///
  /// - Parameter hasInitiator: Whether the event's initiator stands before the name.
  func governor(of mention: ActorMention, in event: Event, hasInitiator: Bool) -> Governor {
    var search = GovernorSearch(self, mention, event, hasInitiator: hasInitiator)
    let governor = search.governor()
    // "بقصف من طائرة", "غارة لطائرة", "بمشاركة مروحيات": arms act only as the subject of a verb, and
    // so does who is told by a common noun: "رمى مطلوب قنبلة", but "القبض على مطلوب".
    return search.isBare && (governor != .acts || !search.isSubject) ? .apart : governor
  }
}

extension ReportReading {
  /// Whether the vowel u is written in a word.
  func hasDamma(_ token: Token) -> Bool {
    report.text.withUnsafeBufferPointer { text in
      var i = Int(token.start)
      while i + 1 < Int(token.end) {
        if text[i] == 0xD9, text[i + 1] == 0x8F { return true }
        i += 1
      }
      return false
    }
  }
}
