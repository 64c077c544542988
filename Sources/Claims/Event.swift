import ArabicText
import Lexicon
import Mentions
import Reports

/// A part of a sentence that tells one event: one or more clauses.
struct Event {
  var clauses: [Clause]
  var sentence: Int

  var tokens: Range<Int> {
    clauses[0].tokens.lowerBound..<clauses[clauses.count - 1].tokens.upperBound
  }
  var triggers: [TriggerHit] { clauses.flatMap(\.triggers) }
  var outcomes: [OutcomeHit] { clauses.flatMap(\.outcomes) }
  var groups: [Int] { clauses.flatMap(\.groups) }
  var dates: [Int] { clauses.flatMap(\.dates) }
}

extension ReportReading {
  /// Cuts a sentence into events: a new one begins where a clause has a trigger and a place of its
  /// own, and the event before it has both already.
  func events(of sentence: Int) -> [Event] {
    var events: [Event] = []
    for clause in clauses(of: sentences[sentence]) {
      if events.last.map({ beginsEvent(clause, after: $0) }) ?? true {
        events.append(Event(clauses: [clause], sentence: sentence))
      } else {
        events[events.count - 1].clauses.append(clause)
      }
    }
    return moveLeadingClauses(events)
  }

  private func beginsEvent(_ clause: Clause, after event: Event) -> Bool {
    let hasTrigger = clause.triggers.contains { isStrong($0) }
    guard hasTrigger, event.triggers.contains(where: { isStrong($0) }) else { return false }
    let old = event.groups.filter { isEventPlace(groups[$0]) }
    let new = clause.groups.filter { isEventPlace(groups[$0]) }
    if !new.isEmpty, !old.isEmpty {
      // The same place again, or an area that holds it, goes on with the event.
      return !new.allSatisfy { g in old.contains { samePlaces(groups[$0], groups[g]) } }
    }
    // Another day makes another event, even without a place.
    if !clause.dates.isEmpty, !event.dates.isEmpty, !new.isEmpty || !old.isEmpty {
      let a = event.dates.map { dates[$0].expression }
      let b = clause.dates.map { dates[$0].expression }
      return !b.contains { a.contains($0) } && b.contains { $0.isRecent || $0.isCalendar }
        && !clause.triggers.allSatisfy(\.isDefinite)
    }
    return false
  }

  /// A clause with a place or a date and no trigger at the end of an event may open the next one:
  /// "…، وفي بلدة X، انفجرت عبوة".
  private func moveLeadingClauses(_ events: [Event]) -> [Event] {
    var events = events
    guard events.count > 1 else { return events }
    for e in 1..<events.count {
      while events[e - 1].clauses.count > 1, let last = events[e - 1].clauses.last,
        last.triggers.isEmpty, last.outcomes.isEmpty,
        last.groups.contains(where: { isEventPlace(groups[$0]) }),
        beginsWithWaw(last)
      {
        events[e - 1].clauses.removeLast()
        events[e].clauses.insert(last, at: 0)
      }
    }
    return events
  }

  private func beginsWithWaw(_ clause: Clause) -> Bool {
    clitics(at: clause.tokens.lowerBound).contains(.waw)
      || sign(.clause, at: clause.tokens.lowerBound) != nil
  }

  /// A place at which the event may have happened, and not just an area around it.
  func isEventPlace(_ group: PlaceGroup) -> Bool {
    group.role == .event && !group.isCoarse(in: self)
  }

  func isStrong(_ hit: TriggerHit) -> Bool {
    hit.form != .weak && !isAccusation(hit)
  }

  /// "متهمين باستهداف حواجز", "بحثاً عن", "رداً على هجوم": an act that is named and not told.
  func isAccusation(_ hit: TriggerHit) -> Bool {
    let start = hit.tokens.lowerBound
    for i in max(0, start - 5)..<start {
      guard let match = sign(.accusation, at: i), Int(match.end) <= start else { continue }
      // Nothing but a comma ends its reach.
      if !(Int(match.end)..<start).contains(where: { tokens.list[$0].kind == .punctuation }) {
        return true
      }
    }
    return false
  }

  func samePlaces(_ a: PlaceGroup, _ b: PlaceGroup) -> Bool {
    let x = a.heads.map { places[$0] }
    let y = b.heads.map { places[$0] }
    if x.contains(where: { $0.anaphor != nil }) || y.contains(where: { $0.anaphor != nil }) {
      return false
    }
    return x.contains { p in
      y.contains { q in
        p.text == q.text
          || !p.candidates.isEmpty && !Set(p.candidates).isDisjoint(with: q.candidates)
      }
    }
  }
}
