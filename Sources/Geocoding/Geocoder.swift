import Claims
import Gazetteer
import Geometry

/// Finds out where claims happened.
///
/// A geocoder reads only the gazetteer and may be shared between tasks. It remembers the areas that
/// it has drawn, for reports speak of the same countrysides again and again.
///
/// ```swift
/// let geocoder = Geocoder(gazetteer: gazetteer)
/// let locations = geocoder.locations(for: claims)   // one for each claim, nil without a place
/// ```
public final class Geocoder: Sendable {
  let atlas: Atlas
  /// Reports of a year name some thousand places.
  private let drawn = Remembered<Whereabouts.Key, Whereabouts>(atMost: 8192)

  /// Makes a geocoder over a gazetteer.
  public init(gazetteer: Gazetteer) { atlas = Atlas(gazetteer) }

  /// The gazetteer that places are looked up in.
  public var gazetteer: Gazetteer { atlas.gazetteer }

  /// Finds where the claims of one report happened, all together: what one claim says of its
  /// governorate helps to tell where the others were.
  ///
  /// Gives one location for each claim, nil for a claim without a place phrase.
  public func locations(for claims: [Claim]) -> [Location?] {
    var phrases = claims.compactMap(\.place).map { ReadPhrase($0, atlas: atlas) }
    for i in phrases.indices { phrases[i].resolve(atlas: atlas) }
    if phrases.count > 1 {
      let evidence = ReportEvidence(of: phrases, atlas: atlas)
      for i in phrases.indices where phrases[i].isOpen {
        evidence.enter(&phrases[i], at: i)
        phrases[i].resolve(atlas: atlas)
      }
    }
    var next = phrases.makeIterator()
    return claims.map { claim in
      claim.place == nil ? nil : next.next().map { location(of: $0, alternatives: 5) }
    }
  }

  /// Finds where one phrase is, by itself.
  public func location(of phrase: PlacePhrase) -> Location {
    var read = ReadPhrase(phrase, atlas: atlas)
    read.resolve(atlas: atlas)
    return location(of: read, alternatives: 5)
  }

  /// Answers a phrase that somebody asks for, with up to ten alternatives.
  public func answer(for phrase: PlacePhrase) -> Location {
    var read = ReadPhrase(phrase, atlas: atlas)
    read.resolve(atlas: atlas)
    return location(of: read, alternatives: 10)
  }

  /// Draws where a phrase puts an event, or remembers it from the last time.
  func whereabouts(of key: Whereabouts.Key) -> Whereabouts {
    drawn.value(for: key) { Whereabouts(of: key, atlas: atlas) }
  }
}
