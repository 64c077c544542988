import Gazetteer

/// A gazetteer place that a name might mean, and how the name led to it.
struct Candidate: Hashable, Sendable {
  /// An index into the gazetteer's places.
  var place: Int32
  var match: NameMatch

  /// Takes the other's match where that is the better one for the same place.
  mutating func takeBetterMatch(of other: Candidate) {
    if other.match.weight(hasNamedArea: true) > match.weight(hasNamedArea: true) {
      match = other.match
    }
  }
}

/// How close the words of a report are to a name that the gazetteer has.
enum NameMatch: Hashable, Sendable {
  /// The main name, but for the foldings that Arabic spelling allows.
  case exact
  /// Another name of equal standing.
  case alias
  /// A name that only some source gives.
  case variant
  /// A part of a compound name, or the name without its qualifier; how far it is to be trusted, in
  /// hundredths.
  case part(trust: Int16)
  /// The name with the article added or dropped.
  case article
  /// A longer name that begins with the words, or a shorter one that the words begin with: so many
  /// words are missing or too many, and the article may differ.
  case qualifier(words: Int16, article: Bool)
  /// A name at some spelling distance; 100 is a whole letter of six.
  case spelling(cost: Int16)
}
