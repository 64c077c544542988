import ArabicText
import Lexicon

/// What a trigger tells with the words around it: "سقطت" tells nothing alone, and fire on a place with
/// shells behind it.
extension ReportReading {
  /// What a trigger tells with the words behind it; nil for one that tells nothing with them.
  func act(
    _ trigger: Trigger, _ form: Form, _ tokens: Range<Int>, _ clitics: Clitics
  ) -> Trigger? {
    switch trigger {
    case .battle: return .clash
    case .launch:
      if object(.means, behind: tokens, where: { Means(rawValue: $0)?.isShot == true }) {
        return .shelling
      }
      return fallsIntoHands(tokens) ? .control : nil
    case .land:
      // "أنزلهما ملثمون من مركبتهما"
      if clitics.contains(.pronoun) { return nil }
      let isForce =
        object(.means, behind: tokens) { $0 == Means.helicopter.rawValue }
        || object(.trades, behind: tokens) { Trade(value: $0).group == .soldier }
        || hasParty(around: tokens)
      return isForce ? .airborne : nil
    // "منظومات الدفاع دمرت ثلاث طائرات مسيرة"
    case .destroy:
      let isStopped =
        object(.means, behind: tokens) { $0 == Means.drone.rawValue }
        && first(.airDefence, in: max(0, tokens.lowerBound - Self.reach)..<tokens.lowerBound) != nil
      return isStopped ? .shootDown : .destroy
    // "دخلت القوات بلدة X" takes it; "دخلت دورية إلى بلدة X" goes there.
    case .enter:
      if takesPlace(tokens, by: form == .noun ? .behind : .around) { return .control }
      return form == .verb && hasParty(reach(of: tokens)) && goesToPlace(tokens) ? .incursion : nil
    // "حملة": one of arrests, and not one of relief.
    case .campaign:
      let range =
        max(
          0, tokens.lowerBound - Self.reach)..<min(
          tokens.upperBound + 2 * Self.reach, self.tokens.list.count)
      return hasParty(max(0, range.lowerBound - Self.reach)..<range.upperBound)
        || object(.outcomes, in: range, where: { $0 == Outcome.detained.rawValue })
        || object(.triggers, in: range, where: { Trigger(rawValue: $0)?.isSearch == true })
        ? .raidWeak : nil
    // "سُمعت أصوات انفجارات": nobody says where.
    case .explosion:
      let before = max(0, tokens.lowerBound - 5)..<tokens.lowerBound
      return first(.heard, in: before) == nil ? .explosion : nil
    case .take:
      if takesPlace(tokens) { return .control }
      let isPeople = object(.trades, behind: tokens) {
        [.civilian, .person, .militant].contains(Trade(value: $0).group)
      }
      return isPeople && hasParty(around: tokens) ? .arrest : nil
    default: return trigger
    }
  }

  /// How many words may stand between a verb and what it is said of.
  private static let reach = 8

  /// The words behind a trigger, up to the next comma or verb of an act.
  private func reach(of tokens: Range<Int>) -> Range<Int> {
    var end = tokens.upperBound
    let limit = min(end + Self.reach, self.tokens.list.count)
    while end < limit {
      let token = self.tokens.list[end]
      if token.kind == .lineBreak || token.mark.endsSentence || token.mark == .comma { break }
      end += 1
    }
    return tokens.upperBound..<end
  }

  private func object(
    _ category: Category, behind tokens: Range<Int>, where test: (Int16) -> Bool
  ) -> Bool {
    object(category, in: reach(of: tokens), where: test)
  }

  private func object(
    _ category: Category, in range: Range<Int>, where test: (Int16) -> Bool
  ) -> Bool {
    matches.first(category, in: range) { $0.lexeme.map { test($0.value) } ?? false } != nil
  }

  /// "سيطرت على سراقب": ground, and not a fire.
  func isOfPlace(_ tokens: Range<Int>) -> Bool {
    places(in: reach(of: tokens)).contains { places[$0].anaphor == nil && !isArea(places[$0]) }
  }

  /// Where somebody in arms must stand for an act to be his.
  private enum PartyPlace { case around, behind }

  /// "طهرت قسد حي المشلب", "أخذ التنظيم بلدتين": somebody in arms before or behind the verb, and a
  /// place as what is taken.
  private func takesPlace(_ tokens: Range<Int>, by party: PartyPlace = .around) -> Bool {
    let range = reach(of: tokens)
    // Right behind the verb and who does it, without a preposition.
    let place = places(in: range).first { places[$0].clitics.isEmpty }
    let noun = matches.first(.placenouns, in: range, where: { $0.clitics.isEmpty })
    guard
      let start = [place.map { places[$0].tokens.lowerBound }, noun.map { Int($0.start) }]
        .compactMap({ $0 }).min(),
      !(tokens.upperBound..<start).contains(where: {
        !isInActor($0) && lexeme(.spatial, at: $0) != nil
      })
    else { return false }
    return party == .around ? hasParty(around: tokens) : hasParty(tokens.upperBound..<start)
  }

  /// Whether somebody goes to a place: "دخلت دورية إلى بلدة X".
  private func goesToPlace(_ tokens: Range<Int>) -> Bool {
    places(in: reach(of: tokens)).contains {
      lexeme(.spatial, before: places[$0].tokens.lowerBound)?.lexeme?.value
        == Spatial.toward.rawValue
    }
  }

  /// "سقوط جسر الشغور", "سقطت بلدة قمحانة": a place right behind the verb.
  private func fallsIntoHands(_ tokens: Range<Int>) -> Bool {
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
  private func hasParty(_ range: Range<Int>) -> Bool {
    actors(in: range).contains { reader.lexicon.actors[actors[$0].actor].kind != .civilian }
      || object(.trades, in: range) { Trade(value: $0).group.isArmed }
  }

  private func hasParty(around tokens: Range<Int>) -> Bool {
    hasParty(max(0, tokens.lowerBound - Self.reach)..<tokens.lowerBound)
      || hasParty(reach(of: tokens))
  }
}

extension Trade.Group {
  /// Whether people of the trade bear arms.
  public var isArmed: Bool {
    switch self {
    case .militant, .soldier, .police, .commander: true
    case .civilian, .official, .other, .person: false
    }
  }
}

extension Means {
  /// Whether it is fired or dropped.
  fileprivate var isShot: Bool {
    switch self {
    case .artillery, .mortar, .rocket, .barrelBomb, .clusterBomb: true
    default: false
    }
  }
}

extension Trigger {
  /// Whether houses are searched or people taken.
  fileprivate var isSearch: Bool {
    switch self {
    case .raid, .raidWeak, .arrest, .seizure, .cache: true
    default: false
    }
  }
}
