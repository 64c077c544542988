import ArgumentParser
import Makan

/// An id in, all about the place out.
struct GazetteerInfo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Show all that is known of places, by id or by name.",
    discussion: """
      An id is an OCHA p-code where there is one: C4130 is a village, N… a neighbourhood, SY07 a \
      governorate. A name shows every place that bears exactly this name.

      Examples:
        makan gazetteer info C4130
        makan gazetteer info SY07 SY0703
        makan gazetteer info "دير الزور" --format json
      """)

  @Argument(help: ArgumentHelp("Ids or names; quote a name of several words.", valueName: "id"))
  var ids: [String]

  @Option(help: ArgumentHelp("The form of the answer.", valueName: "format"))
  var format = GazetteerCommand.Format.text

  @OptionGroup var places: GazetteerOption

  func run() throws {
    let gazetteer = try places.gazetteer()
    var cards: [PlaceCard] = []
    var unknown: [String] = []
    for text in ids {
      if let place = gazetteer.index(ofID: text.uppercased()) ?? gazetteer.index(ofID: text) {
        cards.append(PlaceCard(of: place, in: gazetteer))
        continue
      }
      let exact = gazetteer.matches(for: text, limit: 100, mostSlips: 0)
        .filter { $0.kind == .exact }
      if exact.isEmpty { unknown.append(text) }
      cards += exact.map { PlaceCard(of: $0.place, in: gazetteer) }
    }
    switch format {
    case .text: try StandardOutput.write(cards.map(\.text).joined(separator: "\n"))
    case .json:
      var json = JSONWriter()
      for card in cards {
        card.write(to: &json)
        json.newline()
      }
      try StandardOutput.write(json.take())
    }
    if !unknown.isEmpty {
      let quoted = unknown.map { "'\($0)'" }.joined(separator: ", ")
      throw Complaint(
        .badData, "no place has the id or the name \(quoted); try makan gazetteer search")
    }
  }
}

/// All that the gazetteer says of a place.
struct PlaceCard {
  let gazetteer: Gazetteer
  let place: Int32

  init(of place: Int32, in gazetteer: Gazetteer) {
    self.place = place
    self.gazetteer = gazetteer
  }

  private var row: Place { gazetteer.places[Int(place)] }

  /// The units above the place, the nearest first.
  private var parents: [Int32] {
    var parents: [Int32] = []
    var next = gazetteer.parent(of: place)
    while let unit = next, !parents.contains(unit) {
      parents.append(unit)
      next = gazetteer.parent(of: unit)
    }
    return parents
  }

  private func others(_ names: ArraySlice<PlaceName>, than main: String) -> [String] {
    var seen: Set<String> = [main]
    return names.map { gazetteer.text(of: $0) }.filter { seen.insert($0).inserted }
  }

  private var alsoArabic: [String] {
    others(gazetteer.names(of: place), than: gazetteer.arabicName(of: place))
  }

  private var alsoEnglish: [String] {
    others(gazetteer.latinNames(of: place), than: gazetteer.englishName(of: place))
  }

  private var seat: Int32? { gazetteer.seat(of: place) ?? gazetteer.city(of: place) }

  var text: String {
    var lines = ["\(gazetteer.id(of: place))  \(gazetteer.bothNames(of: place))"]
    func line(_ label: String, _ value: String) {
      if value.isEmpty { return }
      lines.append("  " + label + String(repeating: " ", count: 12 - label.count) + value)
    }
    line("kind", gazetteer.kindName(of: place))
    line(
      "in",
      parents.map { "\(gazetteer.id(of: $0)) \(gazetteer.englishName(of: $0))" }
        .joined(separator: " < "))
    if let point = row.point {
      line(
        "at",
        "\(point.latitude.degrees), \(point.longitude.degrees) (latitude, longitude), "
          + "radius \(Int(row.radius)) m")
    }
    if let seat {
      line(
        row.kind.isUnit ? "seat" : "city",
        "\(gazetteer.id(of: seat)) \(gazetteer.bothNames(of: seat))")
    }
    line("importance", "\(row.importance) of 100")
    line(
      "source", "\(gazetteer.source(of: place)), confidence \(Double(row.confidence).twoDecimals)")
    line("also", alsoEnglish.joined(separator: ", "))
    line("also", alsoArabic.joined(separator: ", "))
    line("note", gazetteer.note(of: place))
    return lines.joined(separator: "\n") + "\n"
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", gazetteer.id(of: place))
      json.member("name_ar", gazetteer.arabicName(of: place))
      json.member("name_en", gazetteer.englishName(of: place))
      json.member("also_ar", alsoArabic)
      json.member("also_en", alsoEnglish)
      json.member("kind", row.kind.name)
      json.member("site_kind", row.kind == .site ? gazetteer.siteKindName(of: place) : nil)
      json.member("within", parents.map { gazetteer.id(of: $0) })
      json.member("seat", seat.map { gazetteer.id(of: $0) })
      json.member("latitude", row.point?.latitude, decimals: 5)
      json.member("longitude", row.point?.longitude, decimals: 5)
      json.member("radius_m", Double(row.radius), decimals: 0)
      json.member("importance", Int(row.importance))
      json.member("source", gazetteer.source(of: place))
      json.member("confidence", Double(row.confidence), decimals: 2)
      json.member("note", gazetteer.note(of: place))
    }
  }
}

extension Double {
  /// The number with two decimals.
  fileprivate var twoDecimals: String {
    var json = JSONWriter()
    json.double(self, decimals: 2)
    return json.string
  }
}
