import ArabicText
import Gazetteer
import Lexicon
import Mentions

/// Those who were harmed, but not where a claim tells.
extension ReportReading {
  /// Whether the report says of a count that it is of another place, or of the whole country.
  func isElsewhere(_ count: CountMention, from anchors: [Int], _ event: Event) -> Bool {
    guard !anchors.isEmpty, event.clauses.count > 1, !count.isBareSingular,
      let c = clause(at: count.tokens.lowerBound, in: event)
    else { return false }
    return isOfCountry(c, event) || isOfOtherPlace(count, anchors, event)
  }

  /// "أحصت الشبكة 68 شهيداً في عموم سوريا، وقضى تسعة في الرقة": a clause that names the country and no place, where
  /// another one names places.
  private func isOfCountry(_ c: Int, _ event: Event) -> Bool {
    guard event.signs.words.has(.foreign), parts.list[c].groups.isEmpty,
      matches.first(
        .foreign, in: parts.list[c].tokens,
        where: { isSyria($0) && !isInActor(Int($0.start)) && isIn(Int($0.start), $0.clitics) })
        != nil
    else { return false }
    return event.groups.contains { isEventPlace(groups[$0]) }
  }

  /// "في سوريا", "في عموم سوريا", "بسوريا".
  private func isIn(_ i: Int, _ clitics: Clitics) -> Bool {
    clitics.contains(.beh) || i > 0 && saysIn(at: i - 1) || i > 1 && saysIn(at: i - 2)
  }

  /// "وقضى تسعة في الرقة بغارات، وسبعة في حلب": of a place right behind it that lies in another governorate.
  private func isOfOtherPlace(_ count: CountMention, _ anchors: [Int], _ event: Event) -> Bool {
    guard let place = place(behind: count, event), places[place].anaphor == nil else {
      return false
    }
    let here = anchors.flatMap { governorates(of: $0) }
    let there = governorates(of: place)
    return !here.isEmpty && !there.isEmpty && !there.contains(where: here.contains)
  }

  /// "وسبعة في حلب": the place right behind a count that goes on with a list.
  private func place(behind count: CountMention, _ event: Event) -> Int? {
    guard count.clitics.contains(.waw) else { return nil }
    let end = count.tokens.upperBound
    let start = saysIn(at: end) ? end + 1 : end
    guard start < event.tokens.upperBound, start > end || clitics(at: end).contains(.beh) else {
      return nil
    }
    return places(in: start..<min(start + 2, event.tokens.upperBound)).first.flatMap {
      places[$0].tokens.lowerBound == start ? $0 : nil
    }
  }

  /// The governorates in which the places lie that a mention may mean.
  func governorates(of place: Int) -> [Int32] {
    candidates(of: places[place]).map { reader.gazetteer.places[Int($0)].governorate }
  }
}
