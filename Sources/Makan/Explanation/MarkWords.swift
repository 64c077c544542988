import ArabicText

/// What a mention was read as, and by which rule or word list.
struct MarkWords {
  var value: String
  var reader: String

  init(of mark: Marks.Mark, in reading: ReportReading, _ gazetteer: Gazetteer) {
    (value, reader) = ("", "")
    switch mark.kind {
    case .place: tell(place: mark.index, reading, gazetteer)
    case .date:
      let date = reading.dates[mark.index]
      let day = reading.days(published: reading.report.published ?? reading.dateline)[mark.index]
      value = day?.edtf ?? "no day follows from it"
      reader = date.rule
    case .trigger:
      let hit = reading.parts.triggers[mark.index]
      value = hit.trigger.key + Self.form(hit.form) + (hit.isDefinite ? ", definite" : "")
      reader = "triggers.tsv"
    case .outcome:
      let hit = reading.parts.outcomes[mark.index]
      value = hit.outcome.key + Self.form(hit.form)
      reader = "outcomes.tsv"
    case .actor:
      let actor = reading.reader.lexicon.actors[reading.actors[mark.index].actor]
      value = "\(actor.id), \(actor.kind.rawValue)"
      reader = "actors.tsv"
    case .count: tell(count: reading.counts[mark.index], reading)
    case .means: tell(Means.self, .means, mark, reading)
    case .weapons: tell(Weapons.self, .weapons, mark, reading)
    case .status: tell(StatusSign.self, .status, mark, reading)
    case .unrelated: tell(Unrelated.self, .unrelated, mark, reading)
    }
  }

  private mutating func tell<K: Key>(
    _ keys: K.Type, _ category: Category, _ mark: Marks.Mark, _ reading: ReportReading
  ) {
    let lexeme = reading.matches.lexeme(category, at: mark.index)?.lexeme
    value = lexeme.flatMap { K(rawValue: $0.value)?.key } ?? "?"
    reader = "\(category).tsv"
  }

  private static func form(_ form: Form) -> String { form == .none ? "" : ", \(form)" }

  // MARK: Places

  private mutating func tell(place p: Int, _ reading: ReportReading, _ gazetteer: Gazetteer) {
    let place = reading.places[p]
    var readers: [String] = []
    var parts: [String] = []
    if let anaphor = place.anaphor {
      parts.append("refers back, to the \(anaphor.key)")
      readers.append("anaphora.tsv")
    } else {
      let candidates = reading.candidates(of: place)
      switch candidates.count {
      case 0: parts.append("not in the gazetteer")
      case 1: parts.append(Self.name(candidates.first!, gazetteer))
      default:
        let known = candidates.max {
          (gazetteer.places[Int($0)].importance, $1) < (gazetteer.places[Int($1)].importance, $0)
        }!
        parts.append("\(candidates.count) of this name, one \(Self.name(known, gazetteer))")
      }
      if !candidates.isEmpty { readers.append("gazetteer") }
      if let noun = place.noun {
        parts.append("called \(noun.key)")
        readers.append("placenouns.tsv")
      }
    }
    if let part = place.part { parts.append("its part \(Direction.name(part))") }
    let group = (0..<reading.groups.count).first { g in
      (reading.groups[g].heads.lowerBound..<reading.groups[g].contexts.upperBound).contains(p)
    }
    if let group = group.map({ reading.groups[$0] }) {
      if group.contexts.contains(p) {
        parts.append("tells where the one before lies")
      } else {
        if group.relation != .in { parts.append("relation \(group.relation)") }
        if let direction = group.direction { parts.append(Direction.name(direction)) }
        if let km = group.distanceKm { parts.append("\(km.text(decimals: 1)) km") }
        if let role = group.role.told { parts.append(role) }
      }
    }
    value = parts.joined(separator: ", ")
    reader = readers.isEmpty ? "by its place in the phrase" : readers.joined(separator: " + ")
  }

  private static func name(_ place: Int32, _ gazetteer: Gazetteer) -> String {
    "\(gazetteer.id(of: place)) \(gazetteer.englishName(of: place))"
  }

  // MARK: Counts

  private mutating func tell(count: CountMention, _ reading: ReportReading) {
    var parts = [CountRange(count.min, count.max).told]
    if let trade = count.trade { parts.append(trade.group.key) }
    if let outcome = count.outcome { parts.append(outcome.key) }
    value = parts.joined(separator: " ") + (count.isSubset ? ", part of another count" : "")
    var readers: [String] = []
    for token in count.tokens {
      if reading.tokens.list[token].kind == .number { readers.append("digits") }
      for m in reading.matches.at(token) {
        guard let category = reading.matches[m].lexeme?.category,
          [.numbers, .quantities, .trades, .outcomes].contains(category)
        else { continue }
        readers.append("\(category).tsv")
      }
    }
    var seen: Set<String> = []
    reader = readers.filter { seen.insert($0).inserted }.joined(separator: " + ")
  }
}

extension PlaceGroup.Role {
  /// What a place is to the sentence where it is not the place of an event.
  fileprivate var told: String? {
    switch self {
    case .event: nil
    case .origin: "only an origin"
    case .destination: "only a destination"
    case .firingPosition: "only a firing position"
    case .seat: "only a seat"
    }
  }
}

extension Direction {
  /// The letters of the compass point, or `centre`.
  static func name(_ direction: Direction) -> String {
    direction == .centre
      ? "centre" : Compass.allCases[Int(direction.rawValue)].rawValue
  }
}

extension CountRange {
  /// `3`, `3–5`, `3 or more`.
  var told: String {
    guard let max else { return "\(min) or more" }
    return min == max ? "\(min)" : "\(min)–\(max)"
  }
}
