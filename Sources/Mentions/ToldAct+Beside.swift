import ArabicText
import Lexicon

/// The words beside an act: how far they are looked for, and who and what is found there.
extension ReportReading {
  /// How many words may stand between a verb and what it is said of.
  static let reach = 8

  /// The words behind a trigger, up to the next comma or verb of an act.
  func reach(of tokens: Range<Int>) -> Range<Int> {
    var end = tokens.upperBound
    var limit = min(end + Self.reach, self.tokens.list.count)
    while end < limit {
      let token = self.tokens.list[end]
      if isInDate(end), limit < self.tokens.list.count { limit += 1 }
      if token.kind == .lineBreak || token.mark.endsSentence { break }
      // "شنت قسد، صباح اليوم، حملة": a day between commas parts nothing.
      if token.mark == .comma, !isInDate(end - 1), end + 1 >= limit || !isInDate(end + 1) { break }
      end += 1
    }
    return tokens.upperBound..<end
  }

  func object(
    _ category: Category, behind tokens: Range<Int>, where test: (Int16) -> Bool
  ) -> Bool {
    object(category, in: reach(of: tokens), where: test)
  }

  func object(
    _ category: Category, in range: Range<Int>, where test: (Int16) -> Bool
  ) -> Bool {
    matches.first(category, in: range) { $0.lexeme.map { test($0.value) } ?? false } != nil
  }

  /// "أمطرت الفصائل بلدتي كفريا والفوعة بأكثر من 300 قذيفة": with what, behind all that was hit.
  func isWithShot(_ tokens: Range<Int>) -> Bool {
    let far = reach(of: tokens).upperBound
    guard far - tokens.upperBound >= Self.reach,
      let with = (tokens.upperBound..<far).first(where: { clitics(at: $0).contains(.beh) })
    else { return false }
    return object(.means, in: with..<min(with + 6, self.tokens.list.count)) {
      Means(rawValue: $0)?.isShot == true
    }
  }

  /// "سيطرت على سراقب": ground, and not a fire.
  func isOfPlace(_ tokens: Range<Int>) -> Bool {
    places(in: reach(of: tokens)).contains { places[$0].anaphor == nil && !isArea(places[$0]) }
  }

  /// "أخذت أربعة رجال": people are what is taken, and no place behind them.
  private func isCivilian(at token: Int) -> Bool {
    lexeme(.trades, at: token)?.lexeme.map { Trade(value: $0.value).group == .civilian } ?? false
  }

  /// Where somebody in arms must stand for an act to be his.
  enum PartyPlace { case around, behind }

  /// "طهرت قسد حي المشلب", "أخذ التنظيم بلدتين": somebody in arms before or behind the verb, and a
  /// place as what is taken.
  func takesPlace(_ tokens: Range<Int>, by party: PartyPlace = .around) -> Bool {
    let range = reach(of: tokens)
    // Right behind the verb and who does it, without a preposition.
    let place = places(in: range).first { places[$0].clitics.isEmpty }
    let noun = matches.first(.placenouns, in: range, where: { $0.clitics.isEmpty })
    guard
      let start = [place.map { places[$0].tokens.lowerBound }, noun.map { Int($0.start) }]
        .compactMap({ $0 }).min(),
      !(tokens.upperBound..<start).contains(where: {
        !isInActor($0) && (lexeme(.spatial, at: $0) != nil || isCivilian(at: $0))
      })
    else { return false }
    return party == .around ? hasParty(around: tokens) : hasParty(tokens.upperBound..<start)
  }

  /// The words before a trigger.
  func before(_ tokens: Range<Int>, _ count: Int = reach) -> Range<Int> {
    max(0, tokens.lowerBound - count)..<tokens.lowerBound
  }

  /// The words right behind a verb, where its subject stands.
  func behind(_ tokens: Range<Int>, _ count: Int = 3) -> Range<Int> {
    tokens.upperBound..<min(tokens.upperBound + count, reach(of: tokens).upperBound)
  }

  /// "المختطفين", "أسرى": people whom somebody holds.
  func holdsCaptives(_ range: Range<Int>) -> Bool {
    matches.first(
      .outcomes, in: range,
      where: { $0.lexeme?.value == Outcome.detained.rawValue && $0.lexeme?.form.isPerson == true })
      != nil
  }

