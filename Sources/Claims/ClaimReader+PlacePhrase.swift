import ArabicText
import Gazetteer
import Lexicon
import Mentions
import Reports

extension ClaimReader {
  /// The place phrase that a few words make: what `geocode` is asked for.
  ///
  /// Words that the gazetteer has as one name are that name; others are read as a report's are, with
  /// a preposition before them where they have none; and what cannot be read is taken for a name
  /// that the gazetteer does not have.
  ///
  /// Nil when the words hold no letters.
  public func placePhrase(_ text: String) -> PlacePhrase? {
    let folded = Folding.folded(text)
    guard folded.contains(where: { !$0.isDigit }) else { return nil }
    var whole = NamedPlace(
      text: text, noun: nil, candidates: words.gazetteer.places(named: folded).map(\.place),
      range: TextRange(0, text.utf8.count))
    if !whole.candidates.isEmpty {
      return PlacePhrase(text: text, relation: .in, anchors: [whole])
    }
    let readings = ([text] + words.prepositions.prefix(1).map { "\($0) \(text)" })
      .map { ReportReading(Report(id: "phrase", text: $0), reader: words) }
    let phrases = readings.compactMap { phrase(in: $0) }
    // The reading that makes most of the words wins, the first of those that make the same.
    if let best = phrases.map(\.covered).max(),
      let phrase = phrases.first(where: { $0.covered == best })?.phrase
    {
      return phrase
    }
    whole.candidates = []
    return PlacePhrase(text: text, relation: .in, anchors: [whole])
  }

  /// The first place that a reading speaks of, and how many tokens its places and relations take.
  private func phrase(in reading: ReportReading) -> (phrase: PlacePhrase, covered: Int)? {
    let discourse = Discourse(reading)
    for s in reading.sentences.indices {
      let clauses = reading.parts.list(ofSentence: s)
      guard !clauses.isEmpty,
        let site = discourse.site(of: reading.event(of: clauses, sentence: s))
      else { continue }
      let draft = Draft(type: .other, status: .reported)
      draft.anchors = site.anchors
      draft.relation = site.relation
      draft.direction = site.direction
      draft.distanceKm = site.distanceKm
      draft.contexts = site.contexts
      let places = discourse.placesOfReport
      guard let phrase = discourse.phrase(of: draft, among: places) else { continue }
      return (phrase, reading.groups.indices.reduce(0) { $0 + reading.groups[$1].tokens.count })
    }
    return nil
  }
}
