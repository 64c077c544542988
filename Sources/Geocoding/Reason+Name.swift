import Gazetteer

extension NameMatch {
  /// Log odds for a name as close as this; without a named area, half a name is little more than a
  /// guess.
  func weight(hasNamedArea: Bool) -> Double {
    switch self {
    case .exact: 0
    case .alias: -0.6
    case .article: -0.3
    case .variant: -1.2
    case .part(let trust): -0.9 + 3 * (Double(trust) / 100 - 0.6)
    case .qualifier(let words, let article):
      -0.8 - 0.5 * Double(words) - (article ? 1 : 0) - (hasNamedArea ? 0 : 1.5)
    case .spelling(let cost): -2 - 2.5 * Double(cost) / 100
    }
  }

  /// How the words led to a name of the place.
  func told(of place: Int32, named text: String, _ atlas: Atlas) -> String {
    switch self {
    case .exact: "exact name"
    case .alias: "another name of " + atlas.arabicName(place)
    case .article: "the name with or without its article: " + atlas.arabicName(place)
    case .variant: "a rarer name of " + atlas.arabicName(place)
    case .part: "part of the name " + atlas.arabicName(place)
    case .qualifier: "the name without its qualifier: " + atlas.arabicName(place)
    case .spelling: "nearest spelling: " + atlas.arabicName(place) + " for " + text
    }
  }
}

extension Place {
  /// Log odds for being so well known.
  var fame: Double { 2.5 * Double(importance) / 100 }

  /// Log odds against a row that its own source doubts.
  var doubt: Double { -1.2 * (1 - Double(confidence)) }
}

extension Atlas {
  /// Log odds against a name that these places bear meaning none of them: hardly anybody misspells a
  /// village so that it becomes the name of a well known town, and no gazetteer lacks towns.
  func renown(of bearers: [Int32]) -> Double {
    var fame = 0.0
    for bearer in bearers { fame = max(fame, Double(self[bearer].importance)) }
    return fame < 50 ? 0 : -6 * fame / 100
  }
}
