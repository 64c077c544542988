import ArgumentParser
import Makan

/// What happened near a place.
struct NearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "near",
    abstract: "List the operations within a distance of a place.",
    usage: """
      makan near FILE --place NAME --radius DISTANCE [--certain]
      makan near FILE --at LAT,LON --radius DISTANCE [--format FORMAT]
      """,
    discussion: """
      Distances are geodesic, on the WGS 84 ellipsoid. An operation whose whole area lies within the \
      radius is certainly there; one whose area only reaches into it is possibly there. The nearest \
      comes first.

      Examples:
        makan near maps/operations.geojson --place سرمدا --radius 20km
        makan near maps --at 36.19,36.72 --radius 20km --certain
        cat maps/operations.geojson | makan near - --at 36.19,36.72 --radius 800m
      """)

  @Argument(
    help: ArgumentHelp(
      "An operations.geojson, a map folder, or - for standard input.", valueName: "file"),
    completion: .file(extensions: ["geojson"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      "The centre: latitude, comma, longitude, in degrees.", valueName: "lat,lon"),
    transform: Given.position)
  var at: GeoPoint?

  @Option(
    help: ArgumentHelp(
      "The centre: a place of the gazetteer, by name or id.", valueName: "name"))
  var place: String?

  @Option(
    help: ArgumentHelp("How far, with a unit: 25km or 800m.", valueName: "distance"),
    transform: Given.distance)
  var radius: Distance

  @Flag(help: "Leave out operations that are only possibly within the radius.")
  var certain = false

  @OptionGroup var places: GazetteerOption

  @Option(help: ArgumentHelp("The form of the answer.", valueName: "format"))
  var format = NearAnswer.Format.text

  @Option(
    name: .customLong("lang"), help: ArgumentHelp("The language of text.", valueName: "lang"))
  var language = Language.english

  func validate() throws {
    if (at == nil) == (place == nil) {
      throw ValidationError(
        "Give the centre as one of --at LAT,LON and --place NAME, as in --at 36.19,36.72.")
    }
  }

  func run() throws {
    let centre: GeoPoint
    var name: String?
    if let at {
      centre = at
    } else {
      (centre, name) = try SoughtPlace.centre(place ?? "", language, in: places.gazetteer())
    }
    let operations = try MapFile.operations(in: file)
    let answer = NearAnswer(
      centre: centre, radius: radius, name: name,
      operations: operations.near(centre, radius: radius, certainOnly: certain))
    try StandardOutput.write(
      answer.rendered(as: format, words: .bundled(), language: language))
  }
}

/// A place that a person names on the command line.
enum SoughtPlace {
  /// Finds the point that a name or an id stands for, and what the place is called.
  ///
  /// - Throws: A ``Complaint`` that quotes the name.
  static func centre(
    _ text: String, _ language: Language, in gazetteer: Gazetteer
  ) throws -> (GeoPoint, String) {
    if let place = gazetteer.index(ofID: text.uppercased()),
      let point = gazetteer.places[Int(place)].point
    {
      return (point, gazetteer.name(of: place, language))
    }
    let makan = try Makan.forPhrases(only: text) { gazetteer }
    guard let location = makan.location(of: text) else {
      throw Complaint(
        .badData, "'\(text)' names no place; try makan gazetteer search, or give --at LAT,LON")
    }
    guard let point = location.point, !location.places.isEmpty else {
      throw Complaint(
        .badData,
        "the gazetteer has no '\(text)'; try makan gazetteer search \(text), or give --at LAT,LON")
    }
    if let other = location.alternatives.first, location.confidence < 0.5 {
      let chosen = location.places[0]
      Talk.say(
        "'\(text)' may be \(chosen.nameEnglish) (\(chosen.id)) or \(other.place.nameEnglish) "
          + "(\(other.place.id)); took the first, give an id to be sure")
    }
    let name = location.places.map { language == .arabic ? $0.nameArabic : $0.nameEnglish }
    return (point, name.joined(separator: ", "))
  }
}

extension Gazetteer {
  /// The main name in a language, or in the other one where there is none.
  func name(of place: Int32, _ language: Language) -> String {
    let names = [arabicName(of: place), englishName(of: place)]
    let wanted = language == .arabic ? names : names.reversed()
    return wanted.first { !$0.isEmpty } ?? id(of: place)
  }
}