  /// "أوقفت قوة المارة وفتشتهم": whether those who pass are what a verb is said of, and are let go again.
  func isOfPassers(_ tokens: Range<Int>) -> Bool {
    object(.triggers, in: behind(tokens, 7), where: { $0 == Trigger.passers.rawValue })
  }

  /// The words right before and behind a verb, where its subject stands.
  func beside(_ tokens: Range<Int>) -> Range<Int> {
    max(0, tokens.lowerBound - 4)..<behind(tokens).upperBound
  }

  /// The same, within the sentence, and behind the verb only the word right there.
  func subject(of tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    while start > max(0, tokens.lowerBound - 4) {
      let token = self.tokens.list[start - 1]
      if token.kind == .lineBreak || token.mark.endsSentence { break }
      start -= 1
    }
    return start..<behind(tokens, 1).upperBound
  }

  /// Whether fighters stand in a range of tokens.
  func holdsFighters(_ range: Range<Int>) -> Bool {
    object(.trades, in: range) { [.militant, .commander].contains(Trade(value: $0).group) }
      || actors(in: range).contains {
        reader.lexicon.actors[actors[$0].actor].kind == .armedGroup
      }
  }

  /// "قضت وحدة من الجيش على مجموعة إرهابية", and not "قضى ثلاثة مسلحين".
  func endsFighters(_ tokens: Range<Int>) -> Bool {
    let range = reach(of: tokens)
    guard
      let on = range.prefix(6).first(where: { has(.parties, PartySign.against.rawValue, at: $0) })
    else { return false }
    return hasParty(beside(tokens)) && holdsFighters(on..<min(on + 4, range.upperBound))
  }

  /// "طرد مقاتلو العشائر عناصر قسد": one party by the other.
  func isOverFighters(_ tokens: Range<Int>) -> Bool {
    hasParty(beside(tokens))
      && (actors(in: reach(of: tokens)).count
        + actors(in: before(tokens)).count >= 2
        || holdsFighters(behind(tokens)))
  }

  /// Whether somebody is driven from a place.
  func hasPlaceFrom(_ tokens: Range<Int>) -> Bool {
    places(in: reach(of: tokens)).contains {
      lexeme(.spatial, before: places[$0].tokens.lowerBound)?.lexeme?.value == Spatial.from.rawValue
    }
  }

  /// Whether arms are named, and not only what may hold anything.
  func holdsArms(_ range: Range<Int>) -> Bool {
    matches.first(.weapons, in: range, where: { $0.lexeme?.form != .weak }) != nil
  }

  /// "لاحقت الطائرات سيارات", "لاحق الجيش مسلحين": from the air, or on fighters.
  func chase(_ tokens: Range<Int>) -> Trigger? {
    let around = beside(tokens)
    if object(.means, in: around, where: { Means(rawValue: $0)?.isAirborne == true }) {
      return .strike
    }
    return holdsFighters(reach(of: tokens)) && hasParty(around) ? .clash : nil
  }

  /// Whether somebody goes to a place: "دخلت دورية إلى بلدة X".
  func goesToPlace(_ tokens: Range<Int>) -> Bool {
    places(in: reach(of: tokens)).contains {
      lexeme(.spatial, before: places[$0].tokens.lowerBound)?.lexeme?.value
        == Spatial.toward.rawValue
    }
  }

  /// "سقوط جسر الشغور", "سقطت بلدة قمحانة": a place right behind the verb.
  func fallsIntoHands(_ tokens: Range<Int>) -> Bool {
    let (first, end) = (max(0, tokens.lowerBound - 5), self.tokens.list.count)
    return places(in: first..<min(tokens.upperBound + 2, end)).contains {
      let place = places[$0]
      // Right behind it, or before it with قد between: "بلدة قمحانة قد سقطت".
      let isNext = place.tokens.lowerBound == tokens.upperBound
      let isBefore =
        place.tokens.upperBound <= tokens.lowerBound
        && place.tokens.upperBound >= tokens.lowerBound - 1 && place.noun?.isSettlement == true
      return (isNext || isBefore) && place.clitics.isEmpty && place.anaphor == nil
        && (place.noun != nil || !isArea(place))
    }
  }

