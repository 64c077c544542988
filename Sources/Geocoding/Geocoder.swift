import Claims
import Gazetteer
import Geometry

/// Finds out where claims happened.
///
/// A geocoder reads only the gazetteer and may be shared between tasks. It remembers the names that
/// it has looked up and the areas that it has drawn, for reports speak of the same places again and
/// again.
///
/// ```swift
/// let geocoder = Geocoder(gazetteer: gazetteer)
/// let locations = geocoder.locations(for: claims)   // one for each claim, nil without a place
/// ```
public final class Geocoder: Sendable {
  let atlas: Atlas
  /// Reports of a year name some thousand places; room for all that there are.
  private let names = Remembered<UInt64, KnownName>(atMost: 1 << 16)
  private let framed = Remembered<[NamedArea], [Frame]>(atMost: 1 << 13)
  private let drawn = Remembered<Whereabouts.Key, DrawnWhereabouts>(atMost: 8192)
  /// Whereabouts in units and regions, in their parts, and in the countryside of towns: dear to draw, and
  /// so few that no stream of other phrases may push them out.
  private let areas = Remembered<Whereabouts.Key, DrawnWhereabouts>(atMost: 4096)
  /// Whereabouts in small places, and near them.
  private let spots: RememberedOfPlaces<DrawnWhereabouts>
  private let surroundings: RememberedOfPlaces<DrawnWhereabouts>

  /// Makes a geocoder over a gazetteer.
  public init(gazetteer: Gazetteer) {
    atlas = Atlas(gazetteer)
    spots = RememberedOfPlaces(gazetteer.places.count)
    surroundings = RememberedOfPlaces(gazetteer.places.count)
  }

  /// The gazetteer that places are looked up in.
  public var gazetteer: Gazetteer { atlas.gazetteer }

  /// Finds where the claims of one report happened, all together: what one claim says of its
  /// governorate helps to tell where the others were.
  ///
  /// Gives one location for each claim, nil for a claim without a place phrase.
  public func locations(for claims: [Claim]) -> [Location?] {
    var names = NamesOfReport(self)
    var phrases: [ReadPhrase] = []
    phrases.reserveCapacity(claims.count)
    for i in claims.indices {
      guard let place = claims[i].place else { continue }
      phrases.append(ReadPhrase(place, names: &names, geocoder: self))
    }
    for i in phrases.indices { phrases[i].resolve(among: &names, atlas: atlas) }
    if phrases.count > 1 {
      let evidence = ReportEvidence(of: phrases, atlas: atlas)
      for i in phrases.indices where phrases[i].isOpen {
        evidence.enter(&phrases[i], at: i)
        phrases[i].resolve(among: &names, atlas: atlas)
      }
    }
    var next = 0
    var locations: [Location?] = []
    locations.reserveCapacity(claims.count)
    for i in claims.indices {
      if claims[i].place == nil {
        locations.append(nil)
      } else {
        phrases[next].conclude(atlas: atlas)
        locations.append(location(of: phrases[next], alternatives: 5))
        next += 1
      }
    }
    return locations
  }

  /// Finds where one phrase is, by itself.
  public func location(of phrase: PlacePhrase) -> Location {
    location(of: phrase, alternatives: 5)
  }

  /// Answers a phrase that somebody asks for, with up to ten alternatives.
  public func answer(for phrase: PlacePhrase) -> Location {
    location(of: phrase, alternatives: 10)
  }

  private func location(of phrase: PlacePhrase, alternatives limit: Int) -> Location {
    var names = NamesOfReport(self)
    var read = ReadPhrase(phrase, names: &names, geocoder: self)
    read.resolve(among: &names, atlas: atlas)
    read.conclude(atlas: atlas)
    return location(of: read, alternatives: limit)
  }

  // MARK: What is remembered

  /// Looks a name up, or remembers it from the last time.
  ///
  /// - Parameter letters: The hash of its letters.
  func name(of named: NamedPlace, letters: UInt64) -> KnownName {
    names.value(for: KnownName.key(of: named, letters: letters)) {
      $0.isOf(named)
    } make: {
      KnownName(named, atlas: atlas)
    }
  }

  /// Reads the areas that a sentence names, or remembers them from the last time.
  func frames(of context: [NamedArea]) -> [Frame] {
    framed.value(for: context) { Frame.frames(of: context, atlas: atlas) }
  }

  /// Draws where a phrase puts an event, or remembers it from the last time.
  func whereabouts(of key: Whereabouts.Key) -> DrawnWhereabouts {
    func draw() -> DrawnWhereabouts {
      DrawnWhereabouts(Whereabouts(of: key, atlas: atlas), of: key, atlas: atlas)
    }
    return switch key.spot(in: atlas) {
    case .at(let place): spots.value(of: place, make: draw)
    case .near(let place): surroundings.value(of: place, make: draw)
    case nil:
      key.isOneArea(in: atlas)
        ? areas.value(for: key, make: draw) : drawn.value(for: key, make: draw)
    }
  }
}