  /// Whether somebody in arms stands in a range of tokens.
  func hasParty(_ range: Range<Int>) -> Bool {
    actors(in: range).contains { reader.lexicon.actors[actors[$0].actor].kind != .civilian }
      || object(.trades, in: range) { Trade(value: $0).group.isArmed }
      // "ودخلت قوة ثالثة": one more of those that were told before.
      || range.contains {
        has(.parties, PartySign.asset.rawValue, at: $0)
          && has(.quantities, Quantity.another.rawValue, at: $0 + 1)
      }
  }

  /// Whether gunmen stand in a range of tokens, or an armed group that polices no land.
  func isByFighters(_ range: Range<Int>) -> Bool {
    actors(in: range).contains {
      let actor = reader.lexicon.actors[actors[$0].actor]
      switch actor.kind {
      case .unknown, .common, .armedGroup: return actor.id != "sdf" && actor.id != "patrol"
      case .state, .coalition, .police, .militia, .civilian, .arms: return false
      }
    }
  }

  /// Whether a house is what an act is done to.
  func isOfDwelling(_ tokens: Range<Int>) -> Bool {
    object(.triggers, in: behind(tokens, 5), where: { $0 == Trigger.dwelling.rawValue })
  }

  /// "حاول جيش النظام اقتحام الزبداني إلا أن كتائب الجيش الحر صدته": others fight for it.
  func isOpposed(_ tokens: Range<Int>) -> Bool {
    let s = sentences.firstIndex { $0.tokens.upperBound > tokens.lowerBound }
    guard s < sentences.count else { return false }
    let sentence = sentences[s].tokens
    guard !isOfDwelling(tokens), !isByPolice(before(tokens)),
      first(.repelled, in: tokens.upperBound..<max(tokens.upperBound, sentence.upperBound)) != nil
    else { return false }
    return actors(in: sentence).contains {
      reader.lexicon.actors[actors[$0].actor].kind == .armedGroup
    }
  }

  /// "اقتحم انغماسيون ثكنة", "بعد اقتحامه حاجز": what soldiers hold, and no house.
  func isOfGarrison(_ tokens: Range<Int>) -> Bool {
    guard !isByPolice(subject(of: tokens)),
      let post = matches.first(.triggers, in: behind(tokens, 4), where: \.isPost)
    else { return false }
    return (tokens.upperBound..<Int(post.start)).allSatisfy {
      lexeme(.spatial, at: $0) == nil && lexeme(.placenouns, at: $0) == nil
    }
  }

  /// Whether police or a service of security stands in a range of tokens.
  func isByPolice(_ range: Range<Int>) -> Bool {
    actors(in: range).contains { reader.lexicon.actors[actors[$0].actor].kind == .police }
      || object(.trades, in: range) { Trade(value: $0).group == .police }
  }

  /// "خمس آليات", "دورية": troops without a word of whose they are; a convoy may carry aid.
  func hasAsset(_ range: Range<Int>) -> Bool {
    range.contains {
      has(.parties, PartySign.asset.rawValue, at: $0)
        && !has(.triggers, Trigger.vehicle.rawValue, at: $0)
    }
  }

  /// Whether a settlement stands behind a verb and its subject, with "to" before it or nothing.
  func isToPlace(_ tokens: Range<Int>) -> Bool {
    places(in: reach(of: tokens)).first.map {
      let place = places[$0]
      let before = lexeme(.spatial, before: place.tokens.lowerBound)?.lexeme?.value
      return place.anaphor == nil && place.clitics.isEmpty
        && (before == Spatial.toward.rawValue || before == nil && place.noun?.isSettlement == true)
    } ?? false
  }

  /// Whether people are told in a range of tokens who can be taken.
  func hasPeople(_ range: Range<Int>) -> Bool {
    object(.trades, in: range) { Trade(value: $0).group != .police }
  }

  /// Whether those stand in a range of whom nobody knows who they are: "مجهولان".
  func isByUnknown(_ range: Range<Int>) -> Bool {
    actors(in: range).contains { reader.lexicon.actors[actors[$0].actor].kind == .unknown }
  }

  func hasParty(around tokens: Range<Int>) -> Bool {
    hasParty(before(tokens))
      || hasParty(reach(of: tokens))
  }
}
